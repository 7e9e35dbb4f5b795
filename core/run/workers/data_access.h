// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/alpaca/endpoints.h"
#include "core/io/venues/polygon/endpoints.h"
#include "core/market/vendor.h"

#include <algorithm>
#include <vector>

namespace strikedesk::workers {

/// Where market data is, with which keys, and who is asked first. Cannot be printed; copied only by name.
struct DataAccess {
    std::vector<market::Vendor> order = {market::Vendor::Alpaca}; ///< as the setting says
    alpaca::AlpacaEndpoints alpaca;
    alpaca::AlpacaKeys alpacaKeys;
    polygon::PolygonEndpoints polygon;
    Secret polygonKey; ///< empty: Polygon is not asked

    DataAccess clone() const { return {order, alpaca, alpacaKeys.clone(), polygon, polygonKey.clone()}; }
    /// The vendors there is a key for, in order. Alpaca is one: the setting names it in every order.
    std::vector<market::Vendor> vendors() const {
        std::vector<market::Vendor> vendors = order;
        if (polygonKey.isEmpty())
            std::erase(vendors, market::Vendor::Polygon);
        if (vendors.empty())
            vendors.push_back(market::Vendor::Alpaca);
        return vendors;
    }
};

} // namespace strikedesk::workers
