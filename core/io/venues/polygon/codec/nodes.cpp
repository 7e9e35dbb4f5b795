// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/codec/nodes.h"

namespace strikedesk::polygon {

namespace {

std::optional<std::string_view> numberAt(FieldReader& in, std::string_view name) {
    const JsonTree::Node node = in.object()[name];
    if (node.isNothing())
        return std::nullopt;
    if (node.kind() != JsonTree::Kind::Number && node.kind() != JsonTree::Kind::String) {
        in.fail(name, "a number was expected");
        return std::nullopt;
    }
    return node.text();
}

} // namespace

void marketPrice(FieldReader& in, std::string_view name, std::optional<Price>& out) {
    in.price(name, out, ExtraDigits::RoundEven);
    if (out && *out < Price())
        in.fail(name, "a negative price");
}

void marketPrice(FieldReader& in, std::string_view name, Price& out) {
    std::optional<Price> read;
    marketPrice(in, name, read);
    out = read.value_or(out);
}

void priceChange(FieldReader& in, std::string_view name, std::optional<Price>& out) {
    in.price(name, out, ExtraDigits::RoundEven);
}

void wholeVolume(FieldReader& in, std::string_view name, std::optional<std::int64_t>& out) {
    const auto text = numberAt(in, name);
    if (!text)
        return;
    const auto value = venues::parseVenueDecimal(*text, 0, ExtraDigits::RoundEven);
    if (!value || *value < 0)
        return in.fail(name, "a volume was expected");
    out = *value;
}

void wholeVolume(FieldReader& in, std::string_view name, std::int64_t& out) {
    std::optional<std::int64_t> read;
    wholeVolume(in, name, read);
    out = read.value_or(out);
}

void unixTime(FieldReader& in, std::string_view name, Timestamp& out) {
    const auto text = numberAt(in, name);
    if (!text || *text == "0")
        return;
    const auto value = venueTime(*text);
    if (!value)
        return in.fail(name, "a Unix time was expected");
    out = *value;
}

void neededTime(FieldReader& in, std::string_view name, Timestamp& out) {
    unixTime(in, name, out);
    if (!out.isSet())
        in.fail(name, "missing");
}

bool tickerOf(FieldReader& in, std::string_view name, Ticker& out) {
    in.require(name);
    const auto read = tickerFrom(in.object()[name].text());
    out = read.value_or(Ticker());
    return read.has_value();
}

void decimalText(FieldReader& in, std::string_view name, std::string& out) {
    const auto text = numberAt(in, name);
    if (!text)
        return;
    // Nine decimals are far beyond what a declared amount has.
    const auto value = venues::parseVenueDecimal(*text, 9, ExtraDigits::RoundEven);
    if (!value)
        return in.fail(name, "a number was expected");
    out = formatDecimal(*value, 9, 0);
}

std::string joinedCodes(JsonTree::Node list) {
    std::string joined;
    for (auto code = list.firstChild(); code; code = code.nextSibling()) {
        if (!joined.empty())
            joined += ',';
        joined += code.text();
    }
    return joined;
}

Result<market::Bar> barFrom(JsonTree::Node node, bool needsTime) {
    FieldReader in(node, "bar");
    market::Bar bar;
    for (const char* needed : {"o", "h", "l", "c"})
        in.require(needed);
    unixTime(in, "t", bar.start);
    if (needsTime)
        neededTime(in, "t", bar.start);
    marketPrice(in, "o", bar.open);
    marketPrice(in, "h", bar.high);
    marketPrice(in, "l", bar.low);
    marketPrice(in, "c", bar.close);
    marketPrice(in, "vw", bar.vwap);
    wholeVolume(in, "v", bar.volume);
    wholeVolume(in, "n", bar.tradeCount);
    if (!in.ok())
        return in.error();
    return bar;
}

Result<JsonTree::Node> resultsObject(JsonTree::Node root) {
    if (const auto checked = checkEnvelope(root); !checked)
        return checked.error();
    const JsonTree::Node results = root["results"];
    if (results.isObject())
        return results;
    if (results.isNothing() && !root["status"].isNothing())
        return Error{ErrorKind::NotFound,
                     "polygon.answer.nothing",
                     "The data provider has nothing under this name for this day.",
                     {},
                     {}};
    return unexpectedAnswer("results: an object was expected");
}

} // namespace strikedesk::polygon
