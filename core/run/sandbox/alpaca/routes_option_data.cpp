// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/bar_query.h"
#include "core/run/sandbox/alpaca/data_access.h"
#include "core/run/sandbox/alpaca/data_routes.h"
#include "core/run/sandbox/alpaca/wire_market.h"
#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/api.h"
#include "core/run/sandbox/market/contract_model.h"

#include <nlohmann/json.hpp>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr std::size_t kMaxSymbols = 100;
constexpr int kSnapshotDays = 6;

json greeksJson(const options::Greeks& greeks) {
    json out;
    out["delta"] = greeks.delta;
    out["gamma"] = greeks.gamma;
    out["theta"] = greeks.theta;
    out["vega"] = greeks.vega;
    out["rho"] = greeks.rho;
    return out;
}

/// Implied volatility and greeks of a quote; left out where they cannot be solved.
void putGreeks(const Api& api, const options::Contract& contract, const market::Quote& quote, json& out) {
    if (const auto solved = solveContract(api.source(), api.calendar(), contract, quote, api.now)) {
        out["impliedVolatility"] = solved->impliedVolatility;
        out["greeks"] = greeksJson(solved->greeks);
    }
}

json snapshotJson(const Api& api, const options::Contract& contract) {
    json out = json::object();
    if (const auto print = api.source().printAt(contract.symbol, api.now))
        out["latestTrade"] = printJson(*print, ' ');
    if (const auto quote = api.source().quoteAt(contract.symbol, api.now)) {
        out["latestQuote"] = quoteJson(*quote, ' ');
        putGreeks(api, contract, *quote, out);
    }
    const std::vector<market::Bar> minutes =
        api.source().minuteBars(contract.symbol, api.now - Duration::minutes(390), api.now, api.now);
    for (auto bar = minutes.rbegin(); bar != minutes.rend(); ++bar)
        if (bar->start + Duration::minutes(1) <= api.now) {
            out["minuteBar"] = barJson(*bar);
            break;
        }
    // Newest first, and no further back than it takes: a thin contract's bars may lie days apart.
    int found = 0;
    for (int back = 0; back <= kSnapshotDays && found < 2; ++back) {
        const Date day = api.today() - back;
        const auto bars = api.source().dailyBars(contract.symbol, day, day, api.now);
        if (!bars.empty())
            out[found++ == 0 ? "dailyBar" : "prevDailyBar"] = barJson(bars.back());
    }
    return out;
}

std::optional<options::Contract> contractOf(const Api& api, const Symbol& symbol) {
    return api.source().contract(symbol, api.today());
}

std::vector<Symbol> readContracts(QueryReader& reader) {
    std::vector<Symbol> symbols = reader.symbols("symbols", kMaxSymbols);
    if (symbols.empty())
        reader.fail("symbols");
    for (const Symbol& symbol : symbols)
        if (!symbol.looksLikeOption())
            reader.fail("symbols");
    std::sort(symbols.begin(), symbols.end());
    return symbols;
}

HttpAnswer bars(const Api& api, const HttpRequest& request) {
    QueryReader reader(request, api.calendar());
    const BarRequest query = readBarRequest(reader, request, readContracts(reader), api.now, api.calendar());
    if (reader.failed())
        return reader.failure();
    const BarPage page = barPage(api.source(), api.calendar(), query, api.now);
    countBars(api.arrivals, page);
    json out;
    out["bars"] = json::object();
    for (const auto& [symbol, list] : page.rows)
        for (const market::Bar& bar : list)
            out["bars"][symbol.text()].push_back(barJson(bar));
    out["next_page_token"] = page.nextToken.empty() ? json(nullptr) : json(pageToken(page.nextToken));
    return jsonAnswer(200, out);
}

HttpAnswer trades(const Api& api, const HttpRequest& request) {
    QueryReader reader(request, api.calendar());
    std::vector<Symbol> contracts = readContracts(reader);
    std::erase_if(contracts, [&](const Symbol& symbol) { return !contractOf(api, symbol); });
    return optionTrades(api, request, reader, std::move(contracts));
}

