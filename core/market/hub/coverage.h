// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/market/hub/hub_command.h"

#include <vector>

namespace strikedesk::market {

/// Which parts of time are known completely: disjoint half-open spans in order, touching ones joined. A bar
/// may exist outside of it; inside, a minute without a bar had no trades. Value type.
class Coverage {
public:
    void add(TimeSpan span);
    void remove(TimeSpan span);
    bool contains(Timestamp t) const;
    bool isEmpty() const { return m_spans.empty(); }
    /// The parts of `span` that are not covered, in order.
    std::vector<TimeSpan> missing(TimeSpan span) const;
    /// The covered parts of `span`, clipped to it, in order.
    std::vector<TimeSpan> within(TimeSpan span) const;
    const std::vector<TimeSpan>& spans() const { return m_spans; }

    template <class A>
    void archive(A& a) {
        a.field("spans", m_spans);
        if constexpr (A::kReading)
            for (std::size_t i = 0; i < m_spans.size(); ++i)
                if (m_spans[i].from >= m_spans[i].to || (i > 0 && m_spans[i - 1].to >= m_spans[i].from))
                    a.fail("coverage");
    }
    friend bool operator==(const Coverage&, const Coverage&) = default;

private:
    std::vector<TimeSpan> m_spans;
};

} // namespace strikedesk::market
