// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"

#include <cstddef>
#include <cstdint>
#include <deque>
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

/// A budget of requests: a bucket of `perMinute` tokens, each back 60 s after it was taken, so no minute ever
/// sees more than `perMinute` requests. Each lane below Cancel must leave a share of the bucket to the lanes
/// above it (Resolve 5 %, Submit 10 %, Sweep 20 %, History 40 %). A 429 shuts every lane until the announced
/// reset (at most 60 s). Pure: time is passed in; one thread.
class RateBudget {
public:
    /// `perMinute` is 1 to 100,000; outside it is brought to the nearest end. Without reserves every lane may
    /// spend the whole bucket.
    explicit RateBudget(int perMinute, bool holdsReserves = true);
    /// From now on; what was taken in this minute still counts.
    void setPerMinute(int perMinute);

    /// Takes one request for `lane` if it may go now.
    bool tryTake(Lane lane, MonoTime now);
    /// How long until `tryTake` would succeed for `lane` if nobody else takes; zero when it would now.
    Duration waitFor(Lane lane, MonoTime now) const;
    /// Learns from an answer's headers. `utcNow` is what the announced reset is compared with; the answer's
    /// own Date is best.
    void learn(const RateHeaders& headers, MonoTime now, Timestamp utcNow);
    /// The peer answered 429: nothing goes until its reset or Retry-After or, without either, 5 s, 10 s, 20 s
    /// …
    void refused(const RateHeaders& headers, MonoTime now, Timestamp utcNow);

    /// Requests left now, for display.
    int remaining(MonoTime now) const;
    int perMinute() const { return m_perMinute; }
    /// Set while a 429 or a spent window shuts the budget.
    std::optional<MonoTime> shutUntil(MonoTime now) const;

private:
    std::size_t takenAt(MonoTime now) const;
    std::size_t allowance(Lane lane) const;
    void forgetOld(MonoTime now);

    int m_perMinute = 1;
    bool m_holdsReserves;
    std::deque<MonoTime> m_taken; ///< when each token was taken, oldest first
    MonoTime m_shutUntil;
    int m_refusals = 0;
};

} // namespace strikedesk::net
