// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/alpaca_market_stream.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

namespace strikedesk::alpaca {

namespace {

std::vector<Symbol> missingFrom(const std::set<Symbol>& have, const std::set<Symbol>& want) {
    std::vector<Symbol> missing;
    std::set_difference(want.begin(), want.end(), have.begin(), have.end(), std::back_inserter(missing));
    return missing;
}

/// What must be joined to get from `have` to `want`; swapped, what must be left. Minute bars come without
/// their late corrections, so those are asked for beside them.
SubscriptionChange changeBetween(const DesiredChannels& have, const DesiredChannels& want,
                                 StreamEncoding encoding) {
    SubscriptionChange change;
    change.trades = missingFrom(have.trades, want.trades);
    change.quotes = missingFrom(have.quotes, want.quotes);
    if (encoding == StreamEncoding::MessagePack)
        return change;
    change.bars = missingFrom(have.bars, want.bars);
    change.updatedBars = change.bars;
    change.dailyBars = missingFrom(have.dailyBars, want.dailyBars);
    change.statuses = missingFrom(have.statuses, want.statuses);
    return change;
}

net::WebSocketOptions socketOptions(const std::string& url, StreamEncoding encoding,
                                    const StreamTuning& tuning) {
    net::WebSocketOptions options;
    options.url = url;
    if (encoding == StreamEncoding::MessagePack)
        options.headers.push_back({"Content-Type", "application/msgpack"});
    options.handshake = tuning.handshake;
    options.pingEvery = tuning.pingEvery;
    options.pongWithin = tuning.pongWithin;
    options.backoff = tuning.backoff;
    options.jitterSeed = tuning.jitterSeed;
    return options;
}

std::set<Symbol> symbolsIn(const std::vector<std::string>& names) {
    std::set<Symbol> symbols;
    for (const std::string& name : names)
        if (const auto symbol = Symbol::tryFrom(name))
            symbols.insert(*symbol);
    return symbols;
}

DesiredChannels confirmedBy(const SubscriptionAck& ack) {
    DesiredChannels confirmed;
    confirmed.trades = symbolsIn(ack.trades);
    confirmed.quotes = symbolsIn(ack.quotes);
    confirmed.bars = symbolsIn(ack.bars);
    confirmed.dailyBars = symbolsIn(ack.dailyBars);
    confirmed.statuses = symbolsIn(ack.statuses);
    return confirmed;
}

constexpr std::size_t kMostOfAMessage = 200; ///< characters of the venue's own words that are passed on

} // namespace

AlpacaMarketStream::AlpacaMarketStream(const std::string& url, StreamEncoding encoding,
                                       const AlpacaKeys& keys, MarketStreamHandlers handlers,
                                       StreamTuning tuning, QObject* parent)
    : QObject(parent), m_encoding(encoding), m_keys(keys.clone()), m_handlers(std::move(handlers)),
      m_tuning(tuning), m_patience(new QTimer(this)) {
    net::WebSocketHandlers socket;
    socket.stateChanged = [this](net::SocketState state, const std::string& reason) {
        socketChanged(state, reason);
    };
    socket.text = [this](std::string_view bytes) { frame(bytes, StreamEncoding::Json); };
    socket.binary = [this](std::string_view bytes) { frame(bytes, StreamEncoding::MessagePack); };
    m_socket = new net::WebSocketSession(socketOptions(url, encoding, tuning), std::move(socket), this);
    m_patience->setSingleShot(true);
    connect(m_patience, &QTimer::timeout, this, [this] {
        m_socket->reconnect(m_unanswered > 0 ? "The data server did not answer a subscription in time."
                                             : "The data server did not complete the login in time.");
    });
}

AlpacaMarketStream::~AlpacaMarketStream() { delete m_socket; }

void AlpacaMarketStream::start() { m_socket->start(); }

void AlpacaMarketStream::stop() { m_socket->stop("Stopped."); }

void AlpacaMarketStream::setDesired(DesiredChannels desired) {
    m_desired = std::move(desired);
    if (m_status.phase == StreamPhase::Live || m_status.phase == StreamPhase::Subscribing)
        sendDifference();
}

void AlpacaMarketStream::become(StreamPhase phase, const std::string& reason) {
    m_status.phase = phase;
    m_status.reason = reason;
    if (m_handlers.stateChanged)
        m_handlers.stateChanged(m_status);
}

void AlpacaMarketStream::confirm(DesiredChannels channels) {
    m_confirmed = std::move(channels);
    if (m_handlers.confirmed)
        m_handlers.confirmed(m_confirmed);
}

void AlpacaMarketStream::send(const std::string& message) {
    if (m_encoding == StreamEncoding::Json)
        m_socket->sendText(message);
    else
        m_socket->sendBinary(message);
}

void AlpacaMarketStream::sendDifference() {
    if (m_unanswered > 0)
        return;
    m_asked = m_desired;
    const SubscriptionChange leave = changeBetween(m_desired, m_requested, m_encoding);
    const SubscriptionChange join = changeBetween(m_requested, m_desired, m_encoding);
    m_requested = m_desired;
    const auto request = [this](const std::string& message) {
        ++m_unanswered;
        m_patience->start(std::chrono::milliseconds(m_tuning.loginWithin.toMilliseconds()));
        send(message);
    };
    if (!leave.isEmpty())
        request(encodeUnsubscribe(leave, m_encoding));
    if (!join.isEmpty())
        request(encodeSubscribe(join, m_encoding));
}

void AlpacaMarketStream::requestAnswered() {
    m_unanswered = std::max(0, m_unanswered - 1);
    if (m_unanswered > 0)
        return;
    m_patience->stop();
    if (m_desired != m_asked)
        sendDifference();
}

void AlpacaMarketStream::socketChanged(net::SocketState state, const std::string& reason) {
    if (state != net::SocketState::Open)
        m_patience->stop();
    m_unanswered = 0;
    if (m_confirmed != DesiredChannels())
        confirm({});
    switch (state) {
    case net::SocketState::Connecting:
        return become(StreamPhase::Connecting, "Connecting to market data.");
    case net::SocketState::Open: {
        ++m_status.connections;
        m_badInRow = 0;
        m_requested = {};
        m_patience->start(std::chrono::milliseconds(m_tuning.loginWithin.toMilliseconds()));
        become(StreamPhase::Authenticating, "Logging in to market data.");
        const std::string message = m_keys.keyId.reveal([&](std::string_view keyId) {
            return m_keys.secretKey.reveal(
                [&](std::string_view secretKey) { return encodeStreamAuth(keyId, secretKey, m_encoding); });
        });
        return send(message);
    }
    case net::SocketState::Waiting:
        return become(StreamPhase::Waiting, reason);
    case net::SocketState::Stopped:
        if (m_status.phase != StreamPhase::Refused)
            become(StreamPhase::Stopped, reason);
        return;
    case net::SocketState::Closing:
        return;
    }
}

void AlpacaMarketStream::frame(std::string_view bytes, StreamEncoding encoding) {
    const auto count =
        encoding == StreamEncoding::Json ? m_decoder.decode(bytes, *this) : decodeOptionFrame(bytes, *this);
    if (!count)
        return badFrame(count.error());
    m_badInRow = 0;
    m_status.unknownMessages += count->unknown;
}

void AlpacaMarketStream::badFrame(const Error& error) {
    ++m_status.malformedFrames;
    if (m_handlers.problem)
        m_handlers.problem(error);
    if (++m_badInRow >= kMostBadInRow)
        m_socket->reconnect("The data server sent messages that could not be read.");
}

void AlpacaMarketStream::refuse(const std::string& reason) {
    become(StreamPhase::Refused, reason);
    m_socket->stop(reason);
}

void AlpacaMarketStream::onGreeting(StreamGreeting greeting) {
    if (greeting != StreamGreeting::Authenticated || m_status.phase != StreamPhase::Authenticating)
        return;
    m_socket->confirmHealthy();
    m_patience->stop();
    if (m_desired == DesiredChannels()) {
        m_asked = m_desired;
        return become(StreamPhase::Live, "Logged in; nothing is subscribed yet.");
    }
    become(StreamPhase::Subscribing, "Subscribing.");
    sendDifference();
    if (m_unanswered == 0)
        become(StreamPhase::Live, "Logged in; nothing of what is wanted comes on this stream.");
}

void AlpacaMarketStream::onSubscription(const SubscriptionAck& ack) {
    confirm(confirmedBy(ack));
    if (m_status.phase == StreamPhase::Subscribing)
        become(StreamPhase::Live, "Market data arrives.");
    requestAnswered();
}

void AlpacaMarketStream::keepConfirmed(const std::string& reason) {
    m_requested = m_confirmed;
    if (m_status.phase == StreamPhase::Subscribing)
        become(StreamPhase::Live, reason);
    requestAnswered();
}

void AlpacaMarketStream::onFault(std::int64_t code, std::string_view message) {
    const auto report = [&](const std::string& sentence) {
        if (m_handlers.problem)
            m_handlers.problem(Error{ErrorKind::Refused,
                                     "alpaca.stream." + std::to_string(code),
                                     sentence,
                                     {},
                                     "stream error " + std::to_string(code) + ": " +
                                         std::string(message.substr(0, kMostOfAMessage))});
    };
    switch (code) {
    case 402:
        return refuse("The data server did not accept the API key. Check the key, then connect again.");
    case 409:
    case 411:
        return refuse(
            "The account's data plan does not include this feed. Choose another feed in the settings.");
    case 403:
        return;
    case 405: {
        const std::size_t asked = m_requested.countedSymbols();
        keepConfirmed("Connected, but the last subscription was refused: too many symbols.");
        if (m_handlers.overLimit)
            m_handlers.overLimit(asked, m_confirmed.countedSymbols());
        return;
    }
    case 406:
        report("Another program uses this data connection, or an old one has not timed out yet. The program "
               "waits.");
        return m_socket->reconnect("The data server allows one connection, and it is in use.",
                                   m_tuning.afterConnectionLimit);
    case 410:
    case 413:
        report("This feed does not offer what was subscribed. The rest goes on.");
        return keepConfirmed("Connected, but the last subscription was refused.");
    default:
        report("The data server reports a problem: " + std::string(message.substr(0, kMostOfAMessage)) +
               " The connection is opened again.");
        return m_socket->reconnect("The data server reported a problem.");
    }
}

void AlpacaMarketStream::onQuote(const market::Quote& quote) {
    if (m_handlers.quote)
        m_handlers.quote(quote);
}

void AlpacaMarketStream::onTrade(const market::TradePrint& print) {
    if (m_handlers.trade)
        m_handlers.trade(print);
}

void AlpacaMarketStream::onBar(const Symbol& symbol, const market::Bar& bar, market::BarKind kind) {
    if (m_handlers.bar)
        m_handlers.bar(symbol, bar, kind);
}

void AlpacaMarketStream::onStatus(const market::TradingStatus& status) {
    if (m_handlers.status)
        m_handlers.status(status);
}

void AlpacaMarketStream::onTradeCancel(const TradeCancel& cancel) {
    if (m_handlers.tradeCancelled)
        m_handlers.tradeCancelled(cancel);
}

void AlpacaMarketStream::onTradeCorrection(const TradeCorrection& correction) {
    if (m_handlers.tradeCorrected)
        m_handlers.tradeCorrected(correction);
}

void AlpacaMarketStream::onPriceBand(const PriceBand& band) {
    if (m_handlers.priceBand)
        m_handlers.priceBand(band);
}

AlpacaStockStream::AlpacaStockStream(const AlpacaEndpoints& endpoints, const AlpacaKeys& keys,
                                     MarketStreamHandlers handlers, StreamTuning tuning, QObject* parent)
    : AlpacaMarketStream(endpoints.stockStreamUrl, StreamEncoding::Json, keys, std::move(handlers), tuning,
                         parent) {}

AlpacaOptionStream::AlpacaOptionStream(const AlpacaEndpoints& endpoints, const AlpacaKeys& keys,
                                       MarketStreamHandlers handlers, StreamTuning tuning, QObject* parent)
    : AlpacaMarketStream(endpoints.optionStreamUrl, StreamEncoding::MessagePack, keys, std::move(handlers),
                         tuning, parent) {}

} // namespace strikedesk::alpaca
