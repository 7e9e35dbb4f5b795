// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/desk/desk_driver.h"
#include "tests/unit/store/temporary_directory.h"
#include "ui/panels/blotter/position_line.h"
#include "ui/theme/format.h"

#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QWheelEvent>

// One trade as a person makes it: by the search, the chain, the ticket and the blotter of the real window.

namespace strikedesk::test {
namespace {

using ui::LinkGroup;

class TradingLoop : public ::testing::Test {
protected:
    /// Types a symbol nobody looks at yet; every linked panel follows.
    void searchASymbol() {
        ASSERT_NE(desk.terminal().links().selection(LinkGroup::A).underlying, Symbol::of("QQQ"));
        desk.searchSymbol(QStringLiteral("QQQ"));
        EXPECT_EQ(desk.terminal().links().selection(LinkGroup::A).underlying, Symbol::of("QQQ"));
        EXPECT_TRUE(desk.titleOf("chart#1").startsWith(QStringLiteral("QQQ · ")));
        EXPECT_EQ(desk.titleOf("chain#1"), QStringLiteral("Options chain · QQQ"));
        EXPECT_TRUE(DeskDriver::until([&] {
            const auto shown = desk.chart("chart#1").shownSeries();
            return shown && !shown->isEmpty() && shown->key().symbol == Symbol::of("QQQ");
        })) << "the chart stayed empty";
        desk.keepPicture("searched");
    }

    /// The at-the-money call of the second expiry: mouse, then keyboard.
    void chooseAContract() {
        ui::ChainTable& chain = desk.chain();
        const auto isQuoted = [&] {
            const auto row = chain.chain().atTheMoneyRow();
            const ui::ChainSide* side = row ? chain.chain().side(*row, OptionRight::Call) : nullptr;
            return side && side->bid.isPositive() && side->ask.isPositive() &&
                   chain.chain().view().underlying == Symbol::of("QQQ");
        };
        ASSERT_TRUE(DeskDriver::until(isQuoted)) << "no quotes in the chain";
        const Date first = *chain.chain().view().expiry;
        chain.setFocus();
        desk.press(Qt::Key_BracketRight);
        ASSERT_TRUE(DeskDriver::until([&] { return chain.chain().view().expiry != first && isQuoted(); }));
        const int row = *chain.chain().atTheMoneyRow();
        const int column = chain.chain().placeOf(OptionRight::Call, ui::ChainColumn::Ask);
        const QModelIndex cell = chain.model()->index(row, column);
        contract = chain.chain().side(row, OptionRight::Call)->contract;
        ASSERT_TRUE(chain.viewport()->rect().intersects(chain.visualRect(cell)));
        QTest::mouseClick(chain.viewport(), Qt::LeftButton, {}, chain.visualRect(cell).center());
        EXPECT_EQ(desk.terminal().links().selection(LinkGroup::A).contract, contract);
        EXPECT_TRUE(desk.titleOf("matrix#1").contains(ui::contractText(contract)));
        EXPECT_TRUE(desk.titleOf("contract_chart#1").startsWith(ui::contractText(contract)));
        QTest::keyClick(&chain, Qt::Key_Return);
        EXPECT_EQ(said("ticket.contract"), ui::contractLongText(contract));
        desk.keepPicture("chosen");
    }

    /// Presets, limit above the ask, take-profit said in three ways.
    void fillInTheTicket() {
        DeskDriver::click(button("ticket.quantity.5"));
        EXPECT_EQ(field("ticket.quantity")->text(), QStringLiteral("5"));
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
        target = *Price::tryFromText(asPrice.toStdString());
        EXPECT_FALSE(part<QLabel>("ticket.problem")->isVisible()) << said("ticket.problem").toStdString();
        auto* checks = desk.part<QWidget>("ticket#1", "ticket.checks");
        EXPECT_TRUE(DeskDriver::until([&] {
            return button("ticket.submit")->text().startsWith(QStringLiteral("Buy 5 · "));
        })) << button("ticket.submit")->text().toStdString();
        EXPECT_TRUE(DeskDriver::until([&] {
            const QString spoken = checks->accessibleDescription();
            return spoken.contains(QStringLiteral("✓")) && !spoken.contains(QStringLiteral("✗"));
        })) << checks->accessibleDescription().toStdString();
        desk.keepPicture("ticket");
    }

