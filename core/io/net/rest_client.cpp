// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/net/rest_client.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace strikedesk::net {

namespace {

HttpOutcome notSent(const char* message) {
    HttpOutcome outcome;
    outcome.result = HttpResult::NotSent;
    outcome.message = message;
    return outcome;
}

/// What counts against the breaker: no connection, no answer, a server error, a page instead of data.
bool isBreakerFailure(const HttpOutcome& outcome) {
    if (!outcome.answered())
        return outcome.result != HttpResult::NotSent;
    return outcome.status >= 500 || (outcome.isSuccess() && outcome.status != 204 && !outcome.isJson());
}

bool isGuardedByBreaker(Lane lane) { return lane == Lane::Sweep || lane == Lane::History; }

} // namespace

RestClient::RestClient(RestOptions options, VenueManner manner, const Clock& clock, QObject* parent)
    : QObject(parent), m_options(std::move(options)), m_manner(std::move(manner)), m_clock(clock),
      m_http(m_options.jitterSeed, m_options.limits, this),
      m_budget(m_options.perMinute, m_options.holdsReserves), m_breaker(m_options.breaker),
      m_timer(new QTimer(this)) {
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &RestClient::pump);
}

RestClient::~RestClient() = default;

void RestClient::tune(const RestTuning& tuning) {
    m_options.take(tuning);
    m_http.setLimits(tuning.limits);
    m_budget.setPerMinute(tuning.perMinute);
    m_breaker.setLimits(tuning.breaker);
    pump();
}

int RestClient::budgetLeft() const { return m_budget.remaining(m_clock.now().mono); }

Duration RestClient::waitFor(Lane lane) const { return m_budget.waitFor(lane, m_clock.now().mono); }

HttpRequest RestClient::requestFor(HttpVerb verb, const std::string& path, std::string body) const {
    HttpRequest request;
    request.verb = verb;
    request.url = m_options.baseUrl + path;
    request.body = std::move(body);
    request.headers = m_manner.authHeaders();
    return request;
}

void RestClient::answerLater(Answered answered, const char* message) {
    QTimer::singleShot(0, this, [answered = std::move(answered), message] { answered(notSent(message)); });
}

void RestClient::get(Lane lane, const std::string& path, Answered answered) {
    Waiting waiting;
    waiting.lane = lane;
    waiting.request = requestFor(HttpVerb::Get, path, {});
    waiting.answered = std::move(answered);
    enqueue(std::move(waiting));
}

void RestClient::write(Lane lane, HttpVerb verb, const std::string& path, std::string body, WriteHooks hooks,
                       Answered answered) {
    if (lane == Lane::Submit && m_budget.waitFor(lane, m_clock.now().mono).count() > 0)
        return answerLater(
            std::move(answered),
            "The order was not sent: this minute's requests are used up. Try again in a moment.");
    Waiting waiting;
    waiting.lane = lane;
    waiting.request = requestFor(verb, path, std::move(body));
    waiting.hooks = std::move(hooks);
    waiting.answered = std::move(answered);
    waiting.isWrite = true;
    enqueue(std::move(waiting));
}

void RestClient::enqueue(Waiting waiting) {
    std::size_t queued = 0;
    for (const auto& [lane, list] : m_waiting)
        queued += list.size();
    // Cancels are few and must never be turned away.
    if (queued >= m_options.largestQueue && waiting.lane != Lane::Cancel)
        return answerLater(std::move(waiting.answered),
                           "Too many requests are waiting for the server. Try again in a moment.");
    waiting.since = m_clock.now().mono;
    m_waiting[waiting.lane].push_back(std::move(waiting));
    pump();
}

void RestClient::dropOverdue(MonoTime now) {
    for (auto& [lane, list] : m_waiting)
        while (!list.empty() && now - list.front().since > m_options.longestWait) {
            answerLater(std::move(list.front().answered),
                        "The request waited too long for its turn and was not sent. Try again in a moment.");
            list.pop_front();
        }
}

void RestClient::pump() {
    const MonoTime now = m_clock.now().mono;
    dropOverdue(now);
    Duration wait = m_options.longestWait;
    bool isWaiting = false;
    for (auto& [lane, list] : m_waiting) {
        while (!list.empty()) {
            if (isGuardedByBreaker(lane) && m_breaker.state() != CircuitBreaker::State::Closed &&
                !m_breaker.allow(now)) {
                answerLater(std::move(list.front().answered),
                            "The server has not answered several times in a row. The program tries again "
                            "by itself.");
                list.pop_front();
                continue;
            }
            if (!m_budget.tryTake(lane, now)) {
                wait = std::min(wait, m_budget.waitFor(lane, now));
                isWaiting = true;
                if (m_breaker.state() == CircuitBreaker::State::HalfOpen)
                    m_breaker.abandoned();
                break;
            }
            Waiting next = std::move(list.front());
            list.pop_front();
            dispatch(std::move(next));
        }
    }
    if (isWaiting)
        m_timer->start(std::chrono::milliseconds(wait.toMilliseconds() + 1));
}

void RestClient::dispatch(Waiting waiting) {
    const auto done = [this, answered = std::move(waiting.answered)](HttpOutcome outcome) {
        learn(outcome);
        answered(std::move(outcome));
    };
    if (waiting.isWrite)
        return m_http.writeOnce(std::move(waiting.request), std::move(waiting.hooks), done);
    const Lane lane = waiting.lane;
    m_http.get(std::move(waiting.request), done, [this, lane](const HttpOutcome& failed) {
        learn(failed);
        return m_budget.tryTake(lane, m_clock.now().mono);
    });
}

void RestClient::learn(const HttpOutcome& outcome) {
    const Moment now = m_clock.now();
    // The venue's own clock is what its reset time was computed with.
    const Timestamp utc = outcome.date.isSet() ? outcome.date : now.market;
    if (outcome.answered() && outcome.status == 429)
        m_budget.refused(outcome.rate, now.mono, utc);
    else if (outcome.answered())
        m_budget.learn(outcome.rate, now.mono, utc);
    if (isBreakerFailure(outcome))
        m_breaker.failed(now.mono);
    else if (outcome.answered())
        m_breaker.succeeded();
    else
        m_breaker.abandoned();
    if (outcome.date.isSet() && dateSeen)
        dateSeen(outcome.date);
}

void RestClient::abortAll() {
    auto waiting = std::exchange(m_waiting, {});
    for (auto& [lane, list] : waiting)
        for (Waiting& one : list)
            answerLater(std::move(one.answered), "The request was given up before it was sent.");
    m_http.abortAll();
}

std::string percentEncoded(std::string_view text) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isPlain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                             c == '-' || c == '.' || c == '_' || c == '~';
        if (isPlain) {
            encoded += c;
        } else {
            encoded += '%';
            encoded += kHex[byte >> 4];
            encoded += kHex[byte & 15];
        }
    }
    return encoded;
}

} // namespace strikedesk::net
