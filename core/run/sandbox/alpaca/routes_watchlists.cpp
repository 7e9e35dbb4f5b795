// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/data_access.h"
#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/http/bounded_json.h"
#include "core/run/sandbox/market/contract_names.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

using Lists = std::vector<Watchlist>;

json listJson(const Api& api, const Watchlist& list, bool withAssets) {
    json out;
    out["id"] = list.id;
    out["account_id"] = accountId(api.desk.book());
    out["created_at"] = list.createdAt.rfc3339();
    out["updated_at"] = list.updatedAt.rfc3339();
    out["name"] = list.name;
    if (!withAssets)
        return out;
    out["assets"] = json::array();
    for (const Symbol& symbol : list.symbols)
        if (const Asset* asset = stockOf(api, symbol))
            out["assets"].push_back(assetJson(*asset));
    return out;
}

HttpAnswer notFound() { return errorAnswer(404, 40410000, "watchlist not found"); }
HttpAnswer invalid(std::string_view what) { return errorAnswer(422, 42210000, what); }

/// Writes the lists and answers with one of them.
HttpAnswer saved(Api& api, Lists lists, std::size_t index) {
    if (!api.desk.saveWatchlists(std::move(lists)))
        return errorAnswer(500, 50010000, "internal server error");
    return jsonAnswer(200, listJson(api, api.desk.watchlists()[index], true));
}

bool isNameTaken(const Lists& lists, const std::string& name, const Watchlist* own) {
    return std::any_of(lists.begin(), lists.end(),
                       [&](const Watchlist& list) { return &list != own && list.name == name; });
}

/// The new name of a body; the refusal when it is unusable.
std::optional<HttpAnswer> readName(const Lists& lists, const Watchlist* own, const json& body,
                                   std::string& name) {
    const auto found = body.find("name");
    if (found == body.end() || !found->is_string() || found->get_ref<const std::string&>().empty())
        return invalid("watchlist name is required");
    name = found->get<std::string>();
    if (name.size() > Watchlist::kMaxName)
        return invalid("watchlist name must be no more than 64 characters");
    if (isNameTaken(lists, name, own))
        return invalid("watchlist name must be unique");
    return std::nullopt;
}

/// Appends one symbol of the market; the refusal when it is none or is on the list.
std::optional<HttpAnswer> append(const Api& api, const json& entry, std::vector<Symbol>& symbols) {
    const std::string text = entry.is_string() ? entry.get<std::string>() : std::string();
    const auto symbol = Symbol::tryFrom(text);
    if (!symbol || stockOf(api, *symbol) == nullptr)
        return invalid("asset not found for " + text);
    if (std::find(symbols.begin(), symbols.end(), *symbol) != symbols.end())
        return invalid("duplicate symbol");
    if (symbols.size() >= Watchlist::kMaxSymbols)
        return invalid("too many symbols");
    symbols.push_back(*symbol);
    return std::nullopt;
}

/// The list of a body, if it has one.
std::optional<HttpAnswer> readSymbols(const Api& api, const json& body,
                                      std::optional<std::vector<Symbol>>& symbols) {
    const auto found = body.find("symbols");
    if (found == body.end() || found->is_null())
        return std::nullopt;
    if (!found->is_array())
        return invalid("symbols must be an array");
    symbols.emplace();
    for (const json& entry : *found)
        if (auto refused = append(api, entry, *symbols))
            return refused;
    return std::nullopt;
}

HttpAnswer create(Api& api, const json& body) {
    Lists lists = api.desk.watchlists();
    Watchlist list;
    std::optional<std::vector<Symbol>> symbols;
    if (auto refused = readName(lists, nullptr, body, list.name))
        return *refused;
    if (auto refused = readSymbols(api, body, symbols))
        return *refused;
    if (lists.size() >= Watchlist::kMaxLists)
        return invalid("too many watchlists");
    list.symbols = symbols.value_or(std::vector<Symbol>());
    list.id = stableUuid(api.desk.record().accountNumber + list.name + std::to_string(api.now.nanoseconds()));
    list.createdAt = list.updatedAt = api.now;
    lists.push_back(std::move(list));
    const std::size_t index = lists.size() - 1;
    return saved(api, std::move(lists), index);
}

