// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::store {

/// A parsed JSON value. Whole numbers keep all 64 bits.
struct JsonNode {
    enum class Kind : std::uint8_t { Null, Boolean, Integer, Unsigned, Real, Text, Array, Object };

    Kind kind = Kind::Null;
    bool boolean = false;
    std::int64_t integer = 0;       ///< Integer
    std::uint64_t positive = 0;     ///< Unsigned: above the range of Integer
    double real = 0;                ///< Real
    std::string text;               ///< Text
    std::vector<JsonNode> items;    ///< elements of an Array, values of an Object
    std::vector<std::string> names; ///< of an Object, as many as items

    /// The value named so in an Object, from the place `hint` on first; null when there is none. `hint`
    /// becomes the place after it, so that fields read in their order are found at once.
    const JsonNode* find(std::string_view name, std::size_t& hint) const;
};

/// Parses hostile text: at most 4 MiB, 64 levels, valid UTF-8, nothing after the value. Error InvalidInput.
Result<JsonNode> parseJson(std::string_view text);

/// Appends `value` as a JSON string; bytes that are not UTF-8 become U+FFFD.
void appendJsonText(std::string& out, std::string_view value);
/// Appends the shortest text that reads back as the same number; "nan", "inf", "-inf" as strings.
void appendJsonNumber(std::string& out, double value);

} // namespace strikedesk::store
