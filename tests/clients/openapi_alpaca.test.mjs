// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every body the sandbox answers on Alpaca's side, held against the vendor's own descriptions.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { alpacaAllowed } from "./lib/allowed.mjs";
import { alpacaDescriptions, assertDescribed, callerOf, skip } from "./lib/exchanges.mjs";
import { KEY, Sandbox, SECRET } from "./lib/sandbox.mjs";

const HEADERS = { "APCA-API-KEY-ID": KEY, "APCA-API-SECRET-KEY": SECRET, "Content-Type": "application/json" };
const SESSION = "start=2026-03-02T14:30:00Z&end=2026-03-02T15:30:00Z";
const DAYS = "start=2026-02-02T00:00:00Z&end=2026-02-27T00:00:00Z";

let sandbox;

before(async () => {
    if (!skip)
        sandbox = await Sandbox.start(["--fills-in-parts", "0"]);
});
after(() => sandbox?.stop());

test("Alpaca: orders, positions and the account", { skip }, async () => {
    const { exchanges, call } = callerOf(sandbox, HEADERS);
    const { body: chain } = await call("GET", "/v1beta1/options/snapshots/SPY?type=call&expiration_date=2026-03-06&limit=1000");
    const calls = Object.keys(chain.snapshots).filter(symbol => chain.snapshots[symbol].latestQuote?.bp > 0.5).sort();
    const [near, far] = [calls.at(-3), calls.at(-1)];
    const order = { symbol: near, qty: "1", side: "buy", type: "market", time_in_force: "day", position_intent: "buy_to_open" };
    const orders = [
        order,
        { ...order, symbol: "SPY" },
        { ...order, symbol: far, type: "limit", limit_price: "0.05", client_order_id: "openapi-1", time_in_force: "gtc" },
        { ...order, side: "sell", type: "stop", stop_price: "0.05", position_intent: "sell_to_close" },
        { symbol: "AAPL", qty: "1", side: "buy", type: "limit", limit_price: "100", time_in_force: "day", order_class: "bracket", take_profit: { limit_price: "300" }, stop_loss: { stop_price: "90" } },
        { order_class: "mleg", qty: "1", type: "limit", limit_price: "-0.50", time_in_force: "day",
            legs: [{ symbol: near, side: "sell", ratio_qty: "1", position_intent: "sell_to_open" }, { symbol: far, side: "buy", ratio_qty: "1", position_intent: "buy_to_open" }] }];
    const sent = [];
    for (const body of orders)
        sent.push((await call("POST", "/v2/orders", body)).body);
    const resting = sent[2].id;
    await call("POST", "/v2/orders", orders[2]); // the id is taken: 422
    await call("POST", "/v2/orders", { ...order, qty: "100000" }); // 403
    await call("GET", "/v2/orders?status=all&nested=true&limit=100");
    await call("GET", "/v2/orders?status=open&symbols=SPY&direction=asc&side=buy");
    await call("GET", `/v2/orders/${resting}?nested=true`);
    await call("GET", "/v2/orders:by_client_order_id?client_order_id=openapi-1");
    await call("GET", "/v2/orders/not-an-id"); // 404
    const replaced = await call("PATCH", `/v2/orders/${resting}`, { limit_price: "0.1", qty: "2" });
    await call("DELETE", `/v2/orders/${replaced.body.id}`);
    await call("DELETE", `/v2/orders/${replaced.body.id}`); // 422
    await call("GET", "/v2/positions");
    await call("GET", "/v2/positions/SPY");
    await call("GET", "/v2/positions/MSFT"); // 404
    await call("GET", "/v2/account");
    await call("GET", "/v2/account/configurations");
    await call("PATCH", "/v2/account/configurations", { max_options_trading_level: 2 });
    await call("PATCH", "/v2/account/configurations", { max_options_trading_level: 3 });
    await call("GET", "/v2/account/portfolio/history?period=1D&timeframe=5Min");
    await call("GET", "/v2/corporate_actions/announcements?ca_types=Dividend,Split&since=2026-02-01&until=2026-04-30&date_type=ex_date");
    await call("GET", "/v2/account/activities?page_size=50");
    await call("GET", "/v2/account/activities/FILL?direction=asc");
    await call("DELETE", "/v2/orders");
    await call("DELETE", "/v2/positions/SPY?percentage=100");
    await call("DELETE", "/v2/positions?cancel_orders=true");
    assert.deepEqual(exchanges.all.filter(one => one.status >= 500), []);
    assertDescribed(exchanges, alpacaDescriptions(), alpacaAllowed);
});

