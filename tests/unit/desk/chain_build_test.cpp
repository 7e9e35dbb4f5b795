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
