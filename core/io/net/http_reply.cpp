// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/net/http_reply.h"

#include "core/base/date.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QVariant>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace strikedesk::net {

namespace {

std::string headerText(const QNetworkReply& reply, const char* name) {
    // Header values come from outside; none that we read is long.
    return reply.rawHeader(name).left(200).trimmed().toStdString();
}

std::optional<std::int64_t> headerNumber(const QNetworkReply& reply, const char* name) {
    const std::string text = headerText(reply, name);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

RateHeaders rateHeaders(const QNetworkReply& reply) {
    RateHeaders rate;
    rate.limit = headerNumber(reply, "X-RateLimit-Limit");
    rate.remaining = headerNumber(reply, "X-RateLimit-Remaining");
    rate.resetUnixSeconds = headerNumber(reply, "X-RateLimit-Reset");
    // The date form of Retry-After is not used by our peers and is left to the caller's own wait.
    if (const auto seconds = headerNumber(reply, "Retry-After");
        seconds && *seconds >= 0 && *seconds <= 86'400)
        rate.retryAfter = Duration::seconds(*seconds);
    return rate;
}

std::string mediaType(const QNetworkReply& reply) {
    std::string type = headerText(reply, "Content-Type");
    type.resize(std::min(type.find(';'), type.size()));
    while (!type.empty() && type.back() == ' ')
        type.pop_back();
    std::transform(type.begin(), type.end(), type.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return type;
}

/// Qt reports an answer with an error status as an error too: those came whole unless the transport broke. An
/// error in spite of a good status is a body that could not be unpacked, or one that grew beyond all measure.
bool isWhole(QNetworkReply::NetworkError error, int status) {
    if (status <= 0)
        return false;
    if (error == QNetworkReply::NoError)
        return true;
    return status >= 400 && error > 200 && error != QNetworkReply::ContentReSendError &&
           error != QNetworkReply::ProtocolUnknownError;
}

bool isConnectError(QNetworkReply::NetworkError error) {
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProtocolUnknownError:
        return true;
    default:
        return false;
    }
}

/// Proof that the peer cannot have read a whole request: its body was never handed out, or (without a body)
/// the request was never written.
bool provablyUnsent(const ReplyFacts& facts, QNetworkReply::NetworkError error) {
    if (facts.requestSent || facts.bodyTaken)
        return false;
    return facts.sendsBody || isConnectError(error);
}

HttpResult resultOf(const ReplyFacts& facts, QNetworkReply::NetworkError error) {
    if (facts.isDenied && !facts.bodyTaken)
        return HttpResult::NotSent;
    if (facts.isTooLarge)
        return HttpResult::TooLarge;
    const bool unsent = facts.isWrite ? provablyUnsent(facts, error) : isConnectError(error);
    if (facts.isAborted)
        return facts.isWrite && !unsent ? HttpResult::AnswerLost : HttpResult::NotSent;
    if (unsent)
        return HttpResult::ConnectFailed;
    const bool timedOut = facts.isOverdue || error == QNetworkReply::TimeoutError ||
                          error == QNetworkReply::OperationCanceledError;
    return timedOut ? HttpResult::TimedOut : HttpResult::AnswerLost;
}

std::string sentenceFor(HttpResult result, QNetworkReply::NetworkError error) {
    switch (result) {
    case HttpResult::NotSent:
        return "The request was stopped before it left this machine.";
    case HttpResult::ConnectFailed:
        if (error == QNetworkReply::HostNotFoundError)
            return "The server's name could not be found. Check the network connection.";
        if (error == QNetworkReply::SslHandshakeFailedError)
            return "The server's certificate was not accepted. Check the address and this machine's clock.";
        return "The server could not be reached. Check the network connection.";
    case HttpResult::AnswerLost:
        return "The connection ended before a whole answer came.";
    case HttpResult::TimedOut:
        return "The server did not answer in time.";
    case HttpResult::TooLarge:
        return "The server's answer was too large and was dropped.";
    case HttpResult::Redirected:
        return "The server tried to send the request elsewhere. That is refused, because it would carry the "
               "keys.";
    case HttpResult::Answered:
        return {};
    }
    return {};
}

} // namespace

Timestamp httpDate(std::string_view text) {
    static constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (text.size() != 29 || text.substr(25) != " GMT" || text[16] != ' ')
        return {};
    const auto month = std::find(kMonths.begin(), kMonths.end(), text.substr(8, 3));
    if (month == kMonths.end())
        return {};
    const auto number = static_cast<int>(month - kMonths.begin()) + 1;
    const std::string iso = std::string(text.substr(12, 4)) + (number < 10 ? "-0" : "-") +
                            std::to_string(number) + "-" + std::string(text.substr(5, 2)) + "T" +
                            std::string(text.substr(17, 8)) + "Z";
    return Timestamp::tryFromRfc3339(iso).valueOr(Timestamp());
}

HttpOutcome outcomeOf(const QNetworkReply& reply, const ReplyFacts& facts) {
    HttpOutcome outcome;
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = reply.error();
    const bool ours = facts.isAborted || facts.isOverdue || facts.isTooLarge || facts.isDenied;
    // A redirect of a write ends in "cannot send the body again"; it is told apart by its status.
    const bool isRedirect = status >= 300 && status < 400;
    if (ours || !(isWhole(error, status) || isRedirect)) {
        outcome.result = resultOf(facts, error);
        outcome.message = sentenceFor(outcome.result, error);
        return outcome;
    }
    outcome.status = status;
    outcome.rate = rateHeaders(reply);
    outcome.contentType = mediaType(reply);
    outcome.requestId = headerText(reply, "X-Request-ID");
    outcome.date = httpDate(headerText(reply, "Date"));
    if (isRedirect) {
        outcome.result = HttpResult::Redirected;
        outcome.message = sentenceFor(outcome.result, error);
        return outcome;
    }
    outcome.result = HttpResult::Answered;
    outcome.body = facts.received;
    return outcome;
}

} // namespace strikedesk::net
