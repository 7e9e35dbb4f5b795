// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/alpaca_broker.h"
#include "core/io/venues/alpaca/alpaca_market_data.h"
#include "tests/integration/alpaca/sandbox_rig.h"
#include "tests/integration/session/venue_control.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <functional>

// Every kind of fault on every kind of request: the end is an error value or the right value, in time, and no
// write arrives twice.

namespace strikedesk::alpaca {
namespace {

using sandbox::FaultKind;
using sandbox::FaultRule;
using test::answer;
using test::answerOf;
using test::RawServer;
using test::SandboxRig;
using trade::WriteOutcome;
using trade::WriteVerdict;

/// One attempt of ours at a read: Qt sends it again by itself, three times at most, when the connection ends
/// without a word.
constexpr std::int64_t kMostSends = 4;

/// What a call came to: the facts of its value that do not change with the market, or why there is none.
struct Outcome {
    bool isError = false;
    std::string facts;
};

/// A client for one case, so that no budget or breaker remembers the one before.
struct Client {
    Client(const SandboxRig& rig, Duration within, int retries = 0)
        : rest(rig.options(within, retries), SandboxRig::keys(), rig.clock), broker(rest),
          data(rest, rest, rig.endpoints()) {}
    AlpacaRest rest;
    AlpacaBroker broker;
    AlpacaMarketData data;
};

template <class T, class Call, class Facts>
Outcome ended(Call call, Facts facts) {
    const auto result = answerOf<Result<T>>(call);
    if (!result.has_value()) {
        ADD_FAILURE() << "no answer in time";
        return {true, "late"};
    }
    if (!result->ok()) {
        EXPECT_FALSE(result->error().message.empty());
        EXPECT_EQ(result->error().message.find("sandbox-secret"), std::string::npos);
        return {true, result->error().messageId};
    }
    return {false, facts(result->value())};
}

std::string join(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += word + ";";
    return text;
}

struct Read {
    const char* name;
    std::function<Outcome(Client&)> run;
};

template <class Rows>
std::string symbolsOf(const Rows& rows) {
    std::vector<std::string> names;
    for (const auto& row : rows)
        names.push_back(row.symbol.text());
    return join(names);
}

market::BarQuery pastBars() {
    market::BarQuery query;
    query.symbols = {Symbol::of("SPY")};
    query.timeframe = "1Day";
    query.start = *Timestamp::tryFromRfc3339("2026-01-05T00:00:00Z");
    query.end = *Timestamp::tryFromRfc3339("2026-02-05T00:00:00Z");
    return query;
}

std::vector<Read> brokerReads() {
    using Orders = std::vector<trade::BrokerOrder>;
    return {
        {"account",
         [](Client& c) {
             return ended<trade::BrokerAccount>([&](auto done) { c.broker.account(done); },
                                                [](const trade::BrokerAccount& account) {
                                                    return account.number.text() + account.cash->text();
                                                });
         }},
        {"orders",
         [](Client& c) {
             return ended<Orders>([&](auto done) { c.broker.openOrders(done); },
                                  [](const Orders& orders) {
                                      std::string text;
                                      for (const trade::BrokerOrder& order : orders)
                                          text += order.id.text() + order.limitPrice->text() + ";";
                                      return text;
                                  });
         }},
        {"order",
         [](Client& c) {
             return ended<trade::BrokerOrder>(
                 [&](auto done) { c.broker.orderByClientId(ClientOrderId("resting"), done); },
                 [](const trade::BrokerOrder& order) {
                     return order.id.text() + order.limitPrice->text() + order.quantity->text();
                 });
         }},
        {"positions",
         [](Client& c) {
             using Rows = std::vector<trade::BrokerPosition>;
             return ended<Rows>([&](auto done) { c.broker.positions(done); }, symbolsOf<Rows>);
         }},
        {"activities",
         [](Client& c) {
             using Rows = std::vector<trade::BrokerActivity>;
             return ended<Rows>([&](auto done) { c.broker.activitiesAfter({}, done); },
                                [](const Rows& rows) { return std::to_string(rows.size()); });
         }},
        {"clock",
         [](Client& c) {
             return ended<trade::BrokerClock>(
                 [&](auto done) { c.broker.clock(done); },
                 [](const trade::BrokerClock& clock) { return clock.nextClose.rfc3339(); });
         }},
        {"calendar",
         [](Client& c) {
             using Rows = std::vector<CalendarDay>;
             return ended<Rows>(
                 [&](auto done) {
                     c.broker.calendar(*Date::tryFromIso("2026-03-02"), *Date::tryFromIso("2026-03-06"),
                                       done);
                 },
                 [](const Rows& rows) {
                     std::string text;
                     for (const CalendarDay& day : rows)
                         text += day.date.iso() + std::to_string(day.openMinute);
                     return text;
                 });
         }},
    };
}

std::vector<Read> dataReads() {
    return {
        {"asset",
         [](Client& c) {
             return ended<Asset>([&](auto done) { c.broker.asset(Symbol::of("SPY"), done); },
                                 [](const Asset& asset) { return asset.name + asset.exchange; });
         }},
        {"bars",
         [](Client& c) {
             using Rows = std::map<Symbol, std::vector<market::Bar>>;
             return ended<Rows>([&](auto done) { c.data.bars(pastBars(), done); },
                                [](const Rows& rows) {
                                    std::string text;
                                    for (const auto& [symbol, bars] : rows)
                                        for (const market::Bar& bar : bars)
                                            text += bar.start.rfc3339() + bar.open.text() + bar.high.text() +
                                                    bar.low.text() + bar.close.text() + ";";
                                    return text;
                                });
         }},
        {"quotes",
         [](Client& c) {
             using Rows = std::vector<market::Quote>;
             return ended<Rows>(
                 [&](auto done) {
                     c.data.latestQuotes({Symbol::of("SPY"), Symbol::of("AAPL")}, done);
                 },
                 symbolsOf<Rows>);
         }},
        {"snapshots",
         [](Client& c) {
             using Rows = std::vector<Snapshot>;
             return ended<Rows>([&](auto done) { c.data.snapshots({Symbol::of("SPY")}, done); },
                                symbolsOf<Rows>);
         }},
    };
}

/// How a call must end.
enum class End : std::uint8_t {
    Error,
    Value,  ///< the right one, in spite of the fault
    Either, ///< a short answer is whole before the cut; an unknown word may be kept or refused
};

struct Fault {
    FaultKind kind;
    std::int64_t value;
    End end;
};

constexpr Fault kFaults[] = {
    {FaultKind::DropBefore, 0, End::Error},
    {FaultKind::DropAfter, 0, End::Error},
    {FaultKind::Delay, 20, End::Value},
    {FaultKind::Cut, 0, End::Error},
    {FaultKind::Cut, 40, End::Error},
    {FaultKind::Cut, 330, End::Either},
    {FaultKind::RateLimited, -1, End::Error},
    {FaultKind::RateLimited, 3, End::Error},
    {FaultKind::ErrorBefore, 500, End::Error},
    {FaultKind::ErrorBefore, 502, End::Error},
    {FaultKind::ErrorBefore, 503, End::Error},
    {FaultKind::ErrorBefore, 504, End::Error},
    {FaultKind::ErrorAfter, 503, End::Error},
    {FaultKind::TruncatedBody, -1, End::Error},
    {FaultKind::TruncatedBody, 1, End::Error},
    {FaultKind::HtmlBody, 0, End::Error},
    {FaultKind::GarbledBody, 0, End::Error},
    {FaultKind::WrongType, 0, End::Error},
    {FaultKind::EmptyBody, 0, End::Error},
    {FaultKind::GzipGarbage, 0, End::Error},
    {FaultKind::HugeBody, 9'437'184, End::Error},
    {FaultKind::Redirect, 0, End::Error},
    {FaultKind::UnknownStatus, 0, End::Either},
    {FaultKind::UnknownFields, 0, End::Value},
    {FaultKind::ClockShift, 90, End::Value},
    {FaultKind::Mute, 0, End::Error},
    {FaultKind::Silent, 0, End::Error},
};

FaultRule ruleOf(const Fault& fault) {
    FaultRule rule = FaultRule::of(fault.kind);
    rule.where = sandbox::kRestChannels;
    rule.value = fault.value;
    // Every request of a case suffers: what is sent again in the depths of the network library too.
    rule.count = 0;
    return rule;
}

/// A mute answer is waited for, so those cases wait briefly; the others must not fail for a slow machine.
Duration patience(FaultKind kind) {
    return kind == FaultKind::Mute || kind == FaultKind::Silent ? Duration::milliseconds(200)
                                                                : Duration::seconds(10);
}

std::string nameOf(const Fault& fault, const char* what) {
    return std::string(sandbox::factsOf(fault.kind).name) + " " + std::to_string(fault.value) + " on " + what;
}

trade::OrderRequest restingOrder(const std::string& id) {
    trade::OrderRequest request;
    request.symbol = Symbol::of("SPY");
    request.quantity = Quantity::whole(1);
    request.side = trade::Side::Buy;
    request.limitPrice = Price::fromCents(100);
    request.clientOrderId = ClientOrderId(id);
    return request;
}

WriteOutcome submitted(Client& client, const std::string& id) {
    return answerOf<WriteOutcome>([&](auto done) { client.broker.submitOrder(restingOrder(id), done); })
        .value_or(WriteOutcome());
}

/// The order as it is at the venue, without faults.
std::optional<trade::BrokerOrder> truthOf(const SandboxRig& rig, const std::string& id) {
    Client client(rig, Duration::seconds(10));
    const auto found = answerOf<Result<trade::BrokerOrder>>(
        [&](auto done) { client.broker.orderByClientId(ClientOrderId(id), done); });
    if (!found || !found->ok())
        return std::nullopt;
    return found->value();
}

void expectRightOrNone(const std::vector<Read>& reads) {
    SandboxRig rig;
    {
        Client client(rig, Duration::seconds(10));
        ASSERT_EQ(submitted(client, "resting").verdict, WriteVerdict::Accepted);
    }
    for (const Read& read : reads) {
        Client undisturbed(rig, Duration::seconds(10));
        const Outcome truth = read.run(undisturbed);
        ASSERT_FALSE(truth.isError) << read.name << ": " << truth.facts;
        for (const Fault& fault : kFaults) {
            const std::string where = nameOf(fault, read.name);
            const std::int64_t id = rig.add(ruleOf(fault));
            Client client(rig, patience(fault.kind));
            const Outcome outcome = read.run(client);
            const std::int64_t done = rig.done(id);
            // An empty list has no status to misname and no object for a field.
            const bool needsObject =
                fault.kind == FaultKind::UnknownStatus || fault.kind == FaultKind::UnknownFields;
            EXPECT_TRUE(done > 0 || needsObject) << where;
            EXPECT_LE(done, kMostSends) << where;
            EXPECT_TRUE(outcome.isError || fault.end != End::Error) << where << " was taken for an answer";
            EXPECT_TRUE(!outcome.isError || fault.end != End::Value) << where << ": " << outcome.facts;
            if (!outcome.isError) {
                EXPECT_EQ(outcome.facts, truth.facts) << where;
            }
            rig.clear();
        }
    }
}

TEST(AlpacaUnderFaults, EveryReadOfTheAccountEndsInAnErrorOrTheRightValue) {
    expectRightOrNone(brokerReads());
}

TEST(AlpacaUnderFaults, EveryReadOfTheMarketEndsInAnErrorOrTheRightValue) { expectRightOrNone(dataReads()); }

TEST(AlpacaUnderFaults, ReadsAreTriedAgainUntilTheAnswerIsWhole) {
    SandboxRig rig;
    const auto reads = brokerReads();
    const Read& account = reads.front();
    Client undisturbed(rig, Duration::seconds(10));
    const Outcome truth = account.run(undisturbed);
    for (const Fault& fault :
         {Fault{FaultKind::DropBefore, 0, End::Value}, Fault{FaultKind::Cut, 40, End::Value},
          Fault{FaultKind::ErrorBefore, 503, End::Value}, Fault{FaultKind::RateLimited, 0, End::Value}}) {
        FaultRule rule = ruleOf(fault);
        rule.count = fault.kind == FaultKind::RateLimited ? 1 : 2;
        const std::int64_t id = rig.add(rule);
        Client client(rig, Duration::seconds(10), 2);
        const Outcome outcome = account.run(client);
        // The budget may not let a request go again that was refused for its number.
        if (fault.kind != FaultKind::RateLimited) {
            EXPECT_FALSE(outcome.isError) << nameOf(fault, account.name) << ": " << outcome.facts;
            EXPECT_EQ(outcome.facts, truth.facts);
        }
        EXPECT_EQ(rig.done(id), rule.count);
        rig.clear();
    }
}

/// A verdict must not say more than what is so.
void expectHonest(const WriteOutcome& outcome, bool happened, const std::string& where) {
    if (outcome.verdict == WriteVerdict::Accepted) {
        EXPECT_TRUE(happened) << where;
    } else if (outcome.verdict != WriteVerdict::Unknown) {
        EXPECT_FALSE(happened) << where;
    }
    EXPECT_EQ(outcome.message.find("sandbox-secret"), std::string::npos) << where;
}

TEST(AlpacaUnderFaults, EveryOrderIsSentOnceAndItsVerdictIsHonest) {
    SandboxRig rig;
    const strikedesk::test::VenueControl venue(rig.port);
    int number = 0;
    for (const Fault& fault : kFaults) {
        const std::string id = "order-" + std::to_string(++number);
        const std::string where = nameOf(fault, "submit");
        FaultRule rule = ruleOf(fault);
        rule.method = "POST";
        const std::int64_t ruleId = rig.add(rule);
        Client client(rig, patience(fault.kind), 2);
        const WriteOutcome outcome = submitted(client, id);
        EXPECT_EQ(rig.done(ruleId), 1) << where;
        rig.clear();
        const auto truth = truthOf(rig, id);
        expectHonest(outcome, truth.has_value(), where);
        if (fault.end != End::Either) {
            EXPECT_EQ(outcome.verdict == WriteVerdict::Unknown, fault.end == End::Error) << where;
        }
        if (outcome.verdict == WriteVerdict::Accepted) {
            ASSERT_TRUE(outcome.order && truth) << where;
            EXPECT_EQ(outcome.order->id, truth->id) << where;
        }
        EXPECT_EQ(venue.arrivals(id), 1) << where;
    }
    EXPECT_EQ(venue.mostArrivalsOfOneId(), 1);
}

TEST(AlpacaUnderFaults, EveryChangeAndCancelIsSentOnceAndItsVerdictIsHonest) {
    SandboxRig rig;
    const strikedesk::test::VenueControl venue(rig.port);
    int number = 0;
    for (const Fault& fault : kFaults) {
        const std::string id = "order-" + std::to_string(++number);
        Client calm(rig, Duration::seconds(10));
        const WriteOutcome placed = submitted(calm, id);
        ASSERT_EQ(placed.verdict, WriteVerdict::Accepted);
        FaultRule rule = ruleOf(fault);
        rule.method = "PATCH";
        rig.add(rule);
        trade::ReplaceRequest change;
        change.orderId = placed.order->id;
        change.limitPrice = Price::fromCents(110);
        change.clientOrderId = ClientOrderId(id + "-changed");
        Client client(rig, patience(fault.kind), 2);
        const auto replaced =
            answerOf<WriteOutcome>([&](auto done) { client.broker.replaceOrder(change, done); });
        ASSERT_TRUE(replaced.has_value());
        rig.clear();
        const auto truth = truthOf(rig, id + "-changed");
        expectHonest(*replaced, truth.has_value(), nameOf(fault, "replace"));
        EXPECT_EQ(venue.arrivals(id + "-changed"), 1) << nameOf(fault, "replace");

        const std::int64_t deletes = venue.get("/sandbox/v1/arrivals")["total"]["delete"];
        rule.method = "DELETE";
        rig.add(rule);
        const BrokerOrderId working = truth ? truth->id : placed.order->id;
        Client second(rig, patience(fault.kind), 2);
        const auto cancelled =
            answerOf<WriteOutcome>([&](auto done) { second.broker.cancelOrder(working, done); });
        ASSERT_TRUE(cancelled.has_value());
        rig.clear();
        const auto after = truthOf(rig, truth ? id + "-changed" : id);
        ASSERT_TRUE(after);
        const bool isGone = after->status == trade::OrderStatus::Canceled ||
                            after->status == trade::OrderStatus::PendingCancel;
        expectHonest(*cancelled, isGone, nameOf(fault, "cancel"));
        EXPECT_EQ(venue.get("/sandbox/v1/arrivals")["total"]["delete"], deletes + 1)
            << nameOf(fault, "cancel");
    }
    EXPECT_EQ(venue.mostArrivalsOfOneId(), 1);
}

TEST(AlpacaUnderFaults, ARedirectCarriesNoKeyElsewhere) {
    SandboxRig rig;
    RawServer elsewhere;
    elsewhere.behaviour = [](QTcpSocket& socket, const test::ArrivedRequest&) {
        socket.write(answer(200, "{}"));
    };
    for (const char* method : {"GET", "POST"}) {
        FaultRule rule = FaultRule::of(FaultKind::Redirect);
        rule.where = sandbox::kRestChannels;
        rule.method = method;
        rule.location = elsewhere.base() + "/v2/orders";
        const std::int64_t id = rig.add(rule);
        Client client(rig, Duration::seconds(10));
        if (rule.method == "GET") {
            EXPECT_TRUE(brokerReads().front().run(client).isError);
        } else {
            EXPECT_EQ(submitted(client, "elsewhere").verdict, WriteVerdict::Unknown);
        }
        EXPECT_EQ(rig.done(id), 1);
    }
    EXPECT_EQ(elsewhere.connections(), 0) << "nothing at all was sent there";
}

TEST(AlpacaUnderFaults, ARefusalForTheNumberOfRequestsShutsTheBudgetUntilItsEnd) {
    SandboxRig rig;
    const auto reads = brokerReads();
    FaultRule rule = FaultRule::of(FaultKind::RateLimited);
    rule.where = sandbox::kRestChannels;
    rule.value = 4;
    rig.add(rule);
    Client announced(rig, Duration::seconds(10));
    EXPECT_TRUE(reads.front().run(announced).isError);
    EXPECT_EQ(announced.rest.budgetLeft(), 0);
    const Duration wait = announced.rest.waitFor(net::Lane::Cancel);
    EXPECT_GT(wait, Duration::milliseconds(1'000));
    EXPECT_LE(wait, Duration::seconds(4)) << "Retry-After is nearer than the window's end";

    rule.value = -1;
    rig.add(rule);
    Client windowed(rig, Duration::seconds(10));
    EXPECT_TRUE(reads.front().run(windowed).isError);
    EXPECT_GT(windowed.rest.waitFor(net::Lane::Cancel), Duration());
    EXPECT_LE(windowed.rest.waitFor(net::Lane::Cancel), Duration::seconds(61)) << "X-RateLimit-Reset";
}

TEST(AlpacaUnderFaults, ABombIsNotUnpacked) {
    RawServer server;
    // A stream of zlib is what "deflate" names; 256 MiB of blanks before the value.
    QByteArray bomb = qCompress(QByteArray(256 * 1024 * 1024, ' ') + "{}", 9).mid(4);
    server.behaviour = [&](QTcpSocket& socket, const test::ArrivedRequest&) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: deflate\r\n"
                     "Content-Length: " +
                     QByteArray::number(bomb.size()) + "\r\n\r\n" + bomb);
    };
    SandboxRig rig;
    RestOptions options = rig.options(Duration::seconds(10));
    options.baseUrl = server.base();
    AlpacaRest rest(options, SandboxRig::keys(), rig.clock);
    const auto outcome =
        answerOf<net::HttpOutcome>([&](auto done) { rest.get(net::Lane::Sweep, "/v2/account", done); });
    ASSERT_TRUE(outcome.has_value());
    EXPECT_FALSE(outcome->answered()) << outcome->status << " with " << outcome->body.size() << " bytes";
    EXPECT_LE(outcome->body.size(), static_cast<std::size_t>(options.limits.largestBody));
}

} // namespace
} // namespace strikedesk::alpaca
