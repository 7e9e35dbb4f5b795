// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace strikedesk::net {

/// What a request is for; an earlier lane may always spend what a later one must leave.
enum class Lane : std::uint8_t {
    Cancel,  ///< kill and cancels
    Resolve, ///< what became of an order
    Submit,  ///< new and changed orders
    Sweep,   ///< orders, positions, account, quotes for a decision
    History, ///< everything that can wait
};

/// What an answer's headers say about the budget; absent members were not sent.
struct RateHeaders {
    std::optional<std::int64_t> limit;
    std::optional<std::int64_t> remaining;
    std::optional<std::int64_t> resetUnixSeconds;
    std::optional<Duration> retryAfter; ///< Retry-After in seconds
};

/// A budget of requests: a token bucket of `perMinute` with a burst of the same size. Each lane below Cancel
/// must leave a share of the bucket to the lanes above it. A 429 shuts every lane until the announced reset
/// (at most 60 s). Pure: time is passed in; one thread.
class RateBudget {
public:
    explicit RateBudget(int perMinute);

    /// Takes one request for `lane` if it may go now.
    bool tryTake(Lane lane, MonoTime now);
    /// How long until `tryTake` would succeed for `lane` if nobody else takes; zero when it would now.
    Duration waitFor(Lane lane, MonoTime now) const;
    /// Learns from an answer's headers. `wallClock` is the local UTC time that the reset is compared with.
    void learn(const RateHeaders& headers, MonoTime now, Timestamp wallClock);
    /// The peer answered 429: nothing goes until its reset, Retry-After or, without either, 5 s doubling.
    void refused(const RateHeaders& headers, MonoTime now, Timestamp wallClock);

    /// Requests left now, for display.
    int remaining(MonoTime now) const;
    int perMinute() const { return m_perMinute; }
    /// Set while a 429 shuts the budget.
    std::optional<MonoTime> shutUntil(MonoTime now) const;

private:
    double tokensAt(MonoTime now) const;
    double reserveOf(Lane lane) const;
    void refill(MonoTime now);
    std::optional<Duration> announcedWait(const RateHeaders& headers, Timestamp wallClock) const;

    int m_perMinute;
    double m_tokens;
    MonoTime m_at;
    MonoTime m_shutUntil;
    int m_refusals = 0;
};

} // namespace strikedesk::net
