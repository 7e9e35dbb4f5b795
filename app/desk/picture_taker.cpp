// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/picture_taker.h"

#include "app/desk/picture_file.h"
#include "charts/paint/render_chart.h"
#include "core/base/option_symbol.h"
#include "ui/panels/chart/chart_overlay_of.h"
#include "ui/panels/chart/chart_style_of.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QThreadPool>

namespace strikedesk::desk {

namespace {

constexpr QSize kSize(1280, 720);
constexpr double kRatio = 1.5;
constexpr int kRetryMs = 250;
/// A chart whose history has not come by then is taken as it is, if there is anything at all.
constexpr int kMostLooks = 40;

bool isSettled(const market::SeriesSnapshot& series) {
    return !series.isEmpty() && series.health().mode != market::SeriesMode::Backfilling;
}

Symbol underlyingOf(const Symbol& contract) {
    const auto option = OptionSymbol::tryFrom(contract);
    return option ? option->underlying() : contract;
}

} // namespace

PictureTaker::PictureTaker(LiveDesk& desk, LiveSeries& series, std::filesystem::path folder)
    : m_desk(desk), m_series(series), m_folder(std::move(folder)) {
    m_retry.setInterval(kRetryMs);
    QObject::connect(&m_retry, &QTimer::timeout, [this] { tryWaiting(); });
    m_snapshots = desk.subscribe([this] { look(); });
}

market::SeriesKey PictureTaker::keyOf(const Symbol& symbol) const {
    // One-minute bars for a contract held for minutes, five for its underlying: entry and context.
    const bool isOption = OptionSymbol::tryFrom(symbol).ok();
    return m_series.keyOf(symbol, isOption ? market::Timeframe::Minute1 : market::Timeframe::Minute5,
                          market::SeriesSession::Regular);
}

void PictureTaker::look() {
    const auto orders = m_desk.snapshot()->orders;
    // Before the account is known there is nothing to tell old trades from new ones by.
    if (orders == m_seen || !m_desk.snapshot()->account)
        return;
    m_seen = orders;
    for (const PictureMoment& moment : m_plan.look(*orders)) {
        const Symbol underlying = underlyingOf(moment.contract);
        m_waiting.push_back({moment, moment.contract, "contract", keyOf(moment.contract), 0});
        if (underlying != moment.contract)
            m_waiting.push_back({moment, underlying, "underlying", keyOf(underlying), 0});
    }
    follow(*orders);
    if (!m_waiting.empty() && !m_retry.isActive())
        m_retry.start();
}

void PictureTaker::follow(const engine::OrderView& orders) {
    std::set<Symbol> wanted;
    for (const Symbol& contract : PicturePlan::contractsOf(orders)) {
        wanted.insert(contract);
        wanted.insert(underlyingOf(contract));
    }
    for (const Waiting& waiting : m_waiting)
        wanted.insert(waiting.symbol);
    std::erase_if(m_open, [&](const auto& open) { return !wanted.contains(open.first); });
    for (const Symbol& symbol : wanted)
        if (!m_open.contains(symbol))
            m_open.emplace(symbol, m_series.open(keyOf(symbol), market::Attention::Shown));
}

void PictureTaker::followFeeds() {
    for (Waiting& waiting : m_waiting)
        waiting.key = keyOf(waiting.symbol);
    m_open.clear();
    if (const auto orders = m_desk.snapshot()->orders)
        follow(*orders);
}

void PictureTaker::tryWaiting() {
    std::erase_if(m_waiting, [this](Waiting& waiting) {
        const auto series = m_series.series(waiting.key);
        const bool isLast = ++waiting.looks >= kMostLooks;
        if (series && (isSettled(*series) || (isLast && !series->isEmpty()))) {
            take(waiting, series);
            return true;
        }
        if (isLast)
            giveUp(waiting.moment, "no bars of " + waiting.symbol.text() + " came in time");
        return isLast;
    });
    if (m_waiting.empty()) {
        m_retry.stop();
        follow(*m_desk.snapshot()->orders);
    }
}

void PictureTaker::take(const Waiting& waiting, std::shared_ptr<const market::SeriesSnapshot> series) {
    charts::ChartPicture picture;
    picture.overlay = ui::overlayOf(*m_desk.snapshot(), waiting.symbol, waiting.chart == "underlying");
    // Nobody can press a cross in a picture.
    for (charts::OrderLine& order : picture.overlay.orders)
        order.isCancellable = false;
    picture.isSession = true;
    picture.series = std::move(series);
    picture.style = ui::chartStyleOf(ui::Theme::current());
    picture.marketNow = m_desk.now();
    const std::filesystem::path name =
        pictureName(waiting.moment, underlyingOf(waiting.moment.contract), waiting.chart);
    const QString file = QString::fromStdString((m_folder / name).string());
    QThreadPool::globalInstance()->start([this, alive = std::weak_ptr(m_alive), picture = std::move(picture),
                                          file, waiting, name] {
        const bool written = writePicture(charts::renderChart(picture, kSize, kRatio), file);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [this, alive, written, waiting, name] {
                if (alive.expired())
                    return;
                if (m_desk.session() == nullptr)
                    return giveUp(waiting.moment, "the session ended before it could be stored");
                if (!written) {
                    giveUp(waiting.moment, "the file could not be written");
                    m_desk.setMishap(
                        "A chart picture could not be written. Free space on the disk of the data folder.");
                    return;
                }
                store::Screenshot shot;
                shot.tradeId = waiting.moment.tradeId.text();
                shot.at = waiting.moment.at;
                shot.event = waiting.moment.event;
                shot.chart = waiting.chart;
                shot.file = name.string();
                m_desk.session()->addPicture(shot, [this, alive, waiting](const Status& kept) {
                    if (alive.expired())
                        return;
                    if (!kept)
                        giveUp(waiting.moment, "the store did not take it: " + kept.error().message);
                    else if (stored)
                        stored(waiting.moment.tradeId);
                });
            },
            Qt::QueuedConnection);
    });
}

} // namespace strikedesk::desk
