// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/market/hub/series_snapshot.h"

namespace strikedesk::market {

/// The bars of one series as shared chunks. A new set of bars keeps every chunk that did not change, so that
/// a live change copies the last chunk only.
class BuiltSeries {
public:
    std::size_t size() const { return m_size; }
    const SeriesBar& at(std::size_t index) const {
        return m_chunks[index / SeriesChunk::kBars]->bars()[index % SeriesChunk::kBars];
    }
    const SeriesSnapshot::Chunks& chunks() const { return m_chunks; }
    /// Replaces everything from `offset` on with `tail`; false when that changed nothing.
    bool replaceFrom(std::size_t offset, const std::vector<SeriesBar>& tail);

private:
    SeriesSnapshot::Chunks m_chunks;
    std::size_t m_size = 0;
};

} // namespace strikedesk::market
