// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/request_reader.h"
#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/api.h"
#include "core/run/sandbox/market/adjustment.h"

#include <nlohmann/json.hpp>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

HttpAnswer storageFailure() { return errorAnswer(500, 50010000, "internal server error"); }

HttpAnswer unavailable() { return errorAnswer(503, 50310000, "service unavailable"); }

HttpAnswer dropped() {
    HttpAnswer answer;
    answer.drop = true;
    return answer;
}

json entryJson(const trade::VenueReplyEntry& entry, const trade::VenueBook& book) {
    json out;
    if (!entry.id.isEmpty())
        out["id"] = entry.id.text();
    else
        out["symbol"] = entry.symbol.text();
    out["status"] = entry.httpStatus;
    if (entry.error)
        out["body"] = errorJson(*entry.error);
    else if (entry.order)
        out["body"] = orderJson(*entry.order, book);
    return out;
}

HttpAnswer replyAnswer(const trade::VenueReply& reply, const trade::VenueBook& book) {
    if (reply.error)
        return errorAnswer(*reply.error);
    if (reply.httpStatus == 207) {
        json rows = json::array();
        for (const trade::VenueReplyEntry& entry : reply.entries)
            rows.push_back(entryJson(entry, book));
        return jsonAnswer(207, rows);
    }
    HttpAnswer answer;
    answer.status = reply.httpStatus;
    if (reply.order)
        answer = jsonAnswer(reply.httpStatus, orderJson(*reply.order, book));
    return answer;
}

/// A write into the book: durable before the answer, updates sent after it is known what to answer.
HttpAnswer write(Api& api, const trade::VenueInput& input) {
    auto result = api.desk.request(api.now, input);
    if (!result)
        return storageFailure();
    HttpAnswer answer = replyAnswer(result->reply, api.desk.book());
    api.desk.publish(result->updates);
    return answer;
}

HttpAnswer submit(Api& api, const HttpRequest& request) {
    if (api.faults.take(Fault::DropOrderBeforeEffect))
        return dropped();
    if (api.faults.take(Fault::OrderErrorBefore))
        return unavailable();
    auto read = readOrderRequest(request.body);
    if (const auto* error = std::get_if<trade::VenueError>(&read))
        return errorAnswer(*error);
    HttpAnswer answer = write(api, std::get<trade::SubmitOrder>(std::move(read)));
    // Only an accepted order's answer can be "lost after the effect"; a refusal has no effect.
    if (answer.status == 200 && api.faults.take(Fault::LoseOrderAnswer))
        return dropped();
    if (answer.status == 200 && api.faults.take(Fault::OrderErrorAfter))
        return unavailable();
    return answer;
}

HttpAnswer replace(Api& api, const HttpRequest& request, const std::string& id) {
    auto read = readReplaceRequest(id, request.body);
    if (const auto* error = std::get_if<trade::VenueError>(&read))
        return errorAnswer(*error);
    HttpAnswer answer = write(api, std::get<trade::ReplaceOrder>(std::move(read)));
    if (answer.status == 200 && api.faults.take(Fault::LoseReplaceAnswer))
        return dropped();
    return answer;
}

HttpAnswer cancel(Api& api, const std::string& id) {
    HttpAnswer answer = write(api, trade::CancelOrder{BrokerOrderId(id)});
    if (answer.status == 204 && api.faults.take(Fault::LoseCancelAnswer))
        return dropped();
    return answer;
}

HttpAnswer orderNotFound(const std::string& id) {
    return errorAnswer(404, 40410000, "order not found for " + id);
}

trade::VenueError badParameter(const std::string& name) {
    return trade::VenueError{400, 40010001, "invalid " + name, {}};
}

std::optional<Timestamp> timeParameter(const Api& api, std::string_view text) {
    if (const auto at = Timestamp::tryFromRfc3339(text))
        return *at;
    if (const auto date = Date::tryFromIso(text))
        return api.calendar().newYork(*date, 0);
    return std::nullopt;
}

