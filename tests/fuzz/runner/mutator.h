// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace strikedesk::fuzz {

/// Twists inputs. The same number gives the same input for the same seeds, so that one mutation can be run
/// again alone.
class Mutator {
public:
    explicit Mutator(const std::vector<std::string>& seeds) : m_seeds(seeds) {}

    /// The mutation of that number; `seeds` is not empty. At most 64 KiB.
    std::string input(std::uint64_t number) const;

private:
    const std::vector<std::string>& m_seeds;
};

} // namespace strikedesk::fuzz
