// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"

#include <cstdint>

namespace strikedesk::sandbox {

/// Requests per minute of real time, in fixed windows, as the broker's X-RateLimit headers describe it. One
/// thread.
class RateBucket {
public:
    explicit RateBucket(std::int64_t perMinute) : m_limit(perMinute) {}

    /// Counts one request; false when the window is spent.
    bool take(MonoTime now) {
        if (!m_started || now - m_windowStart >= kWindow) {
            m_windowStart = now;
            m_used = 0;
            m_started = true;
        }
        if (m_used >= m_limit)
            return false;
        ++m_used;
        return true;
    }
    std::int64_t limit() const { return m_limit; }
    std::int64_t remaining() const { return m_limit - m_used; }
    /// Until the window ends.
    Duration untilReset(MonoTime now) const { return kWindow - (now - m_windowStart); }

private:
    static constexpr Duration kWindow = Duration::seconds(60);
    std::int64_t m_limit;
    std::int64_t m_used = 0;
    MonoTime m_windowStart;
    bool m_started = false;
};

} // namespace strikedesk::sandbox
