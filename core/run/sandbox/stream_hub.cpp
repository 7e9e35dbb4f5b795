// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/stream_hub.h"

#include "core/run/sandbox/alpaca/data_stream.h"
#include "core/run/sandbox/alpaca/order_stream.h"
#include "core/run/sandbox/alpaca/test_feed.h"
#include "core/run/sandbox/http/bounded_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

/// Of the delayed stream.
constexpr Duration kDelay = Duration::minutes(15);
/// From a correction to the bar it changes (protocol facts, section 16: about half a minute).
constexpr Duration kUpdatedBarWait = Duration::seconds(30);

} // namespace

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
    const StreamEndpoint* endpoint = streamEndpoint(handshake.path);
    if (endpoint == nullptr)
        return nullptr;
    // Option streams speak MessagePack whatever was asked for.
    const bool isPacked = asksMessagePack || endpoint->kind == StreamEndpoint::Kind::Options;
    return std::make_unique<DataStream>(*this, peer, *endpoint,
                                        isPacked ? FrameForm::MessagePack : FrameForm::TextJson,
                                        std::string(handshake.header("apca-api-key-id")),
                                        std::string(handshake.header("apca-api-secret-key")));
}

bool StreamHub::keysMatch(std::string_view keyId, std::string_view secret) const {
    const bool keyMatches = equalInConstantTime(keyId, m_config.keyId);
    return equalInConstantTime(secret, m_config.secretKey) && keyMatches;
}

bool StreamHub::isTaken(const DataStream& by) const {
    for (const DataStream* stream : m_data)
        if (stream != &by && &stream->endpoint() == &by.endpoint() && stream->isAuthenticated())
            return true;
    const auto ghost = m_ghosts.find(std::string(by.endpoint().path));
    return ghost != m_ghosts.end() && m_now < ghost->second;
}

bool StreamHub::isInPlan(const StreamEndpoint& endpoint) const {
    if (endpoint.path == "/v2/sip")
        return !m_config.freeDataPlan;
    return endpoint.path != "/v1beta1/opra" || m_config.optionFeed == "opra";
}

void StreamHub::leaveGhost(const StreamEndpoint& endpoint) {
    if (m_config.ghostSession > Duration())
        m_ghosts[std::string(endpoint.path)] = m_now + m_config.ghostSession;
}

char StreamHub::tapeOf(const Symbol& symbol) const {
    for (const Asset& asset : m_source.assets())
        if (asset.symbol == symbol)
            return asset.tape;
    return 'C';
}

void StreamHub::tick(MonoTime now) {
    m_now = now;
    for (DataStream* stream : m_data)
        stream->tick(now);
    for (OrderStream* stream : m_orders)
        stream->tick(now);
}

bool StreamHub::anyOpen(bool (*wanted)(const StreamEndpoint&)) const {
    return std::any_of(m_data.begin(), m_data.end(), [wanted](const DataStream* stream) {
        return stream->isAuthenticated() && wanted(stream->endpoint());
    });
}

void StreamHub::publish(const std::vector<MarketEvent>& events, Timestamp from, Timestamp to) {
    using Kind = StreamEndpoint::Kind;
    std::vector<MarketEvent> delayed;
    std::vector<MarketEvent> invented;
    std::vector<NewsItem> items;
    if (anyOpen([](const StreamEndpoint& endpoint) { return endpoint.delay > Duration(); }))
        m_source.events(from - kDelay, to - kDelay, delayed);
    if (anyOpen([](const StreamEndpoint& endpoint) { return endpoint.kind == Kind::Test; }))
        invented = testEvents(m_config.seed, from, to);
    if (anyOpen([](const StreamEndpoint& endpoint) { return endpoint.kind == Kind::News; }))
        items = m_source.news(from, to);
    for (DataStream* stream : m_data) {
        if (stream->endpoint().kind == Kind::News)
            stream->publishNews(items);
        else if (stream->endpoint().kind == Kind::Test)
            stream->publish(invented);
        else
            stream->publish(stream->endpoint().delay > Duration() ? delayed : events);
    }
    noteLateBars(events);
    publishLateBars(to);
}

void StreamHub::noteLateBars(const std::vector<MarketEvent>& events) {
    for (const MarketEvent& event : events) {
        const auto* change = std::get_if<PrintChange>(&event);
        if (change == nullptr || change->symbol.looksLikeOption())
            continue;
        const std::int64_t minuteNs = Duration::minutes(1).count();
        const Timestamp minute =
            Timestamp::fromNanoseconds(change->was.at.nanoseconds() / minuteNs * minuteNs);
        const bool isFinished = minute + Duration::minutes(1) <= change->at;
        const bool isNoted = std::any_of(m_lateBars.begin(), m_lateBars.end(), [&](const LateBar& late) {
            return late.symbol == change->symbol && late.minute == minute && !late.wasSent;
        });
        if (isFinished && !isNoted)
            m_lateBars.push_back({change->symbol, minute, change->at + kUpdatedBarWait, false});
    }
}

void StreamHub::publishLateBars(Timestamp now) {
    for (LateBar& late : m_lateBars) {
        const bool isDueLate = late.due + kDelay <= now;
        for (DataStream* stream : m_data) {
            const bool isDelayed = stream->endpoint().delay > Duration();
            if (isDelayed ? isDueLate : !late.wasSent && late.due <= now)
                stream->publishUpdatedBar(late.symbol, late.minute, now);
        }
        late.wasSent = late.wasSent || late.due <= now;
    }
    std::erase_if(m_lateBars, [now](const LateBar& late) { return late.due + kDelay <= now; });
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
