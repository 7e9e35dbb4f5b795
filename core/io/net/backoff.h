// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/timestamp.h"

#include <cstdint>

namespace strikedesk::net {

/// Growing waits between attempts, with jitter from a seed so that a run can be repeated. The n-th wait is
/// drawn evenly from the upper half of min(longest, first × 2ⁿ). Pure; one thread.
class Backoff {
public:
    struct Limits {
        Duration first = Duration::seconds(1);
        Duration longest = Duration::seconds(30);
    };

    Backoff(std::uint64_t seed, Limits limits) : m_random(seed), m_limits(limits) {}
    explicit Backoff(std::uint64_t seed) : Backoff(seed, Limits()) {}

    /// From the next wait on.
    void setLimits(Limits limits) { m_limits = limits; }
    /// The next wait; each call counts as one failed attempt. Never above `longest`, never zero.
    Duration next();
    /// Starts over after a success.
    void reset() { m_attempts = 0; }
    /// Waits handed out since the last reset.
    int attempts() const { return m_attempts; }

private:
    IdSource m_random;
    Limits m_limits;
    int m_attempts = 0;
};

/// `base` changed by up to ± `percent`, drawn from `random`; for retry waits.
Duration jittered(Duration base, int percent, IdSource& random);

} // namespace strikedesk::net