HttpAnswer latest(const Api& api, const HttpRequest& request, const std::string& what) {
    QueryReader reader(request, api.calendar());
    const std::vector<Symbol> symbols = readContracts(reader);
    const FeedRule rule = optionFeed(api, reader);
    if (reader.failed())
        return reader.failure();
    if (rule.refusal)
        return *rule.refusal;
    json rows = json::object();
    for (const Symbol& symbol : symbols) {
        if (!contractOf(api, symbol))
            continue;
        if (what == "quotes") {
            if (const auto quote = api.source().quoteAt(symbol, api.now))
                rows[symbol.text()] = quoteJson(*quote, ' ');
        } else if (const auto print = api.source().printAt(symbol, api.now)) {
            rows[symbol.text()] = printJson(*print, ' ');
        }
    }
    json out;
    out[what] = std::move(rows);
    return jsonAnswer(200, out);
}

/// One page of snapshots of contracts sorted by symbol.
HttpAnswer snapshotPage(const Api& api, const std::vector<options::Contract>& contracts, std::size_t limit,
                        const std::string& after, std::optional<Timestamp> updatedSince) {
    json rows = json::object();
    json next = nullptr;
    Symbol last;
    for (const options::Contract& contract : contracts) {
        if (contract.symbol.view() <= after)
            continue;
        if (updatedSince) {
            const auto quote = api.source().quoteAt(contract.symbol, api.now);
            if (!quote || quote->at < *updatedSince)
                continue;
        }
        if (rows.size() == limit) {
            next = pageToken(last.view());
            break;
        }
        rows[contract.symbol.text()] = snapshotJson(api, contract);
        last = contract.symbol;
    }
    json out;
    out["snapshots"] = std::move(rows);
    out["next_page_token"] = std::move(next);
    return jsonAnswer(200, out);
}

HttpAnswer snapshots(const Api& api, const HttpRequest& request) {
    QueryReader reader(request, api.calendar());
    const std::vector<Symbol> symbols = readContracts(reader);
    const FeedRule rule = optionFeed(api, reader);
    const auto limit = static_cast<std::size_t>(reader.integer("limit", 100, 1, 1'000));
    const std::string after = reader.token();
    const auto updatedSince = reader.time("updated_since");
    if (reader.failed())
        return reader.failure();
    if (rule.refusal)
        return *rule.refusal;
    std::vector<options::Contract> contracts;
    for (const Symbol& symbol : symbols)
        if (auto contract = contractOf(api, symbol))
            contracts.push_back(std::move(*contract));
    return snapshotPage(api, contracts, limit, after, updatedSince);
}

HttpAnswer chain(const Api& api, const HttpRequest& request) {
    QueryReader reader(request, api.calendar());
    const auto underlying = Symbol::tryFrom(request.segments[3]);
    if (!underlying)
        reader.fail("underlying_symbol");
    const FeedRule rule = optionFeed(api, reader);
    const ContractFilter filter = ContractFilter::read(reader, request);
    const auto limit = static_cast<std::size_t>(reader.integer("limit", 100, 1, 1'000));
    const std::string after = reader.token();
    const auto updatedSince = reader.time("updated_since");
    if (reader.failed())
        return reader.failure();
    if (rule.refusal)
        return *rule.refusal;
    std::vector<options::Contract> contracts;
    for (options::Contract& contract : api.source().contracts(*underlying, api.today()))
        if (filter.admits(contract.expiry, contract.strike, contract.right == OptionRight::Call,
                          contract.root.view()))
            contracts.push_back(std::move(contract));
    return snapshotPage(api, contracts, limit, after, updatedSince);
}

std::optional<HttpAnswer> answerGet(const Api& api, const HttpRequest& request) {
    const auto& segments = request.segments;
    if (segments.size() == 3 && segments[2] == "bars")
        return bars(api, request);
    if (segments.size() == 3 && segments[2] == "trades")
        return trades(api, request);
    if (segments[2] == "meta")
        return metaAnswer(api, request, true);
    if (segments.size() == 3 && segments[2] == "snapshots")
        return snapshots(api, request);
    if (segments.size() == 4 && segments[2] == "snapshots")
        return chain(api, request);
    if (segments.size() == 4 && segments[3] == "latest" &&
        (segments[2] == "quotes" || segments[2] == "trades"))
        return latest(api, request, segments[2]);
    return std::nullopt;
}

} // namespace

std::optional<HttpAnswer> optionDataRoute(Api& api, const HttpRequest& request) {
    const auto& segments = request.segments;
    if (segments.size() < 3 || segments[0] != "v1beta1" || segments[1] != "options")
        return std::nullopt;
    if (request.method != "GET")
        return methodNotAllowed("GET");
    return answerGet(api, request);
}

} // namespace strikedesk::sandbox
