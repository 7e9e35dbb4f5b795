// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/desk/trade_by_hand.h"
#include "tests/unit/store/temporary_directory.h"
#include "ui/theme/format.h"

#include <QImage>
#include <QWheelEvent>

#include <set>

// One trade as a person makes it: by the search, the chain, the ticket and the blotter of the real window.

namespace strikedesk::test {
namespace {

class TradingLoop : public ::testing::Test {
protected:
    void expectTheTargetInTheMatrix() {
        ui::LadderView& ladder = desk.ladder();
        EXPECT_EQ(ladder.model().book().average, trade.entry);
        for (int turn = 0; turn < 400 && !ladder.model().rowOf(trade.target); ++turn) {
            const QPointF middle(ladder.rect().center());
            QWheelEvent wheel(middle, ladder.mapToGlobal(middle), {}, QPoint(0, 120), Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&ladder, &wheel);
        }
        const auto row = ladder.model().rowOf(trade.target);
        ASSERT_TRUE(row) << "the target cannot be scrolled to";
        const auto shown = ladder.model().rowAt(*row);
        ASSERT_TRUE(shown);
        EXPECT_EQ(shown->sells, TradeByHand::kContracts);
        EXPECT_TRUE(shown->isTarget);
        desk.keepPicture("matrix");
    }

    void expectTheLinesOnTheChart() {
        desk.raise("contract_chart#1");
        const auto& plot = desk.chart("contract_chart#1").chart();
        EXPECT_TRUE(DeskDriver::until([&] {
            return plot.overlay().position && !plot.overlay().orders.empty();
        })) << plot.overlay().emptyText.toStdString();
        for (const charts::OrderLine& line : plot.overlay().orders)
            EXPECT_EQ(line.price, trade.target) << line.label.toStdString();
        EXPECT_EQ(plot.overlay().position->average, trade.entry);
        EXPECT_FALSE(plot.overlay().markers.empty());
        desk.keepPicture("contract-chart");
        desk.raise("chart#1");
    }

    void expectFillsAndNotices(int fewest) {
        desk.raise("fills#1");
        EXPECT_TRUE(
            DeskDriver::until([&] { return desk.linesOf("fills#1", "fills.table").size() >= fewest; }));
        for (const QString& line : desk.linesOf("fills#1", "fills.table"))
            EXPECT_TRUE(line.contains(ui::contractText(trade.contract))) << line.toStdString();
        desk.raise("notifications#1");
        EXPECT_TRUE(DeskDriver::until([&] {
            return desk.linesOf("notifications#1", "notifications.list")
                       .filter(ui::contractText(trade.contract))
                       .size() >= fewest;
        })) << desk.linesOf("notifications#1", "notifications.list").join(QLatin1Char('\n')).toStdString();
        desk.keepPicture("fills");
        desk.raise("positions#1");
    }

    void expectTheJournalRow() {
        desk.raise("journal#1");
        ASSERT_TRUE(
            DeskDriver::until([&] { return desk.linesOf("journal#1", "journal.table").size() == 1; }));
        ASSERT_TRUE(DeskDriver::until([&] { return journalRow().pictures.size() == 4; }))
            << journalRow().pictures.size() << " pictures";
        const ui::JournalRow row = journalRow();
        EXPECT_EQ(row.symbol, trade.contract);
        EXPECT_EQ(row.averageEntry, trade.entry);
        EXPECT_EQ(row.net, row.gross - row.fees);
        const QString line = desk.linesOf("journal#1", "journal.table").front();
        EXPECT_TRUE(line.contains(ui::signedMoneyText(row.net))) << line.toStdString();
        expectPictures(row);
        desk.keepPicture("journal");
        // Where there is room for the trade beside or below the list.
        desk.press(Qt::Key_5, Qt::ControlModifier);
        EXPECT_EQ(desk.window().workspace().kind().id, QStringLiteral("film"));
        ASSERT_TRUE(
            DeskDriver::until([&] { return desk.linesOf("journal#1", "journal.table").size() == 1; }));
        auto* table = desk.part<QAbstractItemView>("journal#1", "journal.table");
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(0, 0)).center());
        EXPECT_TRUE(DeskDriver::until([&] { return shownPictures() == 4; }));
        desk.keepPicture("film");
    }

    static void expectPictures(const ui::JournalRow& row) {
        std::set<std::string> kinds;
        for (const ui::JournalPicture& picture : row.pictures) {
            kinds.insert(picture.event + " " + picture.chart);
            const QImage image(QString::fromStdString(picture.file));
            EXPECT_FALSE(image.isNull()) << picture.file;
            EXPECT_GE(image.width(), 1280) << picture.file;
        }
        EXPECT_EQ(kinds, (std::set<std::string>{"entry contract", "entry underlying", "exit contract",
                                                "exit underlying"}));
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
    TradeByHand trade{desk};
};

TEST_F(TradingLoop, SearchChainTicketFillTargetCloseAndJournal) {
    ASSERT_TRUE(desk.untilReady());
    ASSERT_NO_FATAL_FAILURE(trade.search("QQQ"));
    ASSERT_NO_FATAL_FAILURE(trade.chooseContract());
    ASSERT_NO_FATAL_FAILURE(trade.fillInTheTicket());
    ASSERT_NO_FATAL_FAILURE(trade.submit());
    ASSERT_NO_FATAL_FAILURE(expectTheTargetInTheMatrix());
    ASSERT_NO_FATAL_FAILURE(expectTheLinesOnTheChart());
    ASSERT_NO_FATAL_FAILURE(expectFillsAndNotices(1));
    ASSERT_NO_FATAL_FAILURE(trade.close());
    ASSERT_NO_FATAL_FAILURE(expectFillsAndNotices(2));
    ASSERT_NO_FATAL_FAILURE(expectTheJournalRow());
}

} // namespace
} // namespace strikedesk::test
