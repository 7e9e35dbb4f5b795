// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace strikedesk::polygon {

/// The sockets, one per asset class; a key may have one connection to each (protocol facts, section 15).
enum class Cluster : std::uint8_t { Stocks, Options, Indices };

/// "stocks", "options", "indices": the last part of the socket's address.
std::string_view toText(Cluster cluster);

/// Where the provider lives; without trailing slashes.
struct PolygonEndpoints {
    std::string restBaseUrl = "https://api.massive.com";
    std::string streamBaseUrl = "wss://socket.massive.com"; ///< delayed plans: wss://delayed.massive.com

    std::string streamUrl(Cluster cluster) const {
        return streamBaseUrl + "/" + std::string(toText(cluster));
    }

    /// The sockets of delayed plans have hosts of their own (protocol facts, section 1).
    bool isStreamDelayed() const { return streamBaseUrl.find("//delayed.") != std::string::npos; }

    /// The provider at these addresses, as the settings name them.
    static PolygonEndpoints at(const std::string& restUrl, const std::string& streamUrl);
    /// Everything on one loopback port, with the venue's own paths.
    static PolygonEndpoints sandbox(std::uint16_t port);
};

} // namespace strikedesk::polygon
