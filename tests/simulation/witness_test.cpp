// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/option_symbol.h"
#include "tests/simulation/witness.h"
#include "tests/simulation/world_names.h"

#include <gtest/gtest.h>

#include <functional>

// A bad world made by hand for each check: a witness that never objects proves nothing.

namespace strikedesk::simulation {
namespace {

const Symbol& call() { return contracts()[0]; }

trade::OrderIntent intentOf(const std::string& id, const std::string& trade, trade::OrderRole role,
                            std::int64_t quantity) {
    trade::OrderIntent intent;
    intent.id = IntentId(id);
    intent.clientOrderId = ClientOrderId("demo0000-" + id);
    intent.tradeId = IntentId(trade);
    intent.role = role;
    intent.symbol = call();
    intent.intent = role == trade::OrderRole::Entry ? trade::PositionIntent::BuyToOpen
                                                    : trade::PositionIntent::SellToClose;
    intent.quantity = Quantity::whole(quantity);
    intent.limitPrice = Price::fromCents(200);
    return intent;
}

/// A program, a broker and a witness between them, all quiet until a test does something bad.
class BadWorld : public testing::Test {
protected:
    BadWorld() {
        now.market = *Timestamp::tryFromRfc3339("2026-03-03T15:00:00Z");
        now.mono = MonoTime::fromNanoseconds(1'000'000'000'000);
        facts.streamUp = facts.sweptSinceOpen = facts.sessionOpen = true;
        facts.accountReadAt = now.mono;
        trade::SessionDay day;
        day.date = *Date::tryFromIso("2026-03-03");
        day.open = *Timestamp::tryFromRfc3339("2026-03-03T14:30:00Z");
        day.close = *Timestamp::tryFromRfc3339("2026-03-03T21:00:00Z");
        atVenue(trade::SetSessions{{day}});
        trade::VenueAsset share;
        share.id = "asset";
        share.symbol = underlying();
        atVenue(trade::RegisterAsset{share});
        const auto name = OptionSymbol::tryFrom(call());
        options::Contract contract;
        contract.id = "contract";
        contract.symbol = call();
        contract.underlying = underlying();
        contract.root = name->root();
        contract.expiry = name->expiry();
        contract.right = name->right();
        contract.strike = name->strike();
        atVenue(trade::RegisterContract{contract});
        witness.onStart({}, now);
        quote(198, 200);
    }

    trade::VenueReply atVenue(const trade::VenueInput& input) {
        const trade::VenueResult result = venue.step(now.market, input);
        witness.onVenue(result.updates, venue, &book);
        return result.reply;
    }
    void pass(Duration time) {
        now.market = now.market + time;
        now.mono = now.mono + time;
    }
    void quote(std::int64_t bid, std::int64_t ask) {
        market::Quote made;
        made.symbol = call();
        made.bid = Price::fromCents(bid);
        made.ask = Price::fromCents(ask);
        made.bidSize = made.askSize = 50;
        made.at = now.market;
        witness.onQuote(made, now);
        atVenue(trade::QuoteSeen{made});
    }
    /// The core decides, and what it decides is written.
    void record(const trade::OrderRecord& made, bool isWritten = true) {
        book.apply(made);
        witness.onRecords({made}, book, venue, now);
        if (isWritten)
            witness.onDurable({made});
    }
    void send(const trade::OrderIntent& intent, bool adds) {
        trade::TransmitOrder command;
        command.clientOrderId = intent.clientOrderId;
        command.addsExposure = adds;
        command.request = toRequest(intent);
        witness.onTransmit(command, book, venue, facts, now);
    }
    void sendEntry(const std::string& id, std::int64_t quantity = 1) {
        const auto intent = intentOf(id, id, trade::OrderRole::Entry, quantity);
        record(trade::IntentRecorded{intent});
        send(intent, true);
    }
    void submit(const trade::OrderIntent& intent) {
        EXPECT_TRUE(atVenue(trade::SubmitOrder{toRequest(intent)}).ok());
    }
    void fill(const trade::OrderIntent& intent, std::int64_t quantity, std::int64_t cents,
              bool isWritten = true) {
        trade::Fill made;
        made.brokerOrderId = BrokerOrderId("broker-" + intent.id.text());
        made.clientOrderId = intent.clientOrderId;
        made.tradeId = intent.tradeId;
        made.symbol = call();
        made.side = sideOf(intent.intent);
        made.quantity = made.cumulativeAfter = Quantity::whole(quantity);
        made.price = Price::fromCents(cents);
        made.at = now.market;
        record(trade::FillRecorded{made}, isWritten);
    }
    void expectBroken(Check check) {
        witness.checkEverything(book, venue);
        ASSERT_TRUE(witness.breach().has_value());
        EXPECT_STREQ(nameOf(witness.breach()->check), nameOf(check)) << witness.breach()->sentence;
    }

