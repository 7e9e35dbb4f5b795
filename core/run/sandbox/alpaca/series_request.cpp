// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/series_request.h"

#include <algorithm>

namespace strikedesk::sandbox {

namespace {

/// "SYMBOL|nanoseconds|count".
bool readToken(const std::string& token, SeriesRequest& series) {
    const std::size_t first = token.find('|');
    const std::size_t second = token.find('|', first == std::string::npos ? first : first + 1);
    if (second == std::string::npos)
        return false;
    const std::string_view text = token;
    const auto symbol = Symbol::tryFrom(text.substr(0, first));
    const auto time = parseDecimal(text.substr(first + 1, second - first - 1), 0, ExtraDigits::Refuse);
    const auto count = parseDecimal(text.substr(second + 1), 0, ExtraDigits::Refuse);
    if (!symbol || !time || !count || *count < 1 || *count > 10'000'000)
        return false;
    series.tokenSymbol = *symbol;
    series.tokenTime = Timestamp::fromNanoseconds(*time);
    series.tokenCount = static_cast<std::size_t>(*count);
    return true;
}

} // namespace

SeriesRequest readSeriesRequest(QueryReader& reader, std::vector<Symbol> symbols, Timestamp latest,
                                const SessionCalendar& calendar) {
    SeriesRequest series;
    series.symbols = std::move(symbols);
    std::sort(series.symbols.begin(), series.symbols.end());
    series.start = reader.time("start").value_or(calendar.newYork(calendar.dateOf(latest), 0));
    series.end = std::min(reader.time("end").value_or(latest), latest);
    series.limit = static_cast<std::size_t>(reader.integer("limit", 1'000, 1, 10'000));
    series.descending = reader.word("sort", {"asc", "desc"}) == "desc";
    const std::string token = reader.token();
    if (!token.empty() && !readToken(token, series))
        reader.fail("page_token");
    return series;
}

std::string seriesToken(const Symbol& symbol, Timestamp at, std::size_t count) {
    return symbol.text() + "|" + std::to_string(at.nanoseconds()) + "|" + std::to_string(count);
}

} // namespace strikedesk::sandbox
