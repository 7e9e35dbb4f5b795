// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/handover/event_inbox.h"
#include "core/run/handover/write_permit.h"
#include "core/run/watch/kill_mark.h"

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>

namespace strikedesk::watch {

/// What a press of the kill switch brought about. The permit is always raised.
struct KillDone {
    bool isTold = false;        ///< the engine's inbox took it
    Status remembered = done(); ///< the mark on the disk
};

/// Everything a kill does at once, whoever presses: the write permit first, so that nothing that adds
/// exposure leaves from that moment on; then the engine is told; then the mark for a restart is written. Any
/// thread; needs neither the engine, nor the order log, nor an event loop.
class KillDesk {
public:
    /// The permit and the inbox outlive the desk.
    KillDesk(std::filesystem::path folder, handover::WritePermit& permit, handover::EventInbox& inbox);

    /// Level None releases: the mark goes, the permit is lowered by the engine once it has recorded that.
    KillDone press(trade::KillLevel level, const std::string& by);
    /// The same without a mark: for a watchdog, whose disarming need not survive a restart (ARMED never
    /// does).
    KillDone disarm(const std::string& by);
    /// Marks are for this account from now on. If one stands, it is in force at once; returns it, for the
    /// engine has to be told with `tell` once it runs.
    std::optional<KillMark> setAccount(const AccountId& account);
    /// The number of a press (WritePermit), and whether the engine's inbox took it.
    struct Told {
        std::uint64_t number = 0;
        bool isTaken = false;
    };
    /// Raises the permit and tells the engine, no more.
    Told tell(trade::KillLevel level, const std::string& by);

private:
    std::filesystem::path m_folder;
    handover::WritePermit& m_permit;
    handover::EventInbox& m_inbox;
    std::mutex m_marking;
    std::uint64_t m_marked = 0; ///< number of the newest press the mark shows
    AccountId m_account;
};

/// In words, for whoever pressed from outside.
std::string describe(trade::KillLevel level, const KillDone& done);

} // namespace strikedesk::watch
