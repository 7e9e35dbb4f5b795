// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"

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

} // namespace strikedesk::trade
