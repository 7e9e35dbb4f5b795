// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/archive.h"

#include <limits>

namespace strikedesk {

/// Reads what BinaryWriter wrote. The bytes are hostile: every count is checked against what is left, a bad
/// index or a short read sets failed() and yields default values from then on. One thread.
class BinaryReader {
public:
    static constexpr bool kReading = true;

    explicit BinaryReader(std::string_view bytes) : m_left(bytes) {}

    template <class T>
    void field(std::string_view name, T& v) {
        if (!m_failed)
            get(v);
        if (m_failed && m_where.empty())
            m_where = name;
    }
    template <class T>
    void value(T& v) {
        get(v);
    }
    void fail(std::string_view what) {
        m_failed = true;
        if (m_where.empty())
            m_where = what;
    }

    bool failed() const { return m_failed; }
    /// True when all bytes were read without a failure.
    bool finished() const { return !m_failed && m_left.empty(); }
    /// The first field that could not be read, for the log.
    const std::string& where() const { return m_where; }

private:
    std::uint64_t getVarint() {
        std::uint64_t v = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (m_left.empty())
                break;
            const auto byte = static_cast<unsigned char>(m_left.front());
            m_left.remove_prefix(1);
            // The tenth byte holds the one bit that is left.
            if (shift == 63 && byte > 1)
                break;
            v |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80)
                return v;
        }
        m_failed = true;
        return 0;
    }

    /// A count of things that take at least one byte each.
    std::size_t getCount() {
        const std::uint64_t count = getVarint();
        if (count > m_left.size())
            m_failed = true;
        return m_failed ? 0 : static_cast<std::size_t>(count);
    }

    template <class T>
    void get(T& v) {
        if (m_failed)
            return;
        if constexpr (ArchivesValue<T, BinaryReader>) {
            v.archiveValue(*this);
        } else if constexpr (ArchivesFields<T, BinaryReader>) {
            v.archive(*this);
        } else if constexpr (std::is_same_v<T, std::string>) {
            const std::size_t size = getCount();
            v.assign(m_left.substr(0, size));
            m_left.remove_prefix(size);
        } else if constexpr (std::is_same_v<T, bool>) {
            v = getUnsigned(1) != 0;
        } else if constexpr (std::is_enum_v<T>) {
            using Underlying = std::underlying_type_t<T>;
            v = static_cast<T>(
                getUnsigned(static_cast<std::uint64_t>(std::numeric_limits<Underlying>::max())));
        } else if constexpr (std::is_unsigned_v<T>) {
            v = static_cast<T>(getUnsigned(std::numeric_limits<T>::max()));
        } else if constexpr (std::is_integral_v<T>) {
            getSigned(v);
        } else if constexpr (std::is_floating_point_v<T>) {
            getDouble(v);
        } else {
            getContainer(v);
        }
    }

    /// A number that must not be larger than `most`.
    std::uint64_t getUnsigned(std::uint64_t most) {
        const std::uint64_t v = getVarint();
        if (v > most)
            m_failed = true;
        return m_failed ? 0 : v;
    }

    template <class T>
    void getSigned(T& v) {
        const std::uint64_t raw = getVarint();
        const auto wide = static_cast<std::int64_t>(raw >> 1) ^ -static_cast<std::int64_t>(raw & 1);
        if (wide < std::numeric_limits<T>::min() || wide > std::numeric_limits<T>::max())
            m_failed = true;
        v = m_failed ? T{} : static_cast<T>(wide);
    }

    template <class T>
    void getDouble(T& v) {
        double wide = 0;
        if (m_left.size() < sizeof wide) {
            m_failed = true;
            return;
        }
        std::memcpy(&wide, m_left.data(), sizeof wide);
        m_left.remove_prefix(sizeof wide);
        v = static_cast<T>(wide);
    }

    template <class T>
    void getContainer(T& v) {
        if constexpr (detail::kIsOptional<T>) {
            bool present = false;
            get(present);
            v.reset();
            if (present)
                get(v.emplace());
        } else if constexpr (detail::kIsVariant<T>) {
            if (!detail::emplaceAlternative(v, getVarint()))
                m_failed = true;
            else
                std::visit([this](auto& alternative) { get(alternative); }, v);
        } else if constexpr (detail::kIsPair<T>) {
            get(v.first);
            get(v.second);
        } else if constexpr (std::is_same_v<T, std::monostate>) {
        } else if constexpr (detail::kIsMap<T>) {
            v.clear();
            for (std::size_t left = getCount(); left > 0 && !m_failed; --left) {
                std::pair<typename T::key_type, typename T::mapped_type> entry;
                get(entry);
                v.insert(std::move(entry));
            }
        } else if constexpr (detail::kIsSet<T>) {
            v.clear();
            for (std::size_t left = getCount(); left > 0 && !m_failed; --left) {
                typename T::value_type entry{};
                get(entry);
                v.insert(std::move(entry));
            }
        } else {
            static_assert(detail::kIsSequence<T>, "this type has no archive()");
            v.clear();
            for (std::size_t left = getCount(); left > 0 && !m_failed; --left) {
                typename T::value_type element{};
                get(element);
                v.push_back(std::move(element));
            }
        }
    }

    std::string_view m_left;
    std::string m_where;
    bool m_failed = false;
};

} // namespace strikedesk
