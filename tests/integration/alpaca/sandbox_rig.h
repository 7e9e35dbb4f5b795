// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/sandbox_server.h"
#include "tests/integration/alpaca/rig.h"

#include <gtest/gtest.h>

namespace strikedesk::alpaca::test {

/// A simulated venue in this process that misbehaves on request.
class SandboxRig {
public:
    explicit SandboxRig(const sandbox::SandboxConfig& with = config()) : m_server(with) {
        const auto address = m_server.start();
        EXPECT_TRUE(address.ok());
        port = address ? address->port : 0;
    }
    static sandbox::SandboxConfig config() {
        sandbox::SandboxConfig config;
        config.tradingRequestsPerMinute = 100'000;
        config.dataRequestsPerMinute = 100'000;
        return config;
    }
    AlpacaEndpoints endpoints() const { return AlpacaEndpoints::sandbox(port); }
    static AlpacaKeys keys() { return {Secret("SANDBOX-KEY"), Secret("sandbox-secret")}; }
    /// A client's bounds; `answerWithin` is how long it waits.
    RestOptions options(Duration answerWithin, int retries = 0) const {
        RestOptions o;
        o.baseUrl = endpoints().tradingBaseUrl;
        o.perMinute = 10'000;
        o.breaker.failures = 1'000;
        o.limits.idle = answerWithin;
        o.limits.wholeRead = answerWithin;
        o.limits.wholeWrite = answerWithin;
        o.limits.retries = retries;
        o.limits.firstRetry = Duration::milliseconds(5);
        o.limits.longestRetry = Duration::milliseconds(20);
        return o;
    }
    std::int64_t add(const sandbox::FaultRule& rule) {
        const auto id = m_server.addFault(rule);
        EXPECT_TRUE(id.ok()) << (id ? "" : id.error().message);
        return id.valueOr(0);
    }
    std::int64_t done(std::int64_t id) const {
        const auto rules = m_server.faults();
        for (const sandbox::FaultRuleState& state : *rules)
            if (state.id == id)
                return state.done;
        return -1;
    }
    void clear() { EXPECT_TRUE(m_server.clearFaults().ok()); }
    sandbox::SandboxServer& server() { return m_server; }

    std::uint16_t port = 0;
    RealClock clock;

private:
    sandbox::SandboxServer m_server;
};

/// Waits for the only answer of a call.
template <class T, class Call>
std::optional<T> answerOf(Call call) {
    // A late answer of a call that was given up must not write into a dead frame.
    const auto got = std::make_shared<std::optional<T>>();
    call([got](T value) { got->emplace(std::move(value)); });
    waitUntil([&] { return got->has_value(); }, 20'000);
    return *got;
}

} // namespace strikedesk::alpaca::test
