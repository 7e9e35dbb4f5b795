// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/run/sandbox/faults/fault_book.h"
#include "core/run/sandbox/sandbox_config.h"

#include <memory>
#include <string_view>
#include <vector>

namespace strikedesk::sandbox {

/// A simulated venue on one loopback port that speaks the broker's own protocols: trading and market-data
/// REST, the order-update socket and the stock and option streams, plus a control endpoint under /sandbox/v1
/// for tests. Works on one thread of its own; start and stop belong to the owner's thread.
class SandboxServer {
public:
    explicit SandboxServer(SandboxConfig config);
    /// Stops.
    ~SandboxServer();
    SandboxServer(const SandboxServer&) = delete;
    SandboxServer& operator=(const SandboxServer&) = delete;

    /// Loads the account and the market, binds and serves. Errors: a config out of range, a port in use, a
    /// recorded day or a venue file that cannot be used. Starting twice is an error.
    Result<SandboxAddress> start();
    /// Saves the account and the clock, closes every connection and joins the thread. Harmless when stopped.
    void stop();

    /// The fault rules of the running sandbox and its open connections, as /sandbox/v1/rules and
    /// /sandbox/v1/connections show them. From any thread; each waits for the sandbox's thread. Error: the
    /// sandbox does not run, the rule is not usable.
    Result<std::int64_t> addFault(const FaultRule& rule);
    Status removeFault(std::int64_t id);
    /// Removes the rules of that label, or all without one.
    Status clearFaults(std::string_view label = {});
    Result<std::vector<FaultRuleState>> faults() const;
    Result<std::vector<ConnectionInfo>> connections() const;

    /// The switches of the running sandbox, as /sandbox/v1/switches. From any thread; waits for the
    /// sandbox's. Error: it does not run, a value out of its range.
    Result<Switches> switches() const;
    Status setSwitches(const SwitchChange& change);

private:
    class Impl;
    SandboxConfig m_config;
    std::unique_ptr<Impl> m_impl;
};

} // namespace strikedesk::sandbox
