// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/synthetic_stocks.h"

#include "core/run/sandbox/market/hash_random.h"
#include "core/run/sandbox/market/minute_prints.h"
#include "core/run/sandbox/market/stock_spec.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::sandbox {

namespace {

/// What a random number is for; keeps the streams of numbers apart.
enum Purpose : std::uint64_t {
    kMarketDay = 1,
    kStockDay,
    kMarketMinute,
    kStockMinute,
    kVolume,
    kPrints,
    kQuote
};

constexpr std::size_t kKeptDays = 700;
constexpr std::size_t kKeptMinutes = 16;
constexpr std::size_t kKeptPointMinutes = 2'000;
constexpr Duration kMinute = Duration::minutes(1);

Timestamp floorTo(Timestamp at, Duration step) {
    return Timestamp::fromNanoseconds(at.nanoseconds() - at.nanoseconds() % step.count());
}

std::uint64_t key(Date date) { return static_cast<std::uint64_t>(date.days()); }

/// A price of at least one cent.
Price cents(double dollars) {
    return Price::fromCents(std::max<std::int64_t>(1, std::llround(dollars * 100)));
}

/// U-shape over a session, mean about one: busy open, quiet noon, busy close. `way` in [0, 1].
double busyness(double way) {
    const double fromNoon = 2.0 * way - 1.0;
    return 0.62 + 1.1 * fromNoon * fromNoon + 1.4 * std::exp(-way * 30.0);
}

} // namespace

SyntheticStocks::SyntheticStocks(std::uint64_t seed, Date anchor)
    : m_seed(seed), m_anchor(anchor), m_specs(syntheticSpecs()), m_days(m_specs.size()),
      m_minutes(m_specs.size()), m_prints(m_specs.size()), m_points(m_specs.size()) {}

std::optional<std::size_t> SyntheticStocks::indexOf(const Symbol& symbol) const {
    for (std::size_t i = 0; i < m_specs.size(); ++i)
        if (m_specs[i].asset.symbol == symbol)
            return i;
    return std::nullopt;
}

/// The overnight gap and the move from open to close of a day, as log returns.
std::pair<double, double> SyntheticStocks::dayMoves(std::size_t stock, Date date) const {
    const StockSpec& spec = m_specs[stock];
    HashRandom common(m_seed, {kMarketDay, key(date)});
    HashRandom own(m_seed, {kStockDay, stock, key(date)});
    const double apart = std::sqrt(1.0 - spec.marketWeight * spec.marketWeight);
    const double gap = spec.marketWeight * common.gaussian() + apart * own.gaussian();
    const double move = spec.marketWeight * common.gaussian() + apart * own.gaussian();
    return {0.4 * spec.dayVolatility * gap, 0.9 * spec.dayVolatility * move + 0.0003};
}

SyntheticStocks::Day SyntheticStocks::dayOf(std::size_t stock, Date date) {
    std::map<Date, Day>& days = m_days[stock];
    if (days.empty()) {
        const auto [gap, move] = dayMoves(stock, m_anchor);
        const double open = m_specs[stock].anchorPrice * std::exp(gap);
        days[m_anchor] = Day{open, open * std::exp(move)};
    }
    while (days.rbegin()->first < date) {
        const Date day = m_calendar.next(days.rbegin()->first);
        if (day == days.rbegin()->first)
            return days.rbegin()->second;
        const auto [gap, move] = dayMoves(stock, day);
        const double open = days.rbegin()->second.close * std::exp(gap);
        days[day] = Day{open, open * std::exp(move)};
    }
    while (date < days.begin()->first) {
        const Date later = days.begin()->first;
        const Date day = m_calendar.previous(later);
        if (day == later)
            return days.begin()->second;
        const double close = days.begin()->second.open / std::exp(dayMoves(stock, later).first);
        days[day] = Day{close / std::exp(dayMoves(stock, day).second), close};
    }
    return days[date];
}

