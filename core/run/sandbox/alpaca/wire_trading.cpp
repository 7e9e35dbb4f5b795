// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/wire_trading.h"

#include "core/base/zone.h"
#include "core/run/sandbox/alpaca/intraday.h"
#include "core/run/sandbox/market/contract_names.h"

#include <nlohmann/json.hpp>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

json timeOrNull(Timestamp at) { return at.isSet() ? json(at.rfc3339()) : json(nullptr); }
json textOrNull(const std::string& text) { return text.empty() ? json(nullptr) : json(text); }
json textOf(Price price) { return decimalText(price.units(), Price::kScaleDigits); }
json textOf(Money money) { return decimalText(money.units(), Money::kScaleDigits); }
json textOf(Quantity quantity) { return quantity.text(); }

template <class T>
json orNull(const std::optional<T>& value) {
    return value ? textOf(*value) : json(nullptr);
}

template <class T>
std::string fractionText(T part, T whole) {
    if (whole.isZero())
        return "0";
    const auto ratio =
        divideRoundEven(static_cast<__int128>(part.units()) * 1'000'000, std::abs(whole.units()));
    return decimalText(ratio, 6);
}

/// What a multi-leg parent and its legs carry as "" instead of a word (protocol facts, section 2).
struct OrderRole {
    bool isParent = false;
    bool isLeg = false;
};

OrderRole roleOf(const trade::BrokerOrder& order, const trade::VenueOrder* facts) {
    OrderRole role;
    const bool isMultiLeg = order.orderClass == trade::OrderClass::MultiLeg;
    role.isLeg = isMultiLeg && facts != nullptr && !facts->parent.isEmpty();
    role.isParent = isMultiLeg && !role.isLeg;
    return role;
}

void putTimes(json& out, const trade::BrokerOrder& order, const trade::VenueOrder* facts) {
    out["created_at"] = timeOrNull(order.createdAt);
    out["updated_at"] = timeOrNull(order.updatedAt);
    out["submitted_at"] = timeOrNull(order.submittedAt);
    out["filled_at"] = timeOrNull(order.filledAt);
    out["expired_at"] = timeOrNull(order.expiredAt);
    out["expires_at"] = timeOrNull(facts != nullptr ? facts->expiresAt : Timestamp());
    out["canceled_at"] = timeOrNull(order.canceledAt);
    out["failed_at"] = timeOrNull(order.failedAt);
    out["replaced_at"] = timeOrNull(order.replacedAt);
    out["replaced_by"] = textOrNull(order.replacedBy.text());
    out["replaces"] = textOrNull(order.replaces.text());
}

} // namespace

std::string decimalText(std::int64_t units, int scaleDigits) { return formatDecimal(units, scaleDigits, 0); }

json orderJson(const trade::BrokerOrder& order, const trade::VenueBook& book) {
    const trade::VenueOrder* facts = book.facts(order.id);
    const OrderRole role = roleOf(order, facts);
    json out;
    out["id"] = order.id.text();
    out["client_order_id"] = order.clientOrderId.text();
    putTimes(out, order, facts);
    out["asset_id"] = order.assetId;
    out["symbol"] = order.symbol.text();
    out["asset_class"] = role.isParent ? "" : std::string(trade::toWire(order.assetClass));
    out["notional"] = facts != nullptr ? orNull(facts->notional) : json(nullptr);
    // An order by amount has no count of its own.
    const bool isByAmount = facts != nullptr && facts->notional.has_value();
    out["qty"] = isByAmount ? json(nullptr) : orNull(order.quantity);
    out["filled_qty"] = textOf(order.filledQuantity);
    out["filled_avg_price"] = orNull(order.filledAveragePrice);
    out["order_class"] = trade::toWire(order.orderClass);
    const std::string type = role.isLeg ? "" : std::string(trade::toWire(order.type));
    out["order_type"] = type;
    out["type"] = type;
    out["side"] = order.side ? std::string(trade::toWire(*order.side)) : "";
    if (order.intent == trade::PositionIntent::Unspecified)
        out["position_intent"] = nullptr;
    else
        out["position_intent"] = trade::toWire(order.intent);
    out["time_in_force"] = trade::toWire(order.timeInForce);
    out["limit_price"] = orNull(order.limitPrice);
    out["stop_price"] = orNull(order.stopPrice);
    out["status"] = order.statusWord.empty() ? std::string(trade::toWire(order.status)) : order.statusWord;
    out["extended_hours"] = order.extendedHours;
    out["legs"] = nullptr;
    if (!order.legs.empty()) {
        out["legs"] = json::array();
        for (const trade::BrokerOrder& leg : order.legs)
            out["legs"].push_back(orderJson(leg, book));
    }
    out["ratio_qty"] = role.isLeg ? json(std::to_string(facts->ratio)) : json(nullptr);
    out["trail_price"] = facts != nullptr ? orNull(facts->trail.price) : json(nullptr);
    out["trail_percent"] = facts != nullptr ? orNull(facts->trail.percent) : json(nullptr);
    out["hwm"] = facts != nullptr ? orNull(facts->highWater) : json(nullptr);
    out["subtag"] = nullptr;
    out["source"] = nullptr;
    return out;
}

