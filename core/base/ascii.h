// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace strikedesk {

/// Character classes of the protocols' ASCII texts; independent of any locale, unlike <cctype>.
constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }

} // namespace strikedesk
