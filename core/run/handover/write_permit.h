// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/trade/risk/kill.h"

#include <algorithm>
#include <atomic>
#include <cstdint>

namespace strikedesk::handover {

/// The two flags the orders thread reads just before the bytes of a write leave. Any thread; set by the
/// engine's command and, for the kill, also directly by whoever pressed it, so that it works while the engine
/// is busy.
class WritePermit {
public:
    /// What the engine decided on all presses up to number `pressed`. A weaker level than the one in force
    /// counts only when nobody has pressed since: a release in the queue must not undo a later kill.
    void setKill(trade::KillLevel level, std::uint64_t pressed) {
        std::uint64_t now = m_kill.load(std::memory_order_acquire);
        while (level >= levelOf(now) || pressed >= numberOf(now))
            if (m_kill.compare_exchange_weak(now, packed(numberOf(now), level), std::memory_order_acq_rel))
                return;
    }
    /// For the button: raises, never lowers, at once. The number of this press, counted from 1, goes with the
    /// event to the engine; a release (None) takes one too.
    std::uint64_t raiseKill(trade::KillLevel level) {
        std::uint64_t now = m_kill.load(std::memory_order_acquire);
        std::uint64_t next = 0;
        do
            next = packed(numberOf(now) + 1, std::max(level, levelOf(now)));
        while (!m_kill.compare_exchange_weak(now, next, std::memory_order_acq_rel));
        return numberOf(next);
    }
    trade::KillLevel kill() const { return levelOf(m_kill.load(std::memory_order_acquire)); }
    void setLease(bool held) { m_lease.store(held, std::memory_order_release); }
    bool leaseHeld() const { return m_lease.load(std::memory_order_acquire); }

    /// Whether a write may leave now. Cancels always may (with the lease); what adds exposure not from K2 on.
    bool mayWrite(bool addsExposure) const {
        return leaseHeld() && !(addsExposure && kill() >= trade::KillLevel::BlockEntries);
    }

private:
    static std::uint64_t packed(std::uint64_t number, trade::KillLevel level) {
        return number << kLevelBits | static_cast<std::uint64_t>(level);
    }
    static trade::KillLevel levelOf(std::uint64_t kill) {
        return static_cast<trade::KillLevel>(kill & ((1U << kLevelBits) - 1));
    }
    static std::uint64_t numberOf(std::uint64_t kill) { return kill >> kLevelBits; }

    static constexpr unsigned kLevelBits = 8;
    std::atomic<std::uint64_t> m_kill = 0; ///< level, and above it the number of the last press
    std::atomic<bool> m_lease = true;
};

} // namespace strikedesk::handover
