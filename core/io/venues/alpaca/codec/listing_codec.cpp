// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/account_codec.h"
#include "core/io/venues/alpaca/codec/nodes.h"

#include <algorithm>
#include <utility>

namespace strikedesk::alpaca {

namespace {

/// "09:30" and "0930" both occur (protocol facts, section 9).
std::optional<int> minuteOfDay(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c != ':')
            digits += c;
    const bool shape = (text.size() == 5 && text[2] == ':') || (text.size() == 4 && digits.size() == 4);
    if (!shape || digits.size() != 4 || digits.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    const int hour = (digits[0] - '0') * 10 + (digits[1] - '0');
    const int minute = (digits[2] - '0') * 10 + (digits[3] - '0');
    if (hour > 24 || minute > 59 || hour * 60 + minute > 24 * 60)
        return std::nullopt;
    return hour * 60 + minute;
}

void readMinute(FieldReader& in, std::string_view name, std::optional<int>& out) {
    std::string text;
    in.text(name, text);
    if (text.empty())
        return;
    out = minuteOfDay(text);
    if (!out)
        in.fail(name, "a time of day was expected");
}

Result<CalendarDay> dayFrom(JsonTree::Node node) {
    FieldReader in(node, "calendar day");
    CalendarDay day;
    for (const char* needed : {"date", "open", "close"})
        in.require(needed);
    std::optional<Date> date;
    std::optional<int> open;
    std::optional<int> close;
    in.date("date", date);
    readMinute(in, "open", open);
    readMinute(in, "close", close);
    readMinute(in, "session_open", day.sessionOpenMinute);
    readMinute(in, "session_close", day.sessionCloseMinute);
    in.date("settlement_date", day.settlement);
    if (open && close && *open >= *close)
        in.fail("close", "not after the open");
    if (!in.ok())
        return in.error();
    day.date = *date;
    day.openMinute = *open;
    day.closeMinute = *close;
    return day;
}

Result<Asset> assetFrom(JsonTree::Node node) {
    FieldReader in(node, "asset");
    Asset asset;
    in.require("symbol");
    in.text("id", asset.id);
    in.text("class", asset.assetClass);
    in.text("exchange", asset.exchange);
    in.text("symbol", asset.symbol);
    in.text("name", asset.name);
    in.text("status", asset.status);
    in.boolean("tradable", asset.isTradable);
    in.boolean("marginable", asset.isMarginable);
    in.boolean("shortable", asset.isShortable);
    in.boolean("fractionable", asset.isFractionable);
    in.text("borrow_status", asset.borrowStatus);
    in.words("attributes", asset.attributes);
    if (!in.ok())
        return in.error();
    return asset;
}

Result<Watchlist> watchlistFrom(JsonTree::Node node) {
    FieldReader in(node, "watchlist");
    Watchlist list;
    in.require("id");
    in.text("id", list.id);
    in.text("name", list.name);
    in.timestamp("updated_at", list.updatedAt);
    if (!in.ok())
        return in.error();
    const JsonTree::Node assets = node["assets"];
    if (!assets.isArray())
        return list;
    auto decoded = decodeEach(assets, assetFrom);
    if (!decoded)
        return decoded.error();
    list.assets = std::move(decoded.value());
    return list;
}

/// Amounts in an array of numbers, null allowed.
Result<std::vector<std::optional<Money>>> amounts(JsonTree::Node list) {
    std::vector<std::optional<Money>> values;
    for (auto node = list.firstChild(); node; node = node.nextSibling()) {
        if (node.isNothing()) {
            values.emplace_back();
            continue;
        }
        const auto units = parseVenueDecimal(node.text(), Money::kScaleDigits, ExtraDigits::RoundEven);
        if (!units)
            return unexpectedAnswer("portfolio history: an amount was expected");
        values.emplace_back(Money::fromUnits(*units));
    }
    return values;
}

Result<PortfolioHistory> historyFrom(JsonTree::Node node) {
    FieldReader in(node, "portfolio history");
    PortfolioHistory history;
    in.money("base_value", history.baseValue);
    in.date("base_value_asof", history.baseValueAsOf);
    in.text("timeframe", history.timeframe);
    const auto equity = amounts(node["equity"]);
    const auto profit = amounts(node["profit_loss"]);
    if (!in.ok() || !equity || !profit)
        return in.ok() ? (equity ? profit.error() : equity.error()) : in.error();
    const JsonTree::Node times = node["timestamp"];
    const std::size_t count = times.childCount();
    const JsonTree::Node fractions = node["profit_loss_pct"];
    if (!times.isArray() || equity->size() != count || profit->size() != count ||
        fractions.childCount() != count)
        return unexpectedAnswer("portfolio history: the arrays differ in length");
    auto fraction = fractions.firstChild();
    auto time = times.firstChild();
    for (std::size_t i = 0; i < count; ++i, time = time.nextSibling(), fraction = fraction.nextSibling()) {
        // Unix seconds, left edge.
        const auto seconds = parseDecimal(time.text(), 0, ExtraDigits::Refuse);
        if (!seconds || *seconds < 0 || *seconds > 7'258'118'400)
            return unexpectedAnswer("portfolio history: a time was expected");
        PortfolioPoint point{Timestamp::fromSeconds(*seconds), (*equity)[i], (*profit)[i], std::nullopt};
        if (!fraction.isNothing()) {
            const auto parts = parseVenueDecimal(fraction.text(), 9, ExtraDigits::RoundEven);
            if (!parts)
                return unexpectedAnswer("portfolio history: a fraction was expected");
            point.profitLossFraction = static_cast<double>(*parts) / 1e9;
        }
        history.points.push_back(point);
    }
    return history;
}

} // namespace

bool Asset::hasAttribute(std::string_view attribute) const {
    return std::find(attributes.begin(), attributes.end(), attribute) != attributes.end();
}

Result<std::vector<CalendarDay>> decodeCalendar(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Array,
                      [](JsonTree::Node root) { return decodeEach(root, dayFrom); });
}

Result<PortfolioHistory> decodePortfolioHistory(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, historyFrom);
}

Result<Asset> decodeAsset(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, assetFrom);
}

Result<std::vector<Asset>> decodeAssets(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Array,
                      [](JsonTree::Node root) { return decodeEach(root, assetFrom); });
}

Result<Watchlist> decodeWatchlist(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, watchlistFrom);
}

Result<std::vector<Watchlist>> decodeWatchlists(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Array,
                      [](JsonTree::Node root) { return decodeEach(root, watchlistFrom); });
}

} // namespace strikedesk::alpaca
