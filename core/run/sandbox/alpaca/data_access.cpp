// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/data_access.h"

#include "core/run/sandbox/alpaca/wire_trading.h"

namespace strikedesk::sandbox {

namespace {

HttpAnswer notSubscribed(const char* what) {
    return errorAnswer(403, 0, std::string("subscription does not permit querying ") + what);
}

/// `asof` names a day or "-"; nothing is ever renamed here, so it changes no answer. Prices are in dollars.
void readCommon(QueryReader& reader, const HttpRequest& request) {
    if (request.parameter("asof") != "-")
        reader.date("asof");
    reader.word("currency", {"USD"});
}

} // namespace

const Asset* stockOf(const Api& api, const Symbol& symbol) {
    for (const Asset& asset : api.source().assets())
        if (asset.symbol == symbol)
            return asset.kind == AssetKind::Index ? nullptr : &asset;
    return nullptr;
}

FeedRule stockFeed(const Api& api, QueryReader& reader, const HttpRequest& request, FeedUse use) {
    readCommon(reader, request);
    std::string feed = use == FeedUse::History
                           ? reader.word("feed", {"sip", "iex", "boats", "otc"})
                           : reader.word("feed", {"sip", "iex", "boats", "otc", "delayed_sip", "overnight"});
    const bool isFree = api.config.freeDataPlan;
    FeedRule rule;
    rule.latest = api.now;
    if (feed.empty())
        feed = isFree && use == FeedUse::Latest ? "iex" : "sip";
    if (feed == "otc")
        rule.refusal = notSubscribed("OTC data");
    rule.isEmpty = feed == "boats" || feed == "overnight";
    if (feed == "delayed_sip")
        rule.latest = api.now - kFreePlanDelay;
    if (feed != "sip" || !isFree)
        return rule;
    rule.latest = api.now - kFreePlanDelay;
    const auto end = reader.time("end");
    if (use == FeedUse::Latest || (end && rule.latest < *end))
        rule.refusal = notSubscribed("recent SIP data");
    return rule;
}

FeedRule optionFeed(const Api& api, QueryReader& reader) {
    FeedRule rule;
    rule.latest = api.now;
    if (reader.word("feed", {"opra", "indicative"}) == "opra" && api.config.optionFeed != "opra")
        rule.refusal = errorAnswer(403, 0, "OPRA agreement is not signed");
    return rule;
}

} // namespace strikedesk::sandbox
