// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/market/quote.h"
#include "core/trade/venue/venue_config.h"
#include "core/trade/venue/venue_order.h"

namespace strikedesk::trade {

/// Whether a stop is reached: the bid at or below a sell stop, the ask at or above a buy stop.
bool quoteTriggers(const VenueOrder& order, const market::Quote& quote);
/// The same on the last trade; false for orders without a stop or already set off.
bool tradeTriggers(const VenueOrder& order, Price lastTrade);
/// Market orders, and limits that reach the far side of a sane quote.
bool isMarketable(const VenueOrder& order, const market::Quote& quote);
/// A limit that the market has traded strictly beyond.
bool tradedThrough(const VenueOrder& order, Price trade);
/// What a marketable order pays or gets: its own limit once it has rested in the book; else between mid and
/// touch as VenueConfig::crossingPermille says, to the cent towards the touch, within the slippage cap. Never
/// worse than the touch or the limit.
Price fillPrice(const VenueConfig& config, const VenueOrder& order, const market::Quote& quote);

} // namespace strikedesk::trade