json positionJson(const trade::BrokerPosition& position, const trade::VenueBook& book,
                  std::optional<Price> lastDay, Timestamp dayStart) {
    json out;
    const options::Contract* contract = book.contract(position.symbol);
    const trade::VenueAsset* asset = book.asset(position.symbol);
    out["asset_id"] = contract != nullptr ? contract->id : asset != nullptr ? asset->id : std::string();
    out["symbol"] = position.symbol.text();
    out["exchange"] = asset != nullptr ? asset->exchange : "";
    out["asset_class"] = trade::toWire(position.assetClass);
    out["asset_marginable"] = contract == nullptr;
    out["qty"] = textOf(position.quantity);
    out["qty_available"] = textOf(position.available.value_or(position.quantity));
    out["side"] = position.quantity.isNegative() ? "short" : "long";
    out["avg_entry_price"] = textOf(position.averageEntryPrice.value_or(Price()));
    out["cost_basis"] = textOf(position.costBasis.value_or(Money()));
    out["market_value"] = orNull(position.marketValue);
    out["current_price"] = orNull(position.currentPrice);
    out["unrealized_pl"] = orNull(position.unrealised);
    out["unrealized_plpc"] = position.unrealised && position.costBasis
                                 ? json(fractionText(*position.unrealised, *position.costBasis))
                                 : json(nullptr);
    out["unrealized_intraday_pl"] = nullptr;
    out["unrealized_intraday_plpc"] = nullptr;
    if (position.marketValue) {
        const Money basis = dayBasis(book, position, lastDay, dayStart);
        out["unrealized_intraday_pl"] = textOf(*position.marketValue - basis);
        out["unrealized_intraday_plpc"] = fractionText(*position.marketValue - basis, basis);
    }
    out["lastday_price"] = orNull(lastDay);
    out["change_today"] = lastDay && position.currentPrice
                              ? json(fractionText(*position.currentPrice - *lastDay, *lastDay))
                              : json(nullptr);
    return out;
}

std::string accountId(const trade::VenueBook& book) {
    return stableUuid("account " + book.account().number.text());
}

json accountJson(const trade::VenueBook& book, std::string_view createdAt, std::string_view balanceDay) {
    const trade::BrokerAccount account = book.account();
    Money longValue;
    Money shortValue;
    for (const trade::BrokerPosition& position : book.positions()) {
        const Money value = position.marketValue.value_or(position.costBasis.value_or(Money()));
        (value.isNegative() ? shortValue : longValue) += value;
    }
    json out;
    out["id"] = accountId(book);
    out["account_number"] = account.number.text();
    out["status"] = account.status;
    out["crypto_status"] = "INACTIVE";
    out["currency"] = "USD";
    out["created_at"] = createdAt;
    out["balance_asof"] = balanceDay;
    out["cash"] = textOf(account.cash.value_or(Money()));
    const Money equity = account.equity.value_or(account.cash.value_or(Money()));
    out["equity"] = textOf(equity);
    out["portfolio_value"] = textOf(equity);
    out["last_equity"] = textOf(account.lastEquity.value_or(equity));
    out["long_market_value"] = textOf(longValue);
    out["short_market_value"] = textOf(shortValue);
    out["position_market_value"] = textOf(longValue + shortValue);
    const json buyingPower = textOf(account.buyingPower.value_or(Money()));
    for (const char* name : {"buying_power", "effective_buying_power", "regt_buying_power"})
        out[name] = buyingPower;
    const json optionsPower = textOf(account.optionsBuyingPower.value_or(Money()));
    out["options_buying_power"] = optionsPower;
    out["non_marginable_buying_power"] = optionsPower;
    out["options_approved_level"] = book.state().config.optionsLevel;
    out["options_trading_level"] = account.optionsTradingLevel.value_or(0);
    out["multiplier"] = std::to_string(book.state().marginMultiplier());
    for (const char* name :
         {"initial_margin", "maintenance_margin", "last_maintenance_margin", "sma", "accrued_fees",
          "pending_transfer_in", "pending_transfer_out", "pending_reg_taf_fees", "intraday_adjustments"})
        out[name] = "0";
    out["trading_blocked"] = account.tradingBlocked;
    out["account_blocked"] = account.accountBlocked;
    out["transfers_blocked"] = false;
    out["trade_suspended_by_user"] = account.tradeSuspendedByUser;
    out["shorting_enabled"] = book.state().mayShort();
    out["admin_configurations"] = json::object();
    out["user_configurations"] = nullptr;
    return out;
}

