// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The vendor's own client, pointed at a sandbox. It has no setting for the host, so requests are sent on by their path.
import { Alpaca } from "@alpacahq/alpaca-trade-api";

import { KEY, SECRET } from "./sandbox.mjs";

/** `log`, if given, takes each request as {method, url, status}. */
export function alpacaClient(sandbox, options = {}) {
    const base = sandbox.http;
    return new Alpaca({
        keyId: KEY,
        secret: SECRET,
        paper: true,
        retry: false,
        rateLimit: false,
        timeoutMs: 0, // its timer would outlive an answer without a body by half a minute
        fetchApi: (url, init) => fetch(String(url).replace(/^https:\/\/[^/]+/, base), init),
        ...options,
    });
}
