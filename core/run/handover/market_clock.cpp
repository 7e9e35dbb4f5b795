// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/handover/market_clock.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <ctime>

namespace strikedesk::handover {

MonoTime MarketClock::monotonic() {
#ifdef CLOCK_BOOTTIME
    // Counts the time the machine slept as well: quotes from before a sleep are as old as they are.
    timespec up{};
    if (clock_gettime(CLOCK_BOOTTIME, &up) == 0)
        return MonoTime::fromNanoseconds(std::int64_t{up.tv_sec} * 1'000'000'000 + up.tv_nsec);
#endif
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return MonoTime::fromNanoseconds(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count());
}

Moment MarketClock::now() const {
    const std::lock_guard lock(m_mutex);
    const MonoTime mono = monotonic();
    if (!m_market.isSet())
        return Moment{Timestamp(), mono};
    const double elapsed = static_cast<double>((mono - m_at).count()) * m_speed;
    const Timestamp market = m_market + Duration::nanoseconds(static_cast<std::int64_t>(elapsed));
    m_newest = std::max(m_newest, market);
    return Moment{m_newest, mono};
}

void MarketClock::anchor(Timestamp market, MonoTime at, double speed) {
    const std::lock_guard lock(m_mutex);
    m_market = market;
    m_at = at;
    m_speed = speed;
}

bool MarketClock::isAnchored() const {
    const std::lock_guard lock(m_mutex);
    return m_market.isSet();
}

double MarketClock::speed() const {
    const std::lock_guard lock(m_mutex);
    return m_speed;
}

} // namespace strikedesk::handover
