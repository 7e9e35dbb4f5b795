// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/charts/chart_fixture.h"

#include "core/base/ids.h"
#include "core/base/trading_calendar.h"
#include "core/base/zone.h"

#include <QFontDatabase>

#include <algorithm>
#include <cmath>

namespace strikedesk::charts_test {

namespace {

using charts::ChartTone;

double uniform(IdSource& draws) { return static_cast<double>(draws.next() >> 11) / 9007199254740992.0; }

/// Starts of the last `count` bars in a series' hours, newest last.
std::vector<Timestamp> starts(const market::SeriesKey& key, std::size_t count) {
    static const TradingCalendar kCalendar = TradingCalendar::unitedStates();
    std::vector<Timestamp> found;
    Date day = *Date::tryFromYmd(2026, 11, 20);
    const Timestamp newest = fromNewYork(day, 10 * 3600 + 40 * 60);
    const Duration length = market::lengthOf(key.timeframe);
    for (; found.size() < count; day = day - 1) {
        const auto session = kCalendar.session(day);
        if (!session.has_value()) {
            if (day.year() < TradingCalendar::kFirstYear)
                break;
            continue;
        }
        if (!market::isIntraday(key.timeframe)) {
            found.push_back(fromNewYork(day, 0));
            continue;
        }
        const bool isExtended = key.session == market::SeriesSession::Extended;
        const Timestamp from = isExtended ? session->preOpen : session->open;
        const Timestamp to = isExtended ? session->postClose : session->close;
        const std::int64_t slots = ((to - from).count() + length.count() - 1) / length.count();
        for (std::int64_t slot = slots - 1; slot >= 0 && found.size() < count; --slot)
            if (const Timestamp start = from + length * slot; start <= newest)
                found.push_back(start);
    }
    std::reverse(found.begin(), found.end());
    return found;
}

Price cents(double value) { return Price::fromCents(std::max<std::int64_t>(std::llround(value), 1)); }

} // namespace

market::SeriesKey key(market::Timeframe timeframe, market::SeriesSession session, const char* symbol) {
    return {Symbol::of(symbol), timeframe, session, "iex", market::Adjustment::Raw};
}

std::vector<market::SeriesBar> walk(const market::SeriesKey& key, std::size_t count, std::uint64_t seed,
                                    std::int64_t from) {
    IdSource draws(seed);
    std::vector<market::SeriesBar> bars;
    bars.reserve(count);
    double price = static_cast<double>(from);
    const double step = price * 0.0022;
    for (const Timestamp start : starts(key, count)) {
        const NewYorkTime local = toNewYork(start);
        const double minute = local.secondOfDay / 60.0 - 570;
        const bool isRegular = minute >= 0 && minute < 390;
        const double busy =
            isRegular ? 1 + 2.2 * std::exp(-minute / 30) + 0.8 * std::exp((minute - 390) / 30) : 0.35;
        market::SeriesBar bar;
        bar.bar.start = start;
        const double open = price;
        // Pulls back to where it began, so that long walks stay in sight.
        const double drift = (static_cast<double>(from) - price) * 0.002;
        price = std::max(open + drift + (uniform(draws) + uniform(draws) - 1) * step * std::sqrt(busy) * 1.6,
                         5.0);
        bar.bar.open = cents(open);
        bar.bar.close = cents(price);
        bar.bar.high = cents(std::max(open, price) + uniform(draws) * step * 0.6 * std::sqrt(busy));
        bar.bar.low =
            cents(std::max(std::min(open, price) - uniform(draws) * step * 0.6 * std::sqrt(busy), 1.0));
        bar.bar.volume =
            std::llround(8'000 * busy * (0.4 + uniform(draws) + 2 * std::pow(uniform(draws), 8)));
        bar.bar.tradeCount = bar.bar.volume / 90;
        bar.isFinal = true;
        bars.push_back(bar);
    }
    if (!bars.empty())
        bars.back().isFinal = false;
    return bars;
}

market::SeriesHealth liveHealth() {
    market::SeriesHealth health;
    health.mode = market::SeriesMode::Live;
    health.feed = "iex";
    health.updatedAt = marketNow() - Duration::milliseconds(200);
    return health;
}

Timestamp marketNow() { return fromNewYork(*Date::tryFromYmd(2026, 11, 20), 10 * 3600 + 42 * 60 + 7); }

Series seriesOf(const market::SeriesKey& key, std::vector<market::SeriesBar> bars, std::uint64_t version) {
    return market::SeriesSnapshot::of(key, std::move(bars), liveHealth(), version);
}

Series series(std::size_t count, const market::SeriesKey& key, std::uint64_t seed) {
    return seriesOf(key, walk(key, count, seed));
}

charts::ChartStyle style(bool isDark) {
    const auto tinted = [](QRgb rgb, float share) {
        QColor colour = QColor::fromRgb(rgb);
        colour.setAlphaF(share);
        return colour;
    };
    charts::ChartStyle style;
    style.background = QColor::fromRgb(isDark ? 0xff151a21 : 0xffffffff);
    style.grid = QColor::fromRgb(isDark ? 0xff1c232c : 0xffeef1f5);
    style.separator = QColor::fromRgb(isDark ? 0xff262f3a : 0xffd5dbe3);
    style.extendedShade = isDark ? tinted(0xff0a0d12, 0.45F) : tinted(0xffd5dbe3, 0.35F);
    style.text = QColor::fromRgb(isDark ? 0xffd7dee8 : 0xff1b2430);
    style.muted = QColor::fromRgb(isDark ? 0xff8a96a6 : 0xff5a6675);
    style.accent = QColor::fromRgb(isDark ? 0xff4da3ff : 0xff1565c0);
    style.up = QColor::fromRgb(isDark ? 0xff26a17b : 0xff0f7a5a);
    style.down = QColor::fromRgb(isDark ? 0xffe0556a : 0xffc2334a);
    style.warn = QColor::fromRgb(isDark ? 0xffe3a53a : 0xff9a6700);
    style.volumeUp = tinted(style.up.rgb(), 0.45F);
    style.volumeDown = tinted(style.down.rgb(), 0.45F);
    style.line = style.accent;
    style.crosshair = style.muted;
    style.raised = QColor::fromRgb(isDark ? 0xff1b222b : 0xffeef1f5);
    style.raisedEdge = style.separator;
    style.onColour = QColor::fromRgb(isDark ? 0xff0b0f14 : 0xffffffff);
    const QString family = QFontDatabase::hasFamily(QStringLiteral("Inter")) ? QStringLiteral("Inter")
                                                                             : QStringLiteral("DejaVu Sans");
    style.labelFont = QFont(family);
    style.labelFont.setPixelSize(11);
    style.bodyFont = QFont(family);
    style.bodyFont.setPixelSize(12);
    return style;
}

charts::StudyLine average(const market::SeriesSnapshot& series, int length, ChartTone tone) {
    auto values = std::make_shared<std::vector<double>>();
    values->reserve(series.size());
    double smooth = series.isEmpty() ? 0 : series.at(0).bar.close.toDoubleLossy();
    for (std::size_t i = 0; i < series.size(); ++i) {
        smooth += (series.at(i).bar.close.toDoubleLossy() - smooth) * 2 / (length + 1);
        values->push_back(smooth);
    }
    return {QStringLiteral("EMA %1").arg(length), tone,
            series.isEmpty() ? Timestamp() : series.at(0).bar.start, std::move(values)};
}

charts::ChartOverlay overlay(const market::SeriesSnapshot& series) {
    charts::ChartOverlay made;
    made.studies.push_back(average(series, 20, ChartTone::Warn));
    made.studies.push_back(average(series, 60, ChartTone::Accent));
    if (series.size() < 40)
        return made;
    const market::Bar& entry = series.at(series.size() - 22).bar;
    const market::Bar& exit = series.at(series.size() - 9).bar;
    made.markers.push_back({entry.start, charts::TradeMarker::Kind::Entry, QStringLiteral("4 × 29 C @ 2.00"),
                            ChartTone::Up, entry.low});
    made.markers.push_back({exit.start, charts::TradeMarker::Kind::Exit, QStringLiteral("2 × 29 C @ 2.10"),
                            ChartTone::Down, exit.high});
    const Price last = series.last()->bar.close;
    const Price tick = Price::fromCents(1);
    made.orders.push_back({QStringLiteral("target"), last + Price::fromCents(16), tick,
                           QStringLiteral("Target"), QStringLiteral("Sell 4"), ChartTone::Up, true, true,
                           false});
    made.orders.push_back({QStringLiteral("stop"), last - Price::fromCents(20), tick, QStringLiteral("Stop"),
                           QStringLiteral("Sell 4"), ChartTone::Down, true, true, false});
    made.position = charts::PositionLine{last - Price::fromCents(7), QStringLiteral("4 @ 2.00"),
                                         QStringLiteral("+24.00"), ChartTone::Up};
    const Timestamp open = fromNewYork(newYorkDate(series.last()->bar.start), 9 * 3600 + 30 * 60);
    made.bands.push_back({last + Price::fromCents(2), last + Price::fromCents(7),
                          QStringLiteral("opening range (certified)"), ChartTone::Accent, open});
    return made;
}

} // namespace strikedesk::charts_test
