// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace strikedesk::trade {

/// What the owner of the account allows himself, within what the broker allows (protocol facts, section 4,
/// account configurations). The venue obeys the first five; the others are kept and shown.
struct AccountLimits {
    bool suspendTrade = false;
    bool noShorting = false;
    bool fractionalTrading = true;
    std::int64_t maxMarginMultiplier = 4;        ///< 1, 2 or 4
    std::optional<std::int64_t> maxOptionsLevel; ///< 0..3; unset: the approved level
    bool confirmsByMail = false;
    bool ptpNoExceptionEntry = false;
    bool disableOvernightTrading = false;

    template <class A>
    void archive(A& a) {
        a.field("suspendTrade", suspendTrade);
        a.field("noShorting", noShorting);
        a.field("fractionalTrading", fractionalTrading);
        a.field("maxMarginMultiplier", maxMarginMultiplier);
        a.field("maxOptionsLevel", maxOptionsLevel);
        a.field("confirmsByMail", confirmsByMail);
        a.field("ptpNoExceptionEntry", ptpNoExceptionEntry);
        a.field("disableOvernightTrading", disableOvernightTrading);
    }
};

} // namespace strikedesk::trade
