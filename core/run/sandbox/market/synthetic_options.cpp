// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/synthetic_options.h"

#include "core/run/sandbox/market/hash_random.h"
#include "core/run/sandbox/market/minute_prints.h"
#include "core/run/sandbox/market/option_model.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::sandbox {

namespace {

enum Purpose : std::uint64_t { kChange = 102, kPrint };

constexpr std::int64_t kMinuteNs = 60'000'000'000;
constexpr double kYearNs = 365.0 * 86'400.0 * 1e9;
constexpr std::size_t kKeptBars = 6'000;
/// How many sessions back the last print is looked for.
constexpr int kPrintDays = 3;
constexpr double kLateChance = 0.01;

std::uint64_t key(std::int64_t n) { return static_cast<std::uint64_t>(n); }

double yearsUntil(Timestamp expiryClose, Timestamp at) {
    return static_cast<double>(std::max((expiryClose - at).count(), kMinuteNs)) / kYearNs;
}

} // namespace

/// When quote change `number` of the day happens; −1 is the opening quote.
Timestamp SyntheticOptions::changeTime(const DayContract& contract, std::int64_t number) const {
    if (number < 0)
        return contract.open;
    HashRandom random(m_stocks.seed(),
                      {kChange, contract.randomKey, key(contract.open.seconds()), key(number)});
    const double jitter = 0.6 * random.uniform() * static_cast<double>(contract.period);
    return contract.open + Duration::nanoseconds(1'000 + contract.phase + number * contract.period +
                                                 static_cast<std::int64_t>(jitter));
}

/// The newest change at or before `at` (within the session).
std::int64_t SyntheticOptions::changeAt(const DayContract& contract, Timestamp at) const {
    std::int64_t number = ((at - contract.open).count() - contract.phase) / contract.period;
    while (number >= 0 && at < changeTime(contract, number))
        --number;
    return std::max<std::int64_t>(number, -1);
}

/// The newest change outside a pause: the last quote before one stands until the first after it.
std::int64_t SyntheticOptions::liveChangeAt(const DayContract& contract, Timestamp at) {
    std::int64_t number = changeAt(contract, at);
    while (number >= 0 && m_stocks.haltAt(contract.stock, changeTime(contract, number)) != nullptr)
        --number;
    return number;
}

