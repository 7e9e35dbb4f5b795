// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <functional>

namespace strikedesk::net {

/// The body of an order write: readable once, never rewound. QNetworkAccessManager (seen on 6.4.2) sends a
/// request again when the connection closes after the peer read it; to do so it must reset the body, and this
/// one refuses. Asks for permission at the first read, which is right before the body goes to the socket.
class OneShotBody final : public QIODevice {
    Q_OBJECT
public:
    OneShotBody(QByteArray bytes, std::function<bool()> mayGo, QObject* parent = nullptr);

    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }
    qint64 size() const override { return m_bytes.size(); }
    qint64 bytesAvailable() const override;
    bool atEnd() const override { return bytesAvailable() == 0; }

    /// The first byte was handed out: from here on the request may arrive.
    bool isTaken() const { return m_taken; }
    /// Permission was refused: nothing of the body left, so the request can never be complete.
    bool isDenied() const { return m_denied; }

Q_SIGNALS:
    void taken();
    void denied();

protected:
    qint64 readData(char* data, qint64 most) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    std::function<bool()> m_mayGo;
    qint64 m_at = 0;
    bool m_taken = false;
    bool m_denied = false;
};

} // namespace strikedesk::net
