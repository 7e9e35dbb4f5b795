// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace strikedesk {

/// How values become bytes: a struct says its fields once,
///     template <class A> void archive(A& a) { a.field("bid", bid); a.field("ask", ask); }
/// and every archive (binary below; text in the order log) reads and writes it. A one-value type says
/// archiveValue(a) { a.value(m_units); } instead. An archive has kReading, field(), value(), fail().
template <class T, class A>
concept ArchivesFields = requires(T& t, A& a) { t.archive(a); };
template <class T, class A>
concept ArchivesValue = requires(T& t, A& a) { t.archiveValue(a); };

namespace detail {
template <class T>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;
template <class T>
inline constexpr bool kIsVariant = false;
template <class... T>
inline constexpr bool kIsVariant<std::variant<T...>> = true;
template <class T>
inline constexpr bool kIsMap = false;
template <class K, class V>
inline constexpr bool kIsMap<std::map<K, V>> = true;
template <class T>
inline constexpr bool kIsSequence = false;
template <class T>
inline constexpr bool kIsSequence<std::vector<T>> = true;
template <class T>
inline constexpr bool kIsSet = false;
template <class T>
inline constexpr bool kIsSet<std::set<T>> = true;
template <class T>
inline constexpr bool kIsPair = false;
template <class A, class B>
inline constexpr bool kIsPair<std::pair<A, B>> = true;

/// Puts the alternative number `index` into the variant, default-made; false when there is none.
template <class Variant, std::size_t I = 0>
bool emplaceAlternative(Variant& variant, std::uint64_t index) {
    if constexpr (I >= std::variant_size_v<Variant>) {
        return false;
    } else {
        if (index == I) {
            variant.template emplace<I>();
            return true;
        }
        return emplaceAlternative<Variant, I + 1>(variant, index);
    }
}
} // namespace detail

/// Writes values as bytes: LEB128 integers, little-endian doubles, counted text and sequences. Names are not
/// written; the reader must be of the same build (film, checkpoint). One thread.
class BinaryWriter {
public:
    static constexpr bool kReading = false;

    template <class T>
    void field(std::string_view, const T& v) {
        put(v);
    }
    template <class T>
    void value(const T& v) {
        put(v);
    }
    void fail(std::string_view) {}

    const std::string& bytes() const { return m_bytes; }
    std::string take() { return std::exchange(m_bytes, {}); }
    void clear() { m_bytes.clear(); }

private:
    void putVarint(std::uint64_t v) {
        while (v >= 0x80) {
            m_bytes.push_back(static_cast<char>(v | 0x80));
            v >>= 7;
        }
        m_bytes.push_back(static_cast<char>(v));
    }

    template <class T>
    void put(const T& v) {
        // archive() is one function for both directions and so not const; writing never changes the value.
        T& m = const_cast<T&>(v);
        if constexpr (ArchivesValue<T, BinaryWriter>) {
            m.archiveValue(*this);
        } else if constexpr (ArchivesFields<T, BinaryWriter>) {
            m.archive(*this);
        } else if constexpr (std::is_same_v<T, std::string>) {
            putVarint(v.size());
            m_bytes += v;
        } else if constexpr (std::is_enum_v<T>) {
            putVarint(static_cast<std::uint64_t>(v));
        } else if constexpr (std::is_same_v<T, bool> || std::is_unsigned_v<T>) {
            putVarint(static_cast<std::uint64_t>(v));
        } else if constexpr (std::is_integral_v<T>) {
            const auto wide = static_cast<std::int64_t>(v);
            putVarint((static_cast<std::uint64_t>(wide) << 1) ^ static_cast<std::uint64_t>(wide >> 63));
        } else if constexpr (std::is_floating_point_v<T>) {
            const double wide = v;
            char raw[sizeof wide];
            std::memcpy(raw, &wide, sizeof wide);
            m_bytes.append(raw, sizeof wide);
        } else {
            putContainer(v);
        }
    }

    template <class T>
    void putContainer(const T& v) {
        if constexpr (detail::kIsOptional<T>) {
            put(v.has_value());
            if (v)
                put(*v);
        } else if constexpr (detail::kIsVariant<T>) {
            putVarint(v.index());
            std::visit([this](const auto& alternative) { put(alternative); }, v);
        } else if constexpr (detail::kIsPair<T>) {
            put(v.first);
            put(v.second);
        } else if constexpr (std::is_same_v<T, std::monostate>) {
        } else {
            static_assert(detail::kIsSequence<T> || detail::kIsMap<T> || detail::kIsSet<T>,
                          "this type has no archive()");
            putVarint(v.size());
            for (const auto& element : v)
                put(element);
        }
    }

    std::string m_bytes;
};

} // namespace strikedesk
