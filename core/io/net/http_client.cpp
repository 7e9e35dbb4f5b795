// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/net/http_client.h"

#include "core/io/net/backoff.h"
#include "core/io/net/http_reply.h"
#include "core/io/net/one_shot_body.h"
#include "core/io/net/timer_span.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <chrono>
#include <utility>

namespace strikedesk::net {

namespace {

bool isWorthRepeating(const HttpOutcome& outcome) {
    if (!outcome.answered())
        return outcome.result == HttpResult::ConnectFailed || outcome.result == HttpResult::AnswerLost ||
               outcome.result == HttpResult::TimedOut;
    const int s = outcome.status;
    return s == 408 || s == 425 || s == 429 || s == 500 || s == 502 || s == 503 || s == 504;
}

HttpOutcome stopped(std::string message) {
    HttpOutcome outcome;
    outcome.result = HttpResult::NotSent;
    outcome.message = std::move(message);
    return outcome;
}

} // namespace

/// One request from hand-over to its only callback.
struct HttpClient::Exchange {
    HttpRequest request;
    Answered answered;
    MayRepeat mayRepeat;
    WriteHooks hooks;
    QPointer<QNetworkReply> reply;
    QPointer<OneShotBody> body;
    ReplyFacts facts;
    bool isFinished = false;
    int attempts = 0;
};

HttpClient::HttpClient(std::uint64_t jitterSeed, HttpLimits limits, QObject* parent)
    : QObject(parent), m_limits(limits), m_random(jitterSeed), m_reader(new QNetworkAccessManager(this)),
      m_writer(new QNetworkAccessManager(this)) {
    for (QNetworkAccessManager* manager : {m_reader, m_writer}) {
        manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        manager->setAutoDeleteReplies(false);
    }
}

HttpClient::~HttpClient() {
    const auto exchanges = std::exchange(m_exchanges, {});
    for (const ExchangePtr& exchange : exchanges) {
        exchange->isFinished = true;
        if (exchange->reply) {
            exchange->reply->disconnect(this);
            exchange->reply->abort();
        }
    }
}

int HttpClient::inFlight() const { return static_cast<int>(m_exchanges.size()); }

void HttpClient::get(HttpRequest request, Answered answered, MayRepeat mayRepeat) {
    const auto exchange = std::make_shared<Exchange>();
    exchange->request = std::move(request);
    exchange->request.verb = HttpVerb::Get;
    exchange->answered = std::move(answered);
    exchange->mayRepeat = std::move(mayRepeat);
    m_exchanges.insert(exchange);
    attempt(exchange);
}

void HttpClient::writeOnce(HttpRequest request, WriteHooks hooks, Answered answered) {
    const auto exchange = std::make_shared<Exchange>();
    exchange->request = std::move(request);
    exchange->answered = std::move(answered);
    exchange->hooks = std::move(hooks);
    exchange->facts.isWrite = true;
    m_exchanges.insert(exchange);
    if (exchange->hooks.reached)
        exchange->hooks.reached(WriteStage::BeforeSend);
    if (exchange->hooks.mayWrite && !exchange->hooks.mayWrite())
        return finishLater(exchange, stopped("The request was stopped before it left this machine."));
    handOver(exchange);
}

void HttpClient::abortAll() {
    const auto exchanges = m_exchanges;
    for (const ExchangePtr& exchange : exchanges) {
        exchange->facts.isAborted = true;
        if (exchange->reply)
            exchange->reply->abort();
        else
            finishLater(exchange, stopped("The request was given up."));
    }
}

QNetworkRequest HttpClient::prepared(const HttpRequest& request) const {
    QNetworkRequest prepared(QUrl(QString::fromStdString(request.url), QUrl::StrictMode));
    prepared.setRawHeader("User-Agent", "Strikedesk");
    prepared.setRawHeader("Accept", "application/json");
    for (const HttpHeader& header : request.headers)
        prepared.setRawHeader(QByteArray::fromStdString(header.name),
                              QByteArray::fromStdString(header.value));
    prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // HTTP/2 multiplexing resends on its own when a connection goes away; HTTP/1.1 is what the tests pin.
    prepared.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    prepared.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    prepared.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    prepared.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    prepared.setTransferTimeout(static_cast<int>(timerSpan(m_limits.idle).count()));
    return prepared;
}

void HttpClient::attempt(const ExchangePtr& exchange) {
    ++exchange->attempts;
    const bool isWrite = exchange->facts.isWrite;
    exchange->facts = ReplyFacts{};
    exchange->facts.isWrite = isWrite;
    exchange->facts.largestBody = m_limits.largestBody;
    watch(exchange, m_reader->get(prepared(exchange->request)));
}

void HttpClient::handOver(const ExchangePtr& exchange) {
    ++exchange->attempts;
    exchange->facts.largestBody = m_limits.largestBody;
    const QByteArray bytes = QByteArray::fromStdString(exchange->request.body);
    exchange->facts.sendsBody = !bytes.isEmpty();
    QNetworkRequest request = prepared(exchange->request);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, static_cast<qint64>(bytes.size()));
    if (!bytes.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader,
                          QString::fromStdString(exchange->request.bodyType));
    auto* body = new OneShotBody(bytes, exchange->hooks.mayWrite);
    exchange->body = body;
    const std::string_view verb = toWire(exchange->request.verb);
    QNetworkReply* reply = m_writer->sendCustomRequest(
        request, QByteArray(verb.data(), static_cast<qsizetype>(verb.size())), body);
    body->setParent(reply);
    const std::weak_ptr<Exchange> weak = exchange;
    connect(body, &OneShotBody::taken, this, [weak] {
        if (const auto held = weak.lock()) {
            held->facts.bodyTaken = true;
            if (held->hooks.reached)
                held->hooks.reached(WriteStage::BodyTaken);
        }
    });
    // A denied read ends the request by itself ("premature end of the body"); the deadline covers the rest.
    connect(body, &OneShotBody::denied, this, [weak] {
        if (const auto held = weak.lock())
            held->facts.isDenied = true;
    });
    connect(reply, &QNetworkReply::requestSent, this, [weak] {
        if (const auto held = weak.lock(); held && !held->facts.requestSent) {
            held->facts.requestSent = true;
            if (held->hooks.reached)
                held->hooks.reached(WriteStage::RequestSent);
        }
    });
    watch(exchange, reply);
}

