// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/contract_names.h"
#include "core/run/sandbox/market/expiry_table.h"
#include "core/run/sandbox/market/hash_random.h"
#include "core/run/sandbox/market/synthetic_options.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::sandbox {

namespace {

enum Purpose : std::uint64_t { kInterest = 104, kRhythm = 101 };

constexpr std::size_t kKeptContracts = 40'000;
constexpr std::size_t kKeptLists = 40;
/// The furthest Januaries.
constexpr int kFurthestExpiry = 830;
constexpr double kYearNs = 365.0 * 86'400.0 * 1e9;
constexpr int kLateMinutes = 15;
/// How long a contract from before a split can still be named.
constexpr int kOldTermsDays = 400;
/// Strikes lie on this grid.
constexpr std::int64_t kStrikeUnits = 5'000;

std::uint64_t key(std::int64_t n) { return static_cast<std::uint64_t>(n); }

bool isNear(Price strike, Price open) { return open <= strike * 3 && strike <= open * 3; }

} // namespace

/// When the options of a stock stop trading that day (protocol facts: attribute options_late_close).
Timestamp SyntheticOptions::closeOf(std::size_t stock, Date date) const {
    const auto session = m_stocks.calendar().session(date);
    const int late = m_stocks.specs()[stock].asset.optionsLateClose ? kLateMinutes : 0;
    return session ? session->close + Duration::minutes(late) : Timestamp();
}

/// The last moment at or before `at` at which options of a stock traded; unset before the paths begin.
Timestamp SyntheticOptions::openMoment(std::size_t stock, Timestamp at) const {
    const SessionCalendar& calendar = m_stocks.calendar();
    Date date = calendar.dateOf(at);
    auto session = calendar.session(date);
    if (!session || at < session->open) {
        date = calendar.previous(date);
        session = calendar.session(date);
    }
    if (!session || date < m_stocks.paths().firstDay())
        return {};
    return std::min(at, closeOf(stock, date) - Duration::nanoseconds(1));
}

/// The near grid on that day's count of shares.
Price SyntheticOptions::strikeStep(std::size_t stock, Date date) const {
    const double shares = m_stocks.paths().shareFactor(stock, date);
    const double units = static_cast<double>(m_stocks.specs()[stock].strikeStep.units()) / shares;
    const std::int64_t grid = std::llround(units / kStrikeUnits) * kStrikeUnits;
    return Price::fromUnits(std::max(grid, kStrikeUnits));
}

std::vector<options::Contract> SyntheticOptions::listed(std::size_t stock, Date today) {
    const auto kept = m_listed.find({stock, today});
    if (kept != m_listed.end())
        return kept->second;
    std::vector<options::Contract> contracts;
    const StockSpec& spec = m_stocks.specs()[stock];
    const SessionCalendar& calendar = m_stocks.calendar();
    const Date day = tradingDayOnOrBefore(calendar, today);
    if (day < m_stocks.paths().firstDay())
        return contracts;
    const Price open = m_stocks.openOf(stock, day);
    for (const Date expiry : listedExpiries(spec.expiries, calendar, today))
        for (const Price strike : listedStrikes(open, strikeStep(stock, day), expiry - today))
            for (const OptionRight right : {OptionRight::Call, OptionRight::Put})
                if (const auto name = OptionSymbol::tryFrom(spec.asset.symbol.view(), expiry, right, strike))
                    if (auto found = contract(name->symbol(), today))
                        contracts.push_back(std::move(*found));
    std::sort(contracts.begin(), contracts.end(),
              [](const options::Contract& a, const options::Contract& b) { return a.symbol < b.symbol; });
    if (m_listed.size() >= kKeptLists)
        m_listed.clear();
    return m_listed[{stock, today}] = std::move(contracts);
}

