// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/session/lookout.h"

namespace strikedesk::session {

Lookout::Lookout(const std::filesystem::path& folder, handover::WritePermit& permit,
                 handover::EventInbox& inbox, Log& log)
    : m_log(log), m_desk(folder, permit, inbox), m_listener([this](const watch::KillAsked& asked) {
          return describe(asked.level, press(asked.level, asked.by));
      }) {}

void Lookout::start(const std::filesystem::path& folder) {
    const Status listening = m_listener.start(folder);
    if (listening)
        return;
    m_log.error("kill", "no kill from outside",
                {{"message", listening.error().message}, {"context", listening.error().context}});
    if (alarmed)
        alarmed(listening.error());
}

void Lookout::stop() { m_listener.stop(); }

watch::KillDone Lookout::press(trade::KillLevel level, const std::string& by) {
    const watch::KillDone done = m_desk.press(level, by);
    m_log.warning("kill", "the kill switch was moved",
                  {{"level", static_cast<int>(level)}, {"by", by}, {"done", describe(level, done)}});
    if (!done.remembered && alarmed)
        alarmed(done.remembered.error());
    return done;
}

void Lookout::kill(trade::KillLevel level, const std::string& by) { press(level, by); }

void Lookout::begin(const AccountId& account, trade::KillLevel known) {
    const auto mark = m_desk.setAccount(account);
    if (mark && mark->level > known)
        m_desk.tell(mark->level, mark->by);
}

} // namespace strikedesk::session
