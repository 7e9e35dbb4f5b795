// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/alpaca_rest.h"

#include "core/io/venues/alpaca/codec/order_codec.h"

#include <memory>
#include <utility>

namespace strikedesk::alpaca {

namespace {

net::VenueManner mannerOf(const AlpacaKeys& keys) {
    net::VenueManner manner;
    const auto held = std::make_shared<const AlpacaKeys>(keys.clone());
    manner.authHeaders = [held] {
        std::vector<net::HttpHeader> headers;
        held->keyId.reveal([&](std::string_view key) {
            headers.push_back({"APCA-API-KEY-ID", std::string(key)});
        });
        held->secretKey.reveal([&](std::string_view key) {
            headers.push_back({"APCA-API-SECRET-KEY", std::string(key)});
        });
        return headers;
    };
    manner.explain = errorOf;
    return manner;
}

} // namespace

AlpacaRest::AlpacaRest(RestOptions options, const AlpacaKeys& keys, const Clock& clock, QObject* parent)
    : RestClient(std::move(options), mannerOf(keys), clock, parent) {}

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
