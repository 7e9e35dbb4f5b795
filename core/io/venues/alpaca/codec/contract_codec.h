// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/options/contract.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::alpaca {

/// What one contract delivers.
struct Deliverable {
    std::string type; ///< cash or equity
    std::string symbol;
    std::string amount; ///< decimal text; empty while it is delayed
    std::string allocationPercentage;
    std::string settlementType;
    std::string settlementMethod;
    bool isDelayed = false;
};

/// A contract as listed, with what `options::Contract` has no place for.
struct ListedContract {
    options::Contract contract;
    std::optional<Date> openInterestDate;
    std::optional<Date> closePriceDate;
    std::vector<Deliverable> deliverables;
    /// The fields contradict the OCC name (expiry, right or strike); such a contract is never tradable here.
    bool disagreesWithName = false;
};

struct ContractsPage {
    std::vector<ListedContract> contracts;
    std::string nextPageToken; ///< empty on the last page
    int skipped = 0;           ///< rows whose symbol is not an OCC name
};

/// Errors: broken JSON, a missing strike or day, a number that is not exact.
Result<ListedContract> decodeContract(std::string_view json);
Result<ContractsPage> decodeContracts(std::string_view json);

} // namespace strikedesk::alpaca
