// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/http/http_message.h"
#include "core/run/sandbox/market/session_calendar.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace strikedesk::sandbox {

/// Reads query parameters and remembers the first bad one. Absent parameters are nullopt or the fallback.
class QueryReader {
public:
    QueryReader(const HttpRequest& request, const SessionCalendar& calendar)
        : m_request(request), m_calendar(calendar) {}

    bool failed() const { return !m_bad.empty(); }
    /// 400 naming the bad parameter.
    HttpAnswer failure() const;

    /// RFC 3339, or a date meaning its midnight in New York.
    std::optional<Timestamp> time(const std::string& name);
    /// A date, or an RFC 3339 time meaning the day written in it.
    std::optional<Date> date(const std::string& name);
    std::optional<Price> price(const std::string& name);
    std::int64_t integer(const std::string& name, std::int64_t fallback, std::int64_t low, std::int64_t high);
    /// A comma list of symbols, at most `limit`, in order without doubles.
    std::vector<Symbol> symbols(const std::string& name, std::size_t limit);
    /// One of the words, empty when absent.
    std::string word(const std::string& name, std::initializer_list<std::string_view> allowed);
    /// What our own page token says, empty when absent.
    std::string token();
    void fail(const std::string& name) {
        if (m_bad.empty())
            m_bad = name;
    }

private:
    const HttpRequest& m_request;
    const SessionCalendar& m_calendar;
    std::string m_bad;
};

/// Filters shared by the contract list and the chain.
struct ContractFilter {
    std::optional<Date> expiry;
    std::optional<Date> expiryFrom;
    std::optional<Date> expiryTo;
    std::optional<Price> strikeFrom;
    std::optional<Price> strikeTo;
    std::string right; ///< call, put or empty
    std::string root;
    std::string style; ///< american, european or empty

    static ContractFilter read(QueryReader& reader, const HttpRequest& request);
    bool admits(Date expiryDate, Price strike, bool isCall, std::string_view rootSymbol) const;
};

} // namespace strikedesk::sandbox
