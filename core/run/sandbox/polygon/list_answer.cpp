// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/polygon/list_answer.h"

#include "core/run/sandbox/alpaca/wire_trading.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr std::size_t kMaxSet = 1'000;
constexpr std::string_view kOperators[] = {"", ".gt", ".gte", ".lt", ".lte", ".any_of"};

struct Condition {
    std::string field;
    std::string_view op;
    std::vector<json> values;
};

struct SortKey {
    std::string field;
    bool descending = false;
};

std::optional<json> valueOf(std::string_view text, ListField::Type type) {
    if (type == ListField::Type::Text)
        return json(text);
    if (type == ListField::Type::Date) {
        const auto date = Date::tryFromIso(text);
        return date ? std::optional<json>(json(date->iso())) : std::nullopt;
    }
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return json(number);
}

/// −1, 0, 1 of two texts or two numbers.
int compared(const json& a, const json& b) {
    if (a.is_string() && b.is_string())
        return a.get_ref<const std::string&>().compare(b.get_ref<const std::string&>());
    const double left = a.is_number() ? a.get<double>() : 0;
    const double right = b.is_number() ? b.get<double>() : 0;
    return left < right ? -1 : left > right ? 1 : 0;
}

bool holds(const Condition& condition, const json& row) {
    const auto found = row.find(condition.field);
    if (found == row.end() || found->is_null())
        return false;
    if (condition.op.empty() || condition.op == ".any_of")
        return std::any_of(condition.values.begin(), condition.values.end(),
                           [&](const json& value) { return compared(*found, value) == 0; });
    const int order = compared(*found, condition.values.front());
    if (condition.op == ".gt")
        return order > 0;
    if (condition.op == ".gte")
        return order >= 0;
    return condition.op == ".lt" ? order < 0 : order <= 0;
}

/// Reads what the caller filters by; false with a bad value, whose name is then in `bad`.
bool readConditions(const PolygonCall& call, const ListRules& rules, std::vector<Condition>& conditions,
                    std::string& bad) {
    for (const ListField& field : rules.fields)
        for (const std::string_view op : kOperators) {
            const std::string name = std::string(field.name) + std::string(op);
            const std::string_view text = call.request().parameter(name);
            if (text.empty())
                continue;
            Condition condition{field.name, op, {}};
            std::vector<std::string> parts{std::string(text)};
            if (op == ".any_of")
                parts = commaList(text, kMaxSet).value_or(std::vector<std::string>());
            for (const std::string& part : parts)
                if (auto value = valueOf(part, field.type))
                    condition.values.push_back(std::move(*value));
            if (condition.values.empty() || condition.values.size() != parts.size()) {
                bad = name;
                return false;
            }
            conditions.push_back(std::move(condition));
        }
    return true;
}

bool readSort(const PolygonCall& call, const ListRules& rules, std::vector<SortKey>& keys, std::string& bad) {
    const std::string_view order = call.request().parameter("order");
    if (!order.empty() && order != "asc" && order != "desc") {
        bad = "order";
        return false;
    }
    const std::string_view sort = call.request().parameter("sort");
    const bool isNamed = !sort.empty();
    const bool descending = order.empty() ? !isNamed && rules.descending : order == "desc";
    for (const std::string& entry :
         commaList(isNamed ? sort : std::string_view(rules.sort), 8).value_or(std::vector<std::string>())) {
        SortKey key{entry, descending};
        const std::size_t point = entry.rfind('.');
        if (point != std::string::npos) {
            const std::string_view tail = std::string_view(entry).substr(point + 1);
            key = SortKey{entry.substr(0, point), tail == "desc"};
            if (tail != "asc" && tail != "desc")
                bad = "sort";
        }
        if (std::none_of(rules.fields.begin(), rules.fields.end(),
                         [&](const ListField& field) { return field.name == key.field; }))
            bad = "sort";
        keys.push_back(std::move(key));
    }
    return bad.empty();
}

bool comesBefore(const json& a, const json& b, const std::vector<SortKey>& keys) {
    for (const SortKey& key : keys) {
        const int order = compared(a.value(key.field, json()), b.value(key.field, json()));
        if (order != 0)
            return key.descending ? order > 0 : order < 0;
    }
    return false;
}

} // namespace

ListPage listPage(const PolygonCall& call, const std::vector<json>& rows, const ListRules& rules) {
    ListPage page;
    std::vector<Condition> conditions;
    std::vector<SortKey> keys;
    if (!readConditions(call, rules, conditions, page.bad) || !readSort(call, rules, keys, page.bad))
        return page;
    const std::string_view limitText = call.request().parameter("limit");
    const auto limit = limitText.empty() ? Result<std::int64_t>(rules.limit)
                                         : parseDecimal(limitText, 0, ExtraDigits::Refuse);
    if (!limit || *limit < 1 || *limit > rules.largest) {
        page.bad = "limit";
        return page;
    }
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (std::all_of(conditions.begin(), conditions.end(),
                        [&](const Condition& condition) { return holds(condition, rows[i]); }))
            page.rows.push_back(i);
    std::stable_sort(page.rows.begin(), page.rows.end(),
                     [&](std::size_t a, std::size_t b) { return comesBefore(rows[a], rows[b], keys); });
    const std::size_t first = std::min(call.skip(), page.rows.size());
    page.rows.erase(page.rows.begin(), page.rows.begin() + static_cast<std::ptrdiff_t>(first));
    if (page.rows.size() > static_cast<std::size_t>(*limit)) {
        page.rows.resize(static_cast<std::size_t>(*limit));
        page.rest = first + page.rows.size();
    }
    return page;
}

HttpAnswer pageAnswer(const PolygonCall& call, const ListPage& page, json results, json envelope) {
    envelope["results"] = std::move(results);
    if (page.rest)
        envelope["next_url"] = call.nextUrl(*page.rest);
    return jsonAnswer(200, envelope);
}

HttpAnswer listAnswer(const PolygonCall& call, const std::vector<json>& rows, const ListRules& rules) {
    const ListPage page = listPage(call, rows, rules);
    if (!page.bad.empty())
        return call.badParameter(page.bad);
    json results = json::array();
    for (const std::size_t i : page.rows)
        results.push_back(rows[i]);
    json envelope = call.envelope();
    if (rules.hasCount)
        envelope["count"] = results.size();
    return pageAnswer(call, page, std::move(results), std::move(envelope));
}

} // namespace strikedesk::sandbox
