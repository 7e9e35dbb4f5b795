// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where requests and answers differ from the vendors' descriptions on purpose, each with its reason. The descriptions
// are of June 2026 and older than some of what the vendors do.

const STATED = "the protocol facts state it (section 4, 5 or 8); the description leaves it out";

/** Alpaca: {pattern, reason}, the pattern over one problem's sentence. */
export const alpacaAllowed = [
    { pattern: /^GET \/v2\/account 200 \/(effective_buying_power|position_market_value|admin_configurations|user_configurations): /, reason: STATED },
    { pattern: /\/(source|subtag): must NOT have unevaluated/, reason: STATED },
    { pattern: /^GET \/v2\/options\/contracts.* 200 .*\/ppind: must NOT have unevaluated/, reason: "a filter of the request in the description; the answer names it too" },
    { pattern: /^GET \/v2\/calendar \?(start|end): must match format "date-time"/, reason: "its own type there (legacyTime) takes plain dates, which the vendor's documents and clients send" },
    { pattern: /\/v2\/orders 200 (\/\*)?\/legs(\/\*\/(expires_at|ratio_qty))?: /, reason: "the description's own example of an order with legs has them" },
    { pattern: /^GET \/v1beta1\/news 200 .*\/content: must NOT have fewer than 1/, reason: "an article without content has an empty one" },
    { pattern: /^(GET|DELETE|PATCH) \/v2\/orders\/\{order_id\} \{order_id\}: must match format "uuid"/, reason: "asked on purpose with an id that is none" },
];

/** The data vendor, likewise. */
export const polygonAllowed = [
    { pattern: /^GET \/v1\/open-close\/.* 200 \/preMarket: must be integer/, reason: "a price; the description's own example has decimals" },
    { pattern: /^GET \/v2\/aggs\/.* 200 \/(adjusted|count|results\/\*\/T): must NOT have unevaluated/, reason: "recorded answers have them" },
    { pattern: /^GET \/v3\/snapshot\/options\/.* 200 .*\/day\/\w+: must have required/, reason: "the day of a contract that has not traded is empty (protocol facts, section 8)" },
    { pattern: /^GET \/stocks\/v1\/short-volume 200 \/count: must NOT have unevaluated/, reason: "the recorded answer has it" },
    { pattern: /^GET \/v3\/reference\/options\/contracts \?limit: must be <= 1000/, reason: "asked on purpose beyond the bound" },
];
