// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/tick_query.h"

#include <algorithm>

namespace strikedesk::sandbox {

namespace {

/// Newest-first requests walk back through windows; one that holds more than this is asked for in halves.
constexpr std::size_t kMostInWindow = 200'000;
constexpr Duration kFirstWindow = Duration::minutes(1);
constexpr Duration kLongestWindow = Duration::days(8);
constexpr Duration kShortestWindow = Duration::milliseconds(1);
/// Some years of nothing are not searched through.
constexpr int kMostWindows = 200;
constexpr Duration kNanosecond = Duration::nanoseconds(1);

template <class Tick>
std::vector<Tick> ticksOf(MarketSource& source, const Symbol& symbol, Timestamp from, Timestamp to,
                          std::size_t limit);
template <>
std::vector<market::TradePrint> ticksOf(MarketSource& source, const Symbol& symbol, Timestamp from,
                                        Timestamp to, std::size_t limit) {
    return source.prints(symbol, from, to, limit);
}
template <>
std::vector<market::Quote> ticksOf(MarketSource& source, const Symbol& symbol, Timestamp from, Timestamp to,
                                   std::size_t limit) {
    return source.quotes(symbol, from, to, limit);
}

/// At least `wanted` of the newest ticks in [from, to] if there are so many, newest first.
template <class Tick>
std::vector<Tick> newestOf(MarketSource& source, const Symbol& symbol, Timestamp from, Timestamp to,
                           std::size_t wanted) {
    std::vector<Tick> found;
    Duration width = kFirstWindow;
    Timestamp end = to;
    for (int tries = 0; tries < kMostWindows && from <= end && found.size() < wanted; ++tries) {
        const Timestamp begin = std::max(from, end - width);
        std::vector<Tick> window = ticksOf<Tick>(source, symbol, begin, end, kMostInWindow);
        if (window.size() >= kMostInWindow && width > kShortestWindow) {
            width = width / 2;
            continue;
        }
        found.insert(found.end(), window.rbegin(), window.rend());
        end = begin - kNanosecond;
        width = std::min(kLongestWindow, width * 4);
    }
    return found;
}

/// The ticks of one symbol after the token, in the asked direction: up to `wanted`, one more when there are
/// more.
template <class Tick>
std::vector<Tick> ticksAfterToken(MarketSource& source, const Symbol& symbol, const SeriesRequest& request,
                                  std::size_t wanted) {
    const bool continues = request.tokenTime.isSet() && symbol == request.tokenSymbol;
    const std::size_t skip = continues ? request.tokenCount : 0;
    const std::size_t ask = wanted + skip + 1;
    const Timestamp from = continues && !request.descending ? request.tokenTime : request.start;
    const Timestamp to = continues && request.descending ? request.tokenTime : request.end;
    if (to < from)
        return {};
    std::vector<Tick> ticks = request.descending ? newestOf<Tick>(source, symbol, from, to, ask)
                                                 : ticksOf<Tick>(source, symbol, from, to, ask);
    std::size_t sent = 0;
    while (sent < skip && sent < ticks.size() && ticks[sent].at == request.tokenTime)
        ++sent;
    ticks.erase(ticks.begin(), ticks.begin() + static_cast<std::ptrdiff_t>(sent));
    return ticks;
}

template <class Tick>
SeriesPage<Tick> pageOf(MarketSource& source, const SeriesRequest& request) {
    SeriesPage<Tick> page;
    std::size_t left = request.limit;
    for (const Symbol& symbol : request.symbols) {
        if (request.tokenTime.isSet() && symbol < request.tokenSymbol)
            continue;
        std::vector<Tick> ticks = ticksAfterToken<Tick>(source, symbol, request, left);
        const bool hasMore = ticks.size() > left;
        ticks.resize(std::min(ticks.size(), left));
        left -= ticks.size();
        if (!ticks.empty())
            page.rows.emplace_back(symbol, std::move(ticks));
        if (!hasMore)
            continue;
        if (page.rows.empty())
            return page;
        const auto& [lastSymbol, last] = page.rows.back();
        std::size_t count = 0;
        while (count < last.size() && last[last.size() - 1 - count].at == last.back().at)
            ++count;
        // The page may hold only a part of one moment's ticks, and an earlier page another part.
        if (count == last.size() && request.tokenTime == last.back().at && request.tokenSymbol == lastSymbol)
            count += request.tokenCount;
        page.nextToken = seriesToken(lastSymbol, last.back().at, count);
        break;
    }
    return page;
}

} // namespace

SeriesPage<market::TradePrint> tradePage(MarketSource& source, const SeriesRequest& request) {
    return pageOf<market::TradePrint>(source, request);
}

SeriesPage<market::Quote> quotePage(MarketSource& source, const SeriesRequest& request) {
    return pageOf<market::Quote>(source, request);
}

} // namespace strikedesk::sandbox
