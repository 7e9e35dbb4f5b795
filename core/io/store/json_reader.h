// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/archive.h"
#include "core/io/store/json_archive.h"
#include "core/io/store/json_tree.h"

#include <limits>
#include <string>
#include <string_view>

namespace strikedesk::store {

/// Reads what JsonArchiveWriter wrote, now or in another version: a missing field keeps the value it has, an
/// unknown one is passed over. The text is hostile: a value of another kind or out of its type's range sets
/// failed(). One thread.
class JsonArchiveReader {
public:
    static constexpr bool kReading = true;

    explicit JsonArchiveReader(const JsonNode& root) : m_node(&root) {}

    template <class T>
    void field(std::string_view name, T& v) {
        if (m_failed)
            return;
        if (const JsonNode* child = m_node->find(name, m_hint))
            inside(*child, name, v);
    }
    template <class T>
    void value(T& v) {
        if (!m_failed)
            get(*m_node, v);
    }
    void fail(std::string_view what) {
        m_failed = true;
        if (m_where.empty())
            m_where = what;
    }

    bool failed() const { return m_failed; }
    /// The innermost field that could not be read, for the log.
    const std::string& where() const { return m_where; }

private:
    template <class T>
    void inside(const JsonNode& node, std::string_view name, T& v) {
        const JsonNode* outerNode = std::exchange(m_node, &node);
        const std::size_t outerHint = std::exchange(m_hint, 0);
        get(node, v);
        m_node = outerNode;
        m_hint = outerHint;
        if (m_failed && m_where.empty())
            m_where = name;
    }

    template <class T>
    void get(const JsonNode& node, T& v) {
        if constexpr (ArchivesValue<T, JsonArchiveReader>)
            v.archiveValue(*this);
        else if constexpr (ArchivesFields<T, JsonArchiveReader>)
            node.kind == JsonNode::Kind::Object ? v.archive(*this) : refuse();
        else if constexpr (std::is_same_v<T, std::string>)
            node.kind == JsonNode::Kind::Text ? void(v = node.text) : refuse();
        else if constexpr (std::is_same_v<T, bool>)
            node.kind == JsonNode::Kind::Boolean ? void(v = node.boolean) : refuse();
        else if constexpr (std::is_enum_v<T>) {
            std::underlying_type_t<T> raw{};
            getWhole(node, raw);
            if (!m_failed)
                v = static_cast<T>(raw);
        } else if constexpr (std::is_integral_v<T>)
            getWhole(node, v);
        else if constexpr (std::is_floating_point_v<T>)
            getReal(node, v);
        else
            getContainer(node, v);
    }

    void refuse() { m_failed = true; }

    template <class T>
    void getWhole(const JsonNode& node, T& v) {
        if (node.kind == JsonNode::Kind::Integer && std::in_range<T>(node.integer))
            v = static_cast<T>(node.integer);
        else if (node.kind == JsonNode::Kind::Unsigned && std::in_range<T>(node.positive))
            v = static_cast<T>(node.positive);
        else
            refuse();
    }

    template <class T>
    void getReal(const JsonNode& node, T& v) {
        using Limits = std::numeric_limits<T>;
        if (node.kind == JsonNode::Kind::Real)
            v = static_cast<T>(node.real);
        else if (node.kind == JsonNode::Kind::Integer)
            v = static_cast<T>(node.integer);
        else if (node.kind == JsonNode::Kind::Unsigned)
            v = static_cast<T>(node.positive);
        else if (node.kind == JsonNode::Kind::Text && node.text == "nan")
            v = Limits::quiet_NaN();
        else if (node.kind == JsonNode::Kind::Text && (node.text == "inf" || node.text == "-inf"))
            v = node.text == "inf" ? Limits::infinity() : -Limits::infinity();
        else
            refuse();
    }

    template <class T>
    void getContainer(const JsonNode& node, T& v) {
        if constexpr (detail::kIsOptional<T>) {
            v.reset();
            if (node.kind != JsonNode::Kind::Null)
                inside(node, "optional", v.emplace());
        } else if constexpr (detail::kIsVariant<T>) {
            std::size_t hint = 0;
            const JsonNode* type = node.find("type", hint);
            const JsonNode* held = node.find("value", hint);
            const bool known = type && held && type->kind == JsonNode::Kind::Integer && type->integer >= 0 &&
                               detail::emplaceAlternative(v, static_cast<std::uint64_t>(type->integer));
            if (known)
                std::visit([&](auto& alternative) { inside(*held, "value", alternative); }, v);
            else
                refuse();
        } else if constexpr (detail::kIsPair<T>) {
            if (node.kind != JsonNode::Kind::Array || node.items.size() != 2)
                return refuse();
            inside(node.items[0], "first", v.first);
            inside(node.items[1], "second", v.second);
        } else if constexpr (std::is_same_v<T, std::monostate>) {
        } else {
            getSequence(node, v);
        }
    }

    template <class T>
    void getSequence(const JsonNode& node, T& v) {
        if (node.kind != JsonNode::Kind::Array)
            return refuse();
        v.clear();
        for (const JsonNode& item : node.items) {
            if (m_failed)
                return;
            if constexpr (detail::kIsMap<T>) {
                std::pair<typename T::key_type, typename T::mapped_type> one;
                inside(item, "entry", one);
                v.insert(std::move(one));
            } else if constexpr (detail::kIsSet<T>) {
                typename T::value_type one{};
                inside(item, "element", one);
                v.insert(std::move(one));
            } else {
                static_assert(detail::kIsSequence<T>, "this type has no archive()");
                typename T::value_type one{};
                inside(item, "element", one);
                v.push_back(std::move(one));
            }
        }
    }

    const JsonNode* m_node;
    std::size_t m_hint = 0;
    std::string m_where;
    bool m_failed = false;
};

/// A value from JSON text. Error InvalidInput: not JSON, or a field of the wrong kind or range (named in the
/// context).
template <class T>
Result<T> fromJsonText(std::string_view text) {
    Result<JsonNode> root = parseJson(text);
    if (!root)
        return root.error();
    JsonArchiveReader reader(*root);
    T value{};
    reader.value(value);
    if (reader.failed())
        return invalidInput("store.json", "A stored record cannot be read. Restore the data from a backup.",
                            "field " + reader.where());
    return value;
}

} // namespace strikedesk::store
