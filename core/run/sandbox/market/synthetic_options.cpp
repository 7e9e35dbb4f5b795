// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/synthetic_options.h"

#include "core/run/sandbox/market/contract_names.h"
#include "core/run/sandbox/market/hash_random.h"
#include "core/run/sandbox/market/minute_prints.h"
#include "core/run/sandbox/market/option_model.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::sandbox {

namespace {

enum Purpose : std::uint64_t { kRhythm = 101, kChange, kPrint, kVolDrift = 105 };

constexpr std::int64_t kSecondNs = 1'000'000'000;
constexpr std::int64_t kMinuteNs = 60 * kSecondNs;
constexpr double kYearNs = 365.0 * 86'400.0 * 1e9;
constexpr std::size_t kKeptContracts = 20'000;
constexpr std::size_t kKeptBars = 6'000;
constexpr std::size_t kMaxWatched = 1'000;
/// Contracts nearer to the money than so many strikes are in events() without being watched.
constexpr int kStreamedStrikes = 7;
/// How many sessions back the last print is looked for.
constexpr int kPrintDays = 3;

std::uint64_t key(std::int64_t n) { return static_cast<std::uint64_t>(n); }

double yearsUntil(Timestamp expiryClose, Timestamp at) {
    return static_cast<double>(std::max((expiryClose - at).count(), kMinuteNs)) / kYearNs;
}

} // namespace

/// The last moment at or before `at` at which options traded; unset before the paths begin.
Timestamp SyntheticOptions::openMoment(Timestamp at) const {
    const SessionCalendar& calendar = m_stocks.calendar();
    Date date = calendar.dateOf(at);
    auto session = calendar.session(date);
    if (!session || at < session->open) {
        date = calendar.previous(date);
        session = calendar.session(date);
    }
    if (!session || date < m_stocks.paths().firstDay())
        return {};
    return std::min(at, session->close - Duration::nanoseconds(1));
}

void SyntheticOptions::watch(const Symbol& symbol) {
    if (m_watched.size() < kMaxWatched &&
        std::find(m_watched.begin(), m_watched.end(), symbol) == m_watched.end())
        m_watched.push_back(symbol);
}

std::optional<SyntheticOptions::DayContract> SyntheticOptions::makeDayContract(const Symbol& symbol,
                                                                               Date date) {
    const auto name = OptionSymbol::tryFrom(symbol);
    if (!name)
        return std::nullopt;
    const auto stock = m_stocks.indexOf(name->root());
    const auto session = m_stocks.calendar().session(date);
    const auto last = m_stocks.calendar().session(name->expiry());
    if (!stock || !session || !last || name->expiry() < date)
        return std::nullopt;
    if (date < m_stocks.paths().firstDay())
        return std::nullopt;

    DayContract contract;
    contract.symbol = symbol;
    contract.stock = *stock;
    contract.right = name->right();
    contract.strike = name->strike().toDoubleLossy();
    contract.expiryClose = last->close;
    contract.open = session->open;
    contract.close = session->close;
    contract.randomKey = textKey(symbol.view());
    const double years = yearsUntil(last->close, session->open);
    const double away = std::abs(std::log(contract.strike / m_stocks.openOf(*stock, date).toDoubleLossy())) /
                        (m_stocks.specs()[*stock].impliedVolatility * std::sqrt(years));
    HashRandom random(m_stocks.seed(), {kRhythm, contract.randomKey, key(date.days())});
    const double seconds = std::clamp(2.5 + 9.0 * away * away, 2.5, 60.0) * (0.8 + 0.4 * random.uniform());
    contract.period = std::llround(seconds * 1e9);
    contract.phase = static_cast<std::int64_t>(random.uniform() * seconds * 1e9);
    contract.printsPerMinute = 0.9 * std::exp(-0.9 * away * away) + 0.01;
    return contract;
}

const SyntheticOptions::DayContract* SyntheticOptions::dayContract(const Symbol& symbol, Date date) {
    const auto found = m_contracts.find({symbol, date});
    if (found != m_contracts.end())
        return &found->second;
    auto made = makeDayContract(symbol, date);
    if (!made)
        return nullptr;
    if (m_contracts.size() >= kKeptContracts)
        m_contracts.clear();
    return &m_contracts.emplace(std::pair(symbol, date), *made).first->second;
}

double SyntheticOptions::volatilityOf(const DayContract& contract, double spot, double years,
                                      Timestamp at) const {
    const StockSpec& spec = m_stocks.specs()[contract.stock];
    const double rootYears = std::sqrt(std::max(years, 0.5 / 365.0));
    const double moneyness = std::log(contract.strike / spot) / rootYears;
    HashRandom drift(m_stocks.seed(), {kVolDrift, contract.stock, key(at.seconds() / 300)});
    const double level = spec.impliedVolatility * (1.0 + 0.01 * drift.gaussian());
    return std::clamp(level + spec.skew * moneyness * 0.5 + 0.05 * moneyness * moneyness, 0.05, 2.5);
}

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

