// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/alpaca_rest.h"

#include "core/io/venues/alpaca/codec/order_codec.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace strikedesk::alpaca {

namespace {

net::HttpOutcome notSent(const char* message) {
    net::HttpOutcome outcome;
    outcome.result = net::HttpResult::NotSent;
    outcome.message = message;
    return outcome;
}

/// What counts against the breaker: no connection, no answer, a server error, a page instead of data.
bool isBreakerFailure(const net::HttpOutcome& outcome) {
    if (!outcome.answered())
        return outcome.result != net::HttpResult::NotSent;
    return outcome.status >= 500 || (outcome.isSuccess() && outcome.status != 204 && !outcome.isJson());
}

bool isGuardedByBreaker(net::Lane lane) { return lane == net::Lane::Sweep || lane == net::Lane::History; }

} // namespace

AlpacaRest::AlpacaRest(RestOptions options, const AlpacaKeys& keys, const Clock& clock, QObject* parent)
    : QObject(parent), m_options(std::move(options)), m_keys(keys.clone()), m_clock(clock),
      m_http(m_options.jitterSeed, m_options.limits, this), m_budget(m_options.perMinute),
      m_breaker(m_options.breaker), m_timer(new QTimer(this)) {
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &AlpacaRest::pump);
}

AlpacaRest::~AlpacaRest() = default;

void AlpacaRest::tune(const RestTuning& tuning) {
    m_options.take(tuning);
    m_http.setLimits(tuning.limits);
    m_budget.setPerMinute(tuning.perMinute);
    m_breaker.setLimits(tuning.breaker);
    pump();
}

int AlpacaRest::budgetLeft() const { return m_budget.remaining(m_clock.now().mono); }

Duration AlpacaRest::waitFor(net::Lane lane) const { return m_budget.waitFor(lane, m_clock.now().mono); }

net::HttpRequest AlpacaRest::requestFor(net::HttpVerb verb, const std::string& path, std::string body) const {
    net::HttpRequest request;
    request.verb = verb;
    request.url = m_options.baseUrl + path;
    request.body = std::move(body);
    m_keys.keyId.reveal([&](std::string_view key) {
        request.headers.push_back({"APCA-API-KEY-ID", std::string(key)});
    });
    m_keys.secretKey.reveal([&](std::string_view key) {
        request.headers.push_back({"APCA-API-SECRET-KEY", std::string(key)});
    });
    return request;
}

void AlpacaRest::answerLater(Answered answered, const char* message) {
    QTimer::singleShot(0, this, [answered = std::move(answered), message] { answered(notSent(message)); });
}

void AlpacaRest::get(net::Lane lane, const std::string& path, Answered answered) {
    Waiting waiting;
    waiting.lane = lane;
    waiting.request = requestFor(net::HttpVerb::Get, path, {});
    waiting.answered = std::move(answered);
    enqueue(std::move(waiting));
}

void AlpacaRest::write(net::Lane lane, net::HttpVerb verb, const std::string& path, std::string body,
                       net::WriteHooks hooks, Answered answered) {
    if (lane == net::Lane::Submit && m_budget.waitFor(lane, m_clock.now().mono).count() > 0)
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

void AlpacaRest::enqueue(Waiting waiting) {
    std::size_t queued = 0;
    for (const auto& [lane, list] : m_waiting)
        queued += list.size();
    // Cancels are few and must never be turned away.
    if (queued >= m_options.largestQueue && waiting.lane != net::Lane::Cancel)
        return answerLater(std::move(waiting.answered),
                           "Too many requests are waiting for the broker. Try again in a moment.");
    waiting.since = m_clock.now().mono;
    m_waiting[waiting.lane].push_back(std::move(waiting));
    pump();
}

void AlpacaRest::dropOverdue(MonoTime now) {
    for (auto& [lane, list] : m_waiting)
        while (!list.empty() && now - list.front().since > m_options.longestWait) {
            answerLater(std::move(list.front().answered),
                        "The request waited too long for its turn and was not sent. Try again in a moment.");
            list.pop_front();
        }
}

void AlpacaRest::pump() {
    const MonoTime now = m_clock.now().mono;
    dropOverdue(now);
    Duration wait = m_options.longestWait;
    bool isWaiting = false;
    for (auto& [lane, list] : m_waiting) {
        while (!list.empty()) {
            if (isGuardedByBreaker(lane) && m_breaker.state() != net::CircuitBreaker::State::Closed &&
                !m_breaker.allow(now)) {
                answerLater(std::move(list.front().answered),
                            "The broker has not answered several times in a row. The program tries again "
                            "by itself.");
                list.pop_front();
                continue;
            }
            if (!m_budget.tryTake(lane, now)) {
                wait = std::min(wait, m_budget.waitFor(lane, now));
                isWaiting = true;
                if (m_breaker.state() == net::CircuitBreaker::State::HalfOpen)
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

void AlpacaRest::dispatch(Waiting waiting) {
    const auto done = [this, answered = std::move(waiting.answered)](net::HttpOutcome outcome) {
        learn(outcome);
        answered(std::move(outcome));
    };
    if (waiting.isWrite)
        return m_http.writeOnce(std::move(waiting.request), std::move(waiting.hooks), done);
    const net::Lane lane = waiting.lane;
    m_http.get(std::move(waiting.request), done, [this, lane](const net::HttpOutcome& failed) {
        learn(failed);
        return m_budget.tryTake(lane, m_clock.now().mono);
    });
}

void AlpacaRest::learn(const net::HttpOutcome& outcome) {
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

void AlpacaRest::abortAll() {
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

Error errorOf(const net::HttpOutcome& outcome) {
    if (!outcome.answered()) {
        const bool isLate = outcome.result == net::HttpResult::TimedOut;
        return {isLate ? ErrorKind::Timeout : ErrorKind::Unavailable,
                "alpaca.http.unavailable",
                outcome.message,
                {},
                {}};
    }
    const auto refusal = decodeRefusal(outcome.body);
    const std::string sentence = sentenceFor(refusal ? *refusal : BrokerRefusal(), outcome.status);
    const std::string context = "status " + std::to_string(outcome.status) + ", request " + outcome.requestId;
    switch (outcome.status) {
    case 401:
        return {ErrorKind::Unauthorised, "alpaca.http.unauthorised", sentence, {}, context};
    case 403:
        return {ErrorKind::Refused, "alpaca.http.forbidden", sentence, {}, context};
    case 404:
        // Only the broker's own words mean "no such thing"; a gateway's page does not.
        if (!refusal)
            break;
        return {ErrorKind::NotFound, "alpaca.http.not_found", sentence, {}, context};
    case 429:
        return {ErrorKind::RateLimited, "alpaca.http.rate_limited", sentence, {}, context};
    case 400:
    case 422:
        return {ErrorKind::Refused, "alpaca.http.refused", sentence, {}, context};
    default:
        break;
    }
    if (outcome.status >= 500)
        return {ErrorKind::Unavailable, "alpaca.http.server", sentence, {}, context};
    return {ErrorKind::Protocol,
            "alpaca.http.unexpected",
            "The broker's answer was not what was asked for. Check the network for a login page.",
            {},
            context};
}

} // namespace strikedesk::alpaca
