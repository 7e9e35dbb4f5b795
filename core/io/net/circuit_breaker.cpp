// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/net/circuit_breaker.h"

namespace strikedesk::net {

bool CircuitBreaker::allow(MonoTime now) {
    if (m_state == State::Closed)
        return true;
    if (m_state == State::HalfOpen || now < m_until)
        return false;
    m_state = State::HalfOpen;
    return true;
}

void CircuitBreaker::succeeded() {
    m_state = State::Closed;
    m_failures = 0;
}

void CircuitBreaker::failed(MonoTime now) {
    ++m_failures;
    if (m_state == State::Open)
        return;
    if (m_state == State::HalfOpen || m_failures >= m_limits.failures) {
        m_state = State::Open;
        m_until = now + m_limits.openFor;
    }
}

void CircuitBreaker::abandoned() {
    if (m_state == State::HalfOpen)
        m_state = State::Open;
}

} // namespace strikedesk::net
