// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace strikedesk::store {

/// Bytes of a chain hash: BLAKE2b-256.
inline constexpr std::size_t kChainHashBytes = 32;

/// Gathers the fields of one record, each with its length so that no two records share an encoding, and
/// hashes them. Value type; one thread.
class ChainHasher {
public:
    ChainHasher& add(std::string_view text);
    ChainHasher& add(std::int64_t number);
    /// The hash of everything added, as raw bytes.
    std::string finish() const;

private:
    std::string m_bytes;
};

/// Raw bytes as lower-case hexadecimal digits.
std::string toHex(std::string_view bytes);

} // namespace strikedesk::store