std::optional<market::Quote> SyntheticOptions::quoteOfChange(const DayContract& contract,
                                                             std::int64_t number) {
    const Timestamp at = changeTime(contract, number);
    const auto stock = m_stocks.quoteAt(contract.stock, at);
    if (!stock)
        return std::nullopt;
    ModelOption option;
    option.right = contract.right;
    option.spot = midpoint(stock->bid, stock->ask).toDoubleLossy();
    option.strike = contract.strike;
    option.years = yearsUntil(contract.expiryClose, at);
    option.volatility = volatilityOf(contract, option.spot, option.years, at);
    const double value = modelValue(option);

    HashRandom random(m_stocks.seed(),
                      {kChange, contract.randomKey, key(contract.open.seconds()), key(number), 1});
    const double away =
        std::abs(std::log(option.strike / option.spot)) / (option.volatility * std::sqrt(option.years));
    const double half = 0.006 + 0.005 * value * (1.0 + std::min(away, 4.0) * 0.5) + 0.004 * random.uniform();
    const Symbol& underlying = m_stocks.specs()[contract.stock].asset.symbol;
    const Price low = Price::fromUnits(std::max<std::int64_t>(0, std::llround((value - half) * 10'000)));
    const Price high = Price::fromUnits(std::llround((value + half) * 10'000));
    market::Quote quote;
    quote.symbol = contract.symbol;
    quote.at = at;
    quote.bid = roundDownToTick(low, optionTick(underlying, low));
    quote.ask = roundUpToTick(high, optionTick(underlying, high));
    if (quote.ask <= quote.bid)
        quote.ask = quote.bid + optionTick(underlying, quote.bid);
    const double depth = 30.0 + 250.0 * std::exp(-0.5 * away * away);
    quote.bidSize = quote.bid.isZero() ? 0 : 1 + std::llround(depth * random.uniform());
    quote.askSize = 1 + std::llround(depth * random.uniform());
    return quote;
}

std::optional<market::Quote> SyntheticOptions::quoteAt(const Symbol& symbol, Timestamp at) {
    const Timestamp open = openMoment(at);
    if (!open.isSet())
        return std::nullopt;
    const DayContract* contract = dayContract(symbol, m_stocks.calendar().dateOf(open));
    if (contract == nullptr)
        return std::nullopt;
    std::int64_t number = changeAt(*contract, open);
    // The last quote before a pause stands until the first after it.
    while (number >= 0 && m_stocks.haltAt(contract->stock, changeTime(*contract, number)) != nullptr)
        --number;
    return quoteOfChange(*contract, number);
}

std::vector<market::TradePrint> SyntheticOptions::printsOfMinute(const DayContract& contract,
                                                                 std::int64_t minute) {
    std::vector<market::TradePrint> prints;
    const Timestamp start = contract.open + Duration::minutes(minute);
    HashRandom random(m_stocks.seed(), {kPrint, contract.randomKey, key(start.seconds())});
    const auto count =
        static_cast<int>(contract.printsPerMinute * (0.5 + random.uniform()) + random.uniform());
    for (int i = 0; i < count; ++i) {
        const std::int64_t slot = kMinuteNs / count;
        const Timestamp at = start + Duration::nanoseconds(i * slot + random.between(0, slot - 1));
        if (m_stocks.haltAt(contract.stock, at) != nullptr)
            continue;
        const auto quote = quoteOfChange(contract, changeAt(contract, at));
        if (!quote || !quote->ask.isPositive())
            continue;
        market::TradePrint print;
        print.symbol = contract.symbol;
        print.at = at;
        print.price = random.uniform() < 0.5 && quote->bid.isPositive() ? quote->bid : quote->ask;
        print.size = 1 + static_cast<std::int64_t>(-6.0 * std::log(1.0 - random.uniform()));
        print.exchange = "C";
        print.conditions = "I";
        prints.push_back(std::move(print));
    }
    return prints;
}

std::optional<market::TradePrint> SyntheticOptions::printAt(const Symbol& symbol, Timestamp at) {
    Timestamp open = openMoment(at);
    for (int day = 0; day < kPrintDays && open.isSet(); ++day) {
        const DayContract* contract = dayContract(symbol, m_stocks.calendar().dateOf(open));
        if (contract == nullptr)
            return std::nullopt;
        for (std::int64_t minute = (open - contract->open).count() / kMinuteNs; minute >= 0; --minute) {
            const std::vector<market::TradePrint> prints = printsOfMinute(*contract, minute);
            for (auto print = prints.rbegin(); print != prints.rend(); ++print)
                if (print->at <= open)
                    return *print;
        }
        open = openMoment(contract->open - Duration::nanoseconds(1));
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
    for (; cache.minutesDone < finished; ++cache.minutesDone) {
        const Timestamp start = contract->open + Duration::minutes(cache.minutesDone);
        if (const auto bar = barOf(printsOfMinute(*contract, cache.minutesDone), start, contract->close))
            cache.bars.push_back(*bar);
    }
    std::vector<market::Bar> bars = cache.bars;
    const Timestamp current = contract->open + Duration::minutes(finished);
    // A caller may ask for an earlier moment than the cache has reached.
    while (!bars.empty() && current <= bars.back().start)
        bars.pop_back();
    if (current < contract->close)
        if (const auto bar = barOf(printsOfMinute(*contract, finished), current, now))
            bars.push_back(*bar);
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
            if (auto quote = quoteOfChange(*contract, number))
                found.push_back(std::move(*quote));
        }
    }
    return found;
}

std::vector<market::TradePrint> SyntheticOptions::prints(const Symbol& symbol, Timestamp from, Timestamp to,
                                                         std::size_t limit) {
    std::vector<market::TradePrint> found;
    const SessionCalendar& calendar = m_stocks.calendar();
    for (const trade::SessionDay& day : calendar.sessions(calendar.dateOf(from), calendar.dateOf(to))) {
        const DayContract* contract = dayContract(symbol, day.date);
        if (contract == nullptr)
            continue;
        const std::int64_t last =
            (std::min(to, contract->close - Duration::nanoseconds(1)) - contract->open).count() / kMinuteNs;
        std::int64_t minute = std::max<std::int64_t>(0, (from - contract->open).count() / kMinuteNs);
        for (; to >= contract->open && minute <= last && found.size() < limit; ++minute)
            for (market::TradePrint& print : printsOfMinute(*contract, minute))
                if (from <= print.at && print.at <= to && found.size() < limit)
                    found.push_back(std::move(print));
    }
    return found;
}

void SyntheticOptions::eventsOf(const DayContract& contract, Timestamp from, Timestamp to,
                                std::vector<MarketEvent>& out) {
    for (std::int64_t number = changeAt(contract, to); number >= -1; --number) {
        if (changeTime(contract, number) <= from)
            break;
        if (m_stocks.haltAt(contract.stock, changeTime(contract, number)) != nullptr)
            continue;
        if (auto quote = quoteOfChange(contract, number))
            out.emplace_back(std::move(*quote));
    }
    const std::int64_t last = (to - contract.open).count() / kMinuteNs;
    for (std::int64_t minute = std::max<std::int64_t>(0, (from - contract.open).count() / kMinuteNs);
         minute <= last; ++minute)
        for (market::TradePrint& print : printsOfMinute(contract, minute))
            if (from < print.at && print.at <= to)
                out.emplace_back(std::move(print));
}

const std::vector<Symbol>& SyntheticOptions::todaysSymbols(Date today) {
    if (m_symbolsOf == today)
        return m_symbols;
    m_symbolsOf = today;
    m_symbols.clear();
    for (std::size_t stock = 0; stock < m_stocks.specs().size(); ++stock) {
        const Price open = m_stocks.openOf(stock, today);
        const Price reach = m_stocks.specs()[stock].strikeStep * kStreamedStrikes;
        for (const options::Contract& contract : listed(stock, today))
            if (contract.strike - open <= reach && open - contract.strike <= reach)
                m_symbols.push_back(contract.symbol);
    }
    return m_symbols;
}

void SyntheticOptions::events(Timestamp from, Timestamp to, std::vector<MarketEvent>& out) {
    const Date today = m_stocks.calendar().dateOf(to);
    const auto session = m_stocks.calendar().session(today);
    if (!session)
        return;
    const Timestamp first = std::max(from, session->open - Duration::nanoseconds(1));
    const Timestamp last = std::min(to, session->close - Duration::nanoseconds(1));
    if (last <= first)
        return;
    const std::vector<Symbol>& symbols = todaysSymbols(today);
    for (const Symbol& symbol : symbols)
        if (const DayContract* contract = dayContract(symbol, today))
            eventsOf(*contract, first, last, out);
    for (const Symbol& symbol : m_watched)
        if (!std::binary_search(symbols.begin(), symbols.end(), symbol))
            if (const DayContract* contract = dayContract(symbol, today))
                eventsOf(*contract, first, last, out);
}

} // namespace strikedesk::sandbox
