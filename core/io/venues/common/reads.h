// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/option_symbol.h"
#include "core/market/bar.h"

#include <optional>
#include <string>
#include <vector>

namespace strikedesk::venues {

/// Which contracts or chain rows; absent members do not filter. `expiryFrom`/`expiryTo` should always be set:
/// the venue's default ends next weekend.
struct ContractFilter {
    std::optional<Date> expiryFrom;
    std::optional<Date> expiryTo;
    std::optional<Price> strikeFrom;
    std::optional<Price> strikeTo;
    std::optional<OptionRight> right;
    bool isActive = true;

    friend bool operator==(const ContractFilter&, const ContractFilter&) = default;
};

/// One page of bars of one instrument in time order, strictly rising, within the span asked for.
struct BarsPage {
    std::vector<market::Bar> bars;
    std::string nextPath;   ///< empty on the last page
    int inconsistent = 0;   ///< bars left out because their prices contradict each other
    bool isDelayed = false; ///< the plan gives it late: what is missing at the end is not known yet
};

} // namespace strikedesk::venues
