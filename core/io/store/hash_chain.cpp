// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/hash_chain.h"

#include <sodium.h>

namespace strikedesk::store {

ChainHasher& ChainHasher::add(std::int64_t number) {
    auto left = static_cast<std::uint64_t>(number);
    for (int i = 0; i < 8; ++i, left >>= 8)
        m_bytes.push_back(static_cast<char>(left & 0xFF));
    return *this;
}

ChainHasher& ChainHasher::add(std::string_view text) {
    add(static_cast<std::int64_t>(text.size()));
    m_bytes += text;
    return *this;
}

std::string ChainHasher::finish() const {
    std::string hash(kChainHashBytes, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                       reinterpret_cast<const unsigned char*>(m_bytes.data()), m_bytes.size(), nullptr, 0);
    return hash;
}

std::string toHex(std::string_view bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        text.push_back(kDigits[value >> 4]);
        text.push_back(kDigits[value & 0xF]);
    }
    return text;
}

} // namespace strikedesk::store
