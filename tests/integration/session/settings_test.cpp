// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/migrations.h"
#include "core/io/store/settings_repository.h"
#include "core/run/session/stored_settings.h"
#include "tests/integration/session/rig.h"

#include <thread>

namespace strikedesk::test {
namespace {

/// Changes one setting and waits for the answer.
Status change(SessionHost& host, const std::string& key, const std::string& text) {
    std::optional<Status> answer;
    host.session().changeSetting(key, text, [&answer](const Status& status) { answer = status; });
    EXPECT_FALSE(answer.has_value()) << "the answer never comes before the call returns";
    EXPECT_TRUE(host.until([&answer] { return answer.has_value(); }));
    return answer.value_or(done());
}

TEST(ChangeSetting, IsInForceAtOnceForTheNextOrderAndStillAfterARestart) {
    SessionRig rig;
    ASSERT_TRUE(rig.begin());
    const trade::EntryTicket ticket = rig.ticket(3);
    rig.host->session().post(engine::TicketDrafted{ticket});
    ASSERT_TRUE(rig.host->untilShown(
        [](const auto& snapshot) { return snapshot.ticketCheck && snapshot.ticketCheck->mayLeave; }));
    int told = 0;
    rig.host->session().settingsChanged = [&told](const Settings&) { ++told; };
    ASSERT_TRUE(change(*rig.host, "orders.max_quantity", "2").ok());
    EXPECT_EQ(told, 1);
    EXPECT_EQ(rig.host->session().settings().integer("orders.max_quantity"), 2);
    EXPECT_TRUE(rig.host->untilShown([](const auto& snapshot) {
        return snapshot.ticketCheck &&
               std::any_of(snapshot.ticketCheck->checks.begin(), snapshot.ticketCheck->checks.end(),
                           [](const auto& gate) { return gate.code == "quantity_max" && !gate.passed; });
    }));
    send(*rig.host, ticket);
    EXPECT_TRUE(rig.host->untilNotice("refused.quantity_max"));
    EXPECT_EQ(rig.venue->arrivedWrites(), 0);
    rig.host->stop();
    const auto stored = session::storedSettings(rig.folder.path() / "demo");
    ASSERT_TRUE(stored.ok());
    EXPECT_EQ(*stored, (SettingTexts{{"orders.max_quantity", "2"}}));
}

TEST(ChangeSetting, SaysWhatIsAllowedAndChangesNothing) {
    SessionRig rig;
    ASSERT_TRUE(rig.host->start().ok());
    EXPECT_NE(change(*rig.host, "orders.max_quantity", "0").error().message.find("1 to 10000"),
              std::string::npos);
    EXPECT_EQ(change(*rig.host, "orders.no_such", "1").error().kind, ErrorKind::NotFound);
    EXPECT_EQ(change(*rig.host, "mode", "live").error().messageId, "settings.chosen_at_start");
    EXPECT_EQ(change(*rig.host, "data.dir", "/elsewhere").error().kind, ErrorKind::Refused);
    EXPECT_EQ(change(*rig.host, "quotes.manual_age_seconds", "9").error().messageId, "settings.overridden");
    EXPECT_EQ(rig.host->session().settings().integer("orders.max_quantity"), 50);
    rig.host->stop();
    EXPECT_EQ(change(*rig.host, "orders.max_quantity", "5").error().kind, ErrorKind::Unavailable);
    EXPECT_TRUE(session::storedSettings(rig.folder.path() / "demo")->empty());
}

TEST(StoredSettings, LeaveOutWhatIsChosenAtStartAndWhatThisBuildDoesNotKnow) {
    const TemporaryDirectory folder;
    EXPECT_TRUE(session::storedSettings(folder.path())->empty()) << "before the first start";
    {
        const auto store = store::openStore(folder / "store.db");
        ASSERT_TRUE(store.ok());
        store::SettingsRepository settings(**store);
        for (const char* key : {"mode", "data.dir", "profile.name", "of.another.version", "ui.theme"})
            ASSERT_TRUE(settings.set(key, "light", Timestamp()).ok());
    }
    EXPECT_EQ(*session::storedSettings(folder.path()), (SettingTexts{{"ui.theme", "light"}}));
}

TEST(WindowStore, AnswersOnTheOwnersThreadAfterTheCall) {
    SessionRig rig;
    ASSERT_TRUE(rig.begin());
    std::optional<Result<std::vector<store::Watchlist>>> lists;
    const auto owner = std::this_thread::get_id();
    std::thread::id answeredOn;
    rig.host->session().loadWatchlists([&](Result<std::vector<store::Watchlist>> answer) {
        lists = std::move(answer);
        answeredOn = std::this_thread::get_id();
    });
    EXPECT_FALSE(lists.has_value());
    ASSERT_TRUE(rig.host->until([&lists] { return lists.has_value(); }));
    EXPECT_EQ(answeredOn, owner);
    ASSERT_TRUE(lists->ok());
    EXPECT_EQ((*lists)->size(), 1U);

    const trade::EntryTicket ticket = rig.ticket();
    send(*rig.host, ticket);
    ASSERT_TRUE(untilHeld(*rig.host, ticket.intentId, 2));
    std::optional<Status> stored;
    store::Screenshot picture;
    picture.tradeId = ticket.intentId.text();
    picture.at = rig.host->session().now().market;
    picture.event = "entry";
    picture.chart = "contract";
    picture.file = "entry.png";
    rig.host->session().addPicture(picture, [&stored](const Status& status) { stored = status; });
    ASSERT_TRUE(rig.closeByHand(ticket.intentId));
    ASSERT_TRUE(stored && stored->ok());
    std::optional<Result<std::vector<store::JournalEntry>>> rows;
    rig.host->session().listJournal({}, [&rows](auto answer) { rows = std::move(answer); });
    ASSERT_TRUE(rig.host->until([&rows] { return rows.has_value(); }));
    ASSERT_EQ((*rows)->size(), 1U);
    std::optional<Result<std::vector<store::Screenshot>>> pictures;
    rig.host->session().pictures({(*rows)->front().id},
                                 [&pictures](auto answer) { pictures = std::move(answer); });
    ASSERT_TRUE(rig.host->until([&pictures] { return pictures.has_value(); }));
    ASSERT_EQ((*pictures)->size(), 1U);
    EXPECT_FALSE((*pictures)->front().id.empty());
}

} // namespace
} // namespace strikedesk::test
