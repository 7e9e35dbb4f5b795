// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/api.h"
#include "core/run/sandbox/http/query_reader.h"

#include <nlohmann/json.hpp>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

/// The markets of the newer clock that follow the exchange days this program knows. Others of the broker's
/// list (foreign, bonds, banks, overnight) are refused as unknown.
struct Market {
    const char* acronym;
    const char* mic;
    const char* name;
    bool hasExtendedHours;
};
constexpr Market kMarkets[] = {
    {"NYSE", "XNYS", "New York Stock Exchange", true},
    {"NASDAQ", "XNAS", "National Association of Securities Dealers Automated Quotations", true},
    {"IEX", "IEXG", "Investors Exchange", true},
    {"OPRA", "OPRA", "Options Price Reporting Authority", false},
};

const Market* marketNamed(std::string_view name) {
    for (const Market& market : kMarkets)
        if (name == market.acronym || name == market.mic)
            return &market;
    return nullptr;
}

json marketJson(const Market& market) {
    return {{"acronym", market.acronym},
            {"mic", market.mic},
            {"name", market.name},
            {"timezone", "America/New_York"}};
}

/// What a market does at a time and until when.
struct Phase {
    const char* word = "closed";
    Timestamp until;
};

Phase phaseAt(const SessionCalendar& calendar, const Market& market, Timestamp at) {
    Date day = calendar.dateOf(at);
    const auto session = calendar.days().session(day);
    if (session) {
        const bool extended = market.hasExtendedHours;
        const Timestamp first = extended ? session->preOpen : session->open;
        if (at < first)
            return {"closed", first};
        if (at < session->open)
            return {"pre", session->open};
        if (at < session->close)
            return {"core", session->close};
        if (extended && at < session->postClose)
            return {"post", session->postClose};
    }
    const auto next = calendar.days().session(calendar.next(day));
    if (!next)
        return {"closed", Timestamp()};
    return {"closed", market.hasExtendedHours ? next->preOpen : next->open};
}

HttpAnswer clocks(const Api& api, const HttpRequest& request) {
    const SessionCalendar& calendar = api.calendar();
    QueryReader reader(request, calendar);
    const Timestamp at = reader.time("time").value_or(api.now);
    const auto names = commaList(request.parameter("markets"), 50);
    if (!names)
        reader.fail("markets");
    std::vector<const Market*> asked;
    for (const std::string& name : names.value_or(std::vector<std::string>())) {
        asked.push_back(marketNamed(name));
        if (asked.back() == nullptr)
            reader.fail("markets");
    }
    const auto open = calendar.days().nextOpen(at);
    const auto close = calendar.days().nextClose(at);
    if (!open || !close)
        reader.fail("time");
    if (reader.failed())
        return reader.failure();
    if (asked.empty())
        for (const Market& market : kMarkets)
            asked.push_back(&market);
    json rows = json::array();
    for (const Market* market : asked) {
        const Phase phase = phaseAt(calendar, *market, at);
        json row;
        row["market"] = marketJson(*market);
        row["timestamp"] = calendar.offsetText(at);
        row["is_market_day"] = calendar.days().isTradingDay(calendar.dateOf(at));
        row["next_market_open"] = calendar.offsetText(*open);
        row["next_market_close"] = calendar.offsetText(*close);
        row["phase"] = phase.word;
        row["phase_until"] = calendar.offsetText(phase.until.isSet() ? phase.until : *open);
        rows.push_back(std::move(row));
    }
    return jsonAnswer(200, {{"clocks", std::move(rows)}});
}

HttpAnswer calendarOf(const Api& api, const HttpRequest& request) {
    const SessionCalendar& calendar = api.calendar();
    QueryReader reader(request, calendar);
    const Market* market = marketNamed(request.segments[2]);
    if (market == nullptr)
        reader.fail("market");
    // Without dates the broker answers the coming week.
    const Date start = reader.date("start").value_or(api.today());
    const Date end = std::min(reader.date("end").value_or(start + 7), start + 3'660);
    const bool inUtc = reader.word("timezone", {"UTC"}) == "UTC";
    if (reader.failed())
        return reader.failure();
    const auto text = [&](Timestamp at) { return inUtc ? at.rfc3339() : calendar.offsetText(at); };
    json rows = json::array();
    for (const trade::SessionDay& day : calendar.sessions(start, end)) {
        const auto session = calendar.days().session(day.date);
        if (!session)
            continue;
        json row;
        row["date"] = day.date.iso();
        row["core_start"] = text(session->open);
        row["core_end"] = text(session->close);
        if (market->hasExtendedHours) {
            row["pre_start"] = text(session->preOpen);
            row["pre_end"] = text(session->open);
            row["post_start"] = text(session->close);
            row["post_end"] = text(session->postClose);
        }
        row["settlement_date"] = calendar.next(day.date).iso();
        rows.push_back(std::move(row));
    }
    return jsonAnswer(200, {{"market", marketJson(*market)}, {"calendar", std::move(rows)}});
}

} // namespace

std::optional<HttpAnswer> timesRoute(Api& api, const HttpRequest& request) {
    const auto& segments = request.segments;
    const bool isClock = segments.size() == 2 && segments[0] == "v3" && segments[1] == "clock";
    const bool isCalendar = segments.size() == 3 && segments[0] == "v3" && segments[1] == "calendar";
    if (!isClock && !isCalendar)
        return std::nullopt;
    if (request.method != "GET")
        return methodNotAllowed("GET");
    return isClock ? clocks(api, request) : calendarOf(api, request);
}

} // namespace strikedesk::sandbox
