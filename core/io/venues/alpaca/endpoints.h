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

    /// Paper and live use different key pairs; the data host is one for both.
    static AlpacaEndpoints paper(const std::string& stockFeed = "iex",
                                 const std::string& optionFeed = "indicative");
    static AlpacaEndpoints live(const std::string& stockFeed = "sip", const std::string& optionFeed = "opra");
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
