// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/live_journal.h"
#include "app/desk/live_settings.h"
#include "app/desk/screenshot_saver.h"
#include "app/host/start_choices.h"
#include "tests/integration/desk/desk_rig.h"

#include <QTest>

namespace strikedesk::test {
namespace {

TEST(LiveJournal, AClosedTradeIsARowWithItsPicturesAndNotes) {
    DeskRig rig;
    ASSERT_TRUE(rig.begin());
    const std::filesystem::path pictures = rig.rig.folder.path() / "pictures";
    desk::LiveJournal journal(rig.desk, pictures);
    journal.setAccount(rig.desk.snapshot()->account->number);
    int changes = 0;
    const ui::Subscription changed = journal.subscribe([&] { ++changes; });

    const trade::EntryTicket ticket = rig.rig.ticket();
    send(*rig.rig.host, ticket);
    ASSERT_TRUE(untilHeld(*rig.rig.host, ticket.intentId, 2));
    store::Screenshot shot;
    shot.tradeId = ticket.intentId.text();
    shot.at = rig.desk.now();
    shot.event = "entry";
    shot.chart = "contract";
    shot.file = "entry.png";
    ASSERT_TRUE(rig.answerOf([&](auto answered) { rig.session().addPicture(shot, answered); }).ok());
    ASSERT_TRUE(rig.rig.closeByHand(ticket.intentId));

    // Without reading the whole journal again.
    const store::JournalEntry entry = rig.rig.host->journaled.front();
    journal.takeTrade(entry);
    EXPECT_TRUE(journal.rows().empty()) << "nothing was read yet";
    journal.load();
    ASSERT_TRUE(rig.until([&] { return journal.rows().size() == 1; }));
    const ui::JournalRow row = journal.rows().front();
    EXPECT_EQ(row.id, ticket.intentId.text());
    EXPECT_EQ(row.symbol, rig.rig.contract);
    EXPECT_EQ(row.quantity, Quantity::whole(2));
    EXPECT_EQ(row.net, rig.rig.host->journaled.front().netPnl);
    EXPECT_LT(row.openedAt, row.closedAt);
    ASSERT_EQ(row.pictures.size(), 1U);
    EXPECT_EQ(row.pictures.front().file, (pictures / "entry.png").string());
    const int before = changes;
    journal.load();
    rig.rig.host->until([] { return false; }, Duration::milliseconds(200));
    EXPECT_EQ(changes, before) << "the same rows are no news";

    const auto note = [&](const std::string& id) {
        return rig.answerOf([&](auto answered) { journal.annotate(id, "Too early.", {"0dte"}, answered); });
    };
    ASSERT_TRUE(note(row.id).ok());
    ASSERT_TRUE(rig.until([&] { return journal.rows().front().notes == "Too early."; }));
    EXPECT_EQ(journal.rows().front().tags, std::vector<std::string>{"0dte"});
    EXPECT_FALSE(note("no-such-trade").ok());

    journal.takeTrade(entry);
    EXPECT_EQ(journal.rows().front().notes, "Too early.") << "the facts come again, the words stay";
    EXPECT_EQ(journal.rows().front().pictures.size(), 1U);
    shot.event = "exit";
    shot.file = "exit.png";
    ASSERT_TRUE(rig.answerOf([&](auto answered) { rig.session().addPicture(shot, answered); }).ok());
    journal.loadPictures(row.id);
    EXPECT_TRUE(rig.until([&] { return journal.rows().front().pictures.size() == 2; }));
}

TEST(LiveJournal, ATradeThatEndsIsPutAtItsPlaceWithItsPictures) {
    DeskRig rig;
    ASSERT_TRUE(rig.begin());
    desk::LiveJournal journal(rig.desk, "pictures");
    journal.setAccount(rig.desk.snapshot()->account->number);
    store::Screenshot shot;
    shot.tradeId = "b";
    shot.at = rig.desk.now();
    shot.event = "entry";
    shot.chart = "contract";
    shot.file = "b.png";
    ASSERT_TRUE(rig.answerOf([&](auto answered) { rig.session().addPicture(shot, answered); }).ok());
    const auto closed = [&](const char* id, int minutesAgo) {
        store::JournalEntry entry;
        entry.id = id;
        entry.closedAt = rig.desk.now() - Duration::minutes(minutesAgo);
        return entry;
    };
    journal.load();
    // One comes while everything is being read, the others after it.
    journal.takeTrade(closed("a", 30));
    ASSERT_TRUE(rig.until([&] { return journal.rows().size() == 1; }));
    journal.takeTrade(closed("c", 10));
    journal.takeTrade(closed("b", 20));
    std::vector<std::string> order;
    for (const ui::JournalRow& row : journal.rows())
        order.push_back(row.id);
    EXPECT_EQ(order, (std::vector<std::string>{"c", "b", "a"}));
    ASSERT_TRUE(rig.until([&] { return journal.rows()[1].pictures.size() == 1; }));
    // A reading that fails takes nothing away, and is said.
    rig.session().stop();
    journal.loadPictures("b");
    journal.load();
    ASSERT_TRUE(rig.until([&] { return !rig.desk.facts().mishap.empty(); }));
    ASSERT_EQ(journal.rows().size(), 3U);
    EXPECT_EQ(journal.rows()[1].pictures.size(), 1U);
}

TEST(LiveJournal, SaysSoWhileThereIsNoSession) {
    desk::LiveDesk desk{ui::DeskFacts{}};
    desk::LiveJournal journal(desk, "pictures");
    journal.load();
    EXPECT_TRUE(journal.rows().empty());
    Status answer = done();
    journal.annotate("a", "b", {}, [&](const Status& status) { answer = status; });
    ASSERT_FALSE(answer.ok());
    EXPECT_EQ(answer.error().kind, ErrorKind::Unavailable);
}

TEST(LiveSettings, AChangeIsCheckedStoredAndTold) {
    DeskRig rig;
    ASSERT_TRUE(rig.begin());
    const TemporaryDirectory folder;
    desk::LiveSettings settings(rig.desk, rig.session().settings(), folder.path() / "start.json");
    rig.session().settingsChanged = [&](const Settings& applied) { settings.take(applied); };
    int changes = 0;
    const ui::Subscription changed = settings.subscribe([&] { ++changes; });
    const auto change = [&](const char* key, const char* text) {
        return rig.answerOf([&](auto answered) { settings.change(key, text, answered); });
    };
    ASSERT_EQ(settings.settings().text("ui.theme"), "dark");
    ASSERT_TRUE(change("ui.theme", "light").ok());
    ASSERT_TRUE(rig.until([&] { return settings.settings().text("ui.theme") == "light"; }));
    EXPECT_EQ(changes, 1);
    settings.take(settings.settings());
    EXPECT_EQ(changes, 1) << "the same settings are no news";
    const Status refused = change("ui.theme", "purple");
    ASSERT_FALSE(refused.ok());
    EXPECT_NE(refused.error().message.find("purple"), std::string::npos) << refused.error().message;
    EXPECT_EQ(settings.settings().text("ui.theme"), "light");
    EXPECT_FALSE(change("no.such.setting", "1").ok());
}

TEST(LiveSettings, SaysSoWhileThereIsNoSession) {
    desk::LiveDesk desk{ui::DeskFacts{}};
    desk::LiveSettings settings(desk, testSettings(), {});
    Status answer = done();
    settings.change("log.level", "debug", [&](const Status& status) { answer = status; });
    ASSERT_FALSE(answer.ok());
    EXPECT_EQ(answer.error().messageId, "settings.not_ready");
}

TEST(LiveSettings, WhatIsChosenForTheNextStartNeedsNoSession) {
    const TemporaryDirectory folder;
    const auto file = host::startFileOf(folder.path());
    desk::LiveDesk desk{ui::DeskFacts{}};
    desk::LiveSettings settings(desk, Settings::tryFrom({}).value(), file);
    std::optional<Status> answer;
    const auto change = [&](const char* text) {
        answer.reset();
        settings.change("mode", text, [&](const Status& status) { answer = status; });
        EXPECT_TRUE(QTest::qWaitFor([&] { return answer.has_value(); }, 5000));
        return answer.value_or(Status(Error{})).ok();
    };
    EXPECT_TRUE(change("paper"));
    EXPECT_EQ(host::readStartChoices(file)->at("mode"), "paper");
    EXPECT_EQ(settings.settings().text("mode"), "paper");
    EXPECT_FALSE(change("mars"));
    settings.take(Settings::tryFrom({}).value());
    EXPECT_EQ(settings.settings().text("mode"), "paper") << "a change in the session takes nothing back";
}

TEST(LiveSettings, ChoicesMadeQuicklyKeepEachOther) {
    const TemporaryDirectory folder;
    const auto file = host::startFileOf(folder.path());
    desk::LiveDesk desk{ui::DeskFacts{}};
    desk::LiveSettings settings(desk, Settings::tryFrom({}).value(), file);
    int kept = 0;
    const auto count = [&](const Status& status) { kept += status.ok() ? 1 : 0; };
    for (int i = 0; i < 20; ++i) {
        settings.change("mode", i % 2 == 0 ? "demo" : "paper", count);
        settings.change("data.dir", "/data/" + std::to_string(i), count);
    }
    ASSERT_TRUE(QTest::qWaitFor([&] { return kept == 40; }, 5000));
    const auto choices = host::readStartChoices(file);
    EXPECT_EQ(choices->at("mode"), "paper");
    EXPECT_EQ(choices->at("data.dir"), "/data/19");
}

TEST(ScreenshotSaver, WritesThePictureAndSaysWhenItCannot) {
    const TemporaryDirectory folder;
    QImage picture(8, 8, QImage::Format_RGB32);
    picture.fill(Qt::red);
    const auto save = [&](const std::filesystem::path& where, const QString& name) {
        desk::ScreenshotSaver saver(where);
        std::optional<Status> answer;
        saver.save(picture, name, [&](const Status& status) { answer = status; });
        EXPECT_TRUE(QTest::qWaitFor([&] { return answer.has_value(); }, 5000));
        return answer.value_or(done());
    };
    EXPECT_TRUE(save(folder.path() / "shots", QStringLiteral("a.png")).ok());
    EXPECT_FALSE(QImage(QString::fromStdString((folder.path() / "shots" / "a.png").string())).isNull());
    EXPECT_TRUE(save(folder.path() / "shots", QStringLiteral("../outside.png")).ok());
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "outside.png")) << "a name is never a path";
    EXPECT_FALSE(save(folder.path() / "shots" / "a.png", QStringLiteral("b.png")).ok())
        << "a file, no folder";
}

} // namespace
} // namespace strikedesk::test