json assetJson(const Asset& asset) {
    json out;
    out["id"] = asset.id;
    out["class"] = "us_equity";
    out["exchange"] = asset.exchange;
    out["symbol"] = asset.symbol.text();
    out["name"] = asset.name;
    out["status"] = "active";
    for (const char* flag : {"tradable", "marginable", "shortable", "easy_to_borrow", "fractionable"})
        out[flag] = true;
    out["borrow_status"] = "easy_to_borrow";
    out["margin_requirement_long"] = "30";
    out["margin_requirement_short"] = "30";
    out["maintenance_margin_requirement"] = 30;
    out["attributes"] = json::array({"has_options", "fractional_eh_enabled"});
    if (asset.optionsLateClose)
        out["attributes"].push_back("options_late_close");
    out["cusip"] = nullptr;
    return out;
}

json activityJson(const trade::BrokerActivity& activity) {
    json out;
    out["id"] = activity.id;
    out["activity_type"] = activity.type;
    if (activity.type == "FILL") {
        out["transaction_time"] = activity.at.rfc3339();
        out["type"] = activity.subType;
        out["price"] = orNull(activity.price);
        out["qty"] = orNull(activity.quantity);
        out["side"] = activity.side ? std::string(trade::toWire(*activity.side)) : "";
        out["symbol"] = activity.symbol.text();
        out["leaves_qty"] = orNull(activity.leavesQuantity);
        out["cum_qty"] = orNull(activity.cumulativeQuantity);
        out["order_id"] = activity.orderId.text();
        out["order_status"] = activity.subType == "fill" ? "filled" : "partially_filled";
        return out;
    }
    out["activity_sub_type"] = activity.subType;
    out["date"] = newYorkDate(activity.at).iso();
    out["created_at"] = activity.at.rfc3339();
    out["net_amount"] = textOf(activity.netAmount.value_or(Money()));
    out["description"] = activity.description;
    out["status"] = "executed";
    out["currency"] = "USD";
    if (!activity.symbol.isEmpty())
        out["symbol"] = activity.symbol.text();
    if (activity.quantity)
        out["qty"] = textOf(*activity.quantity);
    if (activity.price)
        out["per_share_amount"] = textOf(*activity.price);
    return out;
}

json updateJson(const trade::OrderUpdate& update, const trade::VenueBook& book) {
    json out;
    out["event"] = trade::toWire(update.kind);
    out["order"] = orderJson(update.order, book);
    if (update.at.isSet()) {
        out["timestamp"] = update.at.rfc3339();
        out["at"] = update.at.rfc3339();
    }
    if (!update.executionId.isEmpty())
        out["execution_id"] = update.executionId.text();
    if (update.price)
        out["price"] = textOf(*update.price);
    if (update.quantity)
        out["qty"] = textOf(*update.quantity);
    if (update.positionQuantity)
        out["position_qty"] = textOf(*update.positionQuantity);
    return out;
}

json errorJson(const trade::VenueError& error) {
    json out;
    out["code"] = error.code;
    out["message"] = error.message;
    for (const auto& [name, value] : error.extra)
        out[name] = value;
    return out;
}

HttpAnswer jsonAnswer(int status, const json& body) {
    HttpAnswer answer;
    answer.status = status;
    // Text of a client may come back in a message; broken UTF-8 in it must not throw.
    answer.body = body.dump(-1, ' ', false, json::error_handler_t::replace);
    return answer;
}

HttpAnswer errorAnswer(int status, std::int64_t code, std::string_view message) {
    json body;
    if (code != 0)
        body["code"] = code;
    body["message"] = message;
    return jsonAnswer(status, body);
}

HttpAnswer errorAnswer(const trade::VenueError& error) {
    return jsonAnswer(error.httpStatus, errorJson(error));
}

HttpAnswer methodNotAllowed(std::string_view allowed) {
    HttpAnswer answer = errorAnswer(405, 40510000, "method not allowed");
    answer.headers.emplace_back("Allow", std::string(allowed));
    return answer;
}

} // namespace strikedesk::sandbox