std::optional<std::int64_t> wholeNumber(std::string_view text) {
    const auto number = parseDecimal(text, 0, ExtraDigits::Refuse);
    return number ? std::optional(*number) : std::nullopt;
}

/// Lists of symbols, classes and the words of a list query.
std::optional<trade::VenueError> readListWords(const HttpRequest& request, trade::OrderQuery& query) {
    const std::string_view status = request.parameter("status");
    if (status == "closed")
        query.status = trade::OrderListStatus::Closed;
    else if (status == "all")
        query.status = trade::OrderListStatus::All;
    else if (!status.empty() && status != "open")
        return badParameter("status");
    const std::string_view direction = request.parameter("direction");
    if (direction == "asc")
        query.direction = trade::ListDirection::Ascending;
    else if (!direction.empty() && direction != "desc")
        return badParameter("direction");
    const auto symbols = commaList(request.parameter("symbols"), 500);
    const auto classes = commaList(request.parameter("asset_class"), 10);
    if (!symbols || !classes)
        return badParameter("symbols");
    for (const std::string& text : *symbols) {
        const auto symbol = Symbol::tryFrom(text);
        if (!symbol)
            return badParameter("symbols");
        query.symbols.push_back(*symbol);
    }
    for (const std::string& text : *classes)
        query.assetClasses.push_back(trade::assetClassFromWire(text));
    const std::string_view side = request.parameter("side");
    if (!side.empty()) {
        query.side = trade::sideFromWire(side);
        if (!query.side)
            return badParameter("side");
    }
    return std::nullopt;
}

std::variant<trade::OrderQuery, trade::VenueError> readQuery(const Api& api, const HttpRequest& request) {
    trade::OrderQuery query;
    if (auto error = readListWords(request, query))
        return *error;
    if (const std::string_view limit = request.parameter("limit"); !limit.empty()) {
        const auto number = wholeNumber(limit);
        if (!number)
            return badParameter("limit");
        query.limit = *number;
    }
    for (const char* name : {"after", "until"}) {
        const std::string_view text = request.parameter(name);
        if (text.empty())
            continue;
        const auto at = timeParameter(api, text);
        if (!at)
            return badParameter(name);
        (std::string_view(name) == "after" ? query.after : query.until) = at;
    }
    query.nested = request.parameter("nested") == "true";
    query.beforeOrderId = BrokerOrderId(std::string(request.parameter("before_order_id").substr(0, 128)));
    query.afterOrderId = BrokerOrderId(std::string(request.parameter("after_order_id").substr(0, 128)));
    return query;
}

HttpAnswer list(const Api& api, const HttpRequest& request) {
    const auto query = readQuery(api, request);
    if (const auto* error = std::get_if<trade::VenueError>(&query))
        return errorAnswer(*error);
    const auto found = api.desk.book().orders(std::get<trade::OrderQuery>(query));
    if (const auto* error = std::get_if<trade::VenueError>(&found))
        return errorAnswer(*error);
    json rows = json::array();
    for (const trade::BrokerOrder& order : std::get<std::vector<trade::BrokerOrder>>(found))
        rows.push_back(orderJson(order, api.desk.book()));
    return jsonAnswer(200, rows);
}

HttpAnswer oneOrder(Api& api, const HttpRequest& request) {
    const std::string id = request.segments[2].substr(0, 128);
    if (request.method == "PATCH")
        return replace(api, request, id);
    if (request.method == "DELETE")
        return cancel(api, id);
    if (request.method != "GET")
        return methodNotAllowed("GET, PATCH, DELETE");
    const auto order = api.desk.book().orderById(BrokerOrderId(id));
    return order ? jsonAnswer(200, orderJson(*order, api.desk.book())) : orderNotFound(id);
}

HttpAnswer byClientId(const Api& api, const HttpRequest& request) {
    if (request.method != "GET")
        return methodNotAllowed("GET");
    const std::string id(request.parameter("client_order_id").substr(0, 128));
    const auto order = api.desk.book().orderByClientId(ClientOrderId(id));
    return order ? jsonAnswer(200, orderJson(*order, api.desk.book())) : orderNotFound(id);
}

