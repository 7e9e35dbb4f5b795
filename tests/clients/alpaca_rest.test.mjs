// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Alpaca's own client reads account, reference and market data from the sandbox over REST.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { alpacaClient } from "./lib/alpaca.mjs";
import { Sandbox, START } from "./lib/sandbox.mjs";

const DAY_MS = 86_400_000;
const CONTRACT = /^[A-Z]{1,5}\d{6}[CP]\d{8}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let sandbox;
let alpaca;
let now;

before(async () => {
    sandbox = await Sandbox.start();
    alpaca = alpacaClient(sandbox);
    now = new Date((await sandbox.status()).market_time);
});
after(() => sandbox?.stop());

/** The client leaves times inside maps of rows as text. */
const asTime = value => new Date(value);

function near(value, seconds, what) {
    const time = asTime(value);
    assert.ok(!Number.isNaN(time.getTime()), `${what} is a time: ${value}`);
    assert.ok(Math.abs(time - now) < seconds * 1000, `${what} ${time.toISOString()} is near ${now.toISOString()}`);
}

function assertBar(bar, what) {
    assert.ok(bar.l > 0 && bar.l <= Math.min(bar.o, bar.c) && bar.h >= Math.max(bar.o, bar.c), `${what}: ${JSON.stringify(bar)}`);
    assert.ok(Number.isInteger(bar.v) && bar.v > 0 && Number.isInteger(bar.n) && bar.n > 0, `${what}: volume and trades`);
    assert.ok(bar.vw >= bar.l && bar.vw <= bar.h, `${what}: the average price lies in the bar`);
}

function assertQuote(quote, what) {
    assert.ok(quote.bp >= 0 && quote.ap > quote.bp, `${what}: ${quote.bp} / ${quote.ap}`);
    assert.ok(Number.isInteger(quote.bs) && Number.isInteger(quote.as) && quote.as > 0, `${what}: sizes`);
    assert.match(quote.ax, /^[A-Z]$/);
}

function assertRises(values, what) {
    const times = values.map(asTime);
    times.slice(1).forEach((time, i) => assert.ok(time > times[i], `${what}: ${times[i].toISOString()} then ${time.toISOString()}`));
}

test("account and its settings", async () => {
    const account = await alpaca.trading.account.getAccount();
    assert.match(account.id, UUID);
    assert.equal(account.status, "ACTIVE");
    assert.equal(account.currency, "USD");
    assert.equal(account.cash, "100000");
    assert.equal(account.equity, account.cash);
    assert.equal(Number(account.buyingPower), Number(account.multiplier) * Number(account.equity));
    assert.equal(account.optionsTradingLevel, 3);
    assert.ok(Number(account.optionsBuyingPower) > 0);
    assert.equal(account.tradingBlocked, false);
    assert.ok(account.createdAt <= now);
    const settings = await alpaca.trading.accountConfigurations.getAccountConfig();
    assert.equal(settings.maxOptionsTradingLevel, 3);
    assert.equal(settings.suspendTrade, false);
    const check = await alpaca.trading.validateConnection();
    assert.ok(check.ok);
});

test("a wrong key is refused with the broker's words", async () => {
    const stranger = alpacaClient(sandbox, { keyId: "WRONG" });
    const check = await stranger.trading.validateConnection();
    assert.equal(check.ok, false);
    assert.equal(check.status, 401);
    await assert.rejects(stranger.trading.account.getAccount(), error => error.status === 401 && error.message.length > 0);
});

test("clock and calendar", async () => {
    const clock = await alpaca.trading.clock.legacyClock();
    near(clock.timestamp, 30, "the clock");
    assert.equal(clock.isOpen, true);
    assert.equal(clock.nextClose.toISOString(), "2026-03-02T21:00:00.000Z");
    assert.equal(clock.nextOpen.toISOString(), "2026-03-03T14:30:00.000Z");
    const days = await alpaca.trading.calendar.legacyCalendar({ start: new Date("2026-03-02"), end: new Date("2026-04-06") });
    assert.equal(days.length, 25, "five weeks and a Monday, without Good Friday");
    assertRises(days.map(day => day.date), "calendar");
    for (const day of days) {
        assert.match(day.open, /^09:30$/);
        assert.match(day.close, /^16:00$/);
        assert.ok(day.settlementDate > day.date);
    }
});

