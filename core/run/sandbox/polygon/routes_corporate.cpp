// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/adjustment.h"
#include "core/run/sandbox/market/contract_names.h"
#include "core/run/sandbox/polygon/list_answer.h"
#include "core/run/sandbox/polygon/polygon_routes.h"
#include "core/run/sandbox/polygon/wire_polygon.h"

#include <cmath>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

using Type = ListField::Type;

/// How far ahead announced actions are told.
constexpr int kDaysAhead = 366;
/// Short interest is published on this business day after its settlement (FINRA's schedule).
constexpr int kShortInterestDelay = 8;
constexpr int kShortHistoryDays = 730;

constexpr ListField kSplitFields[] = {{"ticker", Type::Text}, {"execution_date", Type::Date}};
constexpr ListRules kSplitRules{kSplitFields, "execution_date", true, 10, 1'000, false};
constexpr ListField kDividendFields[] = {
    {"ticker", Type::Text},           {"ex_dividend_date", Type::Date}, {"record_date", Type::Date},
    {"declaration_date", Type::Date}, {"pay_date", Type::Date},         {"frequency", Type::Number},
    {"cash_amount", Type::Number},    {"dividend_type", Type::Text},
};
constexpr ListRules kDividendRules{kDividendFields, "ex_dividend_date", true, 10, 1'000, false};

constexpr ListField kNewSplitFields[] = {
    {"ticker", Type::Text}, {"execution_date", Type::Date}, {"adjustment_type", Type::Text}};
constexpr ListRules kNewSplitRules{kNewSplitFields, "execution_date", true, 100, 5'000, false};
constexpr ListField kNewDividendFields[] = {
    {"ticker", Type::Text},
    {"ex_dividend_date", Type::Date},
    {"frequency", Type::Number},
    {"distribution_type", Type::Text},
};
constexpr ListRules kNewDividendRules{kNewDividendFields, "ticker", false, 100, 5'000, false};

constexpr ListField kInterestFields[] = {
    {"ticker", Type::Text},
    {"days_to_cover", Type::Number},
    {"settlement_date", Type::Date},
    {"avg_daily_volume", Type::Number},
};
constexpr ListRules kInterestRules{kInterestFields, "ticker", false, 10, 50'000, false};
constexpr ListField kVolumeFields[] = {
    {"ticker", Type::Text}, {"date", Type::Date}, {"short_volume_ratio", Type::Number}};
constexpr ListRules kVolumeRules{kVolumeFields, "ticker", false, 10, 50'000, true};
constexpr ListField kFloatFields[] = {{"ticker", Type::Text}, {"free_float_percent", Type::Number}};
constexpr ListRules kFloatRules{kFloatFields, "ticker", false, 100, 5'000, false};

std::vector<CorporateAction> actions(const PolygonCall& call, CorporateAction::Kind kind) {
    const Date first = Date::tryFromYmd(TradingCalendar::kFirstYear, 1, 1).valueOr(Date());
    auto all = call.source().corporateActions(first, call.today() + kDaysAhead, call.now());
    std::erase_if(all, [&](const CorporateAction& action) { return action.kind != kind; });
    return all;
}

/// What prices before the ex-date are multiplied with.
Adjuster adjuster(const PolygonCall& call, const CorporateAction& action, AdjustmentMode mode) {
    return adjusterOf(call.source(), call.calendar(), action.symbol, mode, action.exDate - 1, call.now());
}

double rounded(double value, double steps) { return std::round(value * steps) / steps; }

HttpAnswer splits(const PolygonCall& call, bool isNew) {
    const std::string_view reverse = call.request().parameter("reverse_split");
    if (!reverse.empty() && reverse != "true" && reverse != "false")
        return call.badParameter("reverse_split");
    std::vector<json> rows;
    for (const CorporateAction& action : actions(call, CorporateAction::Kind::Split)) {
        const bool isReverse = action.newShares < action.oldShares;
        if (!reverse.empty() && (reverse == "true") != isReverse)
            continue;
        json row;
        row["id"] = action.id;
        row["ticker"] = action.symbol.text();
        row["execution_date"] = action.exDate.iso();
        row["split_from"] = action.oldShares;
        row["split_to"] = action.newShares;
        if (isNew) {
            row["adjustment_type"] = isReverse ? "reverse_split" : "forward_split";
            row["historical_adjustment_factor"] = rounded(
                adjuster(call, action, AdjustmentMode{true, false}).priceFactor(action.exDate - 1), 1e6);
        }
        rows.push_back(std::move(row));
    }
    return listAnswer(call, rows, isNew ? kNewSplitRules : kSplitRules);
}

HttpAnswer dividends(const PolygonCall& call, bool isNew) {
    std::vector<json> rows;
    for (const CorporateAction& action : actions(call, CorporateAction::Kind::CashDividend)) {
        json row;
        row["id"] = action.id;
        row["ticker"] = action.symbol.text();
        row["cash_amount"] = numberJson(action.cash);
        row["currency"] = "USD";
        row["declaration_date"] = action.declared.iso();
        row["ex_dividend_date"] = action.exDate.iso();
        row["record_date"] = action.recordDate.iso();
        row["pay_date"] = action.payDate.iso();
        row["frequency"] = action.timesPerYear;
        if (!isNew) {
            row["dividend_type"] = action.timesPerYear == 0 ? "SC" : "CD";
            rows.push_back(std::move(row));
            continue;
        }
        row["distribution_type"] = action.timesPerYear == 0 ? "special" : "recurring";
        row["historical_adjustment_factor"] =
            rounded(adjuster(call, action, AdjustmentMode{false, true}).priceFactor(action.exDate - 1), 1e6);
        row["split_adjusted_cash_amount"] = numberJson(
            adjuster(call, action, AdjustmentMode{true, false}).adjusted(action.cash, action.exDate));
        rows.push_back(std::move(row));
    }
    return listAnswer(call, rows, isNew ? kNewDividendRules : kDividendRules);
}

/// The stocks a request for one or all of them means.
std::vector<const Asset*> stocksOf(const PolygonCall& call) {
    const std::string_view asked = call.request().parameter("ticker");
    std::vector<const Asset*> stocks;
    for (const Asset& asset : call.source().assets())
        if (asset.kind != AssetKind::Index && (asked.empty() || asked == asset.symbol.view()))
            stocks.push_back(&asset);
    return stocks;
}

bool isPublished(const PolygonCall& call, const ShortInterest& entry) {
    Date day = entry.settlement;
    for (int i = 0; i < kShortInterestDelay; ++i)
        day = call.calendar().next(day);
    return day <= call.today();
}

HttpAnswer shortInterest(const PolygonCall& call) {
    std::vector<json> rows;
    const Date last = call.today();
    for (const Asset* asset : stocksOf(call))
        for (const ShortInterest& entry :
             call.source().shortInterest(asset->symbol, last - kShortHistoryDays, last)) {
            if (!isPublished(call, entry))
                continue;
            const auto volume = static_cast<double>(std::max<std::int64_t>(entry.averageDailyVolume, 1));
            json row;
            row["ticker"] = asset->symbol.text();
            row["settlement_date"] = entry.settlement.iso();
            row["short_interest"] = entry.shares;
            row["avg_daily_volume"] = entry.averageDailyVolume;
            row["days_to_cover"] = rounded(std::max(1.0, static_cast<double>(entry.shares) / volume), 100);
            rows.push_back(std::move(row));
        }
    return listAnswer(call, rows, kInterestRules);
}

/// The market knows the sum over the facilities; it is spread as off-exchange volume usually is: most at
/// Nasdaq Carteret, a fifth at the NYSE's facility, a hundredth at Nasdaq Chicago, the ADF idle.
void putFacilities(json& row, const std::string& ending, std::int64_t shares) {
    const std::int64_t nyse = shares / 5;
    const std::int64_t chicago = shares / 100;
    row["nyse_" + ending] = nyse;
    row["nasdaq_chicago_" + ending] = chicago;
    row["nasdaq_carteret_" + ending] = shares - nyse - chicago;
    row["adf_" + ending] = 0;
}

HttpAnswer shortVolume(const PolygonCall& call) {
    std::vector<json> rows;
    // A day is published when its late session is over.
    const auto session = call.calendar().days().session(call.today());
    const Date last = session && session->postClose <= call.now() ? call.today() : call.today() - 1;
    for (const Asset* asset : stocksOf(call))
        for (const ShortVolume& entry :
             call.source().shortVolume(asset->symbol, last - kShortHistoryDays, last)) {
            const auto total = static_cast<double>(std::max<std::int64_t>(entry.totalShares, 1));
            json row;
            row["ticker"] = asset->symbol.text();
            row["date"] = entry.date.iso();
            row["short_volume"] = entry.shortShares;
            row["total_volume"] = entry.totalShares;
            row["short_volume_ratio"] = rounded(100.0 * static_cast<double>(entry.shortShares) / total, 100);
            row["exempt_volume"] = entry.exemptShares;
            row["non_exempt_volume"] = entry.shortShares - entry.exemptShares;
            putFacilities(row, "short_volume", entry.shortShares);
            putFacilities(row, "short_volume_exempt", entry.exemptShares);
            rows.push_back(std::move(row));
        }
    return listAnswer(call, rows, kVolumeRules);
}

/// The share held by insiders is the ticker's own, 0.2 to 15 per cent; the rest floats.
HttpAnswer floats(const PolygonCall& call) {
    std::vector<json> rows;
    for (const Asset* asset : stocksOf(call)) {
        const auto facts = call.source().facts(asset->symbol, call.today());
        if (!facts || facts->shares <= 0 || asset->kind != AssetKind::Stock)
            continue;
        const double held = 0.2 + static_cast<double>(textKey("float " + asset->symbol.text()) % 1'480) / 100;
        const double percent = rounded(100 - held, 100);
        json row;
        row["ticker"] = asset->symbol.text();
        row["effective_date"] =
            Date::tryFromYmd(call.today().year(), call.today().month(), 1).valueOr(call.today()).iso();
        row["free_float"] = std::llround(static_cast<double>(facts->shares) * percent / 100);
        row["free_float_percent"] = percent;
        rows.push_back(std::move(row));
    }
    return listAnswer(call, rows, kFloatRules);
}

} // namespace

std::optional<HttpAnswer> polygonCorporateRoute(const PolygonCall& call) {
    const std::string& path = call.request().path;
    if (path == "/v3/reference/splits" || path == "/stocks/v1/splits")
        return splits(call, path.starts_with("/stocks"));
    if (path == "/v3/reference/dividends" || path == "/stocks/v1/dividends")
        return dividends(call, path.starts_with("/stocks"));
    if (path == "/stocks/v1/short-interest")
        return shortInterest(call);
    if (path == "/stocks/v1/short-volume")
        return shortVolume(call);
    return path == "/stocks/vX/float" ? std::optional(floats(call)) : std::nullopt;
}

} // namespace strikedesk::sandbox
