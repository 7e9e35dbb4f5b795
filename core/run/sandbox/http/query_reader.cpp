// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/http/query_reader.h"

#include "core/run/sandbox/alpaca/wire_trading.h"

#include <algorithm>

namespace strikedesk::sandbox {

HttpAnswer QueryReader::failure() const { return errorAnswer(400, 40010001, "invalid " + m_bad); }

std::optional<Timestamp> QueryReader::time(const std::string& name) {
    const std::string_view text = m_request.parameter(name);
    if (text.empty())
        return std::nullopt;
    if (const auto at = Timestamp::tryFromRfc3339(text))
        return *at;
    if (const auto day = Date::tryFromIso(text))
        return m_calendar.newYork(*day, 0);
    fail(name);
    return std::nullopt;
}

std::optional<Date> QueryReader::date(const std::string& name) {
    const std::string_view text = m_request.parameter(name);
    if (text.empty())
        return std::nullopt;
    if (const auto day = Date::tryFromIso(text))
        return *day;
    // The calendar's days are date-times in the vendor's description, and its own client sends them so.
    constexpr std::size_t kDayLength = 10;
    if (Timestamp::tryFromRfc3339(text))
        if (const auto day = Date::tryFromIso(text.substr(0, kDayLength)))
            return *day;
    fail(name);
    return std::nullopt;
}

std::optional<Price> QueryReader::price(const std::string& name) {
    const std::string_view text = m_request.parameter(name);
    if (text.empty())
        return std::nullopt;
    if (const auto price = Price::tryFromText(text))
        return *price;
    fail(name);
    return std::nullopt;
}

std::int64_t QueryReader::integer(const std::string& name, std::int64_t fallback, std::int64_t low,
                                  std::int64_t high) {
    const std::string_view text = m_request.parameter(name);
    if (text.empty())
        return fallback;
    const auto number = parseDecimal(text, 0, ExtraDigits::Refuse);
    if (number && low <= *number && *number <= high)
        return *number;
    fail(name);
    return fallback;
}

std::vector<Symbol> QueryReader::symbols(const std::string& name, std::size_t limit) {
    std::vector<Symbol> symbols;
    const auto entries = commaList(m_request.parameter(name), limit);
    if (!entries) {
        fail(name);
        return symbols;
    }
    for (const std::string& entry : *entries) {
        const auto symbol = Symbol::tryFrom(entry);
        if (!symbol)
            fail(name);
        else if (std::find(symbols.begin(), symbols.end(), *symbol) == symbols.end())
            symbols.push_back(*symbol);
    }
    return symbols;
}

std::string QueryReader::word(const std::string& name, std::initializer_list<std::string_view> allowed) {
    const std::string_view text = m_request.parameter(name);
    if (!text.empty() && std::find(allowed.begin(), allowed.end(), text) == allowed.end())
        fail(name);
    return std::string(text);
}

std::string QueryReader::token() {
    const std::string_view text = m_request.parameter("page_token");
    const auto token = readPageToken(text);
    if (!token)
        fail("page_token");
    return token.value_or("");
}

ContractFilter ContractFilter::read(QueryReader& reader, const HttpRequest& request) {
    ContractFilter filter;
    filter.expiry = reader.date("expiration_date");
    filter.expiryFrom = reader.date("expiration_date_gte");
    filter.expiryTo = reader.date("expiration_date_lte");
    filter.strikeFrom = reader.price("strike_price_gte");
    filter.strikeTo = reader.price("strike_price_lte");
    filter.right = reader.word("type", {"call", "put"});
    filter.style = reader.word("style", {"american", "european"});
    filter.root = request.parameter("root_symbol");
    return filter;
}

bool ContractFilter::admits(Date expiryDate, Price strike, bool isCall, std::string_view rootSymbol) const {
    if ((expiry && *expiry != expiryDate) || (expiryFrom && expiryDate < *expiryFrom) ||
        (expiryTo && *expiryTo < expiryDate))
        return false;
    if ((strikeFrom && strike < *strikeFrom) || (strikeTo && *strikeTo < strike))
        return false;
    if (!right.empty() && (right == "call") != isCall)
        return false;
    return root.empty() || root == rootSymbol;
}

} // namespace strikedesk::sandbox
