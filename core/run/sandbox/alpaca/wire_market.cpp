// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/wire_market.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

json number(Price price) { return price.toDoubleLossy(); }

/// Timestamp 64 of MessagePack: 30 bits of nanoseconds above 34 bits of seconds, big-endian.
json timeJson(Timestamp at, TimeForm form) {
    if (form == TimeForm::Text)
        return at.rfc3339();
    const auto ns = static_cast<std::uint64_t>(at.nanoseconds());
    const std::uint64_t packed = (ns % 1'000'000'000 << 34) | (ns / 1'000'000'000);
    std::vector<std::uint8_t> bytes;
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(packed >> shift));
    // The library writes the subtype as a signed byte: 255 is type −1.
    return json::binary(std::move(bytes), 255);
}

json conditions(const std::string& codes) {
    json list = json::array();
    std::string_view rest = codes;
    while (!rest.empty()) {
        const std::size_t comma = rest.find(',');
        list.push_back(std::string(rest.substr(0, comma)));
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
    return list;
}

} // namespace

json quoteJson(const market::Quote& quote, char tape, TimeForm form) {
    const bool isOption = quote.symbol.looksLikeOption();
    json out;
    out["t"] = timeJson(quote.at, form);
    const std::string exchange = isOption ? "C" : tape == 'C' ? "Q" : "P";
    out["bx"] = quote.bid.isPositive() ? exchange : " ";
    out["bp"] = number(quote.bid);
    out["bs"] = quote.bidSize;
    out["ax"] = quote.ask.isPositive() ? exchange : " ";
    out["ap"] = number(quote.ask);
    out["as"] = quote.askSize;
    if (isOption) {
        out["c"] = " ";
    } else {
        out["c"] = json::array({"R"});
        out["z"] = std::string(1, tape);
    }
    return out;
}

json printJson(const market::TradePrint& print, char tape, TimeForm form) {
    json out;
    out["t"] = timeJson(print.at, form);
    out["x"] = print.exchange;
    out["p"] = number(print.price);
    out["s"] = print.size;
    if (print.symbol.looksLikeOption()) {
        out["c"] = print.conditions;
        return out;
    }
    out["c"] = conditions(print.conditions);
    const auto id = parseDecimal(print.id, 0, ExtraDigits::Refuse);
    out["i"] = id ? *id : 0;
    out["z"] = std::string(1, tape);
    return out;
}

json barJson(const market::Bar& bar, TimeForm form) {
    json out;
    out["t"] = timeJson(bar.start, form);
    out["o"] = number(bar.open);
    out["h"] = number(bar.high);
    out["l"] = number(bar.low);
    out["c"] = number(bar.close);
    out["v"] = bar.volume;
    out["n"] = bar.tradeCount;
    out["vw"] = number(bar.vwap);
    return out;
}

json newsJson(const NewsItem& item) {
    json out;
    out["id"] = item.id;
    out["headline"] = item.headline;
    out["author"] = item.author;
    out["created_at"] = item.createdAt.rfc3339();
    out["updated_at"] = item.updatedAt.rfc3339();
    out["summary"] = item.summary;
    out["content"] = item.content;
    out["url"] = item.url.empty() ? json(nullptr) : json(item.url);
    out["images"] = json::array();
    out["symbols"] = json::array();
    for (const Symbol& symbol : item.symbols)
        out["symbols"].push_back(symbol.text());
    out["source"] = item.source;
    return out;
}

} // namespace strikedesk::sandbox
