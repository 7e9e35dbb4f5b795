// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/common/json_tree.h"

#include <simdjson.h>

#include <exception>
#include <type_traits>
#include <utility>

namespace strikedesk::venues {

namespace {

constexpr std::size_t kLargestText = 8 * 1024 * 1024;
constexpr std::size_t kMostNodes = 1'000'000;
constexpr int kDeepest = 32;

Error broken(const char* what) {
    return Error{ErrorKind::Protocol,
                 "venue.json.broken",
                 "An answer could not be read. The program asks again; nothing was assumed.",
                 {},
                 std::string("json: ") + what};
}

std::string_view trimmed(std::string_view token) {
    while (!token.empty() &&
           (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' || token.back() == '\t'))
        token.remove_suffix(1);
    return token;
}

/// The grammar of JSON numbers; simdjson on demand does not look at a number that nobody converts.
bool isNumber(std::string_view token) {
    std::size_t at = 0;
    const auto digits = [&] {
        const std::size_t from = at;
        while (at < token.size() && token[at] >= '0' && token[at] <= '9')
            ++at;
        return at - from;
    };
    if (at < token.size() && token[at] == '-')
        ++at;
    const std::size_t wholeAt = at;
    const std::size_t whole = digits();
    if (whole == 0 || (whole > 1 && token[wholeAt] == '0'))
        return false;
    if (at < token.size() && token[at] == '.') {
        ++at;
        if (digits() == 0)
            return false;
    }
    if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
        ++at;
        if (at < token.size() && (token[at] == '+' || token[at] == '-'))
            ++at;
        if (digits() == 0)
            return false;
    }
    return at == token.size();
}

} // namespace

/// Walks a simdjson document once, start to end, and lays it flat.
class JsonTreeBuilder {
public:
    explicit JsonTreeBuilder(std::size_t textSize) { m_tree.m_text.reserve(textSize); }

    template <class Value>
    bool add(Value& value, std::string_view key, int depth) {
        if (depth > kDeepest || m_tree.m_entries.size() >= kMostNodes)
            return false;
        const std::size_t index = m_tree.m_entries.size();
        m_tree.m_entries.emplace_back();
        keep(key, m_tree.m_entries[index].keyAt, m_tree.m_entries[index].keyLength);
        simdjson::ondemand::json_type type{};
        if (value.type().get(type) != simdjson::SUCCESS)
            return false;
        switch (type) {
        case simdjson::ondemand::json_type::object:
            return addObject(value, index, depth);
        case simdjson::ondemand::json_type::array:
            return addArray(value, index, depth);
        case simdjson::ondemand::json_type::string:
            return addString(value, index);
        case simdjson::ondemand::json_type::number:
            return addNumber(value, index);
        case simdjson::ondemand::json_type::boolean:
            return addBool(value, index);
        case simdjson::ondemand::json_type::null: {
            bool isNull = false;
            return value.is_null().get(isNull) == simdjson::SUCCESS && isNull;
        }
        }
        return false;
    }

    JsonTree take() { return std::move(m_tree); }

private:
    void keep(std::string_view text, std::uint32_t& at, std::uint32_t& length) {
        at = static_cast<std::uint32_t>(m_tree.m_text.size());
        length = static_cast<std::uint32_t>(text.size());
        m_tree.m_text.append(text);
    }

    void keepText(std::size_t index, JsonTree::Kind kind, std::string_view text) {
        JsonTree::Entry& entry = m_tree.m_entries[index];
        entry.kind = kind;
        keep(text, entry.textAt, entry.textLength);
    }

    /// Ties a finished child to the sibling before it.
    void link(std::size_t parent, std::size_t& previous, std::size_t child) {
        if (previous != 0)
            m_tree.m_entries[previous].next = static_cast<std::uint32_t>(child);
        previous = child;
        ++m_tree.m_entries[parent].children;
    }

    template <class Value>
    bool addObject(Value& value, std::size_t index, int depth) {
        m_tree.m_entries[index].kind = JsonTree::Kind::Object;
        simdjson::ondemand::object object;
        if (value.get_object().get(object) != simdjson::SUCCESS)
            return false;
        std::size_t previous = 0;
        for (auto member : object) {
            simdjson::ondemand::field field;
            std::string_view name;
            if (std::move(member).get(field) != simdjson::SUCCESS ||
                field.unescaped_key().get(name) != simdjson::SUCCESS)
                return false;
            const std::size_t child = m_tree.m_entries.size();
            if (!add(field.value(), name, depth + 1))
                return false;
            link(index, previous, child);
        }
        return true;
    }

