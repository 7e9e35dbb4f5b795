// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/stock_minutes.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::sandbox {

namespace {

enum Purpose : std::uint64_t { kVolume = 5, kExtended = 231, kExtra };

constexpr std::int64_t kMinuteNs = 60'000'000'000;
constexpr double kExtraShare = 0.012;
/// The closing auction, as a part of the day's volume.
constexpr double kAuctionShare = 0.06;
constexpr double kHighShare = 0.35;

/// A price of at least one cent.
Price cents(double dollars) {
    return Price::fromCents(std::max<std::int64_t>(1, std::llround(dollars * 100)));
}

/// A Poisson count for small means, the rounded mean otherwise.
std::int64_t countFor(double mean, HashRandom& random) {
    if (mean > 8.0)
        return std::llround(mean);
    double mass = std::exp(-mean);
    double chance = random.uniform() - mass;
    std::int64_t count = 0;
    while (chance > 0 && count < 40) {
        mass *= mean / static_cast<double>(++count);
        chance -= mass;
    }
    return count;
}

/// Extremes beyond open and close, as far as the number of prints allows them.
void addExtremes(market::Bar& bar, std::int64_t wanted, double wiggle, HashRandom& random) {
    const double up = std::abs(random.gaussian()) * wiggle;
    const double down = std::abs(random.gaussian()) * wiggle;
    bar.high = std::max(bar.open, bar.close);
    bar.low = std::min(bar.open, bar.close);
    if (wanted >= 4) {
        bar.high = bar.high + Price::fromCents(std::llround(up * 100));
        bar.low = std::max(Price::fromCents(1), bar.low - Price::fromCents(std::llround(down * 100)));
    }
    bar.vwap =
        Price::fromUnits((bar.open.units() + bar.high.units() + bar.low.units() + bar.close.units()) / 4);
}

/// A pause cuts the minute it begins in and the one it ends in; the minutes between have no trades.
/// Returns false for those.
bool cutByHalt(MinuteModel& minute, const StockDay& day) {
    if (!day.halt)
        return true;
    const std::int64_t from = (day.halt->from - minute.bar.start).count();
    const std::int64_t to = (day.halt->to - minute.bar.start).count();
    if (from <= 0 && kMinuteNs <= to)
        return false;
    if (0 < from && from < kMinuteNs)
        minute.until = from;
    if (0 < to && to < kMinuteNs)
        minute.from = to;
    return true;
}

} // namespace

std::vector<MinuteModel> regularMinutes(const StockSpec& spec, std::size_t stock, const StockDay& day,
                                        std::uint64_t seed) {
    const std::size_t count = day.minutes();
    const DayShape& shape = dayShape(count);
    HashRandom random(seed, {kVolume, stock, static_cast<std::uint64_t>(day.session.date.days())});
    const double spread = std::max(1.0, spec.spreadCents / day.shares) / 100.0;
    const double dayShares = spec.dayVolume * day.shares * day.activity;
    std::vector<MinuteModel> minutes;
    minutes.reserve(count);
    Price last = cents(day.open);
    for (std::size_t i = 0; i < count; ++i) {
        MinuteModel minute;
        market::Bar& bar = minute.bar;
        bar.start = day.session.open + Duration::minutes(static_cast<std::int64_t>(i));
        const double sinceJump =
            day.jump ? static_cast<double>((bar.start - day.jump->at).count()) / 6e10 : -1.0;
        const double rush = sinceJump >= 0 ? 1.0 + 4.0 * std::exp(-sinceJump / 12.0) : 1.0;
        const double busy = shape.busy[i] * rush;
        minute.wanted = countFor(spec.printsPerMinute * std::sqrt(busy * day.activity), random);
        const double noise = random.gaussian();
        const double side = (random.uniform() - 0.5) * 0.8 * spread;
        const std::int64_t step = random.between(-1, 1);
        if (!cutByHalt(minute, day) || minute.wanted == 0) {
            random.gaussian();
            random.gaussian();
            continue;
        }
        const bool reopens = minute.from > 0;
        bar.open =
            reopens ? cents(day.level[i]) : std::max(Price::fromCents(1), last + Price::fromCents(step));
        bar.close = minute.until < kMinuteNs ? day.halt->limit : cents(day.level[i + 1] + side);
        if (minute.wanted == 1)
            bar.open = bar.close;
        const double wiggle =
            day.volatility * std::sqrt(shape.variance[i + 1] - shape.variance[i]) * day.level[i] * kHighShare;
        // At the band's edge there is no trade beyond it.
        addExtremes(bar, minute.until < kMinuteNs ? 3 : minute.wanted, wiggle, random);
        if (minute.until < kMinuteNs) {
            random.gaussian();
            random.gaussian();
        }
        double shares = dayShares / 390.0 * busy * std::exp(0.3 * noise);
        if (i + 1 == count)
            shares += kAuctionShare * dayShares;
        bar.volume = std::max<std::int64_t>(minute.wanted * 20, std::llround(shares));
        last = bar.close;
        minutes.push_back(minute);
    }
    return minutes;
}

