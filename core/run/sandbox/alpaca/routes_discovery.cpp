// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/data_access.h"
#include "core/run/sandbox/alpaca/wire_market.h"
#include "core/run/sandbox/alpaca/wire_trading.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

/// How far back the last trading days are looked for.
constexpr int kLookBackDays = 10;
/// News and corporate actions further back than this are not searched for.
constexpr int kMostDays = 3'660;

/// The newest day of a stock (before the open that is the day before) and the close before it.
struct DayMove {
    market::Bar day;
    std::optional<Price> closeBefore;
};

std::optional<DayMove> moveOf(const Api& api, const Symbol& symbol) {
    const auto days = api.source().dailyBars(symbol, api.today() - kLookBackDays, api.today(), api.now);
    if (days.empty())
        return std::nullopt;
    DayMove move{days.back(), std::nullopt};
    if (days.size() > 1)
        move.closeBefore = days[days.size() - 2].close;
    return move;
}

HttpAnswer mostActives(const Api& api, const HttpRequest& request) {
    QueryReader reader(request, api.calendar());
    const bool byTrades = reader.word("by", {"volume", "trades"}) == "trades";
    const auto top = static_cast<std::size_t>(reader.integer("top", 10, 1, 100));
    if (reader.failed())
        return reader.failure();
    std::vector<json> rows;
    for (const Asset& asset : api.source().assets()) {
        const auto move =
            stockOf(api, asset.symbol) != nullptr ? moveOf(api, asset.symbol) : std::optional<DayMove>();
        if (move)
            rows.push_back({{"symbol", asset.symbol.text()},
                            {"volume", move->day.volume},
                            {"trade_count", move->day.tradeCount}});
    }
    const char* key = byTrades ? "trade_count" : "volume";
    std::stable_sort(rows.begin(), rows.end(), [key](const json& a, const json& b) {
        return a[key].get<std::int64_t>() > b[key].get<std::int64_t>();
    });
    rows.resize(std::min(rows.size(), top));
    return jsonAnswer(200, {{"most_actives", rows}, {"last_updated", api.now.rfc3339()}});
}

double rounded(double value) { return std::round(value * 100.0) / 100.0; }

/// Biggest gains and losses of the day against the close before.
HttpAnswer movers(const Api& api, const HttpRequest& request, const std::string& market) {
    QueryReader reader(request, api.calendar());
    const auto top = static_cast<std::size_t>(reader.integer("top", 10, 1, 50));
    if (reader.failed())
        return reader.failure();
    std::vector<json> gainers;
    std::vector<json> losers;
    for (const Asset& asset : api.source().assets()) {
        // No coins trade here.
        if (market == "crypto" || stockOf(api, asset.symbol) == nullptr)
            continue;
        const auto move = moveOf(api, asset.symbol);
        if (!move || !move->closeBefore || !move->closeBefore->isPositive())
            continue;
        const double change = (move->day.close - *move->closeBefore).toDoubleLossy();
        const double percent = 100.0 * change / move->closeBefore->toDoubleLossy();
        const json row = {{"symbol", asset.symbol.text()},
                          {"percent_change", rounded(percent)},
                          {"change", rounded(change)},
                          {"price", move->day.close.toDoubleLossy()}};
        if (change > 0)
            gainers.push_back(row);
        if (change < 0)
            losers.push_back(row);
    }
    const auto strongerFirst = [](const json& a, const json& b) {
        return std::abs(a["percent_change"].get<double>()) > std::abs(b["percent_change"].get<double>());
    };
    for (std::vector<json>* rows : {&gainers, &losers}) {
        std::stable_sort(rows->begin(), rows->end(), strongerFirst);
        rows->resize(std::min(rows->size(), top));
    }
    return jsonAnswer(200, {{"gainers", gainers},
                            {"losers", losers},
                            {"market_type", market},
                            {"last_updated", api.now.rfc3339()}});
}

std::optional<bool> readFlag(QueryReader& reader, const std::string& name) {
    const std::string word = reader.word(name, {"true", "false"});
    return word.empty() ? std::nullopt : std::optional(word == "true");
}

bool concerns(const NewsItem& item, const std::vector<Symbol>& symbols) {
    return symbols.empty() || std::any_of(symbols.begin(), symbols.end(), [&](const Symbol& symbol) {
               return std::find(item.symbols.begin(), item.symbols.end(), symbol) != item.symbols.end();
           });
}

