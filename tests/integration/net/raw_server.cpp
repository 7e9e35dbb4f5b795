// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/net/raw_server.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QHostAddress>
#include <QTimer>

#include <algorithm>
#include <memory>

namespace strikedesk::test {

bool waitUntil(const std::function<bool()>& ready, int withinMs) {
    if (ready())
        return true;
    QElapsedTimer watch;
    watch.start();
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (ready() || watch.elapsed() > withinMs)
            loop.quit();
    });
    look.start(2);
    loop.exec();
    return ready();
}

RawServer::RawServer() {
    connect(&m_server, &QTcpServer::newConnection, this, &RawServer::accept);
    m_server.listen(QHostAddress::LocalHost, 0);
}

std::string RawServer::base() const { return "http://127.0.0.1:" + std::to_string(m_server.serverPort()); }

void RawServer::accept() {
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        ++m_connections;
        auto held = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, held] { read(*socket, *held); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void RawServer::read(QTcpSocket& socket, QByteArray& held) {
    held += socket.readAll();
    m_unfinished = held;
    const auto headEnd = held.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    ArrivedRequest request;
    const QList<QByteArray> lines = held.left(headEnd).split('\n');
    const QList<QByteArray> first = lines.value(0).trimmed().split(' ');
    request.method = first.value(0).toStdString();
    request.target = first.value(1).toStdString();
    for (const QByteArray& line : lines.mid(1)) {
        const auto colon = line.indexOf(':');
        request.headers[line.left(colon).trimmed().toLower().toStdString()] =
            line.mid(colon + 1).trimmed().toStdString();
    }
    const auto length = std::atoll(request.headers["content-length"].c_str());
    if (held.size() < headEnd + 4 + length)
        return;
    request.body = held.mid(headEnd + 4, length).toStdString();
    held.remove(0, headEnd + 4 + length);
    m_unfinished = held;
    m_arrivals.push_back(request);
    if (behaviour)
        behaviour(socket, m_arrivals.back());
}

QByteArray answer(int status, const std::string& body, const std::string& type,
                  const std::string& extraHeaders) {
    std::string text = "HTTP/1.1 " + std::to_string(status) +
                       " Word\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    if (!type.empty())
        text += "Content-Type: " + type + "\r\n";
    return QByteArray::fromStdString(text + extraHeaders + "\r\n" + body);
}

} // namespace strikedesk::test