    /// Asked once, confirmed once; then it fills and everybody shows it.
    void submit() {
        DeskDriver::click(button("ticket.submit"));
        EXPECT_TRUE(button("ticket.submit")->text().startsWith(QStringLiteral("Confirm: buy 5 at ")));
        QTest::keyClick(button("ticket.submit"), Qt::Key_Return);
        ASSERT_TRUE(DeskDriver::until([&] {
            const ui::PositionLine* line = position();
            return line && line->row().quantity == Quantity::whole(5) && line->row().entry;
        })) << said("ticket.result").toStdString();
        EXPECT_TRUE(DeskDriver::until([&] {
            return said("ticket.result").startsWith(QStringLiteral("Filled: 5 at "));
        })) << said("ticket.result").toStdString();
        entry = *position()->row().entry;
        EXPECT_EQ(position()->row().symbol, contract);
        EXPECT_EQ(position()->row().target, target);
        EXPECT_TRUE(position()->accessibleName().contains(ui::contractLongText(contract)));
        desk.keepPicture("filled");
    }

    void expectTheTargetInTheMatrix() {
        ui::LadderView& ladder = desk.ladder();
        ASSERT_TRUE(DeskDriver::until([&] {
            const auto& orders = ladder.model().book().orders;
            return orders.size() == 1 && orders.front().role == trade::OrderRole::TakeProfit &&
                   !orders.front().isSettling && orders.front().quantity == 5;
        }));
        EXPECT_EQ(ladder.model().book().average, entry);
        for (int turn = 0; turn < 400 && !ladder.model().rowOf(target); ++turn) {
            const QPointF middle(ladder.rect().center());
            QWheelEvent wheel(middle, ladder.mapToGlobal(middle), {}, QPoint(0, 120), Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&ladder, &wheel);
        }
        const auto row = ladder.model().rowOf(target);
        ASSERT_TRUE(row) << "the target cannot be scrolled to";
        const auto shown = ladder.model().rowAt(*row);
        ASSERT_TRUE(shown);
        EXPECT_EQ(shown->sells, 5);
        EXPECT_TRUE(shown->isTarget);
        desk.keepPicture("matrix");
    }

    void expectTheLinesOnTheChart() {
        desk.raise("contract_chart#1");
        const auto& plot = desk.chart("contract_chart#1").chart();
        EXPECT_TRUE(DeskDriver::until([&] {
            return plot.overlay().position && !plot.overlay().orders.empty();
        })) << plot.overlay().emptyText.toStdString();
        ASSERT_EQ(plot.overlay().orders.size(), 1U);
        EXPECT_EQ(plot.overlay().orders.front().price, target);
        EXPECT_EQ(plot.overlay().position->average, entry);
        EXPECT_FALSE(plot.overlay().markers.empty());
        desk.keepPicture("contract-chart");
        desk.raise("chart#1");
    }

    void expectTheFills(int fewest) {
        desk.raise("fills#1");
        EXPECT_TRUE(
            DeskDriver::until([&] { return desk.linesOf("fills#1", "fills.table").size() >= fewest; }));
        for (const QString& line : desk.linesOf("fills#1", "fills.table"))
            EXPECT_TRUE(line.contains(ui::contractText(contract))) << line.toStdString();
        desk.keepPicture("fills");
        desk.raise("positions#1");
    }

    /// Asked and confirmed in the row itself.
    void closeThePosition() {
        DeskDriver::click(desk.part<QPushButton>("positions#1", "positions.close"));
        desk.keepPicture("asks-to-close");
        DeskDriver::click(desk.part<QPushButton>("positions#1", "positions.confirmClose"));
        ASSERT_TRUE(DeskDriver::until([&] { return position() == nullptr; })) << "the position stays";
        EXPECT_TRUE(desk.part<QLabel>("positions#1", "positions.empty")->isVisible());
        EXPECT_TRUE(desk.ladder().model().book().orders.empty());
    }

