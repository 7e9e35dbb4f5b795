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

struct Word {
    std::string_view code;
    std::string_view text;
};

/// Status codes of tape C, and of tapes A and B.
constexpr Word kNasdaqStatus[] = {{"H", "Trading Halt"},
                                  {"Q", "Quotation Resumption"},
                                  {"T", "Trading Resumption"},
                                  {"P", "Volatility Trading Pause"}};
constexpr Word kTapeStatus[] = {{"2", "Trading Halt"}, {"3", "Resume"}, {"5", "Price Indication"}};
constexpr Word kReasons[] = {{"LUDP", "Volatility Trading Pause"},
                             {"T1", "Halt - News Pending"},
                             {"T2", "Halt - News Released"},
                             {"T3", "News and Resumption Times"},
                             {"T12", "Halt - Additional Information Requested by NASDAQ"},
                             {"M", "Volatility Trading Pause"},
                             {"MWC1", "Market Wide Circuit Breaker Halt - Level 1"},
                             {"MWC2", "Market Wide Circuit Breaker Halt - Level 2"},
                             {"MWC3", "Market Wide Circuit Breaker Halt - Level 3"}};

template <std::size_t N>
std::string textOf(const Word (&words)[N], std::string_view code) {
    for (const Word& word : words)
        if (word.code == code)
            return std::string(word.text);
    return {};
}

json tradeId(const std::string& text) {
    const auto id = parseDecimal(text, 0, ExtraDigits::Refuse);
    return id ? *id : 0;
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
    out["i"] = tradeId(print.id);
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

json newsJson(const NewsItem& item, TimeForm form) {
    json out;
    out["id"] = item.id;
    out["headline"] = item.headline;
    out["author"] = item.author;
    out["created_at"] = timeJson(item.createdAt, form);
    out["updated_at"] = timeJson(item.updatedAt, form);
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

json statusJson(const market::TradingStatus& status, char tape, TimeForm form) {
    const bool isHalt = status.phase == market::TradingPhase::Halted;
    std::string code = status.code;
    // The tapes have letters of their own; a code of the other tape is said in this one's.
    const bool isForeign =
        tape == 'C' ? textOf(kNasdaqStatus, code).empty() : textOf(kTapeStatus, code).empty();
    if (isForeign && status.phase != market::TradingPhase::Other)
        code = tape == 'C' ? (isHalt ? "H" : "T") : (isHalt ? "2" : "3");
    json out;
    out["sc"] = code;
    out["sm"] = tape == 'C' ? textOf(kNasdaqStatus, code) : textOf(kTapeStatus, code);
    out["rc"] = status.reason;
    out["rm"] = textOf(kReasons, status.reason);
    out["t"] = timeJson(status.at, form);
    out["z"] = std::string(1, tape);
    return out;
}

json bandJson(const PriceBand& band, char tape, TimeForm form) {
    json out;
    out["u"] = number(band.up);
    out["d"] = number(band.down);
    out["i"] = "B";
    out["t"] = timeJson(band.at, form);
    out["z"] = std::string(1, tape);
    return out;
}

json changeJson(const PrintChange& change, char tape, TimeForm form) {
    json out;
    out["x"] = change.was.exchange;
    out["t"] = timeJson(change.at, form);
    out["z"] = std::string(1, tape);
    if (!change.is) {
        out["i"] = tradeId(change.was.id);
        out["p"] = number(change.was.price);
        out["s"] = change.was.size;
        out["a"] = "C";
        return out;
    }
    out["oi"] = tradeId(change.was.id);
    out["op"] = number(change.was.price);
    out["os"] = change.was.size;
    out["oc"] = conditions(change.was.conditions);
    out["ci"] = tradeId(change.is->id);
    out["cp"] = number(change.is->price);
    out["cs"] = change.is->size;
    out["cc"] = conditions(change.is->conditions);
    return out;
}

} // namespace strikedesk::sandbox
