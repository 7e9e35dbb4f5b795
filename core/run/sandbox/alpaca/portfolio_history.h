// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/api.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace strikedesk::sandbox {

/// What the account was worth at times of the past: its activities up to then, and what the market paid then.
/// Nothing is stored for it. Times must be asked for in rising order.
class PastEquity {
public:
    explicit PastEquity(const Api& api);

    Money at(Timestamp when);
    /// Money booked up to the last time asked for, by activity type.
    const std::map<std::string, Money>& cashflow() const { return m_cashflow; }

private:
    void apply(const trade::BrokerActivity& activity);
    Money valueOf(const Symbol& symbol, Quantity quantity, Timestamp when) const;

    const Api& m_api;
    std::size_t m_next = 0; ///< activities before it are counted
    Money m_cash;
    std::map<Symbol, Quantity> m_positions;
    std::map<Symbol, Price> m_paid; ///< last price known from the activities
    std::map<std::string, Money> m_cashflow;
};

/// GET /v2/account/portfolio/history (protocol facts, section 11).
HttpAnswer portfolioHistory(const Api& api, const HttpRequest& request);

} // namespace strikedesk::sandbox
