// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/stream_hub.h"

#include <array>
#include <map>
#include <set>
#include <string>

namespace strikedesk::sandbox {

/// A market-data socket: /v2/sip, /v2/iex for stocks, /v1beta1/opra, /v1beta1/indicative for options. Talks
/// as the broker's streams do (protocol facts, section 16): connected, auth, subscribe, acknowledged lists,
/// data in arrays. One authenticated session per endpoint.
class DataStream final : public SocketSession {
public:
    DataStream(StreamHub& hub, SocketPeer& peer, std::string endpoint, FrameForm form, bool isOptions,
               std::string headerKey, std::string headerSecret);
    ~DataStream() override;
    DataStream(const DataStream&) = delete;
    DataStream& operator=(const DataStream&) = delete;

    void opened(MonoTime now) override;
    void received(std::string_view message, bool binary) override;
    void tick(MonoTime now) override;

    const std::string& endpoint() const { return m_endpoint; }
    bool isAuthenticated() const { return m_authenticated; }
    SocketPeer& peer() { return m_peer; }
    FrameForm form() const { return m_form; }

    void publish(const std::vector<MarketEvent>& events);
    void publishMinute(Timestamp minute, Timestamp now);

private:
    using Names = std::set<std::string>;
    using Channels = std::map<std::string, Names, std::less<>>;

    void authenticate(std::string_view key, std::string_view secret);
    void changeSubscriptions(const nlohmann::json& request, bool add);
    bool readChannel(const nlohmann::json& list, const std::string& channel, Names& names);
    bool exceedsPlan(const Channels& channels) const;
    void acknowledge();
    void sendError(int code, const char* text);
    bool wants(const char* channel, const Symbol& symbol) const;
    void sendBatch(nlohmann::json& batch);

    StreamHub& m_hub;
    SocketPeer& m_peer;
    std::string m_endpoint;
    FrameForm m_form;
    bool m_isOptions;
    std::string m_headerKey;
    std::string m_headerSecret;
    bool m_authenticated = false;
    bool m_closing = false;
    MonoTime m_openedAt;
    Channels m_channels;
};

} // namespace strikedesk::sandbox
