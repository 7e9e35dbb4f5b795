// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/api.h"
#include "core/run/sandbox/http/query_reader.h"

#include <optional>
#include <string>
#include <vector>

namespace strikedesk::sandbox {

/// Parts of the market-data routes; each answers GET only.

/// Code tables under …/meta/; nullopt for other paths.
std::optional<HttpAnswer> metaAnswer(const Api& api, const HttpRequest& request, bool isOptions);
/// Historical trades or quotes of stocks; `single` when the symbol stands in the path.
HttpAnswer stockTicks(const Api& api, const HttpRequest& request, const std::string& what,
                      const std::optional<Symbol>& single);
/// Historical trades of the contracts named.
HttpAnswer optionTrades(const Api& api, const HttpRequest& request, QueryReader& reader,
                        std::vector<Symbol> contracts);
/// Opening and closing prints per day.
HttpAnswer stockAuctions(const Api& api, const HttpRequest& request, const std::optional<Symbol>& single);

/// The symbols of a stock request: the one in the path, or the list in the query, unlisted ones left out.
std::vector<Symbol> readStocks(const Api& api, QueryReader& reader, const std::optional<Symbol>& single);

} // namespace strikedesk::sandbox
