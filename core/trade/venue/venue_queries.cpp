// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trade/venue/venue_account.h"
#include "core/trade/venue/venue_book.h"
#include "core/trade/venue/venue_checks.h"
#include "core/trade/venue/venue_sessions.h"
#include "core/trade/venue/venue_step.h"

#include <algorithm>

namespace strikedesk::trade {

namespace {

template <class T>
bool contains(const std::vector<T>& list, const T& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool matchesStatus(OrderStatus status, OrderListStatus wanted) {
    if (wanted == OrderListStatus::All)
        return true;
    if (wanted == OrderListStatus::Closed)
        return isTerminal(status);
    return !isTerminal(status) && status != OrderStatus::Held;
}

bool matchesSymbols(const VenueState& state, const VenueOrder& order, const OrderQuery& query) {
    if (query.symbols.empty() || contains(query.symbols, order.order.symbol))
        return true;
    if (contains(query.assetClasses, AssetClass::UsOption)) {
        const auto contract = state.contracts.find(order.order.symbol);
        if (contract != state.contracts.end() && contains(query.symbols, contract->second.underlying))
            return true;
    }
    return std::any_of(order.legs.begin(), order.legs.end(), [&](const BrokerOrderId& id) {
        return matchesSymbols(state, state.orders[state.byId.at(id)], query);
    });
}

bool matchesClass(const VenueOrder& order, const OrderQuery& query) {
    if (query.assetClasses.empty())
        return true;
    const AssetClass own = order.legs.empty() ? order.order.assetClass : AssetClass::UsOption;
    return contains(query.assetClasses, own);
}

bool matches(const VenueState& state, const VenueOrder& order, const OrderQuery& query) {
    const bool isExit = order.role != FamilyRole::None && order.family != order.order.id;
    const bool isLegInside = query.nested && (!order.parent.isEmpty() || isExit);
    const bool isInTime = (!query.after || order.order.submittedAt > *query.after) &&
                          (!query.until || order.order.submittedAt < *query.until);
    return !isLegInside && isInTime && matchesStatus(order.order.status, query.status) &&
           (!query.side || order.order.side == query.side) && matchesClass(order, query) &&
           matchesSymbols(state, order, query);
}

std::optional<VenueError> checkQuery(const VenueState& state, const OrderQuery& query) {
    if (query.limit < 1 || query.limit > 500)
        return badParameter("limit must be between 1 and 500");
    const bool hasBefore = !query.beforeOrderId.isEmpty();
    const bool hasAfter = !query.afterOrderId.isEmpty();
    if (hasBefore && hasAfter)
        return badParameter("only one of before_order_id or after_order_id is accepted");
    if ((hasBefore || hasAfter) && (query.after || query.until))
        return badParameter("before_order_id and after_order_id are not accepted with after or until");
    for (const BrokerOrderId& id : {query.beforeOrderId, query.afterOrderId}) {
        if (!id.isEmpty() && !state.byId.contains(id))
            return refusal(404, kNotFound, "order not found for " + id.text());
    }
    return std::nullopt;
}

} // namespace

std::variant<std::vector<BrokerOrder>, VenueError> VenueBook::orders(const OrderQuery& query) const {
    if (auto error = checkQuery(m_state, query))
        return *error;
    std::size_t from = 0;
    std::size_t to = m_state.orders.size();
    if (!query.beforeOrderId.isEmpty())
        to = m_state.byId.at(query.beforeOrderId);
    if (!query.afterOrderId.isEmpty())
        from = m_state.byId.at(query.afterOrderId) + 1;
    std::vector<BrokerOrder> rows;
    for (std::size_t step = 0; from + step < to && rows.size() < static_cast<std::size_t>(query.limit);
         ++step) {
        const bool isAscending = query.direction == ListDirection::Ascending;
        const VenueOrder& order = m_state.orders[isAscending ? from + step : to - 1 - step];
        if (matches(m_state, order, query))
            rows.push_back(query.nested ? viewOf(m_state, order) : order.order);
    }
    return rows;
}

std::variant<std::vector<BrokerActivity>, VenueError>
VenueBook::activities(const ActivityQuery& query) const {
    if (query.pageSize < 1 || query.pageSize > 100)
        return badParameter("page_size must be between 1 and 100");
    if (!query.types.empty() && query.category != ActivityQuery::Category::All)
        return badParameter("only one of activity_types or category is accepted");
    const auto& all = m_state.activities;
    const bool isAscending = query.direction == ListDirection::Ascending;
    std::size_t first = 0;
    if (!query.pageToken.empty()) {
        const auto last = std::find_if(all.begin(), all.end(), [&query](const BrokerActivity& activity) {
            return activity.id == query.pageToken;
        });
        if (last == all.end())
            return badParameter("invalid page_token");
        const auto place = static_cast<std::size_t>(last - all.begin());
        first = isAscending ? place + 1 : all.size() - place;
    }
    std::vector<BrokerActivity> rows;
    for (std::size_t step = first;
         step < all.size() && rows.size() < static_cast<std::size_t>(query.pageSize); ++step) {
        const BrokerActivity& activity = all[isAscending ? step : all.size() - 1 - step];
        const bool isTrade = activity.type == "FILL";
        const bool isOfCategory = query.category == ActivityQuery::Category::All ||
                                  isTrade == (query.category == ActivityQuery::Category::Trade);
        const bool isOfType = query.types.empty() || contains(query.types, activity.type);
        const bool isInTime = (!query.after || activity.at > *query.after) &&
                              (!query.until || activity.at < *query.until) &&
                              (!query.date || Date::ofUtc(activity.at) == *query.date);
        if (isOfCategory && isOfType && isInTime)
            rows.push_back(activity);
    }
    return rows;
}

std::optional<BrokerOrder> VenueBook::orderById(const BrokerOrderId& id) const {
    const VenueOrder* order = facts(id);
    return order ? std::optional(viewOf(m_state, *order)) : std::nullopt;
}

std::optional<BrokerOrder> VenueBook::orderByClientId(const ClientOrderId& id) const {
    const auto found = m_state.byClientId.find(id);
    if (found == m_state.byClientId.end())
        return std::nullopt;
    return viewOf(m_state, m_state.orders[found->second]);
}

const VenueOrder* VenueBook::facts(const BrokerOrderId& id) const {
    const auto found = m_state.byId.find(id);
    return found == m_state.byId.end() ? nullptr : &m_state.orders[found->second];
}

std::vector<BrokerPosition> VenueBook::positions() const {
    std::vector<BrokerPosition> rows;
    for (const auto& [symbol, position] : m_state.positions)
        rows.push_back(describePosition(m_state, symbol, position));
    return rows;
}

std::optional<BrokerPosition> VenueBook::position(const Symbol& symbol) const {
    const auto found = m_state.positions.find(symbol);
    if (found == m_state.positions.end())
        return std::nullopt;
    return describePosition(m_state, symbol, found->second);
}

BrokerAccount VenueBook::account() const { return describeAccount(m_state); }

BrokerClock VenueBook::clock() const {
    BrokerClock clock;
    clock.now = m_state.now;
    for (const auto& [date, day] : m_state.sessions) {
        if (day.open <= m_state.now && m_state.now < day.close)
            clock.isOpen = true;
        if (!clock.nextOpen.isSet() && day.open > m_state.now)
            clock.nextOpen = day.open;
        if (!clock.nextClose.isSet() && day.close > m_state.now)
            clock.nextClose = day.close;
    }
    return clock;
}

const VenueMarket* VenueBook::market(const Symbol& symbol) const {
    const auto found = m_state.markets.find(symbol);
    return found == m_state.markets.end() ? nullptr : &found->second;
}

const options::Contract* VenueBook::contract(const Symbol& symbol) const {
    const auto found = m_state.contracts.find(symbol);
    return found == m_state.contracts.end() ? nullptr : &found->second;
}

const VenueAsset* VenueBook::asset(const Symbol& symbol) const {
    const auto found = m_state.assets.find(symbol);
    return found == m_state.assets.end() ? nullptr : &found->second;
}

} // namespace strikedesk::trade
