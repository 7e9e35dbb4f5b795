// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace strikedesk {

/// Names a timer within its owner; the owner gives it a meaning.
using TimerId = std::uint64_t;

/// Timers as data: ask for a wake at a monotonic time, take what is due. Ordered by (time, order of asking),
/// so equal inputs fire in equal order. Archived with the engine. One thread.
class Scheduler {
public:
    /// Asks for a wake at `when`; returns its id.
    TimerId at(MonoTime when) {
        const TimerId id = ++m_last;
        m_due.emplace(std::pair(when, id), id);
        m_when[id] = when;
        return id;
    }
    /// Forgets a timer; unknown or fired ids are fine.
    void cancel(TimerId id) {
        const auto found = m_when.find(id);
        if (found == m_when.end())
            return;
        m_due.erase(std::pair(found->second, id));
        m_when.erase(found);
    }
    /// Takes the timers due at or before `now`, in order.
    std::vector<TimerId> takeDue(MonoTime now) {
        std::vector<TimerId> due;
        while (!m_due.empty() && m_due.begin()->first.first <= now) {
            due.push_back(m_due.begin()->second);
            m_when.erase(m_due.begin()->second);
            m_due.erase(m_due.begin());
        }
        return due;
    }
    /// When the next timer is due, if any.
    std::optional<MonoTime> nextDue() const {
        return m_due.empty() ? std::nullopt : std::optional(m_due.begin()->first.first);
    }

    template <class A>
    void archive(A& a) {
        a.field("last", m_last);
        a.field("when", m_when);
        if constexpr (A::kReading) {
            m_due.clear();
            for (const auto& [id, when] : m_when)
                m_due.emplace(std::pair(when, id), id);
        }
    }

private:
    TimerId m_last = 0;
    std::map<TimerId, MonoTime> m_when;
    std::map<std::pair<MonoTime, TimerId>, TimerId> m_due;
};

} // namespace strikedesk
