// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace strikedesk::trade {

/// Direction of an order.
enum class Side : std::uint8_t { Buy, Sell };

/// How an order is priced. Option contracts take the first four (Alpaca, 2026-08-27).
enum class OrderType : std::uint8_t { Market, Limit, Stop, StopLimit, TrailingStop, Unrecognised };

/// How long an order lives. Option contracts take Day and Gtc only.
enum class TimeInForce : std::uint8_t { Day, Gtc, Opg, Cls, Ioc, Fok, Unrecognised };

/// What an order does to the position; always sent, and refused by the broker when it disagrees.
enum class PositionIntent : std::uint8_t { BuyToOpen, BuyToClose, SellToOpen, SellToClose, Unspecified };

/// Order classes of the broker; option contracts take Simple and MultiLeg only.
enum class OrderClass : std::uint8_t { Simple, Bracket, Oco, Oto, MultiLeg, Unrecognised };

/// What a symbol is.
enum class AssetClass : std::uint8_t { UsEquity, UsOption, Other };

/// Every status of an order at Alpaca (protocol facts, section 5), plus "a word we do not know".
enum class OrderStatus : std::uint8_t {
    New,
    Accepted,
    PendingNew,
    AcceptedForBidding,
    Held,
    PartiallyFilled,
    PendingCancel,
    PendingReplace,
    PendingReview,
    Stopped,
    Suspended,
    Calculated,
    DoneForDay,
    Filled,
    Canceled,
    Expired,
    Replaced,
    Rejected,
    Unrecognised,
};

/// filled, canceled, expired, replaced, rejected: nothing more happens (a late fill may still be reported).
bool isTerminal(OrderStatus status);
/// Whether the broker refuses a PATCH in this status.
bool refusesReplace(OrderStatus status);
/// Whether we send a PATCH in this status: not while it is refused, reviewed, or a word we do not know.
bool mayBeChanged(OrderStatus status);

/// What a message on trade_updates says happened.
enum class OrderEventKind : std::uint8_t {
    New,
    Accepted,
    PendingNew,
    Held,
    PendingReview,
    Fill,
    PartialFill,
    Canceled,
    Expired,
    Replaced,
    Rejected,
    DoneForDay,
    Stopped,
    Suspended,
    Calculated,
    Restated,
    PendingCancel,
    PendingReplace,
    CancelRejected,
    ReplaceRejected,
    Unrecognised,
};

/// The broker's words, both ways. Parsing never fails: unknown words give Unrecognised / Unspecified / Other,
/// and an empty word gives `whenEmpty` where it has a meaning of its own.
std::string_view toWire(Side side);
std::string_view toWire(OrderType type);
std::string_view toWire(TimeInForce timeInForce);
std::string_view toWire(PositionIntent intent);
std::string_view toWire(OrderClass orderClass);
std::string_view toWire(AssetClass assetClass);
std::string_view toWire(OrderStatus status);
std::string_view toWire(OrderEventKind kind);
std::optional<Side> sideFromWire(std::string_view word);
OrderType orderTypeFromWire(std::string_view word);
TimeInForce timeInForceFromWire(std::string_view word);
PositionIntent positionIntentFromWire(std::string_view word);
OrderClass orderClassFromWire(std::string_view word);
AssetClass assetClassFromWire(std::string_view word);
OrderStatus orderStatusFromWire(std::string_view word);
OrderEventKind orderEventKindFromWire(std::string_view word);

/// True for intents that open or add to a position.
bool opensPosition(PositionIntent intent);
/// The side an intent implies.
Side sideOf(PositionIntent intent);

} // namespace strikedesk::trade