test("Alpaca: clock, calendar, assets and contracts", { skip }, async () => {
    const { exchanges, call } = callerOf(sandbox, HEADERS);
    const targets = ["/v2/clock", "/v2/calendar?start=2026-03-02T00:00:00Z&end=2026-04-06T00:00:00Z",
        "/v2/assets?status=active&asset_class=us_equity", "/v2/assets/SPY", "/v2/assets/NOSUCH", "/v3/clock?markets=NYSE", "/v3/calendar/NYSE?start=2026-03-02&end=2026-03-06",
        "/v2/options/contracts?underlying_symbols=SPY,AAPL&expiration_date_gte=2026-03-02&expiration_date_lte=2026-03-20&limit=500&show_deliverables=true",
        "/v2/options/contracts?underlying_symbols=SPY&type=put&style=american&strike_price_gte=600&strike_price_lte=700"];
    for (const target of targets)
        await call("GET", target);
    const { body } = await call("GET", targets.at(-1));
    const { body: list } = await call("POST", "/v2/watchlists", { name: "openapi", symbols: ["SPY", "AAPL"] });
    await call("GET", "/v2/watchlists");
    await call("GET", `/v2/watchlists/${list.id}`);
    await call("GET", "/v2/watchlists:by_name?name=openapi");
    await call("POST", `/v2/watchlists/${list.id}`, { symbol: "MSFT" });
    await call("PUT", `/v2/watchlists/${list.id}`, { name: "openapi", symbols: ["SPY"] });
    await call("DELETE", `/v2/watchlists/${list.id}/SPY`);
    await call("DELETE", `/v2/watchlists/${list.id}`);
    await call("GET", `/v2/options/contracts/${body.option_contracts[0].symbol}`);
    assertDescribed(exchanges, alpacaDescriptions(), alpacaAllowed);
});

test("Alpaca: market data", { skip }, async () => {
    const { exchanges, call } = callerOf(sandbox, HEADERS);
    const { body } = await call("GET", "/v1beta1/options/snapshots/SPY?feed=opra&limit=1000");
    const busy = Object.entries(body.snapshots).filter(([, row]) => row.latestTrade).slice(0, 5).map(([symbol]) => symbol).join(",");
    const targets = [`/v2/stocks/bars?symbols=SPY,AAPL&timeframe=1Min&${SESSION}&limit=50&feed=sip`,
        `/v2/stocks/bars?symbols=SPY&timeframe=1Day&${DAYS}&adjustment=all&sort=desc`, `/v2/stocks/SPY/bars?timeframe=1Hour&${SESSION}`,
        "/v2/stocks/bars/latest?symbols=SPY", "/v2/stocks/quotes/latest?symbols=SPY,AAPL", "/v2/stocks/trades/latest?symbols=SPY",
        "/v2/stocks/SPY/bars/latest", "/v2/stocks/SPY/quotes/latest", "/v2/stocks/SPY/trades/latest",
        "/v2/stocks/snapshots?symbols=SPY,AAPL", "/v2/stocks/SPY/snapshot",
        `/v1beta1/options/bars?symbols=${busy}&timeframe=5Min&${SESSION}`, `/v1beta1/options/snapshots?symbols=${busy}&feed=opra`,
        `/v2/stocks/trades?symbols=SPY&start=2026-03-02T15:00:00Z&end=2026-03-02T15:01:00Z&limit=50`, `/v2/stocks/SPY/quotes?start=2026-03-02T15:00:00Z&end=2026-03-02T15:01:00Z&limit=50`,
        `/v2/stocks/auctions?symbols=SPY&${DAYS}`, "/v2/stocks/meta/conditions/trade?tape=A", "/v2/stocks/meta/exchanges",
        `/v1beta1/options/trades?symbols=${busy}&${SESSION}&limit=20`, "/v1beta1/options/meta/exchanges", "/v1beta1/options/meta/conditions/trade",
        "/v1beta1/news?symbols=AAPL&limit=5", "/v1beta1/screener/stocks/most-actives?by=volume&top=5", "/v1beta1/screener/stocks/movers?top=5",
        "/v1/corporate-actions?types=cash_dividend,forward_split&start=2026-01-01&end=2026-06-30",
        `/v1beta1/options/quotes/latest?symbols=${busy}`, `/v1beta1/options/trades/latest?symbols=${busy}`];
    for (const target of targets)
        assert.equal((await call("GET", target)).status, 200, target);
    assertDescribed(exchanges, alpacaDescriptions(), alpacaAllowed);
});
