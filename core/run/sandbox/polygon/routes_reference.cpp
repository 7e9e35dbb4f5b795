// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/polygon/list_answer.h"
#include "core/run/sandbox/polygon/polygon_routes.h"
#include "core/run/sandbox/polygon/snapshot_parts.h"
#include "core/run/sandbox/polygon/venue_tables.h"
#include "core/run/sandbox/polygon/wire_polygon.h"

#include <algorithm>
#include <set>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

/// Expired contracts are found on the lists of this many days back.
constexpr int kExpiredDays = 10;

constexpr ListField kContractFields[] = {
    {"ticker", ListField::Type::Text},         {"underlying_ticker", ListField::Type::Text},
    {"contract_type", ListField::Type::Text},  {"expiration_date", ListField::Type::Date},
    {"strike_price", ListField::Type::Number},
};
constexpr ListRules kContractRules{kContractFields, "ticker", false, 10, 1'000, false};

constexpr ListField kTickerFields[] = {
    {"ticker", ListField::Type::Text}, {"type", ListField::Type::Text},
    {"market", ListField::Type::Text}, {"primary_exchange", ListField::Type::Text},
    {"name", ListField::Type::Text},   {"locale", ListField::Type::Text},
};
constexpr ListRules kTickerRules{kTickerFields, "ticker", false, 100, 1'000, true};

constexpr ListField kConditionFields[] = {
    {"asset_class", ListField::Type::Text},
    {"id", ListField::Type::Number},
    {"name", ListField::Type::Text},
    {"type", ListField::Type::Text},
};
constexpr ListRules kConditionRules{kConditionFields, "asset_class", false, 10, 1'000, true};

json contractJson(const MarketSource& source, const options::Contract& contract) {
    json row = detailsPart(contract, true);
    const Asset* asset = assetOf(source, contract.underlying);
    row["underlying_ticker"] = asset != nullptr
                                   ? Ticker::of(*asset).text.substr(asset->kind == AssetKind::Index ? 2 : 0)
                                   : contract.underlying.text();
    row["primary_exchange"] = "BATO";
    const bool isCall = contract.right == OptionRight::Call;
    const bool isEuropean = contract.style == options::ExerciseStyle::European;
    const bool isOnIndex = asset != nullptr && asset->kind == AssetKind::Index;
    // ISO 10962: option, right, style, underlying (S stock, I index), delivery, standard.
    row["cfi"] = std::string("O") + (isCall ? 'C' : 'P') + (isEuropean ? 'E' : 'A') +
                 (isOnIndex ? 'I' : 'S') + (isOnIndex ? 'C' : 'P') + 'S';
    return row;
}

/// The contracts on an underlying listed on `asOf`, or those that had expired by then.
std::vector<options::Contract> contractsOf(const PolygonCall& call, const Symbol& underlying, Date asOf,
                                           bool expired) {
    if (!expired)
        return call.source().contracts(underlying, asOf);
    std::vector<options::Contract> found;
    std::set<Symbol> seen;
    for (int back = 1; back <= kExpiredDays; ++back)
        for (options::Contract& contract : call.source().contracts(underlying, asOf - back))
            if (contract.expiry < asOf && seen.insert(contract.symbol).second)
                found.push_back(std::move(contract));
    return found;
}

HttpAnswer contracts(const PolygonCall& call) {
    const HttpRequest& request = call.request();
    const std::string_view asOfText = request.parameter("as_of");
    const auto asOf = asOfText.empty() ? Result<Date>(call.today()) : Date::tryFromIso(asOfText);
    const std::string_view expired = request.parameter("expired");
    if (!asOf || (!expired.empty() && expired != "true" && expired != "false"))
        return call.badParameter(asOf ? "expired" : "as_of");
    const std::string_view underlying = request.parameter("underlying_ticker");
    std::vector<json> rows;
    for (const Asset& asset : call.source().assets())
        if (underlying.empty() || underlying == asset.symbol.view())
            for (const options::Contract& contract :
                 contractsOf(call, asset.symbol, std::min(*asOf, call.today()), expired == "true"))
                rows.push_back(contractJson(call.source(), contract));
    return listAnswer(call, rows, kContractRules);
}

HttpAnswer contract(const PolygonCall& call) {
    const auto ticker = Ticker::known(call.source(), call.segments()[4], call.today());
    if (!ticker || ticker->kind != TickerKind::Option)
        return call.notFound("Options contract not found.");
    json out = call.envelope();
    out["results"] = contractJson(call.source(), *call.source().contract(ticker->symbol, call.today()));
    return jsonAnswer(200, out);
}

json tickerJson(const PolygonCall& call, const Asset& asset) {
    const bool isIndex = asset.kind == AssetKind::Index;
    json row;
    row["ticker"] = Ticker::of(asset).text;
    row["name"] = asset.name;
    row["market"] = isIndex ? "indices" : "stocks";
    row["locale"] = "us";
    row["active"] = true;
    if (isIndex)
        return row;
    row["type"] = asset.kind == AssetKind::Fund ? "ETF" : "CS";
    row["primary_exchange"] = micOf(asset.exchange);
    row["currency_name"] = "usd";
    row["last_updated_utc"] = call.today().iso() + "T00:00:00Z";
    return row;
}

std::string lowered(std::string_view text) {
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return small;
}

HttpAnswer tickers(const PolygonCall& call) {
    const HttpRequest& request = call.request();
    const std::string_view active = request.parameter("active");
    if (!active.empty() && active != "true" && active != "false")
        return call.badParameter("active");
    const std::string search = lowered(request.parameter("search"));
    const std::string_view exchange = request.parameter("exchange");
    std::vector<json> rows;
    for (const Asset& asset : call.source().assets()) {
        const bool isFound = search.empty() || lowered(asset.name).find(search) != std::string::npos ||
                             lowered(asset.symbol.view()).find(search) != std::string::npos;
        // Every name of this market is active.
        if (isFound && active != "false" && (exchange.empty() || exchange == micOf(asset.exchange)))
            rows.push_back(tickerJson(call, asset));
    }
    return listAnswer(call, rows, kTickerRules);
}

HttpAnswer tickerDetails(const PolygonCall& call) {
    const auto ticker = Ticker::known(call.source(), call.segments()[3], call.today());
    if (!ticker || ticker->kind == TickerKind::Option)
        return call.notFound("Ticker not found.");
    const Asset& asset = *assetOf(call.source(), ticker->symbol);
    json row = tickerJson(call, asset);
    row.erase("last_updated_utc");
    if (!row.contains("currency_name"))
        row["currency_name"] = "usd";
    if (const auto facts = call.source().facts(asset.symbol, call.today())) {
        row["description"] = facts->description;
        if (!facts->homepage.empty())
            row["homepage_url"] = facts->homepage;
        row["list_date"] = facts->listed.iso();
        if (facts->shares > 0) {
            row["share_class_shares_outstanding"] = facts->shares;
            row["weighted_shares_outstanding"] = facts->shares;
        }
        // A fund has no market value of its own and no industry (section 9).
        if (facts->marketValue > 0)
            row["market_cap"] = facts->marketValue;
        if (!facts->industryCode.empty()) {
            row["sic_code"] = facts->industryCode;
            row["sic_description"] = facts->industry;
        }
        if (facts->employees > 0)
            row["total_employees"] = facts->employees;
    }
    if (ticker->kind == TickerKind::Stock) {
        row["round_lot"] = 100;
        row["ticker_root"] = ticker->text;
    }
    json out = call.envelope();
    out["results"] = std::move(row);
    return jsonAnswer(200, out);
}

json typeRow(const char* code, const char* description, const char* assetClass) {
    return json{{"code", code}, {"description", description}, {"asset_class", assetClass}, {"locale", "us"}};
}

/// Whether a row with an asset class passes the request's own filter on it.
bool isAskedClass(const PolygonCall& call, std::string_view assetClass) {
    const std::string_view asked = call.request().parameter("asset_class");
    return asked.empty() || asked == assetClass;
}

HttpAnswer plainList(const PolygonCall& call, const std::vector<json>& rows) {
    json out = call.envelope();
    out["results"] = json::array();
    for (const json& row : rows)
        if (isAskedClass(call, row["asset_class"].get<std::string>()))
            out["results"].push_back(row);
    out["count"] = out["results"].size();
    return jsonAnswer(200, out);
}

HttpAnswer exchanges(const PolygonCall& call) {
    std::vector<json> rows;
    for (const ExchangeRow& exchange : exchangeTable())
        rows.push_back(json{{"id", exchange.id},
                            {"type", exchange.type},
                            {"asset_class", exchange.isOption ? "options" : "stocks"},
                            {"locale", "us"},
                            {"name", exchange.name},
                            {"mic", exchange.mic},
                            {"operating_mic", exchange.operatingMic},
                            {"participant_id", std::string(1, exchange.letter)}});
    return plainList(call, rows);
}

HttpAnswer conditions(const PolygonCall& call) {
    std::vector<json> rows;
    for (const ConditionRow& condition : conditionTable()) {
        const json rules = {{"updates_high_low", condition.movesHighLow},
                            {"updates_open_close", condition.movesOpenClose},
                            {"updates_volume", condition.movesVolume}};
        json row = {{"id", condition.id},
                    {"type", "sale_condition"},
                    {"name", condition.name},
                    {"asset_class", condition.isOption ? "options" : "stocks"},
                    {"data_types", {"trade"}}};
        const std::string letter(1, condition.letter);
        row["sip_mapping"] =
            condition.isOption ? json{{"OPRA", letter}} : json{{"CTA", letter}, {"UTP", letter}};
        row["update_rules"] = {{"consolidated", rules}, {"market_center", rules}};
        rows.push_back(std::move(row));
    }
    const std::string_view type = call.request().parameter("data_type");
    if (!type.empty() && type != "trade")
        rows.clear();
    return listAnswer(call, rows, kConditionRules);
}

} // namespace

std::optional<HttpAnswer> polygonReferenceRoute(const PolygonCall& call) {
    const auto& segments = call.segments();
    if (segments.size() < 3 || segments[0] != "v3" || segments[1] != "reference")
        return std::nullopt;
    const std::string& what = segments[2];
    if (what == "options" && segments.size() >= 4 && segments[3] == "contracts") {
        if (segments.size() == 4)
            return contracts(call);
        return segments.size() == 5 ? std::optional(contract(call)) : std::nullopt;
    }
    if (what == "tickers" && segments.size() == 3)
        return tickers(call);
    if (what == "tickers" && segments.size() == 4 && segments[3] == "types")
        return plainList(call, {typeRow("CS", "Common Stock", "stocks"),
                                typeRow("ETF", "Exchange Traded Fund", "stocks")});
    if (what == "tickers" && segments.size() == 4)
        return tickerDetails(call);
    if (what == "exchanges" && segments.size() == 3)
        return exchanges(call);
    return what == "conditions" && segments.size() == 3 ? std::optional(conditions(call)) : std::nullopt;
}

} // namespace strikedesk::sandbox
