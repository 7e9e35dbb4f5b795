// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/polygon/codec/snapshot_codec.h"
#include "core/io/venues/polygon/polygon_rest.h"
#include "core/market/grants.h"

#include <functional>
#include <optional>

namespace strikedesk::polygon {

/// Requests a minute (protocol facts, section 3): the free plan's limit; paid plans have no number but ask
/// for less than about 100 a second, of which we take a fifth.
inline constexpr int kFreePlanPerMinute = 5;
inline constexpr int kPaidPlanPerMinute = 1'200;

/// Asks with four small reads what the key's plans give: a stock's snapshot, a row of a chain, the day
/// before, news. The smallest plan has five requests a minute, so this takes nearly all of one. Answered
/// once, also when nothing could be reached (everything unknown then). `rest` outlives the answers. One
/// thread.
void probe(PolygonRest& rest, std::function<void(const market::GrantReport&)> answered);

/// What the answers mean; apart from the asking so that it can be tested.
struct ProbeAnswers {
    Result<SnapshotRow> stock;    ///< of a stock that always trades
    Result<SnapshotRow> contract; ///< the first row of its chain
    std::optional<Error> dayBars; ///< of the previous day; nothing for a good answer
    bool areDayBarsDelayed = false;
    std::optional<Error> news;
};
market::GrantReport reportOf(const ProbeAnswers& answers);

} // namespace strikedesk::polygon
