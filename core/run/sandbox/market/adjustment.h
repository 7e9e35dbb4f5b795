// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/price.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"
#include "core/market/bar.h"
#include "core/run/sandbox/market/market_facts.h"
#include "core/run/sandbox/market/session_calendar.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace strikedesk::sandbox {

class MarketSource;

/// Which corporate actions are worked into the prices before their ex-date. Alpaca's default is raw,
/// Polygon's is splits (protocol facts, Alpaca section 13 and Polygon section 5).
struct AdjustmentMode {
    bool splits = false;
    bool dividends = false;

    static AdjustmentMode raw() { return {}; }
    static AdjustmentMode all() { return {true, true}; }
    bool isRaw() const { return !splits && !dividends; }
    friend bool operator==(const AdjustmentMode&, const AdjustmentMode&) = default;
};

/// The factors of one symbol's past. A day before a split's ex-date has its prices divided by the split's
/// ratio (new shares per old) and its volume multiplied by it; a day before a dividend's ex-date has its
/// prices multiplied by 1 − cash / close of the day before the ex-date, and its volume left alone. Later
/// actions work on top of earlier ones. Immutable; any thread.
class Adjuster {
public:
    /// The raw close of the last trading day before a date.
    using CloseBefore = std::function<std::optional<Price>(Date)>;

    /// Changes nothing.
    Adjuster() = default;
    /// `actions` in any order; those of other symbols, those with an ex-date after `today`, and dividends of
    /// which no close before is known (or which are not less than it) are left out.
    Adjuster(std::span<const CorporateAction> actions, const Symbol& symbol, AdjustmentMode mode, Date today,
             const CloseBefore& closeBefore);

    bool changesNothing() const { return m_steps.empty(); }
    /// What a raw price of `day` must be multiplied with; 1 from the last ex-date on.
    double priceFactor(Date day) const;
    double volumeFactor(Date day) const;
    Price adjusted(Price price, Date day) const;
    /// A bar that lies in `day`, prices rounded to 0.0001 (never below it), volume to whole shares.
    market::Bar adjusted(const market::Bar& bar, Date day) const;

private:
    /// Counts for the days before `exDate`: the product of this action and all later ones.
    struct Step {
        Date exDate;
        double price = 1;
        double volume = 1;
    };
    const Step* stepFor(Date day) const;
    std::vector<Step> m_steps; ///< by ex-date
};

/// The adjuster of one symbol as the market knows its actions at `now`. Contracts are never adjusted.
Adjuster adjusterOf(MarketSource& source, const SessionCalendar& calendar, const Symbol& symbol,
                    AdjustmentMode mode, Date from, Timestamp now);

/// Works the actions known at `now` into bars as `minuteBars` and `dailyBars` give them. Adjust first, then
/// merge: a week or a month may hold an ex-date.
void adjustBars(MarketSource& source, const SessionCalendar& calendar, const Symbol& symbol,
                AdjustmentMode mode, Timestamp now, std::vector<market::Bar>& bars);

} // namespace strikedesk::sandbox
