// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/io/net/circuit_breaker.h"
#include "core/io/net/http_client.h"
#include "core/io/net/rate_budget.h"
#include "core/io/venues/alpaca/endpoints.h"

#include <QObject>

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>

class QTimer;

namespace strikedesk::alpaca {

/// What a person may set of an AlpacaRest, at any time.
struct RestTuning {
    int perMinute = 200;
    net::HttpLimits limits = {};
    net::CircuitBreaker::Limits breaker = {};
};

/// How an AlpacaRest is set up. `clock` outlives it.
struct RestOptions {
    std::string baseUrl;
    int perMinute = 200;
    std::size_t largestQueue = 200;               ///< waiting reads; above it they fail at once
    Duration longestWait = Duration::seconds(65); ///< in the queue: one announced reset and a little
    std::uint64_t jitterSeed = 0;
    net::HttpLimits limits = {};
    net::CircuitBreaker::Limits breaker = {};

    void take(const RestTuning& tuning) {
        perMinute = tuning.perMinute;
        limits = tuning.limits;
        breaker = tuning.breaker;
    }
};

/// Requests to one Alpaca host under one budget and one circuit breaker. Reads and cancels wait for their
/// lane in the budget; submits do not wait: without budget they are not sent. The breaker stops sweeps and
/// history only: cancels, look-ups and submits always try. One thread.
class AlpacaRest : public QObject {
    Q_OBJECT
public:
    using Answered = std::function<void(net::HttpOutcome)>;

    AlpacaRest(RestOptions options, const AlpacaKeys& keys, const Clock& clock, QObject* parent = nullptr);
    ~AlpacaRest() override;

    /// From now on; what waits stays.
    void tune(const RestTuning& tuning);

    /// GET `path` ("/v2/account?x=y", encoded). RateLimited and breaker refusals come as NotSent with a
    /// sentence.
    void get(net::Lane lane, const std::string& path, Answered answered);
    /// POST, PATCH or DELETE, once. Lane Submit fails at once without budget; lane Cancel waits.
    void write(net::Lane lane, net::HttpVerb verb, const std::string& path, std::string body,
               net::WriteHooks hooks, Answered answered);
    /// Forgets what waits (NotSent) and aborts what is under way.
    void abortAll();

    /// For display: requests left in the budget, breaker state, the venue's Date minus our clock.
    int budgetLeft() const;
    /// How long a request of `lane` made now would wait for the budget.
    Duration waitFor(net::Lane lane) const;
    net::CircuitBreaker::State breakerState() const { return m_breaker.state(); }
    /// Called after every answer with a Date header (skew measurement).
    std::function<void(Timestamp venueDate)> dateSeen;

private:
    struct Waiting {
        net::Lane lane = net::Lane::History;
        net::HttpRequest request;
        net::WriteHooks hooks;
        Answered answered;
        bool isWrite = false;
        MonoTime since;
    };

    void enqueue(Waiting waiting);
    /// Sends what the budget allows, most urgent lane first, and sets the timer for the rest.
    void pump();
    void dropOverdue(MonoTime now);
    void dispatch(Waiting waiting);
    void learn(const net::HttpOutcome& outcome);
    void answerLater(Answered answered, const char* message);
    net::HttpRequest requestFor(net::HttpVerb verb, const std::string& path, std::string body) const;

    RestOptions m_options;
    AlpacaKeys m_keys;
    const Clock& m_clock;
    net::HttpClient m_http;
    net::RateBudget m_budget;
    net::CircuitBreaker m_breaker;
    std::map<net::Lane, std::deque<Waiting>> m_waiting;
    QTimer* m_timer;
};

/// `text` percent-encoded for a path segment or a query value.
std::string percentEncoded(std::string_view text);

/// What a read that did not give a value means: kind and sentence for the user.
Error errorOf(const net::HttpOutcome& outcome);

} // namespace strikedesk::alpaca
