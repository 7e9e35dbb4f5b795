// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::polygon {

/// One page of rows.
template <class Row>
struct Page {
    std::vector<Row> rows;
    std::string nextUrl;    ///< as sent, empty on the last page; see nextPath
    int skipped = 0;        ///< rows of instruments we cannot name
    bool isDelayed = false; ///< the plan gives these data 15 minutes late
};

/// The venue's own words of an answer that is no value.
struct VenueError {
    std::string status;    ///< ERROR, NOT_AUTHORIZED, NOT_FOUND; may be empty
    std::string message;   ///< `error` or `message`, at most 500 characters
    std::string requestId; ///< for a support case
};

/// Reads an error body. Errors: no JSON object, or one with neither words nor an error status.
Result<VenueError> decodeVenueError(std::string_view json);

/// What the user should know and do; unknown refusals keep the venue's words.
std::string sentenceFor(const VenueError& error, int httpStatus);

/// The kind and sentence of an HTTP answer that is no value. `body` may be anything.
Error errorFrom(std::string_view body, int httpStatus);

/// The path of a page's `next_url`, to be asked of our own host: the link may name another host, and only its
/// path and query count (protocol facts, section 2). Error Protocol: no path of this API, one of another
/// request than `path`, one that carries a key, longer than 8,000 characters.
Result<std::string> nextPath(std::string_view nextUrl, std::string_view path);

} // namespace strikedesk::polygon
