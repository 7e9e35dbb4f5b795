// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/audit_repository.h"
#include "core/io/store/error_repository.h"
#include "core/io/store/film_session_repository.h"
#include "core/io/store/journal_repository.h"
#include "core/io/store/migrations.h"
#include "core/io/store/notification_repository.h"
#include "core/io/store/settings_repository.h"
#include "core/io/store/watchlist_repository.h"
#include "tests/unit/store/temporary_directory.h"

#include <gtest/gtest.h>

namespace strikedesk::store {
namespace {

Timestamp at(std::int64_t seconds) { return Timestamp::fromSeconds(1'772'461'800 + seconds); }

class RepositoriesTest : public ::testing::Test {
protected:
    test::TemporaryDirectory m_directory;
    std::unique_ptr<SqliteDatabase> m_database = std::move(openStore(m_directory / "store.db").value());
};

JournalEntry trade(int number) {
    JournalEntry entry;
    entry.id = "trade-" + std::to_string(number);
    entry.mode = "paper";
    entry.account = AccountId("PA3X");
    entry.symbol = Symbol::of("SPY260302C00650000");
    entry.underlying = Symbol::of("SPY");
    entry.openedAt = at(number * 100);
    entry.closedAt = at(number * 100 + 42);
    entry.quantity = Quantity::whole(3);
    entry.averageEntry = Price::fromUnits(21'033);
    entry.averageExit = Price::fromUnits(25'100);
    entry.grossPnl = Money::fromUnits(1'220'100);
    entry.netPnl = Money::fromUnits(1'218'201);
    entry.fees = Money::fromUnits(1'899);
    entry.exitReason = "take profit";
    entry.filmSessionId = "film-1";
    entry.filmFrom = 10;
    entry.filmTo = 900;
    entry.clientOrderIds = {ClientOrderId("b"), ClientOrderId("a")};
    entry.notes = "chased";
    entry.tags = {"fomo", "0dte"};
    return entry;
}

TEST_F(RepositoriesTest, ATradeIsReadBackToTheLastUnit) {
    JournalRepository journal(*m_database);
    ASSERT_TRUE(journal.record(trade(1)).ok());
    EXPECT_EQ(journal.find("trade-1").value(), trade(1));
    EXPECT_EQ(journal.find("trade-2").error().kind, ErrorKind::NotFound);
}

TEST_F(RepositoriesTest, RebuildingTheJournalKeepsAPersonsWords) {
    JournalRepository journal(*m_database);
    ASSERT_TRUE(journal.record(trade(1)).ok());
    ASSERT_TRUE(journal.annotate("trade-1", "patient", {"plan", "plan", "calm"}).ok());
    JournalEntry again = trade(1);
    again.fees = Money::fromCents(70);
    again.clientOrderIds.pop_back();
    ASSERT_TRUE(journal.record(again).ok());
    again.notes = "patient";
    again.tags = {"plan", "calm"};
    EXPECT_EQ(journal.find("trade-1").value(), again);
    EXPECT_EQ(journal.annotate("trade-9", "", {}).error().kind, ErrorKind::NotFound);
}

TEST_F(RepositoriesTest, ListsTradesByTimeAccountAndUnderlying) {
    JournalRepository journal(*m_database);
    for (int i = 1; i <= 5; ++i)
        ASSERT_TRUE(journal.record(trade(i)).ok());
    JournalEntry other = trade(6);
    other.account = AccountId("PA9Z");
    ASSERT_TRUE(journal.record(other).ok());
    const auto ids = [&](const JournalFilter& filter) {
        std::string text;
        const std::vector<JournalEntry> entries = journal.list(filter).value();
        for (const JournalEntry& entry : entries)
            text += entry.id.substr(6);
        return text;
    };
    JournalFilter filter{AccountId("PA3X")};
    EXPECT_EQ(ids(filter), "54321");
    filter.limit = 2;
    EXPECT_EQ(ids(filter), "54");
    filter.limit = 10;
    filter.from = trade(2).closedAt;
    filter.to = trade(4).closedAt;
    EXPECT_EQ(ids(filter), "32");
    filter.underlying = Symbol::of("QQQ");
    EXPECT_EQ(ids(filter), "");
    filter.underlying = Symbol::of("SPY");
    EXPECT_EQ(ids(filter), "32");
}

TEST_F(RepositoriesTest, SettingsAreKeptByKey) {
    SettingsRepository settings(*m_database);
    EXPECT_EQ(settings.find("risk.max").value(), std::nullopt);
    ASSERT_TRUE(settings.set("risk.max", "5", at(1)).ok());
    ASSERT_TRUE(settings.set("risk.max", "6", at(2)).ok());
    ASSERT_TRUE(settings.set("theme", "dark", at(2)).ok());
    EXPECT_EQ(settings.find("risk.max").value(), "6");
    EXPECT_EQ(settings.all().value(),
              (std::map<std::string, std::string>{{"risk.max", "6"}, {"theme", "dark"}}));
    ASSERT_TRUE(settings.remove("theme").ok());
    EXPECT_EQ(settings.all().value().size(), 1u);
}

TEST_F(RepositoriesTest, WatchlistsKeepTheirOrder) {
    WatchlistRepository lists(*m_database);
    const Watchlist indices{"1", "Indices", {Symbol::of("SPY"), Symbol::of("QQQ"), Symbol::of("IWM")}};
    const Watchlist empty{"2", "Empty", {}};
    ASSERT_TRUE(lists.save(indices, 2).ok());
    ASSERT_TRUE(lists.save(empty, 1).ok());
    EXPECT_EQ(lists.all().value(), (std::vector<Watchlist>{empty, indices}));
    EXPECT_EQ(lists.save(Watchlist{"3", "Indices", {}}, 3).error().kind, ErrorKind::Refused);
    EXPECT_EQ(lists.save(Watchlist{"2", "Empty", {Symbol::of("A"), Symbol::of("A")}}, 1).error().kind,
              ErrorKind::Refused);
    EXPECT_EQ(lists.all().value(), (std::vector<Watchlist>{empty, indices}));
    ASSERT_TRUE(lists.remove("1").ok());
    EXPECT_EQ(lists.remove("1").error().kind, ErrorKind::NotFound);
}

TEST_F(RepositoriesTest, AListThatIsRemovedLeavesNoGapInWhichTwoWouldMeet) {
    WatchlistRepository watchlists(*m_database);
    const auto named = [](const char* id) { return Watchlist{id, std::string("list ") + id, {}}; };
    const auto order = [&watchlists] {
        std::string ids;
        const auto all = watchlists.all();
        for (const Watchlist& list : *all)
            ids += list.id;
        return ids;
    };
    for (int place = 0; const char* id : {"z", "y", "x"})
        ASSERT_TRUE(watchlists.save(named(id), place++).ok());
    ASSERT_TRUE(watchlists.remove("z").ok());
    // A reader counts two lists now: the next one goes behind them.
    ASSERT_TRUE(watchlists.save(named("a"), 2).ok());
    EXPECT_EQ(order(), "yxa");
    ASSERT_TRUE(watchlists.save(named("x"), 1).ok()) << "renamed in its place";
    EXPECT_EQ(order(), "yxa");
    EXPECT_FALSE(watchlists.remove("z").ok());
    EXPECT_EQ(order(), "yxa");
}

TEST_F(RepositoriesTest, FilmSessionsAreFoundAgain) {
    FilmSessionRepository films(*m_database);
    FilmSession session{"f1", "a.film", "paper", AccountId("PA3X"), "build-1", at(0), {}, 0, 0, 0, ""};
    ASSERT_TRUE(films.begin(session).ok());
    EXPECT_EQ(films.find("f1").value(), session);
    session.endedAt = at(60);
    session.events = 20'000;
    session.lost = 3;
    session.bytes = 150'000;
    session.note = "the disk was full";
    ASSERT_TRUE(films.finish(session).ok());
    EXPECT_EQ(films.recent(5).value(), std::vector<FilmSession>{session});
    session.id = "f2";
    EXPECT_EQ(films.finish(session).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(films.find("f2").error().kind, ErrorKind::NotFound);
}

TEST_F(RepositoriesTest, TheAuditShowsAChangedRecord) {
    AuditRepository audit(*m_database);
    for (int i = 1; i <= 5; ++i)
        EXPECT_EQ(audit.append({at(i), "person", "set", "risk.max", std::to_string(i)}).value(), i);
    EXPECT_EQ(audit.verify().value().records, 5);
    EXPECT_FALSE(audit.verify().value().firstBadSeq.has_value());
    EXPECT_EQ(audit.recent(1).value().front().detail, "5");
    ASSERT_TRUE(m_database->execute("UPDATE audit_log SET detail = '9' WHERE seq = 3", {}).ok());
    EXPECT_EQ(audit.verify().value().firstBadSeq, 3);
}

TEST_F(RepositoriesTest, TheAuditShowsARemovedRecord) {
    AuditRepository audit(*m_database);
    for (int i = 1; i <= 5; ++i)
        ASSERT_TRUE(audit.append({at(i), "person", "set", "risk.max", std::to_string(i)}).ok());
    ASSERT_TRUE(m_database->execute("DELETE FROM audit_log WHERE seq = 2", {}).ok());
    EXPECT_EQ(audit.verify().value().firstBadSeq, 2);
}

TEST_F(RepositoriesTest, AChangeAndItsAuditStandOrFallTogether) {
    AuditRepository audit(*m_database);
    SettingsRepository settings(*m_database);
    const Status failed = m_database->inTransaction([&]() -> Status {
        EXPECT_TRUE(settings.set("risk.max", "9", at(1)).ok());
        EXPECT_TRUE(audit.append({at(1), "person", "set", "risk.max", "9"}).ok());
        return invalidInput("test", "No.");
    });
    EXPECT_FALSE(failed.ok());
    EXPECT_EQ(audit.verify().value().records, 0);
    EXPECT_EQ(settings.find("risk.max").value(), std::nullopt);
}

TEST_F(RepositoriesTest, TheNewestErrorsStay) {
    ErrorRepository errors(*m_database);
    for (int i = 1; i <= 4; ++i)
        ASSERT_TRUE(errors
                        .record("e" + std::to_string(i), at(i), "feed",
                                Error{ErrorKind::Timeout, "net.timeout", "No answer.", {}, "GET"})
                        .ok());
    EXPECT_EQ(errors.keepNewest(2).value(), 2);
    const std::vector<StoredError> kept = errors.recent(10).value();
    ASSERT_EQ(kept.size(), 2u);
    EXPECT_EQ(kept[0], (StoredError{"e4", at(4), "feed", "timeout", "net.timeout", "No answer.", "GET"}));
}

TEST_F(RepositoriesTest, NotificationsAreUnreadUntilSeen) {
    NotificationRepository notifications(*m_database);
    const StoredNotification alert{"n1", at(1), "alert", "Stop hit", "SPY", {}};
    ASSERT_TRUE(notifications.add(alert).ok());
    EXPECT_EQ(notifications.countUnread().value(), 1);
    EXPECT_EQ(notifications.recent(5).value(), std::vector<StoredNotification>{alert});
    ASSERT_TRUE(notifications.markRead("n1", at(2)).ok());
    EXPECT_EQ(notifications.countUnread().value(), 0);
    EXPECT_EQ(notifications.markRead("n2", at(2)).error().kind, ErrorKind::NotFound);
}

} // namespace
} // namespace strikedesk::store
