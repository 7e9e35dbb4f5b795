// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/common/field_reader.h"
#include "core/io/venues/common/json_tree.h"
#include "core/io/venues/polygon/codec/envelope.h"
#include "core/io/venues/polygon/codec/ticker.h"
#include "core/market/bar.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace strikedesk::polygon {

using venues::decodeEach;
using venues::decodeRoot;
using venues::FieldReader;
using venues::JsonTree;
using venues::unexpectedAnswer;

// The readers of single members and rows, shared by the answers.

/// A market price, rounded half to even beyond four decimals (adjusted and averaged figures have more); never
/// negative.
void marketPrice(FieldReader& in, std::string_view name, Price& out);
void marketPrice(FieldReader& in, std::string_view name, std::optional<Price>& out);
/// A difference of prices: may be negative.
void priceChange(FieldReader& in, std::string_view name, std::optional<Price>& out);
/// Shares or contracts, rounded half to even when fractional (fractional-share reporting); never negative.
void wholeVolume(FieldReader& in, std::string_view name, std::int64_t& out);
void wholeVolume(FieldReader& in, std::string_view name, std::optional<std::int64_t>& out);
/// A time in whatever unit its magnitude says; 0 is none.
void unixTime(FieldReader& in, std::string_view name, Timestamp& out);
/// As above for a time that must be there.
void neededTime(FieldReader& in, std::string_view name, Timestamp& out);
/// A name of ours from the venue's; false when it is none (the row is skipped). Missing is an error of `in`.
bool tickerOf(FieldReader& in, std::string_view name, Ticker& out);
/// Exact decimal text ("0.59375"), checked to be a number.
void decimalText(FieldReader& in, std::string_view name, std::string& out);
/// A list of codes joined by ','.
std::string joinedCodes(JsonTree::Node list);

/// o h l c v vw n t; `needsTime` false for rows without a time.
Result<market::Bar> barFrom(JsonTree::Node node, bool needsTime);

Result<VenueError> venueErrorFrom(JsonTree::Node root);
/// Refuses an answer whose status is neither absent, OK nor DELAYED.
Status checkEnvelope(JsonTree::Node root, bool* isDelayed = nullptr);

/// A page's rows: `take(Node, Page&) -> Status` adds one row or counts it as skipped. Absent results mean no
/// rows when the answer has a status (protocol facts, section 2).
template <class Row, class Take>
Result<Page<Row>> pageFrom(JsonTree::Node root, std::string_view member, Take take) {
    Page<Row> page;
    if (const auto checked = checkEnvelope(root, &page.isDelayed); !checked)
        return checked.error();
    const JsonTree::Node rows = root[member];
    page.nextUrl = std::string(root["next_url"].text());
    if (rows.isNothing()) {
        if (root["status"].isNothing())
            return unexpectedAnswer(std::string(member) + ": missing");
        return page;
    }
    if (!rows.isArray())
        return unexpectedAnswer(std::string(member) + ": a list was expected");
    page.rows.reserve(rows.childCount());
    for (auto node = rows.firstChild(); node; node = node.nextSibling())
        if (const auto taken = take(node, page); !taken)
            return taken.error();
    return page;
}

/// As above from text.
template <class Row, class Take>
Result<Page<Row>> decodePage(std::string_view json, std::string_view member, Take take) {
    return decodeRoot(json, JsonTree::Kind::Object,
                      [&](JsonTree::Node root) { return pageFrom<Row>(root, member, take); });
}

/// The `results` object of a single-row answer; absent is "there is none" as an error NotFound.
Result<JsonTree::Node> resultsObject(JsonTree::Node root);

} // namespace strikedesk::polygon
