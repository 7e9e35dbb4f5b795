// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/contract_names.h"
#include "core/run/sandbox/market/hash_random.h"
#include "core/run/sandbox/market/synthetic_options.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::sandbox {

namespace {

enum Purpose : std::uint64_t { kInterest = 104 };

constexpr int kStrikesEachSide = 12;
constexpr int kFarExpiryDays = 20;

std::uint64_t key(std::int64_t n) { return static_cast<std::uint64_t>(n); }

/// The trading day on or before a date.
Date tradingDayOnOrBefore(const SessionCalendar& calendar, Date date) {
    return calendar.session(date) ? date : calendar.previous(date);
}

/// Same day, next day, the next two weeklies, the next two monthlies (third Friday), ordered.
std::vector<Date> expiriesOn(const SessionCalendar& calendar, Date today) {
    std::vector<Date> dates;
    if (calendar.session(today))
        dates.push_back(today);
    dates.push_back(calendar.next(today));
    const Date friday = today + (5 - today.weekday() + 7) % 7;
    int monthlies = 0;
    for (int week = 0; week < 12 && monthlies < 2; ++week) {
        const Date day = friday + week * 7;
        const bool isMonthly = day.day() >= 15 && day.day() <= 21;
        monthlies += isMonthly ? 1 : 0;
        const Date expiry = tradingDayOnOrBefore(calendar, day);
        if ((week < 2 || isMonthly) && today <= expiry)
            dates.push_back(expiry);
    }
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    return dates;
}

} // namespace

std::vector<options::Contract> SyntheticOptions::listed(std::size_t stock, Date today) {
    std::vector<options::Contract> contracts;
    const StockSpec& spec = m_stocks.specs()[stock];
    const SessionCalendar& calendar = m_stocks.calendar();
    const Date day = tradingDayOnOrBefore(calendar, today);
    if (day < m_stocks.paths().firstDay())
        return contracts;
    const Price open = m_stocks.openOf(stock, day);
    for (const Date expiry : expiriesOn(calendar, today)) {
        const Price step = expiry - today > kFarExpiryDays ? spec.strikeStep * 2 : spec.strikeStep;
        const Price centre = roundDownToTick(open + Price::fromUnits(step.units() / 2), step);
        for (const OptionRight right : {OptionRight::Call, OptionRight::Put})
            for (int i = -kStrikesEachSide; i <= kStrikesEachSide; ++i)
                if (const auto name =
                        OptionSymbol::tryFrom(spec.asset.symbol.view(), expiry, right, centre + step * i))
                    if (auto found = contract(name->symbol(), today))
                        contracts.push_back(std::move(*found));
    }
    std::sort(contracts.begin(), contracts.end(),
              [](const options::Contract& a, const options::Contract& b) { return a.symbol < b.symbol; });
    return contracts;
}

std::optional<options::Contract> SyntheticOptions::contract(const Symbol& symbol, Date today) {
    const auto name = OptionSymbol::tryFrom(symbol);
    if (!name)
        return std::nullopt;
    const auto stock = m_stocks.indexOf(name->root());
    const SessionCalendar& calendar = m_stocks.calendar();
    if (!stock || !calendar.session(name->expiry()) || name->expiry() > today + 120 ||
        name->strike().units() % 5'000 != 0)
        return std::nullopt;
    const Date day = tradingDayOnOrBefore(calendar, today);
    if (day < m_stocks.paths().firstDay())
        return std::nullopt;
    const Price open = m_stocks.openOf(*stock, day);
    if (name->strike() * 3 < open || open * 3 < name->strike())
        return std::nullopt;

    options::Contract contract;
    contract.id = stableUuid(symbol.view());
    contract.symbol = symbol;
    contract.underlying = contract.root = name->root();
    contract.expiry = name->expiry();
    contract.right = name->right();
    contract.strike = name->strike();
    contract.name = contractName(contract);
    contract.isActive = contract.isTradable = today <= name->expiry();
    HashRandom random(m_stocks.seed(), {kInterest, textKey(symbol.view()), key(day.days())});
    const double away = std::abs(std::log(contract.strike.toDoubleLossy() / open.toDoubleLossy()));
    contract.openInterest = std::llround(12'000.0 * std::exp(-25.0 * away) * (0.2 + random.uniform()));
    if (const auto before = calendar.session(calendar.previous(day)))
        if (const auto quote = quoteAt(symbol, before->close - Duration::nanoseconds(1)))
            contract.closePrice = quote->mid() ? quote->mid() : std::optional(quote->ask);
    return contract;
}

} // namespace strikedesk::sandbox
