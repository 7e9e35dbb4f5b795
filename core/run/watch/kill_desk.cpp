// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/watch/kill_desk.h"

#include <utility>

namespace strikedesk::watch {

KillDesk::KillDesk(std::filesystem::path folder, handover::WritePermit& permit, handover::EventInbox& inbox)
    : m_folder(std::move(folder)), m_permit(permit), m_inbox(inbox) {}

KillDesk::Told KillDesk::tell(trade::KillLevel level, const std::string& by) {
    const std::uint64_t number = m_permit.raiseKill(level);
    return {number,
            m_inbox.tryPost(engine::Event(engine::UserEvent(engine::KillRequested{level, by, number})))};
}

KillDone KillDesk::press(trade::KillLevel level, const std::string& by) {
    const Told told = tell(level, by);
    KillDone result;
    result.isTold = told.isTaken;
    const std::lock_guard lock(m_marking);
    if (told.number < m_marked)
        return result; // a later press has been marked meanwhile
    m_marked = told.number;
    result.remembered = level == trade::KillLevel::None ? removeKillMarks(m_folder, m_account)
                                                        : writeKillMark(m_folder, m_account, {level, by});
    return result;
}

KillDone KillDesk::disarm(const std::string& by) {
    KillDone result;
    result.isTold = m_permit.kill() >= trade::KillLevel::Disarm || tell(trade::KillLevel::Disarm, by).isTaken;
    return result;
}

std::optional<KillMark> KillDesk::setAccount(const AccountId& account) {
    const std::lock_guard lock(m_marking);
    m_account = account;
    auto mark = readKillMark(m_folder, m_account);
    if (mark)
        m_permit.raiseKill(mark->level);
    return mark;
}

std::string describe(trade::KillLevel level, const KillDone& done) {
    std::string text =
        level == trade::KillLevel::None
            ? (done.isTold ? "the engine was asked to release the switch"
                           : "the engine takes no requests, the switch stays on until a restart")
        : level >= trade::KillLevel::BlockEntries ? "nothing that opens a position can leave"
                                                  : "automatic entries are off";
    if (level != trade::KillLevel::None)
        text += done.isTold ? "; the engine was told" : "; the engine takes no requests";
    if (!done.remembered)
        text += "; NOT remembered over a restart";
    else if (level != trade::KillLevel::None)
        text += "; it outlives a restart";
    return text;
}

} // namespace strikedesk::watch
