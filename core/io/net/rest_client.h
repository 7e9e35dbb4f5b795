// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/io/net/circuit_breaker.h"
#include "core/io/net/http_client.h"
#include "core/io/net/rate_budget.h"

#include <QObject>

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

class QTimer;

namespace strikedesk::net {

/// What a person may set of a RestClient, at any time.
struct RestTuning {
    int perMinute = 200;
    HttpLimits limits = {};
    CircuitBreaker::Limits breaker = {};
};

/// How a RestClient is set up. `clock` outlives it.
struct RestOptions {
    std::string baseUrl;
    int perMinute = 200;
    std::size_t largestQueue = 200;               ///< waiting reads; above it they fail at once
    Duration longestWait = Duration::seconds(65); ///< in the queue: one announced reset and a little
    std::uint64_t jitterSeed = 0;
    HttpLimits limits = {};
    CircuitBreaker::Limits breaker = {};
    /// Whether lower lanes leave a share of the minute to the lanes above them; a source that takes no orders
    /// has nothing to leave it to.
    bool holdsReserves = true;

    void take(const RestTuning& tuning) {
        perMinute = tuning.perMinute;
        limits = tuning.limits;
        breaker = tuning.breaker;
    }
};

/// What differs from venue to venue.
struct VenueManner {
    /// The headers that carry the keys; asked for each request, so that no copy stays.
    std::function<std::vector<HttpHeader>()> authHeaders;
    /// What an answer that is no value means: kind and sentence for the user.
    std::function<Error(const HttpOutcome&)> explain;
};

/// Requests to one host of a venue under one budget and one circuit breaker. Reads and cancels wait for their
/// lane in the budget; submits do not wait: without budget they are not sent. The breaker stops sweeps and
/// history only: cancels, look-ups and submits always try. One thread.
class RestClient : public QObject {
    Q_OBJECT
public:
    using Answered = std::function<void(HttpOutcome)>;

    RestClient(RestOptions options, VenueManner manner, const Clock& clock, QObject* parent = nullptr);
    ~RestClient() override;

    /// From now on; what waits stays.
    void tune(const RestTuning& tuning);

    /// GET `path` ("/v2/account?x=y", encoded). RateLimited and breaker refusals come as NotSent with a
    /// sentence.
    void get(Lane lane, const std::string& path, Answered answered);
    /// POST, PATCH or DELETE, once. Lane Submit fails at once without budget; lane Cancel waits.
    void write(Lane lane, HttpVerb verb, const std::string& path, std::string body, WriteHooks hooks,
               Answered answered);
    /// Forgets what waits (NotSent) and aborts what is under way.
    void abortAll();

    /// What an answer that is no value means, in the venue's way.
    Error explain(const HttpOutcome& outcome) const { return m_manner.explain(outcome); }
    const std::string& baseUrl() const { return m_options.baseUrl; }

    /// For display: requests left in the budget, breaker state, the venue's Date minus our clock.
    int budgetLeft() const;
    /// How long a request of `lane` made now would wait for the budget.
    Duration waitFor(Lane lane) const;
    CircuitBreaker::State breakerState() const { return m_breaker.state(); }
    /// Called after every answer with a Date header (skew measurement).
    std::function<void(Timestamp venueDate)> dateSeen;

private:
    struct Waiting {
        Lane lane = Lane::History;
        HttpRequest request;
        WriteHooks hooks;
        Answered answered;
        bool isWrite = false;
        MonoTime since;
    };

    void enqueue(Waiting waiting);
    /// Sends what the budget allows, most urgent lane first, and sets the timer for the rest.
    void pump();
    void dropOverdue(MonoTime now);
    void dispatch(Waiting waiting);
    void learn(const HttpOutcome& outcome);
    void answerLater(Answered answered, const char* message);
    HttpRequest requestFor(HttpVerb verb, const std::string& path, std::string body) const;

    RestOptions m_options;
    VenueManner m_manner;
    const Clock& m_clock;
    HttpClient m_http;
    RateBudget m_budget;
    CircuitBreaker m_breaker;
    std::map<Lane, std::deque<Waiting>> m_waiting;
    QTimer* m_timer;
};

/// `text` percent-encoded for a path segment or a query value.
std::string percentEncoded(std::string_view text);

} // namespace strikedesk::net