std::vector<MinuteModel> extendedMinutes(const StockSpec& spec, std::size_t stock, const StockDay& day,
                                         std::uint64_t seed) {
    std::vector<MinuteModel> minutes;
    const double spread = std::max(1.0, spec.spreadCents / day.shares) / 100.0;
    const auto add = [&](Timestamp start, double rate) {
        HashRandom random(seed, {kExtended, stock, static_cast<std::uint64_t>(start.seconds())});
        MinuteModel minute;
        minute.isExtended = true;
        minute.wanted = countFor(rate * spec.printsPerMinute * std::sqrt(day.activity), random);
        if (minute.wanted == 0)
            return;
        market::Bar& bar = minute.bar;
        bar.start = start;
        const double noise = 0.02 * day.volatility;
        const auto price = [&](Timestamp at) {
            return cents(day.at(at) * (1.0 + noise * random.gaussian()) +
                         spread * 2.0 * (random.uniform() - 0.5));
        };
        bar.open = price(start);
        bar.close = minute.wanted == 1 ? bar.open : price(start + Duration::seconds(59));
        addExtremes(bar, minute.wanted, day.at(start) * noise, random);
        bar.volume = minute.wanted * random.between(60, 260);
        minutes.push_back(minute);
    };
    for (Timestamp start = day.session.preOpen; start < day.session.open;
         start = start + Duration::minutes(1)) {
        const double way = static_cast<double>((start - day.session.preOpen).count()) /
                           static_cast<double>((day.session.open - day.session.preOpen).count());
        add(start, 0.004 + 0.09 * way * way * way * way + (day.reportedLastNight ? 0.05 : 0.0));
    }
    for (Timestamp start = day.session.close; start < day.session.postClose;
         start = start + Duration::minutes(1)) {
        const double since = static_cast<double>((start - day.session.close).count()) / 6e10;
        add(start, 0.006 + 0.12 * std::exp(-since / 12.0) +
                       (day.reportsTonight && since >= 5 ? 0.25 * std::exp(-(since - 5) / 40.0) : 0.0));
    }
    return minutes;
}

std::vector<ExtraPrint> extrasOf(std::uint64_t seed, std::size_t stock, const MinuteModel& minute) {
    HashRandom random(seed, {kExtra, stock, static_cast<std::uint64_t>(minute.bar.start.seconds())});
    std::vector<ExtraPrint> extras;
    const std::int64_t count = countFor(kExtraShare * static_cast<double>(minute.wanted), random);
    for (std::int64_t i = 0; i < count; ++i) {
        ExtraPrint extra;
        const double kind = random.uniform();
        extra.kind = kind < 0.5    ? ExtraPrint::Kind::OddLot
                     : kind < 0.75 ? ExtraPrint::Kind::AveragePrice
                                   : ExtraPrint::Kind::OutOfSequence;
        extra.size = kind < 0.5 ? random.between(1, 99) : 100 * random.between(1, 40);
        extra.offset = random.between(minute.from, minute.until - 1);
        extra.shift = kind < 0.5 ? 0.0 : 0.006 * (random.uniform() - 0.5);
        extras.push_back(extra);
    }
    return extras;
}

market::Bar countedBar(const MinuteModel& minute, const std::vector<ExtraPrint>& extras) {
    market::Bar bar = minute.bar;
    const auto count = static_cast<std::int64_t>(printCountOf(bar, minute.wanted));
    bar.tradeCount = count + static_cast<std::int64_t>(extras.size());
    // A bar with fewer shares than corner prices is printed with one share each.
    bar.volume = std::max(bar.volume, count);
    for (const ExtraPrint& extra : extras)
        bar.volume += extra.size;
    return bar;
}

} // namespace strikedesk::sandbox
