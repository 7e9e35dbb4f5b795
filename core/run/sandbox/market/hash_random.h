// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <numbers>

namespace strikedesk::sandbox {

/// Numbers that depend only on a seed and a list of keys (day, minute, contract …), so that any moment of the
/// simulated market can be computed on its own, in any order and again after a restart. Value type.
class HashRandom {
public:
    HashRandom(std::uint64_t seed, std::initializer_list<std::uint64_t> keys) : m_state(seed) {
        for (const std::uint64_t key : keys)
            m_state = mix(m_state ^ mix(key + kStep));
    }

    std::uint64_t next() {
        m_state += kStep;
        return mix(m_state);
    }
    /// In [0, 1).
    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    /// Whole number in [low, high]; low ≤ high.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(next() % (static_cast<std::uint64_t>(high - low) + 1));
    }
    /// Standard normal (Box–Muller).
    double gaussian() {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
        return radius * std::cos(2.0 * std::numbers::pi * uniform());
    }

private:
    static constexpr std::uint64_t kStep = 0x9E3779B97F4A7C15ULL;
    /// The finaliser of SplitMix64.
    static std::uint64_t mix(std::uint64_t z) {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    std::uint64_t m_state;
};

} // namespace strikedesk::sandbox
