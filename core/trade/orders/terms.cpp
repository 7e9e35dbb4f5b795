// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trade/orders/terms.h"

#include <array>
#include <utility>

namespace strikedesk::trade {

namespace {

template <class E>
using Word = std::pair<E, std::string_view>;

constexpr std::array<Word<OrderType>, 5> kOrderTypes{{
    {OrderType::Market, "market"},
    {OrderType::Limit, "limit"},
    {OrderType::Stop, "stop"},
    {OrderType::StopLimit, "stop_limit"},
    {OrderType::TrailingStop, "trailing_stop"},
}};

constexpr std::array<Word<TimeInForce>, 6> kTimesInForce{{
    {TimeInForce::Day, "day"},
    {TimeInForce::Gtc, "gtc"},
    {TimeInForce::Opg, "opg"},
    {TimeInForce::Cls, "cls"},
    {TimeInForce::Ioc, "ioc"},
    {TimeInForce::Fok, "fok"},
}};

constexpr std::array<Word<PositionIntent>, 4> kPositionIntents{{
    {PositionIntent::BuyToOpen, "buy_to_open"},
    {PositionIntent::BuyToClose, "buy_to_close"},
    {PositionIntent::SellToOpen, "sell_to_open"},
    {PositionIntent::SellToClose, "sell_to_close"},
}};

constexpr std::array<Word<OrderClass>, 5> kOrderClasses{{
    {OrderClass::Simple, "simple"},
    {OrderClass::Bracket, "bracket"},
    {OrderClass::Oco, "oco"},
    {OrderClass::Oto, "oto"},
    {OrderClass::MultiLeg, "mleg"},
}};

constexpr std::array<Word<OrderStatus>, 18> kOrderStatuses{{
    {OrderStatus::New, "new"},
    {OrderStatus::Accepted, "accepted"},
    {OrderStatus::PendingNew, "pending_new"},
    {OrderStatus::AcceptedForBidding, "accepted_for_bidding"},
    {OrderStatus::Held, "held"},
    {OrderStatus::PartiallyFilled, "partially_filled"},
    {OrderStatus::PendingCancel, "pending_cancel"},
    {OrderStatus::PendingReplace, "pending_replace"},
    {OrderStatus::PendingReview, "pending_review"},
    {OrderStatus::Stopped, "stopped"},
    {OrderStatus::Suspended, "suspended"},
    {OrderStatus::Calculated, "calculated"},
    {OrderStatus::DoneForDay, "done_for_day"},
    {OrderStatus::Filled, "filled"},
    {OrderStatus::Canceled, "canceled"},
    {OrderStatus::Expired, "expired"},
    {OrderStatus::Replaced, "replaced"},
    {OrderStatus::Rejected, "rejected"},
}};

constexpr std::array<Word<OrderEventKind>, 20> kOrderEvents{{
    {OrderEventKind::New, "new"},
    {OrderEventKind::Accepted, "accepted"},
    {OrderEventKind::PendingNew, "pending_new"},
    {OrderEventKind::Held, "held"},
    {OrderEventKind::PendingReview, "pending_review"},
    {OrderEventKind::Fill, "fill"},
    {OrderEventKind::PartialFill, "partial_fill"},
    {OrderEventKind::Canceled, "canceled"},
    {OrderEventKind::Expired, "expired"},
    {OrderEventKind::Replaced, "replaced"},
    {OrderEventKind::Rejected, "rejected"},
    {OrderEventKind::DoneForDay, "done_for_day"},
    {OrderEventKind::Stopped, "stopped"},
    {OrderEventKind::Suspended, "suspended"},
    {OrderEventKind::Calculated, "calculated"},
    {OrderEventKind::Restated, "restated"},
    {OrderEventKind::PendingCancel, "pending_cancel"},
    {OrderEventKind::PendingReplace, "pending_replace"},
    {OrderEventKind::CancelRejected, "order_cancel_rejected"},
    {OrderEventKind::ReplaceRejected, "order_replace_rejected"},
}};

template <class E, std::size_t N>
std::string_view wordOf(const std::array<Word<E>, N>& words, E value) {
    for (const auto& [known, word] : words)
        if (known == value)
            return word;
    return "";
}

template <class E, std::size_t N>
E valueOf(const std::array<Word<E>, N>& words, std::string_view text, E unknown) {
    for (const auto& [known, word] : words)
        if (word == text)
            return known;
    return unknown;
}

} // namespace

bool isTerminal(OrderStatus status) {
    return status == OrderStatus::Filled || status == OrderStatus::Canceled ||
           status == OrderStatus::Expired || status == OrderStatus::Replaced ||
           status == OrderStatus::Rejected;
}

bool refusesReplace(OrderStatus status) {
    return status == OrderStatus::Accepted || status == OrderStatus::PendingNew ||
           status == OrderStatus::PendingCancel || status == OrderStatus::PendingReplace ||
           isTerminal(status);
}

bool mayBeChanged(OrderStatus status) {
    return !refusesReplace(status) && status != OrderStatus::PendingReview &&
           status != OrderStatus::Unrecognised;
}

std::string_view toWire(Side side) { return side == Side::Buy ? "buy" : "sell"; }
std::string_view toWire(OrderType type) { return wordOf(kOrderTypes, type); }
std::string_view toWire(TimeInForce timeInForce) { return wordOf(kTimesInForce, timeInForce); }
std::string_view toWire(PositionIntent intent) { return wordOf(kPositionIntents, intent); }
std::string_view toWire(OrderClass orderClass) { return wordOf(kOrderClasses, orderClass); }
std::string_view toWire(OrderStatus status) { return wordOf(kOrderStatuses, status); }
std::string_view toWire(OrderEventKind kind) { return wordOf(kOrderEvents, kind); }

std::string_view toWire(AssetClass assetClass) {
    switch (assetClass) {
    case AssetClass::UsEquity:
        return "us_equity";
    case AssetClass::UsOption:
        return "us_option";
    case AssetClass::Other:
        return "";
    }
    return "";
}

std::optional<Side> sideFromWire(std::string_view word) {
    if (word == "buy")
        return Side::Buy;
    if (word == "sell")
        return Side::Sell;
    return std::nullopt;
}

OrderType orderTypeFromWire(std::string_view word) {
    return valueOf(kOrderTypes, word, OrderType::Unrecognised);
}

TimeInForce timeInForceFromWire(std::string_view word) {
    return valueOf(kTimesInForce, word, TimeInForce::Unrecognised);
}

PositionIntent positionIntentFromWire(std::string_view word) {
    return valueOf(kPositionIntents, word, PositionIntent::Unspecified);
}

OrderClass orderClassFromWire(std::string_view word) {
    return word.empty() ? OrderClass::Simple : valueOf(kOrderClasses, word, OrderClass::Unrecognised);
}

AssetClass assetClassFromWire(std::string_view word) {
    if (word == "us_equity")
        return AssetClass::UsEquity;
    return word == "us_option" ? AssetClass::UsOption : AssetClass::Other;
}

OrderStatus orderStatusFromWire(std::string_view word) {
    return valueOf(kOrderStatuses, word, OrderStatus::Unrecognised);
}

OrderEventKind orderEventKindFromWire(std::string_view word) {
    return valueOf(kOrderEvents, word, OrderEventKind::Unrecognised);
}

bool opensPosition(PositionIntent intent) {
    return intent == PositionIntent::BuyToOpen || intent == PositionIntent::SellToOpen;
}

Side sideOf(PositionIntent intent) {
    return intent == PositionIntent::SellToOpen || intent == PositionIntent::SellToClose ? Side::Sell
                                                                                         : Side::Buy;
}

} // namespace strikedesk::trade
