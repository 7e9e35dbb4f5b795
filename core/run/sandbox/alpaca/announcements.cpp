// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/announcements.h"

#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/http/query_reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr int kLongestSpan = 90;
/// Between a declaration and the payment never lies more.
constexpr int kReach = 400;
constexpr int kMostDays = 3'660;
constexpr std::string_view kTypes[] = {"Dividend", "Merger", "Spinoff", "Split"};

bool isSplit(const CorporateAction& action) { return action.kind == CorporateAction::Kind::Split; }

const char* subTypeOf(const CorporateAction& action) {
    if (!isSplit(action))
        return "cash";
    return action.newShares >= action.oldShares ? "stock_split" : "reverse_split";
}

json rowOf(const CorporateAction& action) {
    json row;
    row["id"] = action.id;
    row["corporate_action_id"] = action.id;
    row["corporate_actions_id"] = action.id;
    row["ca_type"] = isSplit(action) ? "Split" : "Dividend";
    row["ca_sub_type"] = subTypeOf(action);
    row["initiating_symbol"] = action.symbol.text();
    row["target_symbol"] = action.symbol.text();
    // The market's names carry no CUSIP.
    row["initiating_original_cusip"] = "";
    row["target_original_cusip"] = "";
    row["cash"] = decimalText(action.cash.units(), Price::kScaleDigits);
    row["new_rate"] = std::to_string(action.newShares);
    row["old_rate"] = std::to_string(action.oldShares);
    const auto put = [&row](const char* name, Date date) {
        // Recorded actions do not tell all their dates.
        if (date != Date())
            row[name] = date.iso();
    };
    put("declaration_date", action.declared);
    put("ex_date", action.exDate);
    put("record_date", action.recordDate);
    put("payable_date", action.payDate);
    return row;
}

Date dateOf(const CorporateAction& action, std::string_view type) {
    if (type == "ex_date")
        return action.exDate;
    if (type == "record_date")
        return action.recordDate;
    return type == "payable_date" ? action.payDate : action.declared;
}

HttpAnswer refused(const std::string& what) { return errorAnswer(422, 40010001, what); }

std::optional<std::set<std::string>> readTypes(const HttpRequest& request) {
    const auto words = commaList(request.parameter("ca_types"), 10);
    if (!words || words->empty())
        return std::nullopt;
    std::set<std::string> types;
    for (std::string word : *words) {
        std::transform(word.begin(), word.end(), word.begin(),
                       [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
        word.front() =
            static_cast<char>(word.front() >= 'a' && word.front() <= 'z' ? word.front() - 32 : word.front());
        if (std::find(std::begin(kTypes), std::end(kTypes), word) == std::end(kTypes))
            return std::nullopt;
        types.insert(word);
    }
    return types;
}

HttpAnswer listAnnouncements(const Api& api, const HttpRequest& request) {
    QueryReader reader(request, api.calendar());
    const auto types = readTypes(request);
    const auto since = reader.date("since");
    const auto until = reader.date("until");
    const std::string dateType =
        reader.word("date_type", {"declaration_date", "ex_date", "record_date", "payable_date"});
    const std::vector<Symbol> symbols = reader.symbols("symbol", 1);
    if (reader.failed())
        return reader.failure();
    if (!types)
        return refused("ca_types must name Dividend, Merger, Spinoff or Split");
    if (!since || !until || *until < *since)
        return refused("since and until are required, the earlier one first");
    if (*until - *since > kLongestSpan)
        return refused("the date range is limited to 90 days");
    json rows = json::array();
    // Nothing of the market has a CUSIP, so one asked for fits none.
    if (!request.parameter("cusip").empty())
        return jsonAnswer(200, rows);
    for (const CorporateAction& action :
         api.source().corporateActions(*since - kReach, *until + kReach, api.now)) {
        const Date date = dateOf(action, dateType);
        const bool isAsked = types->contains(isSplit(action) ? "Split" : "Dividend") &&
                             (symbols.empty() || symbols.front() == action.symbol);
        if (isAsked && date != Date() && *since <= date && date <= *until)
            rows.push_back(rowOf(action));
    }
    return jsonAnswer(200, rows);
}

HttpAnswer oneAnnouncement(const Api& api, const std::string& id) {
    for (const CorporateAction& action :
         api.source().corporateActions(api.today() - kMostDays, api.today() + kReach, api.now))
        if (action.id == id)
            return jsonAnswer(200, rowOf(action));
    return errorAnswer(404, 40410000, "announcement not found for " + id.substr(0, 64));
}

} // namespace

std::optional<HttpAnswer> announcementRoute(const Api& api, const HttpRequest& request) {
    const auto& segments = request.segments;
    const bool isHere = segments.size() >= 3 && segments.size() <= 4 && segments[0] == "v2" &&
                        segments[1] == "corporate_actions" && segments[2] == "announcements";
    if (!isHere)
        return std::nullopt;
    if (request.method != "GET")
        return methodNotAllowed("GET");
    return segments.size() == 3 ? listAnnouncements(api, request) : oneAnnouncement(api, segments[3]);
}

} // namespace strikedesk::sandbox
