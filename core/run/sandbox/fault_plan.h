// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace strikedesk::sandbox {

/// A way in which the sandbox can misbehave on request. Each is a count of how many more times it happens;
/// MuteTradeUpdates is on while above zero.
enum class Fault : std::uint8_t {
    LoseOrderAnswer,       ///< POST order: the effect happens, the connection closes without an answer
    DropOrderBeforeEffect, ///< POST order: the connection closes, nothing happened
    OrderErrorBefore,      ///< POST order: 503, nothing happened
    OrderErrorAfter,       ///< POST order: 503, the effect happened
    LoseReplaceAnswer,     ///< PATCH order: the effect happens, no answer
    LoseCancelAnswer,      ///< DELETE order: the effect happens, no answer
    RateLimited,           ///< any authorised request: 429
    GarbledAnswer,         ///< any authorised request: 200 with a body that is no JSON
    DelayAnswer,           ///< any authorised request: its answer waits delayMs
    UnknownStatus,         ///< trade_updates: the order's status is a word nobody knows
    UnknownFields,         ///< trade_updates: fields nobody knows are added
    LoseFill,              ///< trade_updates: a fill or partial fill is never sent
    MuteTradeUpdates,      ///< trade_updates: nothing is sent while on
};

/// The faults asked for and not yet spent. One thread.
class FaultPlan {
public:
    static constexpr std::size_t kCount = 13;
    static constexpr std::int64_t kMaxCount = 1'000'000;

    /// The name on the control endpoint, and back.
    static std::string_view nameOf(Fault fault);
    static std::optional<Fault> named(std::string_view name);

    void set(Fault fault, std::int64_t count) { m_left[static_cast<std::size_t>(fault)] = count; }
    std::int64_t left(Fault fault) const { return m_left[static_cast<std::size_t>(fault)]; }
    bool isOn(Fault fault) const { return left(fault) > 0; }
    /// True and one less when there is one left.
    bool take(Fault fault) {
        if (!isOn(fault))
            return false;
        --m_left[static_cast<std::size_t>(fault)];
        return true;
    }
    std::int64_t delayMs = 0;

private:
    std::array<std::int64_t, kCount> m_left{};
};

} // namespace strikedesk::sandbox
