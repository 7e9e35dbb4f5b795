// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/option_symbol.h"
#include "core/run/sandbox/venue_desk.h"

namespace strikedesk::sandbox {

namespace {

constexpr int kUsualPayDays = 28;

/// The contract that a split turns one into: strike and count in new shares. Only splits of one share into
/// several do that (Options Clearing Corporation); others leave the contract and change what it delivers.
std::optional<Symbol> symbolAfter(const options::Contract& contract, const CorporateAction& split) {
    if (split.oldShares != 1 || split.newShares < 2)
        return std::nullopt;
    // Strikes are written to a tenth of a cent; listed ones after a split go by the cent.
    const std::int64_t cents = divideRoundEven(contract.strike.units(), 100LL * split.newShares);
    const auto symbol =
        OptionSymbol::tryFrom(contract.root.view(), contract.expiry, contract.right, Price::fromCents(cents));
    return symbol ? std::optional(symbol->symbol()) : std::nullopt;
}

} // namespace

void VenueDesk::tellHalts(const std::set<Symbol>& symbols, Timestamp now) {
    const std::set<Symbol> asked = symbols;
    for (const Symbol& symbol : asked) {
        const bool isHalted = m_source->isHalted(symbol, now);
        if (isHalted != m_book.state().halted.contains(symbol))
            m_book.step(now, trade::SetHalt{symbol, isHalted});
    }
}

void VenueDesk::tellSplit(const CorporateAction& action, Timestamp now, trade::VenueResult& all) {
    trade::ApplySplit split{action.id, action.symbol, action.newShares, action.oldShares, {}};
    for (const auto& [symbol, position] : m_book.state().positions) {
        const options::Contract* contract = m_book.contract(symbol);
        if (contract == nullptr || contract->underlying != action.symbol)
            continue;
        const auto after = symbolAfter(*contract, action);
        const auto listed = after ? m_source->contract(*after, m_calendar.dateOf(now)) : std::nullopt;
        if (listed)
            split.contracts.push_back({symbol, *listed, action.newShares});
    }
    append(all, m_book.step(now, split));
    // What the book knew of the other contracts is of before: some are listed no more. Held ones that did not
    // turn into others stay as the book adjusted them, so that they can be closed.
    std::vector<options::Contract> renewed;
    for (const auto& [symbol, contract] : m_book.state().contracts)
        if (contract.underlying == action.symbol && !m_book.state().positions.contains(symbol))
            if (auto fresh = m_source->contract(symbol, m_calendar.dateOf(now)))
                renewed.push_back(std::move(*fresh));
    for (const options::Contract& contract : renewed)
        append(all, m_book.step(now, trade::RegisterContract{contract}));
}

void VenueDesk::tellActions(Date from, Date to, Timestamp now, trade::VenueResult& all) {
    for (const CorporateAction& action : m_source->corporateActions(from, to, now)) {
        if (action.kind == CorporateAction::Kind::Split) {
            tellSplit(action, now, all);
            continue;
        }
        // Where the day of payment is not known, four weeks later, as most companies pay.
        const Date paid = action.payDate == Date() ? action.exDate + kUsualPayDays : action.payDate;
        append(all, m_book.step(now, trade::GoExDividend{action.id, action.symbol, action.cash,
                                                         m_calendar.newYork(paid, 0)}));
    }
}

} // namespace strikedesk::sandbox
