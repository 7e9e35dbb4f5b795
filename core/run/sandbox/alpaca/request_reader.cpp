// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/request_reader.h"

#include "core/run/sandbox/http/bounded_json.h"

#include <nlohmann/json.hpp>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr std::size_t kMaxLegs = 16;
constexpr std::size_t kMaxClientId = 128;

trade::VenueError refused(std::int32_t status, std::int64_t code, std::string message) {
    return trade::VenueError{status, code, std::move(message), {}};
}

/// Reads members of one JSON object and remembers the first refusal.
class Fields {
public:
    explicit Fields(const json& object) : m_object(object) {}

    bool failed() const { return m_error.has_value(); }
    const trade::VenueError& error() const { return *m_error; }
    void fail(trade::VenueError error) {
        if (!m_error)
            m_error = std::move(error);
    }

    /// The member, or null when it is absent, null or "".
    const json* find(const char* name) const {
        const auto found = m_object.find(name);
        if (found == m_object.end() || found->is_null() ||
            (found->is_string() && found->get_ref<const std::string&>().empty()))
            return nullptr;
        return &*found;
    }

    std::string word(const char* name) {
        const json* value = find(name);
        if (value == nullptr)
            return {};
        if (!value->is_string()) {
            fail(refused(422, 40010001, std::string(name) + " must be a string"));
            return {};
        }
        return value->get<std::string>();
    }

    /// Decimal text of a string or number member.
    std::optional<std::string> number(const char* name) {
        const json* value = find(name);
        if (value == nullptr)
            return std::nullopt;
        if (value->is_string())
            return value->get<std::string>();
        if (value->is_number())
            return value->dump();
        fail(refused(422, 40010001, std::string(name) + " must be a number"));
        return std::nullopt;
    }

    std::optional<Price> price(const char* name) {
        const auto text = number(name);
        if (!text)
            return std::nullopt;
        if (const auto price = Price::tryFromText(*text))
            return *price;
        // Text of a decimal that is too fine gets the broker's own words.
        if (Price::tryFromText(*text, ExtraDigits::RoundEven))
            fail(refused(422, 42210000,
                         "invalid " + std::string(name) + " " + *text +
                             ". sub-penny increment does not fulfill minimum pricing criteria"));
        else
            fail(refused(422, 40010001, std::string(name) + " is not a number"));
        return std::nullopt;
    }

    std::optional<Quantity> quantity(const char* name) {
        const auto text = number(name);
        if (!text)
            return std::nullopt;
        if (const auto quantity = Quantity::tryFromText(*text))
            return *quantity;
        fail(refused(422, 40010001, std::string(name) + " is not a number"));
        return std::nullopt;
    }

    Symbol symbol(const char* name) {
        const std::string text = word(name);
        if (text.empty())
            return {};
        if (const auto symbol = Symbol::tryFrom(text))
            return *symbol;
        fail(refused(422, 42210000, "invalid symbol"));
        return {};
    }

    bool flag(const char* name) {
        const json* value = find(name);
        if (value == nullptr)
            return false;
        if (value->is_boolean())
            return value->get<bool>();
        fail(refused(422, 40010001, std::string(name) + " must be a boolean"));
        return false;
    }

    ClientOrderId clientOrderId() {
        const std::string text = word("client_order_id");
        if (text.size() > kMaxClientId)
            fail(refused(422, 40010001, "client_order_id must be no more than 128 characters"));
        return ClientOrderId(text.substr(0, kMaxClientId));
    }

    std::optional<trade::Side> side() {
        const std::string text = word("side");
        if (text.empty())
            return std::nullopt;
        const auto side = trade::sideFromWire(text);
        if (!side)
            fail(refused(422, 42210000, "invalid side"));
        return side;
    }

    trade::PositionIntent intent() {
        const std::string text = word("position_intent");
        const trade::PositionIntent intent = trade::positionIntentFromWire(text);
        if (!text.empty() && intent == trade::PositionIntent::Unspecified)
            fail(refused(422, 42210000, "invalid position_intent"));
        return intent;
    }

    trade::TimeInForce timeInForce() {
        const trade::TimeInForce value = trade::timeInForceFromWire(word("time_in_force"));
        if (value == trade::TimeInForce::Unrecognised)
            fail(refused(422, 42210000, "invalid time_in_force"));
        return value;
    }

private:
    const json& m_object;
    std::optional<trade::VenueError> m_error;
};

