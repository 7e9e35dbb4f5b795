// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/panel_rig.h"
#include "ui/panels/notifications/notice_model.h"
#include "ui/panels/notifications/notifications_panel.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

namespace strikedesk::ui {

namespace {

class NotificationsTest : public ::testing::Test {
protected:
    NotificationsTest() {
        panel->resize(340, 240);
        panel->show();
    }
    void say(int infos, int warnings, int criticals) {
        SnapshotBuilder builder;
        for (int i = 0; i < infos; ++i)
            builder.notice(trade::NoticeLevel::Info, "fill", "Filled 4 × SOFI 29 C @ 2.00.");
        for (int i = 0; i < warnings; ++i)
            builder.notice(trade::NoticeLevel::Warning, "data", "One bad tick was left out, AMD.");
        for (int i = 0; i < criticals; ++i)
            builder.notice(trade::NoticeLevel::Critical, "kill.set", "The kill switch is on, set by you.");
        rig.desk.show(builder.build());
    }
    QAbstractItemModel* model() const {
        return panel->findChild<QListView*>(QStringLiteral("notifications.list"))->model();
    }

    PanelRig rig;
    std::unique_ptr<Panel> panel{makeNotificationsPanel(rig.context(), nullptr)};
};

} // namespace

TEST_F(NotificationsTest, NewestIsOnTop) {
    EXPECT_TRUE(panel->findChild<QLabel*>(QStringLiteral("notifications.empty"))->isVisible());
    say(2, 1, 1);
    ASSERT_EQ(model()->rowCount(), 4);
    EXPECT_TRUE(model()->index(0, 0).data().toString().contains(QStringLiteral("kill switch")));
    EXPECT_TRUE(model()->index(3, 0).data().toString().startsWith(QStringLiteral("10:42:07")));
}

TEST_F(NotificationsTest, ASessionThatBeganAnewHasUnreadNoticesAgain) {
    say(3, 0, 0);
    for (const PanelAction& action : panel->actions())
        if (action.id == QLatin1String("notifications.read"))
            action.run();
    EXPECT_TRUE(panel->headerNote().isEmpty());
    say(1, 0, 0);
    EXPECT_EQ(panel->headerNote(), QStringLiteral("1 unread"));
}

TEST_F(NotificationsTest, AfterARestartTheEarlierOnesFollowTheNewOnes) {
    const Timestamp before = SnapshotBuilder::at() - Duration::hours(20);
    rig.desk.past = {{SnapshotBuilder::at(), trade::NoticeLevel::Info, "Filled 4 × SOFI 29 C @ 2.00."},
                     {before, trade::NoticeLevel::Warning, "An exit waits for the market."},
                     {before, trade::NoticeLevel::Info, "Connected."}};
    say(0, 0, 0);
    EXPECT_EQ(model()->rowCount(), 3) << "nothing was said yet in this session";
    say(1, 0, 0);
    ASSERT_EQ(model()->rowCount(), 3) << "the one of this session is in the store as well";
    EXPECT_TRUE(model()->index(0, 0).data().toString().contains(QStringLiteral("SOFI")));
    EXPECT_TRUE(model()->index(2, 0).data().toString().contains(QStringLiteral("Connected")));
    EXPECT_EQ(panel->headerNote(), QStringLiteral("1 unread"));
}

TEST_F(NotificationsTest, FiltersByLevelAndSaysHowToSeeTheRest) {
    say(2, 1, 0);
    auto* level = panel->findChild<QComboBox*>(QStringLiteral("notifications.level"));
    level->setCurrentIndex(1);
    EXPECT_EQ(model()->rowCount(), 1);
    level->setCurrentIndex(2);
    EXPECT_EQ(model()->rowCount(), 0);
    EXPECT_TRUE(panel->findChild<QLabel*>(QStringLiteral("notifications.empty"))->isVisible());
    level->setCurrentIndex(0);
    EXPECT_EQ(model()->rowCount(), 3);
}

TEST_F(NotificationsTest, CountsWhatNobodyLookedAtEvenWhileHidden) {
    say(2, 0, 0);
    EXPECT_EQ(panel->headerNote(), QStringLiteral("2 unread"));
    panel->hide();
    say(2, 1, 0);
    EXPECT_EQ(panel->headerNote(), QStringLiteral("3 unread"));
    panel->show();
    for (const PanelAction& action : panel->actions())
        if (action.id == QLatin1String("notifications.read"))
            action.run();
    EXPECT_TRUE(panel->headerNote().isEmpty());
    say(2, 2, 0);
    EXPECT_EQ(panel->headerNote(), QStringLiteral("1 unread"));
}

TEST_F(NotificationsTest, CopiesTheSelectedLines) {
    say(1, 1, 1);
    auto* list = panel->findChild<QListView*>(QStringLiteral("notifications.list"));
    list->selectionModel()->select(model()->index(1, 0), QItemSelectionModel::Select);
    QTest::mouseClick(panel->findChild<QPushButton*>(QStringLiteral("notifications.copy")), Qt::LeftButton);
    EXPECT_EQ(QGuiApplication::clipboard()->text(),
              QStringLiteral("10:42:07  Warning  One bad tick was left out, AMD."));
}

TEST_F(NotificationsTest, RestoresOnlyALevelThatExists) {
    auto* level = panel->findChild<QComboBox*>(QStringLiteral("notifications.level"));
    for (const auto& [given, expected] : {std::pair{1, 1}, {2, 2}, {3, 2}, {-1, 2}, {1'000'000, 2}}) {
        panel->restoreState({{QStringLiteral("level"), given}});
        EXPECT_EQ(level->currentIndex(), expected) << given;
    }
}

TEST(NoticeModelTest, KeepsItsPromisesAsOldNoticesFallOut) {
    NoticeModel model(nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    engine::EngineSnapshot snapshot;
    for (std::uint64_t number = 1; number <= 300; ++number) {
        trade::Notice notice;
        notice.message = "n" + std::to_string(number);
        snapshot.notices.push_back({number, SnapshotBuilder::at(), notice});
        if (snapshot.notices.size() > 200)
            snapshot.notices.erase(snapshot.notices.begin());
        model.setRows(noticeRowsOf(snapshot, {}, trade::NoticeLevel::Info, number / 2));
    }
    EXPECT_EQ(model.rowCount(), 200);
    EXPECT_EQ(model.row(0).number, 300U);
}

} // namespace strikedesk::ui