/// Articles by the time of their last change; the token is that time and the article sent last.
HttpAnswer news(const Api& api, const HttpRequest& request) {
    QueryReader reader(request, api.calendar());
    const std::vector<Symbol> symbols = reader.symbols("symbols", 200);
    const Timestamp end = std::min(reader.time("end").value_or(api.now), api.now);
    const Timestamp earliest = end - Duration::days(kMostDays);
    const Timestamp start =
        std::max(earliest, reader.time("start").value_or(api.calendar().newYork(api.today() - 30, 0)));
    const bool ascending = reader.word("sort", {"asc", "desc"}) == "asc";
    const auto limit = static_cast<std::size_t>(reader.integer("limit", 10, 1, 50));
    const bool withContent = readFlag(reader, "include_content").value_or(false);
    const bool onlyWithContent = readFlag(reader, "exclude_contentless").value_or(false);
    const std::string token = reader.token();
    if (reader.failed())
        return reader.failure();
    // The source counts a span without its first moment.
    std::vector<NewsItem> items = api.source().news(start - Duration::nanoseconds(1), end);
    std::erase_if(items, [&](const NewsItem& item) {
        return !concerns(item, symbols) || (onlyWithContent && item.content.empty()) || end < item.updatedAt;
    });
    std::stable_sort(items.begin(), items.end(), [&](const NewsItem& a, const NewsItem& b) {
        const auto left = std::pair(a.updatedAt, a.id);
        const auto right = std::pair(b.updatedAt, b.id);
        return ascending ? left < right : right < left;
    });
    std::size_t first = 0;
    if (!token.empty())
        while (first < items.size() && std::to_string(items[first++].id) != token)
            continue;
    json rows = json::array();
    std::size_t next = first;
    for (; next < items.size() && rows.size() < limit; ++next) {
        json row = newsJson(items[next]);
        if (!withContent)
            row["content"] = "";
        rows.push_back(std::move(row));
    }
    json out;
    out["news"] = std::move(rows);
    out["next_page_token"] =
        next < items.size() ? json(pageToken(std::to_string(items[next - 1].id))) : json(nullptr);
    return jsonAnswer(200, out);
}

/// What the broker calls a kind of action, in the request and in the answer.
struct ActionKind {
    const char* type;
    const char* list;
};

ActionKind kindOf(const CorporateAction& action) {
    if (action.kind == CorporateAction::Kind::CashDividend)
        return {"cash_dividend", "cash_dividends"};
    if (action.newShares >= action.oldShares)
        return {"forward_split", "forward_splits"};
    return {"reverse_split", "reverse_splits"};
}

/// Dividends are worked off when they are paid, splits when they take effect.
Date processDate(const CorporateAction& action) {
    // Recorded dividends do not tell when they were paid.
    const bool isPaid = action.kind == CorporateAction::Kind::CashDividend && action.payDate != Date();
    return isPaid ? action.payDate : action.exDate;
}

json actionJson(const CorporateAction& action) {
    json out;
    out["id"] = action.id;
    out["symbol"] = action.symbol.text();
    out["ex_date"] = action.exDate.iso();
    out["process_date"] = processDate(action).iso();
    if (action.recordDate != Date())
        out["record_date"] = action.recordDate.iso();
    if (action.payDate != Date())
        out["payable_date"] = action.payDate.iso();
    // The market's names carry no CUSIP.
    if (action.kind == CorporateAction::Kind::CashDividend) {
        out["cusip"] = "";
        out["rate"] = action.cash.toDoubleLossy();
        out["special"] = action.timesPerYear == 0;
        out["foreign"] = false;
        return out;
    }
    out["new_rate"] = action.newShares;
    out["old_rate"] = action.oldShares;
    if (action.newShares >= action.oldShares) {
        out["cusip"] = "";
    } else {
        out["old_cusip"] = "";
        out["new_cusip"] = "";
    }
    return out;
}

constexpr std::string_view kActionTypes[] = {
    "reverse_split", "forward_split",     "unit_split",          "cash_dividend",         "stock_dividend",
    "spin_off",      "cash_merger",       "stock_merger",        "stock_and_cash_merger", "redemption",
    "name_change",   "worthless_removal", "rights_distribution", "partial_call",          "reorganization"};

