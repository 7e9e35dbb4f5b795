// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/account_codec.h"

#include "core/io/venues/alpaca/codec/nodes.h"

#include <algorithm>
#include <utility>

namespace strikedesk::alpaca {

namespace {

Result<trade::BrokerAccount> accountFrom(JsonTree::Node node) {
    FieldReader in(node, "account");
    trade::BrokerAccount account;
    in.require("id");
    in.require("status");
    in.text("id", account.id);
    in.id("account_number", account.number);
    in.text("status", account.status);
    in.money("cash", account.cash);
    in.money("equity", account.equity);
    in.money("last_equity", account.lastEquity);
    in.money("buying_power", account.buyingPower);
    in.money("options_buying_power", account.optionsBuyingPower);
    in.integer("options_trading_level", account.optionsTradingLevel);
    in.boolean("trading_blocked", account.tradingBlocked);
    in.boolean("account_blocked", account.accountBlocked);
    in.boolean("trade_suspended_by_user", account.tradeSuspendedByUser);
    if (!in.ok())
        return in.error();
    return account;
}

Result<AccountConfiguration> configurationFrom(JsonTree::Node node) {
    FieldReader in(node, "account configuration");
    AccountConfiguration configuration;
    in.boolean("suspend_trade", configuration.suspendTrade);
    in.boolean("no_shorting", configuration.noShorting);
    in.boolean("fractional_trading", configuration.fractionalTrading);
    in.boolean("disable_overnight_trading", configuration.disableOvernightTrading);
    in.text("max_margin_multiplier", configuration.maxMarginMultiplier);
    in.integer("max_options_trading_level", configuration.maxOptionsTradingLevel);
    in.text("trade_confirm_email", configuration.tradeConfirmEmail);
    if (!in.ok())
        return in.error();
    return configuration;
}

Result<trade::BrokerPosition> positionFrom(JsonTree::Node node) {
    FieldReader in(node, "position");
    trade::BrokerPosition position;
    in.require("symbol");
    in.require("qty");
    in.symbol("symbol", position.symbol);
    position.assetClass = trade::assetClassFromWire(node["asset_class"].text());
    in.quantity("qty", position.quantity);
    in.quantity("qty_available", position.available);
    in.price("avg_entry_price", position.averageEntryPrice, ExtraDigits::RoundEven);
    in.price("current_price", position.currentPrice, ExtraDigits::RoundEven);
    in.money("market_value", position.marketValue);
    in.money("cost_basis", position.costBasis);
    in.money("unrealized_pl", position.unrealised);
    // Shorts carry a negative quantity; a side that says otherwise means that we misread something.
    const std::string_view side = node["side"].text();
    if ((side == "short" && position.quantity.isPositive()) ||
        (side == "long" && position.quantity.isNegative()))
        in.fail("side", "contradicts the sign of qty");
    if (!in.ok())
        return in.error();
    return position;
}

Result<trade::BrokerActivity> activityFrom(JsonTree::Node node) {
    FieldReader in(node, "activity");
    trade::BrokerActivity activity;
    in.require("id");
    in.require("activity_type");
    in.text("id", activity.id);
    in.text("activity_type", activity.type);
    in.text(activity.type == "FILL" ? "type" : "activity_sub_type", activity.subType);
    in.timestamp("created_at", activity.at);
    in.timestamp("transaction_time", activity.at);
    if (std::optional<Date> day; !activity.at.isSet()) {
        in.date("date", day);
        if (day)
            activity.at = day->startUtc();
    }
    in.symbol("symbol", activity.symbol);
    activity.side = trade::sideFromWire(node["side"].text());
    in.quantity("qty", activity.quantity);
    in.price("price", activity.price, ExtraDigits::RoundEven);
    in.quantity("cum_qty", activity.cumulativeQuantity);
    in.quantity("leaves_qty", activity.leavesQuantity);
    in.id("order_id", activity.orderId);
    in.money("net_amount", activity.netAmount);
    in.text("description", activity.description);
    if (activity.type == "FILL") {
        for (const char* needed : {"qty", "price", "side", "symbol", "order_id", "transaction_time"})
            in.require(needed);
    }
    if (!in.ok())
        return in.error();
    return activity;
}

Result<trade::BrokerClock> clockFrom(JsonTree::Node node) {
    FieldReader in(node, "clock");
    trade::BrokerClock clock;
    for (const char* needed : {"timestamp", "is_open", "next_open", "next_close"})
        in.require(needed);
    in.timestamp("timestamp", clock.now);
    in.boolean("is_open", clock.isOpen);
    in.timestamp("next_open", clock.nextOpen);
    in.timestamp("next_close", clock.nextClose);
    if (!in.ok())
        return in.error();
    return clock;
}

} // namespace

Result<trade::BrokerAccount> decodeAccount(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, accountFrom);
}

Result<AccountConfiguration> decodeAccountConfiguration(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, configurationFrom);
}

Result<trade::BrokerPosition> decodePosition(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, positionFrom);
}

Result<std::vector<trade::BrokerPosition>> decodePositions(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Array,
                      [](JsonTree::Node root) { return decodeEach(root, positionFrom); });
}

Result<trade::BrokerActivity> decodeActivity(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, activityFrom);
}

Result<std::vector<trade::BrokerActivity>> decodeActivities(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Array,
                      [](JsonTree::Node root) { return decodeEach(root, activityFrom); });
}

Result<trade::BrokerClock> decodeClock(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, clockFrom);
}

} // namespace strikedesk::alpaca
