// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace strikedesk::sandbox {

/// The bits of the recorded condition field of a stock print that are looked at; the source gives them one
/// bit a condition.
struct SaleFlag {
    static constexpr std::uint32_t kRegular = 1U << 0;
    static constexpr std::uint32_t kExtendedHours = 1U << 13;
    /// Not of the source's list: its mark for a price far from the market.
    static constexpr std::uint32_t kSuspicious = 1U << 30;
};

/// The conditions in the words of the consolidated tapes, joined by ',': settlement first, then the reason of
/// a trade-through exemption, then the time, then the rest. `tape` is A, B or C; tape C says '@' for a
/// regular sale and 'W' for an average price, the others ' ' and 'B'. A suspicious print carries 'H' (price
/// variation).
std::string saleConditions(std::uint32_t flags, char tape);

/// Whether a recorded stock print adds to a bar's volume: all but the official open and close, which repeat
/// an earlier print.
bool addsVolume(std::uint32_t flags);

} // namespace strikedesk::sandbox
