// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/faults/fault_book.h"
#include "core/run/sandbox/faults/fault_json.h"
#include "core/run/sandbox/faults/message_twist.h"
#include "core/run/sandbox/faults/rest_faults.h"
#include "core/run/sandbox/faults/storm.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>

namespace strikedesk::sandbox {
namespace {

using nlohmann::json;

Occasion reading(std::int64_t connection = 0) {
    return {Channel::Data, "GET", "/v2/stocks/bars", connection};
}

/// Which of `chances` chances a rule took.
std::vector<int> taken(const FaultRule& rule, int chances) {
    FaultBook book;
    EXPECT_TRUE(book.add(rule).ok());
    std::vector<int> hits;
    for (int i = 0; i < chances; ++i)
        if (book.takeOne(reading(), only(rule.kind)))
            hits.push_back(i);
    return hits;
}

TEST(FaultBook, ARuleHappensAsOftenAsItSaysAndIsCounted) {
    FaultRule rule = FaultRule::of(FaultKind::EmptyBody);
    rule.skip = 2;
    rule.count = 3;
    EXPECT_EQ(taken(rule, 10), (std::vector<int>{2, 3, 4}));
    FaultBook book;
    ASSERT_TRUE(book.add(rule).ok());
    for (int i = 0; i < 10; ++i)
        (void)book.take(reading(), only(FaultKind::EmptyBody));
    EXPECT_EQ(book.rules()[0].done, 3);
    EXPECT_EQ(book.rules()[0].chances, 5) << "a spent rule has no chances any more";
    EXPECT_TRUE(book.rules()[0].isSpent());
}

TEST(FaultBook, AProbabilityRepeatsWithItsSeedAndDiffersWithAnother) {
    FaultRule rule = FaultRule::of(FaultKind::EmptyBody);
    rule.count = 0;
    rule.rate = 0.25;
    rule.seed = 7;
    const auto first = taken(rule, 2'000);
    EXPECT_EQ(first, taken(rule, 2'000));
    EXPECT_NEAR(static_cast<double>(first.size()), 500.0, 80.0);
    rule.seed = 8;
    EXPECT_NE(first, taken(rule, 2'000));
}

TEST(FaultBook, ARuleFitsItsChannelMethodPathAndConnection) {
    FaultBook book;
    FaultRule rule = FaultRule::of(FaultKind::DropBefore);
    rule.where = only(Channel::Trading);
    rule.method = "POST";
    rule.pathPrefix = "/v2/orders";
    rule.connection = 4;
    rule.count = 0;
    ASSERT_TRUE(book.add(rule).ok());
    const auto fits = [&](const Occasion& at) { return book.takeOne(at, only(rule.kind)).has_value(); };
    EXPECT_TRUE(fits({Channel::Trading, "POST", "/v2/orders", 4}));
    EXPECT_FALSE(fits({Channel::Trading, "POST", "/v2/orders", 5}));
    EXPECT_FALSE(fits({Channel::Trading, "GET", "/v2/orders", 4}));
    EXPECT_FALSE(fits({Channel::Trading, "POST", "/v2/account", 4}));
    EXPECT_FALSE(fits({Channel::Data, "POST", "/v2/orders", 4}));
    EXPECT_EQ(book.rules()[0].chances, 1);
}

TEST(FaultBook, TheNthConnectionIsCountedFromTheRuleOnInItsChannels) {
    FaultBook book;
    const std::int64_t old = book.opened();
    book.used(old, Channel::Stocks);
    FaultRule rule = FaultRule::of(FaultKind::DropFrame);
    rule.where = only(Channel::Stocks);
    rule.nth = 2;
    ASSERT_TRUE(book.add(rule).ok());
    const std::int64_t first = book.opened();
    const std::int64_t other = book.opened();
    const std::int64_t second = book.opened();
    book.used(first, Channel::Stocks);
    book.used(other, Channel::Options);
    book.used(second, Channel::Stocks);
    for (const std::int64_t id : {old, first, other})
        EXPECT_FALSE(book.takeOne({Channel::Stocks, "", "", id}, only(rule.kind)));
    EXPECT_TRUE(book.takeOne({Channel::Stocks, "", "", second}, only(rule.kind)));
    book.closed(second);
    EXPECT_EQ(book.connections().size(), 3U);
}

TEST(FaultBook, RulesAreRefusedWhenTheyCannotHappen) {
    for (const char* text :
         {R"({})", R"({"fault":"earthquake"})", R"({"fault":"lose_fill","channel":"data"})",
          R"({"fault":"duplicate","channel":"rest"})", R"({"fault":"delay","ms":-1})",
          R"({"fault":"error_before","status":501})", R"({"fault":"delay","bytes":5})",
          R"({"fault":"cut","rate":0})", R"({"fault":"cut","rate":1.5})", R"({"fault":"cut","count":-1})",
          R"({"fault":"cut","connection":1,"nth":1})", R"({"fault":"cut","channel":"control"})",
          R"({"fault":"redirect","location":"http://a\r\nX: y"})", R"([1])", R"({"fault":"cut","nth":0})",
          R"({"fault":"cut","bytes":18446744073709551615})"})
        EXPECT_FALSE(readFaultRule(json::parse(text)).ok()) << text;
    const auto rule = readFaultRule(json::parse(
        R"({"fault":"rate_limited","channel":"data,polygon","retry_after":3,"rate":0.5,"seed":9,"label":"x"})"));
    ASSERT_TRUE(rule.ok());
    EXPECT_EQ(rule->where, only(Channel::Data) | only(Channel::Polygon));
    EXPECT_EQ(rule->value, 3);
    EXPECT_EQ(rule->count, 0) << "a probability lasts";
    EXPECT_EQ(readFaultRule(json::parse(R"({"fault":"clock_shift","seconds":-90})"))->count, 0);
}

TEST(FaultBook, HoldsSoManyRulesAndNoMore) {
    FaultBook book;
    for (std::size_t i = 0; i < FaultBook::kMostRules; ++i)
        ASSERT_TRUE(book.add(FaultRule::of(FaultKind::Cut)).ok());
    EXPECT_FALSE(book.add(FaultRule::of(FaultKind::Cut)).ok());
    EXPECT_EQ(book.clear(), FaultBook::kMostRules);
    EXPECT_TRUE(book.add(FaultRule::of(FaultKind::Cut)).ok());
}

TEST(Storms, AreMadeOfUsableRulesWithSeedsOfTheirOwn) {
    StormPlan plan;
    const auto rules = stormRules(plan);
    ASSERT_TRUE(rules.ok());
    std::set<std::uint64_t> seeds;
    double reads = 0.0;
    for (const FaultRule& rule : *rules) {
        EXPECT_TRUE(checked(rule).ok()) << factsOf(rule.kind).name;
        EXPECT_EQ(rule.label, kStormLabel);
        EXPECT_TRUE(seeds.insert(rule.seed).second);
        if (rule.method == "GET")
            reads += rule.rate;
    }
    EXPECT_NEAR(reads, plan.rate, 1e-9);
    EXPECT_LE(rules->size(), FaultBook::kMostRules);
    plan.writes = false;
    EXPECT_LT(stormRules(plan)->size(), rules->size());
    plan.rate = 0.9;
    EXPECT_FALSE(stormRules(plan).ok());
}

TEST(TwistedMessages, KeepTheFormAndTheTimesOfWhatTheyChange) {
    json frame = json::array({{{"T", "q"}, {"S", "SPY"}}});
    frame[0]["t"] = json::binary({0, 0, 0, 1, 2, 3, 4, 5}, 0xff);
    std::string packed;
    json::to_msgpack(frame, packed);
    TwistedMessage message(packed);
    ASSERT_TRUE(message.isReadable());
    EXPECT_FALSE(message.isControl());
    EXPECT_TRUE(message.addFields());
    const json changed = json::from_msgpack(message.bytes());
    EXPECT_EQ(changed[0]["t"], frame[0]["t"]);
    EXPECT_TRUE(changed[0].contains("new_vendor_field"));
    EXPECT_FALSE(TwistedMessage("garbage").isReadable());
}

TEST(TwistedMessages, TellDataFromTalk) {
    EXPECT_TRUE(TwistedMessage(R"([{"T":"success","msg":"connected"}])").isControl());
    EXPECT_TRUE(TwistedMessage(R"([{"ev":"status","status":"connected"}])").isControl());
    EXPECT_TRUE(TwistedMessage(R"({"stream":"authorization","data":{"status":"authorized"}})").isControl());
    TwistedMessage fill(R"({"stream":"trade_updates","data":{"event":"fill","order":{"status":"filled"}}})");
    EXPECT_FALSE(fill.isControl());
    EXPECT_TRUE(fill.isFill());
    EXPECT_TRUE(fill.twistStatus());
    EXPECT_NE(fill.bytes().find("awaiting_moonrise"), std::string::npos);
    EXPECT_FALSE(TwistedMessage(R"({"bars":{}})").twistStatus());
}

TEST(RestFaults, KnowWhoseServiceAPathIs) {
    const auto channel = [](const char* target) { return restChannelOf(*parseTarget("GET", target)); };
    EXPECT_EQ(channel("/v2/orders"), Channel::Trading);
    EXPECT_EQ(channel("/v2/options/contracts"), Channel::Trading);
    EXPECT_EQ(channel("/v2/stocks/bars"), Channel::Data);
    EXPECT_EQ(channel("/v1beta1/options/snapshots/SPY"), Channel::Data);
    EXPECT_EQ(channel("/v2/aggs/ticker/SPY/range/1/minute/a/b"), Channel::Polygon);
    EXPECT_EQ(channel("/v3/snapshot/options/SPY"), Channel::Polygon);
    EXPECT_EQ(channel("/sandbox/v1/rules"), Channel::Control);
    EXPECT_EQ(streamChannelOf("/stream"), Channel::TradeUpdates);
    EXPECT_EQ(streamChannelOf("/v2/sip"), Channel::Stocks);
    EXPECT_EQ(streamChannelOf("/v1beta1/opra"), Channel::Options);
    EXPECT_EQ(streamChannelOf("/stocks"), Channel::PolygonStocks);
    EXPECT_FALSE(streamChannelOf("/nonsense"));
}

TEST(RestFaults, WriteDatesAsHeadersDo) {
    EXPECT_EQ(httpDateText(*Timestamp::tryFromRfc3339("2026-11-18T14:30:05.5Z")),
              "Wed, 18 Nov 2026 14:30:05 GMT");
}

} // namespace
} // namespace strikedesk::sandbox
