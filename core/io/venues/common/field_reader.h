// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/decimal.h"
#include "core/base/ids.h"
#include "core/base/money.h"
#include "core/base/price.h"
#include "core/base/quantity.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"
#include "core/io/venues/common/json_tree.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::venues {

/// The venue's number text, which may carry an exponent ("1e-05"), as an integer count of 10^-scaleDigits.
Result<std::int64_t> parseVenueDecimal(std::string_view text, int scaleDigits, ExtraDigits extra);

/// Reads typed members of one JSON object. Strings and numbers are taken alike; absent, null and "" mean "no
/// value" and leave the target as it was. The first thing that is there and cannot be read exactly is kept as
/// the error and names the member.
class FieldReader {
public:
    /// `what` names the kind of object in errors ("order").
    FieldReader(JsonTree::Node object, const char* what);

    void text(std::string_view name, std::string& out);
    template <class Tag>
    void id(std::string_view name, TextId<Tag>& out) {
        std::string word;
        text(name, word);
        out = TextId<Tag>(std::move(word));
    }
    void boolean(std::string_view name, bool& out);
    void boolean(std::string_view name, std::optional<bool>& out);
    void integer(std::string_view name, std::int64_t& out);
    void integer(std::string_view name, std::optional<std::int64_t>& out);
    void real(std::string_view name, double& out);
    void real(std::string_view name, std::optional<double>& out);
    void price(std::string_view name, Price& out, ExtraDigits extra);
    void price(std::string_view name, std::optional<Price>& out, ExtraDigits extra);
    void quantity(std::string_view name, Quantity& out);
    void quantity(std::string_view name, std::optional<Quantity>& out);
    void money(std::string_view name, std::optional<Money>& out);
    void timestamp(std::string_view name, Timestamp& out);
    void date(std::string_view name, std::optional<Date>& out);
    void symbol(std::string_view name, Symbol& out);
    void words(std::string_view name, std::vector<std::string>& out);

    /// The value must be there.
    void require(std::string_view name);
    /// Keeps an error found by the caller; the first one counts.
    void fail(std::string_view name, std::string_view why);

    const JsonTree::Node& object() const { return m_object; }
    bool ok() const { return !m_error; }
    /// Only when not ok().
    const Error& error() const { return *m_error; }

private:
    std::optional<std::string_view> present(std::string_view name);

    JsonTree::Node m_object;
    const char* m_what;
    std::optional<Error> m_error;
};

/// The error of an answer whose JSON is whole but not what the protocol says.
Error unexpectedAnswer(std::string context);

/// Parses, checks the root's kind and decodes it with `decode(Node) -> Result<T>`.
template <class Decode>
auto decodeRoot(std::string_view json, JsonTree::Kind kind, Decode decode)
    -> decltype(decode(JsonTree::Node())) {
    const auto tree = JsonTree::parse(json);
    if (!tree)
        return tree.error();
    if (tree->root().kind() != kind)
        return unexpectedAnswer(kind == JsonTree::Kind::Array ? "an array was expected"
                                                              : "an object was expected");
    return decode(tree->root());
}

/// Every element of an array through `decode(Node) -> Result<T>`; the first error ends it.
template <class Decode>
auto decodeEach(JsonTree::Node array, Decode decode)
    -> Result<std::vector<std::decay_t<decltype(decode(JsonTree::Node()).value())>>> {
    std::vector<std::decay_t<decltype(decode(JsonTree::Node()).value())>> rows;
    rows.reserve(array.childCount());
    for (auto node = array.firstChild(); node; node = node.nextSibling()) {
        auto row = decode(node);
        if (!row)
            return row.error();
        rows.push_back(std::move(row.value()));
    }
    return rows;
}

} // namespace strikedesk::venues
