// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/stream_hub.h"

#include <array>
#include <map>
#include <set>
#include <string>

namespace strikedesk::sandbox {

/// What one market-data address carries (protocol facts, section 16).
struct StreamEndpoint {
    enum class Kind { Stocks, Options, News, Test };
    std::string_view path;
    Kind kind = Kind::Stocks;
    Duration delay; ///< of everything on it
    /// Carries hours in which nothing trades here: it answers and stays silent.
    bool isSilent = false;
};

/// The endpoint of a path, null when there is none.
const StreamEndpoint* streamEndpoint(std::string_view path);

/// A market-data socket. Talks as the broker's streams do (protocol facts, section 16): connected, auth,
/// subscribe, acknowledged lists, data in arrays. One authenticated session per endpoint.
class DataStream final : public SocketSession {
public:
    DataStream(StreamHub& hub, SocketPeer& peer, const StreamEndpoint& endpoint, FrameForm form,
               std::string headerKey, std::string headerSecret);
    ~DataStream() override;
    DataStream(const DataStream&) = delete;
    DataStream& operator=(const DataStream&) = delete;

    void opened(MonoTime now) override;
    void received(std::string_view message, bool binary) override;
    void tick(MonoTime now) override;
    bool tooSlow() override;
    void closedCleanly() override { m_saidGoodbye = true; }

    const StreamEndpoint& endpoint() const { return m_endpoint; }
    bool isAuthenticated() const { return m_authenticated; }
    SocketPeer& peer() { return m_peer; }
    FrameForm form() const { return m_form; }

    /// Quotes, prints, halts, bands and corrections, in time order.
    void publish(const std::vector<MarketEvent>& events);
    /// The bars of the minute that began at `minute`, and the days so far.
    void publishMinute(Timestamp minute, Timestamp now);
    /// A finished minute's bar has changed.
    void publishUpdatedBar(const Symbol& symbol, Timestamp minute, Timestamp now);
    void publishNews(const std::vector<NewsItem>& items);

private:
    using Names = std::set<std::string>;
    using Channels = std::map<std::string, Names, std::less<>>;

    bool isOptions() const { return m_endpoint.kind == StreamEndpoint::Kind::Options; }
    bool isOffered(std::string_view channel) const;
    void authenticate(std::string_view key, std::string_view secret);
    void changeSubscriptions(const nlohmann::json& request, bool add);
    bool readChannel(const nlohmann::json& list, const std::string& channel, Names& names);
    bool exceedsPlan(const Channels& channels) const;
    void acknowledge();
    void sendError(int code, const char* text);
    bool wants(const char* channel, const Symbol& symbol) const;
    void sendBatch(nlohmann::json& batch);
    /// The message of one event, null when nobody asked for it.
    nlohmann::json messageOf(const MarketEvent& event) const;

    StreamHub& m_hub;
    SocketPeer& m_peer;
    const StreamEndpoint& m_endpoint;
    FrameForm m_form;
    std::string m_headerKey;
    std::string m_headerSecret;
    bool m_authenticated = false;
    bool m_closing = false;
    bool m_saidGoodbye = false;
    MonoTime m_openedAt;
    Channels m_channels;
};

} // namespace strikedesk::sandbox