    Moment now;
    SendFacts facts;
    trade::TradeBook book;
    trade::VenueBook venue;
    Witness witness{Witness::Limits{}};
};

TEST_F(BadWorld, AGoodEntryIsNoBreach) {
    sendEntry("a");
    witness.checkEverything(book, venue);
    EXPECT_FALSE(witness.breach().has_value()) << witness.breach()->sentence;
}

TEST_F(BadWorld, AnIntentTwiceInTheLog) {
    const auto intent = intentOf("a", "a", trade::OrderRole::Entry, 1);
    record(trade::IntentRecorded{intent});
    pass(Duration::seconds(20));
    record(trade::IntentRecorded{intent});
    expectBroken(Check::LogOnce);
}

TEST_F(BadWorld, TwoOpeningOrdersForOneTicket) {
    record(trade::IntentRecorded{intentOf("a", "a", trade::OrderRole::Entry, 1)});
    record(trade::IntentRecorded{intentOf("b", "a", trade::OrderRole::Entry, 2)});
    expectBroken(Check::OneOrder);
}

TEST_F(BadWorld, EqualTicketsWithinTenSeconds) {
    sendEntry("a");
    pass(Duration::seconds(9));
    record(trade::IntentRecorded{intentOf("b", "b", trade::OrderRole::Entry, 1)});
    expectBroken(Check::Repeated);
}

TEST_F(BadWorld, ARequestBeforeItsIntentIsDurable) {
    const auto intent = intentOf("a", "a", trade::OrderRole::Entry, 1);
    record(trade::IntentRecorded{intent}, false);
    send(intent, true);
    expectBroken(Check::Durable);
}

TEST_F(BadWorld, ARequestTwice) {
    sendEntry("a");
    send(intentOf("a", "a", trade::OrderRole::Entry, 1), true);
    expectBroken(Check::SentOnce);
}

TEST_F(BadWorld, ARequestAfterTheLogFailed) {
    witness.onLogFailureTold();
    sendEntry("a");
    expectBroken(Check::AfterLogFailure);
}

TEST_F(BadWorld, AnEntryThatDoesNotSaySo) {
    const auto intent = intentOf("a", "a", trade::OrderRole::Entry, 1);
    record(trade::IntentRecorded{intent});
    send(intent, false);
    expectBroken(Check::Exposure);
}

TEST_F(BadWorld, AnEntryThatWasNotReadyToBeSent) {
    const std::vector<std::function<void(SendFacts&)>> reasons{
        [](SendFacts& f) { f.streamUp = false; }, [](SendFacts& f) { f.sweptSinceOpen = false; },
        [](SendFacts& f) { f.accountReadAt.reset(); }, [](SendFacts& f) { f.sessionOpen = false; },
        [](SendFacts& f) { f.halted = true; }};
    for (const auto& reason : reasons) {
        witness = Witness(Witness::Limits{});
        witness.onStart({}, now);
        quote(198, 200);
        book = trade::TradeBook();
        SendFacts good = facts;
        reason(facts);
        sendEntry("a");
        facts = good;
        expectBroken(Check::ReadyToSend);
    }
}

TEST_F(BadWorld, AnEntryOnAnOldQuote) {
    pass(Duration::seconds(6));
    sendEntry("a");
    expectBroken(Check::ReadyToSend);
}

TEST_F(BadWorld, SixEntriesInASecond) {
    for (int i = 0; i < 6; ++i)
        sendEntry("a" + std::to_string(i), i + 1);
    expectBroken(Check::Limits);
}

TEST_F(BadWorld, MoreOpenTradesThanAllowed) {
    for (int i = 0; i < 5; ++i) {
        pass(Duration::seconds(2));
        quote(198, 200);
        sendEntry("a" + std::to_string(i), i + 1);
    }
    expectBroken(Check::Limits);
}

TEST_F(BadWorld, AnEntryAfterTheKill) {
    record(trade::KillRecorded{trade::KillLevel::BlockEntries, "a person"});
    sendEntry("a");
    expectBroken(Check::Kill);
}

TEST_F(BadWorld, AWeakerKillThatTakesAStrongerOneBack) {
    record(trade::KillRecorded{trade::KillLevel::CancelAll, "a person"});
    record(trade::KillRecorded{trade::KillLevel::Disarm, "a person"});
    expectBroken(Check::Kill);
}

TEST_F(BadWorld, AKillThatDoesNotSurviveARestart) {
    record(trade::KillRecorded{trade::KillLevel::CancelAll, "a person"});
    witness.onRestored(trade::TradeBook());
    expectBroken(Check::Kill);
}

TEST_F(BadWorld, AnOrderGivenUpAfterTwoNegatives) {
    sendEntry("a");
    trade::OutcomeRecorded unknown;
    unknown.clientOrderId = ClientOrderId("demo0000-a");
    record(unknown);
    for (int i = 0; i < 2; ++i) {
        pass(Duration::seconds(40));
        witness.onNegative(unknown.clientOrderId, now);
    }
    record(trade::UnseenRecorded{unknown.clientOrderId});
    expectBroken(Check::GivesUpLate);
}

TEST_F(BadWorld, AStopOnOneQuote) {
    auto intent = intentOf("a", "a", trade::OrderRole::Entry, 1);
    intent.plan.stop = Price::fromCents(150);
    record(trade::IntentRecorded{intent});
    pass(Duration::seconds(1));
    quote(140, 142);
    record(trade::ExitStarted{IntentId("a"), trade::ExitReason::StopLoss, Price::fromCents(140), now.market});
    expectBroken(Check::Stop);
}

TEST_F(BadWorld, AnEntryThroughItsCollar) {
    auto intent = intentOf("a", "a", trade::OrderRole::Entry, 1);
    intent.limitPrice = Price::fromCents(241);
    record(trade::IntentRecorded{intent});
    expectBroken(Check::Collar);
}

TEST_F(BadWorld, AnExitThroughItsCollar) {
    record(trade::IntentRecorded{intentOf("a", "a", trade::OrderRole::Entry, 1)});
    record(trade::ExitStarted{IntentId("a"), trade::ExitReason::Manual, Price::fromCents(198), now.market});
    auto exit = intentOf("x", "a", trade::OrderRole::Exit, 1);
    exit.limitPrice = Price::fromCents(150);
    record(trade::IntentRecorded{exit});
    expectBroken(Check::Collar);
}

TEST_F(BadWorld, ABookThatItsLogDoesNotGive) {
    record(trade::IntentRecorded{intentOf("a", "a", trade::OrderRole::Entry, 1)});
    book.apply(trade::CancelRecorded{ClientOrderId("demo0000-a"), "nobody wrote this down"});
    witness.checkReplay(book);
    expectBroken(Check::Replay);
}

TEST_F(BadWorld, AFillShownBeforeItIsDurable) {
    const auto intent = intentOf("a", "a", trade::OrderRole::Entry, 1);
    record(trade::IntentRecorded{intent});
    fill(intent, 1, 200, false);
    engine::OrderView view;
    view.fills = book.ledger().fills();
    witness.onShown(view);
    expectBroken(Check::Shown);
}

TEST_F(BadWorld, RequestsWithoutEnd) {
    for (int i = 0; i < 100; ++i)
        witness.onRequests(5, now);
    expectBroken(Check::Bounds);
}

TEST_F(BadWorld, WhatWasRefusedHereWorksAtTheBroker) {
    sendEntry("a");
    trade::OutcomeRecorded refused;
    refused.clientOrderId = ClientOrderId("demo0000-a");
    refused.verdict = trade::WriteVerdict::Rejected;
    record(refused);
    auto intent = intentOf("a", "a", trade::OrderRole::Entry, 1);
    intent.limitPrice = Price::fromCents(150);
    submit(intent);
    expectBroken(Check::NoResurrection);
}

TEST_F(BadWorld, OneTradeClosesWhatAnotherHolds) {
    sendEntry("a");
    submit(intentOf("a", "a", trade::OrderRole::Entry, 1));
    pass(Duration::seconds(2));
    quote(198, 200);
    sendEntry("b", 2);
    submit(intentOf("b", "b", trade::OrderRole::Entry, 2));
    quote(198, 200);
    const auto exit = intentOf("x", "a", trade::OrderRole::Exit, 2);
    record(trade::IntentRecorded{exit});
    auto resting = exit;
    resting.limitPrice = Price::fromCents(400);
    submit(resting);
    expectBroken(Check::ClosingHeld);
}

TEST_F(BadWorld, MoreForSaleThanHeld) {
    record(trade::IntentRecorded{intentOf("a", "a", trade::OrderRole::Entry, 1)});
    record(trade::IntentRecorded{intentOf("x", "a", trade::OrderRole::Exit, 1)});
    expectBroken(Check::Coverage);
}

TEST_F(BadWorld, FillsThatContradictEachOther) {
    const auto intent = intentOf("a", "a", trade::OrderRole::Entry, 2);
    record(trade::IntentRecorded{intent});
    fill(intent, 2, 200);
    fill(intent, 2, 210);
    expectBroken(Check::Fills);
}

TEST_F(BadWorld, MoreFilledThanAskedFor) {
    const auto intent = intentOf("a", "a", trade::OrderRole::Entry, 2);
    record(trade::IntentRecorded{intent});
    fill(intent, 3, 200);
    expectBroken(Check::Filled);
}

TEST_F(BadWorld, AnOrderThatHadEndedMovesOn) {
    sendEntry("a");
    trade::OrderObserved seen;
    seen.clientOrderId = ClientOrderId("demo0000-a");
    seen.brokerOrderId = BrokerOrderId("broker-a");
    seen.status = trade::OrderStatus::Canceled;
    record(seen);
    witness.checkEverything(book, venue);
    book = trade::TradeBook();
    book.apply(trade::IntentRecorded{intentOf("a", "a", trade::OrderRole::Entry, 1)});
    expectBroken(Check::History);
}

TEST_F(BadWorld, BooksThatDoNotAgree) {
    sendEntry("a");
    trade::OutcomeRecorded taken;
    taken.clientOrderId = ClientOrderId("demo0000-a");
    taken.brokerOrderId = BrokerOrderId("broker-a");
    taken.verdict = trade::WriteVerdict::Accepted;
    record(taken);
    EXPECT_EQ(witness.disagreement(book, venue, {}), "demo0000-a works here and not at the broker");
}

TEST_F(BadWorld, AtTheEndACancelIsStillWanted) {
    sendEntry("a");
    auto intent = intentOf("a", "a", trade::OrderRole::Entry, 1);
    intent.limitPrice = Price::fromCents(150);
    submit(intent);
    record(trade::CancelRecorded{intent.clientOrderId, "a person"});
    const auto undone = witness.atEnd(EndFacts{now, true, true, true, {}, {}, {}}, book, venue);
    ASSERT_TRUE(undone.has_value());
    EXPECT_EQ(undone->check, Check::Liveness);
}

TEST_F(BadWorld, AtTheEndNobodyWasToldOfWhatIsNotOurs) {
    EndFacts end;
    end.now = now;
    end.orphans.insert(ClientOrderId("demo0000-other"));
    const auto untold = witness.atEnd(end, book, venue);
    ASSERT_TRUE(untold.has_value());
    EXPECT_EQ(untold->check, Check::Told);
}

TEST_F(BadWorld, AtTheEndOurFillsAreWorthSomethingElse) {
    sendEntry("a");
    const auto intent = intentOf("a", "a", trade::OrderRole::Entry, 1);
    submit(intent);
    quote(198, 200);
    const auto theirs = venue.orderByClientId(intent.clientOrderId);
    ASSERT_EQ(theirs->filledQuantity, Quantity::whole(1));
    trade::Fill made;
    made.brokerOrderId = theirs->id;
    made.clientOrderId = intent.clientOrderId;
    made.tradeId = intent.tradeId;
    made.symbol = call();
    made.quantity = made.cumulativeAfter = Quantity::whole(1);
    made.price = Price::fromCents(199);
    made.at = now.market;
    record(trade::FillRecorded{made});
    EndFacts end;
    end.now = now;
    const auto wrong = witness.atEnd(end, book, venue);
    ASSERT_TRUE(wrong.has_value());
    EXPECT_EQ(wrong->check, Check::FillValue);
}

} // namespace
} // namespace strikedesk::simulation
