// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/desk/desk_state.h"
#include "tests/integration/session/venue_control.h"
#include "tests/unit/store/temporary_directory.h"
#include "ui/theme/theme.h"

#include <QLockFile>
#include <QPushButton>

#include <nlohmann/json.hpp>

// The window is closed and opened again on the same folder: everything a person left is there.

namespace strikedesk::test {
namespace {

TEST(DeskRestart, EverythingAPersonLeftIsThereAgain) {
    const TemporaryDirectory folder;
    QJsonObject before;
    Price target;
    {
        DeskDriver desk{{folder.path(), 10.0, STRIKEDESKCTL, "restart-a"}};
        TradeByHand trade{desk};
        ASSERT_TRUE(desk.untilReady());
        ASSERT_NO_FATAL_FAILURE(leaveTraces(desk, trade));
        before = stateOf(desk);
        target = trade.target;
    }
    ui::Theme::current().apply(ui::ThemeKind::Dark, ui::SignColours::GreenRed);
    DeskDriver desk{{folder.path(), 10.0, STRIKEDESKCTL, "restart-b"}};
    ASSERT_TRUE(desk.untilReady());
    EXPECT_EQ(desk.part<QWidget>("welcome"), nullptr) << "welcomed twice";
    QJsonObject after;
    EXPECT_TRUE(DeskDriver::until(
        [&] {
            after = stateOf(desk);
            return after == before;
        },
        20'000))
        << differencesOf(before, after).toStdString();
    desk.keepPicture("again");
    desk.press(Qt::Key_1, Qt::ControlModifier);
    desk.keepPicture("trade");
    const auto open = VenueControl(desk.venuePort()).get("/v2/orders?status=open");
    std::int64_t resting = 0;
    for (const auto& order : open) {
        EXPECT_EQ(order.at("side"), "sell");
        EXPECT_EQ(Price::tryFromText(order.at("limit_price").get<std::string>()).valueOr(Price()), target);
        resting += std::stoll(order.at("qty").get<std::string>());
    }
    EXPECT_EQ(resting, TradeByHand::kContracts) << open.dump();
}

TEST(DeskRestart, ASessionThatCouldNotBeginBeginsWhenTriedAgain) {
    const TemporaryDirectory folder;
    const QString profile = QString::fromStdString((folder.path() / "demo").string());
    ASSERT_TRUE(QDir().mkpath(profile));
    QLockFile other(profile + QStringLiteral("/profile.lock"));
    other.setStaleLockTime(0);
    ASSERT_TRUE(other.tryLock(0));
    DeskDriver desk{{folder.path(), 10.0, STRIKEDESKCTL, "retry"}};
    const auto retry = [&] { return desk.part<QPushButton>("status.retry"); };
    ASSERT_TRUE(DeskDriver::until([&] { return retry() != nullptr && retry()->isVisible(); }));
    EXPECT_TRUE(
        QString::fromStdString(desk.terminal().desk().facts().trouble).contains(QLatin1String("profile")));
    bool wasTried = false;
    const auto tried = desk.terminal().desk().subscribe(
        [&] { wasTried = wasTried || desk.terminal().desk().facts().trouble.empty(); });
    desk.click(retry());
    ASSERT_TRUE(DeskDriver::until([&] {
        return wasTried && !desk.terminal().desk().facts().trouble.empty();
    })) << "still in use: said again";
    other.unlock();
    desk.click(retry());
    EXPECT_TRUE(desk.untilReady());
    EXPECT_FALSE(retry()->isVisible());
}

} // namespace
} // namespace strikedesk::test
