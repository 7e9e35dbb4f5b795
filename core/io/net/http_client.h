// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/io/net/http_types.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <memory>
#include <unordered_set>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace strikedesk::net {

/// Bounds of every exchange.
struct HttpLimits {
    Duration idle = Duration::seconds(10);       ///< without a byte of progress
    Duration wholeRead = Duration::seconds(30);  ///< one attempt of a read
    Duration wholeWrite = Duration::seconds(10); ///< a write, from hand-over to the last byte
    std::int64_t largestBody = 8 * 1024 * 1024;
    int retries = 2;                              ///< of reads
    Duration firstRetry = Duration::seconds(1);   ///< doubles, ± 20 %
    Duration longestRetry = Duration::seconds(5); ///< also caps Retry-After
};

/// HTTP towards one kind of peer. Redirects are refused, HTTP/1.1 only, cookies and caches off. Reads are
/// repeated within limits; writes go out exactly once: QNetworkAccessManager resends a request whose
/// connection closed after it was read, so writes use a body that cannot be rewound. Every callback comes
/// later on the owner's thread, exactly once; none comes after destruction. One thread.
class HttpClient : public QObject {
    Q_OBJECT
public:
    using Answered = std::function<void(HttpOutcome)>;
    using MayRepeat = std::function<bool(const HttpOutcome&)>;

    explicit HttpClient(std::uint64_t jitterSeed, HttpLimits limits = {}, QObject* parent = nullptr);
    ~HttpClient() override;

    /// From the next attempt on.
    void setLimits(const HttpLimits& limits) { m_limits = limits; }

    /// A read. After no answer, 408, 425, 429 or 5xx it is repeated as long as `mayRepeat` (when given),
    /// asked with each such end, agrees. A Retry-After above the cap is honoured by not repeating.
    void get(HttpRequest request, Answered answered, MayRepeat mayRepeat = {});
    /// A write: at most one arrival at the peer.
    void writeOnce(HttpRequest request, WriteHooks hooks, Answered answered);
    /// Ends everything under way: writes as AnswerLost or NotSent, reads as NotSent.
    void abortAll();
    /// Exchanges under way.
    int inFlight() const;

private:
    struct Exchange;
    using ExchangePtr = std::shared_ptr<Exchange>;

    void attempt(const ExchangePtr& exchange);
    void handOver(const ExchangePtr& exchange);
    void watch(const ExchangePtr& exchange, QNetworkReply* reply);
    void readSome(Exchange& exchange);
    void ended(const ExchangePtr& exchange);
    bool repeatLater(const ExchangePtr& exchange, const HttpOutcome& outcome);
    void finish(const ExchangePtr& exchange, HttpOutcome outcome);
    void finishLater(const ExchangePtr& exchange, HttpOutcome outcome);
    QNetworkRequest prepared(const HttpRequest& request) const;

    HttpLimits m_limits;
    IdSource m_random;
    /// Two managers: a write never queues behind reads for one of a host's six connections.
    QNetworkAccessManager* m_reader;
    QNetworkAccessManager* m_writer;
    std::unordered_set<ExchangePtr> m_exchanges;
};

} // namespace strikedesk::net
