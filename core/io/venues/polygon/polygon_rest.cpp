// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/polygon_rest.h"

#include "core/io/venues/polygon/codec/envelope.h"
#include "core/io/venues/polygon/codec/ticker.h"

#include <memory>
#include <utility>

namespace strikedesk::polygon {

namespace {

net::VenueManner mannerOf(const Secret& key) {
    net::VenueManner manner;
    const auto held = std::make_shared<const Secret>(key.clone());
    manner.authHeaders = [held] {
        return held->reveal([](std::string_view text) {
            return std::vector<net::HttpHeader>{{"Authorization", "Bearer " + std::string(text)}};
        });
    };
    manner.explain = errorOf;
    return manner;
}

} // namespace

PolygonRest::PolygonRest(net::RestOptions options, const Secret& key, const Clock& clock, QObject* parent)
    : RestClient(std::move(options), mannerOf(key), clock, parent) {}

net::RestOptions restOptions(const PolygonEndpoints& endpoints, const net::RestTuning& tuning) {
    net::RestOptions options;
    options.baseUrl = endpoints.restBaseUrl;
    options.holdsReserves = false;
    options.longestWait = Duration::minutes(5);
    options.take(tuning);
    return options;
}

net::RestTuning smallestPlan() {
    net::RestTuning tuning;
    tuning.perMinute = 5;
    return tuning;
}

std::string tickerSegment(const Symbol& symbol) {
    const std::string text = tickerText(symbol);
    const std::size_t plainAt = text.size() - symbol.view().size();
    return text.substr(0, plainAt) + net::percentEncoded(symbol.view());
}

Error errorOf(const net::HttpOutcome& outcome) {
    if (outcome.answered())
        return errorFrom(outcome.body, outcome.status);
    const bool isLate = outcome.result == net::HttpResult::TimedOut;
    return {isLate ? ErrorKind::Timeout : ErrorKind::Unavailable,
            "polygon.http.unavailable",
            outcome.message,
            {},
            {}};
}

} // namespace strikedesk::polygon
