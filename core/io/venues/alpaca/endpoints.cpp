// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/endpoints.h"

namespace strikedesk::alpaca {

namespace {

std::string withoutSlash(std::string address) {
    while (address.ends_with('/'))
        address.pop_back();
    return address;
}

/// The socket at the same host: "https://…" is "wss://…" there, "http://…" "ws://…".
std::string socketOf(const std::string& address) {
    return address.starts_with("http") ? "ws" + address.substr(4) : address;
}

} // namespace

AlpacaEndpoints AlpacaEndpoints::at(const std::string& tradingUrl, const std::string& dataUrl,
                                    const std::string& streamUrl, const std::string& stockFeed,
                                    const std::string& optionFeed) {
    const std::string trading = withoutSlash(tradingUrl);
    const std::string stream = withoutSlash(streamUrl);
    return {trading,
            withoutSlash(dataUrl),
            socketOf(trading) + "/stream",
            stream + "/v2/" + stockFeed,
            stream + "/v1beta1/" + optionFeed,
            stockFeed,
            optionFeed};
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
