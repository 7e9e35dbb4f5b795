// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/market/contract_names.h"
#include "core/run/sandbox/polygon/list_answer.h"
#include "core/run/sandbox/polygon/polygon_routes.h"

#include <algorithm>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

/// How far back articles are found.
constexpr Duration kArchive = Duration::days(90);
constexpr std::size_t kMaxRelated = 10;

constexpr ListField kFields[] = {{"published_utc", ListField::Type::Text}};
constexpr ListRules kRules{kFields, "published_utc", true, 10, 1'000, true};

json publisherOf(const NewsItem& item) {
    // "https://host/…": the home of whoever publishes there.
    const std::size_t host = item.url.find("://");
    const std::size_t end = host == std::string::npos ? host : item.url.find('/', host + 3);
    const std::string home = item.url.substr(0, end) + "/";
    return json{{"name", item.source},
                {"homepage_url", home},
                {"logo_url", home + "logo.svg"},
                {"favicon_url", home + "favicon.ico"}};
}

json insightOf(const Symbol& symbol, int mood) {
    json out = {{"ticker", symbol.text()}};
    out["sentiment"] = mood > 0 ? "positive" : mood < 0 ? "negative" : "neutral";
    out["sentiment_reasoning"] = mood > 0   ? "The article tells of something good for the company."
                                 : mood < 0 ? "The article tells of something bad for the company."
                                            : "The article takes no side.";
    return out;
}

json articleJson(const NewsItem& item) {
    json row;
    row["id"] = stableUuid("news " + std::to_string(item.id));
    row["publisher"] = publisherOf(item);
    row["title"] = item.headline;
    row["author"] = item.author;
    row["published_utc"] = Timestamp::fromSeconds(item.createdAt.seconds()).rfc3339();
    row["article_url"] = item.url;
    row["tickers"] = json::array();
    row["insights"] = json::array();
    for (const Symbol& symbol : item.symbols) {
        row["tickers"].push_back(symbol.text());
        row["insights"].push_back(insightOf(symbol, item.mood));
    }
    if (!item.summary.empty())
        row["description"] = item.summary;
    return row;
}

/// The filters on published_utc take days too; a day stands for its first moment in UTC, or its last one
/// where the day itself is to be part.
HttpRequest withTimes(const HttpRequest& request, std::string& bad) {
    HttpRequest changed = request;
    for (const char* op : {"", ".gt", ".gte", ".lt", ".lte"}) {
        const std::string name = std::string("published_utc") + op;
        const std::string_view text = request.parameter(name);
        if (text.empty())
            continue;
        const bool isDay = Date::tryFromIso(text).ok();
        const auto at = Timestamp::tryFromRfc3339(text);
        if (!isDay && !at)
            bad = name;
        if (at)
            changed.query[name] = Timestamp::fromSeconds(at->seconds()).rfc3339();
        if (isDay) {
            const std::string day(text);
            changed.query.erase(name);
            const bool toEnd = *op == '\0' || name.ends_with("gt") || name.ends_with("lte");
            if (*op == '\0')
                changed.query["published_utc.gte"] = day + "T00:00:00Z";
            changed.query[*op == '\0' ? "published_utc.lte" : name] =
                day + (toEnd ? "T23:59:59Z" : "T00:00:00Z");
        }
    }
    return changed;
}

HttpAnswer news(const PolygonCall& call) {
    std::string bad;
    const PolygonCall timed(call, withTimes(call.request(), bad));
    if (!bad.empty())
        return call.badParameter(bad);
    const std::string_view ticker = call.request().parameter("ticker");
    const auto any = commaList(call.request().parameter("ticker.any_of"), 250);
    if (!any)
        return call.badParameter("ticker.any_of");
    const auto isAsked = [&](const NewsItem& item) {
        return std::any_of(item.symbols.begin(), item.symbols.end(), [&](const Symbol& symbol) {
            return ticker == symbol.view() ||
                   std::find(any->begin(), any->end(), symbol.view()) != any->end();
        });
    };
    const Timestamp seenAt = call.pinnedNow();
    std::vector<json> rows;
    for (const NewsItem& item : call.source().news(seenAt - kArchive, seenAt))
        if ((ticker.empty() && any->empty()) || isAsked(item))
            rows.push_back(articleJson(item));
    return listAnswer(timed, rows, kRules);
}

/// Companies of the same industry, the most alike first: the more leading digits of the industry's code are
/// the same.
HttpAnswer related(const PolygonCall& call) {
    const auto ticker = Ticker::known(call.source(), call.segments()[2], call.today());
    if (!ticker || ticker->kind != TickerKind::Stock)
        return call.notFound("Ticker not found.");
    const auto own = call.source().facts(ticker->symbol, call.today());
    std::vector<std::pair<std::size_t, std::string>> found;
    for (const Asset& asset : call.source().assets()) {
        const auto other = call.source().facts(asset.symbol, call.today());
        if (!own || !other || asset.symbol == ticker->symbol)
            continue;
        const std::string& a = own->industryCode;
        const std::string& b = other->industryCode;
        std::size_t same = 0;
        while (same < a.size() && same < b.size() && a[same] == b[same])
            ++same;
        if (same > 0)
            found.emplace_back(same, asset.symbol.text());
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    json out = call.envelope();
    out["ticker"] = ticker->text;
    out["results"] = json::array();
    for (const auto& [same, name] : found)
        if (out["results"].size() < kMaxRelated)
            out["results"].push_back(json{{"ticker", name}});
    return jsonAnswer(200, out);
}

} // namespace

std::optional<HttpAnswer> polygonNewsRoute(const PolygonCall& call) {
    if (call.request().path == "/v2/reference/news")
        return news(call);
    const auto& segments = call.segments();
    const bool isRelated = segments.size() == 3 && segments[0] == "v1" && segments[1] == "related-companies";
    return isRelated ? std::optional(related(call)) : std::nullopt;
}

} // namespace strikedesk::sandbox
