// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QObject>
#include <QTimer>
#include <QWebSocketServer>

#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace strikedesk::bench {

/// A stock stream that greets, accepts every key and subscription, and then sends quotes at a steady rate.
/// Each quote carries its number in the bid size. Lives on a thread of its own; the counters may be read from
/// any.
class FireHose : public QObject {
public:
    static constexpr int kPerFrame = 20;
    static constexpr std::size_t kMostQuotes = 2'000'000;

    /// `started`: market time when the hose was made, which runs with the machine's clock.
    FireHose(std::vector<std::string> symbols, Timestamp started);

    /// The port it listens on; 0 when it cannot. On its thread.
    int listen();
    /// Sends `perSecond` quotes a second until stop(). On its thread.
    void open(int perSecond);
    void stop();

    /// When the quote of that number went to the socket.
    MonoTime sentAt(std::int64_t number) const { return m_sentAt[static_cast<std::size_t>(number)]; }
    /// Quotes sent so far; numbers begin at 1.
    std::int64_t sent() const { return m_sent.load(std::memory_order_acquire); }
    bool hasClient() const { return m_hasClient.load(); }

private:
    void greet();
    void answer(const QString& message);
    void sendDue();
    std::string frame();

    std::vector<std::string> m_symbols;
    Timestamp m_started;
    MonoTime m_startedMono;
    QWebSocketServer m_server;
    QTimer m_timer;
    QWebSocket* m_client = nullptr;
    MonoTime m_openedAt;
    int m_perSecond = 0;
    std::int64_t m_sentBefore = 0;
    std::vector<MonoTime> m_sentAt;
    std::atomic<std::int64_t> m_sent = 0;
    std::atomic<bool> m_hasClient = false;
};

} // namespace strikedesk::bench
