// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/market/hub/built_series.h"

#include <algorithm>

namespace strikedesk::market {

bool BuiltSeries::replaceFrom(std::size_t offset, const std::vector<SeriesBar>& tail) {
    offset = std::min(offset, m_size);
    std::size_t same = 0;
    while (same < tail.size() && offset + same < m_size && at(offset + same) == tail[same])
        ++same;
    if (same == tail.size() && offset + same == m_size)
        return false;
    const std::size_t firstChunk = (offset + same) / SeriesChunk::kBars;
    const std::size_t chunkStart = firstChunk * SeriesChunk::kBars;
    std::vector<SeriesBar> bars;
    std::size_t next = same;
    if (chunkStart < offset + same) {
        const std::vector<SeriesBar>& old = m_chunks[firstChunk]->bars();
        bars.reserve(SeriesChunk::kBars);
        bars.assign(old.begin(), old.begin() + static_cast<std::ptrdiff_t>(offset + same - chunkStart));
    }
    m_chunks.resize(firstChunk);
    while (next < tail.size() || !bars.empty()) {
        const std::size_t room = std::min(SeriesChunk::kBars - bars.size(), tail.size() - next);
        const auto from = tail.begin() + static_cast<std::ptrdiff_t>(next);
        bars.insert(bars.end(), from, from + static_cast<std::ptrdiff_t>(room));
        next += room;
        m_chunks.push_back(std::make_shared<const SeriesChunk>(std::move(bars)));
        bars = {};
    }
    m_size = offset + tail.size();
    return true;
}

} // namespace strikedesk::market