std::vector<market::Bar> SyntheticStocks::makeMinutes(std::size_t stock, Date date) {
    const auto session = m_calendar.session(date);
    if (!session || date < m_anchor - kHistoryDays)
        return {};
    const StockSpec& spec = m_specs[stock];
    const Day day = dayOf(stock, date);
    const auto count = static_cast<std::size_t>((session->close - session->open).count() / 60'000'000'000);
    HashRandom common(m_seed, {kMarketMinute, key(date)});
    HashRandom own(m_seed, {kStockMinute, stock, key(date)});
    HashRandom chance(m_seed, {kVolume, stock, key(date)});

    // A walk whose variance follows the U-shape, pulled so that it ends at the day's close.
    const double apart = std::sqrt(1.0 - spec.marketWeight * spec.marketWeight);
    std::vector<double> walk(count + 1, 0.0);
    std::vector<double> variance(count + 1, 0.0);
    for (std::size_t i = 0; i < count; ++i) {
        const double busy = busyness((static_cast<double>(i) + 0.5) / static_cast<double>(count));
        variance[i + 1] = variance[i] + busy;
        walk[i + 1] =
            walk[i] + std::sqrt(busy) * (spec.marketWeight * common.gaussian() + apart * own.gaussian());
    }
    const double scale = 0.9 * spec.dayVolatility / std::sqrt(variance[count]);
    const double pull = scale * walk[count] - std::log(day.close / day.open);

    std::vector<market::Bar> bars(count);
    Price last = cents(day.open);
    for (std::size_t i = 0; i < count; ++i) {
        const double busy = (variance[i + 1] - variance[i]);
        const double bridge = scale * walk[i + 1] - pull * variance[i + 1] / variance[count];
        const double wiggle = scale * std::sqrt(busy) * day.open * 0.35;
        market::Bar& bar = bars[i];
        bar.start = session->open + Duration::minutes(static_cast<std::int64_t>(i));
        bar.open = std::max(Price::fromCents(1), last + Price::fromCents(chance.between(-1, 1)));
        bar.close = cents(day.open * std::exp(bridge));
        bar.high = std::max(bar.open, bar.close) +
                   (cents(std::abs(chance.gaussian()) * wiggle) - Price::fromCents(1));
        bar.low = std::max(Price::fromCents(1),
                           std::min(bar.open, bar.close) -
                               (cents(std::abs(chance.gaussian()) * wiggle) - Price::fromCents(1)));
        const double shares = spec.dayVolume / 390.0 * busy * std::exp(0.3 * chance.gaussian());
        bar.volume = std::max<std::int64_t>(100, std::llround(shares));
        bar.tradeCount = std::max<std::int64_t>(4, std::llround(spec.printsPerMinute * std::sqrt(busy)));
        bar.vwap =
            Price::fromUnits((bar.open.units() + bar.high.units() + bar.low.units() + bar.close.units()) / 4);
        last = bar.close;
    }
    return bars;
}

const std::vector<market::Bar>& SyntheticStocks::minutes(std::size_t stock, Date date) {
    std::map<Date, std::vector<market::Bar>>& kept = m_minutes[stock];
    const auto found = kept.find(date);
    if (found != kept.end())
        return found->second;
    if (kept.size() >= kKeptDays)
        kept.clear();
    return kept[date] = makeMinutes(stock, date);
}

const std::vector<market::TradePrint>& SyntheticStocks::prints(std::size_t stock, Timestamp minute) {
    std::map<Timestamp, std::vector<market::TradePrint>>& kept = m_prints[stock];
    const auto found = kept.find(minute);
    if (found != kept.end())
        return found->second;
    if (kept.size() >= kKeptMinutes)
        kept.clear();
    std::vector<market::TradePrint>& prints = kept[minute];
    const std::vector<market::Bar>& bars = minutes(stock, m_calendar.dateOf(minute));
    if (bars.empty() || minute < bars.front().start || bars.back().start < minute)
        return prints;
    const auto index = static_cast<std::size_t>((minute - bars.front().start).count() / 60'000'000'000);
    const StockSpec& spec = m_specs[stock];
    PrintStyle style;
    style.seed = HashRandom(m_seed, {kPrints, stock}).next();
    style.wanted = bars[index].tradeCount;
    style.grid = Price::fromCents(1);
    style.exchange = spec.asset.tape == 'C' ? "Q" : "P";
    style.conditions = "@";
    prints = printsOf(spec.asset.symbol, bars[index], style);
    return prints;
}

Timestamp SyntheticStocks::openMoment(Timestamp at) const {
    if (m_lastSession.open <= at && at < m_lastSession.close)
        return at;
    Date date = m_calendar.dateOf(at);
    auto session = m_calendar.session(date);
    if (!session || at < session->open) {
        date = m_calendar.previous(date);
        session = m_calendar.session(date);
    }
    if (!session || date < m_anchor - kHistoryDays || at < session->open)
        return {};
    m_lastSession = *session;
    return std::min(at, session->close - Duration::nanoseconds(1));
}

std::optional<market::TradePrint> SyntheticStocks::printAt(std::size_t stock, Timestamp at) {
    const Timestamp open = openMoment(at);
    if (!open.isSet())
        return std::nullopt;
    // Each minute has prints; only its first moments may come before the first of them.
    for (Timestamp minute = floorTo(open, kMinute); open - minute < kMinute * 3; minute = minute - kMinute) {
        const std::vector<market::TradePrint>& made = prints(stock, minute);
        const auto after =
            std::upper_bound(made.begin(), made.end(), open,
                             [](Timestamp t, const market::TradePrint& p) { return t < p.at; });
        if (after != made.begin())
            return *std::prev(after);
    }
    return std::nullopt;
}

const std::vector<SyntheticStocks::PricePoint>& SyntheticStocks::points(std::size_t stock, Timestamp minute) {
    auto& kept = m_points[stock];
    const std::int64_t number = minute.seconds() / 60;
    const auto found = kept.find(number);
    if (found != kept.end())
        return found->second;
    if (kept.size() >= kKeptPointMinutes)
        kept.clear();
    std::vector<PricePoint>& points = kept[number];
    for (const market::TradePrint& print : prints(stock, minute))
        points.push_back(PricePoint{print.at, print.price});
    return points;
}

/// The price of the newest print, as printAt would say.
std::optional<Price> SyntheticStocks::priceAt(std::size_t stock, Timestamp at) {
    const Timestamp open = openMoment(at);
    if (!open.isSet())
        return std::nullopt;
    for (Timestamp minute = floorTo(open, kMinute); open - minute < kMinute * 3; minute = minute - kMinute) {
        const std::vector<PricePoint>& made = points(stock, minute);
        const auto after = std::upper_bound(made.begin(), made.end(), open,
                                            [](Timestamp t, const PricePoint& p) { return t < p.at; });
        if (after != made.begin())
            return std::prev(after)->price;
    }
    return std::nullopt;
}

Timestamp SyntheticStocks::quoteTime(std::size_t stock, Timestamp second) const {
    HashRandom random(m_seed, {kQuote, stock, static_cast<std::uint64_t>(second.seconds())});
    return second + Duration::microseconds(random.between(0, 999'999));
}

std::optional<market::Quote> SyntheticStocks::quoteOfSecond(std::size_t stock, Timestamp second) {
    HashRandom random(m_seed, {kQuote, stock, static_cast<std::uint64_t>(second.seconds())});
    market::Quote quote;
    quote.at = second + Duration::microseconds(random.between(0, 999'999));
    const StockSpec& spec = m_specs[stock];
    Price last;
    if (const auto price = priceAt(stock, quote.at)) {
        last = *price;
    } else {
        const std::vector<market::Bar>& bars = minutes(stock, m_calendar.dateOf(second));
        if (bars.empty())
            return std::nullopt;
        last = bars.front().open;
    }
    const Price spread = Price::fromCents(spec.spreadCents + (random.uniform() < 0.25 ? 1 : 0));
    const bool atBid = random.next() % 2 == 0;
    quote.symbol = spec.asset.symbol;
    quote.bid = atBid ? last : last - spread;
    quote.ask = quote.bid + spread;
    quote.bidSize = 100 * random.between(1, 20);
    quote.askSize = 100 * random.between(1, 20);
    return quote;
}

std::optional<market::Quote> SyntheticStocks::quoteAt(std::size_t stock, Timestamp at) {
    const Timestamp open = openMoment(at);
    if (!open.isSet())
        return std::nullopt;
    Timestamp second = floorTo(open, Duration::seconds(1));
    if (open < quoteTime(stock, second))
        second = second - Duration::seconds(1);
    auto quote = quoteOfSecond(stock, second);
    return quote;
}

void SyntheticStocks::events(std::size_t stock, Timestamp from, Timestamp to, std::vector<MarketEvent>& out) {
    const auto session = m_calendar.session(m_calendar.dateOf(to));
    if (!session)
        return;
    const Timestamp first = std::max(from, session->open - Duration::nanoseconds(1));
    const Timestamp last = std::min(to, session->close - Duration::nanoseconds(1));
    for (Timestamp second = floorTo(first, Duration::seconds(1)); second <= last;
         second = second + Duration::seconds(1)) {
        const Timestamp when = quoteTime(stock, second);
        if (when <= first || last < when || when < session->open)
            continue;
        if (auto quote = quoteOfSecond(stock, second))
            out.emplace_back(std::move(*quote));
    }
    for (Timestamp minute = floorTo(first, Duration::minutes(1)); minute <= last;
         minute = minute + Duration::minutes(1))
        for (const market::TradePrint& print : prints(stock, minute))
            if (first < print.at && print.at <= last)
                out.emplace_back(print);
}

} // namespace strikedesk::sandbox
