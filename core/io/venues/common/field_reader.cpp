// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/common/field_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace strikedesk::venues {

namespace {

/// "1.5e-3" written out as "0.0015"; nothing when the exponent is absurd.
std::optional<std::string> writtenOut(std::string_view text) {
    const std::size_t mark = text.find_first_of("eE");
    std::string_view exponentText = text.substr(mark + 1);
    if (!exponentText.empty() && exponentText[0] == '+')
        exponentText.remove_prefix(1);
    int exponent = 0;
    const auto [end, error] =
        std::from_chars(exponentText.data(), exponentText.data() + exponentText.size(), exponent);
    if (error != std::errc() || end != exponentText.data() + exponentText.size() || exponent < -40 ||
        exponent > 40)
        return std::nullopt;
    std::string_view mantissa = text.substr(0, mark);
    const bool negative = !mantissa.empty() && mantissa[0] == '-';
    if (negative)
        mantissa.remove_prefix(1);
    const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    std::string digits(mantissa.substr(0, point));
    if (digits.empty() || point + 1 == mantissa.size() || mantissa.size() > 60)
        return std::nullopt;
    digits += mantissa.substr(std::min(point + 1, mantissa.size()));
    int pointAt = static_cast<int>(point) + exponent;
    if (pointAt <= 0) {
        digits.insert(0, static_cast<std::size_t>(1 - pointAt), '0');
        pointAt = 1;
    }
    if (static_cast<std::size_t>(pointAt) > digits.size())
        digits.append(static_cast<std::size_t>(pointAt) - digits.size(), '0');
    digits.insert(static_cast<std::size_t>(pointAt), ".");
    return (negative ? "-" : "") + digits;
}

} // namespace

Result<std::int64_t> parseVenueDecimal(std::string_view text, int scaleDigits, ExtraDigits extra) {
    if (text.find_first_of("eE") == std::string_view::npos)
        return parseDecimal(text, scaleDigits, extra);
    const auto plain = writtenOut(text);
    return parseDecimal(plain ? std::string_view(*plain) : text, scaleDigits, extra);
}

Error unexpectedAnswer(std::string context) {
    return Error{ErrorKind::Protocol,
                 "venue.answer.unexpected",
                 "An answer was not what was asked for. The program asks again; nothing was assumed.",
                 {},
                 std::move(context)};
}

FieldReader::FieldReader(JsonTree::Node object, const char* what) : m_object(object), m_what(what) {
    if (!object.isObject())
        fail("", "an object was expected");
}

void FieldReader::fail(std::string_view name, std::string_view why) {
    if (!m_error)
        m_error = unexpectedAnswer(std::string(m_what) + "." + std::string(name) + ": " + std::string(why));
}

void FieldReader::require(std::string_view name) {
    if (m_object[name].isNothing())
        fail(name, "missing");
}

std::optional<std::string_view> FieldReader::present(std::string_view name) {
    const JsonTree::Node node = m_object[name];
    if (node.isNothing())
        return std::nullopt;
    if (node.kind() != JsonTree::Kind::String && node.kind() != JsonTree::Kind::Number) {
        fail(name, "a text or number was expected");
        return std::nullopt;
    }
    return node.text();
}

void FieldReader::text(std::string_view name, std::string& out) {
    if (const auto found = present(name))
        out = *found;
}

void FieldReader::boolean(std::string_view name, std::optional<bool>& out) {
    const JsonTree::Node node = m_object[name];
    if (node.isNothing())
        return;
    if (node.text() == "true")
        out = true;
    else if (node.text() == "false")
        out = false;
    else
        fail(name, "true or false was expected");
}

void FieldReader::boolean(std::string_view name, bool& out) {
    std::optional<bool> found;
    boolean(name, found);
    out = found.value_or(out);
}

void FieldReader::integer(std::string_view name, std::optional<std::int64_t>& out) {
    const auto found = present(name);
    if (!found)
        return;
    const auto value = parseVenueDecimal(*found, 0, ExtraDigits::Refuse);
    if (value)
        out = *value;
    else
        fail(name, "a whole number was expected");
}

void FieldReader::integer(std::string_view name, std::int64_t& out) {
    std::optional<std::int64_t> found;
    integer(name, found);
    out = found.value_or(out);
}

void FieldReader::real(std::string_view name, std::optional<double>& out) {
    const auto found = present(name);
    if (!found)
        return;
    double value = 0;
    const auto [end, error] = std::from_chars(found->data(), found->data() + found->size(), value);
    if (error != std::errc() || end != found->data() + found->size() || !std::isfinite(value))
        return fail(name, "a number was expected");
    out = value;
}

void FieldReader::real(std::string_view name, double& out) {
    std::optional<double> found;
    real(name, found);
    out = found.value_or(out);
}

void FieldReader::price(std::string_view name, std::optional<Price>& out, ExtraDigits extra) {
    const auto found = present(name);
    if (!found)
        return;
    const auto units = parseVenueDecimal(*found, Price::kScaleDigits, extra);
    if (!units || *units > Price::kMaxUnits || *units < -Price::kMaxUnits)
        return fail(name, "a price was expected");
    out = Price::fromUnits(*units);
}

void FieldReader::price(std::string_view name, Price& out, ExtraDigits extra) {
    std::optional<Price> found;
    price(name, found, extra);
    out = found.value_or(out);
}

void FieldReader::quantity(std::string_view name, std::optional<Quantity>& out) {
    const auto found = present(name);
    if (!found)
        return;
    const auto units = parseVenueDecimal(*found, Quantity::kScaleDigits, ExtraDigits::Refuse);
    if (!units || *units > Quantity::kMaxUnits || *units < -Quantity::kMaxUnits)
        return fail(name, "a quantity was expected");
    out = Quantity::fromUnits(*units);
}

void FieldReader::quantity(std::string_view name, Quantity& out) {
    std::optional<Quantity> found;
    quantity(name, found);
    out = found.value_or(out);
}

void FieldReader::money(std::string_view name, std::optional<Money>& out) {
    const auto found = present(name);
    if (!found)
        return;
    const auto units = parseVenueDecimal(*found, Money::kScaleDigits, ExtraDigits::RoundEven);
    if (units)
        out = Money::fromUnits(*units);
    else
        fail(name, "an amount was expected");
}

void FieldReader::timestamp(std::string_view name, Timestamp& out) {
    const auto found = present(name);
    if (!found)
        return;
    const auto value = Timestamp::tryFromRfc3339(*found);
    if (value)
        out = *value;
    else
        fail(name, "a time was expected");
}

void FieldReader::date(std::string_view name, std::optional<Date>& out) {
    const auto found = present(name);
    if (!found)
        return;
    const auto value = Date::tryFromIso(*found);
    if (value)
        out = *value;
    else
        fail(name, "a day was expected");
}

void FieldReader::symbol(std::string_view name, Symbol& out) {
    const auto found = present(name);
    if (!found)
        return;
    const auto value = Symbol::tryFrom(*found);
    if (value)
        out = *value;
    else
        fail(name, "a symbol was expected");
}

void FieldReader::words(std::string_view name, std::vector<std::string>& out) {
    const JsonTree::Node list = m_object[name];
    if (list.isNothing())
        return;
    if (!list.isArray())
        return fail(name, "a list was expected");
    out.reserve(list.childCount());
    for (auto node = list.firstChild(); node; node = node.nextSibling())
        out.emplace_back(node.text());
}

} // namespace strikedesk::venues
