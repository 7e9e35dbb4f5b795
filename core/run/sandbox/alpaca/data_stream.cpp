// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/data_stream.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr Duration kAuthenticationTime = Duration::seconds(10);
/// The broker's paid individual plan is said to allow 1000 option quotes; stocks are bounded for our own
/// sake.
constexpr std::size_t kMaxSymbolsPerChannel = 1'000;

constexpr std::string_view kStockChannels[] = {"trades",    "quotes",   "bars",  "updatedBars",
                                               "dailyBars", "statuses", "lulds", "imbalances"};
constexpr std::string_view kOptionChannels[] = {"trades", "quotes"};
constexpr std::string_view kNewsChannels[] = {"news"};
/// What the free plan streams of stocks at once.
constexpr std::size_t kFreePlanSymbols = 30;

using Kind = StreamEndpoint::Kind;
constexpr StreamEndpoint kEndpoints[] = {
    {"/v2/sip", Kind::Stocks, {}, false},
    {"/v2/iex", Kind::Stocks, {}, false},
    {"/v2/delayed_sip", Kind::Stocks, Duration::minutes(15), false},
    {"/v1beta1/boats", Kind::Stocks, {}, true},
    {"/v1beta1/overnight", Kind::Stocks, {}, true},
    {"/v2/test", Kind::Test, {}, false},
    {"/v1beta1/opra", Kind::Options, {}, false},
    {"/v1beta1/indicative", Kind::Options, {}, false},
    {"/v1beta1/news", Kind::News, {}, false},
};

std::string textOf(const json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

template <std::size_t N>
bool holds(const std::string_view (&names)[N], std::string_view name) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

} // namespace

const StreamEndpoint* streamEndpoint(std::string_view path) {
    for (const StreamEndpoint& endpoint : kEndpoints)
        if (endpoint.path == path)
            return &endpoint;
    return nullptr;
}

DataStream::DataStream(StreamHub& hub, SocketPeer& peer, const StreamEndpoint& endpoint, FrameForm form,
                       std::string headerKey, std::string headerSecret)
    : m_hub(hub), m_peer(peer), m_endpoint(endpoint), m_form(form), m_headerKey(std::move(headerKey)),
      m_headerSecret(std::move(headerSecret)) {
    m_hub.m_data.insert(this);
}

DataStream::~DataStream() {
    m_hub.m_data.erase(this);
    if (m_authenticated && !m_saidGoodbye)
        m_hub.leaveGhost(m_endpoint);
}

bool DataStream::isOffered(std::string_view channel) const {
    if (m_endpoint.kind == Kind::News)
        return holds(kNewsChannels, channel);
    return isOptions() ? holds(kOptionChannels, channel) : holds(kStockChannels, channel);
}

void DataStream::opened(MonoTime now) {
    m_openedAt = now;
    sendFrame(m_peer, json::array({{{"T", "success"}, {"msg", "connected"}}}), m_form);
    if (!m_headerKey.empty())
        authenticate(m_headerKey, m_headerSecret);
}

void DataStream::tick(MonoTime now) {
    // The clock of the login runs from the handshake; before it there is nothing to close.
    const bool isOpen = m_openedAt != MonoTime();
    if (!isOpen || m_authenticated || m_closing || now - m_openedAt <= kAuthenticationTime)
        return;
    sendError(404, "auth timeout");
    m_closing = true;
    m_peer.close();
}

bool DataStream::tooSlow() {
    sendError(407, "slow client");
    // The service itself ends this session, so its place is free at once.
    m_authenticated = false;
    m_closing = true;
    return true;
}

void DataStream::sendError(int code, const char* text) {
    sendFrame(m_peer, json::array({{{"T", "error"}, {"code", code}, {"msg", text}}}), m_form);
}

void DataStream::received(std::string_view message, bool binary) {
    if (m_closing)
        return;
    const bool messagePack = m_form == FrameForm::MessagePack;
    if (isOptions() && !binary) {
        sendError(412, "only MsgPack content type is supported");
        return;
    }
    const json request = readFrame(message, messagePack && binary);
    if (!request.is_object()) {
        sendError(400, "invalid syntax");
        return;
    }
    const std::string action = textOf(request, "action");
    if (action == "auth") {
        authenticate(textOf(request, "key"), textOf(request, "secret"));
    } else if (action == "subscribe" || action == "unsubscribe") {
        if (m_authenticated)
            changeSubscriptions(request, action == "subscribe");
        else
            sendError(401, "not authenticated");
    } else {
        sendError(400, "invalid syntax");
    }
}

