// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/portfolio_history.h"

#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/http/query_reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr Duration kDay = Duration::days(1);
/// Daily points carry the end of the late session, as in the recorded answers.
constexpr int kDayLabelMinute = 20 * 60;
/// More points are nobody's chart.
constexpr std::size_t kMostPoints = 50'000;

/// Activities that change what is held; others (fees, dividends) name a quantity without moving it.
bool movesPosition(const std::string& type) {
    static const std::set<std::string> kMoving = {"FILL",  "OPEXC", "OPASN", "OPEXP",
                                                  "OPTRD", "OPCSH", "OPCA",  "SPLIT"};
    return kMoving.contains(type);
}

struct HistoryRequest {
    Timestamp start;
    Timestamp end;
    std::string timeframe;
    Duration step;
    std::string reporting = "market_hours";
    bool resetsDaily = true;
    std::optional<std::set<std::string>> cashflow; ///< types; empty set: all
};

struct Step {
    const char* word;
    Duration length;
};
constexpr Step kSteps[] = {{"1Min", Duration::minutes(1)},
                           {"5Min", Duration::minutes(5)},
                           {"15Min", Duration::minutes(15)},
                           {"1H", Duration::hours(1)},
                           {"1D", Duration::days(1)}};

/// "7D", "2W", "1M", "1A".
std::optional<Duration> readPeriod(std::string_view text) {
    if (text.size() < 2 || text.size() > 5)
        return std::nullopt;
    const auto count = parseDecimal(text.substr(0, text.size() - 1), 0, ExtraDigits::Refuse);
    if (!count || *count < 1)
        return std::nullopt;
    switch (text.back()) {
    case 'D':
        return kDay * *count;
    case 'W':
        return kDay * (7 * *count);
    case 'M':
        return kDay * (30 * *count);
    case 'A':
        return kDay * (365 * *count);
    default:
        return std::nullopt;
    }
}

