// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/faults/fault_book.h"

#include "core/run/sandbox/market/hash_random.h"

#include <algorithm>

namespace strikedesk::sandbox {

Result<std::int64_t> FaultBook::add(const FaultRule& rule) {
    if (const Status status = checked(rule); !status)
        return status.error();
    if (m_rules.size() >= kMostRules)
        return Error{ErrorKind::Refused, "sandbox.rules", "Too many fault rules are in force. Remove some."};
    FaultRuleState state;
    state.id = ++m_lastRule;
    state.rule = rule;
    m_rules.push_back(state);
    if (rule.nth > 0)
        m_aims[state.id] = Aim{};
    std::vector<std::function<void()>> looks;
    for (const auto& [id, open] : m_open)
        if (open.look)
            looks.push_back(open.look);
    for (const auto& look : looks)
        look();
    return state.id;
}

bool FaultBook::remove(std::int64_t id) {
    m_aims.erase(id);
    return std::erase_if(m_rules, [id](const FaultRuleState& state) { return state.id == id; }) > 0;
}

std::size_t FaultBook::clear(std::string_view label) {
    const auto isMeant = [label](const FaultRuleState& state) {
        return label.empty() || state.rule.label == label;
    };
    for (const FaultRuleState& state : m_rules)
        if (isMeant(state))
            m_aims.erase(state.id);
    return std::erase_if(m_rules, isMeant);
}

bool FaultBook::has(std::int64_t id) const {
    return std::any_of(m_rules.begin(), m_rules.end(),
                       [id](const FaultRuleState& state) { return state.id == id; });
}

bool FaultBook::admits(const FaultRuleState& state, const Occasion& at, KindSet kinds) const {
    const FaultRule& rule = state.rule;
    if (state.isSpent() || (only(rule.kind) & kinds) == 0 || (rule.where & only(at.channel)) == 0)
        return false;
    if ((!rule.method.empty() && rule.method != at.method) ||
        (!rule.pathPrefix.empty() && !at.path.starts_with(rule.pathPrefix)))
        return false;
    if (rule.connection > 0)
        return rule.connection == at.connection;
    if (rule.nth == 0)
        return true;
    const auto aim = m_aims.find(state.id);
    return aim != m_aims.end() && aim->second.target != 0 && aim->second.target == at.connection;
}

bool FaultBook::happens(FaultRuleState& state) {
    const FaultRule& rule = state.rule;
    const std::int64_t chance = state.chances++;
    if (chance < rule.skip)
        return false;
    // The n-th chance of a rule falls as its seed says, whatever else goes on.
    if (rule.rate < 1.0 &&
        HashRandom(rule.seed, {static_cast<std::uint64_t>(chance), static_cast<std::uint64_t>(rule.kind)})
                .uniform() >= rule.rate)
        return false;
    ++state.done;
    return true;
}

std::vector<FaultRuleState> FaultBook::take(const Occasion& at, KindSet kinds, const Fits& fits) {
    std::vector<FaultRuleState> due;
    for (FaultRuleState& state : m_rules)
        if (admits(state, at, kinds) && (!fits || fits(state.rule)) && happens(state))
            due.push_back(state);
    return due;
}

std::optional<FaultRuleState> FaultBook::takeOne(const Occasion& at, KindSet kinds, const Fits& fits) {
    for (FaultRuleState& state : m_rules)
        if (admits(state, at, kinds) && (!fits || fits(state.rule)) && happens(state))
            return state;
    return std::nullopt;
}

bool FaultBook::expects(const Occasion& at, KindSet kinds) const {
    return std::any_of(m_rules.begin(), m_rules.end(),
                       [&](const FaultRuleState& state) { return admits(state, at, kinds); });
}

std::int64_t FaultBook::opened() {
    const std::int64_t id = ++m_lastConnection;
    m_open[id].info.id = id;
    return id;
}

void FaultBook::used(std::int64_t connection, Channel channel) {
    const auto found = m_open.find(connection);
    if (found == m_open.end())
        return;
    ++found->second.info.requests;
    if (found->second.info.channel)
        return;
    found->second.info.channel = channel;
    for (const FaultRuleState& state : m_rules) {
        const auto aim = m_aims.find(state.id);
        if (aim == m_aims.end() || (state.rule.where & only(channel)) == 0)
            continue;
        if (++aim->second.seen == state.rule.nth)
            aim->second.target = connection;
    }
}

void FaultBook::sent(std::int64_t connection, std::size_t bytes) {
    const auto found = m_open.find(connection);
    if (found == m_open.end())
        return;
    ++found->second.info.frames;
    found->second.info.bytes += static_cast<std::int64_t>(bytes);
}

void FaultBook::onRule(std::int64_t connection, std::function<void()> look) {
    if (const auto found = m_open.find(connection); found != m_open.end())
        found->second.look = std::move(look);
}

void FaultBook::closed(std::int64_t connection) { m_open.erase(connection); }

std::vector<ConnectionInfo> FaultBook::connections() const {
    std::vector<ConnectionInfo> list;
    for (const auto& [id, open] : m_open)
        list.push_back(open.info);
    return list;
}

} // namespace strikedesk::sandbox
