// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/feed/fire_hose.h"

#include "core/run/handover/market_clock.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QWebSocket>

#include <cstdio>

namespace strikedesk::bench {

FireHose::FireHose(std::vector<std::string> symbols, Timestamp started)
    : m_symbols(std::move(symbols)), m_started(started), m_startedMono(handover::MarketClock::monotonic()),
      m_server(QStringLiteral("hose"), QWebSocketServer::NonSecureMode, this), m_timer(this),
      m_sentAt(kMostQuotes + kPerFrame) {
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(1);
    connect(&m_timer, &QTimer::timeout, this, [this] { sendDue(); });
    connect(&m_server, &QWebSocketServer::newConnection, this, [this] { greet(); });
}

int FireHose::listen() { return m_server.listen(QHostAddress::LocalHost) ? m_server.serverPort() : 0; }

void FireHose::greet() {
    m_client = m_server.nextPendingConnection();
    connect(m_client, &QWebSocket::textMessageReceived, this, [this](const QString& text) { answer(text); });
    m_client->sendTextMessage(QStringLiteral(R"([{"T":"success","msg":"connected"}])"));
}

void FireHose::answer(const QString& message) {
    QJsonObject asked = QJsonDocument::fromJson(message.toUtf8()).object();
    if (asked.value(QStringLiteral("action")) == QStringLiteral("auth")) {
        m_client->sendTextMessage(QStringLiteral(R"([{"T":"success","msg":"authenticated"}])"));
        return;
    }
    asked.remove(QStringLiteral("action"));
    asked.insert(QStringLiteral("T"), QStringLiteral("subscription"));
    const QByteArray text = QJsonDocument(asked).toJson(QJsonDocument::Compact);
    m_client->sendTextMessage(QStringLiteral("[%1]").arg(QString::fromUtf8(text)));
    m_hasClient = true;
}

void FireHose::open(int perSecond) {
    m_perSecond = perSecond;
    m_sentBefore = m_sent.load();
    m_openedAt = handover::MarketClock::monotonic();
    m_timer.start();
}

void FireHose::stop() { m_timer.stop(); }

void FireHose::sendDue() {
    const double elapsed = (handover::MarketClock::monotonic() - m_openedAt).toSecondsLossy();
    const auto due = m_sentBefore + static_cast<std::int64_t>(elapsed * m_perSecond);
    while (m_sent + kPerFrame <= due && static_cast<std::size_t>(m_sent) < kMostQuotes)
        m_client->sendTextMessage(QString::fromStdString(frame()));
}

std::string FireHose::frame() {
    const MonoTime now = handover::MarketClock::monotonic();
    const std::string time = (m_started + (now - m_startedMono)).rfc3339();
    std::string text = "[";
    std::int64_t number = m_sent;
    for (int i = 0; i < kPerFrame; ++i) {
        ++number;
        m_sentAt[static_cast<std::size_t>(number)] = now;
        char line[240];
        std::snprintf(
            line, sizeof line,
            R"(%s{"T":"q","S":"%s","bx":"U","bp":%.2f,"bs":%lld,"ax":"Q","ap":%.2f,"as":3,"c":["R"],"z":"C","t":"%s"})",
            i > 0 ? "," : "", m_symbols[static_cast<std::size_t>(number) % m_symbols.size()].c_str(),
            100.0 + static_cast<double>(number % 50) / 100, static_cast<long long>(number),
            100.6 + static_cast<double>(number % 50) / 100, time.c_str());
        text += line;
    }
    m_sent.store(number, std::memory_order_release);
    return text + "]";
}

} // namespace strikedesk::bench
