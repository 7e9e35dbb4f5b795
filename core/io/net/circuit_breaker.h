// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"

#include <cstdint>

namespace strikedesk::net {

/// Stops asking a peer that keeps failing (domain rules, Providers): `failures` in a row open it for
/// `openFor`, then one probe is let through; its success closes the breaker, its failure opens it again.
/// Pure; time is passed in; one thread.
class CircuitBreaker {
public:
    enum class State : std::uint8_t {
        Closed,   ///< requests pass
        Open,     ///< requests are refused until the pause is over
        HalfOpen, ///< one probe is under way, others are refused
    };
    struct Limits {
        int failures = 5;
        Duration openFor = Duration::seconds(60);
    };

    CircuitBreaker() = default;
    explicit CircuitBreaker(Limits limits) : m_limits(limits) {}
    /// From the next failure on; a pause under way stays as long as it is.
    void setLimits(Limits limits) { m_limits = limits; }

    /// Whether a request may go now. True after the pause is the probe: report its outcome.
    bool allow(MonoTime now);
    /// The peer answered sensibly (also with a 4xx: it is alive).
    void succeeded();
    /// No connection, time-out, 5xx or nonsense.
    void failed(MonoTime now);
    /// The probe was given up without an outcome; the next request probes again.
    void abandoned();

    State state() const { return m_state; }
    int failuresInRow() const { return m_failures; }
    /// When an open breaker lets its probe through.
    MonoTime opensUntil() const { return m_until; }

private:
    Limits m_limits;
    State m_state = State::Closed;
    int m_failures = 0;
    MonoTime m_until;
};

} // namespace strikedesk::net