void readSpan(QueryReader& reader, const HttpRequest& request, Timestamp now, HistoryRequest& asked) {
    const auto start = reader.time("start");
    const auto end = reader.time("end");
    const std::string_view periodText = request.parameter("period");
    const auto period = periodText.empty() ? std::optional(kDay * 30) : readPeriod(periodText);
    if (!period || (start && end && !periodText.empty()))
        reader.fail("period");
    if (reader.failed())
        return;
    const Duration length = std::min(*period, kDay * 3'660);
    const bool fromStart = start && !end && !periodText.empty();
    asked.end = std::min(now, end.value_or(fromStart ? *start + length : now));
    asked.start = start.value_or(asked.end - length);
    if (asked.end < asked.start)
        reader.fail("start");
}

void readStep(QueryReader& reader, HistoryRequest& asked) {
    asked.timeframe = reader.word("timeframe", {"1Min", "5Min", "15Min", "1H", "1D"});
    const Duration length = asked.end - asked.start;
    if (asked.timeframe.empty())
        asked.timeframe = length < kDay * 7 ? "1Min" : length < kDay * 30 ? "15Min" : "1D";
    for (const Step& step : kSteps)
        if (asked.timeframe == step.word)
            asked.step = step.length;
    // A month of thirty days is still answered within the day.
    if (asked.step < kDay && length > kDay * 30)
        reader.fail("timeframe");
}

HistoryRequest readRequest(QueryReader& reader, const HttpRequest& request, Timestamp now) {
    HistoryRequest asked;
    readSpan(reader, request, now, asked);
    if (!reader.failed())
        readStep(reader, asked);
    const std::string reporting =
        reader.word("intraday_reporting", {"market_hours", "extended_hours", "continuous"});
    if (!reporting.empty())
        asked.reporting = reporting;
    else if (reader.word("extended_hours", {"true", "false"}) == "true")
        asked.reporting = "extended_hours";
    asked.resetsDaily = reader.word("pnl_reset", {"per_day", "no_reset"}) != "no_reset";
    const auto types = commaList(request.parameter("cashflow_types"), 100);
    if (!types)
        reader.fail("cashflow_types");
    else if (!types->empty() && types->front() != "NONE")
        asked.cashflow = types->front() == "ALL" ? std::set<std::string>()
                                                 : std::set<std::string>(types->begin(), types->end());
    return asked;
}

/// One point: its label, the end of its window, and the trading day it counts to.
struct Point {
    Timestamp label;
    Timestamp end;
    Date day;
};

void addIntraday(std::vector<Point>& points, Timestamp from, Timestamp to, Date day,
                 const HistoryRequest& asked) {
    for (Timestamp label = from; label <= to && points.size() < kMostPoints; label = label + asked.step)
        if (asked.start <= label && label <= asked.end)
            points.push_back({label, std::min({label + asked.step, to, asked.end}), day});
}

std::vector<Point> pointsOf(const Api& api, const HistoryRequest& asked) {
    const SessionCalendar& calendar = api.calendar();
    std::vector<Point> points;
    const Date first = std::max(calendar.dateOf(asked.start), api.desk.record().anchor);
    const Date last = calendar.dateOf(asked.end);
    for (Date day = first; day <= last; day = day + 1) {
        const auto session = calendar.days().session(day);
        if (asked.step < kDay && asked.reporting == "continuous")
            addIntraday(points, calendar.newYork(day, 0),
                        calendar.newYork(day + 1, 0) - Duration::nanoseconds(1), day, asked);
        else if (session && asked.step < kDay && asked.reporting == "extended_hours")
            addIntraday(points, session->preOpen, session->postClose, day, asked);
        else if (session && asked.step < kDay)
            addIntraday(points, session->open, session->close, day, asked);
        else if (session && asked.step == kDay && session->open <= asked.end)
            points.push_back(
                {calendar.newYork(day, kDayLabelMinute), std::min(session->close, asked.end), day});
    }
    return points;
}

double dollars(Money amount) { return std::round(static_cast<double>(amount.units()) / 100.0) / 100.0; }

double share(Money part, Money whole) {
    if (whole.isZero())
        return 0;
    const double value = static_cast<double>(part.units()) / static_cast<double>(whole.units());
    return std::round(value * 10'000.0) / 10'000.0;
}

} // namespace

PastEquity::PastEquity(const Api& api) : m_api(api), m_cash(api.desk.book().state().config.startingCash) {}

void PastEquity::apply(const trade::BrokerActivity& activity) {
    m_cash += activity.netAmount.value_or(Money());
    m_cashflow[activity.type] += activity.netAmount.value_or(Money());
    if (!activity.quantity || activity.symbol.isEmpty() || !movesPosition(activity.type))
        return;
    const bool sells = activity.type == "FILL" && activity.side == trade::Side::Sell;
    Quantity& held = m_positions[activity.symbol];
    held += sells ? -*activity.quantity : *activity.quantity;
    if (activity.price)
        m_paid[activity.symbol] = *activity.price;
    if (held.isZero())
        m_positions.erase(activity.symbol);
}

Money PastEquity::valueOf(const Symbol& symbol, Quantity quantity, Timestamp when) const {
    const options::Contract* contract = m_api.desk.book().contract(symbol);
    const std::int64_t multiplier = contract != nullptr ? contract->multiplier : 1;
    const auto quote = m_api.source().quoteAt(symbol, when);
    std::optional<Price> price = quote ? quote->mid() : std::nullopt;
    if (!price)
        if (const auto print = m_api.source().printAt(symbol, when))
            price = print->price;
    const auto paid = m_paid.find(symbol);
    if (!price && paid != m_paid.end())
        price = paid->second;
    return notional(price.value_or(Price()), quantity, multiplier);
}

Money PastEquity::at(Timestamp when) {
    const auto& activities = m_api.desk.book().state().activities;
    for (; m_next < activities.size() && activities[m_next].at <= when; ++m_next)
        apply(activities[m_next]);
    Money equity = m_cash;
    for (const auto& [symbol, quantity] : m_positions)
        equity += valueOf(symbol, quantity, when);
    return equity;
}

HttpAnswer portfolioHistory(const Api& api, const HttpRequest& request) {
    QueryReader reader(request, api.calendar());
    const HistoryRequest asked = readRequest(reader, request, api.now);
    if (reader.failed())
        return reader.failure();
    const std::vector<Point> points = pointsOf(api, asked);
    PastEquity past(api);
    json out = {{"timestamp", json::array()},
                {"equity", json::array()},
                {"profit_loss", json::array()},
                {"profit_loss_pct", json::array()},
                {"timeframe", asked.timeframe}};
    // Within the day the base is the close before; daily points count from the first of them.
    Money base = api.desk.book().state().config.startingCash;
    if (!points.empty() && api.desk.record().anchor < points.front().day && asked.step < kDay) {
        const Date before = api.calendar().previous(points.front().day);
        base = past.at(api.calendar().session(before)->close);
        out["base_value_asof"] = before.iso();
    }
    Money reference = base;
    Money newest = base;
    std::map<std::string, std::vector<double>> flows;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool isNewDay = i > 0 && points[i].day != points[i - 1].day;
        if (isNewDay && asked.resetsDaily && asked.step < kDay)
            reference = newest;
        newest = past.at(points[i].end);
        if (i == 0 && asked.step == kDay)
            base = reference = newest;
        out["timestamp"].push_back(points[i].label.seconds());
        out["equity"].push_back(dollars(newest));
        out["profit_loss"].push_back(dollars(newest - reference));
        out["profit_loss_pct"].push_back(share(newest - reference, reference));
        for (const auto& [type, amount] : past.cashflow()) {
            const bool wanted = asked.cashflow && type != "FILL" &&
                                (asked.cashflow->empty() || asked.cashflow->contains(type));
            if (wanted) {
                flows[type].resize(i, 0.0);
                flows[type].push_back(dollars(amount));
            }
        }
    }
    out["base_value"] = dollars(base);
    if (asked.cashflow)
        out["cashflow"] = flows;
    return jsonAnswer(200, out);
}

} // namespace strikedesk::sandbox
