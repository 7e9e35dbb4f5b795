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
    { pattern: /^(GET|DELETE|PATCH) \/v2\/orders\/\{order_id\} \{order_id\}: must match format "uuid"/, reason: "asked on purpose with an id that is none" },
];

/** The data vendor, likewise. */
export const polygonAllowed = [
];
