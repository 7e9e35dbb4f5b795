// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/option_symbol.h"
#include "core/base/trading_calendar.h"
#include "core/base/zone.h"
#include "tests/gui/support/scripted_readers.h"
#include "tests/gui/support/snapshot_builder.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace strikedesk::ui {

namespace {

/// Starts of the last `count` regular bars of a length, oldest first, the last one holding the builder's
/// time.
std::vector<Timestamp> startsOf(std::size_t count, Duration length) {
    static const TradingCalendar calendar = TradingCalendar::unitedStates();
    std::vector<Timestamp> starts;
    Date day = newYorkDate(SnapshotBuilder::at());
    while (starts.size() < count) {
        const auto session = calendar.session(day);
        std::vector<Timestamp> ofDay;
        for (Timestamp t = session->open; t < session->close && t <= SnapshotBuilder::at(); t = t + length)
            ofDay.push_back(t);
        starts.insert(starts.begin(), ofDay.begin(), ofDay.end());
        day = calendar.previousTradingDay(day).value();
    }
    return {starts.end() - static_cast<std::ptrdiff_t>(count), starts.end()};
}

} // namespace

std::shared_ptr<const market::SeriesSnapshot>
ScriptedSeries::walk(const market::SeriesKey& key, std::size_t count, Price around, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> step(0.0, 0.0014);
    const bool intraday = market::isIntraday(key.timeframe);
    const auto starts = startsOf(count, intraday ? market::lengthOf(key.timeframe) : Duration::minutes(5));
    std::vector<market::SeriesBar> bars;
    double price = around.toDoubleLossy();
    const auto rounded = [](double dollars) { return Price::fromCents(std::llround(dollars * 100)); };
    for (std::size_t i = 0; i < count; ++i) {
        const double open = price;
        const double close = open * std::exp(step(random));
        const double high = std::max(open, close) * (1 + std::abs(step(random)) / 2);
        const double low = std::min(open, close) * (1 - std::abs(step(random)) / 2);
        price = close;
        market::SeriesBar bar;
        bar.bar.start = starts[i];
        bar.bar.open = rounded(open);
        bar.bar.close = rounded(close);
        bar.bar.high = std::max(rounded(high), std::max(bar.bar.open, bar.bar.close));
        bar.bar.low = std::min(rounded(low), std::min(bar.bar.open, bar.bar.close));
        bar.bar.volume = 20'000 + static_cast<std::int64_t>(random() % 90'000);
        bar.bar.tradeCount = 100;
        bar.source = market::BarSource::Backfill;
        bar.isFinal = i + 1 < count;
        bar.receivedAt = starts[i];
        bars.push_back(bar);
    }
    market::SeriesHealth health;
    health.mode = market::SeriesMode::Live;
    health.feed = "iex";
    health.updatedAt = SnapshotBuilder::at() - Duration::milliseconds(200);
    return market::SeriesSnapshot::of(key, std::move(bars), health);
}

ChainView ScriptedChain::Board::around(const std::string& underlying, std::int64_t spotCents,
                                       std::int64_t stepCents, int strikes) {
    ChainView view;
    view.underlying = Symbol::of(underlying);
    view.state = ChainState::Ready;
    view.spot = Price::fromCents(spotCents);
    view.expectedMove = Price::fromCents(71);
    const Date today = newYorkDate(SnapshotBuilder::at());
    for (const int days : {0, 7, 14, 28, 56})
        view.expiries.push_back({Date::fromDays(today.days() + days), days});
    view.expiry = view.expiries[1].date;
    view.readAt = SnapshotBuilder::at();
    const std::int64_t middle = spotCents / stepCents * stepCents;
    for (int i = -strikes / 2; i < strikes - strikes / 2; ++i) {
        const std::int64_t strike = middle + i * stepCents;
        if (strike <= 0)
            continue;
        const auto side = [&](OptionRight right) {
            const double away =
                static_cast<double>(right == OptionRight::Call ? spotCents - strike : strike - spotCents);
            const double value = std::max(away, 0.0) + 70 * std::exp(-std::abs(away) / 180);
            ChainSide made;
            made.contract =
                OptionSymbol::tryFrom(underlying, *view.expiry, right, Price::fromCents(strike))->symbol();
            made.bid = Price::fromCents(std::max<std::int64_t>(1, std::llround(value) - 2));
            made.ask = made.bid + Price::fromCents(3);
            made.bidSize = 20 + (strike % 37);
            made.askSize = 15 + (strike % 41);
            made.last = made.bid + Price::fromCents(1);
            made.volume = 1000 + 37 * std::abs(i);
            made.openInterest = 4000 + 211 * std::abs(i);
            made.impliedVolatility = 0.44 + 0.002 * std::abs(i);
            options::Greeks greeks;
            const double delta = 1 / (1 + std::exp(-away / 90));
            greeks.delta = right == OptionRight::Call ? delta : -delta;
            greeks.gamma = 0.04;
            greeks.theta = -0.05;
            greeks.vega = 0.03;
            made.greeks = greeks;
            made.confirmed = SnapshotBuilder::at() - Duration::seconds(3);
            return made;
        };
        view.rows.push_back({Price::fromCents(strike), side(OptionRight::Call), side(OptionRight::Put)});
    }
    return view;
}

void ScriptedWatchlists::fillWithExample() {
    struct Example {
        const char* symbol;
        double last;
        double percent;
        double relative;
    };
    static constexpr Example kExamples[] = {
        {"SPY", 412.84, 0.62, 1.1},   {"QQQ", 355.10, 0.91, 1.3},   {"IWM", 187.22, -0.18, 0.9},
        {"SOFI", 29.48, 3.12, 2.8},   {"NVDA", 118.06, 1.44, 1.6},  {"AAPL", 150.25, 0.35, 1.0},
        {"TSLA", 198.74, -1.22, 1.4}, {"AMD", 101.55, 0.08, 0.8},   {"PLTR", 24.31, 2.05, 2.1},
        {"MSFT", 380.12, 0.27, 0.9},  {"META", 301.66, -0.44, 1.0}, {"GOOGL", 139.02, 0.12, 0.9},
    };
    List list{{"momentum", "Momentum"}, {}};
    std::mt19937 random(7);
    for (const Example& example : kExamples) {
        WatchRow row;
        row.symbol = Symbol::of(example.symbol);
        row.last = Price::fromCents(std::llround(example.last * 100));
        row.previousClose = Price::fromCents(std::llround(example.last / (1 + example.percent / 100) * 100));
        row.volume = 1'000'000 + static_cast<std::int64_t>(random() % 40'000'000);
        row.relativeVolume = example.relative;
        double price = example.last / (1 + example.percent / 100);
        for (int i = 0; i < 30; ++i) {
            price += (example.last - price) * 0.1 +
                     (static_cast<double>(random() % 100) - 50) / 25'000 * example.last;
            row.spark.push_back(static_cast<float>(price));
        }
        row.confirmed = SnapshotBuilder::at() - Duration::milliseconds(400);
        list.rows.push_back(std::move(row));
    }
    held.push_back(std::move(list));
    publish();
}

} // namespace strikedesk::ui
