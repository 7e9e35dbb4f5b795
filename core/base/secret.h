// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace strikedesk {

/// Key material (a broker key, a token). Cannot be printed, logged, formatted, archived or copied by
/// accident; its bytes are overwritten before the memory is given back. Move-only; whoever needs a second one
/// says clone(). Not synchronised: one owner, const use from any thread.
class Secret {
public:
    Secret() = default;
    /// Copies `text`; the caller's own copy stays the caller's to wipe.
    explicit Secret(std::string_view text) : m_bytes(text.begin(), text.end()) {}
    /// Takes the text over and overwrites the string it came in.
    static Secret takeFrom(std::string& text);

    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    Secret(Secret&& other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) {}
    Secret& operator=(Secret&& other) noexcept;
    ~Secret() { wipe(); }

    /// A second Secret with the same bytes.
    Secret clone() const { return Secret(std::string_view(m_bytes.data(), m_bytes.size())); }

    bool isEmpty() const { return m_bytes.empty(); }
    std::size_t size() const { return m_bytes.size(); }
    /// Compares in a time that depends on the length of `other` only, not on where the two differ.
    bool equals(std::string_view other) const;
    bool equals(const Secret& other) const {
        return equals(std::string_view(other.m_bytes.data(), other.m_bytes.size()));
    }

    /// Lends the bytes to `use` for the length of the call; what it returns must not hold on to them.
    template <std::invocable<std::string_view> Use>
    auto reveal(Use&& use) const {
        return std::forward<Use>(use)(std::string_view(m_bytes.data(), m_bytes.size()));
    }

private:
    void wipe() noexcept;

    // A vector, not a string: moving it never leaves bytes behind in a small buffer.
    std::vector<char> m_bytes;
};

/// Overwrites `size` bytes at `data` so that the compiler cannot leave it out.
void wipeBytes(void* data, std::size_t size) noexcept;

} // namespace strikedesk
