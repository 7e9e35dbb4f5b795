// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/market/bar.h"
#include "core/market/hub/hub_command.h"
#include "core/market/quote.h"
#include "core/market/trade_print.h"
#include "core/market/trading_status.h"
#include "core/market/vendor.h"

#include <variant>
#include <vector>

namespace strikedesk::engine {

/// A quote changed on a stream of a vendor.
struct QuoteReceived {
    market::Quote quote;
    market::Vendor vendor = market::Vendor::Alpaca;
    template <class A>
    void archive(A& a) {
        a.field("quote", quote);
        a.field("vendor", vendor);
    }
};
/// The market printed a trade.
struct TradePrinted {
    market::TradePrint print;
    market::Vendor vendor = market::Vendor::Alpaca;
    template <class A>
    void archive(A& a) {
        a.field("print", print);
        a.field("vendor", vendor);
    }
};
/// A bar came on a stream.
struct BarReceived {
    Symbol symbol;
    market::Bar bar;
    market::BarKind kind = market::BarKind::Minute;
    market::Vendor vendor = market::Vendor::Alpaca;
    template <class A>
    void archive(A& a) {
        a.field("symbol", symbol);
        a.field("bar", bar);
        a.field("kind", kind);
        a.field("vendor", vendor);
    }
};
/// A halt, pause or resume.
struct StatusReceived {
    market::TradingStatus status;
    market::Vendor vendor = market::Vendor::Alpaca;
    template <class A>
    void archive(A& a) {
        a.field("status", status);
        a.field("vendor", vendor);
    }
};
/// Quotes were read on request; unknown symbols are absent.
struct QuotesRead {
    std::vector<market::Quote> quotes;
    template <class A>
    void archive(A& a) {
        a.field("quotes", quotes);
    }
};
/// History or cached bars for the chart hub. It travels in the lane of market data, because a long page must
/// not stand before an order, but it is never dropped, merged or bundled with other pages: the hub waits for
/// each.
struct HubAnswered {
    market::HubAnswer answer;
    template <class A>
    void archive(A& a) {
        a.field("answer", answer);
    }
};
using MarketEvent =
    std::variant<QuoteReceived, TradePrinted, BarReceived, StatusReceived, QuotesRead, HubAnswered>;

} // namespace strikedesk::engine
