// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/market/hub/coverage.h"

#include <algorithm>

namespace strikedesk::market {

void Coverage::add(TimeSpan span) {
    if (span.from >= span.to)
        return;
    // Everything that overlaps or touches the new span becomes one with it.
    const auto first = std::lower_bound(m_spans.begin(), m_spans.end(), span.from,
                                        [](const TimeSpan& held, Timestamp t) { return held.to < t; });
    auto last = first;
    while (last != m_spans.end() && last->from <= span.to) {
        span.from = std::min(span.from, last->from);
        span.to = std::max(span.to, last->to);
        ++last;
    }
    if (first == last) {
        m_spans.insert(first, span);
        return;
    }
    *first = span;
    m_spans.erase(first + 1, last);
}

void Coverage::remove(TimeSpan span) {
    if (span.from >= span.to)
        return;
    std::vector<TimeSpan> left;
    left.reserve(m_spans.size() + 1);
    for (const TimeSpan& held : m_spans) {
        if (held.to <= span.from || held.from >= span.to) {
            left.push_back(held);
            continue;
        }
        if (held.from < span.from)
            left.push_back({held.from, span.from});
        if (held.to > span.to)
            left.push_back({span.to, held.to});
    }
    m_spans = std::move(left);
}

bool Coverage::contains(Timestamp t) const {
    const auto found = std::lower_bound(m_spans.begin(), m_spans.end(), t,
                                        [](const TimeSpan& held, Timestamp at) { return held.to <= at; });
    return found != m_spans.end() && found->from <= t;
}

std::vector<TimeSpan> Coverage::missing(TimeSpan span) const {
    std::vector<TimeSpan> holes;
    for (const TimeSpan& held : m_spans) {
        if (held.to <= span.from)
            continue;
        if (held.from >= span.to)
            break;
        if (held.from > span.from)
            holes.push_back({span.from, held.from});
        span.from = held.to;
    }
    if (span.from < span.to)
        holes.push_back(span);
    return holes;
}

std::vector<TimeSpan> Coverage::within(TimeSpan span) const {
    std::vector<TimeSpan> parts;
    for (const TimeSpan& held : m_spans) {
        const TimeSpan part{std::max(held.from, span.from), std::min(held.to, span.to)};
        if (part.from < part.to)
            parts.push_back(part);
    }
    return parts;
}

} // namespace strikedesk::market
