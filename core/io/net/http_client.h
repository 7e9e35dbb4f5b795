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

    explicit HttpClient(std::uint64_t jitterSeed, HttpLimits limits = {}, QObject* parent = nullptr);
    ~HttpClient() override;

    /// A read. Repeated after no answer, 408, 425, 429 and 5xx as long as `mayRepeat` (when given) agrees.
    void get(HttpRequest request, Answered answered, std::function<bool()> mayRepeat = {});
    /// A write: at most one arrival at the peer.
    void writeOnce(HttpRequest request, WriteHooks hooks, Answered answered);
    /// Ends everything under way: writes as AnswerLost or NotSent, reads as NotSent.
    void abortAll();
    /// Exchanges under way.
    int inFlight() const;

private:
    struct Exchange;

    void attempt(const std::shared_ptr<Exchange>& exchange);
    void sendWrite(const std::shared_ptr<Exchange>& exchange);
    void watch(const std::shared_ptr<Exchange>& exchange, QNetworkReply* reply);
    void readSome(const std::shared_ptr<Exchange>& exchange);
    void ended(const std::shared_ptr<Exchange>& exchange);
    void finish(const std::shared_ptr<Exchange>& exchange, HttpOutcome outcome);
    bool retryLater(const std::shared_ptr<Exchange>& exchange, const HttpOutcome& outcome);
    HttpOutcome outcomeOf(const Exchange& exchange) const;
    QNetworkRequest prepared(const HttpRequest& request) const;

    QNetworkAccessManager* m_network;
    HttpLimits m_limits;
    IdSource m_random;
    std::unordered_set<std::shared_ptr<Exchange>> m_exchanges;
};

} // namespace strikedesk::net
