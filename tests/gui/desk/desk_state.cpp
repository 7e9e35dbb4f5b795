// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/desk/desk_state.h"

#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace strikedesk::test {

namespace {

QJsonArray docksOf(ui::Workspace& workspace) {
    QStringList docks;
    for (ui::PanelDock* dock : workspace.docks())
        docks << QStringLiteral("%1 %2 area %3")
                     .arg(dock->objectName(),
                          dock->isFloating() ? QStringLiteral("floats") : QStringLiteral("docked"))
                     .arg(static_cast<int>(workspace.dockWidgetArea(dock)));
    docks.sort();
    return QJsonArray::fromStringList(docks);
}

/// The cells of an orders table that do not grow older.
QJsonArray ordersOf(DeskDriver& desk) {
    QStringList orders;
    for (const QString& line : desk.linesOf("orders#1", "orders.table"))
        orders << line.section(QLatin1Char('|'), 1, 6);
    return QJsonArray::fromStringList(orders);
}

QJsonArray positionsOf(DeskDriver& desk) {
    QStringList positions;
    for (QWidget* each : desk.dock("positions#1")->findChildren<QWidget*>(QStringLiteral("positions.line")))
        if (const auto* line = dynamic_cast<ui::PositionLine*>(each); line && !line->isHidden())
            positions << QStringLiteral("%1 %2 @ %3 target %4, %5")
                             .arg(ui::contractText(line->row().symbol),
                                  ui::quantityText(line->row().quantity), ui::priceText(line->row().entry),
                                  ui::priceText(line->row().target), line->row().detail);
    return QJsonArray::fromStringList(positions);
}

QJsonArray watchlistOf(DeskDriver& desk) {
    QStringList symbols;
    for (const QString& line : desk.linesOf("watchlist#1", "watchlist.table"))
        symbols << line.section(QLatin1Char('|'), 0, 0);
    return QJsonArray::fromStringList(symbols);
}

int storedPictures(DeskDriver& desk) {
    int stored = 0;
    for (const ui::JournalRow& row : desk.terminal().journal().rows())
        for (const ui::JournalPicture& picture : row.pictures)
            stored += QFileInfo(QString::fromStdString(picture.file)).size() > 0 ? 1 : 0;
    return stored;
}

} // namespace

QJsonObject stateOf(DeskDriver& desk) {
    const QString front = desk.window().workspace().kind().id;
    desk.press(Qt::Key_1, Qt::ControlModifier);
    EXPECT_EQ(desk.window().workspace().kind().id, QStringLiteral("trade"));
    QJsonObject state{
        {QStringLiteral("theme"), static_cast<int>(ui::Theme::current().kind())},
        {QStringLiteral("workspace"), front},
        {QStringLiteral("docks"), docksOf(desk.window().workspace())},
        {QStringLiteral("chart"), desk.titleOf("chart#1")},
        {QStringLiteral("contract chart"), desk.titleOf("contract_chart#1")},
        {QStringLiteral("watchlist"), watchlistOf(desk)},
        {QStringLiteral("positions"), positionsOf(desk)},
    };
    desk.raise("orders#1");
    state.insert(QStringLiteral("orders"), ordersOf(desk));
    desk.raise("fills#1");
    state.insert(QStringLiteral("fills"), QJsonArray::fromStringList(desk.linesOf("fills#1", "fills.table")));
    desk.raise("journal#1");
    state.insert(QStringLiteral("journal"),
                 QJsonArray::fromStringList(desk.linesOf("journal#1", "journal.table")));
    state.insert(QStringLiteral("pictures"), storedPictures(desk));
    desk.raise("positions#1");
    desk.window().showWorkspace(front);
    return state;
}

QString differencesOf(const QJsonObject& before, const QJsonObject& after) {
    const auto textOf = [](const QJsonValue& value) {
        return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    };
    QStringList found;
    for (const QString& key : before.keys() + after.keys())
        if (before.value(key) != after.value(key))
            found << QStringLiteral("%1: %2 became %3")
                         .arg(key, textOf(before.value(key)), textOf(after.value(key)));
    found.removeDuplicates();
    return found.join(QLatin1Char('\n'));
}

void leaveTraces(DeskDriver& desk, TradeByHand& trade) {
    ASSERT_NO_FATAL_FAILURE(trade.search("QQQ"));
    ASSERT_NO_FATAL_FAILURE(trade.chooseContract());
    ASSERT_NO_FATAL_FAILURE(trade.fillInTheTicket());
    ASSERT_NO_FATAL_FAILURE(trade.submit());
    ASSERT_NO_FATAL_FAILURE(trade.close());
    ASSERT_TRUE(DeskDriver::until([&] {
        const auto rows = desk.terminal().journal().rows();
        return rows.size() == 1 && rows.front().pictures.size() == 4;
    })) << "the closed trade is not in the journal";
    ASSERT_NO_FATAL_FAILURE(trade.chooseContract());
    ASSERT_NO_FATAL_FAILURE(trade.fillInTheTicket());
    ASSERT_NO_FATAL_FAILURE(trade.submit());

    // What is compared later is at rest: the take-profit has arrived at the venue.
    ASSERT_TRUE(DeskDriver::until([&] {
        const auto& orders = desk.snapshot()->orders->orders;
        return std::none_of(orders.begin(), orders.end(), [](const trade::OrderState& order) {
            return order.status == trade::OrderStatus::PendingNew;
        });
    })) << "an order is still on its way";

    auto* watchlist = desk.part<QAbstractItemView>("watchlist#1", "watchlist.table");
    const auto lastSymbol = [&] { return desk.linesOf("watchlist#1", "watchlist.table").value(11); };
    ASSERT_EQ(watchlist->model()->rowCount(), 12);
    QTest::mouseClick(watchlist->viewport(), Qt::LeftButton, {},
                      watchlist->visualRect(watchlist->model()->index(2, 0)).center());
    desk.press(Qt::Key_Delete);
    ASSERT_TRUE(DeskDriver::until([&] { return watchlist->model()->rowCount() == 11; }));
    auto* add = desk.part<QLineEdit>("watchlist#1", "watchlist.add");
    DeskDriver::type(add, QStringLiteral("iwm"));
    QTest::keyClick(add, Qt::Key_Return);
    ASSERT_TRUE(DeskDriver::until([&] { return lastSymbol().startsWith(QStringLiteral("IWM|")); }));

    DeskDriver::click(desk.part<QWidget>("chart#1", "chart.timeframe.15m"));
    DeskDriver::click(desk.part<QWidget>("matrix#1", "matrix.ladder"));
    desk.press(Qt::Key_W, Qt::ControlModifier);
    EXPECT_TRUE(DeskDriver::until([&] { return desk.dock("matrix#1") == nullptr; }));
    desk.raise("fills#1");
    DeskDriver::click(desk.part<QWidget>("fills#1", "fills.table"));
    desk.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(DeskDriver::until([&] { return desk.dock("fills#1")->isFloating(); }));
    desk.window().activateWindow();
    EXPECT_TRUE(QTest::qWaitForWindowActive(&desk.window()));
    desk.command(QStringLiteral("Switch between dark and light"));
    EXPECT_EQ(ui::Theme::current().kind(), ui::ThemeKind::Light);
    desk.press(Qt::Key_7, Qt::ControlModifier);
    EXPECT_EQ(desk.window().workspace().kind().id, QStringLiteral("desk"));
    desk.keepPicture("left");
}

} // namespace strikedesk::test
