// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"

#include <span>
#include <string>
#include <string_view>

namespace strikedesk {

class Redactor;

/// `text` on one line: control characters, also those of Unicode that break lines, become escapes.
std::string escapedText(std::string_view text);

/// As escapedText, with quotes around it when it would not read as one word, and quotes and backslashes
/// escaped.
std::string escapedValue(std::string_view text);

/// "area: message key=value key="two words"", without secrets, on one line, at most kLongestLine bytes long
/// (the rest is cut and counted).
inline constexpr std::size_t kLongestLine = 16'384;
std::string composedLine(const Redactor& redactor, std::string_view area, std::string_view message,
                         std::span<const LogField> fields);

} // namespace strikedesk
