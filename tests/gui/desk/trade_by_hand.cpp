// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/desk/trade_by_hand.h"

#include "ui/theme/format.h"

namespace strikedesk::test {

using ui::LinkGroup;

void TradeByHand::search(const std::string& underlying) {
    m_underlying = Symbol::of(underlying);
    const QString text = QString::fromStdString(underlying);
    desk.searchSymbol(text);
    EXPECT_EQ(desk.terminal().links().selection(LinkGroup::A).underlying, m_underlying);
    EXPECT_TRUE(desk.titleOf("chart#1").startsWith(text + QStringLiteral(" · ")));
    EXPECT_EQ(desk.titleOf("chain#1"), QStringLiteral("Options chain · ") + text);
    EXPECT_TRUE(DeskDriver::until([&] {
        const auto shown = desk.chart("chart#1").shownSeries();
        return shown && !shown->isEmpty() && shown->key().symbol == m_underlying;
    })) << "the chart stayed empty";
    desk.keepPicture("searched");
}

bool TradeByHand::isQuoted() {
    const ui::ChainModel& chain = desk.chain().chain();
    const auto row = chain.atTheMoneyRow();
    const ui::ChainSide* side = row ? chain.side(*row, OptionRight::Call) : nullptr;
    return side && side->bid.isPositive() && side->ask.isPositive() &&
           chain.view().underlying == m_underlying;
}

void TradeByHand::chooseContract() {
    ui::ChainTable& table = desk.chain();
    const ui::ChainModel& chain = table.chain();
    ASSERT_TRUE(DeskDriver::until([&] { return isQuoted(); })) << "no quotes in the chain";
    const Date second = chain.view().expiries.at(1).date;
    table.setFocus();
    if (*chain.view().expiry != second)
        desk.press(Qt::Key_BracketRight);
    ASSERT_TRUE(DeskDriver::until([&] { return chain.view().expiry == second && isQuoted(); }));
    const int row = *chain.atTheMoneyRow();
    const QModelIndex cell =
        table.model()->index(row, chain.placeOf(OptionRight::Call, ui::ChainColumn::Ask));
    contract = chain.side(row, OptionRight::Call)->contract;
    ASSERT_TRUE(table.viewport()->rect().intersects(table.visualRect(cell)));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(cell).center());
    EXPECT_EQ(desk.terminal().links().selection(LinkGroup::A).contract, contract);
    EXPECT_TRUE(desk.titleOf("matrix#1").contains(ui::contractText(contract)));
    EXPECT_TRUE(desk.titleOf("contract_chart#1").startsWith(ui::contractText(contract)));
    QTest::keyClick(&table, Qt::Key_Return);
    EXPECT_EQ(said("ticket.contract"), ui::contractLongText(contract));
    desk.keepPicture("chosen");
}

void TradeByHand::fillInTheTicket() {
    DeskDriver::click(button("ticket.quantity.5"));
    EXPECT_EQ(field("ticket.quantity")->text(), QString::number(kContracts));
    DeskDriver::type(field("ticket.stop"), {});
    QTest::keyClick(field("ticket.stop"), Qt::Key_Delete);
    ASSERT_TRUE(DeskDriver::until([&] {
        DeskDriver::click(button("ticket.limit.ask"));
        return !field("ticket.limit")->text().isEmpty();
    }));
    // Above the ask, so that it fills although the market moves meanwhile.
    for (int step = 0; step < 5; ++step)
        QTest::keyClick(field("ticket.limit"), Qt::Key_Up);
    DeskDriver::click(button("ticket.target.percent"));
    DeskDriver::type(field("ticket.target"), QStringLiteral("40"));
    const QString asPrice = said("ticket.target.price").mid(2);
    EXPECT_FALSE(asPrice.isEmpty());
    DeskDriver::click(button("ticket.target.amount"));
    EXPECT_FALSE(field("ticket.target")->text().isEmpty());
    DeskDriver::click(button("ticket.target.at"));
    EXPECT_EQ(field("ticket.target")->text(), asPrice);
    const auto typed = Price::tryFromText(asPrice.toStdString());
    ASSERT_TRUE(typed) << asPrice.toStdString();
    target = *typed;
    expectEveryCheckPassed();
    desk.keepPicture("ticket");
}

void TradeByHand::expectEveryCheckPassed() {
    EXPECT_FALSE(desk.part<QLabel>("ticket#1", "ticket.problem")->isVisible())
        << said("ticket.problem").toStdString();
    EXPECT_TRUE(DeskDriver::until([&] {
        return button("ticket.submit")->text().startsWith(QStringLiteral("Buy %1 · ").arg(kContracts));
    })) << button("ticket.submit")->text().toStdString();
    auto* checks = desk.part<QWidget>("ticket#1", "ticket.checks");
    EXPECT_TRUE(DeskDriver::until([&] {
        const QString spoken = checks->accessibleDescription();
        return spoken.contains(QStringLiteral("✓")) && !spoken.contains(QStringLiteral("✗"));
    })) << checks->accessibleDescription().toStdString();
}

void TradeByHand::submit() {
    DeskDriver::click(button("ticket.submit"));
    EXPECT_TRUE(button("ticket.submit")->text().startsWith(QStringLiteral("Confirm: buy 5 at ")));
    QTest::keyClick(button("ticket.submit"), Qt::Key_Return);
    ASSERT_TRUE(DeskDriver::until([&] {
        const ui::PositionLine* line = position();
        return line && line->row().quantity == Quantity::whole(kContracts) && line->row().entry;
    })) << said("ticket.result").toStdString();
    EXPECT_TRUE(DeskDriver::until([&] {
        return said("ticket.result").startsWith(QStringLiteral("Filled: 5 at "));
    })) << said("ticket.result").toStdString();
    entry = *position()->row().entry;
    EXPECT_EQ(position()->row().symbol, contract);
    EXPECT_EQ(position()->row().target, target);
    EXPECT_TRUE(position()->accessibleName().contains(ui::contractLongText(contract)));
    EXPECT_TRUE(DeskDriver::until([&] { return restingAtTheTarget() == kContracts; }))
        << "the take-profit does not rest";
    desk.keepPicture("filled");
}

void TradeByHand::close() {
    DeskDriver::click(desk.part<QPushButton>("positions#1", "positions.close"));
    desk.keepPicture("asks-to-close");
    DeskDriver::click(desk.part<QPushButton>("positions#1", "positions.confirmClose"));
    ASSERT_TRUE(DeskDriver::until([&] { return position() == nullptr; })) << "the position stays";
    EXPECT_TRUE(desk.part<QLabel>("positions#1", "positions.empty")->isVisible());
    EXPECT_TRUE(DeskDriver::until([&] { return desk.ladder().model().book().orders.empty(); }))
        << "an order is still shown";
}

std::int64_t TradeByHand::restingAtTheTarget() {
    std::int64_t resting = 0;
    for (const ui::OwnOrder& order : desk.ladder().model().book().orders)
        if (order.role == trade::OrderRole::TakeProfit && !order.isSettling && order.price == target)
            resting += order.quantity;
    return resting;
}

ui::PositionLine* TradeByHand::position() {
    for (QWidget* line : desk.dock("positions#1")->findChildren<QWidget*>(QStringLiteral("positions.line")))
        if (!line->isHidden())
            return dynamic_cast<ui::PositionLine*>(line);
    return nullptr;
}

} // namespace strikedesk::test
