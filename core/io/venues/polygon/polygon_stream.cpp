// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/polygon_stream.h"

#include "core/io/net/timer_span.h"

#include <QTimer>

#include <algorithm>
#include <cctype>
#include <utility>

namespace strikedesk::polygon {

namespace {

using venues::DesiredChannels;
using venues::StreamPhase;

constexpr std::size_t kMostOfTheirWords = 200; ///< characters of the venue's own words that are passed on
constexpr int kMostEvictions = 3;

net::WebSocketOptions socketOptionsOf(const std::string& url, const venues::StreamTuning& tuning) {
    net::WebSocketOptions options;
    options.url = url;
    options.handshake = tuning.handshake;
    options.pingEvery = tuning.pingEvery;
    options.pongWithin = tuning.pongWithin;
    options.backoff = tuning.backoff;
    options.jitterSeed = tuning.jitterSeed;
    return options;
}

bool saysWord(std::string_view message, std::string_view lowerWord) {
    const auto found =
        std::search(message.begin(), message.end(), lowerWord.begin(), lowerWord.end(),
                    [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; });
    return found != message.end();
}

/// The exact words of a missing plan are not documented (protocol facts, section 17).
bool saysNotEntitled(std::string_view message) {
    return saysWord(message, "not authorized") || saysWord(message, "entitle") ||
           saysWord(message, "your plan");
}

std::string quotedWords(std::string sentence, std::string_view message) {
    if (message.empty())
        return sentence;
    return sentence + " The data provider says: " + std::string(message.substr(0, kMostOfTheirWords));
}

} // namespace

PolygonStream::PolygonStream(Cluster cluster, const PolygonEndpoints& endpoints, const Secret& key,
                             venues::MarketStreamHandlers handlers, venues::StreamTuning tuning,
                             QObject* parent)
    : QObject(parent), m_cluster(cluster), m_key(key.clone()), m_handlers(std::move(handlers)),
      m_tuning(tuning), m_patience(new QTimer(this)), m_peace(new QTimer(this)) {
    net::WebSocketHandlers socket;
    socket.stateChanged = [this](net::SocketState state, const std::string& reason) {
        socketChanged(state, reason);
    };
    socket.text = [this](std::string_view text) { frame(text); };
    socket.binary = [this](std::string_view text) { frame(text); };
    m_socket = new net::WebSocketSession(socketOptionsOf(endpoints.streamUrl(cluster), tuning),
                                         std::move(socket), this);
    m_patience->setSingleShot(true);
    connect(m_patience, &QTimer::timeout, this, [this] { patienceOver(); });
    m_peace->setSingleShot(true);
    connect(m_peace, &QTimer::timeout, this, [this] { m_evictions = 0; });
}

PolygonStream::~PolygonStream() { delete m_socket; }

void PolygonStream::start() {
    m_evictions = 0;
    m_socket->start();
}

void PolygonStream::stop() { m_socket->stop("Stopped."); }

void PolygonStream::setDesired(DesiredChannels desired) {
    m_desired = std::move(desired);
    m_wanted = itemsOf(m_cluster, m_desired);
    if (m_cluster == Cluster::Options && m_desired.quotes.size() > kMostOptionQuotes && m_handlers.overLimit)
        m_handlers.overLimit(m_desired.countedSymbols(), kMostOptionQuotes);
    if (m_status.phase == StreamPhase::Live || m_status.phase == StreamPhase::Subscribing)
        sendDifference();
}

void PolygonStream::become(StreamPhase phase, const std::string& reason) {
    m_status.phase = phase;
    m_status.reason = reason;
    if (m_handlers.stateChanged)
        m_handlers.stateChanged(m_status);
}

void PolygonStream::report(const char* messageId, const std::string& sentence, std::string_view message) {
    if (m_handlers.problem)
        m_handlers.problem(Error{
            ErrorKind::Refused, messageId, sentence, {}, std::string(message.substr(0, kMostOfTheirWords))});
}

void PolygonStream::socketChanged(net::SocketState state, const std::string& reason) {
    if (state != net::SocketState::Open) {
        m_patience->stop();
        m_peace->stop();
    }
    m_waitedFor.clear();
    m_requested.clear();
    if (!std::exchange(m_confirmed, {}).empty() && m_handlers.confirmed)
        m_handlers.confirmed({});
    switch (state) {
    case net::SocketState::Connecting:
        return become(StreamPhase::Connecting, "Connecting to market data.");
    case net::SocketState::Open:
        ++m_status.connections;
        m_badInRow = 0;
        m_patience->start(net::timerSpan(m_tuning.loginWithin));
        // The key goes once the server has greeted.
        return become(StreamPhase::Authenticating, "Logging in to market data.");
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

void PolygonStream::frame(std::string_view text) {
    const bool wasWaiting = !m_waitedFor.empty();
    const auto count = m_decoder.decode(text, *this);
    if (std::exchange(m_isConfirmedChanged, false) && m_handlers.confirmed)
        m_handlers.confirmed(channelsOf(m_confirmed));
    if (!count)
        return badFrame(count.error());
    m_badInRow = 0;
    m_status.unknownMessages += count->unknown;
    const bool isLive = m_status.phase == StreamPhase::Live;
    if (m_waitedFor.empty() && (m_status.phase == StreamPhase::Subscribing || (isLive && wasWaiting)))
        settle();
}

void PolygonStream::badFrame(const Error& error) {
    ++m_status.malformedFrames;
    if (m_handlers.problem)
        m_handlers.problem(error);
    if (++m_badInRow >= venues::kMostBadInRow)
        m_socket->reconnect("The data server sent messages that could not be read.");
}

void PolygonStream::refuse(const std::string& reason) {
    become(StreamPhase::Refused, reason);
    m_socket->stop(reason);
}

void PolygonStream::logIn() {
    if (m_status.phase != StreamPhase::Authenticating)
        return;
    m_socket->sendText(m_key.reveal([](std::string_view key) { return encodeStreamAuth(key); }));
}

void PolygonStream::loggedIn() {
    if (m_status.phase != StreamPhase::Authenticating)
        return;
    m_socket->confirmHealthy();
    m_patience->stop();
    m_peace->start(net::timerSpan(m_tuning.settled));
    become(StreamPhase::Subscribing, "Subscribing.");
    sendDifference();
}

void PolygonStream::sendDifference() {
    if (!m_waitedFor.empty())
        return;
    for (const auto& list : missingItems(m_wanted, m_requested)) {
        m_socket->sendText(encodeUnsubscribe(list));
        for (const std::string& item : list) {
            m_requested.erase(item);
            // What was never given is not answered when it is left.
            if (m_confirmed.contains(item))
                m_waitedFor[item] = false;
        }
    }
    for (const auto& list : missingItems(m_requested, m_wanted)) {
        m_socket->sendText(encodeSubscribe(list));
        for (const std::string& item : list) {
            m_requested.insert(item);
            m_waitedFor[item] = true;
        }
    }
    if (!m_waitedFor.empty())
        m_patience->start(net::timerSpan(m_tuning.loginWithin));
}

void PolygonStream::settle() {
    m_patience->stop();
    if (m_requested != m_wanted)
        sendDifference();
    if (m_waitedFor.empty() && m_status.phase == StreamPhase::Subscribing)
        become(StreamPhase::Live,
               m_confirmed.empty() ? "Logged in; nothing is subscribed yet." : "Market data arrives.");
}

void PolygonStream::acknowledged(std::string_view message) {
    bool isJoined = false;
    for (const std::string& item : itemsIn(acknowledgedItem(message, isJoined))) {
        m_waitedFor.erase(item);
        m_isConfirmedChanged = true;
        if (isJoined)
            m_confirmed.insert(item);
        else
            m_confirmed.erase(item);
    }
}

void PolygonStream::refusedItems(std::string_view message) {
    const bool isNamed = std::any_of(m_waitedFor.begin(), m_waitedFor.end(), [&](const auto& waited) {
        return message.find(waited.first) != std::string_view::npos;
    });
    std::erase_if(m_waitedFor, [&](const auto& waited) {
        return !isNamed || message.find(waited.first) != std::string_view::npos;
    });
    report(
        "polygon.stream.not_entitled",
        quotedWords(
            "The plan of this data key does not include some of the live data asked for. The rest goes on.",
            message),
        message);
    if (m_waitedFor.empty() && m_confirmed.empty())
        refuse(
            quotedWords("The plan of this data key includes none of the live data asked for. Choose another "
                        "provider for it, or a larger plan.",
                        message));
}

void PolygonStream::patienceOver() {
    if (m_status.phase == StreamPhase::Authenticating || m_confirmed.empty())
        return m_socket->reconnect(m_waitedFor.empty()
                                       ? "The data server did not complete the login in time."
                                       : "The data server did not answer a subscription in time.");
    report("polygon.stream.unanswered",
           "The data server did not confirm " + std::to_string(m_waitedFor.size()) +
               " of the subscriptions; they may not be in the plan. The rest goes on.",
           m_waitedFor.begin()->first);
    m_waitedFor.clear();
    settle();
}

void PolygonStream::evicted(std::string_view message) {
    if (++m_evictions >= kMostEvictions)
        return refuse(
            "Another program uses this data key, and the two take the connection from each other. Close "
            "the other program, then connect again.");
    report("polygon.stream.max_connections",
           "Another program may use this data key: the data server allows one connection and closed this "
           "one. The "
           "program tries again.",
           message);
    m_socket->reconnect("The data server allows one connection, and it is in use.",
                        m_tuning.afterConnectionLimit);
}

void PolygonStream::onWord(StreamWord word, std::string_view text, std::string_view message) {
    switch (word) {
    case StreamWord::Connected:
        return logIn();
    case StreamWord::AuthSuccess:
        return loggedIn();
    case StreamWord::Success:
        return acknowledged(message);
    case StreamWord::AuthFailed:
        return refuse(
            quotedWords("The data server did not accept the key. Check the key in the settings, then "
                        "connect again.",
                        message));
    case StreamWord::AuthTimeout:
        return m_socket->reconnect("The data server did not complete the login in time.");
    case StreamWord::MaxConnections:
        return evicted(message);
    case StreamWord::NotAuthorized:
        return refusedItems(message);
    case StreamWord::Error:
    case StreamWord::Other:
        if (saysNotEntitled(message))
            return refusedItems(message);
        return report("polygon.stream.status",
                      quotedWords("The data server reports a problem (" +
                                      std::string(text.substr(0, kMostOfTheirWords)) + ").",
                                  message),
                      message);
    }
}

void PolygonStream::onQuote(const market::Quote& quote) {
    if (m_handlers.quote)
        m_handlers.quote(quote);
}

void PolygonStream::onTrade(const market::TradePrint& print) {
    if (m_handlers.trade)
        m_handlers.trade(print);
}

void PolygonStream::onBar(const Symbol& symbol, const market::Bar& bar, WindowKind window) {
    if (window == WindowKind::Second) {
        if (m_handlers.secondBar)
            m_handlers.secondBar(symbol, bar);
        return;
    }
    // A minute that was sent before is sent again when a late print changed it.
    Timestamp& newest = m_newestMinute[symbol];
    const bool isUpdate = bar.start <= newest;
    newest = std::max(newest, bar.start);
    if (m_handlers.bar)
        m_handlers.bar(symbol, bar, isUpdate ? market::BarKind::Updated : market::BarKind::Minute);
}

void PolygonStream::onIndexValue(const Symbol& symbol, Price value, Timestamp at) {
    if (m_handlers.indexValue)
        m_handlers.indexValue(symbol, value, at);
}

void PolygonStream::onPriceBand(const venues::PriceBand& band) {
    if (m_handlers.priceBand)
        m_handlers.priceBand(band);
}

} // namespace strikedesk::polygon
