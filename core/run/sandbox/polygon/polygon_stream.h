// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/polygon/polygon_hub.h"

#include <nlohmann/json.hpp>

#include <array>
#include <optional>
#include <set>
#include <string>

namespace strikedesk::sandbox {

enum class Cluster : std::uint8_t { Stocks, Options, Indices };
enum class PolygonChannel : std::uint8_t { Trades, Quotes, Seconds, Minutes, Values, Bands };

/// One conversation on a cluster: connected, auth, subscribe, data in arrays (protocol facts, section 15).
class PolygonStream final : public SocketSession {
public:
    PolygonStream(PolygonHub& hub, SocketPeer& peer, Cluster cluster);
    ~PolygonStream() override;
    PolygonStream(const PolygonStream&) = delete;
    PolygonStream& operator=(const PolygonStream&) = delete;

    void opened(MonoTime now) override;
    void received(std::string_view message, bool binary) override;
    void tick(MonoTime now) override;

    Cluster cluster() const { return m_cluster; }
    const DataPlan& plan() const { return m_plan; }
    bool isListening() const { return m_authenticated && !m_closing; }
    SocketPeer& peer() { return m_peer; }
    /// Another connection took the place of this one.
    void evict();

    /// Whether a channel is wanted of a symbol of this cluster.
    bool wants(PolygonChannel channel, const Symbol& symbol) const;
    /// Whether anything is wanted of a channel, and of which symbols; null: of all.
    bool wantsAny(PolygonChannel channel) const;
    const std::set<Symbol>* named(PolygonChannel channel) const;

    void add(const MarketEvent& event);
    void add(PolygonChannel channel, const LiveBar& bar, Timestamp end, const DayTotals::Total& day);
    /// Sends what was added.
    void flush();

private:
    struct Wanted {
        bool all = false;
        std::set<Symbol> symbols;
    };
    struct Item {
        PolygonChannel channel = PolygonChannel::Trades;
        bool all = false;
        Symbol symbol;
    };

    void authenticate(const std::string& key);
    void change(const std::string& params, bool subscribe);
    void subscribe(const std::string& text);
    void unsubscribe(const std::string& text);
    std::optional<Item> read(std::string_view text) const;
    bool isEntitled(PolygonChannel channel) const;
    void say(const char* status, const std::string& message);
    void push(nlohmann::json message);
    bool isOfCluster(const Symbol& symbol) const;
    Wanted& wanted(PolygonChannel channel) { return m_wanted[static_cast<std::size_t>(channel)]; }
    const Wanted& wanted(PolygonChannel channel) const { return m_wanted[static_cast<std::size_t>(channel)]; }

    PolygonHub& m_hub;
    SocketPeer& m_peer;
    Cluster m_cluster;
    DataPlan m_plan;
    bool m_authenticated = false;
    bool m_closing = false;
    MonoTime m_openedAt;
    std::array<Wanted, 6> m_wanted;
    nlohmann::json m_batch = nlohmann::json::array();
};

} // namespace strikedesk::sandbox
