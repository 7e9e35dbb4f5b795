// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/settings/setting_definition.h"

namespace strikedesk {

/// Settings of venues, the network and the age of quotes.
inline constexpr SettingDefinition kVenueSettings[] = {
    setting::url("alpaca.paper_url", "https://paper-api.alpaca.markets",
                 "Trading address of the paper account."),
    setting::url("alpaca.live_url", "https://api.alpaca.markets", "Trading address of the live account."),
    setting::url("alpaca.data_url", "https://data.alpaca.markets", "Address of market data requests."),
    setting::url("alpaca.stream_url", "wss://stream.data.alpaca.markets",
                 "Address of the market data streams."),
    setting::choice("alpaca.stock_feed", "iex", "iex|sip|delayed_sip", setting::AtStart,
                    "Stock data feed; must be one the key is entitled to."),
    setting::choice("alpaca.option_feed", "indicative", "indicative|opra", setting::AtStart,
                    "Option data feed; must be one the key is entitled to."),
    setting::number(
        SettingKind::Integer, "alpaca.stock_symbols", "0", "0", "10000", "symbols", setting::Live,
        "Stocks with live quotes and trades at once; 0 goes by the feed (iex 30, sip unlimited)."),
    setting::number(SettingKind::Integer, "alpaca.option_symbols", "0", "0", "10000", "symbols",
                    setting::Live,
                    "Option contracts with live quotes at once; 0 goes by the feed (indicative 200, opra "
                    "1000)."),
    setting::number(SettingKind::Integer, "alpaca.trading_requests_per_minute", "200", "1", "10000",
                    "requests", setting::Live, "Trading requests the program may send in a minute."),
    setting::number(SettingKind::Integer, "alpaca.data_requests_per_minute", "200", "1", "10000", "requests",
                    setting::Live, "Market data requests the program may send in a minute."),
    setting::url("polygon.api_url", "https://api.massive.com",
                 "Address of Polygon's (Massive's) market data requests."),
    setting::url("polygon.stream_url", "wss://socket.massive.com",
                 "Address of Polygon's (Massive's) market data streams."),
    setting::number(SettingKind::Integer, "polygon.requests_per_minute", "0", "0", "6000", "requests",
                    setting::Live,
                    "Requests to Polygon the program may send in a minute. 0: as the plan allows, which is 5 "
                    "until the key is seen to belong to a paid plan, then 1200."),
    setting::choice("net.data_providers", "alpaca,polygon", "alpaca,polygon|polygon,alpaca|alpaca",
                    setting::AtStart,
                    "Who is asked for market data, in this order; the next one steps in where the first has "
                    "nothing. Without a Polygon key only Alpaca is asked."),
    setting::number(SettingKind::Duration, "net.request_seconds", "10", "1", "120", "s", setting::Live,
                    "How long an answer to a request is waited for."),
    setting::number(SettingKind::Integer, "net.read_retries", "2", "0", "5", "times", setting::Live,
                    "How often a failed read is tried again; order writes never are."),
    setting::number(SettingKind::Integer, "net.breaker_failures", "5", "1", "100", "failures", setting::Live,
                    "Consecutive failures after which requests to a provider pause."),
    setting::number(SettingKind::Duration, "net.breaker_open_seconds", "60", "1", "3600", "s", setting::Live,
                    "How long requests to a failing provider pause."),
    setting::number(SettingKind::Duration, "net.reconnect_max_seconds", "30", "1", "600", "s", setting::Live,
                    "Longest wait between two attempts to reconnect a stream."),
    setting::number(SettingKind::Duration, "quotes.display_age_seconds", "60", "1", "3600", "s",
                    setting::Live, "Age from which a quote is shown as stale."),
    setting::number(SettingKind::Duration, "quotes.manual_age_seconds", "5", "1", "60", "s", setting::Live,
                    "Oldest quote a manual order may rest on; an older one is read again first."),
    setting::number(SettingKind::Duration, "quotes.automatic_age_seconds", "2", "1", "60", "s", setting::Live,
                    "Oldest quote an automatic order may rest on; an older one is read again first."),
};

} // namespace strikedesk
