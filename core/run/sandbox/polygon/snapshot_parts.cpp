// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/polygon/snapshot_parts.h"

#include "core/run/sandbox/market/contract_model.h"
#include "core/run/sandbox/polygon/aggregates.h"
#include "core/run/sandbox/polygon/wire_polygon.h"

#include <cmath>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr int kClearedAt = 3 * 60 + 30; ///< minutes after midnight
/// How far back the day before is looked for; a thin contract's trades may lie days apart.
constexpr int kDaysBack = 10;

json greeksPart(const options::Greeks& greeks) {
    json out;
    out["delta"] = greeks.delta;
    out["gamma"] = greeks.gamma;
    out["theta"] = greeks.theta;
    out["vega"] = greeks.vega;
    return out;
}

/// The mean of both sides, a missing one counted as zero, as the vendor's midpoint is.
Price middleOf(const market::Quote& quote) { return midpoint(quote.bid, quote.ask); }

json underlyingPart(const PolygonCall& call, const options::Contract& contract, Price breakEven) {
    const DataPlan& plan = call.plan(TickerKind::Stock);
    const Timestamp seenAt = call.seenAt(TickerKind::Stock);
    const Asset* asset = assetOf(call.source(), contract.underlying);
    const bool isIndex = asset != nullptr && asset->kind == AssetKind::Index;
    json out;
    out["ticker"] = asset != nullptr ? Ticker::of(*asset).text : contract.underlying.text();
    out["timeframe"] = plan.timeframe();
    const auto spot = spotAt(call.source(), contract.underlying, seenAt);
    out["change_to_break_even"] = spot ? numberJson(breakEven - *spot) : json(0);
    if (!spot || !plan.hasSnapshots)
        return out;
    out[isIndex ? "value" : "price"] = numberJson(*spot);
    const auto quote = call.source().quoteAt(contract.underlying, seenAt);
    out["last_updated"] = (quote ? quote->at : seenAt).nanoseconds();
    return out;
}

} // namespace

DayView dayView(const PolygonCall& call, const Ticker& ticker, Timestamp seenAt) {
    const SessionCalendar& calendar = call.calendar();
    const Date today = calendar.dateOf(seenAt);
    DayView view;
    const bool isToday = calendar.session(today) && calendar.minuteOfDay(seenAt) >= kClearedAt;
    view.date = isToday ? today : calendar.previous(today);
    const auto newest = [&](Date from, Date to) -> std::optional<market::Bar> {
        const auto bars = tickerDays(call.source(), calendar, ticker, from, to, true, seenAt);
        return bars.empty() ? std::nullopt : std::optional(bars.back());
    };
    view.day = newest(view.date, view.date);
    // Newest first and no further than it takes: days of contracts are costly.
    for (int back = 1; back <= kDaysBack && !view.before; ++back)
        if (calendar.session(view.date - back))
            view.before = newest(view.date - back, view.date - back);
    return view;
}

std::optional<market::Bar> newestMinute(const PolygonCall& call, const Ticker& ticker, Date day,
                                        Timestamp seenAt) {
    const auto print = call.source().printAt(ticker.symbol, seenAt);
    const auto value = call.source().indexValueAt(ticker.symbol, seenAt);
    const Timestamp newest = print ? print->at : value ? value->at : seenAt;
    const Timestamp from = std::max(newest - Duration::minutes(10), call.calendar().newYork(day, 0));
    const auto bars = call.source().minuteBars(ticker.symbol, from, seenAt, seenAt);
    return bars.empty() ? std::nullopt : std::optional(bars.back());
}

json quotePart(const market::Quote& quote, char tape, const DataPlan& plan) {
    const int exchange = quoteExchangeId(quote.symbol.looksLikeOption(), tape);
    json out;
    out["bid"] = numberJson(quote.bid);
    out["bid_size"] = quote.bidSize;
    out["ask"] = numberJson(quote.ask);
    out["ask_size"] = quote.askSize;
    if (quote.bid.isPositive())
        out["bid_exchange"] = exchange;
    if (quote.ask.isPositive())
        out["ask_exchange"] = exchange;
    out["midpoint"] = numberJson(middleOf(quote));
    out["last_updated"] = quote.at.nanoseconds();
    out["timeframe"] = plan.timeframe();
    return out;
}

json tradePart(const market::TradePrint& print, const DataPlan& plan) {
    json out;
    out["price"] = numberJson(print.price);
    out["size"] = print.size;
    out["exchange"] = exchangeIdOf(print);
    out["conditions"] = conditionIds(print);
    out["sip_timestamp"] = print.at.nanoseconds();
    out["timeframe"] = plan.timeframe();
    return out;
}

json contractParts(const PolygonCall& call, const options::Contract& contract) {
    MarketSource& source = call.source();
    const DataPlan& plan = call.plan(TickerKind::Option);
    const Timestamp seenAt = call.seenAt(TickerKind::Option);
    const auto quote = source.quoteAt(contract.symbol, seenAt);
    const auto print = source.printAt(contract.symbol, seenAt);
    json out;
    out["open_interest"] = contract.openInterest.value_or(0);
    if (quote && plan.hasQuotes)
        out["last_quote"] = quotePart(*quote, 'C', plan);
    if (print && plan.hasTrades)
        out["last_trade"] = tradePart(*print, plan);
    if (quote)
        if (const auto solved = solveContract(source, call.calendar(), contract, *quote, seenAt)) {
            out["implied_volatility"] = solved->impliedVolatility;
            out["greeks"] = greeksPart(solved->greeks);
        }
    const Price paid = quote ? middleOf(*quote) : print ? print->price : Price();
    const Price breakEven =
        contract.right == OptionRight::Call ? contract.strike + paid : contract.strike - paid;
    out["break_even_price"] = numberJson(breakEven);
    out["underlying_asset"] = underlyingPart(call, contract, breakEven);
    return out;
}

json detailsPart(const options::Contract& contract, bool withTicker) {
    json out;
    if (withTicker)
        out["ticker"] = Ticker::ofContract(contract.symbol).text;
    out["contract_type"] = contract.right == OptionRight::Call ? "call" : "put";
    out["exercise_style"] = contract.style == options::ExerciseStyle::European ? "european" : "american";
    out["expiration_date"] = contract.expiry.iso();
    out["strike_price"] = numberJson(contract.strike);
    out["shares_per_contract"] = contract.size;
    return out;
}

double percentOf(Price change, Price base) {
    if (!base.isPositive())
        return 0;
    return std::round(change.toDoubleLossy() / base.toDoubleLossy() * 1e6) / 1e4;
}

} // namespace strikedesk::sandbox
