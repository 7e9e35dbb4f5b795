// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What both of the data vendor's clients are asked to do against the sandbox.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Events } from "./events.mjs";
import { caller, POLYGON_KEY } from "./polygon.mjs";
import { Sandbox } from "./sandbox.mjs";

const CONTRACT = /^O:[A-Z]{1,5}\d{6}[CP]\d{8}$/;
const OPEN_MS = Date.parse("2026-03-02T14:30:00Z");
const NS_OF_MS = 1_000_000;
const MINUTE_MS = 60_000;

function assertBars(rows, what) {
    rows.forEach(row => {
        assert.ok(row.l > 0 && row.l <= Math.min(row.o, row.c) && row.h >= Math.max(row.o, row.c), `${what}: ${JSON.stringify(row)}`);
        assert.ok(row.v > 0 && row.n > 0 && row.vw >= row.l && row.vw <= row.h, `${what}: ${JSON.stringify(row)}`);
    });
    rows.slice(1).forEach((row, i) => assert.ok(row.t > rows[i].t, `${what} rise`));
}

function restTests(context, { restClient, takesObject }) {
    const client = options => caller(restClient(POLYGON_KEY, context.sandbox.http, options), takesObject);
    const wanted = { stocksTicker: "SPY", multiplier: 1, timespan: "minute", from: String(OPEN_MS - 30 * MINUTE_MS), to: String(OPEN_MS + 59 * MINUTE_MS) };

    test("aggregates, whole and over next_url", async () => {
        const whole = await client()("getStocksAggregates", { ...wanted, limit: 50_000 });
        assert.equal(whole.status, "OK");
        assert.equal(whole.ticker, "SPY");
        assert.equal(whole.adjusted, true);
        assert.equal(whole.next_url, undefined);
        assert.equal(whole.resultsCount, whole.results.length);
        assertBars(whole.results, "minutes");
        const session = whole.results.filter(row => row.t >= OPEN_MS);
        assert.equal(session.length, 60, "an hour of minutes since the open");
        assert.ok(whole.results.every(row => row.t % MINUTE_MS === 0));

        const paged = client({ pagination: true });
        const joined = await paged("getStocksAggregates", { ...wanted, limit: 40 });
        // The client puts a later page before an earlier one.
        assert.deepEqual([...joined.results].sort((a, b) => a.t - b.t), whole.results);
        const first = await client()("getStocksAggregates", { ...wanted, limit: 40 });
        assert.ok(first.results.length <= 40 && first.next_url.startsWith(`${context.sandbox.http}/v2/aggs/`), first.next_url);
        assert.ok(!first.next_url.includes(POLYGON_KEY));

        const newest = await client()("getStocksAggregates", { ...wanted, sort: "desc", limit: 3 });
        assert.deepEqual(newest.results.map(row => row.t), whole.results.slice(-newest.results.length).reverse().map(row => row.t));
    });

    test("larger windows agree with minutes; the day before closes where it says", async () => {
        const minutes = (await client()("getStocksAggregates", { ...wanted, limit: 50_000 })).results;
        const fives = (await client()("getStocksAggregates", { ...wanted, multiplier: 5, limit: 50_000 })).results;
        const five = fives.find(row => row.t === OPEN_MS);
        const inside = minutes.filter(row => row.t >= OPEN_MS && row.t < OPEN_MS + 300_000);
        assert.equal(five.o, inside[0].o);
        assert.equal(five.c, inside.at(-1).c);
        assert.equal(five.h, Math.max(...inside.map(row => row.h)));
        assert.equal(five.v, inside.reduce((sum, row) => sum + row.v, 0));
        const days = await client()("getStocksAggregates", { ...wanted, timespan: "day", from: "2026-02-02", to: "2026-02-27" });
        assert.equal(days.results.length, 19, "February without Presidents' Day");
        assertBars(days.results, "days");
        const previous = await client()("getPreviousStocksAggregates", { stocksTicker: "SPY" });
        assert.equal(previous.results.length, 1);
        assert.equal(previous.results[0].c, days.results.at(-1).c);
        const day = await client()("getStocksOpenClose", { stocksTicker: "SPY", date: "2026-02-27" });
        assert.equal(day.close, days.results.at(-1).c);
        assert.equal(day.symbol, "SPY");
        const all = await client()("getGroupedStocksAggregates", { date: "2026-02-27" });
        assert.ok(all.results.some(row => row.T === "SPY" && row.c === day.close));
    });

    test("last trade and quote, and history of ticks", async () => {
        const trade = (await client()("getLastStocksTrade", { stocksTicker: "SPY" })).results;
        assert.equal(trade.T, "SPY");
        assert.ok(trade.p > 0 && trade.s > 0 && Math.abs(trade.t / NS_OF_MS - context.now) < 120_000);
        const quote = (await client()("getLastStocksQuote", { stocksTicker: "SPY" })).results;
        assert.ok(quote.p > 0 && quote.P > quote.p && quote.s > 0 && quote.S > 0, JSON.stringify(quote));
        assert.ok(Math.abs(quote.P / trade.p - 1) < 0.01);
        const trades = await client()("getStocksTrades", { stockTicker: "SPY", timestampLte: "2026-03-02T15:00:00Z", order: "desc", limit: 20, sort: "timestamp" });
        assert.equal(trades.results.length, 20);
        trades.results.slice(1).forEach((row, i) => assert.ok(row.sip_timestamp <= trades.results[i].sip_timestamp));
        assert.ok(typeof trades.next_url === "string");
        const quotes = await client()("getStocksQuotes", { stockTicker: "SPY", timestampGte: "2026-03-02T15:00:00Z", order: "asc", limit: 20 });
        quotes.results.forEach(row => assert.ok(row.ask_price > row.bid_price && row.bid_size > 0));
    });

    test("snapshots of stocks", async () => {
        const { ticker } = await client()("getStocksSnapshotTicker", { stocksTicker: "SPY" });
        assert.equal(ticker.ticker, "SPY");
        assert.ok(ticker.lastQuote.P > ticker.lastQuote.p && ticker.day.v > 0 && ticker.prevDay.c > 0 && ticker.min.av > 0);
        // The change is of the last trade against the close before.
        assert.ok(Math.abs(ticker.todaysChange - (ticker.lastTrade.p - ticker.prevDay.c)) < 0.011, JSON.stringify(ticker));
        const two = await client()("getStocksSnapshotTickers", { tickers: ["SPY", "AAPL"] });
        assert.deepEqual(two.tickers.map(row => row.ticker).sort(), ["AAPL", "SPY"]);
        const mixed = await client()("getSnapshots", { tickerAnyOf: "SPY,NOSUCH" });
        assert.equal(mixed.results.find(row => row.ticker === "SPY").type, "stocks");
        assert.equal(mixed.results.find(row => row.ticker === "NOSUCH").error, "NOT_FOUND");
    });

    test("the chain, one contract, and the list of contracts", async () => {
        const query = { underlyingAsset: "SPY", expirationDate: "2026-03-06", limit: 25 };
        const first = await client()("getOptionsChain", query);
        assert.equal(first.results.length, 25);
        const chain = (await client({ pagination: true })("getOptionsChain", query)).results;
        const names = chain.map(row => row.details.ticker);
        assert.equal(new Set(names).size, names.length);
        assert.ok(names.length > 40);
        for (const row of chain) {
            assert.match(row.details.ticker, CONTRACT);
            assert.equal(row.details.expiration_date, "2026-03-06");
            assert.equal(Number(row.details.ticker.slice(-8)) / 1000, row.details.strike_price);
            assert.ok(row.underlying_asset.price > 0);
            if (row.greeks?.delta !== undefined)
                assert.ok(row.details.contract_type === "call" ? row.greeks.delta >= 0 : row.greeks.delta <= 0, row.details.ticker);
        }
        const solved = chain.filter(row => row.implied_volatility > 0.01 && row.implied_volatility < 5);
        assert.ok(solved.length > chain.length / 2, `${solved.length} of ${chain.length} with a volatility`);
        const busy = [...chain].sort((a, b) => (b.day?.volume ?? 0) - (a.day?.volume ?? 0))[0];
        const optionsTicker = busy.details.ticker;
        const one = await client()("getOptionContract", { underlyingAsset: "SPY", optionContract: optionsTicker });
        assert.equal(one.results.details.ticker, optionsTicker);
        const named = await client()("getOptionsContract", { optionsTicker });
        assert.equal(named.results.strike_price, busy.details.strike_price);
        assert.equal(named.results.shares_per_contract, 100);
        const listed = await client({ pagination: true })("listOptionsContracts", { underlyingTicker: "SPY", expirationDate: "2026-03-06", limit: 30 });
        assert.deepEqual(listed.results.map(row => row.ticker).sort(), [...names].sort());

        const bars = await client()("getOptionsAggregates", { optionsTicker, multiplier: 1, timespan: "minute", from: "2026-03-02", to: "2026-03-02" });
        assertBars(bars.results, optionsTicker);
        assert.ok(bars.results.length > 5);
        const previous = await client()("getPreviousOptionsAggregates", { optionsTicker });
        assert.ok(previous.results[0].c > 0);
        const trade = (await client()("getLastOptionsTrade", { optionsTicker })).results;
        assert.equal(trade.T, optionsTicker);
        // The market goes on between two requests: the same trade, or a later one.
        assert.ok(trade.t >= busy.last_trade.sip_timestamp && trade.p > 0);
        if (trade.t === busy.last_trade.sip_timestamp)
            assert.equal(trade.p, busy.last_trade.price);
        const quotes = await client()("getOptionsQuotes", { optionsTicker, order: "desc", limit: 5 });
        quotes.results.forEach(row => assert.ok(row.ask_price > row.bid_price));
    });

    test("tickers, dividends, splits, status, news and short interest", async () => {
        const listed = await client({ pagination: true })("listTickers", { market: "stocks", active: true, limit: 5 });
        const symbols = (await context.sandbox.status()).symbols;
        assert.deepEqual(listed.results.map(row => row.ticker).filter(name => symbols.includes(name)).sort(), [...symbols].sort());
        const { results: apple } = await client()("getTicker", { ticker: "AAPL" });
        assert.equal(apple.ticker, "AAPL");
        assert.equal(apple.market, "stocks");
        const { results: dividends } = await client()("listDividends", { ticker: "AAPL" });
        dividends.forEach(row => assert.ok(row.cash_amount > 0 && row.ex_dividend_date <= row.pay_date));
        const splits = await client()("listStockSplits");
        (splits.results ?? []).forEach(row => assert.ok(row.split_to > 0 && row.split_from > 0));
        const status = await client()("getMarketStatus");
        assert.equal(status.market, "open");
        assert.ok(Math.abs(Date.parse(status.serverTime) - context.now) < 60_000);
        const holidays = await client()("getMarketHolidays");
        // The client turns a bare array into nothing but itself.
        assert.ok(Object.values(holidays).some(row => row.status === "closed" && row.date === "2026-04-03"), "Good Friday");
        const { results: news } = await client()("listNews", { limit: 5 });
        news.slice(1).forEach((row, i) => assert.ok(row.published_utc <= news[i].published_utc));
        news.forEach(row => assert.ok(row.title.length > 0 && Array.isArray(row.tickers) && Date.parse(row.published_utc) <= context.now + 60_000));
        const { results: shorts } = await client()("getStocksV1ShortInterest", { ticker: "AAPL", limit: 5 });
        shorts.forEach(row => assert.ok(row.ticker === "AAPL" && row.short_interest > 0 && row.days_to_cover > 0));
        const { results: volumes } = await client()("getStocksV1ShortVolume", { ticker: "AAPL", limit: 5 });
        volumes.forEach(row => assert.ok(row.short_volume <= row.total_volume && row.short_volume_ratio <= 100));
    });

    test("a wrong key is refused, an unknown ticker is not found", async () => {
        const stranger = caller(restClient("WRONG", context.sandbox.http), takesObject);
        await assert.rejects(stranger("getLastStocksTrade", { stocksTicker: "SPY" }), error => error.response.status === 401 && error.response.data.status === "ERROR");
        await assert.rejects(client()("getLastStocksTrade", { stocksTicker: "NOSUCH" }), error => error.response.status === 404);
    });
}

