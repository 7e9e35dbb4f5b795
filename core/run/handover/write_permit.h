// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/trade/risk/kill.h"

#include <atomic>

namespace strikedesk::handover {

/// The two flags the orders thread reads just before the bytes of a write leave. Any thread; set by the
/// engine's command and, for the kill, also directly by whoever pressed it, so that it works while the engine
/// is busy.
class WritePermit {
public:
    void setKill(trade::KillLevel level) { m_kill.store(level, std::memory_order_release); }
    /// Raises, never lowers; for the button.
    void raiseKill(trade::KillLevel level) {
        trade::KillLevel now = m_kill.load(std::memory_order_acquire);
        while (now < level && !m_kill.compare_exchange_weak(now, level, std::memory_order_acq_rel)) {
        }
    }
    trade::KillLevel kill() const { return m_kill.load(std::memory_order_acquire); }
    void setLease(bool held) { m_lease.store(held, std::memory_order_release); }
    bool leaseHeld() const { return m_lease.load(std::memory_order_acquire); }

    /// Whether a write may leave now. Cancels always may (with the lease); what adds exposure not from K2 on.
    bool mayWrite(bool addsExposure) const {
        return leaseHeld() && !(addsExposure && kill() >= trade::KillLevel::BlockEntries);
    }

private:
    std::atomic<trade::KillLevel> m_kill = trade::KillLevel::None;
    std::atomic<bool> m_lease = true;
};

} // namespace strikedesk::handover
