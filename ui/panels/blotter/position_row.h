// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/snapshot.h"
#include "ui/panels/blotter/trade_words.h"
#include "ui/readers/display_age.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace strikedesk::ui {

/// One open position as the blotter shows it.
struct PositionRow {
    enum class Kind : std::uint8_t {
        Trade,    ///< opened here; can be closed and its plan moved
        External, ///< held at the broker besides; shown only
    };
    std::string key;
    Kind kind = Kind::Trade;
    IntentId tradeId; ///< empty for an external position
    Symbol symbol;
    Quantity quantity; ///< negative for a short
    std::optional<Price> entry;
    std::optional<Price> mark;
    bool isStale = false;            ///< the mark is no fresh mid
    std::optional<Duration> markAge; ///< since the venue confirmed the quote
    std::optional<Money> profit;     ///< unrealised, before fees
    std::optional<double> percent;   ///< of the entry value
    trade::ExitPlan plan;
    std::optional<Price> target;
    std::optional<Price> stop;
    Timestamp since; ///< first fill
    bool canClose = false;
    bool canMove = false;
    QString detail; ///< what works for it: the line under the row
    WordTone detailTone = WordTone::Plain;

    /// Where a price lies between stop (0) and target (1); the entry stands in for a missing one. Nothing
    /// without either, or when they coincide. May be outside 0 to 1.
    std::optional<double> placeOf(Price price) const;
};

/// Totals over the rows.
struct PositionTotals {
    Money profit; ///< unrealised of all rows whose profit is known
    Money realisedNet;
    bool isPartial = false; ///< a row without a known profit is left out
    int trades = 0;
    int externals = 0;
};

/// Open trades in the order they were opened, then what the broker holds besides. A mark is shown as stale
/// from the age on that a manual order no longer accepts (domain rules 3).
std::vector<PositionRow> positionRowsOf(const engine::EngineSnapshot& snapshot, const DisplayAge& age);
PositionTotals positionTotalsOf(const std::vector<PositionRow>& rows, const engine::EngineSnapshot& snapshot);

} // namespace strikedesk::ui
