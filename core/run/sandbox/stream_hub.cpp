// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/stream_hub.h"

#include "core/run/sandbox/alpaca/data_stream.h"
#include "core/run/sandbox/alpaca/order_stream.h"
#include "core/run/sandbox/http/bounded_json.h"

#include <nlohmann/json.hpp>

namespace strikedesk::sandbox {

using nlohmann::json;

void sendFrame(SocketPeer& peer, const json& value, FrameForm form) {
    if (form == FrameForm::MessagePack) {
        std::string bytes;
        json::to_msgpack(value, bytes);
        peer.send(std::move(bytes), true);
        return;
    }
    peer.send(value.dump(-1, ' ', false, json::error_handler_t::replace), form == FrameForm::BinaryJson);
}

json readFrame(std::string_view message, bool messagePack) {
    return messagePack ? parseMessagePack(message) : parseJson(message);
}

std::unique_ptr<SocketSession> StreamHub::open(const HttpRequest& handshake, SocketPeer& peer) {
    const bool asksMessagePack = handshake.header("content-type").starts_with("application/msgpack");
    if (handshake.path == "/stream")
        return std::make_unique<OrderStream>(
            *this, peer, asksMessagePack ? FrameForm::MessagePack : FrameForm::BinaryJson);
    const bool isStocks = handshake.path == "/v2/sip" || handshake.path == "/v2/iex";
    const bool isOptions = handshake.path == "/v1beta1/opra" || handshake.path == "/v1beta1/indicative";
    if (!isStocks && !isOptions)
        return nullptr;
    // Option streams speak MessagePack whatever was asked for.
    const FrameForm form = isOptions || asksMessagePack ? FrameForm::MessagePack : FrameForm::TextJson;
    return std::make_unique<DataStream>(*this, peer, handshake.path, form, isOptions,
                                        std::string(handshake.header("apca-api-key-id")),
                                        std::string(handshake.header("apca-api-secret-key")));
}

bool StreamHub::keysMatch(std::string_view keyId, std::string_view secret) const {
    const bool keyMatches = equalInConstantTime(keyId, m_config.keyId);
    return equalInConstantTime(secret, m_config.secretKey) && keyMatches;
}

bool StreamHub::isTaken(const DataStream& by) const {
    for (const DataStream* stream : m_data)
        if (stream != &by && stream->endpoint() == by.endpoint() && stream->isAuthenticated())
            return true;
    return false;
}

char StreamHub::tapeOf(const Symbol& symbol) const {
    for (const Asset& asset : m_source.assets())
        if (asset.symbol == symbol)
            return asset.tape;
    return 'C';
}

void StreamHub::tick(MonoTime now) {
    for (DataStream* stream : m_data)
        stream->tick(now);
    for (OrderStream* stream : m_orders)
        stream->tick(now);
}

void StreamHub::publish(const std::vector<MarketEvent>& events) {
    for (DataStream* stream : m_data)
        stream->publish(events);
}

void StreamHub::publishMinute(Timestamp minute, Timestamp now) {
    for (DataStream* stream : m_data)
        stream->publishMinute(minute, now);
}

void StreamHub::publishUpdate(const json& message) {
    for (OrderStream* stream : m_orders)
        if (stream->isListening())
            sendFrame(stream->peer(), message, stream->form());
}

void StreamHub::cutOrderStreams() {
    for (OrderStream* stream : m_orders)
        stream->peer().cut();
}

void StreamHub::cutDataStreams() {
    for (DataStream* stream : m_data)
        stream->peer().cut();
}

void StreamHub::malformOrderStreams() {
    for (OrderStream* stream : m_orders)
        stream->peer().send("{\"stream\":\"trade_updates\",\"data\":{\"event\":",
                            stream->form() != FrameForm::TextJson);
}

void StreamHub::malformDataStreams() {
    for (DataStream* stream : m_data)
        stream->peer().send(stream->form() == FrameForm::MessagePack ? "\x92\x81\xA1T"
                                                                     : "[{\"T\":\"q\",\"S\":",
                            stream->form() != FrameForm::TextJson);
}

} // namespace strikedesk::sandbox
