// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace strikedesk {

/// Ends the program after printing what was broken and where. Bugs stop the order path: wrong money is worse
/// than a stop. Any thread.
[[noreturn]] void assertionFailed(const char* expression, const char* reason, const char* file, int line);

} // namespace strikedesk

/// Always on, in every build. Only for bugs of ours; input is validated with Result, never asserted.
#define STRIKEDESK_ASSERT(condition, reason)                                                                 \
    do {                                                                                                     \
        if (!(condition)) [[unlikely]]                                                                       \
            ::strikedesk::assertionFailed(#condition, reason, __FILE__, __LINE__);                           \
    } while (false)
