// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/archive.h"
#include "core/io/store/json_tree.h"

#include <string>
#include <string_view>

namespace strikedesk::store {

/// Writes values as JSON text with their names, so that a person can read a record and a later version can
/// add to it. Structs are objects, one-value types their value, enums numbers, optionals null or the value,
/// variants {"type": index, "value": …}, maps arrays of pairs. One thread. The reader is in json_reader.h.
class JsonArchiveWriter {
public:
    static constexpr bool kReading = false;

    template <class T>
    void field(std::string_view name, const T& v) {
        separate();
        appendJsonText(m_text, name);
        m_text.push_back(':');
        put(v);
    }
    template <class T>
    void value(const T& v) {
        put(v);
    }
    void fail(std::string_view) {}

    std::string take() { return std::exchange(m_text, {}); }

private:
    void separate() {
        if (!std::exchange(m_first, false))
            m_text.push_back(',');
    }

    template <class Body>
    void group(char open, char close, Body body) {
        const bool outer = std::exchange(m_first, true);
        m_text.push_back(open);
        body();
        m_text.push_back(close);
        m_first = outer;
    }

    template <class T>
    void put(const T& v) {
        // archive() is one function for both directions and so not const; writing never changes the value.
        T& m = const_cast<T&>(v);
        if constexpr (ArchivesValue<T, JsonArchiveWriter>)
            m.archiveValue(*this);
        else if constexpr (ArchivesFields<T, JsonArchiveWriter>)
            group('{', '}', [&] { m.archive(*this); });
        else if constexpr (std::is_same_v<T, std::string>)
            appendJsonText(m_text, v);
        else if constexpr (std::is_same_v<T, bool>)
            m_text += v ? "true" : "false";
        else if constexpr (std::is_enum_v<T>)
            m_text += std::to_string(static_cast<std::underlying_type_t<T>>(v));
        else if constexpr (std::is_integral_v<T>)
            m_text += std::to_string(v);
        else if constexpr (std::is_floating_point_v<T>)
            appendJsonNumber(m_text, v);
        else
            putContainer(v);
    }

    template <class T>
    void putContainer(const T& v) {
        if constexpr (detail::kIsOptional<T>) {
            if (v)
                put(*v);
            else
                m_text += "null";
        } else if constexpr (detail::kIsVariant<T>) {
            group('{', '}', [&] {
                field("type", v.index());
                std::visit([this](const auto& alternative) { field("value", alternative); }, v);
            });
        } else if constexpr (detail::kIsPair<T>) {
            group('[', ']', [&] {
                element(v.first);
                element(v.second);
            });
        } else if constexpr (std::is_same_v<T, std::monostate>) {
            m_text += "null";
        } else {
            static_assert(detail::kIsSequence<T> || detail::kIsMap<T> || detail::kIsSet<T>,
                          "this type has no archive()");
            group('[', ']', [&] {
                for (const auto& one : v)
                    element(one);
            });
        }
    }

    template <class T>
    void element(const T& v) {
        separate();
        put(v);
    }

    std::string m_text;
    bool m_first = true;
};

/// Any archivable value as JSON text.
template <class T>
std::string toJsonText(const T& value) {
    JsonArchiveWriter writer;
    writer.value(value);
    return writer.take();
}

} // namespace strikedesk::store
