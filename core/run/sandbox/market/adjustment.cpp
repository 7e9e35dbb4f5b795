// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/adjustment.h"

#include "core/run/sandbox/market/market_source.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::sandbox {

namespace {

/// Calendar days in which a close before an ex-date is looked for: the longest closing was a week.
constexpr int kCloseSearchDays = 10;

} // namespace

Adjuster::Adjuster(std::span<const CorporateAction> actions, const Symbol& symbol, AdjustmentMode mode,
                   Date today, const CloseBefore& closeBefore) {
    for (const CorporateAction& action : actions) {
        if (action.symbol != symbol || today < action.exDate)
            continue;
        Step step;
        step.exDate = action.exDate;
        if (action.kind == CorporateAction::Kind::Split) {
            if (!mode.splits || action.newShares < 1 || action.oldShares < 1)
                continue;
            step.volume = static_cast<double>(action.newShares) / static_cast<double>(action.oldShares);
            step.price = static_cast<double>(action.oldShares) / static_cast<double>(action.newShares);
        } else {
            const auto close = mode.dividends ? closeBefore(action.exDate) : std::nullopt;
            if (!close || !action.cash.isPositive() || *close <= action.cash)
                continue;
            step.price = 1.0 - action.cash.toDoubleLossy() / close->toDoubleLossy();
        }
        m_steps.push_back(step);
    }
    std::stable_sort(m_steps.begin(), m_steps.end(),
                     [](const Step& a, const Step& b) { return a.exDate < b.exDate; });
    for (std::size_t i = m_steps.size(); i > 1; --i) {
        m_steps[i - 2].price *= m_steps[i - 1].price;
        m_steps[i - 2].volume *= m_steps[i - 1].volume;
    }
}

/// The first action after `day` holds the product of all that follow.
const Adjuster::Step* Adjuster::stepFor(Date day) const {
    const auto found = std::upper_bound(m_steps.begin(), m_steps.end(), day,
                                        [](Date d, const Step& step) { return d < step.exDate; });
    return found == m_steps.end() ? nullptr : &*found;
}

double Adjuster::priceFactor(Date day) const {
    const Step* step = stepFor(day);
    return step == nullptr ? 1.0 : step->price;
}

double Adjuster::volumeFactor(Date day) const {
    const Step* step = stepFor(day);
    return step == nullptr ? 1.0 : step->volume;
}

Price Adjuster::adjusted(Price price, Date day) const {
    const Step* step = stepFor(day);
    if (step == nullptr || price.isZero())
        return price;
    const auto units = std::llround(static_cast<double>(price.units()) * step->price);
    return Price::fromUnits(std::max<std::int64_t>(1, units));
}

market::Bar Adjuster::adjusted(const market::Bar& bar, Date day) const {
    market::Bar out = bar;
    for (Price market::Bar::*field :
         {&market::Bar::open, &market::Bar::high, &market::Bar::low, &market::Bar::close, &market::Bar::vwap})
        out.*field = adjusted(bar.*field, day);
    out.volume = std::llround(static_cast<double>(bar.volume) * volumeFactor(day));
    return out;
}

Adjuster adjusterOf(MarketSource& source, const SessionCalendar& calendar, const Symbol& symbol,
                    AdjustmentMode mode, Date from, Timestamp now) {
    if (mode.isRaw() || symbol.looksLikeOption())
        return {};
    const Date today = calendar.dateOf(now);
    const std::vector<CorporateAction> actions = source.corporateActions(from, today, now);
    return Adjuster(actions, symbol, mode, today, [&](Date exDate) -> std::optional<Price> {
        const auto days = source.dailyBars(symbol, exDate - kCloseSearchDays, exDate - 1, now);
        return days.empty() ? std::nullopt : std::optional(days.back().close);
    });
}

void adjustBars(MarketSource& source, const SessionCalendar& calendar, const Symbol& symbol,
                AdjustmentMode mode, Timestamp now, std::vector<market::Bar>& bars) {
    if (bars.empty())
        return;
    const Adjuster adjuster =
        adjusterOf(source, calendar, symbol, mode, calendar.dateOf(bars.front().start), now);
    if (adjuster.changesNothing())
        return;
    for (market::Bar& bar : bars)
        bar = adjuster.adjusted(bar, calendar.dateOf(bar.start));
}

} // namespace strikedesk::sandbox
