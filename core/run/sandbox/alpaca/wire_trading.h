// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/http/http_message.h"
#include "core/run/sandbox/market/market_source.h"
#include "core/trade/venue/venue_book.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace strikedesk::sandbox {

/// The broker's JSON of the trading side. Money, prices and quantities are strings, absent values null, times
/// RFC 3339 (protocol facts, sections 2 to 12).
nlohmann::json orderJson(const trade::BrokerOrder& order, const trade::VenueBook& book);
/// `lastDay`: the last close before the day that began at `dayStart`, if there was one lately, on today's
/// count of shares.
nlohmann::json positionJson(const trade::BrokerPosition& position, const trade::VenueBook& book,
                            std::optional<Price> lastDay, Timestamp dayStart);
nlohmann::json accountJson(const trade::VenueBook& book, std::string_view createdAt,
                           std::string_view balanceDay);
/// A UUID, unlike the number people read (protocol facts, section 4).
std::string accountId(const trade::VenueBook& book);
nlohmann::json assetJson(const Asset& asset);
nlohmann::json activityJson(const trade::BrokerActivity& activity);
/// The "data" member of a trade_updates message.
nlohmann::json updateJson(const trade::OrderUpdate& update, const trade::VenueBook& book);
nlohmann::json errorJson(const trade::VenueError& error);

HttpAnswer jsonAnswer(int status, const nlohmann::json& body);
HttpAnswer errorAnswer(int status, std::int64_t code, std::string_view message);
HttpAnswer errorAnswer(const trade::VenueError& error);
/// 405 with the Allow header.
HttpAnswer methodNotAllowed(std::string_view allowed);

/// "150", "2.1": a price or amount as the broker writes it, without needless zeros.
std::string decimalText(std::int64_t units, int scaleDigits);

} // namespace strikedesk::sandbox
