// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ids.h"

#include <cstdio>

namespace strikedesk {

std::uint64_t IdSource::next() {
    m_state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

std::string IdSource::uuid7(Timestamp now) {
    const std::uint64_t high = next();
    const std::uint64_t low = next();
    const auto ms = static_cast<std::uint64_t>(now.milliseconds()) & 0xFFFFFFFFFFFFULL;
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%08llx-%04llx-7%03llx-%04llx-%012llx",
                  static_cast<unsigned long long>(ms >> 16), static_cast<unsigned long long>(ms & 0xFFFF),
                  static_cast<unsigned long long>(high & 0xFFF),
                  static_cast<unsigned long long>(0x8000 | (high >> 12 & 0x3FFF)),
                  static_cast<unsigned long long>(low & 0xFFFFFFFFFFFFULL));
    return buffer;
}

} // namespace strikedesk