std::optional<market::Quote> SyntheticOptions::quoteOfChange(const DayContract& contract,
                                                             std::int64_t number) {
    const Timestamp at = changeTime(contract, number);
    const auto stock = m_stocks.quoteAt(contract.stock, at);
    if (!stock)
        return std::nullopt;
    ModelOption option;
    option.right = contract.right;
    option.spot = midpoint(stock->bid, stock->ask).toDoubleLossy() * contract.oldShares;
    option.strike = contract.strike;
    option.years = yearsUntil(contract.expiryClose, at);
    option.volatility =
        m_surface.volatility(contract.stock, contract.expiry, option.strike, option.spot, option.years, at);
    const double value = modelValue(option);
    const StockSpec& spec = m_stocks.specs()[contract.stock];
    const QuoteShape shape =
        quoteShape(spec, contract.right, option.strike, option.spot, option.years, option.volatility, value);

    HashRandom random(m_stocks.seed(),
                      {kChange, contract.randomKey, key(contract.open.seconds()), key(number), 1});
    const double half = shape.half * (0.85 + 0.4 * random.uniform());
    const Price low = Price::fromUnits(std::max<std::int64_t>(0, std::llround((value - half) * 10'000)));
    const Price high = Price::fromUnits(std::llround((value + half) * 10'000));
    market::Quote quote;
    quote.symbol = contract.symbol;
    quote.at = at;
    quote.bid = roundDownToTick(low, optionTick(spec.asset.symbol, low));
    quote.ask = roundUpToTick(high, optionTick(spec.asset.symbol, high));
    if (quote.ask <= quote.bid)
        quote.ask = quote.bid + optionTick(spec.asset.symbol, quote.bid);
    quote.bidSize = 1 + std::llround(shape.depth * random.uniform());
    quote.askSize = 1 + std::llround(shape.depth * random.uniform());
    // A maker steps away for a moment, from the bid more often than from the ask.
    const double pulled = number < 0 ? 1.0 : random.uniform();
    if (pulled < shape.pulled * 0.8)
        quote.bid = Price();
    else if (pulled < shape.pulled)
        quote.ask = Price();
    quote.bidSize = quote.bid.isZero() ? 0 : quote.bidSize;
    quote.askSize = quote.ask.isZero() ? 0 : quote.askSize;
    return quote;
}

std::optional<market::Quote> SyntheticOptions::quoteAt(const Symbol& symbol, Timestamp at) {
    const auto name = OptionSymbol::tryFrom(symbol);
    const auto stock = name ? m_stocks.indexOf(name->root()) : std::nullopt;
    const Timestamp open = stock ? openMoment(*stock, at) : Timestamp();
    if (!open.isSet())
        return std::nullopt;
    const DayContract* contract = dayContract(symbol, m_stocks.calendar().dateOf(open));
    if (contract == nullptr)
        return std::nullopt;
    return quoteOfChange(*contract, liveChangeAt(*contract, open));
}

/// A print against a quote: at the bid, at the ask or between them; now and then late and off the market.
market::TradePrint SyntheticOptions::printOf(const DayContract& contract, const market::Quote& quote,
                                             Timestamp at, HashRandom& random) const {
    market::TradePrint print;
    print.symbol = contract.symbol;
    print.at = at;
    const double side = random.uniform();
    const bool hasBid = quote.bid.isPositive();
    print.price = hasBid && side < 0.4 ? quote.bid : quote.ask;
    print.conditions = random.uniform() < 0.25 ? "S" : "I";
    if (hasBid && side >= 0.8) {
        // Auctions improve the price by cents.
        print.price = roundDownToTick(midpoint(quote.bid, quote.ask), Price::fromCents(1));
        print.conditions = random.uniform() < 0.5 ? "a" : "f";
    }
    print.size = 1 + static_cast<std::int64_t>(-6.0 * std::log(1.0 - random.uniform()));
    if (random.uniform() < 0.01)
        print.size *= 25;
    if (random.uniform() < kLateChance) {
        print.conditions = "D";
        const Price off = (quote.ask - quote.bid) * (random.uniform() < 0.5 ? 1 : -1);
        print.price = std::max(Price::fromCents(1), print.price + off);
    }
    static constexpr const char* kExchanges[] = {"C", "A", "N", "Q", "X", "W", "Z", "E"};
    print.exchange = kExchanges[random.between(0, 7)];
    return print;
}

void SyntheticOptions::printsOfMinute(const DayContract& contract, std::int64_t minute,
                                      std::vector<market::TradePrint>& out) {
    const Timestamp start = contract.open + Duration::minutes(minute);
    HashRandom random(m_stocks.seed(), {kPrint, contract.randomKey, key(start.seconds())});
    const auto minutes = static_cast<std::size_t>((contract.close - contract.open).count() / kMinuteNs);
    const DayShape& shape = dayShape(minutes < 300 ? 210 : 390);
    const auto place = std::min(static_cast<std::size_t>(minute), shape.busy.size() - 1);
    const double rate = contract.printsPerMinute * shape.busy[place];
    const auto count = static_cast<int>(rate * (0.5 + random.uniform()) + random.uniform());
    for (int i = 0; i < count; ++i) {
        const std::int64_t slot = kMinuteNs / count;
        const Timestamp at = start + Duration::nanoseconds(i * slot + random.between(0, slot - 1));
        if (m_stocks.haltAt(contract.stock, at) != nullptr)
            continue;
        const auto quote = quoteOfChange(contract, liveChangeAt(contract, at));
        if (quote && quote->ask.isPositive())
            out.push_back(printOf(contract, *quote, at, random));
    }
}

std::optional<market::TradePrint> SyntheticOptions::printAt(const Symbol& symbol, Timestamp at) {
    const auto name = OptionSymbol::tryFrom(symbol);
    const auto stock = name ? m_stocks.indexOf(name->root()) : std::nullopt;
    if (!stock)
        return std::nullopt;
    Timestamp open = openMoment(*stock, at);
    for (int day = 0; day < kPrintDays && open.isSet(); ++day) {
        const DayContract* contract = dayContract(symbol, m_stocks.calendar().dateOf(open));
        if (contract == nullptr)
            return std::nullopt;
        std::vector<market::TradePrint> prints;
        for (std::int64_t minute = (open - contract->open).count() / kMinuteNs; minute >= 0; --minute) {
            prints.clear();
            printsOfMinute(*contract, minute, prints);
            for (auto print = prints.rbegin(); print != prints.rend(); ++print)
                if (print->at <= open && formsPrice(*print))
                    return *print;
        }
        open = openMoment(*stock, contract->open - Duration::nanoseconds(1));
    }
    return std::nullopt;
}

std::vector<market::Bar> SyntheticOptions::minutes(const Symbol& symbol, Date date, Timestamp now) {
    const DayContract* contract = dayContract(symbol, date);
    if (contract == nullptr || now < contract->open)
        return {};
    if (m_bars.size() >= kKeptBars)
        m_bars.clear();
    BarCache& cache = m_bars[{symbol, date}];
    const std::int64_t finished = (std::min(now, contract->close) - contract->open).count() / kMinuteNs;
    std::vector<market::TradePrint> prints;
    for (; cache.minutesDone < finished; ++cache.minutesDone) {
        const Timestamp start = contract->open + Duration::minutes(cache.minutesDone);
        prints.clear();
        printsOfMinute(*contract, cache.minutesDone, prints);
        if (const auto bar = barOf(prints, start, contract->close))
            cache.bars.push_back(*bar);
    }
    std::vector<market::Bar> bars = cache.bars;
    const Timestamp current = contract->open + Duration::minutes(finished);
    // A caller may ask for an earlier moment than the cache has reached.
    while (!bars.empty() && current <= bars.back().start)
        bars.pop_back();
    if (current < contract->close) {
        prints.clear();
        printsOfMinute(*contract, finished, prints);
        if (const auto bar = barOf(prints, current, now))
            bars.push_back(*bar);
    }
    return bars;
}

std::vector<market::Quote> SyntheticOptions::quotes(const Symbol& symbol, Timestamp from, Timestamp to,
                                                    std::size_t limit) {
    std::vector<market::Quote> found;
    const SessionCalendar& calendar = m_stocks.calendar();
    for (const trade::SessionDay& day : calendar.sessions(calendar.dateOf(from), calendar.dateOf(to))) {
        const DayContract* contract = dayContract(symbol, day.date);
        if (contract == nullptr)
            continue;
        std::int64_t number =
            from <= contract->open ? -1 : changeAt(*contract, from - Duration::nanoseconds(1)) + 1;
        for (; found.size() < limit; ++number) {
            const Timestamp at = changeTime(*contract, number);
            if (to < at || contract->close <= at)
                break;
            if (number >= 0 && m_stocks.haltAt(contract->stock, at) != nullptr)
                continue;
            if (auto quote = quoteOfChange(*contract, number))
                found.push_back(std::move(*quote));
        }
    }
    return found;
}

std::vector<market::TradePrint> SyntheticOptions::prints(const Symbol& symbol, Timestamp from, Timestamp to,
                                                         std::size_t limit) {
    std::vector<market::TradePrint> found;
    std::vector<market::TradePrint> made;
    const SessionCalendar& calendar = m_stocks.calendar();
    for (const trade::SessionDay& day : calendar.sessions(calendar.dateOf(from), calendar.dateOf(to))) {
        const DayContract* contract = dayContract(symbol, day.date);
        if (contract == nullptr || to < contract->open)
            continue;
        const Timestamp end = std::min(to, contract->close - Duration::nanoseconds(1));
        const std::int64_t last = (end - contract->open).count() / kMinuteNs;
        std::int64_t minute = std::max<std::int64_t>(0, (from - contract->open).count() / kMinuteNs);
        for (; minute <= last && found.size() < limit; ++minute) {
            made.clear();
            printsOfMinute(*contract, minute, made);
            for (market::TradePrint& print : made)
                if (from <= print.at && print.at <= to && found.size() < limit)
                    found.push_back(std::move(print));
        }
    }
    return found;
}

} // namespace strikedesk::sandbox