test("assets", async () => {
    const assets = await alpaca.trading.assets.getV2Assets({ status: "active", assetClass: "us_equity" });
    // The market has indices too, which the broker does not trade.
    const { symbols } = await sandbox.status();
    assert.ok(assets.length > 0 && assets.every(asset => symbols.includes(asset.symbol) && asset._class === "us_equity" && asset.status === "active"));
    const spy = await alpaca.trading.assets.getV2AssetsSymbolOrAssetId({ symbolOrAssetId: "SPY" });
    assert.equal(spy.symbol, "SPY");
    assert.equal(spy._class, "us_equity");
    assert.equal(spy.tradable, true);
    assert.ok(spy.attributes.includes("has_options"));
    const same = await alpaca.trading.assets.getV2AssetsSymbolOrAssetId({ symbolOrAssetId: spy.id });
    assert.deepEqual(same, spy);
    await assert.rejects(alpaca.trading.assets.getV2AssetsSymbolOrAssetId({ symbolOrAssetId: "NOSUCH" }), error => error.status === 404);
});

test("bars of two stocks over several pages equal one big page", async () => {
    const wanted = { symbols: "SPY,AAPL", timeframe: "1Min", start: new Date("2026-03-02T14:30:00Z"), end: new Date("2026-03-02T15:29:00Z") };
    const whole = await alpaca.marketData.stocks.stockBars({ ...wanted, limit: 10_000 });
    assert.deepEqual(Object.keys(whole.bars).sort(), ["AAPL", "SPY"]);
    assert.equal(whole.nextPageToken, null);
    for (const [symbol, bars] of Object.entries(whole.bars)) {
        assert.ok(bars.length > 50 && bars.length <= 60, `${symbol}: ${bars.length} minutes of an hour`);
        bars.forEach(bar => assertBar(bar, symbol));
        assertRises(bars.map(bar => bar.t), symbol);
        assert.ok(bars.every(bar => asTime(bar.t) % 60_000 === 0));
    }
    const first = await alpaca.marketData.stocks.stockBars({ ...wanted, limit: 25 });
    assert.deepEqual(Object.keys(first.bars), ["AAPL"], "pages go by symbol, then time");
    assert.equal(first.bars.AAPL.length, 25);
    assert.equal(typeof first.nextPageToken, "string");
    const paged = await alpaca.marketData.collectStockBarsBySymbol({ ...wanted, symbols: ["SPY", "AAPL"], limit: 25 });
    assert.deepEqual(paged, whole.bars);
    const newest = await alpaca.marketData.stocks.stockBars({ ...wanted, symbols: "SPY", sort: "desc", limit: 3 });
    assert.deepEqual(newest.bars.SPY, whole.bars.SPY.slice(-3).reverse());
});

test("five-minute and daily bars agree with the minutes", async () => {
    const range = { symbols: "SPY", start: new Date("2026-03-02T14:30:00Z"), end: new Date("2026-03-02T14:34:59Z") };
    const minutes = (await alpaca.marketData.stocks.stockBars({ ...range, timeframe: "1Min" })).bars.SPY;
    const [five] = (await alpaca.marketData.stocks.stockBars({ ...range, timeframe: "5Min" })).bars.SPY;
    assert.equal(five.o, minutes[0].o);
    assert.equal(five.c, minutes.at(-1).c);
    assert.equal(five.h, Math.max(...minutes.map(bar => bar.h)));
    assert.equal(five.v, minutes.reduce((sum, bar) => sum + bar.v, 0));
    const days = (await alpaca.marketData.stocks.stockBars({ symbols: "SPY", timeframe: "1Day", start: new Date("2026-02-02"), end: new Date("2026-02-28") })).bars.SPY;
    assert.equal(days.length, 19, "February without Presidents' Day");
    days.forEach(bar => assertBar(bar, "a day"));
    assert.ok(days.every(bar => asTime(bar.t).toISOString().endsWith("T05:00:00.000Z")), "days begin at midnight in New York");
    const single = await alpaca.marketData.stocks.stockBarSingle({ symbol: "SPY", timeframe: "1Min", start: range.start, end: range.end });
    assert.equal(single.symbol, "SPY");
    assert.deepEqual(single.bars.map(bar => ({ ...bar, t: asTime(bar.t) })), minutes.map(bar => ({ ...bar, t: asTime(bar.t) })));
});