/** An open socket of the client with everything it said. */
async function listen(socket, name) {
    const events = new Events(name);
    socket.onmessage = ({ data }) => JSON.parse(data).forEach(event => events.push(event));
    await events.first(event => event.ev === "status" && event.status === "auth_success", "auth_success");
    return events;
}

function socketTests(context, { websocketClient, restClient, takesObject }) {
    const sockets = () => websocketClient(POLYGON_KEY, context.sandbox.webSocket);

    test("the stocks socket: trades, quotes and minutes", async () => {
        // A minute of the market every two seconds, so that minutes come while we wait.
        await context.sandbox.clock({ speed: 30 });
        const socket = sockets().stocks();
        const events = await listen(socket, "stocks");
        assert.equal(events.all[0].status, "connected");
        socket.send(JSON.stringify({ action: "subscribe", params: "T.SPY,Q.SPY,AM.*,A.AAPL" }));
        for (const item of ["T.SPY", "Q.SPY", "AM.*", "A.AAPL"])
            await events.first(event => event.ev === "status" && event.message === `subscribed to: ${item}`, item);
        for (const trade of await events.some(20, event => event.ev === "T")) {
            assert.equal(trade.sym, "SPY");
            assert.ok(trade.p > 0 && trade.s > 0 && Number.isInteger(trade.t) && trade.t > OPEN_MS && typeof trade.i === "string");
        }
        for (const quote of await events.some(20, event => event.ev === "Q"))
            assert.ok(quote.sym === "SPY" && quote.ap > quote.bp && quote.bs > 0);
        const bar = await events.first(event => event.ev === "AM" && event.sym === "SPY", "AM.SPY");
        assert.equal(bar.e - bar.s, 60_000);
        assert.ok(bar.l <= bar.o && bar.o <= bar.h && bar.l <= bar.c && bar.c <= bar.h && bar.v > 0 && bar.av >= bar.v && bar.op > 0);
        const second = await events.first(event => event.ev === "A", "A.AAPL");
        assert.equal(second.e - second.s, 1_000);
        const call = caller(restClient(POLYGON_KEY, context.sandbox.http), takesObject);
        const { results } = await call("getStocksAggregates", { stocksTicker: "SPY", multiplier: 1, timespan: "minute", from: String(bar.s), to: String(bar.s), limit: 10 });
        const same = results.find(row => row.t === bar.s);
        assert.deepEqual([bar.o, bar.h, bar.l, bar.c, bar.v], [same.o, same.h, same.l, same.c, same.v], "the minute is the same in history");
        socket.close();
    });

    test("the options socket: trades and quotes of contracts", async () => {
        const call = caller(restClient(POLYGON_KEY, context.sandbox.http), takesObject);
        const { results } = await call("getOptionsChain", { underlyingAsset: "SPY", expirationDate: "2026-03-02", limit: 250 });
        const busy = results.sort((a, b) => (b.day?.volume ?? 0) - (a.day?.volume ?? 0)).slice(0, 6).map(row => row.details.ticker);
        const socket = sockets().options();
        const events = await listen(socket, "options");
        socket.send(JSON.stringify({ action: "subscribe", params: busy.flatMap(name => [`T.${name}`, `Q.${name}`]).join(",") }));
        for (const quote of await events.some(10, event => event.ev === "Q"))
            assert.ok(busy.includes(quote.sym) && quote.ap > quote.bp && quote.bp >= 0);
        for (const trade of await events.some(2, event => event.ev === "T"))
            assert.ok(busy.includes(trade.sym) && trade.p > 0 && trade.s > 0);
        socket.send(JSON.stringify({ action: "subscribe", params: "Q.*" }));
        await events.first(event => event.ev === "status" && event.status === "error", "refusal of all quotes");
        socket.close();
    });

    test("a second connection closes the first, and a wrong key gets none", async () => {
        const older = sockets().stocks();
        const events = await listen(older, "older");
        const newer = sockets().stocks();
        await listen(newer, "newer");
        await events.first(event => event.status === "max_connections", "max_connections");
        newer.close();
        const stranger = websocketClient("WRONG", context.sandbox.webSocket).stocks();
        const refused = new Events("stranger");
        stranger.onmessage = ({ data }) => JSON.parse(data).forEach(event => refused.push(event));
        await refused.first(event => event.status === "auth_failed", "auth_failed");
        stranger.close();
    });
}

/** Registers the tests of one client: {restClient, websocketClient, takesObject}. */
export function polygonSuite(vendor) {
    const context = {};
    before(async () => {
        context.sandbox = await Sandbox.start();
        context.now = Date.parse((await context.sandbox.status()).market_time);
    });
    after(() => context.sandbox?.stop());
    restTests(context, vendor);
    socketTests(context, vendor);
}
