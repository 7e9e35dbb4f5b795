// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/archive.h"
#include "core/run/workers/order_record_codec.h"

#include <gtest/gtest.h>

namespace strikedesk::workers {
namespace {

const Moment kNow{Timestamp::fromSeconds(1'772'463'600), MonoTime::fromNanoseconds(42)};

std::string bytesOf(const trade::OrderRecord& record) {
    BinaryWriter writer;
    writer.value(record);
    return writer.take();
}

trade::OrderIntent fullIntent() {
    trade::OrderIntent intent;
    intent.id = IntentId("019cae1c-0001");
    intent.clientOrderId = ClientOrderId("demo7380-019cae1c-0001");
    intent.tradeId = IntentId("019cae1c-0000");
    intent.role = trade::OrderRole::TakeProfit;
    intent.symbol = Symbol::of("SPY260302C00650000");
    intent.intent = trade::PositionIntent::SellToClose;
    intent.quantity = Quantity::whole(3);
    intent.limitPrice = Price::fromCents(211);
    intent.plan.stop = Price::fromCents(90);
    intent.plan.takeProfit = trade::TakeProfit{trade::TakeProfit::Kind::PlusPercent, Price(), 500};
    intent.reason = trade::ExitReason::ProfitTarget;
    intent.replaces = ClientOrderId("demo7380-019cae1c-0002");
    intent.replacesBrokerId = BrokerOrderId("b-1");
    intent.fillWait = Duration::seconds(60);
    intent.createdAt = kNow.market;
    return intent;
}

/// One of each kind, with every field away from its default.
std::vector<trade::OrderRecord> everyKind() {
    trade::OutcomeRecorded outcome{ClientOrderId("c"), trade::WriteVerdict::Rejected,
                                   BrokerOrderId("b"), 422,
                                   42210000,           "not \"today\"\n"};
    trade::OrderObserved observed{ClientOrderId("c"), BrokerOrderId("b"), trade::OrderStatus::PartiallyFilled,
                                  "partially_filled", Quantity::whole(4), Quantity::whole(1),
                                  kNow.market};
    trade::Fill fill;
    fill.brokerOrderId = BrokerOrderId("b");
    fill.clientOrderId = ClientOrderId("c");
    fill.tradeId = IntentId("t");
    fill.symbol = Symbol::of("SPY260302C00650000");
    fill.side = trade::Side::Sell;
    fill.quantity = Quantity::whole(1);
    fill.cumulativeAfter = Quantity::whole(3);
    fill.price = Price::fromCents(317);
    fill.fee = Money::fromCents(65);
    fill.executionId = ExecutionId("e");
    fill.at = kNow.market;
    fill.isInferred = true;
    trade::ExitPlan plan;
    plan.stop = Price::fromCents(50);
    return {trade::IntentRecorded{fullIntent()},
            outcome,
            observed,
            trade::FillRecorded{fill},
            trade::CancelRecorded{ClientOrderId("c"), "asked by a person"},
            trade::UnseenRecorded{ClientOrderId("c")},
            trade::ExitStarted{IntentId("t"), trade::ExitReason::StopLoss, Price::fromCents(99), kNow.market},
            trade::PlanChanged{IntentId("t"), plan},
            trade::KillRecorded{trade::KillLevel::Flatten, "the button"},
            trade::ExitStopped{IntentId("t"), kNow.market},
            trade::ExitReferenced{IntentId("t"), Price::fromCents(98)},
            trade::OrderAdopted{fullIntent(), BrokerOrderId("b-2")},
            trade::QuarantineChanged{Symbol::of("SPY"), true, "position.differs"},
            trade::FeeBooked{"20260303::f", {Money::fromCents(70), IntentId("t"), kNow.market}}};
}

TEST(OrderRecordCodec, EveryKindComesBackAsItWas) {
    const auto records = everyKind();
    ASSERT_EQ(records.size(), std::variant_size_v<trade::OrderRecord>) << "a kind is missing here";
    for (const trade::OrderRecord& record : records) {
        const store::OrderLogRecord kept = toLogRecord(record, kNow);
        EXPECT_EQ(kept.kind, trade::kindOf(record));
        EXPECT_EQ(kept.at, kNow);
        const auto read = fromLogRecord(kept);
        ASSERT_TRUE(read.ok()) << kept.kind << ": " << read.error().context;
        EXPECT_EQ(bytesOf(*read), bytesOf(record)) << kept.payload;
    }
}

TEST(OrderRecordCodec, OnlyAnIntentClaimsItsClientOrderId) {
    for (const trade::OrderRecord& record : everyKind()) {
        const store::OrderLogRecord kept = toLogRecord(record, kNow);
        const bool isIntent = std::holds_alternative<trade::IntentRecorded>(record);
        EXPECT_EQ(!kept.clientOrderId.isEmpty(), isIntent) << kept.kind;
        EXPECT_EQ(kept.kind == store::kIntentRecordKind, isIntent);
    }
}

TEST(OrderRecordCodec, RefusesWhatIsNotOneOfItsRecords) {
    const store::OrderLogRecord good = toLogRecord(trade::IntentRecorded{fullIntent()}, kNow);
    const std::pair<std::string, std::string> rows[] = {
        {"a_kind_of_tomorrow", good.payload},
        {"", good.payload},
        {"INTENT", good.payload},
        {"intent", ""},
        {"intent", "null"},
        {"intent", "[]"},
        {"intent", "{\"intent\":7}"},
        {"intent", good.payload.substr(0, good.payload.size() / 2)},
        {"intent", good.payload + "}"},
        {"kill", "{\"level\":\"very high\",\"by\":\"x\"}"},
        {"kill", "{\"level\":250,\"by\":7}"},
        {"fill", "{\"fill\":{\"price\":\"a\"}}"},
        {"outcome", std::string(100'000, '[')},
    };
    for (const auto& [kind, payload] : rows) {
        store::OrderLogRecord bad = good;
        bad.kind = kind;
        bad.payload = payload;
        const auto read = fromLogRecord(bad);
        EXPECT_FALSE(read.ok()) << kind << " " << payload.substr(0, 60);
        EXPECT_TRUE(read.ok() || !read.error().message.empty());
    }
}

} // namespace
} // namespace strikedesk::workers
