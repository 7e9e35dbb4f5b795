// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/trade_updates_codec.h"

#include "core/io/venues/alpaca/codec/nodes.h"
#include "core/io/venues/alpaca/codec/shared.h"

#include <algorithm>
#include <utility>

namespace strikedesk::alpaca {

namespace {

Result<TradeUpdatesFrame> updateFrom(JsonTree::Node data) {
    FieldReader in(data, "trade update");
    trade::OrderUpdate update;
    in.require("event");
    if (!data["order"].isObject())
        in.fail("order", "missing");
    update.kind = trade::orderEventKindFromWire(data["event"].text());
    in.id("execution_id", update.executionId);
    in.price("price", update.price, ExtraDigits::RoundEven);
    in.quantity("qty", update.quantity);
    in.quantity("position_qty", update.positionQuantity);
    in.timestamp("at", update.at);
    in.timestamp("timestamp", update.at);
    const bool isExecution =
        update.kind == trade::OrderEventKind::Fill || update.kind == trade::OrderEventKind::PartialFill;
    if (isExecution) {
        in.require("price");
        in.require("qty");
        if (update.quantity && !update.quantity->isPositive())
            in.fail("qty", "an execution has a positive size");
    }
    if (!in.ok())
        return in.error();
    auto order = orderFrom(data["order"], &update.hasFilledQuantity);
    if (!order)
        return order.error();
    update.order = std::move(order.value());
    return TradeUpdatesFrame(std::move(update));
}

Result<TradeUpdatesFrame> listeningFrom(JsonTree::Node data) {
    FieldReader in(data, "listening");
    StreamListening listening;
    in.words("streams", listening.streams);
    if (!in.ok())
        return in.error();
    return TradeUpdatesFrame(std::move(listening));
}

TradeUpdatesFrame faultFrom(JsonTree::Node data) {
    StreamFault fault;
    const JsonTree::Node words = data["error_message"];
    fault.message = words.isNothing() ? data["error"].text() : words.text();
    fault.message.resize(std::min<std::size_t>(fault.message.size(), 500));
    return fault;
}

Result<TradeUpdatesFrame> frameFrom(JsonTree::Node root) {
    const JsonTree::Node data = root["data"];
    const std::string_view stream = root["stream"].text();
    if (stream == "trade_updates")
        return updateFrom(data);
    if (stream == "authorization") {
        if (!data.isObject())
            return unexpectedAnswer("authorization: an object was expected");
        return TradeUpdatesFrame(
            StreamAuthorization{data["status"].text() == "authorized", std::string(data["action"].text())});
    }
    if (stream == "listening")
        return listeningFrom(data);
    if (root["action"].text() == "error" || stream == "error")
        return faultFrom(data);
    return TradeUpdatesFrame(UnknownFrame{std::string(stream.substr(0, 40))});
}

} // namespace

Result<TradeUpdatesFrame> decodeTradeUpdatesFrame(std::string_view bytes) {
    return decodeRoot(bytes, JsonTree::Kind::Object, frameFrom);
}

std::string encodeTradeUpdatesAuth(std::string_view keyId, std::string_view secretKey) {
    JsonWriter out;
    out.beginObject();
    out.text("action", "authenticate");
    out.beginObject("data");
    out.text("key_id", keyId);
    out.text("secret_key", secretKey);
    out.endObject();
    out.endObject();
    return out.take();
}

std::string encodeListenTradeUpdates() {
    JsonWriter out;
    out.beginObject();
    out.text("action", "listen");
    out.beginObject("data");
    out.beginArray("streams");
    out.element("trade_updates");
    out.endArray();
    out.endObject();
    out.endObject();
    return out.take();
}

} // namespace strikedesk::alpaca
