// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::venues {

/// One parsed JSON text as a flat tree. Numbers keep their own characters, so no decimal ever passes through
/// a binary fraction. Bounded: 8 MiB of text, 32 levels, a million nodes. Immutable; any thread.
class JsonTree {
public:
    /// What a node is.
    enum class Kind : std::uint8_t { Absent, Null, Bool, Number, String, Array, Object };

    /// A node; valid as long as its tree is neither moved nor destroyed. An absent member is a node too.
    class Node {
    public:
        Node() = default;

        Kind kind() const;
        bool isObject() const { return kind() == Kind::Object; }
        bool isArray() const { return kind() == Kind::Array; }
        /// Absent, null or "": the venue uses all three for "no value".
        bool isNothing() const;
        /// A string's characters, a number's own characters, "true" or "false"; "" for everything else.
        std::string_view text() const;
        /// The member's name; "" for elements of arrays.
        std::string_view key() const;
        /// The first member of that name; absent when there is none or this is no object.
        Node operator[](std::string_view name) const;
        /// Children in order: of an object its members, of an array its elements.
        Node firstChild() const;
        Node nextSibling() const;
        std::size_t childCount() const;
        explicit operator bool() const { return m_tree != nullptr; }

    private:
        friend class JsonTree;
        Node(const JsonTree* tree, std::uint32_t index) : m_tree(tree), m_index(index) {}
        const JsonTree* m_tree = nullptr;
        std::uint32_t m_index = 0;
    };

    /// Errors: not exactly one whole JSON value, invalid UTF-8, above a bound.
    static Result<JsonTree> parse(std::string_view json);

    Node root() const { return {this, 0}; }

private:
    friend class JsonTreeBuilder;

    struct Entry {
        std::uint32_t textAt = 0;
        std::uint32_t textLength = 0;
        std::uint32_t keyAt = 0;
        std::uint32_t keyLength = 0;
        std::uint32_t next = 0; ///< index of the next sibling; 0 for none
        std::uint32_t children = 0;
        Kind kind = Kind::Null;
    };

    JsonTree() = default;

    std::vector<Entry> m_entries;
    std::string m_text; ///< all keys, strings and number characters, one after the other
};

} // namespace strikedesk::venues
