// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/order_codec.h"

#include "core/io/venues/alpaca/codec/nodes.h"

#include <utility>

namespace strikedesk::alpaca {

namespace {

std::string word(const JsonTree::Node& object, std::string_view name) {
    return std::string(object[name].text());
}

/// Limit and stop prices of what we trade are exact; averages, and prices of classes we only watch (crypto),
/// may carry more decimals.
ExtraDigits digitsRule(const trade::BrokerOrder& order, std::string_view assetClass) {
    const bool foreign = order.assetClass == trade::AssetClass::Other && !assetClass.empty();
    return foreign ? ExtraDigits::RoundEven : ExtraDigits::Refuse;
}

void readPrices(FieldReader& in, trade::BrokerOrder& order, ExtraDigits extra) {
    in.price("limit_price", order.limitPrice, extra);
    in.price("stop_price", order.stopPrice, extra);
    in.price("filled_avg_price", order.filledAveragePrice, ExtraDigits::RoundEven);
}

void readTimes(FieldReader& in, trade::BrokerOrder& order) {
    in.timestamp("created_at", order.createdAt);
    in.timestamp("updated_at", order.updatedAt);
    in.timestamp("submitted_at", order.submittedAt);
    in.timestamp("filled_at", order.filledAt);
    in.timestamp("canceled_at", order.canceledAt);
    in.timestamp("expired_at", order.expiredAt);
    in.timestamp("failed_at", order.failedAt);
    in.timestamp("replaced_at", order.replacedAt);
}

void readWords(const JsonTree::Node& node, trade::BrokerOrder& order) {
    order.assetClass = trade::assetClassFromWire(word(node, "asset_class"));
    order.orderClass = trade::orderClassFromWire(word(node, "order_class"));
    // `order_type` is the deprecated twin of `type`.
    const JsonTree::Node type = node["type"];
    order.type = trade::orderTypeFromWire(type.isNothing() ? node["order_type"].text() : type.text());
    order.side = trade::sideFromWire(word(node, "side"));
    order.intent = trade::positionIntentFromWire(word(node, "position_intent"));
    order.timeInForce = trade::timeInForceFromWire(word(node, "time_in_force"));
    order.statusWord = word(node, "status");
    order.status = trade::orderStatusFromWire(order.statusWord);
}

Result<MultiStatusRow> rowFrom(JsonTree::Node node) {
    FieldReader in(node, "multi-status row");
    MultiStatusRow row;
    in.id("id", row.orderId);
    in.text("symbol", row.symbol);
    std::int64_t status = 0;
    in.require("status");
    in.integer("status", status);
    if (row.orderId.isEmpty() && row.symbol.empty())
        in.fail("id", "missing");
    if (status < 100 || status > 599)
        in.fail("status", "not an HTTP status");
    if (!in.ok())
        return in.error();
    row.status = static_cast<int>(status);
    const JsonTree::Node body = node["body"];
    if (body.isNothing())
        return row;
    if (row.status < 300) {
        auto order = orderFrom(body);
        if (!order)
            return order.error();
        row.order = std::move(order.value());
    } else if (auto refusal = refusalFrom(body)) {
        row.refusal = std::move(refusal.value());
    }
    return row;
}

} // namespace

Result<trade::BrokerOrder> orderFrom(JsonTree::Node node, bool* hadFilled) {
    FieldReader in(node, "order");
    trade::BrokerOrder order;
    in.require("id");
    in.require("status");
    in.id("id", order.id);
    in.id("client_order_id", order.clientOrderId);
    in.symbol("symbol", order.symbol);
    in.text("asset_id", order.assetId);
    readWords(node, order);
    in.quantity("qty", order.quantity);
    in.quantity("filled_qty", order.filledQuantity);
    if (hadFilled != nullptr)
        *hadFilled = !node["filled_qty"].isNothing();
    readPrices(in, order, digitsRule(order, node["asset_class"].text()));
    in.boolean("extended_hours", order.extendedHours);
    readTimes(in, order);
    in.id("replaced_by", order.replacedBy);
    in.id("replaces", order.replaces);
    if (order.filledQuantity.isNegative())
        in.fail("filled_qty", "negative");
    if (!in.ok())
        return in.error();
    const JsonTree::Node legs = node["legs"];
    if (legs.isNothing())
        return order;
    if (!legs.isArray())
        return unexpectedAnswer("order.legs: a list was expected");
    auto decoded = decodeEach(legs, [](JsonTree::Node leg) { return orderFrom(leg); });
    if (!decoded)
        return decoded.error();
    order.legs = std::move(decoded.value());
    return order;
}

Result<trade::BrokerOrder> decodeOrder(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, [](JsonTree::Node root) { return orderFrom(root); });
}

Result<std::vector<trade::BrokerOrder>> decodeOrders(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Array, [](JsonTree::Node root) {
        return decodeEach(root, [](JsonTree::Node node) { return orderFrom(node); });
    });
}

Result<std::vector<MultiStatusRow>> decodeMultiStatus(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Array,
                      [](JsonTree::Node root) { return decodeEach(root, rowFrom); });
}

} // namespace strikedesk::alpaca
