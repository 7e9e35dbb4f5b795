// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/alpaca/codec/stream_codec.h"
#include "core/io/venues/alpaca/stream_status.h"

#include <QObject>

class QTimer;

namespace strikedesk::alpaca {

/// One market data socket: auth, desired set, resubscribe. Shared by the stock and option streams. One
/// thread.
class AlpacaMarketStream : public QObject, public MarketStream, private StreamSink {
    Q_OBJECT
public:
    ~AlpacaMarketStream() override;

    void start() override;
    void stop() override;
    /// Replaces the desired set; only the difference is sent, and only once the request before is answered.
    void setDesired(DesiredChannels desired) override;
    void setBackoff(net::Backoff::Limits limits) override { m_socket->setBackoff(limits); }
    const DesiredChannels& desired() const override { return m_desired; }
    const StreamStatus& status() const override { return m_status; }

protected:
    AlpacaMarketStream(const std::string& url, StreamEncoding encoding, const AlpacaKeys& keys,
                       MarketStreamHandlers handlers, StreamTuning tuning, QObject* parent);

private:
    void onQuote(const market::Quote& quote) override;
    void onTrade(const market::TradePrint& print) override;
    void onBar(const Symbol& symbol, const market::Bar& bar, market::BarKind kind) override;
    void onStatus(const market::TradingStatus& status) override;
    void onTradeCancel(const TradeCancel& cancel) override;
    void onTradeCorrection(const TradeCorrection& correction) override;
    void onPriceBand(const PriceBand& band) override;
    void onGreeting(StreamGreeting greeting) override;
    void onSubscription(const SubscriptionAck& ack) override;
    void onFault(std::int64_t code, std::string_view message) override;

    void socketChanged(net::SocketState state, const std::string& reason);
    void frame(std::string_view bytes, StreamEncoding encoding);
    void badFrame(const Error& error);
    void become(StreamPhase phase, const std::string& reason);
    void confirm(DesiredChannels channels);
    void send(const std::string& message);
    void sendDifference();
    /// One more of the requests sent has its answer; after the last one goes what was wanted meanwhile.
    void requestAnswered();
    /// The last request was refused as a whole; the connection goes on with what it had.
    void keepConfirmed(const std::string& reason);
    void refuse(const std::string& reason);

    StreamEncoding m_encoding;
    AlpacaKeys m_keys;
    MarketStreamHandlers m_handlers;
    StreamTuning m_tuning;
    StockStreamDecoder m_decoder;
    DesiredChannels m_desired;
    DesiredChannels m_asked;     ///< the desired set that was last asked for
    DesiredChannels m_requested; ///< what this connection has or is asked for
    DesiredChannels m_confirmed; ///< what it last acknowledged
    int m_unanswered = 0;        ///< requests without an answer; the venue answers each, in order
    StreamStatus m_status;
    int m_badInRow = 0;
    QTimer* m_patience; ///< for the login and for the answer to each request
    net::WebSocketSession* m_socket;
};

/// Quotes, trades, bars and halts of stocks; JSON.
class AlpacaStockStream final : public AlpacaMarketStream {
    Q_OBJECT
public:
    AlpacaStockStream(const AlpacaEndpoints& endpoints, const AlpacaKeys& keys, MarketStreamHandlers handlers,
                      StreamTuning tuning = {}, QObject* parent = nullptr);
};

/// Quotes and trades of option contracts; MessagePack only. It has no bars, statuses or greeks.
class AlpacaOptionStream final : public AlpacaMarketStream {
    Q_OBJECT
public:
    AlpacaOptionStream(const AlpacaEndpoints& endpoints, const AlpacaKeys& keys,
                       MarketStreamHandlers handlers, StreamTuning tuning = {}, QObject* parent = nullptr);
};

} // namespace strikedesk::alpaca
