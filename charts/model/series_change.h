// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/market/hub/series_snapshot.h"

namespace strikedesk::charts {

/// How much of the screen a newer snapshot of a series concerns.
enum class SeriesChange : std::uint8_t {
    None,   ///< the same bars and health
    Health, ///< the same bars
    Tail,   ///< only the last bar's figures differ
    All,
};

/// Compares two snapshots; chunks they share are not looked into. Null counts as All.
SeriesChange changeBetween(const market::SeriesSnapshot* before, const market::SeriesSnapshot* after);

} // namespace strikedesk::charts