void HttpClient::watch(const ExchangePtr& exchange, QNetworkReply* reply) {
    exchange->reply = reply;
    reply->setReadBufferSize(1024 * 1024);
    connect(reply, &QNetworkReply::readyRead, this, [this, exchange] { readSome(*exchange); });
    connect(reply, &QNetworkReply::finished, this, [this, exchange] { ended(exchange); });
    const Duration whole = exchange->facts.isWrite ? m_limits.wholeWrite : m_limits.wholeRead;
    QTimer::singleShot(timerSpan(whole), reply, [exchange] {
        if (exchange->reply && !exchange->isFinished) {
            exchange->facts.isOverdue = true;
            exchange->reply->abort();
        }
    });
}

void HttpClient::readSome(Exchange& exchange) {
    if (!exchange.reply || exchange.facts.isTooLarge || exchange.isFinished)
        return;
    const QByteArray bytes = exchange.reply->readAll();
    if (static_cast<std::int64_t>(exchange.facts.received.size()) + bytes.size() > m_limits.largestBody) {
        exchange.facts.isTooLarge = true;
        exchange.facts.received.clear();
        exchange.reply->abort();
        return;
    }
    exchange.facts.received.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

void HttpClient::ended(const ExchangePtr& exchange) {
    if (exchange->isFinished || !exchange->reply)
        return;
    QNetworkReply* reply = exchange->reply;
    if (reply->isOpen())
        readSome(*exchange);
    if (!exchange->reply)
        return;
    exchange->facts.isDenied = exchange->facts.isDenied || (exchange->body && exchange->body->isDenied());
    HttpOutcome outcome = outcomeOf(*reply, exchange->facts);
    outcome.attempts = exchange->attempts;
    exchange->reply = nullptr;
    reply->disconnect(this);
    reply->deleteLater();
    if (!exchange->facts.isWrite && repeatLater(exchange, outcome))
        return;
    if (exchange->facts.isWrite && outcome.answered() && exchange->hooks.reached)
        exchange->hooks.reached(WriteStage::AnswerReceived);
    finish(exchange, std::move(outcome));
}

bool HttpClient::repeatLater(const ExchangePtr& exchange, const HttpOutcome& outcome) {
    if (exchange->facts.isAborted || exchange->attempts > m_limits.retries || !isWorthRepeating(outcome))
        return false;
    if (exchange->mayRepeat && !exchange->mayRepeat(outcome))
        return false;
    Duration wait =
        jittered(m_limits.firstRetry * (std::int64_t{1} << (exchange->attempts - 1)), 20, m_random);
    wait = std::min(wait, m_limits.longestRetry);
    if (outcome.rate.retryAfter) {
        if (*outcome.rate.retryAfter > m_limits.longestRetry)
            return false;
        wait = std::max(wait, *outcome.rate.retryAfter);
    }
    QTimer::singleShot(timerSpan(wait), this, [this, exchange] {
        if (!exchange->isFinished && !exchange->facts.isAborted)
            attempt(exchange);
    });
    return true;
}

void HttpClient::finish(const ExchangePtr& exchange, HttpOutcome outcome) {
    if (exchange->isFinished)
        return;
    exchange->isFinished = true;
    m_exchanges.erase(exchange);
    if (exchange->answered)
        exchange->answered(std::move(outcome));
}

void HttpClient::finishLater(const ExchangePtr& exchange, HttpOutcome outcome) {
    QTimer::singleShot(0, this,
                       [this, exchange, outcome = std::move(outcome)] { finish(exchange, outcome); });
}

} // namespace strikedesk::net
