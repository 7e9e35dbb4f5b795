// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/faults/fault_rule.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::sandbox {

/// An open connection as the control endpoint shows it.
struct ConnectionInfo {
    std::int64_t id = 0; ///< from 1, never used twice
    /// What its first request asked for; unset before that.
    std::optional<Channel> channel;
    std::int64_t requests = 0; ///< requests or messages that came
    std::int64_t frames = 0;   ///< answers or frames that left
    std::int64_t bytes = 0;    ///< of bodies or payloads that left
};

/// A chance for a fault: a request, a frame or a connection.
struct Occasion {
    Channel channel = Channel::Control;
    std::string method;
    std::string path;
    std::int64_t connection = 0;
};

/// The rules in force, and the open connections they act on. Everything that a rule did is counted. One
/// thread: the sandbox's.
class FaultBook {
public:
    static constexpr std::size_t kMostRules = 256;
    using Fits = std::function<bool(const FaultRule&)>;

    /// The new rule's id. Error: the rule is not usable, or too many are in force.
    Result<std::int64_t> add(const FaultRule& rule);
    bool remove(std::int64_t id);
    /// Removes the rules of that label, or all without one; how many there were.
    std::size_t clear(std::string_view label = {});
    const std::vector<FaultRuleState>& rules() const { return m_rules; }
    bool has(std::int64_t id) const;

    /// The rules of `kinds` that happen now, in the order they were made; each is counted. `fits` may say
    /// that a rule has nothing to act on here, which is then no chance.
    std::vector<FaultRuleState> take(const Occasion& at, KindSet kinds, const Fits& fits = {});
    /// As take, but at most the first of them: later rules have no chance here.
    std::optional<FaultRuleState> takeOne(const Occasion& at, KindSet kinds, const Fits& fits = {});
    /// Whether a rule of `kinds` could still happen there.
    bool expects(const Occasion& at, KindSet kinds) const;

    /// A connection was accepted: its id. It is told of rules made later through `onRule`, if it wants.
    std::int64_t opened();
    /// A request or message came; the first one says what the connection is for, and makes it count for
    /// rules about the n-th.
    void used(std::int64_t connection, Channel channel);
    void sent(std::int64_t connection, std::size_t bytes);
    void onRule(std::int64_t connection, std::function<void()> look);
    void closed(std::int64_t connection);
    /// In the order of their ids.
    std::vector<ConnectionInfo> connections() const;

private:
    struct Open {
        ConnectionInfo info;
        std::function<void()> look;
    };
    /// What a rule needs beside its state to find its connection.
    struct Aim {
        std::int64_t seen = 0;   ///< connections opened since in its channels
        std::int64_t target = 0; ///< the n-th of them
    };
    /// Counts a chance; true when the rule happens.
    static bool happens(FaultRuleState& state);
    bool admits(const FaultRuleState& state, const Occasion& at, KindSet kinds) const;

    std::vector<FaultRuleState> m_rules;
    std::map<std::int64_t, Aim> m_aims; ///< by rule id
    std::map<std::int64_t, Open> m_open;
    std::int64_t m_lastRule = 0;
    std::int64_t m_lastConnection = 0;
};

} // namespace strikedesk::sandbox
