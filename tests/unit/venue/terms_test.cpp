// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trade/orders/terms.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace strikedesk::trade {
namespace {

TEST(OrderTerms, EveryStatusSurvivesTheWire) {
    std::set<std::string_view> words;
    for (int i = 0; i < static_cast<int>(OrderStatus::Unrecognised); ++i) {
        const auto status = static_cast<OrderStatus>(i);
        EXPECT_EQ(orderStatusFromWire(toWire(status)), status) << i;
        words.insert(toWire(status));
    }
    EXPECT_EQ(words.size(), static_cast<std::size_t>(OrderStatus::Unrecognised));
}

TEST(OrderTerms, EveryEventSurvivesTheWire) {
    std::set<std::string_view> words;
    for (int i = 0; i < static_cast<int>(OrderEventKind::Unrecognised); ++i) {
        const auto kind = static_cast<OrderEventKind>(i);
        EXPECT_EQ(orderEventKindFromWire(toWire(kind)), kind) << i;
        words.insert(toWire(kind));
    }
    EXPECT_EQ(words.size(), static_cast<std::size_t>(OrderEventKind::Unrecognised));
}

TEST(OrderTerms, OrderWordsSurviveTheWire) {
    for (const OrderType type : {OrderType::Market, OrderType::Limit, OrderType::Stop, OrderType::StopLimit,
                                 OrderType::TrailingStop})
        EXPECT_EQ(orderTypeFromWire(toWire(type)), type);
    for (const TimeInForce word : {TimeInForce::Day, TimeInForce::Gtc, TimeInForce::Opg, TimeInForce::Cls,
                                   TimeInForce::Ioc, TimeInForce::Fok})
        EXPECT_EQ(timeInForceFromWire(toWire(word)), word);
    for (const PositionIntent intent : {PositionIntent::BuyToOpen, PositionIntent::BuyToClose,
                                        PositionIntent::SellToOpen, PositionIntent::SellToClose})
        EXPECT_EQ(positionIntentFromWire(toWire(intent)), intent);
    for (const OrderClass word :
         {OrderClass::Simple, OrderClass::Bracket, OrderClass::Oco, OrderClass::Oto, OrderClass::MultiLeg})
        EXPECT_EQ(orderClassFromWire(toWire(word)), word);
    for (const Side side : {Side::Buy, Side::Sell})
        EXPECT_EQ(sideFromWire(toWire(side)), side);
}

TEST(OrderTerms, AnEmptyClassIsSimpleAndAnEmptySideNone) {
    EXPECT_EQ(orderClassFromWire(""), OrderClass::Simple);
    EXPECT_FALSE(sideFromWire("").has_value());
    EXPECT_EQ(positionIntentFromWire(""), PositionIntent::Unspecified);
    EXPECT_EQ(assetClassFromWire(""), AssetClass::Other);
}

TEST(OrderTerms, UnknownWordsAreNeverGuessed) {
    for (const char* word : {"NEW", "new ", "filed", "pending", "\xff", "0"}) {
        EXPECT_EQ(orderStatusFromWire(word), OrderStatus::Unrecognised) << word;
        EXPECT_EQ(orderEventKindFromWire(word), OrderEventKind::Unrecognised) << word;
        EXPECT_EQ(orderTypeFromWire(word), OrderType::Unrecognised) << word;
        EXPECT_EQ(timeInForceFromWire(word), TimeInForce::Unrecognised) << word;
        EXPECT_EQ(orderClassFromWire(word), OrderClass::Unrecognised) << word;
        EXPECT_EQ(positionIntentFromWire(word), PositionIntent::Unspecified) << word;
        EXPECT_FALSE(sideFromWire(word).has_value()) << word;
    }
}

TEST(OrderTerms, FiveStatusesAreFinalAndFourRefuseAReplace) {
    int terminal = 0;
    int refusing = 0;
    for (int i = 0; i <= static_cast<int>(OrderStatus::Unrecognised); ++i) {
        terminal += isTerminal(static_cast<OrderStatus>(i));
        refusing += refusesReplace(static_cast<OrderStatus>(i)) && !isTerminal(static_cast<OrderStatus>(i));
    }
    EXPECT_EQ(terminal, 5);
    EXPECT_EQ(refusing, 4);
    EXPECT_FALSE(isTerminal(OrderStatus::Unrecognised)) << "an unknown word is no end";
    for (const OrderStatus status : {OrderStatus::Accepted, OrderStatus::PendingNew,
                                     OrderStatus::PendingCancel, OrderStatus::PendingReplace})
        EXPECT_TRUE(refusesReplace(status));
}

TEST(OrderTerms, IntentsImplyTheirSide) {
    EXPECT_EQ(sideOf(PositionIntent::BuyToClose), Side::Buy);
    EXPECT_EQ(sideOf(PositionIntent::SellToOpen), Side::Sell);
    EXPECT_TRUE(opensPosition(PositionIntent::SellToOpen));
    EXPECT_FALSE(opensPosition(PositionIntent::SellToClose));
}

} // namespace
} // namespace strikedesk::trade