std::optional<options::Contract> SyntheticOptions::contract(const Symbol& symbol, Date today) {
    const auto name = OptionSymbol::tryFrom(symbol);
    if (!name)
        return std::nullopt;
    const auto stock = m_stocks.indexOf(name->root());
    const SessionCalendar& calendar = m_stocks.calendar();
    if (!stock || !calendar.session(name->expiry()) || name->expiry() > today + kFurthestExpiry ||
        name->strike().units() % kStrikeUnits != 0)
        return std::nullopt;
    const Date day = tradingDayOnOrBefore(calendar, today);
    const DayContract* terms = dayContract(symbol, std::min(day, name->expiry()));
    if (terms == nullptr)
        return std::nullopt;
    const bool isOld = terms->oldShares > 1;

    options::Contract contract;
    contract.id = stableUuid(symbol.view());
    contract.symbol = symbol;
    contract.underlying = contract.root = name->root();
    contract.expiry = name->expiry();
    contract.right = name->right();
    contract.strike = name->strike();
    contract.name = contractName(contract);
    contract.isActive = contract.isTradable = today <= name->expiry() && !isOld;
    const HashRandom random(m_stocks.seed(), {kInterest, textKey(symbol.view()), key(day.days())});
    contract.openInterest =
        openInterestOf(m_stocks.specs()[*stock], random, terms->strike / terms->oldShares,
                       strikeStep(*stock, day).toDoubleLossy(), m_stocks.openOf(*stock, day).toDoubleLossy(),
                       name->expiry() - day, isMonthlyExpiry(calendar, name->expiry()));
    const Timestamp before = closeOf(*stock, calendar.previous(day));
    if (const auto quote = quoteAt(symbol, before - Duration::nanoseconds(1)))
        contract.closePrice = quote->mid() ? quote->mid() : std::optional(quote->ask);
    return contract;
}

std::optional<SyntheticOptions::DayContract> SyntheticOptions::makeDayContract(const Symbol& symbol,
                                                                               Date date) {
    const auto name = OptionSymbol::tryFrom(symbol);
    if (!name)
        return std::nullopt;
    const auto stock = m_stocks.indexOf(name->root());
    const auto session = m_stocks.calendar().session(date);
    if (!stock || !session || !m_stocks.calendar().session(name->expiry()) || name->expiry() < date ||
        date < m_stocks.paths().firstDay())
        return std::nullopt;
    const Price open = m_stocks.openOf(*stock, date);
    DayContract contract;
    contract.symbol = symbol;
    contract.stock = *stock;
    contract.right = name->right();
    contract.strike = name->strike().toDoubleLossy();
    if (!isNear(name->strike(), open)) {
        // Perhaps it is from before a split.
        contract.oldShares = m_stocks.corporate().ratioBetween(*stock, date - kOldTermsDays, date);
        const Price now = Price::fromUnits(
            std::llround(static_cast<double>(name->strike().units()) / std::max(1.0, contract.oldShares)));
        if (contract.oldShares <= 1 || !isNear(now, open))
            return std::nullopt;
    }
    contract.expiry = name->expiry();
    contract.expiryClose = closeOf(*stock, name->expiry());
    contract.open = session->open;
    contract.close = closeOf(*stock, date);
    contract.randomKey = textKey(symbol.view());
    const StockSpec& spec = m_stocks.specs()[*stock];
    const double years = static_cast<double>((contract.expiryClose - session->open).count()) / kYearNs;
    const double away = std::abs(std::log(contract.strike / contract.oldShares / open.toDoubleLossy())) /
                        (spec.impliedVolatility * std::sqrt(years));
    HashRandom random(m_stocks.seed(), {kRhythm, contract.randomKey, key(date.days())});
    const int daysLeft = name->expiry() - date;
    // Far months move less with the stock and are quoted less often.
    const double calm = 1.0 + daysLeft / 10.0;
    const double seconds =
        std::clamp((2.5 + 9.0 * away * away) * calm, 2.5, 60.0) * (0.8 + 0.4 * random.uniform());
    contract.period = std::llround(seconds * 1e9);
    contract.phase = static_cast<std::int64_t>(random.uniform() * seconds * 1e9);
    const double term = daysLeft <= 1 ? 1.0 : daysLeft <= 7 ? 0.5 : daysLeft <= 40 ? 0.2 : 0.05;
    contract.printsPerMinute =
        contract.oldShares > 1 ? 0.0 : spec.optionPrints * term * (std::exp(-0.9 * away * away) + 0.004);
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

} // namespace strikedesk::sandbox
