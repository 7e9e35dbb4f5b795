// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every request our own clients send, held against the vendors' own descriptions. The program that makes them writes
// each as a line: method, target and body between tabs.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { alpacaAllowed, polygonAllowed } from "./lib/allowed.mjs";
import { alpacaDescriptions, polygonDescriptions, problemsOf, skip } from "./lib/exchanges.mjs";

function requestsOf(filter) {
    const folder = mkdtempSync(join(tmpdir(), "strikedesk-requests-"));
    const log = join(folder, "requests");
    try {
        const run = spawnSync(process.env.STRIKEDESK_CLIENT_REQUESTS, [`--gtest_filter=${filter}`], { env: { ...process.env, STRIKEDESK_REQUEST_LOG: log }, encoding: "utf8" });
        assert.equal(run.status, 0, run.stdout);
        return readFileSync(log, "utf8").trimEnd().split("\n").map(line => {
            const [method, target, sent] = line.split("\t");
            return { method, target, sent };
        });
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

test("a wrong request is noticed", { skip }, () => {
    const [trading] = alpacaDescriptions();
    const order = { type: "limit", time_in_force: "day", symbol: "SPY", qty: "1", side: "buy", limit_price: "1" };
    assert.deepEqual(trading.request("POST", "/v2/orders", JSON.stringify(order)), []);
    assert.equal(trading.request("POST", "/v2/orders", JSON.stringify({ ...order, side: "bye" })).length, 1);
    assert.equal(trading.request("POST", "/v2/orders", JSON.stringify({ ...order, limitPrice: "1" })).length, 1);
    assert.equal(trading.request("POST", "/v2/orders", JSON.stringify({ ...order, type: undefined })).length, 1);
    assert.equal(trading.request("GET", "/v2/orders?limit=many", "").length, 1);
    assert.equal(trading.request("GET", "/v2/orders?colour=red", "").length, 1);
    assert.equal(trading.request("GET", "/v2/ordres", "").length, 1);
    assert.equal(trading.request("GET", "/v2/orders:by_client_order_id", "").length, 1);
});

test("Alpaca: every request of our client", { skip }, () => {
    const requests = requestsOf("AlpacaRequestsTest.*");
    assert.ok(requests.length > 40, `${requests.length} requests`);
    assert.deepEqual(problemsOf(requests, alpacaDescriptions(), alpacaAllowed), []);
});

test("Polygon: every request of our client", { skip }, () => {
    const requests = requestsOf("PolygonRequestsTest.*");
    assert.ok(requests.length > 40, `${requests.length} requests`);
    assert.deepEqual(problemsOf(requests, polygonDescriptions(), polygonAllowed), []);
});
