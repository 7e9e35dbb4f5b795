// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/endpoints.h"

namespace strikedesk::alpaca {

namespace {

const char* const kData = "https://data.alpaca.markets";
const std::string kStream = "wss://stream.data.alpaca.markets/";

} // namespace

AlpacaEndpoints AlpacaEndpoints::paper(const std::string& stockFeed, const std::string& optionFeed) {
    return {"https://paper-api.alpaca.markets",
            kData,
            "wss://paper-api.alpaca.markets/stream",
            kStream + "v2/" + stockFeed,
            kStream + "v1beta1/" + optionFeed,
            stockFeed,
            optionFeed};
}

AlpacaEndpoints AlpacaEndpoints::live(const std::string& stockFeed, const std::string& optionFeed) {
    AlpacaEndpoints endpoints = paper(stockFeed, optionFeed);
    endpoints.tradingBaseUrl = "https://api.alpaca.markets";
    endpoints.tradeUpdatesUrl = "wss://api.alpaca.markets/stream";
    return endpoints;
}

AlpacaEndpoints AlpacaEndpoints::sandbox(std::uint16_t port) {
    const std::string host = "127.0.0.1:" + std::to_string(port);
    return {"http://" + host,
            "http://" + host,
            "ws://" + host + "/stream",
            "ws://" + host + "/v2/sip",
            "ws://" + host + "/v1beta1/opra",
            "sip",
            "opra"};
}

} // namespace strikedesk::alpaca