    void expectTheJournalRow() {
        desk.raise("journal#1");
        ASSERT_TRUE(
            DeskDriver::until([&] { return desk.linesOf("journal#1", "journal.table").size() == 1; }));
        ASSERT_TRUE(DeskDriver::until([&] { return journalRow().pictures.size() == 4; }))
            << journalRow().pictures.size() << " pictures";
        const ui::JournalRow row = journalRow();
        EXPECT_EQ(row.symbol, contract);
        EXPECT_EQ(row.averageEntry, entry);
        EXPECT_FALSE(row.fees.isNegative());
        EXPECT_EQ(row.net, row.gross - row.fees);
        const QString line = desk.linesOf("journal#1", "journal.table").front();
        EXPECT_TRUE(line.contains(ui::signedMoneyText(row.net))) << line.toStdString();
        std::set<std::string> kinds;
        for (const ui::JournalPicture& picture : row.pictures) {
            kinds.insert(picture.event + " " + picture.chart);
            const QImage image(QString::fromStdString(picture.file));
            EXPECT_FALSE(image.isNull()) << picture.file;
            EXPECT_GE(image.width(), 1280) << picture.file;
        }
        EXPECT_EQ(kinds, (std::set<std::string>{"entry contract", "entry underlying", "exit contract",
                                                "exit underlying"}));
        auto* table = desk.part<QAbstractItemView>("journal#1", "journal.table");
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(0, 1)).center());
        EXPECT_TRUE(DeskDriver::until([&] { return shownPictures() == 4; }));
        desk.keepPicture("journal");
        desk.window().showWorkspace(QStringLiteral("film"));
        desk.keepPicture("film");
    }

    template <class W>
    W* part(const char* name) {
        return desk.part<W>("ticket#1", name);
    }
    QLineEdit* field(const char* name) { return part<QLineEdit>(name); }
    QPushButton* button(const char* name) { return part<QPushButton>(name); }
    QString said(const char* name) { return part<QLabel>(name)->text(); }
    ui::PositionLine* position() {
        for (QWidget* line :
             desk.dock("positions#1")->findChildren<QWidget*>(QStringLiteral("positions.line")))
            if (!line->isHidden())
                return dynamic_cast<ui::PositionLine*>(line);
        return nullptr;
    }
    ui::JournalRow journalRow() {
        const auto rows = desk.terminal().journal().rows();
        return rows.empty() ? ui::JournalRow() : rows.front();
    }
    int shownPictures() {
        int shown = 0;
        for (QWidget* thumb :
             desk.dock("journal#1")->findChildren<QWidget*>(QStringLiteral("journal.picture")))
            shown += thumb->isVisible() && thumb->isEnabled() ? 1 : 0;
        return shown;
    }

    TemporaryDirectory folder;
    DeskDriver desk{{folder.path(), 10.0, STRIKEDESKCTL, "loop"}};
    Symbol contract;
    Price target;
    Price entry;
};

TEST_F(TradingLoop, SearchChainTicketFillTargetCloseAndJournal) {
    ASSERT_TRUE(desk.untilReady());
    ASSERT_NO_FATAL_FAILURE(searchASymbol());
    ASSERT_NO_FATAL_FAILURE(chooseAContract());
    ASSERT_NO_FATAL_FAILURE(fillInTheTicket());
    ASSERT_NO_FATAL_FAILURE(submit());
    ASSERT_NO_FATAL_FAILURE(expectTheTargetInTheMatrix());
    ASSERT_NO_FATAL_FAILURE(expectTheLinesOnTheChart());
    ASSERT_NO_FATAL_FAILURE(expectTheFills(1));
    ASSERT_NO_FATAL_FAILURE(closeThePosition());
    ASSERT_NO_FATAL_FAILURE(expectTheFills(2));
    ASSERT_NO_FATAL_FAILURE(expectTheJournalRow());
}

} // namespace
} // namespace strikedesk::test
