// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/data_stream.h"

#include "core/run/sandbox/alpaca/wire_market.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr Duration kAuthenticationTime = Duration::seconds(10);
constexpr std::size_t kMaxObjectsPerFrame = 500;
/// The broker's paid individual plan is said to allow 1000 option quotes; stocks are bounded for our own
/// sake.
constexpr std::size_t kMaxSymbolsPerChannel = 1'000;

constexpr std::string_view kStockChannels[] = {"trades",    "quotes",   "bars",  "updatedBars",
                                               "dailyBars", "statuses", "lulds", "imbalances"};
constexpr std::string_view kOptionChannels[] = {"trades", "quotes"};

std::string textOf(const json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

template <std::size_t N>
bool holds(const std::string_view (&names)[N], std::string_view name) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

} // namespace

DataStream::DataStream(StreamHub& hub, SocketPeer& peer, std::string endpoint, FrameForm form, bool isOptions,
                       std::string headerKey, std::string headerSecret)
    : m_hub(hub), m_peer(peer), m_endpoint(std::move(endpoint)), m_form(form), m_isOptions(isOptions),
      m_headerKey(std::move(headerKey)), m_headerSecret(std::move(headerSecret)) {
    m_hub.m_data.insert(this);
}

DataStream::~DataStream() { m_hub.m_data.erase(this); }

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

void DataStream::sendError(int code, const char* text) {
    sendFrame(m_peer, json::array({{{"T", "error"}, {"code", code}, {"msg", text}}}), m_form);
}

void DataStream::received(std::string_view message, bool binary) {
    if (m_closing)
        return;
    const bool messagePack = m_form == FrameForm::MessagePack;
    if (m_isOptions && !binary) {
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
        if (name == "*" && m_isOptions && channel == "quotes") {
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
    const std::size_t most = m_isOptions ? m_hub.config().optionSymbols : m_hub.config().stockSymbols;
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
        if (m_isOptions ? !holds(kOptionChannels, channel) : !holds(kStockChannels, channel)) {
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
    if (m_isOptions)
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
    if (m_isOptions) {
        for (const std::string_view channel : kOptionChannels)
            put(channel, channel);
    } else {
        for (const std::string_view channel : kStockChannels)
            put(channel, channel);
        put("corrections", "trades");
        put("cancelErrors", "trades");
    }
    sendFrame(m_peer, json::array({ack}), m_form);
}

bool DataStream::wants(const char* channel, const Symbol& symbol) const {
    const auto found = m_channels.find(std::string_view(channel));
    if (found == m_channels.end())
        return false;
    return found->second.contains("*") || found->second.contains(symbol.text());
}

void DataStream::sendBatch(json& batch) {
    if (!batch.empty())
        sendFrame(m_peer, batch, m_form);
    batch = json::array();
}

void DataStream::publish(const std::vector<MarketEvent>& events) {
    if (!m_authenticated || m_channels.empty())
        return;
    const TimeForm time = m_form == FrameForm::MessagePack ? TimeForm::Extension : TimeForm::Text;
    json batch = json::array();
    for (const MarketEvent& event : events) {
        const Symbol& symbol = eventSymbol(event);
        if (symbol.looksLikeOption() != m_isOptions)
            continue;
        json message;
        if (const auto* quote = std::get_if<market::Quote>(&event)) {
            if (!wants("quotes", symbol))
                continue;
            message = quoteJson(*quote, m_hub.tapeOf(symbol), time);
            message["T"] = "q";
        } else if (const auto* print = std::get_if<market::TradePrint>(&event)) {
            if (!wants("trades", symbol))
                continue;
            message = printJson(*print, m_hub.tapeOf(symbol), time);
            message["T"] = "t";
        } else {
            continue;
        }
        message["S"] = symbol.text();
        batch.push_back(std::move(message));
        if (batch.size() >= kMaxObjectsPerFrame)
            sendBatch(batch);
    }
    sendBatch(batch);
}

void DataStream::publishMinute(Timestamp minute, Timestamp now) {
    if (!m_authenticated || m_isOptions || m_channels.empty())
        return;
    const TimeForm time = m_form == FrameForm::MessagePack ? TimeForm::Extension : TimeForm::Text;
    const SessionCalendar calendar;
    json batch = json::array();
    for (const Asset& asset : m_hub.source().assets()) {
        if (asset.kind == AssetKind::Index)
            continue;
        const auto put = [&](const char* letter, const std::vector<market::Bar>& bars) {
            if (bars.empty())
                return;
            json message = barJson(bars.back(), time);
            message["T"] = letter;
            message["S"] = asset.symbol.text();
            batch.push_back(std::move(message));
        };
        // A minute without a print has no bar, and moves no daily bar.
        const auto bars = m_hub.source().minuteBars(asset.symbol, minute, minute, now);
        if (bars.empty())
            continue;
        if (wants("bars", asset.symbol))
            put("b", bars);
        const Date day = calendar.dateOf(minute);
        if (wants("dailyBars", asset.symbol))
            put("d", m_hub.source().dailyBars(asset.symbol, day, day, minute + Duration::minutes(1)));
    }
    sendBatch(batch);
}

} // namespace strikedesk::sandbox
