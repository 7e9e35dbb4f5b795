// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Alpaca's own client on the market data sockets: MessagePack, times to the nanosecond.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { alpacaClient } from "./lib/alpaca.mjs";
import { Events } from "./lib/events.mjs";
import { KEY, Sandbox } from "./lib/sandbox.mjs";

let sandbox;
let alpaca;
const open = [];

before(async () => {
    // A minute of the market every two seconds, so that minute bars come while we wait.
    sandbox = await Sandbox.start(["--speed", "30"]);
    alpaca = alpacaClient(sandbox);
});
after(async () => {
    open.forEach(stream => stream.disconnect());
    await sandbox?.stop();
});

async function connected(stream) {
    open.push(stream);
    const errors = new Events("errors");
    stream.on("error", message => errors.push(message));
    stream.connect();
    const result = await stream.waitForAuthenticationResult(15_000);
    return { result, errors };
}

function assertTimes(rows, what) {
    rows.forEach(row => assert.match(row.timestampRaw, /^2026-03-02T\d\d:\d\d:\d\d(\.\d{1,9})?Z$/, what));
    rows.slice(1).forEach((row, i) => assert.ok(row.timestamp >= rows[i].timestamp, `${what} come in order`));
}

test("stocks: quotes, trades and minute bars", async () => {
    const stream = alpaca.marketData.stockStream({ url: `${sandbox.webSocket}/v2/sip` });
    const [quotes, trades, bars, acks] = ["quotes", "trades", "bars", "acks"].map(name => new Events(name));
    stream.onQuote(row => quotes.push(row));
    stream.onTrade(row => trades.push(row));
    stream.onBar(row => bars.push(row));
    stream.on("subscription", lists => acks.push(lists));
    const { result, errors } = await connected(stream);
    assert.equal(result.authenticated, true);
    stream.subscribeForQuotes(["SPY"]);
    stream.subscribeForTrades(["SPY", "AAPL"]);
    stream.subscribeForBars(["*"]);
    const lists = await acks.first(row => row.bars.length > 0 && row.trades.length === 2 && row.quotes.length === 1, "full list");
    assert.deepEqual(lists.quotes, ["SPY"]);
    assert.deepEqual([...lists.trades].sort(), ["AAPL", "SPY"]);

    const someQuotes = await quotes.some(20);
    assertTimes(someQuotes, "quotes");
    for (const quote of someQuotes) {
        assert.equal(quote.symbol, "SPY");
        assert.ok(quote.bidPrice > 0 && quote.askPrice > quote.bidPrice, `${quote.bidPrice} / ${quote.askPrice}`);
        assert.ok(Number.isInteger(quote.bidSize) && quote.bidSize > 0 && Number.isInteger(quote.askSize) && quote.askSize > 0);
        assert.match(quote.tape, /^[ABC]$/);
    }
    const someTrades = await trades.some(20, row => row.symbol === "AAPL", "trades of AAPL");
    assertTimes(someTrades, "trades");
    for (const trade of someTrades) {
        assert.ok(trade.price > 0 && trade.size > 0 && Array.isArray(trade.conditions));
        assert.match(trade.idRaw, /^\d+$/);
    }
    assert.equal(new Set(someTrades.map(trade => trade.idRaw)).size, someTrades.length, "each trade has its own number");

    const bar = await bars.first(row => row.symbol === "SPY", "bar of SPY");
    assert.equal(bar.timestamp.getTime() % 60_000, 0);
    assert.ok(bar.low <= bar.open && bar.open <= bar.high && bar.low <= bar.close && bar.close <= bar.high && bar.volume > 0);
    await bars.first(row => row.symbol === "AAPL" && row.timestamp.getTime() === bar.timestamp.getTime(), "the same minute of AAPL");
    const end = new Date(bar.timestamp.getTime() + 59_000);
    const [history] = (await alpaca.marketData.stocks.stockBars({ symbols: "SPY", timeframe: "1Min", start: bar.timestamp, end })).bars.SPY;
    assert.deepEqual([bar.open, bar.high, bar.low, bar.close, bar.volume], [history.o, history.h, history.l, history.c, history.v], "the bar is the same in history");

    stream.unsubscribeFromQuotes(["SPY"]);
    const shorter = await acks.first(row => row.quotes.length === 0 && row.trades.length === 2, "list without quotes", acks.all.length);
    assert.deepEqual(shorter.bars, ["*"]);
    assert.deepEqual(errors.all, []);
    stream.disconnect();
});

test("options: quotes and trades", async () => {
    const chain = await alpaca.marketData.collectOptionChainBySymbol({ underlyingSymbol: "SPY", expirationDate: new Date("2026-03-02") });
    const busy = Object.entries(chain).filter(([, row]) => row.latestQuote?.bp > 0).sort((a, b) => (b[1].dailyBar?.v ?? 0) - (a[1].dailyBar?.v ?? 0)).slice(0, 6).map(([symbol]) => symbol);
    const stream = alpaca.marketData.optionStream({ url: `${sandbox.webSocket}/v1beta1/opra` });
    const quotes = new Events("option quotes");
    const trades = new Events("option trades");
    stream.onQuote(row => quotes.push(row));
    stream.onTrade(row => trades.push(row));
    const { result, errors } = await connected(stream);
    assert.equal(result.authenticated, true);
    stream.subscribeForQuotes(busy);
    stream.subscribeForTrades(busy);
    for (const quote of await quotes.some(20)) {
        assert.ok(busy.includes(quote.symbol));
        assert.ok(quote.askPrice > quote.bidPrice && quote.bidPrice >= 0);
        assert.match(quote.timestampRaw, /^2026-03-02T/);
    }
    for (const trade of await trades.some(3)) {
        assert.ok(busy.includes(trade.symbol));
        assert.ok(trade.price > 0 && Number.isInteger(trade.size) && trade.size > 0);
    }
    assert.deepEqual(errors.all, []);
    stream.disconnect();
});

test("news: a subscription of every symbol", async () => {
    const stream = alpaca.marketData.newsStream({ url: `${sandbox.webSocket}/v1beta1/news` });
    const acks = new Events("news acks");
    stream.on("subscription", lists => acks.push(lists));
    const { result, errors } = await connected(stream);
    assert.equal(result.authenticated, true);
    stream.subscribeForNews(["*"]);
    assert.deepEqual((await acks.first(lists => lists.news.length > 0, "ack")).news, ["*"]);
    assert.deepEqual(errors.all, []);
    stream.disconnect();
});

test("a wrong key is refused on the socket for good", async () => {
    const stranger = alpacaClient(sandbox, { keyId: `NOT-${KEY}` });
    const { result } = await connected(stranger.marketData.stockStream({ url: `${sandbox.webSocket}/v2/sip` }));
    assert.equal(result.authenticated, false);
    assert.equal(result.status, "server_rejected");
    assert.equal(result.code, 402);
});
