// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The library's header is written with Qt's short keywords.
#undef QT_NO_KEYWORDS
#include "tests/bench/charts/plot_peer.h"

#include <QTest>
#include <qcustomplot.h>

namespace strikedesk::bench {

namespace {

using Container = QSharedPointer<QCPFinancialDataContainer>;

/// By bar index, so that nights and weekends leave no hole, as in the chart it stands beside.
Container containerOf(const market::SeriesSnapshot& series) {
    QVector<QCPFinancialData> rows;
    rows.reserve(static_cast<int>(series.size()));
    for (std::size_t i = 0; i < series.size(); ++i) {
        const market::Bar& bar = series.at(i).bar;
        rows.append(QCPFinancialData(static_cast<double>(i), bar.open.toDoubleLossy(),
                                     bar.high.toDoubleLossy(), bar.low.toDoubleLossy(),
                                     bar.close.toDoubleLossy()));
    }
    auto container = Container::create();
    container->set(rows, true);
    return container;
}

} // namespace

struct PlotPeer::Impl {
    QCustomPlot plot;
    QCPFinancial* candles = nullptr; ///< the plot's
    QCPItemStraightLine* across = nullptr;
    QCPItemStraightLine* down = nullptr;
    std::vector<Container> series;
    double visible = 0;
    int step = 0;

    void addCrosshair() {
        // A buffered layer is what the library's manual advises.
        const QString name = QStringLiteral("crosshair");
        plot.addLayer(name);
        plot.layer(name)->setMode(QCPLayer::lmBuffered);
        across = new QCPItemStraightLine(&plot);
        down = new QCPItemStraightLine(&plot);
        for (QCPItemStraightLine* line : {across, down})
            line->setLayer(name);
        plot.replot();
    }
    void fit() {
        const double last = (candles->data()->constEnd() - 1)->key;
        const double shift = step++ % 2 == 0 ? 2 : 0;
        plot.xAxis->setRange(last - visible - shift, last - shift);
        candles->rescaleValueAxis(false, true);
    }
};

PlotPeer::PlotPeer(const std::vector<std::shared_ptr<const market::SeriesSnapshot>>& series,
                   std::size_t visible, QSize size)
    : m(std::make_unique<Impl>()) {
    for (const auto& each : series)
        m->series.push_back(containerOf(*each));
    m->visible = static_cast<double>(visible);
    m->plot.resize(size);
    m->candles = new QCPFinancial(m->plot.xAxis, m->plot.yAxis);
    m->candles->setChartStyle(QCPFinancial::csCandlestick);
    m->candles->setTwoColored(true);
    m->candles->setWidth(0.7);
    m->plot.show();
    (void)QTest::qWaitForWindowExposed(&m->plot);
    show(0);
}

PlotPeer::~PlotPeer() = default;

void PlotPeer::pan() {
    m->fit();
    m->plot.replot(QCustomPlot::rpQueuedRefresh);
}

void PlotPeer::show(std::size_t series) {
    m->candles->setData(m->series[series]);
    m->step = 0;
    m->fit();
    m->plot.replot(QCustomPlot::rpImmediateRefresh);
}

void PlotPeer::updateLast() {
    const auto last = m->candles->data()->end() - 1;
    last->close = m->step++ % 2 == 0 ? last->high : last->low;
    m->plot.replot(QCustomPlot::rpImmediateRefresh);
}

void PlotPeer::moveCrosshair() {
    if (m->across == nullptr)
        m->addCrosshair();
    ++m->step;
    const double x = m->plot.xAxis->pixelToCoord(400 + m->step % 500);
    const double y = m->plot.yAxis->pixelToCoord(300 + m->step * 7 % 300);
    m->across->point1->setCoords(x, y);
    m->across->point2->setCoords(x + 1, y);
    m->down->point1->setCoords(x, y);
    m->down->point2->setCoords(x, y + 1);
    m->plot.layer(QStringLiteral("crosshair"))->replot();
    m->plot.repaint();
}

} // namespace strikedesk::bench