/// The words of `types`, all of them known.
std::set<std::string> readTypes(QueryReader& reader, const HttpRequest& request) {
    const auto words = commaList(request.parameter("types"), 20);
    std::set<std::string> types;
    for (const std::string& word : words.value_or(std::vector<std::string>())) {
        if (std::find(std::begin(kActionTypes), std::end(kActionTypes), word) == std::end(kActionTypes))
            reader.fail("types");
        types.insert(word);
    }
    if (!words)
        reader.fail("types");
    return types;
}

HttpAnswer corporateActions(const Api& api, const HttpRequest& request) {
    QueryReader reader(request, api.calendar());
    const std::vector<Symbol> symbols = reader.symbols("symbols", 500);
    const std::set<std::string> types = readTypes(reader, request);
    const auto ids = commaList(request.parameter("ids"), 100);
    if (!ids)
        reader.fail("ids");
    const bool descending = reader.word("sort", {"asc", "desc"}) == "desc";
    const bool onlyForeign = reader.word("region", {"us", "non_us", "all"}) == "non_us";
    Date start = reader.date("start").value_or(api.today());
    Date end = reader.date("end").value_or(api.today());
    const auto limit = static_cast<std::size_t>(reader.integer("limit", 100, 1, 1'000));
    const std::string token = reader.token();
    if (reader.failed())
        return reader.failure();
    const bool byId = !ids->empty();
    if (byId) {
        start = api.today() - kMostDays;
        end = api.today() + kMostDays;
    }
    start = std::max(start, api.today() - kMostDays);
    end = std::min(end, api.today() + kMostDays);
    // A payment follows its ex-date by up to three months; the list goes by the later one.
    std::vector<CorporateAction> actions = api.source().corporateActions(start - 100, end + 1, api.now);
    std::erase_if(actions, [&](const CorporateAction& action) {
        const Date day = processDate(action);
        if (byId)
            return std::find(ids->begin(), ids->end(), action.id) == ids->end();
        return onlyForeign || day < start || end < day ||
               (!types.empty() && !types.contains(kindOf(action).type)) ||
               (!symbols.empty() &&
                std::find(symbols.begin(), symbols.end(), action.symbol) == symbols.end());
    });
    std::stable_sort(actions.begin(), actions.end(), [&](const CorporateAction& a, const CorporateAction& b) {
        const auto left = std::pair(processDate(a), a.id);
        const auto right = std::pair(processDate(b), b.id);
        return descending ? right < left : left < right;
    });
    std::size_t next = 0;
    if (!token.empty())
        while (next < actions.size() && actions[next++].id != token)
            continue;
    json lists = json::object();
    std::size_t sent = 0;
    for (; next < actions.size() && sent < limit; ++next, ++sent)
        lists[kindOf(actions[next]).list].push_back(actionJson(actions[next]));
    json out;
    out["corporate_actions"] = std::move(lists);
    out["next_page_token"] = next < actions.size() ? json(pageToken(actions[next - 1].id)) : json(nullptr);
    return jsonAnswer(200, out);
}

using Answerer = HttpAnswer (*)(const Api&, const HttpRequest&);

} // namespace

std::optional<HttpAnswer> discoveryRoute(Api& api, const HttpRequest& request) {
    Answerer answerer = nullptr;
    if (request.path == "/v1beta1/news")
        answerer = news;
    else if (request.path == "/v1beta1/screener/stocks/most-actives")
        answerer = mostActives;
    else if (request.path == "/v1beta1/screener/stocks/movers")
        answerer = [](const Api& a, const HttpRequest& r) { return movers(a, r, "stocks"); };
    else if (request.path == "/v1beta1/screener/crypto/movers")
        answerer = [](const Api& a, const HttpRequest& r) { return movers(a, r, "crypto"); };
    else if (request.path == "/v1/corporate-actions" || request.path == "/v1beta1/corporate-actions")
        answerer = corporateActions;
    if (answerer == nullptr)
        return std::nullopt;
    if (request.method != "GET")
        return methodNotAllowed("GET");
    return answerer(api, request);
}

} // namespace strikedesk::sandbox
