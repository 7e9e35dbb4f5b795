// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace strikedesk::trade {

/// Why an order was not let through: a stable code and a sentence that says what to do.
struct Refusal {
    std::string code;
    std::string message;
    bool needsFreshQuote = false; ///< reading the quote again may change the answer

    template <class A>
    void archive(A& a) {
        a.field("code", code);
        a.field("message", message);
        a.field("needsFreshQuote", needsFreshQuote);
    }
};

} // namespace strikedesk::trade
