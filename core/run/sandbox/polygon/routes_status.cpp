// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/polygon/polygon_routes.h"

#include <nlohmann/json.hpp>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

/// How far ahead "upcoming" looks; the vendor's own list spans about a year.
constexpr int kDaysAhead = 366;

std::string_view phaseWord(SessionPhase phase) {
    if (phase == SessionPhase::Regular)
        return "open";
    return phase == SessionPhase::Closed ? "closed" : "extended-hours";
}

HttpAnswer now(const PolygonCall& call) {
    const SessionPhase phase = call.calendar().days().phaseAt(call.now());
    const std::string_view word = phaseWord(phase);
    json out;
    out["market"] = word;
    out["earlyHours"] = phase == SessionPhase::PreMarket;
    out["afterHours"] = phase == SessionPhase::PostMarket;
    out["serverTime"] = call.calendar().offsetText(Timestamp::fromSeconds(call.now().seconds()));
    out["exchanges"] = {{"nyse", word}, {"nasdaq", word}, {"otc", word}};
    // Nothing of these is traded here; they never close, and indices follow the stocks.
    out["currencies"] = {{"fx", "open"}, {"crypto", "open"}};
    const std::string_view indices = phase == SessionPhase::Regular ? "open" : "closed";
    out["indicesGroups"] = {{"s_and_p", indices}, {"dow_jones", indices}, {"nasdaq", indices}};
    return jsonAnswer(200, out);
}

/// "2020-11-27T18:00:00.000Z".
std::string instant(Timestamp at) {
    std::string text = at.rfc3339();
    text.pop_back();
    return text + ".000Z";
}

HttpAnswer upcoming(const PolygonCall& call) {
    const TradingCalendar& days = call.calendar().days();
    json rows = json::array();
    for (Date date = call.today(); date <= call.today() + kDaysAhead; date = date + 1) {
        const DayKind kind = days.kindOf(date);
        if (kind != DayKind::Holiday && kind != DayKind::EarlyClose)
            continue;
        for (const char* exchange : {"NYSE", "NASDAQ", "OTC"}) {
            json row = {{"exchange", exchange}, {"date", date.iso()}};
            row["name"] = marketDayName(date);
            row["status"] = kind == DayKind::Holiday ? "closed" : "early-close";
            const auto session = days.session(date);
            if (session) {
                row["open"] = instant(session->open);
                row["close"] = instant(session->close);
            }
            rows.push_back(std::move(row));
        }
    }
    return jsonAnswer(200, rows);
}

} // namespace

std::optional<HttpAnswer> polygonStatusRoute(const PolygonCall& call) {
    const auto& segments = call.segments();
    if (segments.size() != 3 || segments[0] != "v1" || segments[1] != "marketstatus")
        return std::nullopt;
    if (segments[2] == "now")
        return now(call);
    return segments[2] == "upcoming" ? std::optional(upcoming(call)) : std::nullopt;
}

} // namespace strikedesk::sandbox
