// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/panel_rig.h"
#include "ui/panels/matrix/ladder_view.h"
#include "ui/panels/matrix/matrix_panel.h"
#include "ui/theme/theme.h"

#include <QPushButton>
#include <QTest>
#include <QWheelEvent>

#include <gtest/gtest.h>

namespace strikedesk::ui {
namespace {

constexpr const char* kCall = "AMD261127C00100000";

Price cents(std::int64_t value) { return Price::fromCents(value); }

class MatrixPanelTest : public ::testing::Test {
protected:
    void SetUp() override {
        rig.desk.setNow(SnapshotBuilder::at());
        panel.reset(makeMatrixPanel(rig.context(), nullptr));
        panel->resize(300, 700);
        panel->setLinkGroup(LinkGroup::A);
        view = dynamic_cast<LadderView*>(panel->findChild<QWidget*>(QStringLiteral("matrix.ladder")));
        ASSERT_NE(view, nullptr);
        panel->show();
    }
    void choose(const SnapshotBuilder& builder) {
        rig.desk.show(builder.build());
        rig.links.selectContract(LinkGroup::A, Symbol::of("AMD"), Symbol::of(kCall));
    }
    QPoint pointAt(LadderColumn column, Price price) const {
        const auto row = view->model().rowOf(price);
        EXPECT_TRUE(row) << "the price is not on the screen";
        const auto where =
            LadderGeometry::of(view->width(), view->height(), Theme::current().scaled(view->rowSize()));
        return where.cell(row.value_or(0), column).center().toPoint();
    }
    QPoint cancelAt(Price price) const {
        const auto where =
            LadderGeometry::of(view->width(), view->height(), Theme::current().scaled(view->rowSize()));
        return where.cancelMark(*view->model().rowOf(price)).center().toPoint();
    }
    void click(LadderColumn column, std::int64_t price) {
        QTest::mouseClick(view, Qt::LeftButton, {}, pointAt(column, cents(price)));
    }
    void press(const QString& action) {
        for (const PanelAction& each : panel->actions())
            if (each.id == action)
                return each.run();
        FAIL() << "no such action";
    }

