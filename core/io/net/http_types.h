// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"
#include "core/io/net/rate_budget.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::net {

/// What a request does. Get is the only one that is ever repeated.
enum class HttpVerb : std::uint8_t { Get, Post, Put, Patch, Delete };

std::string_view toWire(HttpVerb verb);

/// One header line. Values may be keys: never log one.
struct HttpHeader {
    std::string name;
    std::string value;
};

/// One request. `url` is absolute, http or https, already percent-encoded.
struct HttpRequest {
    HttpVerb verb = HttpVerb::Get;
    std::string url;
    std::vector<HttpHeader> headers;
    std::string body;
    std::string bodyType = "application/json";
};

/// How far an exchange came.
enum class HttpResult : std::uint8_t {
    Answered,      ///< a whole answer with a status is there, whatever the status
    NotSent,       ///< stopped by us before the request could be complete on the wire
    ConnectFailed, ///< no connection: nothing of the request can have been read
    AnswerLost,    ///< the connection ended after the request may have been read
    TimedOut,      ///< no whole answer in time; the request may have been read
    TooLarge,      ///< the answer is above the body cap; it was dropped
    Redirected,    ///< the peer answered with a redirect, which is never followed
};

/// The end of one exchange. `message` is a sentence without keys, query strings or bodies.
struct HttpOutcome {
    HttpResult result = HttpResult::NotSent;
    int status = 0; ///< of Answered and Redirected
    std::string body;
    std::string contentType; ///< lower case, without parameters
    RateHeaders rate;
    std::string requestId; ///< X-Request-ID, for a support case
    Timestamp date;        ///< the Date header; unset when absent
    std::string message;   ///< why there is no answer
    int attempts = 0;      ///< requests that went out

    bool answered() const { return result == HttpResult::Answered; }
    bool isSuccess() const { return answered() && status >= 200 && status < 300; }
    /// The answer claims to be JSON.
    bool isJson() const { return contentType == "application/json" || contentType.ends_with("+json"); }
    /// Neither a definite answer nor a definite "nothing was sent".
    bool isAmbiguous() const {
        return !answered() && result != HttpResult::NotSent && result != HttpResult::ConnectFailed;
    }
};

/// Labelled points of one write, for crash tests and timing.
enum class WriteStage : std::uint8_t {
    BeforeSend,     ///< nothing handed to the network yet
    BodyTaken,      ///< the network took the body; from here on the request may arrive
    RequestSent,    ///< the whole request was written to the socket
    AnswerReceived, ///< an answer with a status is there
};

/// Hooks of a one-shot write; both may be empty.
struct WriteHooks {
    /// Asked before the request is handed over and again right before its body goes; false stops it.
    std::function<bool()> mayWrite;
    std::function<void(WriteStage)> reached;
};

} // namespace strikedesk::net
