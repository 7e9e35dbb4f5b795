// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/market/hub/series_bar.h"
#include "core/market/hub/series_key.h"

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace strikedesk::market {

/// What a series can be trusted for; shown on the chart (domain rules 2).
enum class SeriesMode : std::uint8_t {
    Empty,       ///< nothing asked for or nothing known yet
    Live,        ///< history complete, stream flowing
    Backfilling, ///< history or a missed span is being loaded
    Degraded,    ///< the stream is down, a load failed, or a gap could not be filled
    Closed,      ///< the market is closed; the last session is shown
    Replay,      ///< a recorded session
};

/// Health of one series.
struct SeriesHealth {
    SeriesMode mode = SeriesMode::Empty;
    std::string feed;
    Timestamp updatedAt;      ///< market time of the last live figure; unset before the first
    bool isThrottled = false; ///< the provider's request budget delays loads
    std::int32_t gaps = 0;    ///< known holes; 0 proves none after a reconnect
    std::int32_t score = 100; ///< data quality, 0 to 100
    std::string why;          ///< one sentence when not Live or Closed

    friend bool operator==(const SeriesHealth&, const SeriesHealth&) = default;
};

/// Open of the first, close of the last, extremes and total of a run of bars.
struct BarRange {
    Price open;
    Price high;
    Price low;
    Price close;
    std::int64_t volume = 0;
    std::int64_t highestVolume = 0;
    std::size_t count = 0; ///< zero: nothing in the run

    /// Adds a run that follows this one.
    void append(const BarRange& next);
    static BarRange of(const Bar& bar);
};

/// Up to 1,024 bars and their extremes in groups of 8, 64 and 512, so that what a chart column covers is
/// found in a few steps however many bars it holds. Immutable once built; shared between snapshots.
class SeriesChunk {
public:
    static constexpr std::size_t kBars = 1024;

    /// `bars` in time order, at most kBars.
    explicit SeriesChunk(std::vector<SeriesBar> bars);

    const std::vector<SeriesBar>& bars() const { return m_bars; }
    /// The run [first, last) within this chunk.
    BarRange range(std::size_t first, std::size_t last) const;

private:
    static constexpr std::array<std::size_t, 3> kGroups = {8, 64, 512};

    std::vector<SeriesBar> m_bars;
    std::array<std::vector<BarRange>, 3> m_levels;
};

/// One series as readers see it: immutable, any thread. Bars in strictly rising order of start; every chunk
/// but the last holds exactly SeriesChunk::kBars.
class SeriesSnapshot {
public:
    using Chunks = std::vector<std::shared_ptr<const SeriesChunk>>;

    SeriesSnapshot() = default;
    SeriesSnapshot(SeriesKey key, std::uint64_t version, SeriesHealth health, Chunks chunks);
    /// Cuts `bars` into chunks; for tests, scripts and one-off series.
    static std::shared_ptr<const SeriesSnapshot> of(SeriesKey key, std::vector<SeriesBar> bars,
                                                    SeriesHealth health = {}, std::uint64_t version = 1);

    const SeriesKey& key() const { return m_key; }
    /// Rises with every change of bars or health.
    std::uint64_t version() const { return m_version; }
    const SeriesHealth& health() const { return m_health; }
    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    const SeriesBar& at(std::size_t index) const {
        return m_chunks[index / SeriesChunk::kBars]->bars()[index % SeriesChunk::kBars];
    }
    const SeriesBar* last() const { return m_size == 0 ? nullptr : &at(m_size - 1); }
    /// The first bar that starts at or after `t`; size() when there is none.
    std::size_t lowerBound(Timestamp t) const;
    /// The bar that holds `t` by its start: the last one starting at or before it.
    std::optional<std::size_t> indexAt(Timestamp t) const;
    /// Extremes of the run [first, last), clipped to what exists.
    BarRange range(std::size_t first, std::size_t last) const;
    const Chunks& chunks() const { return m_chunks; }

private:
    SeriesKey m_key;
    std::uint64_t m_version = 0;
    SeriesHealth m_health;
    Chunks m_chunks;
    std::size_t m_size = 0;
};

} // namespace strikedesk::market
