// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace strikedesk::store {

/// Raw bytes in a database column, apart from text so that the driver binds them as such.
struct Blob {
    std::string bytes;
    friend bool operator==(const Blob&, const Blob&) = default;
};

/// One parameter or column: NULL, a whole number, a binary number (analytics only), UTF-8 text, bytes.
using Value = std::variant<std::monostate, std::int64_t, double, std::string, Blob>;

/// One row of an answer. A column asked for as another type than it holds yields the empty value and marks
/// the row as mismatched, which fails the whole query: a file edited by hand must not become a zero price.
/// Lives for one call of the row handler.
class Row {
public:
    explicit Row(std::vector<Value> columns) : m_columns(std::move(columns)) {}

    std::size_t size() const { return m_columns.size(); }
    bool isNull(std::size_t column) const {
        return column < m_columns.size() && std::holds_alternative<std::monostate>(m_columns[column]);
    }
    std::int64_t integer(std::size_t column) const { return get<std::int64_t>(column); }
    std::string text(std::size_t column) const { return get<std::string>(column); }
    std::string blob(std::size_t column) const { return get<Blob>(column).bytes; }
    /// A whole number reads as a binary one too: SQLite stores 2.0 as 2 where it can.
    double real(std::size_t column) const {
        if (column < m_columns.size())
            if (const auto* whole = std::get_if<std::int64_t>(&m_columns[column]))
                return static_cast<double>(*whole);
        return get<double>(column);
    }
    /// True once a column was asked for as a type it does not hold.
    bool mismatched() const { return m_mismatched; }

private:
    template <class T>
    T get(std::size_t column) const {
        if (column < m_columns.size())
            if (const T* held = std::get_if<T>(&m_columns[column]))
                return *held;
        m_mismatched = true;
        return T{};
    }

    std::vector<Value> m_columns;
    mutable bool m_mismatched = false;
};

} // namespace strikedesk::store
