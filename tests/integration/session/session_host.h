// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/sandbox_server.h"
#include "core/run/session/session.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace strikedesk::test {

/// Settings of a test session: short horizon, generous quote age (market time runs fast), the given texts on
/// top.
Settings testSettings(const std::map<std::string, std::string>& more = {});
/// A session on a sandbox of this port.
session::SessionConfig sandboxSession(std::uint16_t port, const std::filesystem::path& folder, double speed,
                                      const std::map<std::string, std::string>& settings = {});

/// A session and everything it told, driven by waiting for what should happen. One thread with an event loop
/// object; the loop runs only inside until().
class SessionHost {
public:
    explicit SessionHost(session::SessionConfig config);
    ~SessionHost();
    SessionHost(const SessionHost&) = delete;
    SessionHost& operator=(const SessionHost&) = delete;

    Status start() { return m_session->start(); }
    void stop() { m_session->stop(); }

    /// Runs the event loop until `wanted`; false when it did not come about in `patience`.
    bool until(const std::function<bool()>& wanted, Duration patience = Duration::seconds(40));
    /// The same with the newest snapshot; false while there is none.
    bool untilShown(const std::function<bool(const engine::EngineSnapshot&)>& wanted,
                    Duration patience = Duration::seconds(40));
    bool untilReady();
    bool untilNotice(const std::string& code, Duration patience = Duration::seconds(40));

    session::Session& session() { return *m_session; }
    std::shared_ptr<const engine::EngineSnapshot> snapshot() { return m_session->snapshot(); }
    /// The newest notice of that code; null when there was none.
    std::shared_ptr<const trade::Notice> notice(const std::string& code);
    const engine::TradeView* trade(const engine::EngineSnapshot& snapshot, const IntentId& id) const;
    /// Our orders of that role in the trade, oldest first.
    std::vector<trade::OrderState> orders(const IntentId& tradeId, trade::OrderRole role);

    std::vector<Error> startErrors;
    int finalErrors = 0;
    std::vector<Error> troubles;
    std::vector<store::JournalEntry> journaled;
    bool isStarted = false;

private:
    std::unique_ptr<Log> m_log; ///< to the error stream when STRIKEDESK_TEST_LOG is set
    std::unique_ptr<session::Session> m_session;
};

} // namespace strikedesk::test
