// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/log.h"
#include "core/run/watch/kill_desk.h"
#include "core/run/watch/kill_listener.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace strikedesk::session {

/// What keeps a session safe beside its engine: the kill desk, and the listener by which other processes of
/// the same user reach it. Owner's thread, except kill().
class Lookout {
public:
    /// The permit, the inbox and the log outlive the lookout.
    Lookout(const std::filesystem::path& folder, handover::WritePermit& permit, handover::EventInbox& inbox,
            Log& log);

    /// A person must know this. Any thread.
    std::function<void(const Error&)> alarmed;

    /// The profile's lease is held. What cannot be had is said by `alarmed`; the session goes on.
    void start(const std::filesystem::path& folder);
    /// Idempotent.
    void stop();

    /// Any thread.
    void kill(trade::KillLevel level, const std::string& by);
    /// The account is known. What was pressed while no engine or log could take it goes to the engine, unless
    /// its log knows as much.
    void begin(const AccountId& account, trade::KillLevel known);

private:
    watch::KillDone press(trade::KillLevel level, const std::string& by);

    Log& m_log;
    watch::KillDesk m_desk;
    watch::KillListener m_listener;
};

} // namespace strikedesk::session