test("latest quote, trade and bar, and snapshots", async () => {
    const quotes = (await alpaca.marketData.stocks.stockLatestQuotes({ symbols: "SPY,AAPL,NOSUCH" })).quotes;
    assert.deepEqual(Object.keys(quotes).sort(), ["AAPL", "SPY"]);
    for (const [symbol, quote] of Object.entries(quotes)) {
        assertQuote(quote, symbol);
        near(quote.t, 120, `${symbol}'s quote`);
    }
    const { trade } = await alpaca.marketData.stocks.stockLatestTradeSingle({ symbol: "SPY" });
    assert.ok(trade.p > 0 && trade.s > 0 && Array.isArray(trade.c));
    near(trade.t, 120, "the trade");
    assert.equal(await alpaca.marketData.getLatestPrice("SPY") > 0, true);
    const { bar } = await alpaca.marketData.stocks.stockLatestBarSingle({ symbol: "SPY" });
    assertBar(bar, "latest minute");
    const snapshots = await alpaca.marketData.stocks.stockSnapshots({ symbols: "SPY,AAPL" });
    for (const [symbol, snapshot] of Object.entries(snapshots)) {
        assertQuote(snapshot.latestQuote, symbol);
        for (const part of ["minuteBar", "dailyBar", "prevDailyBar"])
            assertBar(snapshot[part], `${symbol} ${part}`);
        assert.equal(asTime(snapshot.dailyBar.t).toISOString(), "2026-03-02T05:00:00.000Z");
        assert.equal(asTime(snapshot.prevDailyBar.t).toISOString(), "2026-02-27T05:00:00.000Z");
        assert.ok(Math.abs(snapshot.latestTrade.p / snapshot.prevDailyBar.c - 1) < 0.2);
    }
});

test("option contracts over several pages", async () => {
    const wanted = { underlyingSymbols: "SPY", expirationDateGte: new Date("2026-03-02"), expirationDateLte: new Date("2026-03-06"), type: "call" };
    const first = await alpaca.trading.assets.getOptionsContracts({ ...wanted, limit: 20 });
    assert.equal(first.optionContracts.length, 20);
    assert.equal(typeof first.nextPageToken, "string");
    const all = await alpaca.trading.collectOptionsContracts({ ...wanted, limit: 20 });
    const symbols = all.map(contract => contract.symbol);
    assert.equal(new Set(symbols).size, symbols.length);
    assert.deepEqual(symbols, [...symbols].sort());
    const expiries = new Set();
    for (const contract of all) {
        assert.match(contract.symbol, CONTRACT);
        assert.equal(contract.underlyingSymbol, "SPY");
        assert.equal(contract.type, "call");
        assert.equal(contract.multiplier, "100");
        const day = contract.expirationDate.toISOString().slice(0, 10);
        expiries.add(day);
        assert.equal(contract.symbol.slice(3, 9), day.slice(2).replaceAll("-", ""));
        assert.equal(Number(contract.symbol.slice(-8)) / 1000, Number(contract.strikePrice));
    }
    assert.ok(expiries.has("2026-03-02") && expiries.has("2026-03-06"), `same-day and Friday: ${[...expiries]}`);
    const one = await alpaca.trading.assets.getOptionContractSymbolOrId({ symbolOrId: symbols[0] });
    assert.deepEqual(one, all[0]);
    assert.deepEqual(await alpaca.trading.assets.getOptionContractSymbolOrId({ symbolOrId: one.id }), one);
});

test("the chain by pages, with greeks and quotes", async () => {
    const wanted = { underlyingSymbol: "SPY", expirationDate: new Date("2026-03-06"), limit: 20 };
    const first = await alpaca.marketData.options.optionChain(wanted);
    assert.equal(Object.keys(first.snapshots).length, 20);
    const chain = await alpaca.marketData.collectOptionChainBySymbol(wanted);
    const symbols = Object.keys(chain);
    assert.ok(symbols.length > 40, `${symbols.length} contracts`);
    assert.ok(symbols.every(symbol => CONTRACT.test(symbol) && symbol.slice(3, 9) === "260306"));
    const spot = await alpaca.marketData.getLatestPrice("SPY");
    const solved = Object.entries(chain).filter(([, row]) => row.greeks);
    assert.ok(solved.length > symbols.length / 2);
    for (const [symbol, row] of solved) {
        const call = symbol[9] === "C";
        assert.ok(call ? row.greeks.delta >= 0 && row.greeks.delta <= 1 : row.greeks.delta <= 0 && row.greeks.delta >= -1, symbol);
        assert.ok(row.greeks.gamma >= 0 && row.greeks.vega >= 0, symbol);
        assert.ok(row.impliedVolatility > 0.01 && row.impliedVolatility < 5, `${symbol} ${row.impliedVolatility}`);
        assert.ok(row.latestQuote.ap > row.latestQuote.bp, symbol);
        assert.equal(typeof row.latestQuote.c, "string");
    }
    const strikes = solved.filter(([symbol]) => symbol[9] === "C").map(([symbol, row]) => [Number(symbol.slice(-8)) / 1000, row.greeks.delta]);
    const near = strikes.sort((a, b) => Math.abs(a[0] - spot) - Math.abs(b[0] - spot))[0];
    assert.ok(near[1] > 0.3 && near[1] < 0.7, `the call at the money has a delta of ${near[1]}`);
    const picked = symbols.slice(20, 23);
    const some = await alpaca.marketData.options.optionSnapshots({ symbols: picked.join(",") });
    assert.deepEqual(Object.keys(some.snapshots).sort(), [...picked].sort());
    const quotes = await alpaca.marketData.options.optionLatestQuotes({ symbols: picked.join(",") });
    assert.ok(Object.keys(quotes.quotes).length > 0);
});

