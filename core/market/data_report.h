// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/market/grants.h"

#include <string>
#include <vector>

namespace strikedesk::market {

/// How one vendor's requests stand.
struct VendorUse {
    Vendor vendor = Vendor::Alpaca;
    int budgetLeft = 0; ///< requests that may leave now
    int perMinute = 0;
    bool isPaused = false; ///< too many failures in a row; tried again by itself

    friend bool operator==(const VendorUse&, const VendorUse&) = default;
};

/// What data comes from where, for a person. Value type.
struct DataReport {
    GrantTable grants;
    std::vector<VendorUse> use;      ///< in the order the vendors are asked
    std::vector<std::string> advice; ///< sentences: what could be changed
    bool isAsking = false;           ///< keys are being asked what they may have

    friend bool operator==(const DataReport&, const DataReport&) = default;
};

} // namespace strikedesk::market
