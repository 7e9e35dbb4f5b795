// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The data vendor's two clients behind one way to call: by the names of the parameters. The newer one takes them as an
// object, the older one in this order.

export const POLYGON_KEY = "sandbox-polygon-key";

const range = ticker => [ticker, "multiplier", "timespan", "from", "to", "adjusted", "sort", "limit"];
const compared = name => ["Gte", "Gt", "Lte", "Lt"].map(end => name + end);
const anyOf = name => [name, `${name}AnyOf`, `${name}Gt`, `${name}Gte`, `${name}Lt`, `${name}Lte`];
const ticks = ticker => [ticker, "timestamp", ...compared("timestamp"), "order", "limit", "sort"];

const ORDER = {
    getStocksAggregates: range("stocksTicker"),
    getOptionsAggregates: range("optionsTicker"),
    getPreviousStocksAggregates: ["stocksTicker", "adjusted"],
    getPreviousOptionsAggregates: ["optionsTicker", "adjusted"],
    getGroupedStocksAggregates: ["date", "adjusted", "includeOtc"],
    getStocksOpenClose: ["stocksTicker", "date", "adjusted"],
    getLastStocksTrade: ["stocksTicker"],
    getLastStocksQuote: ["stocksTicker"],
    getLastOptionsTrade: ["optionsTicker"],
    getStocksTrades: ticks("stockTicker"),
    getStocksQuotes: ticks("stockTicker"),
    getOptionsTrades: ticks("optionsTicker"),
    getOptionsQuotes: ticks("optionsTicker"),
    getStocksSnapshotTicker: ["stocksTicker"],
    getStocksSnapshotTickers: ["tickers", "includeOtc"],
    getSnapshots: ["ticker", "type", ...compared("ticker"), "tickerAnyOf", "order", "limit", "sort"],
    getOptionsChain: ["underlyingAsset", "strikePrice", "expirationDate", "contractType", ...compared("strikePrice"), ...compared("expirationDate"), "order", "limit", "sort"],
    getOptionContract: ["underlyingAsset", "optionContract"],
    getOptionsContract: ["optionsTicker", "asOf"],
    listOptionsContracts: ["underlyingTicker", "ticker", "contractType", "expirationDate", "asOf", "strikePrice", "expired", ...compared("underlyingTicker"), ...compared("expirationDate"), ...compared("strikePrice"), "order", "limit", "sort"],
    listTickers: ["ticker", "type", "market", "exchange", "cusip", "cik", "date", "search", "active", ...compared("ticker"), "order", "limit", "sort"],
    getTicker: ["ticker", "date"],
    listDividends: ["ticker"],
    listStockSplits: ["ticker"],
    getMarketStatus: [],
    getMarketHolidays: [],
    listNews: ["ticker", "publishedUtc", ...compared("ticker"), ...compared("publishedUtc"), "order", "limit", "sort"],
    getStocksV1ShortInterest: [...anyOf("ticker"), ...anyOf("daysToCover"), ...anyOf("settlementDate"), ...anyOf("avgDailyVolume"), "limit", "sort"],
    getStocksV1ShortVolume: [...anyOf("ticker"), ...anyOf("date"), ...anyOf("shortVolumeRatio"), ...anyOf("totalVolume"), "limit", "sort"],
};

/** `call(name, parameters)` of a REST client; `takesObject`: it wants them as one object. */
export function caller(client, takesObject) {
    return async (name, parameters = {}) => {
        const order = ORDER[name];
        const unknown = Object.keys(parameters).filter(key => !order?.includes(key));
        if (!order || unknown.length > 0)
            throw new Error(`${name} has no ${unknown.join(", ")}`);
        return takesObject ? client[name](parameters) : client[name](...order.map(key => parameters[key]));
    };
}
