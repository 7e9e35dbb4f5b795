// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every body the sandbox answers on the data vendor's side, held against the vendor's own description.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { polygonAllowed } from "./lib/allowed.mjs";
import { assertDescribed, callerOf, polygonDescriptions, skip } from "./lib/exchanges.mjs";
import { POLYGON_KEY } from "./lib/polygon.mjs";
import { Sandbox } from "./lib/sandbox.mjs";

let sandbox;

before(async () => {
    if (!skip)
        sandbox = await Sandbox.start();
});
after(() => sandbox?.stop());

async function assertPolygon(targets, statuses = [200]) {
    const { exchanges, call } = callerOf(sandbox, { Authorization: `Bearer ${POLYGON_KEY}` });
    const wrong = [];
    for (const target of targets) {
        const { status, body } = await call("GET", target);
        if (!statuses.includes(status))
            wrong.push(`${target}: ${status} ${JSON.stringify(body).slice(0, 200)}`);
    }
    assert.equal(wrong.length, 0, wrong.join("\n"));
    assertDescribed(exchanges, polygonDescriptions(), polygonAllowed);
}

const CONTRACT = "O:SPY260306C00660000";

test("Polygon: bars and days", { skip }, () => assertPolygon([
    "/v2/aggs/ticker/SPY/range/1/minute/2026-03-02/2026-03-02?limit=50", "/v2/aggs/ticker/SPY/range/1/day/2026-02-02/2026-02-27?sort=desc&adjusted=false",
    "/v2/aggs/ticker/SPY/range/1/week/2026-01-05/2026-02-27", `/v2/aggs/ticker/${CONTRACT}/range/5/minute/2026-03-02/2026-03-02`,
    "/v2/aggs/ticker/I:SPX/range/1/hour/2026-02-27/2026-03-02", "/v2/aggs/ticker/SPY/prev", `/v2/aggs/ticker/${CONTRACT}/prev?adjusted=true`, "/v2/aggs/ticker/I:SPX/prev",
    "/v2/aggs/grouped/locale/us/market/stocks/2026-02-27", "/v1/open-close/SPY/2026-02-27", `/v1/open-close/${CONTRACT}/2026-02-27`,
    "/v1/marketstatus/now", "/v1/marketstatus/upcoming"]));

test("Polygon: ticks and snapshots", { skip }, () => assertPolygon([
    "/v2/last/trade/SPY", `/v2/last/trade/${CONTRACT}`, "/v2/last/nbbo/SPY",
    "/v3/trades/SPY?limit=20&order=desc&sort=timestamp&timestamp.lte=2026-03-02T15:00:00Z", `/v3/trades/${CONTRACT}?limit=5`,
    "/v3/quotes/SPY?limit=20&timestamp.gte=2026-03-02T15:00:00Z&order=asc", `/v3/quotes/${CONTRACT}?limit=5`,
    "/v2/snapshot/locale/us/markets/stocks/tickers/SPY", "/v2/snapshot/locale/us/markets/stocks/tickers?tickers=SPY,AAPL", "/v2/snapshot/locale/us/markets/stocks/gainers",
    "/v3/snapshot/options/SPY?expiration_date=2026-03-06&limit=250&sort=strike_price&order=asc", "/v3/snapshot/options/SPY?strike_price.gte=650&strike_price.lte=670&contract_type=put",
    "/v3/snapshot/options/I:SPX?limit=20", `/v3/snapshot/options/SPY/${CONTRACT}`,
    `/v3/snapshot?ticker.any_of=SPY,${CONTRACT},I:SPX,NOSUCH`, "/v3/snapshot/indices?ticker.any_of=I:SPX"]));

test("Polygon: reference, corporate actions, news and short data", { skip }, () => assertPolygon([
    "/v3/reference/tickers?market=stocks&active=true&limit=10", "/v3/reference/tickers/AAPL", "/v3/reference/tickers/types", "/v3/reference/exchanges", "/v3/reference/conditions?asset_class=stocks&limit=50",
    "/v3/reference/options/contracts?underlying_ticker=SPY&expiration_date.gte=2026-03-02&limit=50&sort=ticker&order=asc", `/v3/reference/options/contracts/${CONTRACT}`,
    "/v3/reference/dividends?ticker=AAPL", "/v3/reference/splits", "/stocks/v1/dividends?ticker=AAPL", "/stocks/v1/splits",
    "/v2/reference/news?limit=5&order=desc&sort=published_utc", "/stocks/v1/short-interest?ticker=AAPL", "/stocks/v1/short-volume?ticker=AAPL", "/stocks/vX/float?ticker=AAPL", "/v1/related-companies/AAPL"]));

test("Polygon: indicators", { skip }, () => assertPolygon([
    "/v1/indicators/sma/SPY?limit=5&window=20&timespan=minute", "/v1/indicators/ema/AAPL?limit=5&timespan=day", "/v1/indicators/rsi/SPY?limit=5&window=14",
    "/v1/indicators/macd/SPY?limit=5&short_window=12&long_window=26&signal_window=9", `/v1/indicators/sma/${CONTRACT}?limit=5&timespan=minute`]));

test("Polygon: refusals", { skip }, () => assertPolygon(["/v2/last/trade/NOSUCH", "/v3/reference/options/contracts?limit=5000", "/v1/open-close/SPY/2026-03-01"], [400, 404]));
