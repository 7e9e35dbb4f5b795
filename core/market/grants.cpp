// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/market/grants.h"

#include <array>

namespace strikedesk::market {

std::string_view nameOf(Capability capability) {
    static constexpr std::array<std::string_view, kCapabilities> kNames = {
        "Stock quotes", "Option quotes", "Stock history",  "Option history",
        "Option chain", "Stock stream",  "Options stream", "News"};
    return kNames[static_cast<std::size_t>(capability)];
}

std::string_view toText(Grant grant) {
    static constexpr std::array<std::string_view, 4> kTexts = {"unknown", "real time", "delayed",
                                                               "not included"};
    return kTexts[static_cast<std::size_t>(grant)];
}

void GrantTable::set(Vendor vendor, Capability capability, GrantState state) {
    m_states[{vendor, capability}] = std::move(state);
}

void GrantTable::take(Vendor vendor, const GrantReport& report) {
    // A question without an answer does not undo what an earlier one settled.
    for (const auto& [capability, answer] : report.grants)
        if (answer.grant != Grant::Unknown || state(vendor, capability).grant == Grant::Unknown)
            set(vendor, capability, answer);
}

const GrantState& GrantTable::state(Vendor vendor, Capability capability) const {
    static const GrantState unknown;
    const auto found = m_states.find({vendor, capability});
    return found == m_states.end() ? unknown : found->second;
}

std::vector<Vendor> GrantTable::candidates(Capability capability, bool realTime) const {
    std::vector<Vendor> prompt;
    std::vector<Vendor> late;
    for (const Vendor vendor : m_order) {
        const Grant grant = state(vendor, capability).grant;
        if (grant == Grant::RealTime || grant == Grant::Unknown)
            prompt.push_back(vendor);
        else if (grant == Grant::Delayed && !realTime)
            late.push_back(vendor);
    }
    prompt.insert(prompt.end(), late.begin(), late.end());
    return prompt;
}

} // namespace strikedesk::market