    PanelRig rig;
    std::unique_ptr<Panel> panel;
    LadderView* view = nullptr;
};

TEST_F(MatrixPanelTest, SaysWhatToDoWithoutAContract) {
    EXPECT_EQ(panel->title(), QStringLiteral("Matrix"));
    EXPECT_FALSE(view->model().hasRange());
    QTest::mouseClick(view, Qt::LeftButton, {}, QPoint(90, 300));
    press(QStringLiteral("matrix.join"));
    press(QStringLiteral("matrix.buyAtCursor"));
    EXPECT_TRUE(rig.desk.posted.empty());
    EXPECT_TRUE(rig.tickets.request().contract.isEmpty());
    EXPECT_FALSE(panel->grab().isNull());
}

TEST_F(MatrixPanelTest, FollowsItsGroupAndWatchesTheContract) {
    choose(SnapshotBuilder().quote(kCall, 205, 208));
    EXPECT_EQ(panel->title(), QStringLiteral("Matrix · AMD 27 Nov 100 C"));
    EXPECT_EQ(panel->headerNote(), QStringLiteral("steady"));
    EXPECT_EQ(rig.desk.watched.count(Symbol::of(kCall)), 1U);
    rig.links.selectUnderlying(LinkGroup::A, Symbol::of("SPY"));
    EXPECT_EQ(panel->title(), QStringLiteral("Matrix · SPY")) << "the stock while no contract is chosen";
    EXPECT_EQ(rig.desk.watched.count(Symbol::of(kCall)), 0U);
}

TEST_F(MatrixPanelTest, OneClickSendsOnlyWhileArmed) {
    choose(SnapshotBuilder().quote(kCall, 205, 208));
    click(LadderColumn::Bid, 204);
    EXPECT_EQ(rig.tickets.request().limit, cents(204));
    EXPECT_FALSE(rig.tickets.request().submit);
    rig.arming.arm();
    EXPECT_TRUE(panel->headerNote().startsWith(QStringLiteral("armed 5:00")));
    click(LadderColumn::Bid, 203);
    EXPECT_EQ(rig.tickets.request().limit, cents(203));
    EXPECT_TRUE(rig.tickets.request().submit);
    rig.arming.disarm();
    click(LadderColumn::Bid, 202);
    EXPECT_FALSE(rig.tickets.request().submit);
    EXPECT_EQ(panel->headerNote(), QStringLiteral("steady"));
}

TEST_F(MatrixPanelTest, ADoubleClickIsOneOrder) {
    choose(SnapshotBuilder().quote(kCall, 205, 208));
    rig.arming.arm();
    int loads = 0;
    const auto told = rig.tickets.subscribe([&] { ++loads; });
    const QPoint at = pointAt(LadderColumn::Bid, cents(204));
    QTest::mousePress(view, Qt::LeftButton, {}, at);
    QTest::mouseRelease(view, Qt::LeftButton, {}, at);
    QTest::mouseDClick(view, Qt::LeftButton, {}, at);
    EXPECT_LE(loads, 2) << "QTest sends a whole click before the double click";
    const int before = loads;
    QMouseEvent second(QEvent::MouseButtonDblClick, at, view->mapToGlobal(at), Qt::LeftButton, Qt::LeftButton,
                       {});
    QCoreApplication::sendEvent(view, &second);
    QTest::mouseRelease(view, Qt::LeftButton, {}, at);
    EXPECT_EQ(loads, before);
}

TEST_F(MatrixPanelTest, SlidingOffTheCellTakesAClickBack) {
    choose(SnapshotBuilder().quote(kCall, 205, 208));
    rig.arming.arm();
    QTest::mousePress(view, Qt::LeftButton, {}, pointAt(LadderColumn::Bid, cents(204)));
    QTest::mouseRelease(view, Qt::LeftButton, {}, pointAt(LadderColumn::Bid, cents(203)));
    EXPECT_TRUE(rig.tickets.request().contract.isEmpty());
}

TEST_F(MatrixPanelTest, RowsDoNotMoveUnderAPressedButton) {
    choose(SnapshotBuilder().quote(kCall, 205, 208));
    const auto top = view->model().priceAt(0);
    const QPoint at = pointAt(LadderColumn::Bid, cents(204));
    QTest::mousePress(view, Qt::LeftButton, {}, at);
    rig.desk.show(SnapshotBuilder().quote(kCall, 265, 268).build());
    press(QStringLiteral("matrix.recentre"));
    press(QStringLiteral("matrix.zoomIn"));
    EXPECT_EQ(view->model().priceAt(0), top);
    QTest::mouseRelease(view, Qt::LeftButton, {}, at);
    EXPECT_EQ(rig.tickets.request().limit, cents(204)) << "the price under the pointer was the one meant";
    rig.desk.show(SnapshotBuilder().quote(kCall, 265, 268).build());
    EXPECT_NE(view->model().priceAt(0), top);
}

TEST_F(MatrixPanelTest, SellsWhatIsHeldWithoutArming) {
    choose(SnapshotBuilder().quote(kCall, 205, 208).openTrade("t1", kCall, 4, 200, 206, 210, 190));
    click(LadderColumn::Ask, 212);
    ASSERT_EQ(rig.desk.postedOf<engine::PlanRequested>().size(), 1U);
    EXPECT_EQ(rig.desk.postedOf<engine::PlanRequested>()[0].plan.takeProfit->price, cents(212));
}

TEST_F(MatrixPanelTest, NeverSellsShort) {
    choose(SnapshotBuilder().quote(kCall, 205, 208));
    rig.arming.arm();
    click(LadderColumn::Ask, 210);
    press(QStringLiteral("matrix.joinAsk"));
    EXPECT_TRUE(rig.desk.posted.empty());
    EXPECT_TRUE(rig.tickets.request().contract.isEmpty());
}

TEST_F(MatrixPanelTest, TheCrossCancelsTheOrderAtThatPrice) {
    choose(SnapshotBuilder().quote(kCall, 205, 208).workingEntry("e1", kCall, 2, 203));
    QTest::mouseClick(view, Qt::LeftButton, {}, cancelAt(cents(203)));
    ASSERT_EQ(rig.desk.postedOf<engine::CancelRequested>().size(), 1U);
    EXPECT_EQ(rig.desk.postedOf<engine::CancelRequested>()[0].clientOrderId, ClientOrderId("demo-0418-e1"));
}

TEST_F(MatrixPanelTest, DraggingTheTargetMovesItAndEscapeTakesItBack) {
    choose(SnapshotBuilder().quote(kCall, 205, 208).openTrade("t1", kCall, 4, 200, 206, 210, 190));
    const auto grip = [&](std::int64_t price) {
        return pointAt(LadderColumn::Mine, cents(price)) - QPoint(20, 0);
    };
    QTest::mousePress(view, Qt::LeftButton, {}, grip(210));
    QTest::mouseMove(view, grip(213));
    QTest::mouseMove(view, grip(214));
    QTest::mouseRelease(view, Qt::LeftButton, {}, grip(214));
    ASSERT_EQ(rig.desk.postedOf<engine::PlanRequested>().size(), 1U);
    EXPECT_EQ(rig.desk.postedOf<engine::PlanRequested>()[0].plan.takeProfit->price, cents(214));

    QTest::mousePress(view, Qt::LeftButton, {}, grip(210));
    QTest::mouseMove(view, grip(213));
    QTest::keyClick(view, Qt::Key_Escape);
    QTest::mouseRelease(view, Qt::LeftButton, {}, grip(213));
    EXPECT_EQ(rig.desk.posted.size(), 1U);
}

TEST_F(MatrixPanelTest, KeysFlattenCancelJoinAndImprove) {
    choose(SnapshotBuilder()
               .quote(kCall, 205, 208)
               .openTrade("t1", kCall, 4, 200, 206, 210)
               .workingEntry("e1", kCall, 2, 203));
    press(QStringLiteral("matrix.flatten"));
    EXPECT_EQ(rig.desk.postedOf<engine::CloseRequested>().size(), 1U);
    press(QStringLiteral("matrix.cancelAll"));
    EXPECT_EQ(rig.desk.postedOf<engine::CancelRequested>().size(), 2U);
    press(QStringLiteral("matrix.join"));
    EXPECT_EQ(rig.tickets.request().limit, cents(205));
    press(QStringLiteral("matrix.improve"));
    EXPECT_EQ(rig.tickets.request().limit, cents(206));
}

TEST_F(MatrixPanelTest, TheKeyboardChoosesAPriceAndActsThere) {
    choose(SnapshotBuilder().quote(kCall, 205, 208));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_Down);
    ASSERT_TRUE(view->cursorPrice());
    EXPECT_EQ(view->cursorPrice(), cents(204));
    press(QStringLiteral("matrix.buyAtCursor"));
    EXPECT_EQ(rig.tickets.request().limit, cents(204));
}

TEST_F(MatrixPanelTest, WheelAndPageKeysScrollAndSpaceComesBack) {
    choose(SnapshotBuilder().quote(kCall, 205, 208));
    const auto top = view->model().priceAt(0);
    QTest::keyClick(view, Qt::Key_PageUp);
    EXPECT_GT(*view->model().priceAt(0), *top);
    press(QStringLiteral("matrix.recentre"));
    EXPECT_EQ(view->model().priceAt(0), top);
    QWheelEvent wheel({150, 300}, view->mapToGlobal(QPointF(150, 300)), {}, {0, 120}, Qt::NoButton, {},
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view, &wheel);
    EXPECT_EQ(*view->model().priceAt(0), *top + cents(3));
}

TEST_F(MatrixPanelTest, AnOldQuoteIsGreyAndSaysItsAge) {
    choose(SnapshotBuilder().quote(kCall, 205, 208, 10, 10, Duration::seconds(72)));
    EXPECT_EQ(panel->headerNote(), QStringLiteral("quote 1 m 12 s old"));
    choose(SnapshotBuilder().quote(kCall, 205, 208).halted(kCall));
    EXPECT_EQ(panel->headerNote(), QStringLiteral("halted"));
}

TEST_F(MatrixPanelTest, KeepsItsRowSizeAndIgnoresNonsense) {
    panel->restoreState({{QStringLiteral("rowSize"), 30}});
    EXPECT_EQ(panel->saveState().value(QLatin1String("rowSize")).toInt(), 30);
    panel->restoreState({{QStringLiteral("rowSize"), 1'000'000}});
    EXPECT_EQ(view->rowSize(), LadderView::kLargestRow);
    panel->restoreState({{QStringLiteral("rowSize"), QStringLiteral("tall")}});
    EXPECT_EQ(view->rowSize(), LadderView::kDefaultRow);
}

TEST_F(MatrixPanelTest, PaintsInBothThemesAtTheDesignsSize) {
    panel->resize(300, 994);
    choose(SnapshotBuilder()
               .quote("AMD", 10'148, 10'149)
               .quote(kCall, 205, 208, 26, 23)
               .last(kCall, 206)
               .openTrade("t1", kCall, 4, 200, 206, 210, 192)
               .workingEntry("e1", kCall, 2, 203));
    const QString folder = qEnvironmentVariable("STRIKEDESK_PICTURE_DIR");
    for (const auto kind : {ThemeKind::Dark, ThemeKind::Light}) {
        Theme::current().apply(kind, SignColours::GreenRed);
        if (kind == ThemeKind::Light)
            rig.arming.arm();
        const QPixmap picture = panel->grab();
        EXPECT_FALSE(picture.isNull());
        if (!folder.isEmpty())
            picture.save(folder + (kind == ThemeKind::Dark ? QStringLiteral("/matrix-dark.png")
                                                           : QStringLiteral("/matrix-light.png")));
    }
    Theme::current().apply(ThemeKind::Dark, SignColours::GreenRed);
}

TEST_F(MatrixPanelTest, TheSettingSaysFromWhenAQuoteIsOld) {
    choose(SnapshotBuilder().quote(kCall, 200, 206));
    rig.desk.setNow(SnapshotBuilder::at() + Duration::seconds(20));
    rig.settings.change("quotes.display_age_seconds", "30", [](const Status& s) { EXPECT_TRUE(s.ok()); });
    EXPECT_EQ(panel->headerNote(), QStringLiteral("steady"));
    rig.settings.change("quotes.display_age_seconds", "15", [](const Status& s) { EXPECT_TRUE(s.ok()); });
    EXPECT_TRUE(panel->headerNote().contains(QStringLiteral("old"))) << panel->headerNote().toStdString();
}

} // namespace
} // namespace strikedesk::ui
