// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// chart.*: frames of the price chart at 1600 × 900 with everything a trader has on it, beside bare candles in
// QCustomPlot, what one would pick instead. Where that library is not installed: frames beside a plain
// painter that draws bare candles one by one, the rest without a baseline.
#include "charts/paint/scene.h"
#include "charts/widget/price_chart.h"
#include "tests/support/bench_record.h"
#include "tests/unit/charts/chart_fixture.h"
#ifdef STRIKEDESK_HAS_PLOT_PEER
#include "tests/bench/charts/plot_peer.h"
#endif

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QTest>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <functional>

using namespace strikedesk;
using namespace strikedesk::charts;

namespace {

constexpr int kWidth = 1600;
constexpr int kHeight = 900;
constexpr int kMarkers = 200;
constexpr int kSamples = 60;

struct FrameCase {
    const char* id;
    std::size_t visible;
    std::size_t count;
};
constexpr FrameCase kFrames[] = {{"chart.frame.300of10k", 300, 10'000},
                                 {"chart.frame.2000of100k", 2'000, 100'000},
                                 {"chart.frame.20000of1m", 20'000, 1'000'000}};

charts_test::Series minutes(std::size_t count, const char* symbol = "SOFI") {
    return charts_test::series(
        count, charts_test::key(market::Timeframe::Minute1, market::SeriesSession::Extended, symbol));
}

ChartOverlay furniture(const market::SeriesSnapshot& series, std::size_t visible) {
    ChartOverlay overlay = charts_test::overlay(series);
    overlay.studies.push_back(charts_test::average(series, 200, ChartTone::Up));
    overlay.markers.clear();
    const std::size_t step = std::max<std::size_t>(visible / kMarkers, 1);
    for (std::size_t i = 0; i < kMarkers; ++i) {
        const market::Bar& bar = series.at(series.size() - 1 - std::min(i * step, visible - 1)).bar;
        overlay.markers.push_back({bar.start, i % 2 == 0 ? TradeMarker::Kind::Entry : TradeMarker::Kind::Exit,
                                   QStringLiteral("4 @ 2.0%1").arg(i % 10), ChartTone::Up, std::nullopt});
    }
    return overlay;
}

/// Processor time: other programs' turns are no part of a frame.
double cpuMs() { return static_cast<double>(std::clock()) * 1e3 / CLOCKS_PER_SEC; }

/// Milliseconds of the median of several runs.
double medianMs(const std::function<void()>& work, int samples = kSamples) {
    work();
    std::vector<double> times;
    for (int i = 0; i < samples; ++i) {
        const double start = cpuMs();
        work();
        times.push_back(cpuMs() - start);
    }
    std::nth_element(times.begin(), times.begin() + samples / 2, times.end());
    return times[static_cast<std::size_t>(samples) / 2];
}

/// One chart being dragged: each frame a few pixels further, everything painted anew.
class OurFrame {
public:
    explicit OurFrame(const FrameCase& frame)
        : m_series(minutes(frame.count)), m_overlay(furniture(*m_series, frame.visible)),
          m_style(charts_test::style()), m_image(kWidth, kHeight, QImage::Format_RGB32) {
        m_view.setLayout(kWidth, kHeight,
                         chartMetrics(m_style, m_series.get(), tickOf(m_overlay, m_series.get()), 1), 1);
        m_view.setSeries(m_series);
        m_view.time().showSpan({m_series->size() - frame.visible, m_series->size()});
    }
    void paint() {
        m_view.time().panBy(m_step++ % 2 == 0 ? 7 : -7);
        m_view.fitPrices();
        Canvas canvas(m_image);
        const Scene scene(m_view, m_overlay, m_style, charts_test::marketNow(), m_texts);
        paintScene(canvas, scene);
        paintReadout(canvas, scene, std::nullopt);
    }
    const charts_test::Series& series() const { return m_series; }

private:
    charts_test::Series m_series;
    ChartOverlay m_overlay;
    ChartStyle m_style;
    QImage m_image;
    ChartView m_view;
    std::shared_ptr<ShapedTexts> m_texts = std::make_shared<ShapedTexts>();
    int m_step = 0;
};

/// What one writes first: a background, then a line and a rectangle a bar. No axes, no texts, no volume.
class BareFrame {
public:
    BareFrame(charts_test::Series series, std::size_t visible)
        : m_series(std::move(series)), m_visible(visible), m_image(kWidth, kHeight, QImage::Format_RGB32) {}
    void paint() {
        const std::size_t last = m_series->size() - (m_step++ % 2);
        const std::size_t first = last - m_visible;
        double low = 1e18;
        double high = 0;
        for (std::size_t i = first; i < last; ++i) {
            low = std::min(low, m_series->at(i).bar.low.toDoubleLossy());
            high = std::max(high, m_series->at(i).bar.high.toDoubleLossy());
        }
        QPainter painter(&m_image);
        painter.fillRect(m_image.rect(), QColor(21, 26, 33));
        const double step = double{kWidth} / static_cast<double>(m_visible);
        const auto y = [&](Price price) { return (high - price.toDoubleLossy()) / (high - low) * kHeight; };
        for (std::size_t i = first; i < last; ++i) {
            const market::Bar& bar = m_series->at(i).bar;
            const QColor colour = bar.close >= bar.open ? QColor(38, 161, 123) : QColor(224, 85, 106);
            const double x = (static_cast<double>(i - first) + 0.5) * step;
            painter.setPen(colour);
            painter.drawLine(QPointF(x, y(bar.high)), QPointF(x, y(bar.low)));
            painter.fillRect(QRectF(x - step * 0.35, std::min(y(bar.open), y(bar.close)), step * 0.7,
                                    std::max(std::abs(y(bar.open) - y(bar.close)), 1.0)),
                             colour);
        }
    }

private:
    charts_test::Series m_series;
    std::size_t m_visible;
    QImage m_image;
    std::size_t m_step = 0;
};

/// A shown chart whose frames end in the window's backing store, as on a screen.
class Window {
public:
    explicit Window(charts_test::Series series) : m_series(std::move(series)) {
        m_chart.setStyle(charts_test::style());
        m_chart.setClock(charts_test::marketNow);
        m_chart.resize(kWidth, kHeight);
        m_chart.setSeries(m_series);
        m_chart.setOverlay(furniture(*m_series, 300));
        m_chart.show();
        (void)QTest::qWaitForWindowExposed(&m_chart);
        frame();
    }
    void frame() {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(&m_chart, QEvent::UpdateRequest);
    }
    void movePointer() {
        const QPointF at(400 + m_step % 500, 300 + m_step * 7 % 300);
        ++m_step;
        QMouseEvent move(QEvent::MouseMove, at, m_chart.mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(&m_chart, &move);
        frame();
    }
    void show(const charts_test::Series& series) {
        m_chart.setSeries(series);
        frame();
    }

private:
    charts_test::Series m_series;
    PriceChart m_chart;
    int m_step = 0;
};

/// The series with other figures in its last bar: what one trade does.
charts_test::Series withLastTrade(const charts_test::Series& series, std::int64_t cents,
                                  std::uint64_t version) {
    market::SeriesSnapshot::Chunks chunks = series->chunks();
    std::vector<market::SeriesBar> tail = chunks.back()->bars();
    market::Bar& bar = tail.back().bar;
    bar.close = std::clamp(bar.close + Price::fromCents(cents), bar.low, bar.high);
    bar.volume += cents;
    chunks.back() = std::make_shared<const market::SeriesChunk>(std::move(tail));
    return std::make_shared<const market::SeriesSnapshot>(series->key(), version, series->health(),
                                                          std::move(chunks));
}

#ifdef STRIKEDESK_HAS_PLOT_PEER
constexpr const char* kPeer = "QCustomPlot, bare candles";
constexpr const char* kFramePeer = kPeer;
using bench::PlotPeer;
#else
constexpr const char* kPeer = "";
constexpr const char* kFramePeer = "plain painter, bare candles";

/// Nothing to stand beside.
class PlotPeer {
public:
    PlotPeer(const std::vector<charts_test::Series>& series, std::size_t visible, QSize)
        : m_frame(series.front(), visible) {}
    void pan() { m_frame.paint(); }
    void show(std::size_t) {}
    void updateLast() {}
    void moveCrosshair() {}

private:
    BareFrame m_frame;
};
#endif

int record(const char* id, double ms, const char* baseline, double baselineMs) {
    return bench::writeBenchRecordOrComplain({id, ms, "ms", baseline, *baseline == '\0' ? 0 : baselineMs});
}

int frames() {
    int failed = 0;
    for (const FrameCase& frame : kFrames) {
        if (!bench::benchWanted(frame.id))
            continue;
        OurFrame ours(frame);
        PlotPeer peer({ours.series()}, frame.visible, {kWidth, kHeight});
        const double ms = medianMs([&] { ours.paint(); });
        failed += record(frame.id, ms, kFramePeer, medianMs([&] { peer.pan(); }));
    }
    return failed;
}

int switching() {
    if (!bench::benchWanted("chart.switch.1m"))
        return 0;
    const std::vector<charts_test::Series> series = {minutes(1'000'000, "SOFI"), minutes(1'000'000, "PLTR")};
    std::size_t next = 0;
    Window window(series[0]);
    const double ms = medianMs([&] { window.show(series[++next % 2]); });
    PlotPeer peer(series, 300, {kWidth, kHeight});
    return record("chart.switch.1m", ms, kPeer, medianMs([&] { peer.show(++next % 2); }));
}

int interactions() {
    int failed = 0;
    const auto series = minutes(10'000);
    Window window(series);
    PlotPeer peer({series}, 300, {kWidth, kHeight});
    if (bench::benchWanted("chart.crosshair")) {
        const double ms = medianMs([&] { window.movePointer(); }, 400);
        failed += record("chart.crosshair", ms, kPeer, medianMs([&] { peer.moveCrosshair(); }, 400));
    }
    if (bench::benchWanted("chart.live_update")) {
        std::vector<charts_test::Series> updates;
        for (std::uint64_t i = 0; i < 8; ++i)
            updates.push_back(withLastTrade(series, i % 2 == 0 ? 1 : -1, 2 + i));
        std::size_t next = 0;
        const double ms = medianMs([&] { window.show(updates[next++ % updates.size()]); }, 200);
        failed += record("chart.live_update", ms, kPeer, medianMs([&] { peer.updateLast(); }, 200));
    }
    return failed;
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    const int failed = frames() + switching() + interactions();
    return failed == 0 ? 0 : 1;
}
