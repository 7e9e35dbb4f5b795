// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/model/chart_overlay.h"
#include "core/engine/snapshot.h"

namespace strikedesk::ui {

/// What an engine snapshot draws over the bars of a symbol: its working orders, the targets and stops of its
/// open trades as lines, the average price with the profit of now, and its fills as markers (one for each
/// order, at its average price). On an underlying (`isUnderlying`) the fills of its option contracts are
/// marked too, at their time and without a price of this chart. Line ids are read by chart_line_commands.
charts::ChartOverlay overlayOf(const engine::EngineSnapshot& snapshot, const Symbol& symbol,
                               bool isUnderlying);

/// Whether `contract` is an option on `underlying`, by its root (an adjusted root without its digit).
bool isContractOf(const Symbol& contract, const Symbol& underlying);

} // namespace strikedesk::ui
