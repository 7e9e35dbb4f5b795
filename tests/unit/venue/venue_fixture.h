// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trade/venue/venue_book.h"

#include <string>

namespace strikedesk::trade::test {

/// Monday 2026-03-02 10:00 New York, inside the session 14:30–21:00 UTC.
inline Timestamp at(const char* rfc3339) { return *Timestamp::tryFromRfc3339(rfc3339); }

inline const Symbol kCall = Symbol::of("SPY260303C00660000");
inline const Symbol kHighCall = Symbol::of("SPY260303C00665000");
inline const Symbol kPut = Symbol::of("SPY260303P00650000");
inline const Symbol kShare = Symbol::of("SPY");

inline options::Contract contractOf(const Symbol& symbol) {
    const auto occ = *OptionSymbol::tryFrom(symbol);
    options::Contract contract;
    contract.id = "id-" + symbol.text();
    contract.symbol = symbol;
    contract.underlying = Symbol::of("SPY");
    contract.root = occ.root();
    contract.expiry = occ.expiry();
    contract.right = occ.right();
    contract.strike = occ.strike();
    return contract;
}

inline SessionDay sessionDay(const char* date, const char* open, const char* close) {
    const std::string day = date;
    return {*Date::tryFromIso(day), at((day + "T" + open + "Z").c_str()),
            at((day + "T" + close + "Z").c_str())};
}

/// A venue with SPY, four contracts of Tuesday's expiry and a week of sessions (a half day on Wednesday).
class Venue {
public:
    explicit Venue(VenueConfig config = {}) : book(std::move(config)) {
        setCalendar();
        VenueAsset share;
        share.id = "asset-spy";
        share.symbol = kShare;
        book.step(now, RegisterAsset{share});
        for (const Symbol& symbol : {kCall, kHighCall, kPut})
            book.step(now, RegisterContract{contractOf(symbol)});
    }

    void setCalendar() {
        book.step(now, SetSessions{{sessionDay("2026-03-02", "14:30:00", "21:00:00"),
                                    sessionDay("2026-03-03", "14:30:00", "21:00:00"),
                                    sessionDay("2026-03-04", "14:30:00", "18:00:00"),
                                    sessionDay("2026-03-05", "14:30:00", "21:00:00")}});
    }

    VenueResult quote(const Symbol& symbol, int bidCents, int askCents, std::int64_t size = 100) {
        return quote(symbol, bidCents, askCents, size, size);
    }
    VenueResult quote(const Symbol& symbol, int bidCents, int askCents, std::int64_t bidSize,
                      std::int64_t askSize) {
        return book.step(now, QuoteSeen{{symbol, Price::fromCents(bidCents), Price::fromCents(askCents),
                                         bidSize, askSize, now}});
    }
    VenueResult print(const Symbol& symbol, int cents, std::int64_t size) {
        market::TradePrint trade;
        trade.symbol = symbol;
        trade.price = Price::fromCents(cents);
        trade.size = size;
        trade.at = now;
        return book.step(now, TradeSeen{trade});
    }
    VenueResult moveTo(const char* when) {
        now = at(when);
        return book.step(now, TimeAdvanced{});
    }
    VenueResult wait(Duration by) {
        now = now + by;
        return book.step(now, TimeAdvanced{});
    }
    VenueResult submit(const OrderRequest& request) { return book.step(now, SubmitOrder{request}); }
    VenueResult cancel(const BrokerOrderId& id) { return book.step(now, CancelOrder{id}); }
    VenueResult replace(const ReplaceRequest& request) { return book.step(now, ReplaceOrder{request}); }

    /// A position of `count` long calls bought at 2.10.
    void holdCalls(std::int64_t count) {
        quote(kCall, 200, 210, 1'000);
        submit(limitOrder(kCall, Side::Buy, count, 210));
    }
    /// A hundred shares per lot, put into the account without a trade of the market.
    void holdShares(std::int64_t count) {
        quote(kShare, 65'999, 66'001, 100'000);
        OrderRequest order = limitOrder(kShare, Side::Buy, count, 66'001);
        submit(order);
    }

    static OrderRequest limitOrder(const Symbol& symbol, Side side, std::int64_t count, int cents) {
        OrderRequest request;
        request.symbol = symbol;
        request.side = side;
        request.quantity = Quantity::whole(count);
        request.type = OrderType::Limit;
        request.limitPrice = Price::fromCents(cents);
        return request;
    }
    static OrderRequest marketOrder(const Symbol& symbol, Side side, std::int64_t count) {
        OrderRequest request = limitOrder(symbol, side, count, 1);
        request.type = OrderType::Market;
        request.limitPrice.reset();
        return request;
    }
    static OrderRequest stopOrder(const Symbol& symbol, Side side, std::int64_t count, int cents) {
        OrderRequest request = marketOrder(symbol, side, count);
        request.type = OrderType::Stop;
        request.stopPrice = Price::fromCents(cents);
        return request;
    }

    OrderStatus statusOf(const BrokerOrderId& id) const { return book.orderById(id)->status; }
    std::int64_t positionIn(const Symbol& symbol) const {
        const auto position = book.position(symbol);
        return position ? position->quantity.wholePart() : 0;
    }

    Timestamp now = at("2026-03-02T15:00:00Z");
    VenueBook book;
};

/// The words of the events, for whole-sequence expectations.
inline std::string wordsOf(const std::vector<OrderUpdate>& updates) {
    std::string words;
    for (const OrderUpdate& update : updates)
        words += (words.empty() ? "" : " ") + std::string(toWire(update.kind));
    return words;
}
inline std::string wordsOf(const VenueResult& result) { return wordsOf(result.updates); }

} // namespace strikedesk::trade::test
