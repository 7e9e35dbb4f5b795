// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/io/net/websocket_session.h"
#include "core/io/venues/common/feed.h"
#include "core/io/venues/polygon/codec/stream_codec.h"
#include "core/io/venues/polygon/endpoints.h"
#include "core/io/venues/polygon/stream_items.h"

#include <QObject>

#include <map>

class QTimer;

namespace strikedesk::polygon {

/// One socket of the data provider: log in, desired set, resubscribe. A server over its connection limit
/// closes the older connection instead of refusing the newer (protocol facts, section 15): when that happens
/// three times without a minute of peace between, another program uses the key, and this one stops and says
/// so. One thread.
class PolygonStream final : public QObject, public venues::MarketStream, private PolygonSink {
public:
    PolygonStream(Cluster cluster, const PolygonEndpoints& endpoints, const Secret& key,
                  venues::MarketStreamHandlers handlers, venues::StreamTuning tuning = {},
                  QObject* parent = nullptr);
    ~PolygonStream() override;

    void start() override;
    void stop() override;
    /// Only the difference is sent, and only once everything asked before is answered. Instruments of other
    /// clusters are left out. More than a thousand contract quotes: the first thousand are asked for, and
    /// `overLimit` says so.
    void setDesired(venues::DesiredChannels desired) override;
    void setBackoff(net::Backoff::Limits limits) override { m_socket->setBackoff(limits); }
    const venues::DesiredChannels& desired() const override { return m_desired; }
    const venues::StreamStatus& status() const override { return m_status; }

private:
    void onQuote(const market::Quote& quote) override;
    void onTrade(const market::TradePrint& print) override;
    void onBar(const Symbol& symbol, const market::Bar& bar, WindowKind window) override;
    void onIndexValue(const Symbol& symbol, Price value, Timestamp at) override;
    void onPriceBand(const venues::PriceBand& band) override;
    void onWord(StreamWord word, std::string_view text, std::string_view message) override;

    void socketChanged(net::SocketState state, const std::string& reason);
    void frame(std::string_view text);
    void badFrame(const Error& error);
    void become(venues::StreamPhase phase, const std::string& reason);
    void report(const char* messageId, const std::string& sentence, std::string_view message);
    void logIn();
    void loggedIn();
    void sendDifference();
    void acknowledged(std::string_view message);
    /// Items the venue does not give: those its words name, or all that wait.
    void refusedItems(std::string_view message);
    /// Nothing is waited for any more: the next difference, or live.
    void settle();
    void patienceOver();
    void evicted(std::string_view message);
    void refuse(const std::string& reason);

    Cluster m_cluster;
    Secret m_key;
    venues::MarketStreamHandlers m_handlers;
    venues::StreamTuning m_tuning;
    PolygonStreamDecoder m_decoder;
    venues::DesiredChannels m_desired;
    StreamItems m_wanted;
    StreamItems m_requested;                    ///< asked for on this connection, given or not
    StreamItems m_confirmed;                    ///< acknowledged on this connection
    std::map<std::string, bool> m_waitedFor;    ///< items without an answer; true to join
    std::map<Symbol, Timestamp> m_newestMinute; ///< to tell a bar from its correction
    bool m_isConfirmedChanged = false;
    int m_evictions = 0; ///< connections lost to the limit without peace between
    int m_badInRow = 0;
    venues::StreamStatus m_status;
    QTimer* m_patience; ///< for the login and for the answers to a request
    QTimer* m_peace;    ///< after it earlier evictions are forgotten
    net::WebSocketSession* m_socket;
};

} // namespace strikedesk::polygon
