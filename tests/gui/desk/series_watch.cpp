// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/desk/series_watch.h"

namespace strikedesk::test {

namespace {

constexpr std::size_t kMostSaid = 100;

} // namespace

SeriesWatch::SeriesWatch(desk::Terminal& terminal) : m_terminal(terminal) {
    m_changes = terminal.series().subscribe([this] { look(); });
}

void SeriesWatch::look() {
    const market::SeriesView& now = *m_terminal.desk().snapshot()->series;
    for (const auto& [key, after] : now) {
        const auto before = m_before.find(key);
        if (before != m_before.end() && before->second != after)
            compare(*before->second, *after);
    }
    m_before = now;
}

void SeriesWatch::compare(const market::SeriesSnapshot& before, const market::SeriesSnapshot& after) {
    ++m_comparisons;
    // What is older than the first bar now was let go at the front, where a series has its limit.
    const Timestamp front = after.isEmpty() ? Timestamp() : after.at(0).bar.start;
    std::size_t place = 0;
    std::size_t first = 0;
    if (!before.isEmpty() && !after.isEmpty() && before.at(0).bar.start == front) {
        // The same whole chunks from the front need no look: they are shared.
        const auto& old = before.chunks();
        const auto& fresh = after.chunks();
        while (first / market::SeriesChunk::kBars < std::min(old.size(), fresh.size()) &&
               old[first / market::SeriesChunk::kBars] == fresh[first / market::SeriesChunk::kBars])
            first += market::SeriesChunk::kBars;
        place = first;
    }
    for (std::size_t i = first; i < before.size() && m_vanished.size() < kMostSaid; ++i) {
        const Timestamp start = before.at(i).bar.start;
        if (!after.isEmpty() && start < front)
            continue;
        while (place < after.size() && after.at(place).bar.start < start)
            ++place;
        if (place == after.size() || after.at(place).bar.start != start)
            m_vanished.push_back(before.key().symbol.text() + " " +
                                 std::string(market::toText(before.key().timeframe)) + " " + start.rfc3339() +
                                 ", version " + std::to_string(before.version()) + " to " +
                                 std::to_string(after.version()));
    }
}

} // namespace strikedesk::test
