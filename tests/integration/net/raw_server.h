// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace strikedesk::test {

/// Runs the event loop until `ready` says yes; false when that did not happen within ten seconds.
bool waitUntil(const std::function<bool()>& ready, int withinMs = 10'000);

/// One request as it arrived, whole.
struct ArrivedRequest {
    std::string method;
    std::string target;
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;
};

/// A loopback HTTP peer on the test's own thread that counts every whole request and answers with raw bytes,
/// so that a test can lose, cut or twist an answer.
class RawServer : public QObject {
    Q_OBJECT
public:
    using Behaviour = std::function<void(QTcpSocket& socket, const ArrivedRequest& request)>;

    RawServer();

    std::string base() const;
    quint16 port() const { return m_server.serverPort(); }
    /// Whole requests so far.
    const std::vector<ArrivedRequest>& arrivals() const { return m_arrivals; }
    /// Bytes of the last request that never became whole.
    const QByteArray& unfinished() const { return m_unfinished; }
    int connections() const { return m_connections; }

    Behaviour behaviour;

private:
    void accept();
    void read(QTcpSocket& socket, QByteArray& held);

    QTcpServer m_server;
    std::vector<ArrivedRequest> m_arrivals;
    QByteArray m_unfinished;
    int m_connections = 0;
};

/// A whole answer.
QByteArray answer(int status, const std::string& body, const std::string& type = "application/json",
                  const std::string& extraHeaders = {});

} // namespace strikedesk::test
