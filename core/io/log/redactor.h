// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <cstdint>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace strikedesk {

/// Hides every registered secret in text, by value: as it is, as a log field or a URL writes it, and of long
/// ones any eight characters of it in a row, so that a secret split over arguments does not slip through in
/// pieces. Thread-safe.
class Redactor {
public:
    static constexpr std::size_t kShortestSecret = 4;
    /// What stands where a secret was.
    static constexpr std::string_view kMask = "[redacted]";

    /// From now on `secret` is hidden; the caller keeps its own. Error: shorter than kShortestSecret, because
    /// hiding it would hide half of every line.
    Status add(const Secret& secret);

    /// `text` with every secret replaced by kMask.
    std::string redact(std::string_view text) const;

private:
    void addNeedle(std::string needle);

    mutable std::shared_mutex m_mutex;
    std::vector<Secret> m_needles;
    std::unordered_set<std::uint64_t> m_fragments;
};

} // namespace strikedesk
