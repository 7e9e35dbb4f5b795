// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/minute_prints.h"

#include "core/run/sandbox/market/hash_random.h"

#include <algorithm>
#include <string>

namespace strikedesk::sandbox {

namespace {

/// The prices a minute must visit, in order: open, the extremes in either order, close.
std::vector<Price> corners(const market::Bar& bar, bool highFirst) {
    std::vector<Price> prices{bar.open};
    const Price first = highFirst ? bar.high : bar.low;
    const Price second = highFirst ? bar.low : bar.high;
    for (const Price extreme : {first, second})
        if (extreme != bar.open && extreme != bar.close)
            prices.push_back(extreme);
    if (prices.size() > 1 || bar.close != bar.open)
        prices.push_back(bar.close);
    return prices;
}

/// Strictly growing slots for the corners among `count` prints: first, last, the rest in between.
std::vector<std::size_t> cornerSlots(std::size_t cornerCount, std::size_t count, HashRandom& random) {
    std::vector<std::size_t> slots(cornerCount, 0);
    if (cornerCount < 2)
        return slots;
    slots.back() = count - 1;
    for (std::size_t i = 1; i + 1 < cornerCount; ++i) {
        const std::size_t lowest = slots[i - 1] + 1;
        const std::size_t highest = count - (cornerCount - i);
        slots[i] = static_cast<std::size_t>(
            random.between(static_cast<std::int64_t>(lowest), static_cast<std::int64_t>(highest)));
    }
    return slots;
}

/// A price on the way from one corner to the next, with a little noise, never outside the bar.
Price between(Price from, Price to, double way, const market::Bar& bar, Price grid, HashRandom& random) {
    if (!grid.isPositive())
        return way < 0.5 ? from : to;
    const double range = static_cast<double>((bar.high - bar.low).units());
    const double straight =
        static_cast<double>(from.units()) + way * static_cast<double>((to - from).units());
    const double noisy = straight + (random.uniform() - 0.5) * 0.2 * range;
    const auto steps = static_cast<std::int64_t>(noisy / static_cast<double>(grid.units()) + 0.5);
    return std::clamp(Price::fromUnits(steps * grid.units()), bar.low, bar.high);
}

std::vector<Price> pricesOf(const market::Bar& bar, std::size_t count, const std::vector<Price>& visited,
                            Price grid, HashRandom& random) {
    std::vector<Price> prices(count, bar.open);
    const std::vector<std::size_t> slots = cornerSlots(visited.size(), count, random);
    for (std::size_t corner = 0; corner < visited.size(); ++corner) {
        prices[slots[corner]] = visited[corner];
        if (corner == 0)
            continue;
        const std::size_t from = slots[corner - 1];
        const std::size_t span = slots[corner] - from;
        for (std::size_t step = 1; step < span; ++step)
            prices[from + step] =
                between(visited[corner - 1], visited[corner],
                        static_cast<double>(step) / static_cast<double>(span), bar, grid, random);
    }
    return prices;
}

/// Sizes of at least one that add up to `volume` (when there are not more prints than that).
std::vector<std::int64_t> sizesOf(std::int64_t volume, std::size_t count, HashRandom& random) {
    std::vector<std::int64_t> sizes(count, 1);
    std::int64_t left = volume - static_cast<std::int64_t>(count);
    for (std::size_t i = 0; i + 1 < count && left > 0; ++i) {
        const std::int64_t fair = 2 * left / static_cast<std::int64_t>(count - i);
        const std::int64_t share = random.between(0, std::min(left, fair));
        sizes[i] += share;
        left -= share;
    }
    if (left > 0)
        sizes.back() += left;
    return sizes;
}

} // namespace

bool formsPrice(const market::TradePrint& print) {
    // An option's late, cancelled or out-of-sequence reports; a stock's odd lots (I), average (W, B) and
    // derived (4) prices, late (Z, U, L, G, P) and contingent (7, V, H, C, N, R) trades, official prices (M,
    // Q).
    const std::string_view quiet = print.symbol.looksLikeOption() ? "ABCDEG" : "IWB4ZULGP7VHCNRMQ";
    for (const char c : print.conditions)
        if (c != ',' && quiet.find(c) != std::string_view::npos)
            return false;
    return true;
}

std::size_t printCountOf(const market::Bar& bar, std::int64_t wanted) {
    // As many as `corners` has.
    std::int64_t needed = 1;
    needed += bar.high != bar.open && bar.high != bar.close ? 1 : 0;
    needed += bar.low != bar.open && bar.low != bar.close ? 1 : 0;
    needed += needed > 1 || bar.close != bar.open ? 1 : 0;
    return static_cast<std::size_t>(std::clamp(wanted, needed, std::max(needed, bar.volume)));
}

std::vector<PrintSketch> sketchOf(const market::Bar& bar, const PrintStyle& style) {
    HashRandom random(style.seed, {static_cast<std::uint64_t>(bar.start.seconds())});
    const std::vector<Price> visited = corners(bar, random.next() % 2 == 0);
    const std::size_t count = printCountOf(bar, style.wanted);
    const std::vector<Price> prices = pricesOf(bar, count, visited, style.grid, random);
    const std::vector<std::int64_t> sizes = sizesOf(bar.volume, count, random);
    std::vector<PrintSketch> prints(count);
    const std::int64_t slot = (style.until - style.from) / static_cast<std::int64_t>(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::int64_t offset =
            style.from + static_cast<std::int64_t>(i) * slot + random.between(0, slot - 1);
        prints[i] = PrintSketch{prices[i], sizes[i], bar.start + Duration::nanoseconds(offset)};
    }
    return prints;
}

std::vector<market::TradePrint> printsOf(const Symbol& symbol, const market::Bar& bar,
                                         const PrintStyle& style) {
    const std::vector<PrintSketch> sketches = sketchOf(bar, style);
    std::vector<market::TradePrint> prints(sketches.size());
    for (std::size_t i = 0; i < sketches.size(); ++i) {
        market::TradePrint& print = prints[i];
        print.symbol = symbol;
        print.price = sketches[i].price;
        print.size = sketches[i].size;
        print.at = sketches[i].at;
        print.exchange = style.exchange;
        print.conditions = style.conditions;
        if (style.withIds)
            print.id = std::to_string(bar.start.seconds() / 60 * 10'000 + static_cast<std::int64_t>(i));
    }
    return prints;
}

std::optional<market::Bar> barOf(std::span<const market::TradePrint> prints, Timestamp start,
                                 Timestamp until) {
    market::Bar bar;
    bar.start = start;
    __int128 turnover = 0;
    std::int64_t formingVolume = 0;
    bool hasPrice = false;
    for (const market::TradePrint& print : prints) {
        if (print.at > until)
            break;
        bar.volume += print.size;
        ++bar.tradeCount;
        if (!formsPrice(print))
            continue;
        if (!hasPrice)
            bar.open = bar.high = bar.low = print.price;
        hasPrice = true;
        bar.high = std::max(bar.high, print.price);
        bar.low = std::min(bar.low, print.price);
        bar.close = print.price;
        formingVolume += print.size;
        turnover += static_cast<__int128>(print.price.units()) * print.size;
    }
    if (!hasPrice)
        return std::nullopt;
    bar.vwap = formingVolume > 0 ? Price::fromUnits(divideRoundEven(turnover, formingVolume)) : bar.close;
    return bar;
}

std::optional<market::Bar> merged(std::span<const market::Bar> bars, Timestamp start) {
    if (bars.empty())
        return std::nullopt;
    market::Bar all = bars.front();
    all.start = start;
    __int128 turnover = static_cast<__int128>(all.vwap.units()) * all.volume;
    for (const market::Bar& bar : bars.subspan(1)) {
        all.high = std::max(all.high, bar.high);
        all.low = std::min(all.low, bar.low);
        all.close = bar.close;
        all.volume += bar.volume;
        all.tradeCount += bar.tradeCount;
        turnover += static_cast<__int128>(bar.vwap.units()) * bar.volume;
    }
    if (all.volume > 0)
        all.vwap = Price::fromUnits(divideRoundEven(turnover, all.volume));
    return all;
}

} // namespace strikedesk::sandbox
