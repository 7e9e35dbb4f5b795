// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/bar_pages.h"

#include "core/io/venues/alpaca/codec/market_codec.h"
#include "core/io/venues/alpaca/codec/shared.h"

#include <utility>

namespace strikedesk::alpaca {

namespace {

/// The venue's tokens are some 60 characters.
constexpr std::size_t kLongestToken = 1'024;
constexpr std::string_view kTokenName = "&page_token=";

Error notWhatWasAsked(std::string what) {
    Error error = unexpectedAnswer(std::move(what));
    error.message = "The data server's history is not what was asked for, and it was not used. Open the "
                    "chart again; if this goes on, check the network.";
    return error;
}

} // namespace

std::string firstBarsPath(const market::BaseKey& key, const market::TimeSpan& span) {
    const bool isOption = key.symbol.looksLikeOption();
    std::string path = isOption ? "/v1beta1/options/bars?symbols=" : "/v2/stocks/bars?symbols=";
    path += percentEncoded(key.symbol.view());
    path += key.frame == market::BaseFrame::Day ? "&timeframe=1Day" : "&timeframe=1Min";
    path += "&limit=10000&sort=asc&start=" + percentEncoded(span.from.rfc3339());
    path += "&end=" + percentEncoded((span.to - Duration::nanoseconds(1)).rfc3339());
    if (!isOption) {
        path += key.adjustment == market::Adjustment::Split ? "&adjustment=split" : "&adjustment=raw";
        // The delayed feed has a stream but no history of its own.
        path += "&feed=" + percentEncoded(key.feed == "delayed_sip" ? "sip" : key.feed);
    }
    return path;
}

Result<BarsPage> readBarsPage(std::string_view body, const std::string& path, const market::BaseKey& key,
                              const market::TimeSpan& span, Timestamp after) {
    auto decoded = decodeBars(body);
    if (!decoded)
        return decoded.error();
    BarsPage page;
    for (auto& [symbol, bars] : decoded->rows) {
        if (symbol != key.symbol)
            return notWhatWasAsked("bars of " + symbol.text());
        page.bars.reserve(bars.size());
        for (const market::Bar& bar : bars) {
            if (bar.start < span.from || span.to <= bar.start)
                return notWhatWasAsked("a bar at " + bar.start.rfc3339());
            if (after.isSet() && bar.start <= after)
                return notWhatWasAsked("bars that do not rise at " + bar.start.rfc3339());
            after = bar.start;
            if (bar.isConsistent())
                page.bars.push_back(bar);
            else
                ++page.inconsistent;
        }
    }
    const std::string& token = decoded->nextPageToken;
    if (token.empty())
        return page;
    if (token.size() > kLongestToken)
        return notWhatWasAsked("a page token of " + std::to_string(token.size()) + " characters");
    page.nextPath = path.substr(0, path.find(kTokenName));
    page.nextPath += kTokenName;
    page.nextPath += percentEncoded(token);
    if (page.nextPath == path)
        return notWhatWasAsked("the same page again");
    return page;
}

} // namespace strikedesk::alpaca
