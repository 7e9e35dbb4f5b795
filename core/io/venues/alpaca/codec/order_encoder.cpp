// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/order_codec.h"
#include "core/io/venues/alpaca/codec/shared.h"

namespace strikedesk::alpaca {

namespace {

void writePrice(JsonWriter& out, std::string_view name, const std::optional<Price>& price) {
    if (price)
        out.text(name, price->text());
}

void writeIntent(JsonWriter& out, trade::PositionIntent intent) {
    if (intent != trade::PositionIntent::Unspecified)
        out.text("position_intent", trade::toWire(intent));
}

void writeLegs(JsonWriter& out, const std::vector<trade::OrderLeg>& legs) {
    if (legs.empty())
        return;
    out.beginArray("legs");
    for (const trade::OrderLeg& leg : legs) {
        out.beginObject();
        out.text("symbol", leg.symbol.view());
        out.text("ratio_qty", std::to_string(leg.ratio));
        out.text("side", trade::toWire(leg.side));
        writeIntent(out, leg.intent);
        out.endObject();
    }
    out.endArray();
}

void writeExits(JsonWriter& out, const trade::OrderRequest& request) {
    if (request.takeProfitLimit) {
        out.beginObject("take_profit");
        writePrice(out, "limit_price", request.takeProfitLimit);
        out.endObject();
    }
    if (request.stopLossStop || request.stopLossLimit) {
        out.beginObject("stop_loss");
        writePrice(out, "stop_price", request.stopLossStop);
        writePrice(out, "limit_price", request.stopLossLimit);
        out.endObject();
    }
}

} // namespace

std::string encodeOrder(const trade::OrderRequest& request) {
    JsonWriter out;
    out.beginObject();
    if (!request.symbol.isEmpty())
        out.text("symbol", request.symbol.view());
    if (request.quantity)
        out.text("qty", request.quantity->text());
    if (request.notional)
        out.text("notional", request.notional->text());
    if (request.side)
        out.text("side", trade::toWire(*request.side));
    out.text("type", trade::toWire(request.type));
    out.text("time_in_force", trade::toWire(request.timeInForce));
    writePrice(out, "limit_price", request.limitPrice);
    writePrice(out, "stop_price", request.stopPrice);
    if (request.extendedHours)
        out.boolean("extended_hours", true);
    if (request.orderClass != trade::OrderClass::Simple)
        out.text("order_class", trade::toWire(request.orderClass));
    writeIntent(out, request.intent);
    if (!request.clientOrderId.isEmpty())
        out.text("client_order_id", request.clientOrderId.text());
    writeExits(out, request);
    writeLegs(out, request.legs);
    out.endObject();
    return out.take();
}

std::string encodeReplace(const trade::ReplaceRequest& request) {
    JsonWriter out;
    out.beginObject();
    if (request.quantity)
        out.text("qty", request.quantity->text());
    writePrice(out, "limit_price", request.limitPrice);
    writePrice(out, "stop_price", request.stopPrice);
    if (request.timeInForce)
        out.text("time_in_force", trade::toWire(*request.timeInForce));
    if (!request.clientOrderId.isEmpty())
        out.text("client_order_id", request.clientOrderId.text());
    out.endObject();
    return out.take();
}

} // namespace strikedesk::alpaca
