// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/polygon/list_answer.h"
#include "core/run/sandbox/polygon/polygon_routes.h"
#include "core/run/sandbox/polygon/snapshot_parts.h"
#include "core/run/sandbox/polygon/wire_polygon.h"

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr ListField kFields[] = {
    {"ticker", ListField::Type::Text},
    {"contract_type", ListField::Type::Text},
    {"expiration_date", ListField::Type::Date},
    {"strike_price", ListField::Type::Number},
};
constexpr ListRules kRules{kFields, "ticker", false, 10, 250, false};

/// Today's bar of a contract; an empty object when it has not traded.
json dayPart(const PolygonCall& call, const options::Contract& contract) {
    const Timestamp seenAt = call.seenAt(TickerKind::Option);
    const DayView view = dayView(call, Ticker::ofContract(contract.symbol), seenAt);
    if (!view.day)
        return json::object();
    const market::Bar& day = *view.day;
    const Price before = view.before ? view.before->close : contract.closePrice.value_or(day.open);
    const auto print = call.source().printAt(contract.symbol, seenAt);
    json out;
    out["open"] = numberJson(day.open);
    out["high"] = numberJson(day.high);
    out["low"] = numberJson(day.low);
    out["close"] = numberJson(day.close);
    out["volume"] = day.volume;
    out["vwap"] = numberJson(day.vwap);
    out["previous_close"] = numberJson(before);
    out["change"] = numberJson(day.close - before);
    out["change_percent"] = percentOf(day.close - before, before);
    out["last_updated"] = (print ? print->at : seenAt).nanoseconds();
    return out;
}

json rowOf(const PolygonCall& call, const options::Contract& contract) {
    json row = contractParts(call, contract);
    row["details"] = detailsPart(contract, true);
    row["day"] = dayPart(call, contract);
    return row;
}

HttpAnswer chain(const PolygonCall& call) {
    const auto underlying = Ticker::known(call.source(), call.segments()[3], call.today());
    std::vector<options::Contract> contracts;
    if (underlying && underlying->kind != TickerKind::Option)
        contracts = call.source().contracts(underlying->symbol, call.today());
    std::vector<json> light;
    light.reserve(contracts.size());
    for (const options::Contract& contract : contracts)
        light.push_back(detailsPart(contract, true));
    const ListPage page = listPage(call, light, kRules);
    if (!page.bad.empty())
        return call.badParameter(page.bad);
    json rows = json::array();
    for (const std::size_t i : page.rows)
        rows.push_back(rowOf(call, contracts[i]));
    return pageAnswer(call, page, std::move(rows), call.envelope(TickerKind::Option));
}

HttpAnswer single(const PolygonCall& call) {
    const auto ticker = Ticker::tryFrom(call.segments()[4]);
    const auto underlying = Ticker::tryFrom(call.segments()[3]);
    const auto contract = ticker && ticker->kind == TickerKind::Option
                              ? call.source().contract(ticker->symbol, call.today())
                              : std::nullopt;
    if (!contract || !underlying || contract->underlying != underlying->symbol)
        return call.notFound("Options contract not found.");
    json out = call.envelope(TickerKind::Option);
    out["results"] = rowOf(call, *contract);
    return jsonAnswer(200, out);
}

} // namespace

std::optional<HttpAnswer> polygonChainRoute(const PolygonCall& call) {
    const auto& segments = call.segments();
    const bool isChain = (segments.size() == 4 || segments.size() == 5) && segments[0] == "v3" &&
                         segments[1] == "snapshot" && segments[2] == "options";
    if (!isChain)
        return std::nullopt;
    if (!call.plan(TickerKind::Option).hasSnapshots)
        return call.notEntitled();
    return segments.size() == 4 ? chain(call) : single(call);
}

} // namespace strikedesk::sandbox
