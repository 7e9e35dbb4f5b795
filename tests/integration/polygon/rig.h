// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/polygon/polygon_market_data.h"
#include "tests/integration/net/raw_server.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>

namespace strikedesk::polygon::test {

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

inline Secret testKey() { return Secret("canary-key-4711"); }

/// A fake host with canned answers by path and the provider on it.
struct Rig {
    explicit Rig(int perMinute = 200) : rest(options(perMinute), testKey(), clock), data(rest, clock) {
        server.behaviour = [this](QTcpSocket& socket, const ArrivedRequest& request) {
            const auto found = answers.find(request.target);
            socket.write(found == answers.end() ? fallback : answer(200, found->second));
        };
    }
    net::RestOptions options(int perMinute) const {
        net::RestTuning tuning;
        tuning.perMinute = perMinute;
        tuning.limits.idle = Duration::milliseconds(1'000);
        tuning.limits.wholeRead = Duration::milliseconds(2'000);
        tuning.limits.firstRetry = Duration::milliseconds(5);
        tuning.limits.longestRetry = Duration::milliseconds(20);
        return restOptions(PolygonEndpoints::at(server.base() + "/", "ws://unused"), tuning);
    }
    /// Runs a call that answers through a callback and waits for it.
    template <class T, class Call>
    Result<T> wait(Call call) {
        std::optional<Result<T>> got;
        call([&got](Result<T> value) { got.emplace(std::move(value)); });
        waitUntil([&] { return got.has_value(); });
        return got ? *got : Result<T>(Error{ErrorKind::Timeout, "test", "no answer", {}, {}});
    }
    /// Targets of all requests so far.
    std::vector<std::string> asked() const {
        std::vector<std::string> targets;
        for (const ArrivedRequest& request : server.arrivals())
            targets.push_back(request.target);
        return targets;
    }

    RawServer server;
    RealClock clock;
    PolygonRest rest;
    PolygonMarketData data;
    std::map<std::string, std::string> answers;
    QByteArray fallback = answer(404, R"({"status":"NOT_FOUND","request_id":"r","message":"no such thing"})");
};

} // namespace strikedesk::polygon::test
