// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/net/websocket_session.h"
#include "core/io/venues/alpaca/endpoints.h"
#include "core/io/venues/common/feed.h"

namespace strikedesk::alpaca {

// The words of all venues' streams, under this venue's name.
using venues::DesiredChannels;
using venues::kMostBadInRow;
using venues::MarketStream;
using venues::MarketStreamHandlers;
using venues::StreamPhase;
using venues::StreamStatus;
using venues::StreamTuning;

} // namespace strikedesk::alpaca