test("bars of a contract", async () => {
    const chain = await alpaca.marketData.collectOptionChainBySymbol({ underlyingSymbol: "SPY", expirationDate: new Date("2026-03-06") });
    const [symbol] = Object.entries(chain).sort((a, b) => (b[1].dailyBar?.v ?? 0) - (a[1].dailyBar?.v ?? 0))[0];
    const bars = await alpaca.marketData.getOptionBars({ symbols: [symbol], timeframe: "1Min", start: new Date("2026-03-02T14:30:00Z"), end: new Date(START) });
    assert.ok(bars[symbol].length > 10, `${symbol} traded in ${bars[symbol].length} minutes`);
    assertRises(bars[symbol].map(bar => bar.timestamp), symbol);
    for (const bar of bars[symbol])
        assert.ok(bar.low > 0 && bar.low <= bar.high && bar.volume > 0 && bar.timestamp.getTime() >= Date.parse("2026-03-02T14:30:00Z"));
    assert.ok(bars[symbol].at(-1).timestamp.getTime() < now.getTime() + DAY_MS);
});

test("history of trades and quotes, auctions, news and corporate actions", async () => {
    const range = { symbols: ["SPY"], start: new Date("2026-03-02T15:00:00Z"), end: new Date("2026-03-02T15:00:30Z") };
    const trades = (await alpaca.marketData.getStockTrades(range)).SPY;
    assert.ok(trades.length > 5, `${trades.length} trades in half a minute`);
    assert.ok(trades.every((trade, i) => trade.price > 0 && trade.size > 0 && trade.timestamp >= range.start && trade.timestamp <= range.end && (i === 0 || trade.timestamp >= trades[i - 1].timestamp)));
    const paged = await alpaca.marketData.getStockTrades({ ...range, limit: 4 });
    assert.deepEqual(paged.SPY.map(trade => trade.idRaw), trades.map(trade => trade.idRaw));
    const quotes = (await alpaca.marketData.getStockQuotes({ ...range, end: new Date("2026-03-02T15:00:05Z") })).SPY;
    assert.ok(quotes.length > 0 && quotes.every(quote => quote.askPrice > quote.bidPrice));
    const news = await alpaca.marketData.collectNews({ symbols: ["AAPL"], start: new Date("2026-02-20"), end: now, limit: 10 });
    assert.ok(news.every(article => article.headline.length > 0 && article.symbols.includes("AAPL") && asTime(article.updatedAt) <= now));
    const { corporateActions } = await alpaca.marketData.corporateActions.corporateActions({ start: new Date("2026-01-01"), end: new Date("2026-06-30"), limit: 100 });
    assert.ok(Object.values(corporateActions).every(rows => rows === undefined || Array.isArray(rows)));
});

test("portfolio history and watchlists", async () => {
    const history = await alpaca.trading.portfolioHistory.getAccountPortfolioHistory({ period: "1D", timeframe: "5Min" });
    assert.equal(history.timestamp.length, history.equity.length);
    assert.equal(history.timestamp.length, history.profitLoss.length);
    assert.ok(history.timestamp.every((second, i) => i === 0 || second > history.timestamp[i - 1]));
    assert.equal(history.timeframe, "5Min");
    const lists = alpaca.trading.watchlists;
    const made = await lists.postWatchlist({ createWatchlistRequest: { name: "clients", symbols: ["SPY", "AAPL"] } });
    assert.deepEqual(made.assets.map(asset => asset.symbol), ["SPY", "AAPL"]);
    assert.deepEqual((await lists.getWatchlists()).map(list => list.name), ["clients"]);
    assert.equal((await lists.getWatchlistByName({ name: "clients" })).id, made.id);
    await lists.deleteWatchlistById({ watchlistId: made.id });
    assert.deepEqual(await lists.getWatchlists(), []);
});
