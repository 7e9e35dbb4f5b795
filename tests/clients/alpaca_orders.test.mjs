// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The life of option orders as Alpaca's own client sees it: over REST and on its trade_updates socket.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { alpacaClient } from "./lib/alpaca.mjs";
import { Events } from "./lib/events.mjs";
import { Sandbox } from "./lib/sandbox.mjs";

const EXPIRY = new Date("2026-03-06");

let sandbox;
let alpaca;
let orders;
let stream;
const updates = new Events("trade_updates");

before(async () => {
    // No order fills in parts, so that each is seen to fill at once.
    sandbox = await Sandbox.start(["--fills-in-parts", "0"]);
    alpaca = alpacaClient(sandbox);
    orders = alpaca.trading.orders;
    stream = alpaca.trading.stream({ url: `${sandbox.webSocket}/stream` });
    const listening = new Events("listening");
    stream.on("subscription", streams => listening.push(streams));
    stream.on("error", message => updates.push({ event: "stream error", message }));
    stream.onTradeUpdate(update => updates.push(update));
    stream.subscribeTradeUpdates();
    stream.connect();
    assert.deepEqual(await listening.first(), ["trade_updates"]);
});
after(async () => {
    stream?.disconnect();
    await sandbox?.stop();
});

/** The call nearest to the money with a quote on both sides. */
async function tradedCall() {
    const spot = await alpaca.marketData.getLatestPrice("SPY");
    const chain = await alpaca.marketData.collectOptionChainBySymbol({ underlyingSymbol: "SPY", expirationDate: EXPIRY, type: "call" });
    const rows = Object.entries(chain).filter(([, row]) => row.latestQuote?.bp > 0.1 && row.latestQuote.ap > row.latestQuote.bp);
    const distance = symbol => Math.abs(Number(symbol.slice(-8)) / 1000 - spot);
    const [symbol, row] = rows.sort((a, b) => distance(a[0]) - distance(b[0]))[0];
    return { symbol, quote: row.latestQuote };
}

const seen = (event, id) => updates.first(update => update.event === event && update.order.id === id, `${event} of ${id}`);

test("a limit order is submitted, replaced and cancelled", async () => {
    const { symbol, quote } = await tradedCall();
    const bid = (quote.bp / 2).toFixed(1);
    const order = await orders.limit({ symbol, qty: 2, side: "buy", limitPrice: bid, clientOrderId: "clients-1", positionIntent: "buy_to_open" });
    assert.equal(order.symbol, symbol);
    assert.equal(order.assetClass, "us_option");
    assert.equal(order.qty, "2");
    assert.equal(order.filledQty, "0");
    assert.ok(order.filledAvgPrice == null);
    assert.equal(Number(order.limitPrice), Number(bid));
    assert.equal(order.clientOrderId, "clients-1");
    assert.equal(order.positionIntent, "buy_to_open");
    assert.ok(order.submittedAt instanceof Date && order.filledAt == null);
    const announced = await seen("new", order.id);
    assert.equal(announced.order.clientOrderId, "clients-1");
    assert.ok(announced.executionId?.length > 0);
    assert.equal((await orders.getOrderByClientOrderId({ clientOrderId: "clients-1" })).id, order.id);
    assert.deepEqual((await orders.getAllOrders({ status: "open" })).map(row => row.id), [order.id]);

    const better = (quote.bp / 2 + 0.1).toFixed(1);
    const replaced = await orders.patchOrderByOrderId({ orderId: order.id, patchOrderRequest: { limitPrice: better, qty: "3" } });
    assert.notEqual(replaced.id, order.id);
    assert.equal(replaced.replaces, order.id);
    assert.equal(replaced.qty, "3");
    assert.equal((await seen("replaced", order.id)).order.replacedBy, replaced.id);
    assert.equal((await orders.getOrderByOrderID({ orderId: order.id })).status, "replaced");
    await seen("new", replaced.id);

    await orders.deleteOrderByOrderID({ orderId: replaced.id });
    const cancelled = await seen("canceled", replaced.id);
    assert.equal(cancelled.order.status, "canceled");
    assert.ok(cancelled.order.canceledAt instanceof Date);
    assert.deepEqual(await orders.getAllOrders({ status: "open" }), []);
    await assert.rejects(orders.deleteOrderByOrderID({ orderId: replaced.id }), error => error.status === 422);
});