HttpAnswer change(Api& api, const HttpRequest& request, std::size_t index) {
    Lists lists = api.desk.watchlists();
    Watchlist& list = lists[index];
    const json body = parseJson(request.body);
    if (!body.is_object())
        return errorAnswer(400, 40010000, "request body format is invalid");
    list.updatedAt = api.now;
    if (request.method == "POST") {
        if (auto refused = append(api, body.value("symbol", json()), list.symbols))
            return *refused;
        return saved(api, std::move(lists), index);
    }
    std::optional<std::vector<Symbol>> symbols;
    if (body.contains("name"))
        if (auto refused = readName(lists, &list, body, list.name))
            return *refused;
    if (auto refused = readSymbols(api, body, symbols))
        return *refused;
    if (symbols)
        list.symbols = std::move(*symbols);
    return saved(api, std::move(lists), index);
}

HttpAnswer removeSymbol(Api& api, std::size_t index, const std::string& text) {
    Lists lists = api.desk.watchlists();
    std::vector<Symbol>& symbols = lists[index].symbols;
    const auto found = std::find_if(symbols.begin(), symbols.end(),
                                    [&](const Symbol& symbol) { return symbol.view() == text; });
    if (found == symbols.end())
        return errorAnswer(404, 40410000, "symbol not found in watchlist");
    symbols.erase(found);
    lists[index].updatedAt = api.now;
    return saved(api, std::move(lists), index);
}

HttpAnswer one(Api& api, const HttpRequest& request, std::size_t index) {
    if (request.method == "GET")
        return jsonAnswer(200, listJson(api, api.desk.watchlists()[index], true));
    if (request.method == "PUT" || request.method == "POST")
        return change(api, request, index);
    if (request.method != "DELETE")
        return methodNotAllowed("GET, PUT, POST, DELETE");
    Lists lists = api.desk.watchlists();
    lists.erase(lists.begin() + static_cast<std::ptrdiff_t>(index));
    if (!api.desk.saveWatchlists(std::move(lists)))
        return errorAnswer(500, 50010000, "internal server error");
    HttpAnswer answer;
    answer.status = 204;
    return answer;
}

HttpAnswer all(Api& api, const HttpRequest& request) {
    if (request.method == "POST") {
        const json body = parseJson(request.body);
        return body.is_object() ? create(api, body)
                                : errorAnswer(400, 40010000, "request body format is invalid");
    }
    if (request.method != "GET")
        return methodNotAllowed("GET, POST");
    json rows = json::array();
    for (const Watchlist& list : api.desk.watchlists())
        rows.push_back(listJson(api, list, false));
    return jsonAnswer(200, rows);
}

} // namespace

std::optional<HttpAnswer> watchlistRoute(Api& api, const HttpRequest& request) {
    const auto& segments = request.segments;
    if (segments.size() < 2 || segments.size() > 4 || segments[0] != "v2")
        return std::nullopt;
    const bool byName = segments[1] == "watchlists:by_name";
    if (!byName && segments[1] != "watchlists")
        return std::nullopt;
    if (!byName && segments.size() == 2)
        return all(api, request);
    const std::string wanted(byName ? request.parameter("name") : std::string_view(segments[2]));
    const Lists& lists = api.desk.watchlists();
    const auto found = std::find_if(lists.begin(), lists.end(), [&](const Watchlist& list) {
        return (byName ? list.name : list.id) == wanted;
    });
    if (found == lists.end())
        return notFound();
    const auto index = static_cast<std::size_t>(found - lists.begin());
    const std::size_t listSegments = byName ? 2 : 3;
    if (segments.size() == listSegments)
        return one(api, request, index);
    if (segments.size() != listSegments + 1)
        return std::nullopt;
    if (request.method != "DELETE")
        return methodNotAllowed("DELETE");
    return removeSymbol(api, index, segments[listSegments]);
}

} // namespace strikedesk::sandbox
