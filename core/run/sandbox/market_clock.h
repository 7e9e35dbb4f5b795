// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"

#include <cmath>
#include <cstdint>

namespace strikedesk::sandbox {

/// The sandbox's own market time: an anchor plus the machine's elapsed time times a speed. One thread.
class MarketClock {
public:
    static constexpr double kMinSpeed = 1.0;
    static constexpr double kMaxSpeed = 1'000.0;

    MarketClock(Timestamp start, double speed, MonoTime now)
        : m_anchor(start), m_since(now), m_speed(speed) {}

    Timestamp at(MonoTime now) const {
        const auto elapsed = static_cast<double>((now - m_since).count());
        return m_anchor + Duration::nanoseconds(std::llround(elapsed * m_speed));
    }
    double speed() const { return m_speed; }
    /// Changes the speed from now on, without a jump.
    void setSpeed(double speed, MonoTime now) {
        m_anchor = at(now);
        m_since = now;
        m_speed = speed;
    }
    /// Jumps forward (never back) to a market time.
    void advanceTo(Timestamp market, MonoTime now) {
        const Timestamp current = at(now);
        m_anchor = current < market ? market : current;
        m_since = now;
    }

private:
    Timestamp m_anchor;
    MonoTime m_since;
    double m_speed;
};

} // namespace strikedesk::sandbox
