// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What went over the wire, held against the vendors' descriptions; and the differences that are known and allowed.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";

import { ApiDescription } from "./openapi.mjs";

/** Where the descriptions lie; undefined where this machine has none. */
export function descriptionFolder() {
    const folder = join(process.env.STRIKEDESK_SHARED_DIR ?? "/nowhere", "fixtures", "openapi");
    return existsSync(folder) ? folder : undefined;
}

export function alpacaDescriptions() {
    const folder = descriptionFolder();
    return ["alpaca-trading-api", "alpaca-market-data-api"].map(name => new ApiDescription(name, join(folder, `${name}.json`)));
}

export function polygonDescriptions() {
    return [new ApiDescription("massive-polygon-rest-api", join(descriptionFolder(), "massive-polygon-rest-api.trimmed.json"))];
}

/** Keeps what passes through a fetch. */
export class Exchanges {
    constructor() {
        this.all = [];
    }

    /** A fetch that keeps each exchange; `rewrite` turns an address into the sandbox's. */
    through(rewrite) {
        return async (address, init = {}) => {
            const answer = await fetch(rewrite(String(address)), init);
            const body = await answer.clone().text();
            const { pathname, search } = new URL(String(address));
            this.all.push({ method: init.method ?? "GET", target: pathname + search, sent: init.body ?? "", status: answer.status, body });
            return answer;
        };
    }
}

/** Problems of requests and answers, each once, without the allowed ones; `used` collects which of these were met. */
export function problemsOf(exchanges, descriptions, allowed, used = new Set()) {
    const found = new Set();
    for (const one of exchanges) {
        const description = descriptions.find(candidate => candidate.describes(one.method, one.target)) ?? descriptions[0];
        const problems = description.request(one.method, one.target, one.sent);
        if (one.status !== undefined)
            problems.push(...description.answer(one.method, one.target, one.status, one.body));
        for (const problem of problems) {
            const difference = allowed.find(candidate => candidate.pattern.test(problem));
            if (difference)
                used.add(difference);
            else
                found.add(problem);
        }
    }
    return [...found].sort();
}

/** Why these tests are skipped, or false. */
export const skip = descriptionFolder() ? false : "no API descriptions; set STRIKEDESK_SHARED_DIR to the folder that holds fixtures/openapi";

/** A caller of a sandbox that keeps its exchanges; a body is sent as JSON, and the answer's comes back read. */
export function callerOf(sandbox, headers) {
    const exchanges = new Exchanges();
    const send = exchanges.through(address => address);
    const call = async (method, target, body) => {
        const answer = await send(sandbox.http + target, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
        const text = await answer.text();
        return { status: answer.status, body: text === "" ? undefined : JSON.parse(text) };
    };
    return { exchanges, call };
}

/** Fails with every problem that is not allowed. */
export function assertDescribed(exchanges, descriptions, allowed) {
    const problems = problemsOf(exchanges.all, descriptions, allowed);
    assert.equal(problems.length, 0, `${exchanges.all.length} exchanges:\n${problems.join("\n")}`);
}
