// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/net/rate_budget.h"

#include <algorithm>

namespace strikedesk::net {

namespace {

constexpr Duration kWindow = Duration::seconds(60);

int reservePercent(Lane lane) {
    switch (lane) {
    case Lane::Cancel:
        return 0;
    case Lane::Resolve:
        return 5;
    case Lane::Submit:
        return 10;
    case Lane::Sweep:
        return 20;
    case Lane::History:
        return 40;
    }
    return 40;
}

/// The wait the peer announced, between 0 and a window; nothing when it announced none or one in the past
/// (a reset computed from a clock that disagrees with ours).
std::optional<Duration> announcedWait(const RateHeaders& headers, Timestamp utcNow) {
    if (headers.retryAfter && headers.retryAfter->count() > 0)
        return std::min(*headers.retryAfter, kWindow);
    if (!headers.resetUnixSeconds || !utcNow.isSet())
        return std::nullopt;
    const std::int64_t seconds = *headers.resetUnixSeconds - utcNow.seconds();
    if (seconds <= 0 || seconds > 86'400)
        return std::nullopt;
    return std::min(Duration::seconds(seconds), kWindow);
}

} // namespace

RateBudget::RateBudget(int perMinute, bool holdsReserves) : m_holdsReserves(holdsReserves) {
    setPerMinute(perMinute);
}

void RateBudget::setPerMinute(int perMinute) { m_perMinute = std::clamp(perMinute, 1, 100'000); }

std::size_t RateBudget::takenAt(MonoTime now) const {
    const auto fresh =
        std::find_if(m_taken.begin(), m_taken.end(), [now](MonoTime taken) { return taken + kWindow > now; });
    return static_cast<std::size_t>(m_taken.end() - fresh);
}

std::size_t RateBudget::allowance(Lane lane) const {
    const int share = m_holdsReserves ? reservePercent(lane) : 0;
    const int reserve = std::min(m_perMinute * share / 100, m_perMinute - 1);
    return static_cast<std::size_t>(m_perMinute - reserve);
}

void RateBudget::forgetOld(MonoTime now) {
    while (!m_taken.empty() && m_taken.front() + kWindow <= now)
        m_taken.pop_front();
}

bool RateBudget::tryTake(Lane lane, MonoTime now) {
    forgetOld(now);
    if (now < m_shutUntil || m_taken.size() >= allowance(lane))
        return false;
    m_taken.push_back(std::max(now, m_taken.empty() ? now : m_taken.back()));
    return true;
}

Duration RateBudget::waitFor(Lane lane, MonoTime now) const {
    MonoTime free = std::max(now, m_shutUntil);
    const std::size_t taken = takenAt(now);
    const std::size_t allowed = allowance(lane);
    if (taken >= allowed) {
        const std::size_t first = m_taken.size() - taken;
        free = std::max(free, m_taken[first + (taken - allowed)] + kWindow);
    }
    return free - now;
}

void RateBudget::learn(const RateHeaders& headers, MonoTime now, Timestamp utcNow) {
    forgetOld(now);
    m_refusals = 0;
    if (headers.limit && *headers.limit > 0 && *headers.limit < m_perMinute)
        m_perMinute = static_cast<int>(*headers.limit);
    if (!headers.remaining || *headers.remaining < 0)
        return;
    const auto budget = static_cast<std::size_t>(m_perMinute);
    const std::size_t left = budget - std::min(budget, m_taken.size());
    const auto theirs = static_cast<std::size_t>(std::min<std::int64_t>(*headers.remaining, m_perMinute));
    if (theirs >= left)
        return;
    // Somebody else spends from the same account: count their requests as ours until the window turns.
    const Duration wait = announcedWait(headers, utcNow).value_or(kWindow);
    const MonoTime as = now + (wait - kWindow);
    const auto place = std::upper_bound(m_taken.begin(), m_taken.end(), as);
    m_taken.insert(place, left - theirs, as);
    if (theirs == 0)
        m_shutUntil = std::max(m_shutUntil, now + wait);
}

void RateBudget::refused(const RateHeaders& headers, MonoTime now, Timestamp utcNow) {
    const Duration doubling =
        std::min(Duration::seconds(5) * (std::int64_t{1} << std::min(m_refusals, 4)), kWindow);
    ++m_refusals;
    m_shutUntil = std::max(m_shutUntil, now + announcedWait(headers, utcNow).value_or(doubling));
}

int RateBudget::remaining(MonoTime now) const {
    if (now < m_shutUntil)
        return 0;
    return std::max(0, m_perMinute - static_cast<int>(takenAt(now)));
}

std::optional<MonoTime> RateBudget::shutUntil(MonoTime now) const {
    return now < m_shutUntil ? std::optional(m_shutUntil) : std::nullopt;
}

} // namespace strikedesk::net
