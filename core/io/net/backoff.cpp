// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/net/backoff.h"

#include <algorithm>

namespace strikedesk::net {

Duration Backoff::next() {
    const int doublings = std::min(m_attempts, 20);
    ++m_attempts;
    const std::int64_t grown = std::max<std::int64_t>(m_limits.first.count(), 2) << doublings;
    const bool overflowed = (grown >> doublings) != std::max<std::int64_t>(m_limits.first.count(), 2);
    const std::int64_t longest = std::max<std::int64_t>(m_limits.longest.count(), 2);
    const std::int64_t wait = overflowed ? longest : std::min(grown, longest);
    const auto half = static_cast<std::uint64_t>(wait / 2);
    return Duration::nanoseconds(wait - static_cast<std::int64_t>(m_random.next() % (half + 1)));
}

Duration jittered(Duration base, int percent, IdSource& random) {
    const std::int64_t reach = base.count() / 100 * percent;
    if (reach <= 0)
        return base;
    const auto drawn = static_cast<std::int64_t>(random.next() % static_cast<std::uint64_t>(2 * reach + 1));
    return Duration::nanoseconds(base.count() - reach + drawn);
}

} // namespace strikedesk::net
