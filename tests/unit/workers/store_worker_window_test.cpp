// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/audit_repository.h"
#include "core/io/store/migrations.h"
#include "core/io/store/settings_repository.h"
#include "core/run/workers/store_worker.h"
#include "tests/unit/store/temporary_directory.h"

#include <gtest/gtest.h>

namespace strikedesk::workers {
namespace {

const Timestamp kNow = Timestamp::fromSeconds(1'772'463'600);

class StoreWorkerWindow : public ::testing::Test {
protected:
    StoreWorker& open(const std::string& mode = "demo") {
        m_worker.emplace(m_folder / "store.db", mode, m_log);
        m_worker->failed = [](const Error& error) { ADD_FAILURE() << error.message; };
        m_worker->open();
        m_worker->setAccount(AccountId("PA1"));
        return *m_worker;
    }
    static store::Screenshot picture(const std::string& id, const std::string& event = "entry") {
        return store::Screenshot{id, "trade-1", kNow, event, "contract", "2026-03-02/093000_SPY_entry.png"};
    }
    static trade::TradeSummary finished() {
        trade::TradeSummary summary;
        summary.id = IntentId("trade-1");
        summary.symbol = Symbol::of("SPY260302C00650000");
        summary.totals.entered = summary.totals.exited = Quantity::whole(1);
        summary.totals.firstFillAt = kNow;
        summary.totals.lastFillAt = kNow + Duration::minutes(1);
        return summary;
    }

    const test::TemporaryDirectory m_folder;
    NullLog m_log;
    std::optional<StoreWorker> m_worker;
};

TEST_F(StoreWorkerWindow, ADemoBeginsWithAListAndARealAccountWithNone) {
    const auto lists = open().watchlists();
    ASSERT_TRUE(lists.ok());
    ASSERT_EQ(lists->size(), 1U);
    EXPECT_EQ(lists->front().name, "Most traded");
    EXPECT_EQ(lists->front().symbols.front(), Symbol::of("SPY"));
    EXPECT_EQ(m_worker->watchlists()->size(), 1U) << "asked twice it is still one";
    ASSERT_TRUE(m_worker->removeWatchlist(lists->front().id).ok());
    EXPECT_TRUE(open("paper").watchlists()->empty());
}

TEST_F(StoreWorkerWindow, ListsAreKeptChangedAndRefusedWithASentence) {
    open();
    store::Watchlist list{"mine", "Mine", {Symbol::of("TSLA"), Symbol::of("AMD")}};
    ASSERT_TRUE(m_worker->saveWatchlist(list, 0).ok());
    list.symbols = {Symbol::of("AMD")};
    ASSERT_TRUE(m_worker->saveWatchlist(list, 0).ok());
    EXPECT_EQ(m_worker->watchlists()->front(), list);
    const store::Watchlist wrong[] = {
        {"", "No id", {}},
        {"other", "", {}},
        {"other", std::string(61, 'x'), {}},
        {"other", "Mine", {}},
        {"other", "Twice", {Symbol::of("F"), Symbol::of("F")}},
        {"other", "Many", std::vector<Symbol>(501, Symbol::of("F"))},
    };
    for (const store::Watchlist& refused : wrong) {
        const Status saved = m_worker->saveWatchlist(refused, 1);
        ASSERT_FALSE(saved.ok()) << refused.name;
        EXPECT_FALSE(saved.error().message.empty());
    }
    EXPECT_EQ(m_worker->watchlists()->size(), 1U);
    EXPECT_EQ(m_worker->removeWatchlist("never").error().kind, ErrorKind::NotFound);
}

TEST_F(StoreWorkerWindow, APictureTakenBeforeTheJournalRowBelongsToIt) {
    open();
    ASSERT_TRUE(m_worker->addPicture(picture("p1")).ok());
    ASSERT_TRUE(m_worker->addPicture(picture("p1")).ok()) << "told again after a restart";
    m_worker->recordTrade(finished());
    ASSERT_TRUE(m_worker->addPicture(picture("p2", "exit")).ok());
    const auto rows = m_worker->journal({});
    ASSERT_TRUE(rows.ok());
    ASSERT_EQ(rows->size(), 1U);
    const auto pictures = m_worker->pictures({"another", rows->front().id});
    ASSERT_TRUE(pictures.ok());
    ASSERT_EQ(pictures->size(), 2U);
    EXPECT_EQ(pictures->front(), picture("p1"));
    EXPECT_EQ(pictures->back().event, "exit");
}

TEST_F(StoreWorkerWindow, APictureWithoutAPlaceOfOursIsRefused) {
    open();
    std::vector<store::Screenshot> wrong(7, picture("p"));
    wrong[0].id.clear();
    wrong[1].tradeId.clear();
    wrong[2].event = "holding";
    wrong[3].chart = "";
    wrong[4].file = "/etc/passwd";
    wrong[5].file = "2026/../../secret.png";
    wrong[6].file.clear();
    for (const store::Screenshot& refused : wrong)
        EXPECT_FALSE(m_worker->addPicture(refused).ok()) << refused.file;
    EXPECT_TRUE(m_worker->pictures({"trade-1"})->empty());
}

TEST_F(StoreWorkerWindow, NotesAndTagsAreKeptWithinBounds) {
    open();
    m_worker->recordTrade(finished());
    ASSERT_TRUE(m_worker->annotate("trade-1", "held too long", {"fomo"}).ok());
    EXPECT_FALSE(m_worker->annotate("trade-1", std::string(20'001, 'x'), {}).ok());
    EXPECT_FALSE(m_worker->annotate("trade-1", "", {""}).ok());
    EXPECT_FALSE(m_worker->annotate("trade-1", "", {std::string(41, 'x')}).ok());
    EXPECT_FALSE(m_worker->annotate("trade-1", "", std::vector<std::string>(31, "tag")).ok());
    EXPECT_EQ(m_worker->annotate("trade-2", "", {}).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(m_worker->journal({})->front().notes, "held too long");
}

TEST_F(StoreWorkerWindow, AChangedSettingIsKeptAndAudited) {
    open();
    ASSERT_TRUE(m_worker->saveSetting("orders.max_quantity", "50", "5", kNow).ok());
    m_worker.reset();
    const auto store = store::openStore(m_folder / "store.db");
    ASSERT_TRUE(store.ok());
    EXPECT_EQ(store::SettingsRepository(**store).all()->at("orders.max_quantity"), "5");
    const auto audit = store::AuditRepository(**store).recent(10);
    ASSERT_EQ(audit->size(), 1U);
    EXPECT_EQ(audit->front().subject, "orders.max_quantity");
    EXPECT_EQ(audit->front().detail, "from 50 to 5");
}

TEST_F(StoreWorkerWindow, NotificationsAreListedAndMarked) {
    open();
    m_worker->recordNotice(trade::Notice{trade::NoticeLevel::Critical, "kill.set", "A sentence.", {}}, kNow);
    const auto before = m_worker->notifications(10);
    ASSERT_EQ(before->size(), 1U);
    EXPECT_EQ(before->front().severity, "alert");
    ASSERT_TRUE(m_worker->markRead(before->front().id, kNow).ok());
    EXPECT_TRUE(m_worker->notifications(10)->front().readAt.isSet());
}

TEST_F(StoreWorkerWindow, WithoutAStoreEverythingSaysSo) {
    StoreWorker closed(m_folder / "store.db", "demo", m_log);
    const auto unavailable = [](const auto& answer) {
        return !answer.ok() && answer.error().kind == ErrorKind::Unavailable;
    };
    EXPECT_TRUE(unavailable(closed.watchlists()));
    EXPECT_TRUE(unavailable(closed.saveWatchlist({"a", "A", {}}, 0)));
    EXPECT_TRUE(unavailable(closed.removeWatchlist("a")));
    EXPECT_TRUE(unavailable(closed.journal({})));
    EXPECT_TRUE(unavailable(closed.annotate("a", "", {})));
    EXPECT_TRUE(unavailable(closed.addPicture(picture("p"))));
    EXPECT_TRUE(unavailable(closed.pictures({"a"})));
    EXPECT_TRUE(unavailable(closed.notifications(1)));
    EXPECT_TRUE(unavailable(closed.markRead("a", kNow)));
    EXPECT_TRUE(unavailable(closed.saveSetting("log.level", "info", "debug", kNow)));
}

} // namespace
} // namespace strikedesk::workers
