// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"
#include "core/market/vendor.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace strikedesk::market {

/// One kind of data a vendor may or may not give.
enum class Capability : std::uint8_t {
    StockQuotes, ///< newest quotes of stocks, by request
    OptionQuotes,
    StockBars,
    OptionBars,
    Chain,       ///< quotes and greeks of many contracts at once
    StockStream, ///< live quotes and prints
    OptionStream,
    News,
};
inline constexpr std::size_t kCapabilities = 8;

/// "Stock quotes", …: for a person.
std::string_view nameOf(Capability capability);

/// What a key may have of a capability.
enum class Grant : std::uint8_t {
    Unknown,  ///< not asked yet, or asked and not answered
    RealTime, ///< as it happens
    Delayed,  ///< later than it happens (15 minutes, or altered): for looking, never for orders
    None,     ///< the key or its plan does not include it
};

/// "real time", "delayed", "not included", "unknown": for a person.
std::string_view toText(Grant grant);

/// What is known of one capability of one vendor's key.
struct GrantState {
    Grant grant = Grant::Unknown;
    std::string why; ///< a sentence: what was asked or answered, and what to change; may be empty

    friend bool operator==(const GrantState&, const GrantState&) = default;
};

/// What asking a vendor about a key brought.
struct GrantReport {
    std::map<Capability, GrantState> grants;
    std::vector<std::string> advice;       ///< sentences: what a person could change
    std::optional<std::int64_t> perMinute; ///< requests a minute the vendor says it allows
};

/// What each vendor's key may have, in the order the vendors are asked. What is not known counts as possible:
/// the answer to a request settles it. Value type; one thread.
class GrantTable {
public:
    /// Nothing is known of anyone; vendors without a key are not in the order.
    explicit GrantTable(std::vector<Vendor> order = {Vendor::Alpaca}) : m_order(std::move(order)) {}

    const std::vector<Vendor>& order() const { return m_order; }
    void set(Vendor vendor, Capability capability, GrantState state);
    void take(Vendor vendor, const GrantReport& report);
    const GrantState& state(Vendor vendor, Capability capability) const;
    /// Whom to ask, in order: those that may have it. With `realTime`, those known to be late are left out;
    /// without, they come after the others.
    std::vector<Vendor> candidates(Capability capability, bool realTime) const;
    /// Everything that is known, vendors in order, capabilities in the order of the enum.
    const std::map<std::pair<Vendor, Capability>, GrantState>& states() const { return m_states; }

    friend bool operator==(const GrantTable&, const GrantTable&) = default;

private:
    std::vector<Vendor> m_order;
    std::map<std::pair<Vendor, Capability>, GrantState> m_states;
};

} // namespace strikedesk::market
