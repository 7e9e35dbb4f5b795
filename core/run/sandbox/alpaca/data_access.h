// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/api.h"
#include "core/run/sandbox/http/query_reader.h"

#include <optional>

namespace strikedesk::sandbox {

/// The stock or fund of a name; null for names not listed and for indexes, which have no quotes or prints.
const Asset* stockOf(const Api& api, const Symbol& symbol);

/// What a data plan without real-time rights may not see yet (protocol facts, section 13).
inline constexpr Duration kFreePlanDelay = Duration::minutes(15);

/// What a request may see: a refusal, nothing at all (a feed of hours in which nothing trades here), or the
/// market up to `latest`.
struct FeedRule {
    std::optional<HttpAnswer> refusal;
    bool isEmpty = false;
    Timestamp latest;
};

enum class FeedUse {
    History, ///< sip, iex, boats, otc; an explicit end within the delay is refused
    Latest,  ///< also delayed_sip and overnight
};

/// Reads `feed` (and `currency`, `asof`) of a stock request. The simulated market has one book, so sip and
/// iex show the same prices; they differ in what the plan allows.
FeedRule stockFeed(const Api& api, QueryReader& reader, const HttpRequest& request, FeedUse use);
/// Reads `feed` of an option request: opra needs the plan that has it.
FeedRule optionFeed(const Api& api, QueryReader& reader);

} // namespace strikedesk::sandbox
