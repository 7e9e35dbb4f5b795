// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/host/broker_key_finder.h"
#include "app/host/environment.h"
#include "core/run/session/sandbox_process.h"
#include "core/run/session/session.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace strikedesk::host {

/// A session on whatever the mode says: the sandbox as a child process for demo, the broker for paper and
/// live. Owner's thread.
///
/// The broker's keys are looked for as BrokerKeyFinder does, which is answered later: `failed` says when
/// there are none.
class HostedSession {
public:
    /// `secrets`: where the broker's keys are kept; null for the system's key store.
    explicit HostedSession(Environment environment, std::unique_ptr<SecretStore> secrets = nullptr);

    /// What the sandbox child is told besides port, speed, seed and its account file.
    std::vector<std::string> sandboxArguments;
    double speed = 1.0;
    /// The session exists and is about to start: set its callbacks here.
    std::function<void(session::Session&)> prepared;
    /// It cannot go on.
    std::function<void(const Error&)> failed;

    /// Starts the sandbox if one is needed, then the session. Without effect while one runs or starts.
    void start(const std::string& program);
    /// Ends the session there is, if any, and starts another: with other keys, after one that could not go
    /// on. A venue child that still runs is kept. Not from within a callback of the session.
    void restart(const std::string& program);
    void stop();
    session::Session* session() { return m_session.get(); }
    Log& log() { return *m_environment.log; }
    const Environment& environment() const { return m_environment; }
    SecretStore& secrets() { return *m_secrets; }

private:
    void startSandbox(const std::string& program);
    void startAtBroker(alpaca::AlpacaKeys keys);
    void startSession(session::SessionConfig config);

    Environment m_environment;
    std::unique_ptr<SecretStore> m_secrets;
    BrokerKeyFinder m_keys;
    std::shared_ptr<int> m_asked; ///< the search for keys that counts; none when it is gone
    session::SandboxProcess m_sandbox;
    std::unique_ptr<session::Session> m_session;
};

/// The path of the running program, for the sandbox child.
std::string ownProgram();

} // namespace strikedesk::host
