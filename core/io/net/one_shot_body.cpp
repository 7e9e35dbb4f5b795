// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/net/one_shot_body.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace strikedesk::net {

OneShotBody::OneShotBody(QByteArray bytes, std::function<bool()> mayGo, QObject* parent)
    : QIODevice(parent), m_bytes(std::move(bytes)), m_mayGo(std::move(mayGo)) {
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotBody::bytesAvailable() const { return m_denied ? 0 : m_bytes.size() - m_at; }

qint64 OneShotBody::readData(char* data, qint64 most) {
    if (m_denied)
        return -1;
    if (!m_taken && most > 0) {
        if (m_mayGo && !m_mayGo()) {
            m_denied = true;
            Q_EMIT
            denied();
            return -1;
        }
        m_taken = true;
        Q_EMIT
        taken();
    }
    const qint64 count = std::min(most, static_cast<qint64>(m_bytes.size()) - m_at);
    if (count <= 0)
        return m_at >= m_bytes.size() ? -1 : 0;
    std::memcpy(data, m_bytes.constData() + m_at, static_cast<std::size_t>(count));
    m_at += count;
    return count;
}

} // namespace strikedesk::net