    template <class Value>
    bool addArray(Value& value, std::size_t index, int depth) {
        m_tree.m_entries[index].kind = JsonTree::Kind::Array;
        simdjson::ondemand::array array;
        if (value.get_array().get(array) != simdjson::SUCCESS)
            return false;
        std::size_t previous = 0;
        for (auto element : array) {
            simdjson::ondemand::value held;
            if (std::move(element).get(held) != simdjson::SUCCESS)
                return false;
            const std::size_t child = m_tree.m_entries.size();
            if (!add(held, {}, depth + 1))
                return false;
            link(index, previous, child);
        }
        return true;
    }

    template <class Value>
    bool addString(Value& value, std::size_t index) {
        std::string_view text;
        if (value.get_string().get(text) != simdjson::SUCCESS)
            return false;
        keepText(index, JsonTree::Kind::String, text);
        return true;
    }

    template <class Value>
    bool addNumber(Value& value, std::size_t index) {
        std::string_view token;
        if constexpr (std::is_same_v<Value, simdjson::ondemand::document>) {
            if (value.raw_json_token().get(token) != simdjson::SUCCESS)
                return false;
        } else {
            token = value.raw_json_token();
            double ignored = 0;
            // Moves past the number; its characters were taken already.
            if (value.get_double().get(ignored) != simdjson::SUCCESS)
                return false;
        }
        token = trimmed(token);
        if (!isNumber(token))
            return false;
        keepText(index, JsonTree::Kind::Number, token);
        return true;
    }

    template <class Value>
    bool addBool(Value& value, std::size_t index) {
        bool flag = false;
        if (value.get_bool().get(flag) != simdjson::SUCCESS)
            return false;
        keepText(index, JsonTree::Kind::Bool, flag ? "true" : "false");
        return true;
    }

    JsonTree m_tree;
};

Result<JsonTree> JsonTree::parse(std::string_view json) {
    if (json.size() > kLargestText)
        return broken("too large");
    try {
        simdjson::ondemand::parser parser;
        const simdjson::padded_string padded(json);
        simdjson::ondemand::document document;
        if (parser.iterate(padded).get(document) != simdjson::SUCCESS)
            return broken("no document");
        bool isScalar = false;
        if (document.is_scalar().get(isScalar) != simdjson::SUCCESS || isScalar)
            return broken("neither object nor array");
        JsonTreeBuilder builder(json.size());
        if (!builder.add(document, {}, 0) || document.current_location().error() != simdjson::OUT_OF_BOUNDS)
            return broken("not one whole value");
        return builder.take();
    } catch (const std::exception& thrown) {
        return broken(thrown.what());
    }
}

JsonTree::Kind JsonTree::Node::kind() const {
    return m_tree == nullptr ? Kind::Absent : m_tree->m_entries[m_index].kind;
}

bool JsonTree::Node::isNothing() const {
    const Kind k = kind();
    return k == Kind::Absent || k == Kind::Null || (k == Kind::String && text().empty());
}

std::string_view JsonTree::Node::text() const {
    if (m_tree == nullptr)
        return {};
    const Entry& entry = m_tree->m_entries[m_index];
    return std::string_view(m_tree->m_text).substr(entry.textAt, entry.textLength);
}

std::string_view JsonTree::Node::key() const {
    if (m_tree == nullptr)
        return {};
    const Entry& entry = m_tree->m_entries[m_index];
    return std::string_view(m_tree->m_text).substr(entry.keyAt, entry.keyLength);
}

JsonTree::Node JsonTree::Node::operator[](std::string_view name) const {
    if (!isObject())
        return {};
    for (Node child = firstChild(); child; child = child.nextSibling())
        if (child.key() == name)
            return child;
    return {};
}

JsonTree::Node JsonTree::Node::firstChild() const {
    // Children follow their parent directly.
    return childCount() == 0 ? Node() : Node(m_tree, m_index + 1);
}

JsonTree::Node JsonTree::Node::nextSibling() const {
    if (m_tree == nullptr)
        return {};
    const std::uint32_t next = m_tree->m_entries[m_index].next;
    return next == 0 ? Node() : Node(m_tree, next);
}

std::size_t JsonTree::Node::childCount() const {
    return m_tree == nullptr ? 0 : m_tree->m_entries[m_index].children;
}

} // namespace strikedesk::venues