HttpAnswer closePosition(Api& api, const HttpRequest& request) {
    trade::ClosePosition close;
    const auto symbol = Symbol::tryFrom(request.segments[2]);
    if (!symbol)
        return errorAnswer(404, 40410000, "position does not exist");
    close.symbol = *symbol;
    for (const char* name : {"qty", "percentage"}) {
        const std::string_view text = request.parameter(name);
        if (text.empty())
            continue;
        const auto number = Quantity::tryFromText(text);
        if (!number)
            return errorAnswer(badParameter(name));
        (std::string_view(name) == "qty" ? close.quantity : close.percentage) = *number;
    }
    return write(api, close);
}

HttpAnswer positionAction(Api& api, const HttpRequest& request) {
    if (request.method != "POST")
        return methodNotAllowed("POST");
    const auto symbol = Symbol::tryFrom(request.segments[2]);
    if (!symbol)
        return errorAnswer(422, 42210000, "invalid symbol");
    if (request.segments[3] == "exercise")
        return write(api, trade::ExercisePosition{*symbol});
    return write(api, trade::DoNotExercise{*symbol});
}

json positionRow(const Api& api, const trade::BrokerPosition& position) {
    constexpr int kDaysBack = 10;
    const std::vector<market::Bar> days =
        api.source().dailyBars(position.symbol, api.today() - kDaysBack, api.today() - 1, api.now);
    std::optional<Price> last;
    if (!days.empty()) {
        // A split of today makes the close before one of other shares.
        const Date day = api.calendar().dateOf(days.back().start);
        last = adjusterOf(api.source(), api.calendar(), position.symbol, {true, false}, day, api.now)
                   .adjusted(days.back().close, day);
    }
    return positionJson(position, api.desk.book(), last, api.calendar().newYork(api.today(), 0));
}

HttpAnswer positions(Api& api, const HttpRequest& request) {
    if (request.method == "DELETE")
        return write(api, trade::CloseAllPositions{request.parameter("cancel_orders") == "true"});
    if (request.method != "GET")
        return methodNotAllowed("GET, DELETE");
    json rows = json::array();
    for (const trade::BrokerPosition& position : api.desk.book().positions())
        rows.push_back(positionRow(api, position));
    return jsonAnswer(200, rows);
}

HttpAnswer onePosition(Api& api, const HttpRequest& request) {
    if (request.method == "DELETE")
        return closePosition(api, request);
    if (request.method != "GET")
        return methodNotAllowed("GET, DELETE");
    for (const trade::BrokerPosition& position : api.desk.book().positions()) {
        json row = positionRow(api, position);
        if (position.symbol.view() == request.segments[2] || row["asset_id"] == request.segments[2])
            return jsonAnswer(200, row);
    }
    return errorAnswer(404, 40410000, "position does not exist");
}

} // namespace

std::optional<HttpAnswer> orderRoute(Api& api, const HttpRequest& request) {
    const auto& segments = request.segments;
    if (segments.size() < 2 || segments[0] != "v2")
        return std::nullopt;
    if (segments[1] == "orders:by_client_order_id" && segments.size() == 2)
        return byClientId(api, request);
    if (segments[1] == "orders" && segments.size() == 2) {
        if (request.method == "POST")
            return submit(api, request);
        if (request.method == "GET")
            return list(api, request);
        if (request.method == "DELETE")
            return write(api, trade::CancelAllOrders{});
        return methodNotAllowed("GET, POST, DELETE");
    }
    if (segments[1] == "orders" && segments.size() == 3)
        return oneOrder(api, request);
    if (segments[1] == "positions" && segments.size() == 2)
        return positions(api, request);
    if (segments[1] == "positions" && segments.size() == 3)
        return onePosition(api, request);
    if (segments[1] == "positions" && segments.size() == 4 &&
        (segments[3] == "exercise" || segments[3] == "do-not-exercise"))
        return positionAction(api, request);
    return std::nullopt;
}

} // namespace strikedesk::sandbox
