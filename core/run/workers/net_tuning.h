// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/io/net/backoff.h"
#include "core/io/venues/alpaca/alpaca_rest.h"

namespace strikedesk::workers {

/// How the workers talk to a venue, as the settings say: requests a minute, patience, pauses. A plain value.
struct NetTuning {
    alpaca::RestTuning orders;    ///< the trading host, for orders and sweeps
    alpaca::RestTuning contracts; ///< the trading host, for lists of contracts: a share of the same minute
    alpaca::RestTuning data;      ///< the data host
    alpaca::RestTuning polygon;   ///< Polygon's data
    net::Backoff::Limits reconnect;
};

} // namespace strikedesk::workers