void readLegs(Fields& fields, trade::OrderRequest& request) {
    const json* legs = fields.find("legs");
    if (legs == nullptr)
        return;
    if (!legs->is_array() || legs->size() > kMaxLegs) {
        fields.fail(refused(422, 40010001, "legs must be an array of 2 to 4 legs"));
        return;
    }
    for (const json& entry : *legs) {
        if (!entry.is_object()) {
            fields.fail(refused(422, 40010001, "a leg must be an object"));
            return;
        }
        Fields leg(entry);
        trade::OrderLeg read;
        read.symbol = leg.symbol("symbol");
        read.side = leg.side().value_or(trade::Side::Buy);
        read.intent = leg.intent();
        const auto ratio = leg.quantity("ratio_qty");
        if (!ratio || !ratio->isWhole())
            leg.fail(refused(422, 40010001, "ratio_qty must be an integer"));
        else
            read.ratio = ratio->wholePart();
        // Either of side and intent is enough for a leg.
        if (leg.find("side") == nullptr && read.intent != trade::PositionIntent::Unspecified)
            read.side = trade::sideOf(read.intent);
        if (leg.failed())
            fields.fail(leg.error());
        request.legs.push_back(read);
    }
}

void readExits(Fields& fields, trade::OrderRequest& request) {
    for (const char* name : {"take_profit", "stop_loss"}) {
        const json* exit = fields.find(name);
        if (exit == nullptr)
            continue;
        if (!exit->is_object()) {
            fields.fail(refused(422, 40010001, std::string(name) + " must be an object"));
            return;
        }
        Fields members(*exit);
        if (std::string_view(name) == "take_profit") {
            request.takeProfitLimit = members.price("limit_price");
        } else {
            request.stopLossStop = members.price("stop_price");
            request.stopLossLimit = members.price("limit_price");
        }
        if (members.failed())
            fields.fail(members.error());
    }
}

} // namespace

std::variant<trade::SubmitOrder, trade::VenueError> readOrderRequest(std::string_view body) {
    const json parsed = parseJson(body);
    if (!parsed.is_object())
        return refused(400, 40010000, "request body format is invalid");
    Fields fields(parsed);
    trade::OrderRequest request;
    request.symbol = fields.symbol("symbol");
    request.quantity = fields.quantity("qty");
    if (const auto text = fields.number("notional")) {
        if (const auto amount = Money::tryFromText(*text))
            request.notional = *amount;
        else
            fields.fail(refused(422, 40010001, "notional is not a number"));
    }
    request.side = fields.side();
    const std::string type = fields.word("type");
    request.type = trade::orderTypeFromWire(type);
    if (request.type == trade::OrderType::Unrecognised)
        fields.fail(type.empty() ? refused(422, 40010001, "type is required")
                                 : refused(422, 42210000, "invalid order type"));
    request.timeInForce = fields.timeInForce();
    request.limitPrice = fields.price("limit_price");
    request.stopPrice = fields.price("stop_price");
    request.extendedHours = fields.flag("extended_hours");
    request.orderClass = trade::orderClassFromWire(fields.word("order_class"));
    if (request.orderClass == trade::OrderClass::Unrecognised)
        fields.fail(refused(422, 42210000, "invalid order_class"));
    request.intent = fields.intent();
    request.clientOrderId = fields.clientOrderId();
    readLegs(fields, request);
    readExits(fields, request);
    const trade::TrailTerms trail{fields.price("trail_price"), fields.price("trail_percent")};
    if (fields.failed())
        return fields.error();
    return trade::SubmitOrder{std::move(request), trail};
}

std::variant<trade::ReplaceOrder, trade::VenueError> readReplaceRequest(const std::string& orderId,
                                                                        std::string_view body) {
    const json parsed = parseJson(body);
    if (!parsed.is_object())
        return refused(400, 40010000, "request body format is invalid");
    Fields fields(parsed);
    trade::ReplaceRequest request;
    request.orderId = BrokerOrderId(orderId);
    request.quantity = fields.quantity("qty");
    request.limitPrice = fields.price("limit_price");
    request.stopPrice = fields.price("stop_price");
    if (fields.find("time_in_force") != nullptr)
        request.timeInForce = fields.timeInForce();
    request.clientOrderId = fields.clientOrderId();
    const auto trail = fields.price("trail");
    if (fields.failed())
        return fields.error();
    return trade::ReplaceOrder{std::move(request), trail};
}

std::string clientOrderIdIn(std::string_view body) {
    const json parsed = parseJson(body);
    if (!parsed.is_object())
        return {};
    const auto found = parsed.find("client_order_id");
    return found != parsed.end() && found->is_string() ? found->get<std::string>().substr(0, kMaxClientId)
                                                       : std::string();
}

} // namespace strikedesk::sandbox
