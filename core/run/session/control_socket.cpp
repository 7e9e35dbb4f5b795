// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/session/control_socket.h"

#include <QCryptographicHash>
#include <QLocalSocket>

#include <utility>

namespace strikedesk::session {

namespace {

constexpr int kPatienceMs = 5'000;
constexpr qint64 kLongestLine = 256;

/// Socket paths have a short limit, so the name is made from the folder, not put into it.
QString socketName(const std::filesystem::path& dataDirectory) {
    std::error_code ignored;
    const std::filesystem::path whole = std::filesystem::weakly_canonical(dataDirectory, ignored);
    const QByteArray hash = QCryptographicHash::hash(
        QByteArray::fromStdString(whole.empty() ? dataDirectory.string() : whole.string()),
        QCryptographicHash::Sha256);
    return QStringLiteral("strikedesk-") + QString::fromLatin1(hash.toHex().left(24));
}

} // namespace

ControlSocket::ControlSocket(std::function<void(trade::KillLevel, const std::string&)> onKill)
    : m_onKill(std::move(onKill)) {
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(4);
    QObject::connect(&m_server, &QLocalServer::newConnection, &m_server, [this] { serve(); });
}

Status ControlSocket::listen(const std::filesystem::path& dataDirectory) {
    const QString name = socketName(dataDirectory);
    // The lease is held, so a socket of this name can only be left over from a process that was killed.
    QLocalServer::removeServer(name);
    if (m_server.listen(name))
        return done();
    return Error{ErrorKind::Unavailable,
                 "session.control_socket",
                 "The kill command from outside will not work: its local socket could not be opened.",
                 {},
                 m_server.errorString().toStdString()};
}

void ControlSocket::serve() {
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        QObject::connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        socket->setReadBufferSize(kLongestLine);
        QObject::connect(socket, &QLocalSocket::readyRead, socket, [this, socket] {
            if (!socket->canReadLine() && socket->bytesAvailable() < kLongestLine)
                return;
            const std::string answer = answerTo(socket->readLine(kLongestLine).trimmed().toStdString());
            socket->write(QByteArray::fromStdString(answer + "\n"));
            socket->disconnectFromServer();
        });
    }
}

std::string ControlSocket::answerTo(const std::string& line) {
    constexpr std::string_view kVerb = "kill ";
    if (!line.starts_with(kVerb) || line.size() < kVerb.size() + 1)
        return "error unknown command";
    const int level = line[kVerb.size()] - '0';
    if (level < 0 || level > static_cast<int>(trade::KillLevel::Flatten))
        return "error the level is 0 to 4";
    const std::string by = line.size() > kVerb.size() + 2 ? line.substr(kVerb.size() + 2) : "a command";
    m_onKill(static_cast<trade::KillLevel>(level), by);
    return "ok kill level " + std::to_string(level);
}

Status ControlSocket::sendKill(const std::filesystem::path& dataDirectory, trade::KillLevel level,
                               const std::string& by) {
    QLocalSocket socket;
    socket.connectToServer(socketName(dataDirectory));
    if (!socket.waitForConnected(kPatienceMs))
        return Error{ErrorKind::NotFound, "session.not_running", "No Strikedesk is running on this profile."};
    const std::string line = "kill " + std::to_string(static_cast<int>(level)) + " " + by + "\n";
    socket.write(QByteArray::fromStdString(line));
    if (!socket.waitForReadyRead(kPatienceMs))
        return Error{ErrorKind::Timeout, "session.no_answer",
                     "The running Strikedesk did not answer. End it, then run the kill again."};
    const std::string answer = socket.readLine(kLongestLine).trimmed().toStdString();
    if (!answer.starts_with("ok"))
        return Error{ErrorKind::Refused, "session.refused", "The running Strikedesk refused: " + answer};
    return done();
}

} // namespace strikedesk::session
