// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/polygon/polygon_call.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace strikedesk::sandbox {

/// A member of the rows that callers may filter and sort by.
struct ListField {
    enum class Type : std::uint8_t { Text, Number, Date };
    const char* name = "";
    Type type = Type::Text;
};

/// How a list endpoint is filtered (field, field.gt, .gte, .lt, .lte, .any_of), sorted and paged (protocol
/// facts, section 2).
struct ListRules {
    std::span<const ListField> fields;
    const char* sort = ""; ///< by this when the caller says nothing
    bool descending = false;
    std::int64_t limit = 10;
    std::int64_t largest = 1'000;
    bool hasCount = false; ///< the answer says how many rows it holds
};

/// Which rows make the page asked for.
struct ListPage {
    std::vector<std::size_t> rows;
    std::optional<std::size_t> rest; ///< rows before the next page
    std::string bad;                 ///< the first parameter with a bad value, empty: all are good
};

/// Picks a page. A row without a field does not match a filter on it. The sort parameter is a field with
/// `order`, or fields with ".asc" or ".desc" behind.
ListPage listPage(const PolygonCall& call, const std::vector<nlohmann::json>& rows, const ListRules& rules);

/// The page as an answer: {"results": [...], "next_url", "status", "request_id"}.
HttpAnswer listAnswer(const PolygonCall& call, const std::vector<nlohmann::json>& rows,
                      const ListRules& rules);
/// The same with rows made for the page only.
HttpAnswer pageAnswer(const PolygonCall& call, const ListPage& page, nlohmann::json results,
                      nlohmann::json envelope);

} // namespace strikedesk::sandbox
