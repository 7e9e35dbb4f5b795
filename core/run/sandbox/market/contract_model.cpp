// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/contract_model.h"

namespace strikedesk::sandbox {

std::optional<ModelSolution> solveContract(MarketSource& source, const SessionCalendar& calendar,
                                           const options::Contract& contract, const market::Quote& quote,
                                           Timestamp now) {
    const auto mid = quote.mid();
    const auto spot = spotAt(source, contract.underlying, now);
    // Older monthlies carry a Saturday expiry: they end with the trading day before.
    const Date lastDay =
        calendar.session(contract.expiry) ? contract.expiry : calendar.previous(contract.expiry);
    const auto last = calendar.session(lastDay);
    if (!mid || !spot || !last || last->close <= now)
        return std::nullopt;
    ModelOption option;
    option.right = contract.right;
    option.spot = spot->toDoubleLossy();
    option.strike = contract.strike.toDoubleLossy();
    option.years = static_cast<double>((last->close - now).count()) / (365.0 * 86'400.0 * 1e9);
    return solveModel(option, mid->toDoubleLossy());
}

} // namespace strikedesk::sandbox
