// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ids.h"
#include "core/base/money.h"
#include "core/base/timestamp.h"

namespace strikedesk::trade {

/// What the fills of one New York date came to.
struct DayTotals {
    Money realised; ///< of what was closed that day, whenever it was opened; before fees
    Money fees;     ///< of all fills of the day

    Money net() const { return realised - fees; }

    template <class A>
    void archive(A& a) {
        a.field("realised", realised);
        a.field("fees", fees);
    }
};

/// A fee the broker books beside the fills: commissions, regulatory fees (protocol facts, section 10).
struct AccountFee {
    Money amount;     ///< > 0 is paid
    IntentId tradeId; ///< empty when it is of no trade of ours
    Timestamp at;

    template <class A>
    void archive(A& a) {
        a.field("amount", amount);
        a.field("tradeId", tradeId);
        a.field("at", at);
    }
};

} // namespace strikedesk::trade
