// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

#include <cstdint>
#include <string>

namespace strikedesk::alpaca {

/// Where an environment lives. REST bases without a trailing slash.
struct AlpacaEndpoints {
    std::string tradingBaseUrl;
    std::string dataBaseUrl;
    std::string tradeUpdatesUrl;
    std::string stockStreamUrl;
    std::string optionStreamUrl;
    std::string stockFeed = "iex";         ///< of REST requests: iex, sip, delayed_sip
    std::string optionFeed = "indicative"; ///< indicative (altered quotes) or opra

    /// The venue at these addresses, as the settings name them. Paper and live differ in the trading address
    /// and use different key pairs; the data host is one for both.
    static AlpacaEndpoints at(const std::string& tradingUrl, const std::string& dataUrl,
                              const std::string& streamUrl, const std::string& stockFeed,
                              const std::string& optionFeed);
    /// Everything on one loopback port, with the venue's own paths.
    static AlpacaEndpoints sandbox(std::uint16_t port);
};

/// A key pair of one environment. Cannot be printed; copied only by name.
struct AlpacaKeys {
    Secret keyId;
    Secret secretKey;

    AlpacaKeys clone() const { return {keyId.clone(), secretKey.clone()}; }
};

} // namespace strikedesk::alpaca