test("a market order fills, shows as a position, and is sold again", async () => {
    const { symbol, quote } = await tradedCall();
    const before = await alpaca.trading.account.getAccount();
    const bought = await orders.market({ symbol, qty: 2, side: "buy", clientOrderId: "clients-2" });
    const fill = await seen("fill", bought.id);
    const paid = Number(fill.price);
    assert.equal(fill.qty, "2");
    assert.equal(fill.positionQty, "2");
    assert.equal(fill.order.status, "filled");
    assert.equal(fill.order.filledQty, "2");
    assert.equal(Number(fill.order.filledAvgPrice), paid);
    assert.ok(paid > quote.bp / 2 && paid < quote.ap * 2, `${paid} beside ${quote.bp} / ${quote.ap}`);

    const position = await alpaca.trading.positions.getOpenPosition({ symbolOrAssetId: symbol });
    assert.equal(position.qty, "2");
    assert.equal(position.side, "long");
    assert.equal(position.assetClass, "us_option");
    assert.equal(Number(position.avgEntryPrice), paid);
    assert.equal(Number(position.costBasis), Number((paid * 200).toFixed(2)));
    assert.deepEqual((await alpaca.trading.positions.getAllOpenPositions()).map(row => row.symbol), [symbol]);
    const holding = await alpaca.trading.account.getAccount();
    assert.equal(Number(holding.cash), Number((Number(before.cash) - paid * 200).toFixed(2)));

    const resting = await orders.limit({ symbol, qty: 2, side: "sell", limitPrice: (quote.ap * 3).toFixed(1) });
    await seen("new", resting.id);
    await assert.rejects(orders.limit({ symbol, qty: 1, side: "sell", limitPrice: (quote.ap * 3).toFixed(1) }),
        error => error.status === 403 && error.code === 40310000, "the contracts are held by the other order");
    await orders.deleteOrderByOrderID({ orderId: resting.id });
    await seen("canceled", resting.id);

    const sold = await alpaca.trading.positions.deleteOpenPosition({ symbolOrAssetId: symbol });
    assert.equal(sold.side, "sell");
    const end = await seen("fill", sold.id);
    assert.equal(end.positionQty, "0");
    await assert.rejects(alpaca.trading.positions.getOpenPosition({ symbolOrAssetId: symbol }), error => error.status === 404);
    const flat = await alpaca.trading.account.getAccount();
    assert.equal(Number(flat.cash), Number((Number(before.cash) + (Number(end.price) - paid) * 200).toFixed(2)));
    assert.equal(flat.equity, flat.cash);
});

test("submitAndWait, the client's own workflow, ends with the fill", async () => {
    const { symbol } = await tradedCall();
    const order = await alpaca.trading.submitAndWait({ symbol, qty: 1, side: "buy", type: "market", clientOrderId: "clients-3" }, { stream, timeoutMs: 15_000 });
    assert.equal(order.status, "filled");
    const closed = await alpaca.trading.closeAllPositions({ cancelOrders: true });
    assert.equal(closed.length, 1);
    assert.equal(closed[0].status, 200);
    assert.equal((await seen("fill", closed[0].body.id)).positionQty, "0");
});

