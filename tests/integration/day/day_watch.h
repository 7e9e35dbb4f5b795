// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/session/session_host.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace strikedesk::test {

/// Looks at the snapshots of a long run: how often each connection was lost and how long it stayed away, and
/// how long orders could not leave. One thread.
class DayWatch {
public:
    void look(const engine::EngineSnapshot& snapshot, MonoTime now);

    /// Seconds each loss lasted, by what was lost.
    const std::map<std::string, std::vector<double>>& losses() const { return m_losses; }
    /// One line each: number, median and longest.
    std::string report() const;
    static double medianOf(std::vector<double> seconds);

private:
    void note(const std::string& what, bool isGood, MonoTime now);

    std::map<std::string, MonoTime> m_lostAt;
    std::map<std::string, bool> m_wasGood; ///< only what once was there can be lost
    std::map<std::string, std::vector<double>> m_losses;
};

/// Buys and sells one contract again and again, as a busy trader does. One thread.
class BusyTrader {
public:
    BusyTrader(SessionHost& host, Symbol contract) : m_host(host), m_contract(std::move(contract)) {}

    /// Does what is next; call a few times a second. With `mayEnter` false positions are only closed.
    void act(MonoTime now, bool mayEnter);
    /// Nothing is open, in flight or unknown.
    bool isDone() const;
    int entries() const { return m_entries; }

private:
    void enter(const engine::EngineSnapshot& snapshot, MonoTime now);

    SessionHost& m_host;
    Symbol m_contract;
    MonoTime m_actedAt;
    int m_entries = 0;
};

} // namespace strikedesk::test
