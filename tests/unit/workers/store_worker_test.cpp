// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/migrations.h"
#include "core/run/workers/store_worker.h"
#include "tests/unit/store/temporary_directory.h"

#include <gtest/gtest.h>

#include <fstream>

namespace strikedesk::workers {
namespace {

const Timestamp kOpened = Timestamp::fromSeconds(1'772'463'600);

/// Three contracts bought for 2.00, 2.00 and 2.10, sold at 2.50, with 0.65 of fees a side.
trade::TradeSummary finishedTrade() {
    trade::TradeSummary summary;
    summary.id = IntentId("trade-1");
    summary.symbol = Symbol::of("SPY260302C00650000");
    summary.reason = trade::ExitReason::ProfitTarget;
    summary.orders = {ClientOrderId("entry"), ClientOrderId("target")};
    summary.totals.entered = summary.totals.exited = Quantity::whole(3);
    summary.totals.entryValue = Money::dollars(610);
    summary.totals.exitValue = Money::dollars(750);
    summary.totals.gross = Money::dollars(140);
    summary.totals.fees = Money::fromCents(390);
    summary.totals.firstFillAt = kOpened;
    summary.totals.lastFillAt = kOpened + Duration::minutes(7);
    return summary;
}

TEST(StoreWorker, WorksOutTheJournalRowOfATrade) {
    const store::JournalEntry row = journalEntryOf(finishedTrade(), "demo", AccountId("PA1"), "film-1");
    EXPECT_EQ(row.id, "trade-1");
    EXPECT_EQ(row.underlying, Symbol::of("SPY"));
    EXPECT_EQ(row.quantity, Quantity::whole(3));
    EXPECT_EQ(row.averageEntry.text(), "2.0333");
    EXPECT_EQ(row.averageExit, Price::fromCents(250));
    EXPECT_EQ(row.grossPnl, Money::dollars(140));
    EXPECT_EQ(row.netPnl, Money::fromCents(13'610));
    EXPECT_EQ(row.exitReason, "profit_target");
    EXPECT_EQ(row.closedAt - row.openedAt, Duration::minutes(7));
    EXPECT_EQ(row.clientOrderIds.size(), 2u);
    trade::TradeSummary sold = finishedTrade();
    sold.entryIntent = trade::PositionIntent::SellToOpen;
    EXPECT_EQ(journalEntryOf(sold, "demo", AccountId("PA1"), "").quantity, Quantity::whole(-3));
    sold.totals = trade::TradeTotals();
    EXPECT_EQ(journalEntryOf(sold, "demo", AccountId("PA1"), "").averageEntry, Price());
}

TEST(StoreWorker, ATradeToldAgainAfterARestartKeepsOneRowAndItsFilm) {
    const test::TemporaryDirectory folder;
    NullLog log;
    int told = 0;
    for (const char* film : {"film-1", "film-2"}) {
        StoreWorker worker(folder / "store.db", "demo", log);
        worker.journaled = [&told](const store::JournalEntry&) { ++told; };
        worker.failed = [](const Error& error) { ADD_FAILURE() << error.message; };
        worker.open();
        worker.setAccount(AccountId("PA1"));
        store::FilmSession session;
        session.id = film;
        session.file = std::string(film) + ".film";
        session.mode = "demo";
        session.account = AccountId("PA1");
        session.startedAt = kOpened;
        worker.beginFilm(session);
        worker.recordTrade(finishedTrade());
        worker.recordNotice(trade::Notice{trade::NoticeLevel::Warning, "order.unknown", "A sentence.", {}},
                            kOpened);
        worker.finishFilm(session);
    }
    EXPECT_EQ(told, 2);
    const auto database = store::openStore(folder / "store.db");
    ASSERT_TRUE(database.ok());
    store::JournalFilter filter;
    filter.account = AccountId("PA1");
    const auto rows = store::JournalRepository(**database).list(filter);
    ASSERT_TRUE(rows.ok());
    ASSERT_EQ(rows->size(), 1u);
    EXPECT_EQ(rows->front().filmSessionId, "film-1");
}

TEST(StoreWorker, AStoreThatCannotBeOpenedIsSaidOnceAndNothingElseFails) {
    const test::TemporaryDirectory folder;
    std::ofstream(folder / "store.db")
        << "this is no database, and longer than a header of one would be ........."
        << std::string(4'096, '.');
    NullLog log;
    std::vector<std::string> sentences;
    StoreWorker worker(folder / "store.db", "demo", log);
    worker.failed = [&sentences](const Error& error) { sentences.push_back(error.message); };
    worker.open();
    worker.recordTrade(finishedTrade());
    worker.recordNotice(trade::Notice(), kOpened);
    ASSERT_EQ(sentences.size(), 1u);
    EXPECT_FALSE(sentences.front().empty());
}

} // namespace
} // namespace strikedesk::workers