test("a stop order rests and a duplicate id is refused", async () => {
    const { symbol } = await tradedCall();
    const bought = await orders.market({ symbol, qty: 1, side: "buy" });
    await seen("fill", bought.id);
    const stop = await orders.stop({ symbol, qty: 1, side: "sell", stopPrice: 0.1, clientOrderId: "clients-4" });
    assert.equal(stop.type, "stop");
    assert.equal(Number(stop.stopPrice), 0.1);
    await seen("new", stop.id);
    await assert.rejects(orders.limit({ symbol, qty: 1, side: "buy", limitPrice: 0.1, clientOrderId: "clients-4" }), error => error.status === 422 && /unique/.test(error.message));
    await orders.deleteAllOrders();
    await seen("canceled", stop.id);
    const sold = await orders.market({ symbol, qty: 1, side: "sell" });
    await seen("fill", sold.id);
});

test("a vertical spread is one order with two legs", async () => {
    const chain = await alpaca.marketData.collectOptionChainBySymbol({ underlyingSymbol: "SPY", expirationDate: EXPIRY, type: "call" });
    const liquid = Object.keys(chain).filter(symbol => chain[symbol].latestQuote?.bp > 0.5).sort();
    const [near, far] = [liquid.at(-3), liquid.at(-1)];
    const net = chain[near].latestQuote.ap - chain[far].latestQuote.bp + 1;
    const legs = [
        { symbol: near, side: "buy", ratioQty: "1", positionIntent: "buy_to_open" },
        { symbol: far, side: "sell", ratioQty: "1", positionIntent: "sell_to_open" }];
    const spread = await orders.submit({ orderClass: "mleg", type: "limit", qty: 1, limitPrice: net.toFixed(2), legs });
    assert.equal(spread.orderClass, "mleg");
    assert.equal(spread.symbol ?? "", "");
    assert.deepEqual(spread.legs.map(leg => leg.symbol), [near, far]);
    const fill = await seen("fill", spread.id);
    assert.ok(Number(fill.order.filledAvgPrice) <= net);
    const held = await alpaca.trading.positions.getAllOpenPositions();
    assert.deepEqual(Object.fromEntries(held.map(row => [row.symbol, row.qty])), { [near]: "1", [far]: "-1" });
    const nested = await orders.getAllOrders({ status: "closed", nested: true, limit: 1 });
    assert.equal(nested[0].id, spread.id);
    assert.deepEqual(nested[0].legs.map(leg => leg.status), ["filled", "filled"]);
});

test("the order list pages and the activities tell every fill", async () => {
    const all = await orders.getAllOrders({ status: "all", limit: 500, nested: true });
    const times = all.map(order => order.submittedAt.getTime());
    assert.deepEqual(times, [...times].sort((a, b) => b - a), "newest first");
    const page = await orders.getAllOrders({ status: "all", limit: 3, nested: true });
    assert.deepEqual(page.map(order => order.id), all.slice(0, 3).map(order => order.id));
    const older = await orders.getAllOrders({ status: "all", limit: 3, nested: true, until: page.at(-1).submittedAt });
    assert.ok(older.every(order => order.submittedAt < page.at(-1).submittedAt));

    const whole = await alpaca.trading.accountActivities.getAccountActivities({ activityTypes: ["FILL"], pageSize: 100 });
    const fills = await alpaca.trading.collectActivities({ activityTypes: ["FILL"], pageSize: 2 });
    const byType = await alpaca.trading.collectActivitiesByType({ activityType: "FILL", pageSize: 3 });
    assert.deepEqual(byType.map(fill => fill.id), fills.map(fill => fill.id));
    assert.deepEqual(fills.map(fill => fill.id), whole.map(fill => fill.id), "small pages tell what a big one tells");
    assert.equal(new Set(fills.map(fill => fill.id)).size, fills.length);
    const singles = updates.all.filter(update => update.event === "fill" && update.order.orderClass !== "mleg");
    for (const update of singles) {
        const fill = fills.find(row => row.orderId === update.order.id);
        assert.ok(fill, `the fill is an activity: ${update.order.id}`);
        assert.equal(Number(fill.price), Number(update.price));
        assert.equal(fill.symbol, update.order.symbol);
    }
    assert.deepEqual(updates.all.filter(update => update.event === "stream error"), []);
});
