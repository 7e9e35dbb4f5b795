// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/api.h"
#include "core/run/sandbox/http/query_reader.h"
#include "core/run/sandbox/market/option_model.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

HttpAnswer clockAnswer(const Api& api) {
    const SessionCalendar& calendar = api.calendar();
    json out;
    out["timestamp"] = calendar.offsetText(api.now);
    out["is_open"] = calendar.days().isOpen(api.now);
    const auto open = calendar.days().nextOpen(api.now);
    const auto close = calendar.days().nextClose(api.now);
    if (!open || !close)
        return errorAnswer(500, 50010000, "the calendar ends here");
    out["next_open"] = calendar.offsetText(*open);
    out["next_close"] = calendar.offsetText(*close);
    return jsonAnswer(200, out);
}

std::string wall(int minutes, bool colon) {
    std::string text;
    text += static_cast<char>('0' + minutes / 600);
    text += static_cast<char>('0' + minutes / 60 % 10);
    if (colon)
        text += ':';
    text += static_cast<char>('0' + minutes % 60 / 10);
    text += static_cast<char>('0' + minutes % 10);
    return text;
}

HttpAnswer calendarAnswer(const Api& api, const HttpRequest& request) {
    const SessionCalendar& calendar = api.calendar();
    QueryReader reader(request, calendar);
    const Date first = Date::fromDays(12'784); // 2005-01-01, where the known years begin
    const Date last = Date::fromDays(21'914);  // 2029-12-31, where the broker's list ends
    const Date start = std::max(first, reader.date("start").value_or(first));
    const Date end = std::min(last, reader.date("end").value_or(last));
    if (reader.failed())
        return reader.failure();
    json rows = json::array();
    for (const trade::SessionDay& day : calendar.sessions(start, end)) {
        const auto session = calendar.days().session(day.date);
        if (!session)
            continue;
        json row;
        row["date"] = day.date.iso();
        row["open"] = wall(calendar.minuteOfDay(day.open), true);
        row["close"] = wall(calendar.minuteOfDay(day.close), true);
        row["session_open"] = wall(calendar.minuteOfDay(session->preOpen), false);
        row["session_close"] = wall(calendar.minuteOfDay(session->postClose), false);
        row["settlement_date"] = calendar.next(day.date).iso();
        rows.push_back(std::move(row));
    }
    return jsonAnswer(200, rows);
}

/// Whether an asset has one of the attributes asked for.
bool hasAttribute(const json& row, const std::vector<std::string>& wanted) {
    return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](const std::string& name) {
               const json& own = row["attributes"];
               return std::find(own.begin(), own.end(), name) != own.end();
           });
}

HttpAnswer assetsAnswer(const Api& api, const HttpRequest& request) {
    const std::string_view status = request.parameter("status");
    const std::string_view assetClass = request.parameter("asset_class");
    const std::string_view exchange = request.parameter("exchange");
    const auto attributes = commaList(request.parameter("attributes"), 20);
    if (!attributes)
        return errorAnswer(400, 40010001, "invalid attributes");
    json rows = json::array();
    for (const Asset& asset : api.source().assets()) {
        // The broker lists what can be held; an index cannot.
        if (asset.kind == AssetKind::Index)
            continue;
        json row = assetJson(asset);
        const bool wanted =
            (status.empty() || status == "active") && (assetClass.empty() || assetClass == "us_equity") &&
            (exchange.empty() || exchange == asset.exchange) && hasAttribute(row, *attributes);
        if (request.segments.size() == 2 && wanted)
            rows.push_back(std::move(row));
        else if (request.segments.size() == 3 &&
                 (asset.symbol.view() == request.segments[2] || asset.id == request.segments[2]))
            return jsonAnswer(200, row);
    }
    if (request.segments.size() == 3)
        return errorAnswer(404, 40410000, "asset not found for " + request.segments[2]);
    return jsonAnswer(200, rows);
}

json contractJson(const Api& api, const options::Contract& contract) {
    const std::string before = api.calendar().previous(api.today()).iso();
    json out;
    out["id"] = contract.id;
    out["symbol"] = contract.symbol.text();
    out["name"] = contract.name;
    out["status"] = contract.isActive ? "active" : "inactive";
    out["tradable"] = contract.isTradable;
    out["expiration_date"] = contract.expiry.iso();
    out["root_symbol"] = contract.root.text();
    out["underlying_symbol"] = contract.underlying.text();
    for (const Asset& asset : api.source().assets())
        if (asset.symbol == contract.underlying)
            out["underlying_asset_id"] = asset.id;
    out["type"] = contract.right == OptionRight::Call ? "call" : "put";
    out["style"] = contract.style == options::ExerciseStyle::American ? "american" : "european";
    out["strike_price"] = decimalText(contract.strike.units(), Price::kScaleDigits);
    out["multiplier"] = std::to_string(contract.multiplier);
    out["size"] = std::to_string(contract.size);
    out["ppind"] = optionTick(contract.underlying, Price::fromCents(100)) == Price::fromCents(1);
    if (contract.openInterest) {
        out["open_interest"] = std::to_string(*contract.openInterest);
        out["open_interest_date"] = before;
    }
    if (contract.closePrice) {
        out["close_price"] = decimalText(contract.closePrice->units(), Price::kScaleDigits);
        out["close_price_date"] = before;
    }
    return out;
}

