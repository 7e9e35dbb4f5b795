// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace strikedesk {
namespace {

// What must not compile. A price times a price is not a price, and money is not a price.
template <class A, class B>
concept Adds = requires(A a, B b) { a + b; };
template <class A, class B>
concept Multiplies = requires(A a, B b) { a* b; };
template <class A, class B>
concept Divides = requires(A a, B b) { a / b; };
template <class A, class B>
concept Compares = requires(A a, B b) { a < b; };

static_assert(Adds<Price, Price> && Multiplies<Price, std::int64_t> && Compares<Price, Price>);
static_assert(!Multiplies<Price, Price> && !Divides<Price, Price> && !Multiplies<Price, Quantity>);
static_assert(!Multiplies<Money, Money> && !Divides<Money, Money> && !Multiplies<Quantity, Quantity>);
static_assert(!Adds<Price, Money> && !Adds<Money, Quantity> && !Adds<Price, Quantity> && !Adds<Price, int>);
static_assert(!Adds<Price, double> && !Adds<Money, double> && !Compares<Price, double> &&
              !Compares<Price, int>);
static_assert(!Compares<Price, Money> && !Compares<Money, Quantity>);
static_assert(!std::is_convertible_v<int, Price> && !std::is_convertible_v<double, Price>);
static_assert(!std::is_convertible_v<Price, double> && !std::is_convertible_v<Price, std::int64_t>);
static_assert(!std::is_constructible_v<Price, std::int64_t> && !std::is_constructible_v<Money, std::int64_t>);
static_assert(!std::is_constructible_v<Quantity, std::int64_t> && !std::is_constructible_v<Money, Price>);
static_assert(std::is_trivially_copyable_v<Price> && std::is_trivially_copyable_v<Money> &&
              std::is_trivially_copyable_v<Quantity>);

TEST(Price, ReadsWhatBrokersWrite) {
    EXPECT_EQ(Price::tryFromText("2.10")->units(), 21'000);
    EXPECT_EQ(Price::tryFromText("0.0125")->text(), "0.0125");
    EXPECT_EQ(Price::tryFromText("-1.5")->text(), "-1.50");
    EXPECT_EQ(Price::tryFromText("5.523", ExtraDigits::RoundEven)->text(), "5.523");
    EXPECT_EQ(Price::tryFromText("5.52345", ExtraDigits::RoundEven)->text(), "5.5234");
    EXPECT_EQ(Price::tryFromText("10000000")->units(), Price::kMaxUnits);
}

TEST(Price, RefusesWhatIsNoPrice) {
    for (const char* text : {"", "abc", "1.00001", "10000000.0001", "-10000000.0001", "1e2", "NaN", "1,50",
                             "1/2", "$2.10", "2.10 ", "0x2"})
        EXPECT_FALSE(Price::tryFromText(text)) << text;
}

TEST(Price, TakesABinaryNumberToTheNearestUnit) {
    EXPECT_EQ(Price::tryFromDouble(0.1)->units(), 1'000);
    EXPECT_EQ(Price::tryFromDouble(2.1)->text(), "2.10");
    EXPECT_EQ(Price::tryFromDouble(-0.00004)->units(), 0);
    EXPECT_EQ(Price::tryFromDouble(1e7)->units(), Price::kMaxUnits);
    for (const double wrong :
         {1.0001e7, -1.0001e7, 1e308, -1e308, std::nan(""), std::numeric_limits<double>::infinity(),
          -std::numeric_limits<double>::infinity()})
        EXPECT_FALSE(Price::tryFromDouble(wrong)) << wrong;
}

TEST(Price, RoundsToTicksInBothDirections) {
    const Price nickel = Price::fromCents(5);
    EXPECT_EQ(roundDownToTick(Price::fromCents(314), nickel), Price::fromCents(310));
    EXPECT_EQ(roundUpToTick(Price::fromCents(311), nickel), Price::fromCents(315));
    EXPECT_EQ(roundDownToTick(Price::fromCents(315), nickel), Price::fromCents(315));
    EXPECT_EQ(roundUpToTick(Price::fromCents(315), nickel), Price::fromCents(315));
    EXPECT_EQ(roundDownToTick(Price::fromCents(-1), nickel), Price::fromCents(-5));
    EXPECT_EQ(roundUpToTick(Price::fromCents(-1), nickel), Price());
    EXPECT_EQ(midpoint(Price::fromUnits(1), Price::fromUnits(2)), Price::fromUnits(2));
    EXPECT_EQ(midpoint(Price::fromUnits(2), Price::fromUnits(3)), Price::fromUnits(2));
    EXPECT_EQ(midpoint(Price::fromCents(200), Price::fromCents(210)), Price::fromCents(205));
}

TEST(Money, WorkedExamplesOfTheTradeComeOutToTheCent) {
    const Quantity nine = Quantity::whole(9);
    const Money entry = notional(Price::fromCents(552), nine, 100);
    EXPECT_EQ(entry.text(), "4968.00");
    const Money commission = Money::fromCents(70) * 9;
    EXPECT_EQ((entry + commission).text(), "4974.30");
    const Money exit = notional(Price::fromCents(828), nine, 100);
    EXPECT_EQ((exit - entry - commission - commission).text(), "2471.40");
    const Money stop = notional(Price::fromCents(268), nine, 100);
    EXPECT_EQ((stop - entry - commission - commission).text(), "-2568.60");
}

TEST(Money, RoundsWhatTheBrokerComputedHalfToEven) {
    EXPECT_EQ(Money::tryFromText("100.00005")->text(), "100.00");
    EXPECT_EQ(Money::tryFromText("100.00015")->text(), "100.0002");
    EXPECT_EQ(Money::tryFromText("-12.6")->text(), "-12.60");
    for (const char* text : {"", "1,000", "1e9", "$5", "922337203685477.5808", "--5", "5 USD"})
        EXPECT_FALSE(Money::tryFromText(text)) << text;
}

TEST(Money, AnAmountTooLargeIsAnErrorNotAWrap) {
    const Price top = Price::fromUnits(Price::kMaxUnits);
    const Quantity most = Quantity::fromUnits(Quantity::kMaxUnits);
    EXPECT_FALSE(tryNotional(top, most, 100));
    EXPECT_FALSE(tryNotional(-top, most, 100));
    EXPECT_FALSE(tryNotional(Price::fromCents(1), Quantity::whole(1), -1));
    EXPECT_FALSE(tryNotional(Price::fromCents(1), Quantity::whole(1), 1'000'001));
    EXPECT_FALSE(tryNotional(Price::fromUnits(std::numeric_limits<std::int64_t>::max()), most, 1'000'000));
    EXPECT_EQ(tryNotional(top, most, 0)->units(), 0);
    EXPECT_EQ(tryNotional(Price::fromCents(-550), Quantity::whole(9), 100)->text(), "-4950.00");
    EXPECT_EQ(tryNotional(Price::fromCents(100), *Quantity::tryFromText("0.00005"), 1)->units(), 0);
    EXPECT_EQ(tryNotional(Price::fromCents(100), *Quantity::tryFromText("0.00015"), 1)->units(), 2);
}

TEST(Quantity, ReadsFractionsOfAShareToNineDecimals) {
    EXPECT_EQ(Quantity::tryFromText("0.123456789")->units(), 123'456'789);
    EXPECT_EQ(Quantity::tryFromText("9")->wholePart(), 9);
    EXPECT_EQ(Quantity::tryFromText("-3.5")->wholePart(), -3);
    EXPECT_EQ(Quantity::tryFromText("9.000")->text(), "9");
    EXPECT_TRUE(Quantity::tryFromText("9.0")->isWhole());
    EXPECT_FALSE(Quantity::tryFromText("9.5")->isWhole());
    EXPECT_EQ(Quantity::tryFromText("1000000000")->units(), Quantity::kMaxUnits);
    EXPECT_EQ(abs(Quantity::whole(-4)), Quantity::whole(4));
    for (const char* text :
         {"", "1000000001", "1000000000.000000001", "-1000000001", "0.1234567891", "1e1", "ten", "9,0", " 9"})
        EXPECT_FALSE(Quantity::tryFromText(text)) << text;
}

TEST(QuantityDeathTest, AWholeQuantityBeyondItsRangeStopsTheProgram) {
    EXPECT_DEATH((void)Quantity::whole(1'000'000'001), "within its range");
    EXPECT_DEATH((void)Quantity::whole(std::numeric_limits<std::int64_t>::min()), "within its range");
}

TEST(Values, SumsKeepTheirKind) {
    Money money = Money::dollars(5);
    money += Money::fromCents(50);
    money -= Money::fromCents(25);
    EXPECT_EQ(money.text(), "5.25");
    Quantity quantity = Quantity::whole(3);
    quantity -= Quantity::whole(5);
    EXPECT_TRUE(quantity.isNegative());
    EXPECT_EQ((Price::fromCents(5) * 3).text(), "0.15");
    EXPECT_EQ((-Price::fromCents(5)).text(), "-0.05");
}

} // namespace
} // namespace strikedesk
