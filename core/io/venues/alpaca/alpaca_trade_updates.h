// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/alpaca/codec/trade_updates_codec.h"
#include "core/io/venues/alpaca/stream_status.h"

#include <QObject>

#include <functional>

class QTimer;

namespace strikedesk::alpaca {

/// What the order stream tells its owner, on the owner's thread.
struct TradeUpdatesHandlers {
    std::function<void(const trade::OrderUpdate&)> updated;
    /// Live means "listening" was acknowledged: sweep now, nothing missed is replayed.
    std::function<void(const StreamStatus&)> stateChanged;
    /// A frame that could not be read; the sweep must find what it said.
    std::function<void(const Error&)> malformed;
};

/// The account's order events. Text and binary frames are read alike. Refused keys stop it. One thread.
class AlpacaTradeUpdates : public QObject {
    Q_OBJECT
public:
    AlpacaTradeUpdates(const AlpacaEndpoints& endpoints, const AlpacaKeys& keys,
                       TradeUpdatesHandlers handlers, StreamTuning tuning = {}, QObject* parent = nullptr);
    ~AlpacaTradeUpdates() override;

    void start();
    void stop();
    /// Connects anew; `reason` is a sentence.
    void reconnect(const std::string& reason) { m_socket->reconnect(reason); }
    /// Pauses between attempts to connect, from the next one on.
    void setBackoff(net::Backoff::Limits limits) { m_socket->setBackoff(limits); }
    const StreamStatus& status() const { return m_status; }

private:
    void socketChanged(net::SocketState state, const std::string& reason);
    void frame(std::string_view bytes);
    void authorization(const StreamAuthorization& answer);
    void fault(const StreamFault& fault);
    void refuse(const std::string& reason);
    void badFrame(const Error& error);
    void become(StreamPhase phase, const std::string& reason);

    AlpacaKeys m_keys;
    TradeUpdatesHandlers m_handlers;
    StreamTuning m_tuning;
    StreamStatus m_status;
    int m_badInRow = 0;
    QTimer* m_login;
    net::WebSocketSession* m_socket;
};

} // namespace strikedesk::alpaca
