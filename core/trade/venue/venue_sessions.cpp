// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trade/venue/venue_sessions.h"

#include <algorithm>
#include <iterator>

namespace strikedesk::trade {

namespace {

bool closesLate(const VenueState& state, const Symbol& symbol) {
    const auto contract = state.contracts.find(symbol);
    if (contract == state.contracts.end())
        return false;
    if (state.lateIndexes.contains(contract->second.underlying))
        return true;
    const auto asset = state.assets.find(contract->second.underlying);
    return asset != state.assets.end() && asset->second.optionsLateClose;
}

TradingSpan spanOf(const VenueState& state, const SessionDay& day, const Symbol& symbol, bool extendedHours) {
    TradingSpan span{day.open, day.close};
    if (state.contracts.contains(symbol)) {
        if (closesLate(state, symbol))
            span.end = span.end + Duration::minutes(15);
    } else if (extendedHours) {
        span = {day.open - Duration::minutes(330), day.close + Duration::hours(4)};
    }
    return span;
}

} // namespace

std::optional<TradingSpan> spanAtOrAfter(const VenueState& state, const Symbol& symbol, bool extendedHours,
                                         Timestamp at) {
    // A span never reaches past the next UTC day, so earlier days need no look.
    for (auto day = state.sessions.lower_bound(Date::ofUtc(at) - 2); day != state.sessions.end(); ++day) {
        const TradingSpan span = spanOf(state, day->second, symbol, extendedHours);
        if (at < span.end)
            return span;
    }
    return std::nullopt;
}

bool isTrading(const VenueState& state, const Symbol& symbol, bool extendedHours) {
    const auto span = spanAtOrAfter(state, symbol, extendedHours, state.now);
    return span && span->start <= state.now;
}

bool isBarredFromAuction(const VenueState& state, TimeInForce timeInForce) {
    // 09:28, 15:50 and 19:00 of a full day.
    constexpr Duration kBeforeOpen = Duration::minutes(2);
    constexpr Duration kBeforeClose = Duration::minutes(10);
    constexpr Duration kEveningAfterOpen = Duration::minutes(570);
    for (auto day = state.sessions.lower_bound(Date::ofUtc(state.now) - 1); day != state.sessions.end();
         ++day) {
        const SessionDay& session = day->second;
        const Timestamp from =
            timeInForce == TimeInForce::Opg ? session.open - kBeforeOpen : session.close - kBeforeClose;
        if (from <= state.now && state.now < session.open + kEveningAfterOpen)
            return true;
        if (state.now < from)
            return false;
    }
    return false;
}

Timestamp eligibleFrom(const VenueState& state, const VenueOrder& order) {
    return order.order.timeInForce == TimeInForce::Cls ? order.expiresAt : state.now + state.config.fillDelay;
}

std::optional<Timestamp> lastTradingMoment(const VenueState& state, const options::Contract& contract) {
    const auto after = state.sessions.upper_bound(contract.expiry);
    if (after == state.sessions.begin()) {
        // A calendar that begins later no longer says when that day ended, only that it did.
        const bool isPast = !state.sessions.empty() && contract.expiry < Date::ofUtc(state.now);
        return isPast ? std::optional(contract.expiry.startUtc() + Duration::hours(21)) : std::nullopt;
    }
    const auto last = std::prev(after);
    // The calendar must reach the expiry day before a holiday can be told from a missing day.
    if (last->first != contract.expiry && after == state.sessions.end())
        return std::nullopt;
    return spanOf(state, last->second, contract.symbol, false).end;
}

Timestamp expiryOf(const VenueState& state, const VenueOrder& order) {
    std::vector<Symbol> symbols;
    for (const BrokerOrderId& leg : order.legs)
        symbols.push_back(state.orders[state.byId.at(leg)].order.symbol);
    if (symbols.empty())
        symbols.push_back(order.order.symbol);
    Timestamp end;
    const auto earlier = [&end](Timestamp other) {
        if (!end.isSet() || other < end)
            end = other;
    };
    for (const Symbol& symbol : symbols) {
        if (order.order.timeInForce != TimeInForce::Gtc) {
            const Timestamp from = order.order.submittedAt;
            if (const auto span = spanAtOrAfter(state, symbol, order.order.extendedHours, from))
                earlier(span->end);
        }
        const auto contract = state.contracts.find(symbol);
        if (contract == state.contracts.end())
            continue;
        if (const auto last = lastTradingMoment(state, contract->second))
            earlier(*last);
    }
    return end;
}

void takeSessions(VenueState& state, const std::vector<SessionDay>& days) {
    state.sessions.clear();
    for (const SessionDay& day : days) {
        if (day.open < day.close)
            state.sessions[day.date] = day;
    }
    for (const auto& [date, day] : state.sessions) {
        // Days that ended before they were told cannot be closed after the fact.
        if (day.close <= state.now)
            state.lastClosed = std::max(state.lastClosed, date);
    }
    for (const std::uint64_t index : state.working) {
        VenueOrder& order = state.orders[index];
        order.expiresAt = expiryOf(state, order);
        if (order.order.timeInForce == TimeInForce::Cls && order.eligibleAt.isSet())
            order.eligibleAt = order.expiresAt;
        if (!order.isQueued)
            continue;
        const Symbol symbol = order.legs.empty()
                                  ? order.order.symbol
                                  : state.orders[state.byId.at(order.legs.front())].order.symbol;
        const auto span = spanAtOrAfter(state, symbol, order.order.extendedHours, state.now);
        order.activeAt = span ? std::max(span->start, state.now) + state.config.routeDelay : Timestamp();
    }
}

} // namespace strikedesk::trade
