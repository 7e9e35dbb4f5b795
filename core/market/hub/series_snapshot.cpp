// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/market/hub/series_snapshot.h"

#include "core/base/assert.h"

#include <algorithm>

namespace strikedesk::market {

void BarRange::append(const BarRange& next) {
    if (next.count == 0)
        return;
    if (count == 0) {
        *this = next;
        return;
    }
    high = std::max(high, next.high);
    low = std::min(low, next.low);
    close = next.close;
    volume += next.volume;
    highestVolume = std::max(highestVolume, next.highestVolume);
    count += next.count;
}

BarRange BarRange::of(const Bar& bar) {
    return {bar.open, bar.high, bar.low, bar.close, bar.volume, bar.volume, 1};
}

SeriesChunk::SeriesChunk(std::vector<SeriesBar> bars) : m_bars(std::move(bars)) {
    STRIKEDESK_ASSERT(m_bars.size() <= kBars, "a chunk holds at most 1,024 bars");
    for (std::size_t level = 0; level < kGroups.size(); ++level) {
        const std::size_t group = kGroups[level];
        // Only whole groups: the rest is summed bar by bar.
        m_levels[level].resize(m_bars.size() / group);
        for (std::size_t i = 0; i < m_levels[level].size(); ++i) {
            BarRange& sum = m_levels[level][i];
            if (level == 0) {
                for (std::size_t bar = i * group; bar < (i + 1) * group; ++bar)
                    sum.append(BarRange::of(m_bars[bar].bar));
            } else {
                const std::size_t below = group / kGroups[level - 1];
                for (std::size_t part = i * below; part < (i + 1) * below; ++part)
                    sum.append(m_levels[level - 1][part]);
            }
        }
    }
}

BarRange SeriesChunk::range(std::size_t first, std::size_t last) const {
    BarRange sum;
    last = std::min(last, m_bars.size());
    while (first < last) {
        std::size_t step = 0;
        for (std::size_t level = kGroups.size(); level-- > 0 && step == 0;) {
            const std::size_t group = kGroups[level];
            if (first % group == 0 && first + group <= last) {
                sum.append(m_levels[level][first / group]);
                step = group;
            }
        }
        if (step == 0) {
            sum.append(BarRange::of(m_bars[first].bar));
            step = 1;
        }
        first += step;
    }
    return sum;
}

SeriesSnapshot::SeriesSnapshot(SeriesKey key, std::uint64_t version, SeriesHealth health, Chunks chunks)
    : m_key(std::move(key)), m_version(version), m_health(std::move(health)), m_chunks(std::move(chunks)) {
    for (std::size_t i = 0; i < m_chunks.size(); ++i) {
        STRIKEDESK_ASSERT(i + 1 == m_chunks.size() || m_chunks[i]->bars().size() == SeriesChunk::kBars,
                          "only the last chunk of a series may be short");
        m_size += m_chunks[i]->bars().size();
    }
}

std::shared_ptr<const SeriesSnapshot> SeriesSnapshot::of(SeriesKey key, std::vector<SeriesBar> bars,
                                                         SeriesHealth health, std::uint64_t version) {
    Chunks chunks;
    for (std::size_t first = 0; first < bars.size(); first += SeriesChunk::kBars) {
        const auto from = bars.begin() + static_cast<std::ptrdiff_t>(first);
        const auto to =
            bars.begin() + static_cast<std::ptrdiff_t>(std::min(first + SeriesChunk::kBars, bars.size()));
        chunks.push_back(std::make_shared<const SeriesChunk>(std::vector<SeriesBar>(from, to)));
    }
    return std::make_shared<const SeriesSnapshot>(std::move(key), version, std::move(health),
                                                  std::move(chunks));
}

std::size_t SeriesSnapshot::lowerBound(Timestamp t) const {
    std::size_t from = 0;
    std::size_t to = m_size;
    while (from < to) {
        const std::size_t middle = from + (to - from) / 2;
        if (at(middle).bar.start < t)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

std::optional<std::size_t> SeriesSnapshot::indexAt(Timestamp t) const {
    std::size_t index = lowerBound(t);
    if (index < m_size && at(index).bar.start == t)
        return index;
    if (index == 0)
        return std::nullopt;
    return index - 1;
}

BarRange SeriesSnapshot::range(std::size_t first, std::size_t last) const {
    BarRange sum;
    last = std::min(last, m_size);
    while (first < last) {
        const std::size_t chunk = first / SeriesChunk::kBars;
        const std::size_t begin = chunk * SeriesChunk::kBars;
        const std::size_t end = std::min(last, begin + SeriesChunk::kBars);
        sum.append(m_chunks[chunk]->range(first - begin, end - begin));
        first = end;
    }
    return sum;
}

} // namespace strikedesk::market
