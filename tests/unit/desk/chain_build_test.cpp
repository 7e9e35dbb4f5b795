// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/chain_build.h"
#include "core/base/option_symbol.h"

#include <gtest/gtest.h>

namespace strikedesk::desk {
namespace {

const Date kToday = Date::tryFromYmd(2026, 11, 20).value();
const Timestamp kNow = Timestamp::fromSeconds(1'795'000'000);

Symbol nameOf(Date expiry, OptionRight right, std::int64_t strikeCents) {
    return OptionSymbol::tryFrom("SOFI", expiry, right, Price::fromCents(strikeCents))->symbol();
}

alpaca::ListedContract listed(Date expiry, OptionRight right, std::int64_t strikeCents) {
    alpaca::ListedContract made;
    made.contract.symbol = nameOf(expiry, right, strikeCents);
    made.contract.expiry = expiry;
    made.contract.right = right;
    made.contract.strike = Price::fromCents(strikeCents);
    made.contract.openInterest = 500;
    return made;
}

alpaca::Snapshot quoted(const Symbol& symbol, std::int64_t bidCents, std::int64_t askCents) {
    alpaca::Snapshot snapshot;
    snapshot.symbol = symbol;
    market::Quote quote;
    quote.symbol = symbol;
    quote.bid = Price::fromCents(bidCents);
    quote.ask = Price::fromCents(askCents);
    quote.at = kNow - Duration::minutes(4);
    snapshot.latestQuote = quote;
    return snapshot;
}

const std::vector<alpaca::ListedContract> kContracts = {
    listed(kToday + 7, OptionRight::Call, 2900), listed(kToday + 7, OptionRight::Put, 2900),
    listed(kToday + 7, OptionRight::Call, 2850), listed(kToday + 14, OptionRight::Call, 2900)};

TEST(ChainBuild, ListsEachDayOnceWithItsDistance) {
    const auto expiries = expiriesOf(kContracts, kToday);
    ASSERT_EQ(expiries.size(), 2U);
    EXPECT_EQ(expiries[0].daysToExpiry, 7);
    EXPECT_EQ(expiries[1].daysToExpiry, 14);
}

TEST(ChainBuild, NeverOffersADayThatHasPassed) {
    auto contracts = kContracts;
    contracts.push_back(listed(kToday - 1, OptionRight::Call, 2900));
    EXPECT_EQ(expiriesOf(contracts, kToday).size(), 2U);
}

TEST(ChainBuild, AContractThatContradictsItsNameIsNotShown) {
    auto contracts = kContracts;
    contracts[2].disagreesWithName = true;
    EXPECT_EQ(rowsOf(contracts, {}, kToday + 7, kNow).size(), 1U);
}

TEST(ChainBuild, PutsCallsAndPutsOfOneStrikeInOneRow) {
    const auto rows =
        rowsOf(kContracts, {quoted(nameOf(kToday + 7, OptionRight::Put, 2900), 48, 51)}, kToday + 7, kNow);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].strike, Price::fromCents(2850));
    EXPECT_FALSE(rows[0].put);
    ASSERT_TRUE(rows[1].call && rows[1].put);
    EXPECT_EQ(rows[1].put->ask, Price::fromCents(51));
    EXPECT_EQ(rows[1].put->confirmed, kNow) << "reading a quote confirms it now, however old it is";
    EXPECT_FALSE(rows[1].call->confirmed.isSet()) << "a contract without a quote is listed, not made up";
}

TEST(ChainBuild, AnAnswerForAnotherDayChangesNothing) {
    const auto rows =
        rowsOf(kContracts, {quoted(nameOf(kToday + 14, OptionRight::Call, 2900), 48, 51)}, kToday + 7, kNow);
    for (const auto& row : rows)
        EXPECT_TRUE(!row.call || row.call->ask.isZero());
}

TEST(ChainBuild, TheStreamNeverTurnsAQuoteBack) {
    const Symbol symbol = nameOf(kToday + 7, OptionRight::Call, 2900);
    auto rows = rowsOf(kContracts, {quoted(symbol, 84, 87)}, kToday + 7, kNow);
    market::QuoteBoard board;
    market::Quote older = *quoted(symbol, 70, 72).latestQuote;
    board.confirm(older, Moment{kNow - Duration::seconds(9), {}});
    EXPECT_FALSE(takeQuotes(rows, board));
    EXPECT_EQ(rows[1].call->bid, Price::fromCents(84));
    older.at = kNow + Duration::seconds(1);
    board.confirm(older, Moment{kNow + Duration::seconds(1), {}});
    EXPECT_TRUE(takeQuotes(rows, board));
    EXPECT_EQ(rows[1].call->bid, Price::fromCents(70));
}

TEST(ChainBuild, ALateQuoteIsNotShownAsReadNow) {
    const Symbol symbol = nameOf(kToday + 7, OptionRight::Call, 2900);
    alpaca::Snapshot late = quoted(symbol, 84, 87);
    late.latestQuote->at = kNow - Duration::minutes(19);
    late.latestQuote->grade = market::Grade::Delayed;
    auto rows = rowsOf(kContracts, {late}, kToday + 7, kNow);
    EXPECT_EQ(rows[1].call->confirmed, kNow - market::kDelayedBy);
    EXPECT_EQ(rows[1].call->grade, market::Grade::Delayed);
    market::QuoteBoard board;
    board.confirm(*quoted(symbol, 90, 93).latestQuote, Moment{kNow, {}});
    EXPECT_TRUE(takeQuotes(rows, board));
    EXPECT_EQ(rows[1].call->bid, Price::fromCents(90));
    EXPECT_EQ(rows[1].call->grade, market::Grade::RealTime);
}

TEST(ChainBuild, AnAnswerUnderWayDoesNotTurnBackANewerQuoteOfTheStream) {
    const Symbol symbol = nameOf(kToday + 7, OptionRight::Call, 2900);
    market::QuoteBoard board;
    market::Quote streamed = *quoted(symbol, 90, 93).latestQuote;
    streamed.at = kNow + Duration::milliseconds(200);
    board.confirm(streamed, Moment{kNow + Duration::milliseconds(220), {}});
    // Asked for before that quote, answered after it.
    auto rows = rowsOf(kContracts, {quoted(symbol, 84, 87)}, kToday + 7, kNow);
    EXPECT_TRUE(takeQuotes(rows, board));
    EXPECT_EQ(rows[1].call->bid, Price::fromCents(90));
    EXPECT_EQ(rows[1].call->confirmed, kNow + Duration::milliseconds(220));
    // Even when it was asked for later: the answer shows what the venue's cache had.
    rows = rowsOf(kContracts, {quoted(symbol, 84, 87)}, kToday + 7, kNow + Duration::seconds(2));
    EXPECT_TRUE(takeQuotes(rows, board));
    EXPECT_EQ(rows[1].call->bid, Price::fromCents(90));
}

TEST(ChainBuild, TheSameQuoteReadLaterIsConfirmedLater) {
    const Symbol symbol = nameOf(kToday + 7, OptionRight::Call, 2900);
    market::QuoteBoard board;
    board.confirm(*quoted(symbol, 84, 87).latestQuote, Moment{kNow - Duration::minutes(1), {}});
    auto rows = rowsOf(kContracts, {quoted(symbol, 84, 87)}, kToday + 7, kNow);
    EXPECT_FALSE(takeQuotes(rows, board));
    EXPECT_EQ(rows[1].call->confirmed, kNow);
}

TEST(ChainBuild, AnOldPrintDoesNotHideANewerTrade) {
    const Symbol symbol = nameOf(kToday + 7, OptionRight::Call, 2900);
    alpaca::Snapshot snapshot = quoted(symbol, 84, 87);
    snapshot.latestTrade = market::TradePrint{symbol, Price::fromCents(86), 1, kNow, "C", "", ""};
    auto rows = rowsOf(kContracts, {snapshot}, kToday + 7, kNow);
    market::QuoteBoard board;
    board.print(symbol, Price::fromCents(70), kNow - Duration::hours(3), kNow);
    EXPECT_FALSE(takeQuotes(rows, board));
    EXPECT_EQ(rows[1].call->last, Price::fromCents(86));
    board.print(symbol, Price::fromCents(88), kNow + Duration::seconds(1), kNow);
    EXPECT_TRUE(takeQuotes(rows, board));
    EXPECT_EQ(rows[1].call->last, Price::fromCents(88));
    board.print(symbol, Price::fromCents(71), kNow - Duration::hours(2), kNow);
    EXPECT_EQ(board.find(symbol)->last, Price::fromCents(88)) << "a late report of an old trade";
}

TEST(ChainBuild, ExpectedMoveIsTheStraddleNearestToSpot) {
    const auto rows = rowsOf(kContracts,
                             {quoted(nameOf(kToday + 7, OptionRight::Call, 2900), 84, 88),
                              quoted(nameOf(kToday + 7, OptionRight::Put, 2900), 40, 44)},
                             kToday + 7, kNow);
    EXPECT_EQ(expectedMoveOf(rows, Price::fromCents(2948)), Price::fromCents(86 + 42));
}

TEST(ChainBuild, NoExpectedMoveWithoutTwoQuotes) {
    const auto rows =
        rowsOf(kContracts, {quoted(nameOf(kToday + 7, OptionRight::Call, 2900), 84, 88)}, kToday + 7, kNow);
    EXPECT_FALSE(expectedMoveOf(rows, Price::fromCents(2948)));
    EXPECT_FALSE(expectedMoveOf({}, Price::fromCents(2948)));
}

TEST(ChainBuild, MarksWhatIsNotStreamed) {
    const Symbol symbol = nameOf(kToday + 7, OptionRight::Call, 2900);
    auto rows = rowsOf(kContracts, {quoted(symbol, 84, 87)}, kToday + 7, kNow);
    const std::set<Symbol> leftOut = {symbol};
    EXPECT_TRUE(markStreams(rows, &leftOut));
    EXPECT_FALSE(rows[1].call->isStreamed);
    EXPECT_TRUE(rows[1].put->isStreamed);
    EXPECT_FALSE(markStreams(rows, &leftOut));
    EXPECT_TRUE(markStreams(rows, nullptr));
    EXPECT_TRUE(rows[1].call->isStreamed);
}

} // namespace
} // namespace strikedesk::desk
