// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/session/session_host.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace strikedesk::test {

/// Looks at the snapshots of a long run: how often each connection was lost and how long it stayed away, how
/// long orders could not leave, how long a silent stream and a fill went unnoticed. All times are of the wall
/// clock. One thread.
class DayWatch {
public:
    /// `speed`: how much faster the market's time runs.
    explicit DayWatch(double speed) : m_speed(speed) {}

    void look(const engine::EngineSnapshot& snapshot, Moment now);
    /// The venue's end of that channel ("order stream"…) fell silent just now.
    void noteSilence(const std::string& channel, MonoTime now);

    /// Seconds each loss lasted, by what was lost.
    const std::map<std::string, std::vector<double>>& losses() const { return m_losses; }
    /// Seconds until each silence was noticed.
    const std::map<std::string, std::vector<double>>& silences() const { return m_silences; }
    /// Seconds from each fill at the venue to our book.
    const std::vector<double>& fillDelays() const { return m_fillDelays; }
    /// The channels that have been silent for longer than that and still count as open.
    std::vector<std::string> unnoticed(MonoTime now, Duration longerThan) const;
    /// One line each: number, median and longest.
    std::string report() const;
    static double medianOf(std::vector<double> seconds);

private:
    void note(const std::string& what, bool isGood, MonoTime now);

    double m_speed;
    std::map<std::string, MonoTime> m_silentSince;
    std::map<std::string, std::vector<double>> m_silences;
    std::vector<double> m_fillDelays;
    std::size_t m_fillsSeen = 0;
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
