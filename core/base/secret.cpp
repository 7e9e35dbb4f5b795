// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret.h"

namespace strikedesk {

void wipeBytes(void* data, std::size_t size) noexcept {
    volatile char* bytes = static_cast<volatile char*>(data);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = 0;
}

Secret Secret::takeFrom(std::string& text) {
    Secret secret{std::string_view(text)};
    // The whole capacity: an earlier, longer value may still lie behind the end.
    text.resize(text.capacity());
    wipeBytes(text.data(), text.size());
    text.clear();
    return secret;
}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

bool Secret::equals(std::string_view other) const {
    // One pass over `other` whatever the contents; an unequal length is folded in, not returned early.
    const std::size_t mine = m_bytes.size();
    unsigned difference = mine == other.size() ? 0 : 1;
    for (std::size_t i = 0; i < other.size(); ++i) {
        const char byte = mine == 0 ? '\0' : m_bytes[i % mine];
        difference |= static_cast<unsigned char>(byte ^ other[i]);
    }
    return difference == 0;
}

void Secret::wipe() noexcept {
    wipeBytes(m_bytes.data(), m_bytes.size());
    m_bytes.clear();
}

} // namespace strikedesk
