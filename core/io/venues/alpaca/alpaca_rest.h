// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/net/rest_client.h"
#include "core/io/venues/alpaca/endpoints.h"

namespace strikedesk::alpaca {

using net::percentEncoded;
using net::RestOptions;
using net::RestTuning;

/// Requests to one Alpaca host: the shared client with this venue's headers and words. One thread.
class AlpacaRest final : public net::RestClient {
public:
    AlpacaRest(RestOptions options, const AlpacaKeys& keys, const Clock& clock, QObject* parent = nullptr);
};

/// What a read that did not give a value means: kind and sentence for the user.
Error errorOf(const net::HttpOutcome& outcome);

} // namespace strikedesk::alpaca
