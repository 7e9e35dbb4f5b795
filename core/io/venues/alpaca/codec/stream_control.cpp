// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/stream_control.h"

#include "core/io/venues/alpaca/codec/nodes.h"
#include "core/io/venues/alpaca/codec/shared.h"

#include <msgpack.hpp>

#include <array>
#include <utility>

namespace strikedesk::alpaca {

namespace {

Result<SubscriptionAck> ackFrom(JsonTree::Node node) {
    FieldReader in(node, "subscription");
    SubscriptionAck ack;
    in.words("trades", ack.trades);
    in.words("quotes", ack.quotes);
    in.words("bars", ack.bars);
    in.words("updatedBars", ack.updatedBars);
    in.words("dailyBars", ack.dailyBars);
    in.words("statuses", ack.statuses);
    in.words("news", ack.news);
    if (!in.ok())
        return in.error();
    return ack;
}

Status deliverFault(JsonTree::Node node, StreamSink& sink) {
    FieldReader in(node, "stream error");
    std::int64_t code = 0;
    std::string words;
    in.require("code");
    in.integer("code", code);
    in.text("msg", words);
    if (!in.ok())
        return in.error();
    sink.onFault(code, std::string_view(words).substr(0, 500));
    return done();
}

Status deliverOne(JsonTree::Node node, std::string_view kind, StreamSink& sink) {
    if (kind == "error")
        return deliverFault(node, sink);
    if (kind == "success") {
        sink.onGreeting(greetingOf(node["msg"].text()));
        return done();
    }
    if (kind == "subscription") {
        const auto ack = ackFrom(node);
        if (!ack)
            return ack.error();
        sink.onSubscription(*ack);
        return done();
    }
    const auto article = articleFrom(node);
    if (!article)
        return article.error();
    sink.onNews(*article);
    return done();
}

using Channel = std::pair<std::string_view, const std::vector<Symbol>*>;

std::array<Channel, 6> channelsOf(const SubscriptionChange& change) {
    return {{{"trades", &change.trades},
             {"quotes", &change.quotes},
             {"bars", &change.bars},
             {"updatedBars", &change.updatedBars},
             {"dailyBars", &change.dailyBars},
             {"statuses", &change.statuses}}};
}

std::string encodeJson(std::string_view action, const SubscriptionChange& change) {
    JsonWriter out;
    out.beginObject();
    out.text("action", action);
    for (const auto& [name, symbols] : channelsOf(change)) {
        if (symbols->empty())
            continue;
        out.beginArray(name);
        for (const Symbol& symbol : *symbols)
            out.element(symbol.view());
        out.endArray();
    }
    out.endObject();
    return out.take();
}

void packText(msgpack::packer<msgpack::sbuffer>& out, std::string_view text) {
    out.pack_str(static_cast<std::uint32_t>(text.size()));
    out.pack_str_body(text.data(), static_cast<std::uint32_t>(text.size()));
}

std::string encodePacked(std::string_view action, const SubscriptionChange& change) {
    msgpack::sbuffer buffer;
    msgpack::packer<msgpack::sbuffer> out(buffer);
    std::uint32_t members = 1;
    for (const auto& [name, symbols] : channelsOf(change))
        members += symbols->empty() ? 0 : 1;
    out.pack_map(members);
    packText(out, "action");
    packText(out, action);
    for (const auto& [name, symbols] : channelsOf(change)) {
        if (symbols->empty())
            continue;
        packText(out, name);
        out.pack_array(static_cast<std::uint32_t>(symbols->size()));
        for (const Symbol& symbol : *symbols)
            packText(out, symbol.view());
    }
    return {buffer.data(), buffer.size()};
}

std::string encodeChange(std::string_view action, const SubscriptionChange& change, StreamEncoding encoding) {
    return encoding == StreamEncoding::Json ? encodeJson(action, change) : encodePacked(action, change);
}

} // namespace

bool isControlKind(std::string_view kind) {
    return kind == "success" || kind == "error" || kind == "subscription";
}

StreamGreeting greetingOf(std::string_view words) {
    if (words == "connected")
        return StreamGreeting::Connected;
    return words == "authenticated" ? StreamGreeting::Authenticated : StreamGreeting::Other;
}

Result<FrameCount> deliverControl(std::string_view json, StreamSink& sink, FrameCount count) {
    return decodeRoot(json, JsonTree::Kind::Array, [&](JsonTree::Node root) -> Result<FrameCount> {
        for (auto node = root.firstChild(); node; node = node.nextSibling()) {
            const std::string_view kind = node["T"].text();
            if (!isControlKind(kind) && kind != "n")
                continue;
            if (const auto delivered = deliverOne(node, kind, sink); !delivered)
                return delivered.error();
            ++count.delivered;
        }
        return count;
    });
}

bool SubscriptionChange::isEmpty() const {
    return trades.empty() && quotes.empty() && bars.empty() && updatedBars.empty() && dailyBars.empty() &&
           statuses.empty();
}

std::string encodeStreamAuth(std::string_view keyId, std::string_view secretKey, StreamEncoding encoding) {
    if (encoding == StreamEncoding::Json) {
        JsonWriter out;
        out.beginObject();
        out.text("action", "auth");
        out.text("key", keyId);
        out.text("secret", secretKey);
        out.endObject();
        return out.take();
    }
    msgpack::sbuffer buffer;
    msgpack::packer<msgpack::sbuffer> out(buffer);
    out.pack_map(3);
    for (const std::string_view text :
         {std::string_view("action"), std::string_view("auth"), std::string_view("key"), keyId,
          std::string_view("secret"), secretKey})
        packText(out, text);
    return {buffer.data(), buffer.size()};
}

std::string encodeSubscribe(const SubscriptionChange& change, StreamEncoding encoding) {
    return encodeChange("subscribe", change, encoding);
}

std::string encodeUnsubscribe(const SubscriptionChange& change, StreamEncoding encoding) {
    return encodeChange("unsubscribe", change, encoding);
}

} // namespace strikedesk::alpaca