void DataStream::authenticate(std::string_view key, std::string_view secret) {
    if (m_authenticated) {
        sendError(403, "already authenticated");
        return;
    }
    if (!m_hub.keysMatch(key, secret)) {
        sendError(402, "auth failed");
        m_closing = true;
    } else if (!m_hub.isInPlan(m_endpoint)) {
        sendError(409, "insufficient subscription");
        m_closing = true;
    } else if (m_hub.isTaken(*this)) {
        sendError(406, "connection limit exceeded");
        m_closing = true;
    }
    if (m_closing) {
        m_peer.close();
        return;
    }
    m_authenticated = true;
    sendFrame(m_peer, json::array({{{"T", "success"}, {"msg", "authenticated"}}}), m_form);
}

/// Reads one channel's list; false when the request must be refused (the error is sent).
bool DataStream::readChannel(const json& list, const std::string& channel, Names& names) {
    if (!list.is_array() || list.size() > kMaxSymbolsPerChannel) {
        sendError(list.is_array() ? 405 : 400, list.is_array() ? "symbol limit exceeded" : "invalid syntax");
        return false;
    }
    for (const json& entry : list) {
        const std::string name = entry.is_string() ? entry.get<std::string>() : std::string();
        if (name == "*" && isOptions() && channel == "quotes") {
            sendError(413, "star symbol is not allowed for option quotes");
            return false;
        }
        if (name != "*" && !Symbol::tryFrom(name)) {
            sendError(400, "invalid syntax");
            return false;
        }
        names.insert(name);
    }
    return true;
}

/// The plan counts symbols with trades or quotes; bars are free.
bool DataStream::exceedsPlan(const Channels& channels) const {
    const SandboxConfig& config = m_hub.config();
    std::size_t most = isOptions() ? config.optionSymbols : config.stockSymbols;
    if (!isOptions() && most == 0 && config.freeDataPlan)
        most = kFreePlanSymbols;
    if (most == 0)
        return false;
    Names counted;
    for (const char* channel : {"trades", "quotes"})
        if (const auto found = channels.find(std::string_view(channel)); found != channels.end())
            counted.insert(found->second.begin(), found->second.end());
    return counted.size() > most;
}

void DataStream::changeSubscriptions(const json& request, bool add) {
    Channels changed = m_channels;
    for (const auto& [channel, list] : request.items()) {
        if (channel == "action")
            continue;
        if (!isOffered(channel)) {
            sendError(410, "invalid subscribe action for this feed");
            return;
        }
        Names names;
        if (!readChannel(list, channel, names))
            return;
        Names& kept = changed[channel];
        for (const std::string& name : names) {
            if (add)
                kept.insert(name);
            else
                kept.erase(name);
        }
        if (kept.size() > kMaxSymbolsPerChannel) {
            sendError(405, "symbol limit exceeded");
            return;
        }
    }
    if (add && exceedsPlan(changed)) {
        sendError(405, "symbol limit exceeded");
        return;
    }
    m_channels = std::move(changed);
    if (isOptions())
        for (const auto& [channel, names] : m_channels)
            for (const std::string& name : names)
                if (const auto symbol = Symbol::tryFrom(name); symbol && symbol->looksLikeOption())
                    m_hub.source().watch(*symbol);
    acknowledge();
}

void DataStream::acknowledge() {
    json ack = {{"T", "subscription"}};
    const auto put = [&](std::string_view channel, std::string_view follows) {
        json list = json::array();
        if (const auto found = m_channels.find(follows); found != m_channels.end())
            for (const std::string& name : found->second)
                list.push_back(name);
        ack[std::string(channel)] = std::move(list);
    };
    const bool isStocks = m_endpoint.kind == Kind::Stocks || m_endpoint.kind == Kind::Test;
    if (m_endpoint.kind == Kind::News)
        put("news", "news");
    for (const std::string_view channel : kStockChannels)
        if (isOffered(channel))
            put(channel, channel);
    if (isStocks) {
        put("corrections", "trades");
        put("cancelErrors", "trades");
    }
    sendFrame(m_peer, json::array({ack}), m_form);
}

} // namespace strikedesk::sandbox
