// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/base/symbol.h"
#include "core/io/net/rest_client.h"
#include "core/io/venues/polygon/endpoints.h"

namespace strikedesk::polygon {

/// Requests to the data provider's host: the shared client with its bearer header and words. The key never
/// stands in an address. One thread.
class PolygonRest final : public net::RestClient {
public:
    PolygonRest(net::RestOptions options, const Secret& key, const Clock& clock, QObject* parent = nullptr);
};

/// Options for `endpoints`: every lane may spend the whole minute (no order needs a share of it), and what
/// waits may wait for several minutes' budgets, since the smallest plan has five requests a minute.
net::RestOptions restOptions(const PolygonEndpoints& endpoints, const net::RestTuning& tuning);

/// What the smallest plan allows: five requests a minute (protocol facts, section 3).
net::RestTuning smallestPlan();

/// The venue's name of an instrument as one segment of a path ("O:SPY251219C00650000").
std::string tickerSegment(const Symbol& symbol);

/// What a read that did not give a value means: kind and sentence for the user.
Error errorOf(const net::HttpOutcome& outcome);

} // namespace strikedesk::polygon
