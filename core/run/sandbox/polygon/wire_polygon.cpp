// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/polygon/wire_polygon.h"

#include "core/run/sandbox/polygon/venue_tables.h"

#include <nlohmann/json.hpp>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

/// When the exchange stamped what the tape stamped at `at`: some hundred microseconds before.
std::int64_t participantTime(Timestamp at) {
    return at.nanoseconds() - 150'000 - at.nanoseconds() / 1'000 % 400 * 1'000;
}

} // namespace

json numberJson(Price price) { return price.toDoubleLossy(); }

std::string exactText(std::int64_t shares) { return std::to_string(shares) + ".0"; }

std::int64_t sequenceOf(Timestamp at, const SessionCalendar& calendar) {
    return (at - calendar.newYork(calendar.dateOf(at), 0)).count() / 1'000;
}

json aggregateJson(const market::Bar& bar, TickerKind kind) {
    json out;
    out["t"] = bar.start.milliseconds();
    out["o"] = numberJson(bar.open);
    out["h"] = numberJson(bar.high);
    out["l"] = numberJson(bar.low);
    out["c"] = numberJson(bar.close);
    if (kind != TickerKind::Index) {
        out["v"] = bar.volume;
        out["vw"] = numberJson(bar.vwap);
        out["n"] = bar.tradeCount;
    }
    return out;
}

json conditionIds(const market::TradePrint& print) {
    json ids = json::array();
    const bool isOption = print.symbol.looksLikeOption();
    for (const char letter : print.conditions)
        if (const int id = letter == ',' ? -1 : conditionId(letter, isOption); id >= 0)
            ids.push_back(id);
    return ids;
}

int exchangeIdOf(const market::TradePrint& print) {
    return exchangeId(print.exchange, print.symbol.looksLikeOption());
}

int quoteExchangeId(bool isOption, char tape) {
    if (isOption)
        return exchangeId("C", true);
    return exchangeId(tape == 'C' ? "Q" : tape == 'A' ? "N" : "P", false);
}

json tradeRowJson(const market::TradePrint& print, char tape, const SessionCalendar& calendar) {
    json out;
    out["price"] = numberJson(print.price);
    out["size"] = print.size;
    out["exchange"] = exchangeIdOf(print);
    if (json ids = conditionIds(print); !ids.empty())
        out["conditions"] = std::move(ids);
    out["sip_timestamp"] = print.at.nanoseconds();
    out["participant_timestamp"] = participantTime(print.at);
    out["sequence_number"] = sequenceOf(print.at, calendar);
    if (!print.symbol.looksLikeOption()) {
        out["decimal_size"] = exactText(print.size);
        out["id"] = print.id;
        out["tape"] = tapeId(tape);
    }
    return out;
}

json quoteRowJson(const market::Quote& quote, char tape, const SessionCalendar& calendar) {
    const bool isOption = quote.symbol.looksLikeOption();
    const int exchange = quoteExchangeId(isOption, tape);
    json out;
    out["bid_price"] = numberJson(quote.bid);
    out["bid_size"] = quote.bidSize;
    out["bid_exchange"] = quote.bid.isPositive() ? exchange : 0;
    out["ask_price"] = numberJson(quote.ask);
    out["ask_size"] = quote.askSize;
    out["ask_exchange"] = quote.ask.isPositive() ? exchange : 0;
    out["sip_timestamp"] = quote.at.nanoseconds();
    out["sequence_number"] = sequenceOf(quote.at, calendar);
    if (!isOption) {
        out["participant_timestamp"] = participantTime(quote.at);
        out["conditions"] = json::array({1});
        out["tape"] = tapeId(tape);
    }
    return out;
}

json lastTradeJson(const market::TradePrint& print, char tape, const SessionCalendar& calendar) {
    const bool isOption = print.symbol.looksLikeOption();
    json out;
    out["T"] = isOption ? "O:" + print.symbol.text() : print.symbol.text();
    out["p"] = numberJson(print.price);
    out["s"] = print.size;
    if (json ids = conditionIds(print); !ids.empty())
        out["c"] = std::move(ids);
    out["x"] = exchangeIdOf(print);
    out["i"] = print.id;
    out["q"] = sequenceOf(print.at, calendar);
    out["t"] = print.at.nanoseconds();
    out["y"] = participantTime(print.at);
    if (!isOption) {
        out["ds"] = exactText(print.size);
        out["z"] = tapeId(tape);
    }
    return out;
}

json lastQuoteJson(const market::Quote& quote, char tape, const SessionCalendar& calendar) {
    const int exchange = quoteExchangeId(quote.symbol.looksLikeOption(), tape);
    json out;
    out["T"] = quote.symbol.text();
    out["p"] = numberJson(quote.bid);
    out["s"] = quote.bidSize;
    out["x"] = quote.bid.isPositive() ? exchange : 0;
    out["P"] = numberJson(quote.ask);
    out["S"] = quote.askSize;
    out["X"] = quote.ask.isPositive() ? exchange : 0;
    out["c"] = json::array({1});
    out["q"] = sequenceOf(quote.at, calendar);
    out["t"] = quote.at.nanoseconds();
    out["y"] = participantTime(quote.at);
    out["z"] = tapeId(tape);
    return out;
}

} // namespace strikedesk::sandbox
