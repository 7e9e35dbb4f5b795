// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/market/vendor.h"

#include <algorithm>
#include <array>
#include <string>

namespace strikedesk::market {

namespace {

struct Words {
    Vendor vendor;
    std::string_view text;
    std::string_view name;
};
constexpr std::array kWords = {Words{Vendor::Alpaca, "alpaca", "Alpaca"},
                               Words{Vendor::Polygon, "polygon", "Polygon"}};

Error badList(std::string_view list) {
    return Error{ErrorKind::InvalidInput,
                 "market.vendors",
                 "\"" + std::string(list) +
                     "\" is no order of data providers. Name each once with commas between: alpaca,polygon.",
                 {{"value", std::string(list)}},
                 {}};
}

} // namespace

std::string_view toText(Vendor vendor) { return kWords[static_cast<std::size_t>(vendor)].text; }

std::string_view nameOf(Vendor vendor) { return kWords[static_cast<std::size_t>(vendor)].name; }

Result<std::vector<Vendor>> vendorsFrom(std::string_view list) {
    std::vector<Vendor> vendors;
    for (std::size_t from = 0; from <= list.size();) {
        const std::size_t comma = std::min(list.find(',', from), list.size());
        const std::string_view word = list.substr(from, comma - from);
        const auto found = std::find_if(kWords.begin(), kWords.end(),
                                        [&](const Words& words) { return words.text == word; });
        if (found == kWords.end() ||
            std::find(vendors.begin(), vendors.end(), found->vendor) != vendors.end())
            return badList(list);
        vendors.push_back(found->vendor);
        from = comma + 1;
    }
    return vendors;
}

} // namespace strikedesk::market
