// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/alpaca/alpaca_rest.h"
#include "tests/integration/net/raw_server.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace strikedesk::alpaca::test {

using strikedesk::test::answer;
using strikedesk::test::ArrivedRequest;
using strikedesk::test::RawServer;
using strikedesk::test::waitUntil;

/// The machine's own clocks.
class RealClock final : public Clock {
public:
    Moment now() const override {
        return {Timestamp::fromNanoseconds(std::chrono::system_clock::now().time_since_epoch() /
                                           std::chrono::nanoseconds(1)),
                MonoTime::fromNanoseconds(std::chrono::steady_clock::now().time_since_epoch() /
                                          std::chrono::nanoseconds(1))};
    }
};

inline AlpacaKeys testKeys() { return {Secret("key-id-1"), Secret("canary-secret-7731")}; }

/// A fake host with canned answers and a rest client on it.
struct Rig {
    explicit Rig(int perMinute = 200) : rest(options(perMinute), testKeys(), clock) {
        server.behaviour = [this](QTcpSocket& socket, const ArrivedRequest& request) {
            const auto found = answers.find(request.method + " " + request.target);
            socket.write(found == answers.end() ? fallback : found->second);
        };
    }
    RestOptions options(int perMinute) const {
        RestOptions o;
        o.baseUrl = server.base();
        o.perMinute = perMinute;
        o.limits.idle = Duration::milliseconds(1'000);
        o.limits.wholeWrite = Duration::milliseconds(1'000);
        o.limits.wholeRead = Duration::milliseconds(2'000);
        o.limits.firstRetry = Duration::milliseconds(5);
        o.limits.longestRetry = Duration::milliseconds(20);
        return o;
    }
    /// Runs a call that answers through a callback and waits for it.
    template <class T, class Call>
    std::optional<T> wait(Call call) {
        std::optional<T> got;
        call([&got](T value) { got.emplace(std::move(value)); });
        waitUntil([&] { return got.has_value(); });
        return got;
    }

    RawServer server;
    RealClock clock;
    AlpacaRest rest;
    std::map<std::string, QByteArray> answers;
    QByteArray fallback = answer(404, R"({"code":40410000,"message":"order not found"})");
};

} // namespace strikedesk::alpaca::test