json deliverables(const options::Contract& contract, const json& row) {
    json share;
    share["type"] = "equity";
    share["symbol"] = contract.underlying.text();
    if (row.contains("underlying_asset_id"))
        share["asset_id"] = row["underlying_asset_id"];
    share["amount"] = std::to_string(contract.size);
    share["allocation_percentage"] = "100";
    share["settlement_type"] = "T+1";
    share["settlement_method"] = "CCC";
    share["delayed_settlement"] = false;
    return json::array({share});
}

HttpAnswer contractsAnswer(const Api& api, const HttpRequest& request) {
    QueryReader reader(request, api.calendar());
    ContractFilter filter = ContractFilter::read(reader, request);
    // Without a date the broker ends the list at the coming weekend.
    if (!filter.expiry && !filter.expiryTo)
        filter.expiryTo = api.today() + (7 - api.today().weekday()) % 7;
    const std::vector<Symbol> underlyings = reader.symbols("underlying_symbols", 100);
    const std::string status = reader.word("status", {"active", "inactive"});
    const auto limit = static_cast<std::size_t>(reader.integer("limit", 100, 1, 10'000));
    const std::string after = reader.token();
    const std::string ppind = reader.word("ppind", {"true", "false"});
    if (reader.failed())
        return reader.failure();

    json rows = json::array();
    json next = nullptr;
    std::map<Symbol, options::Contract> listed;
    for (const Asset& asset : api.source().assets())
        if (underlyings.empty() ||
            std::find(underlyings.begin(), underlyings.end(), asset.symbol) != underlyings.end())
            for (options::Contract& contract : api.source().contracts(asset.symbol, api.today()))
                listed.emplace(contract.symbol, std::move(contract));
    for (const auto& [symbol, contract] : listed) {
        const bool european = contract.style == options::ExerciseStyle::European;
        if (symbol.view() <= after || (status == "inactive") == contract.isActive || ppind == "false" ||
            (!filter.style.empty() && (filter.style == "european") != european) ||
            !filter.admits(contract.expiry, contract.strike, contract.right == OptionRight::Call,
                           contract.root.view()))
            continue;
        if (rows.size() == limit) {
            next = pageToken(rows.back()["symbol"].get_ref<const std::string&>());
            break;
        }
        json row = contractJson(api, contract);
        if (request.parameter("show_deliverables") == "true")
            row["deliverables"] = deliverables(contract, row);
        rows.push_back(std::move(row));
    }
    json out;
    out["option_contracts"] = std::move(rows);
    out["next_page_token"] = std::move(next);
    return jsonAnswer(200, out);
}

HttpAnswer contractAnswer(const Api& api, const std::string& name) {
    if (const auto symbol = Symbol::tryFrom(name))
        if (const auto contract = api.source().contract(*symbol, api.today()))
            return jsonAnswer(200, contractJson(api, *contract));
    for (const Asset& asset : api.source().assets())
        for (const options::Contract& contract : api.source().contracts(asset.symbol, api.today()))
            if (contract.id == name)
                return jsonAnswer(200, contractJson(api, contract));
    return errorAnswer(404, 40410000, "option contract " + name + " not found");
}

} // namespace

std::optional<HttpAnswer> referenceRoute(Api& api, const HttpRequest& request) {
    const auto& segments = request.segments;
    if (segments.size() < 2 || segments[0] != "v2")
        return std::nullopt;
    const bool isClock = segments[1] == "clock" && segments.size() == 2;
    const bool isCalendar = segments[1] == "calendar" && segments.size() == 2;
    const bool isAssets = segments[1] == "assets" && segments.size() <= 3;
    const bool isContracts = segments[1] == "options" && segments.size() >= 3 && segments.size() <= 4 &&
                             segments[2] == "contracts";
    if (!isClock && !isCalendar && !isAssets && !isContracts)
        return std::nullopt;
    if (request.method != "GET")
        return methodNotAllowed("GET");
    if (isClock)
        return clockAnswer(api);
    if (isCalendar)
        return calendarAnswer(api, request);
    if (isAssets)
        return assetsAnswer(api, request);
    return segments.size() == 3 ? contractsAnswer(api, request) : contractAnswer(api, segments[3]);
}

} // namespace strikedesk::sandbox
