// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/widget/price_chart.h"
#include "core/base/zone.h"
#include "tests/unit/charts/chart_fixture.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <gtest/gtest.h>

#include <cmath>

using namespace strikedesk;
using namespace strikedesk::charts;
using charts_test::Series;

namespace {

class PriceChartTest : public ::testing::Test {
protected:
    void SetUp() override {
        m_chart.resize(900, 520);
        m_chart.setStyle(charts_test::style());
        m_chart.setClock([this] { return m_now; });
        ChartCallbacks callbacks;
        callbacks.orderLineMoved = [this](const QString& id, Price price) {
            m_moved.emplace_back(id, price);
        };
        callbacks.orderLineCancelled = [this](const QString& id) { m_cancelled.push_back(id); };
        callbacks.priceClicked = [this](Price price) { m_clicked.push_back(price); };
        callbacks.contextMenuAt = [this](Price price, const QPoint&) { m_menus.push_back(price); };
        callbacks.crosshairMoved = [this](std::optional<std::size_t> bar) { m_bars.push_back(bar); };
        callbacks.needOlder = [this] { ++m_olderAsked; };
        m_chart.setCallbacks(callbacks);
        m_chart.setSeries(m_series);
        m_chart.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&m_chart));
        frame();
    }

    void frame() {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(&m_chart, QEvent::UpdateRequest);
    }
    void move(QPointF at, Qt::MouseButtons buttons = Qt::NoButton) {
        QMouseEvent event(QEvent::MouseMove, at, m_chart.mapToGlobal(at), Qt::NoButton, buttons,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(&m_chart, &event);
    }
    void press(QPointF at) {
        QMouseEvent event(QEvent::MouseButtonPress, at, m_chart.mapToGlobal(at), Qt::LeftButton,
                          Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_chart, &event);
    }
    void release(QPointF at) {
        QMouseEvent event(QEvent::MouseButtonRelease, at, m_chart.mapToGlobal(at), Qt::LeftButton,
                          Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_chart, &event);
    }
    void drag(QPointF from, QPointF to) {
        press(from);
        for (int step = 1; step <= 8; ++step)
            move(from + (to - from) * step / 8, Qt::LeftButton);
        release(to);
        frame();
    }
    void wheel(QPointF at, QPoint angle, QPoint pixels = {}) {
        QWheelEvent event(at, m_chart.mapToGlobal(at), pixels, angle, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&m_chart, &event);
        frame();
    }
    const TimeScale& time() const { return m_chart.view().time(); }
    double yOf(Price price) const { return m_chart.view().price().yOf(price); }
    /// The series with one more bar.
    static Series longer(std::size_t by) {
        auto bars = charts_test::walk(charts_test::key(), 1'000);
        for (std::size_t i = 0; i < by; ++i) {
            bars.push_back(bars.back());
            bars.back().bar.start = bars.back().bar.start + Duration::minutes(5);
        }
        return charts_test::seriesOf(charts_test::key(), std::move(bars), 1 + by);
    }
    ChartOverlay withTarget() const {
        ChartOverlay overlay;
        overlay.orders.push_back({QStringLiteral("target"),
                                  m_chart.view().shown().close + Price::fromCents(6), Price::fromCents(5),
                                  QStringLiteral("Target"), QStringLiteral("Sell 4"), ChartTone::Up});
        return overlay;
    }

    Series m_series = charts_test::series(1'000);
    Timestamp m_now = charts_test::marketNow();
    PriceChart m_chart;
    std::vector<std::pair<QString, Price>> m_moved;
    std::vector<QString> m_cancelled;
    std::vector<Price> m_clicked;
    std::vector<Price> m_menus;
    std::vector<std::optional<std::size_t>> m_bars;
    int m_olderAsked = 0;
};

} // namespace

TEST_F(PriceChartTest, TheWheelZoomsAtTheCursor) {
    const double index = time().indexAt(300);
    const double spacing = time().spacing();
    wheel({300, 200}, {0, 120});
    EXPECT_GT(time().spacing(), spacing);
    EXPECT_NEAR(time().indexAt(300), index, 1e-6);
    wheel({300, 200}, {0, -240});
    EXPECT_LT(time().spacing(), spacing);
    EXPECT_NEAR(time().indexAt(300), index, 1e-6);
}

TEST_F(PriceChartTest, ATouchpadPansAndZoomsByPixels) {
    const double right = time().rightIndex();
    wheel({300, 200}, {}, {40, 0});
    EXPECT_NEAR((right - time().rightIndex()) * time().spacing(), 40, 1e-6);
    const double index = time().indexAt(300);
    wheel({300, 200}, {}, {0, 12});
    EXPECT_NEAR(time().indexAt(300), index, 1e-6);
}

TEST_F(PriceChartTest, DraggingPansAndADoubleClickGoesBackToLive) {
    const double right = time().rightIndex();
    drag({300, 200}, {780, 210});
    EXPECT_NEAR((right - time().rightIndex()) * time().spacing(), 480, 1);
    EXPECT_FALSE(m_chart.isAtLiveEdge());
    EXPECT_TRUE(m_clicked.empty());
    QMouseEvent twice(QEvent::MouseButtonDblClick, QPointF(300, 200), m_chart.mapToGlobal(QPointF(300, 200)),
                      Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_chart, &twice);
    EXPECT_TRUE(m_chart.isAtLiveEdge());
    EXPECT_NEAR(time().rightIndex(), right, 1e-9);
}

TEST_F(PriceChartTest, ABarThatArrivesDoesNotMoveALookBack) {
    drag({300, 200}, {800, 200});
    const double x = time().xOf(900);
    m_chart.setSeries(longer(1));
    frame();
    EXPECT_DOUBLE_EQ(time().xOf(900), x);
    m_chart.goLive();
    const double edge = time().xOf(1'000);
    m_chart.setSeries(longer(2));
    EXPECT_NEAR(time().xOf(1'001), edge, 1e-9);
}

TEST_F(PriceChartTest, AnotherSymbolAndBackKeepsTheView) {
    drag({300, 200}, {800, 200});
    const BarSpan shown = m_chart.view().visible();
    m_chart.setSeries(charts_test::series(300, charts_test::key(market::Timeframe::Minute1)));
    EXPECT_TRUE(m_chart.isAtLiveEdge());
    frame();
    m_chart.setSeries(m_series);
    EXPECT_NEAR(static_cast<double>(m_chart.view().visible().last), static_cast<double>(shown.last), 1);
    EXPECT_FALSE(m_chart.isAtLiveEdge());
}

TEST_F(PriceChartTest, TheCrosshairNamesItsBarAndLeavesWithThePointer) {
    const double x = time().xOf(960);
    move({x, 200});
    ASSERT_FALSE(m_bars.empty());
    EXPECT_EQ(m_bars.back(), std::optional<std::size_t>(960));
    move({x + 0.2, 240});
    EXPECT_EQ(m_bars.size(), 1U) << "the same bar is not told twice";
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&m_chart, &leave);
    EXPECT_EQ(m_bars.back(), std::nullopt);
}

TEST_F(PriceChartTest, ADragOfAnOrderIsOneMoveToATick) {
    m_chart.setOverlay(withTarget());
    frame();
    const double y = yOf(m_chart.overlay().orders[0].price);
    drag({200, y}, {200, y + 60});
    ASSERT_EQ(m_moved.size(), 1U);
    EXPECT_EQ(m_moved[0].first, QStringLiteral("target"));
    EXPECT_EQ(m_moved[0].second.units() % 500, 0);
    EXPECT_LT(m_moved[0].second, m_chart.overlay().orders[0].price);
    EXPECT_EQ(m_chart.overlay().orders[0].price, withTarget().orders[0].price)
        << "the overlay alone moves lines";
}

TEST_F(PriceChartTest, EscapeOrAVanishedOrderEndsADrag) {
    m_chart.setOverlay(withTarget());
    frame();
    const double y = yOf(m_chart.overlay().orders[0].price);
    press({200, y});
    move({200, y + 30}, Qt::LeftButton);
    QTest::keyClick(&m_chart, Qt::Key_Escape);
    release({200, y + 30});
    press({200, y});
    move({200, y + 30}, Qt::LeftButton);
    m_chart.setOverlay({});
    release({200, y + 30});
    EXPECT_TRUE(m_moved.empty());
    EXPECT_TRUE(m_clicked.empty());
}

TEST_F(PriceChartTest, ALineThatWentBetweenPressAndDragDragsNoOtherOne) {
    ChartOverlay overlay = withTarget();
    m_chart.setOverlay(overlay);
    frame();
    const double y = yOf(overlay.orders[0].price);
    press({200, y});
    overlay.orders[0].id = QStringLiteral("stop");
    m_chart.setOverlay(overlay);
    move({200, y + 30}, Qt::LeftButton);
    release({200, y + 30});
    press({200, y});
    m_chart.setOverlay({});
    move({200, y + 30}, Qt::LeftButton);
    release({200, y + 30});
    EXPECT_TRUE(m_moved.empty());
}

TEST_F(PriceChartTest, TheCrossCancelsOnlyWhenReleasedOnIt) {
    m_chart.setOverlay(withTarget());
    frame();
    const double y = yOf(m_chart.overlay().orders[0].price);
    const QPointF cross(m_chart.view().plot().right - 19, y);
    press(cross);
    release(cross + QPointF(-200, 60));
    EXPECT_TRUE(m_cancelled.empty());
    press(cross);
    release(cross);
    ASSERT_EQ(m_cancelled.size(), 1U);
    EXPECT_EQ(m_cancelled[0], QStringLiteral("target"));
    EXPECT_TRUE(m_moved.empty());
}

TEST_F(PriceChartTest, TheCrossOfAnExitAsksBackInItsPlace) {
    ChartOverlay overlay = withTarget();
    overlay.orders[0].cancelQuestion = QStringLiteral("remove the take-profit?");
    m_chart.setOverlay(overlay);
    frame();
    const QPointF cross(m_chart.view().plot().right - 19, yOf(overlay.orders[0].price));
    const auto click = [&] {
        press(cross);
        release(cross);
        frame();
    };
    click();
    EXPECT_TRUE(m_cancelled.empty()) << "asks first";
    press({200, 180});
    release({200, 180});
    click();
    EXPECT_TRUE(m_cancelled.empty()) << "a click elsewhere took the question back";
    QTest::keyClick(&m_chart, Qt::Key_Escape);
    click();
    EXPECT_TRUE(m_cancelled.empty()) << "so did Escape";
    click();
    ASSERT_EQ(m_cancelled.size(), 1U);
    m_chart.setOverlay({});
    m_chart.setOverlay(overlay);
    click();
    EXPECT_EQ(m_cancelled.size(), 1U) << "asked anew for a new line";
}

TEST_F(PriceChartTest, ClicksAndMenusSayAPriceOnTheTick) {
    press({200, 180});
    release({200, 180});
    ASSERT_EQ(m_clicked.size(), 1U);
    EXPECT_EQ(m_clicked[0].units() % 100, 0);
    EXPECT_NEAR(yOf(m_clicked[0]), 180, 8);
    QContextMenuEvent menu(QContextMenuEvent::Mouse, QPoint(200, 180), m_chart.mapToGlobal(QPoint(200, 180)));
    QCoreApplication::sendEvent(&m_chart, &menu);
    ASSERT_EQ(m_menus.size(), 1U);
    EXPECT_EQ(m_menus[0], m_clicked[0]);
    QContextMenuEvent key(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(&m_chart, &key);
    ASSERT_EQ(m_menus.size(), 2U);
    EXPECT_EQ(m_menus[1], m_series->last()->bar.close);
}

TEST_F(PriceChartTest, ThePriceAxisStretchesAndResets) {
    const double range = m_chart.view().price().high() - m_chart.view().price().low();
    drag({880, 200}, {880, 120});
    EXPECT_FALSE(m_chart.view().price().isAutomatic());
    EXPECT_LT(m_chart.view().price().high() - m_chart.view().price().low(), range);
    QMouseEvent twice(QEvent::MouseButtonDblClick, QPointF(880, 200), m_chart.mapToGlobal(QPointF(880, 200)),
                      Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_chart, &twice);
    EXPECT_TRUE(m_chart.view().price().isAutomatic());
}

TEST_F(PriceChartTest, KeysDoWhatTheMouseDoes) {
    const double right = time().rightIndex();
    QTest::keyClick(&m_chart, Qt::Key_Left);
    EXPECT_NEAR(right - time().rightIndex(), 1, 1e-9);
    QTest::keyClick(&m_chart, Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_NEAR(right - time().rightIndex(), 11, 1e-9);
    const double spacing = time().spacing();
    QTest::keyClick(&m_chart, Qt::Key_Plus);
    EXPECT_GT(time().spacing(), spacing);
    QTest::keyClick(&m_chart, Qt::Key_Minus);
    EXPECT_NEAR(time().spacing(), spacing, 1e-9);
    QTest::keyClick(&m_chart, Qt::Key_Home);
    EXPECT_EQ(m_chart.view().visible().first, 0U);
    QTest::keyClick(&m_chart, Qt::Key_End);
    EXPECT_TRUE(m_chart.isAtLiveEdge());
}

TEST_F(PriceChartTest, OlderBarsAreAskedForOnceUntilTheyCome) {
    QTest::keyClick(&m_chart, Qt::Key_Home);
    EXPECT_EQ(m_olderAsked, 1);
    QTest::keyClick(&m_chart, Qt::Key_Right);
    QTest::keyClick(&m_chart, Qt::Key_Left);
    EXPECT_EQ(m_olderAsked, 1);
    m_chart.setSeries(longer(1));
    QTest::keyClick(&m_chart, Qt::Key_Home);
    EXPECT_EQ(m_olderAsked, 2);
}

TEST_F(PriceChartTest, AMouseMoveRepaintsNoMoreThanTheCrosshair) {
    move({300, 200});
    frame();
    struct Counter : QObject {
        bool eventFilter(QObject*, QEvent* event) override {
            if (event->type() == QEvent::Paint)
                for (const QRect& rect : static_cast<QPaintEvent*>(event)->region())
                    area += rect.width() * rect.height();
            return false;
        }
        int area = 0;
    } counter;
    m_chart.installEventFilter(&counter);
    move({340, 230});
    frame();
    EXPECT_GT(counter.area, 0);
    EXPECT_LT(counter.area, 900 * 520 / 8);
}

TEST_F(PriceChartTest, PartsPaintedAnewLookLikeTheWholeFrame) {
    m_chart.setOverlay(charts_test::overlay(*m_series));
    frame();
    for (int i = 1; i <= 6; ++i) {
        auto chunks = m_series->chunks();
        auto tail = chunks.back()->bars();
        market::Bar& bar = tail.back().bar;
        bar.close = std::clamp(bar.close + Price::fromCents(i % 2 == 0 ? 2 : -2), bar.low, bar.high);
        chunks.back() = std::make_shared<const market::SeriesChunk>(std::move(tail));
        m_chart.setSeries(std::make_shared<const market::SeriesSnapshot>(
            m_series->key(), 10 + static_cast<std::uint64_t>(i), m_series->health(), std::move(chunks)));
        m_now = m_now + Duration::seconds(7);
        ChartOverlay overlay = m_chart.overlay();
        overlay.position->profit = QStringLiteral("+%1.00").arg(20 + i);
        m_chart.setOverlay(overlay);
        frame();
        move({300.0 + i * 20, 200});
        frame();
    }
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&m_chart, &leave);
    m_chart.clearFocus();
    frame();
    const QImage shown = m_chart.grab().toImage().convertToFormat(QImage::Format_RGB32);
    const QImage whole = m_chart.picture();
    ASSERT_EQ(shown.size(), whole.size());
    int different = 0;
    for (int y = 0; y < whole.height(); ++y)
        for (int x = 0; x < whole.width(); ++x)
            different += shown.pixel(x, y) != whole.pixel(x, y) ? 1 : 0;
    EXPECT_EQ(different, 0);
}

TEST_F(PriceChartTest, ScreenReadersHearSymbolPriceAndRange) {
    QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(&m_chart);
    ASSERT_NE(reader, nullptr);
    EXPECT_EQ(reader->role(), QAccessible::Chart);
    EXPECT_EQ(reader->text(QAccessible::Name), QStringLiteral("SOFI chart, 5m"));
    EXPECT_EQ(reader->text(QAccessible::Value), QString::fromStdString(m_series->last()->bar.close.text()));
    const QString words = reader->text(QAccessible::Description);
    EXPECT_TRUE(words.contains(QStringLiteral("Fri 20 Nov 10:40"))) << words.toStdString();
    EXPECT_TRUE(words.contains(QStringLiteral("LIVE"))) << words.toStdString();
}

TEST_F(PriceChartTest, AContractFollowsItsNewestSessionUntilAPersonMovesIt) {
    const auto bars = charts_test::walk(charts_test::key(), 300);
    const Date today = newYorkDate(bars.back().bar.start);
    std::size_t first = bars.size();
    while (newYorkDate(bars[first - 1].bar.start) == today)
        --first;
    const auto until = [&](std::size_t count, std::uint64_t version) {
        return charts_test::seriesOf(charts_test::key(),
                                     {bars.begin(), bars.begin() + static_cast<long>(count)}, version);
    };
    PriceChart chart;
    chart.resize(900, 520);
    chart.setStyle(charts_test::style());
    chart.setStartsWithSession(true);
    chart.setSeries(until(first, 1)); // before the open: yesterday
    chart.setSeries(until(first + 4, 2));
    EXPECT_EQ(chart.view().visible().first, first) << "today began";
    chart.resize(1300, 520);
    (void)chart.picture(); // lays out, as showing it would
    EXPECT_EQ(chart.view().visible().first, first) << "it was behind a tab and became wider";
    QWheelEvent wheel(QPointF(300, 200), chart.mapToGlobal(QPointF(300, 200)), {}, QPoint(0, -240),
                      Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&chart, &wheel);
    const std::size_t chosen = chart.view().visible().first;
    ASSERT_NE(chosen, first);
    chart.setSeries(until(first + 5, 3));
    EXPECT_EQ(chart.view().visible().first, chosen);
}

TEST_F(PriceChartTest, HostileSeriesDoNotBreakAFrame) {
    const auto key = charts_test::key();
    auto one = charts_test::walk(key, 1);
    for (const std::int64_t units : {std::int64_t{0}, std::int64_t{1}, Price::kMaxUnits, -Price::kMaxUnits}) {
        one[0].bar.open = one[0].bar.high = one[0].bar.low = one[0].bar.close = Price::fromUnits(units);
        one[0].bar.volume = INT64_MAX;
        m_chart.setSeries(charts_test::seriesOf(key, one, static_cast<std::uint64_t>(units)));
        for (const ChartKind kind :
             {ChartKind::Candles, ChartKind::Bars, ChartKind::Line, ChartKind::HeikinAshi}) {
            m_chart.setKind(kind);
            m_chart.setPriceScale(PriceScaleKind::Logarithmic);
            frame();
            m_chart.setPriceScale(PriceScaleKind::Linear);
            wheel({300, 200}, {0, 1'200});
            wheel({300, 200}, {0, -12'000});
            drag({300, 200}, {-4'000, 6'000});
        }
    }
    ChartOverlay overlay = withTarget();
    overlay.orders[0].price = Price::fromUnits(-Price::kMaxUnits);
    overlay.orders[0].tick = Price();
    overlay.studies.push_back(
        {QStringLiteral("x"), ChartTone::Warn, one[0].bar.start,
         std::make_shared<std::vector<double>>(std::initializer_list<double>{NAN, INFINITY})});
    overlay.markers.push_back(
        {Timestamp(), TradeMarker::Kind::Entry, QString(), ChartTone::Up, std::nullopt});
    m_chart.setOverlay(overlay);
    frame();
    m_chart.setSeries(nullptr);
    frame();
    move({200, 200});
    press({200, 200});
    release({200, 200});
    QTest::keyClick(&m_chart, Qt::Key_Left);
    m_chart.resize(1, 1);
    frame();
    m_chart.setSeries(m_series);
    frame();
    m_chart.resize(900, 520);
    frame();
    EXPECT_FALSE(m_chart.view().visible().isEmpty());
}
