// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/ticket/ticket_form.h"

#include <gtest/gtest.h>

namespace strikedesk::ui {
namespace {

constexpr const char* kCall = "AMD261127C00100000";

Price cents(std::int64_t value) { return Price::fromCents(value); }

TicketTexts texts() {
    TicketTexts texts;
    texts.intentId = IntentId("t1");
    texts.contract = Symbol::of(kCall);
    texts.quantity = QStringLiteral("4");
    texts.limit = QStringLiteral("2.00");
    texts.target = QStringLiteral("2.10");
    texts.stop = QStringLiteral("1.60");
    return texts;
}

TEST(TicketForm, ReadsACompleteTicket) {
    const TicketReading reading = readTicket(texts());
    ASSERT_TRUE(reading.ticket);
    EXPECT_EQ(reading.ticket->quantity, Quantity::whole(4));
    EXPECT_EQ(reading.ticket->limitPrice, cents(200));
    EXPECT_EQ(reading.ticket->plan.takeProfit->price, cents(210));
    EXPECT_EQ(reading.ticket->plan.stop, cents(160));
    EXPECT_TRUE(reading.firstProblem().isEmpty());
}

TEST(TicketForm, ExitsAreOptional) {
    TicketTexts plain = texts();
    plain.target.clear();
    plain.stop.clear();
    const TicketReading reading = readTicket(plain);
    ASSERT_TRUE(reading.ticket);
    EXPECT_FALSE(reading.ticket->plan.takeProfit);
    EXPECT_FALSE(reading.ticket->plan.stop);
}

TEST(TicketForm, ShowsWhatAmountsAndPercentsComeTo) {
    TicketTexts relative = texts();
    relative.targetMeaning = TargetMeaning::PlusAmount;
    relative.target = QStringLiteral("+0.10");
    relative.stopMeaning = StopMeaning::MinusPercent;
    relative.stop = QStringLiteral("20 %");
    TicketReading reading = readTicket(relative);
    EXPECT_EQ(reading.target, cents(210));
    EXPECT_EQ(reading.stop, cents(160));
    relative.targetMeaning = TargetMeaning::PlusPercent;
    relative.target = QStringLiteral("5.0");
    reading = readTicket(relative);
    EXPECT_EQ(reading.target, cents(210));
    ASSERT_TRUE(reading.ticket);
    EXPECT_EQ(reading.ticket->plan.takeProfit->percentUnits, 500);
}

TEST(TicketForm, APercentTargetAcrossThreeDollarsLandsOnTheCoarserGrid) {
    TicketTexts wide = texts();
    wide.limit = QStringLiteral("2.95");
    wide.stop.clear();
    wide.targetMeaning = TargetMeaning::PlusPercent;
    wide.target = QStringLiteral("3");
    EXPECT_EQ(readTicket(wide).target, cents(305));
}

TEST(TicketForm, WrongQuantitiesHaveASentenceAndNoTicket) {
    for (const char* wrong : {"", " ", "0", "-1", "+4", "4.5", "four", "4e2", "1,000", "0x10", "99999999999",
                              "1000001", "4 4", "\u0664", "NaN", "<b>4</b>"}) {
        TicketTexts bad = texts();
        bad.quantity = QString::fromUtf8(wrong);
        const TicketReading reading = readTicket(bad);
        EXPECT_FALSE(reading.ticket) << wrong;
        EXPECT_FALSE(reading.quantityProblem.isEmpty()) << wrong;
        EXPECT_TRUE(reading.limitProblem.isEmpty()) << wrong;
    }
}

TEST(TicketForm, WrongLimitsHaveASentenceAndNoTicket) {
    for (const char* wrong :
         {"", "0", "0.00", "-2.00", "2,05", "2,0", "1,2,3", "2.05.1", "2.00001", "two", "inf", "NaN", "1e3",
          "$2", "9999999999", "1000000.05", "2.005", "3.03", "0.001"}) {
        TicketTexts bad = texts();
        bad.target.clear();
        bad.stop.clear();
        bad.limit = QString::fromUtf8(wrong);
        const TicketReading reading = readTicket(bad);
        EXPECT_FALSE(reading.ticket) << wrong;
        EXPECT_FALSE(reading.limitProblem.isEmpty()) << wrong;
    }
}

TEST(TicketForm, ExitsOnTheWrongSideAreMarked) {
    const auto problemOf = [](const char* target, const char* stop) {
        TicketTexts bad = texts();
        bad.target = QString::fromLatin1(target);
        bad.stop = QString::fromLatin1(stop);
        const TicketReading reading = readTicket(bad);
        EXPECT_FALSE(reading.ticket) << target << ' ' << stop;
        return reading;
    };
    EXPECT_FALSE(problemOf("2.00", "1.60").targetProblem.isEmpty());
    EXPECT_FALSE(problemOf("1.50", "1.60").targetProblem.isEmpty());
    EXPECT_FALSE(problemOf("3.02", "1.60").targetProblem.isEmpty());
    EXPECT_FALSE(problemOf("2.10", "2.00").stopProblem.isEmpty());
    EXPECT_FALSE(problemOf("2.10", "0").stopProblem.isEmpty());
    EXPECT_FALSE(problemOf("2.10", "-1").stopProblem.isEmpty());
    EXPECT_FALSE(problemOf("abc", "1.60").targetProblem.isEmpty());
}

TEST(TicketForm, PercentsOutsideTheirRangeAreMarked) {
    for (const char* wrong : {"0", "100", "250", "-", "5.555", "x", "1e1", "%"}) {
        TicketTexts bad = texts();
        bad.stopMeaning = StopMeaning::MinusPercent;
        bad.stop = QString::fromLatin1(wrong);
        EXPECT_FALSE(readTicket(bad).stopProblem.isEmpty()) << wrong;
    }
    EXPECT_EQ(typedPercent(QStringLiteral("5.25")), 525);
    EXPECT_EQ(typedPercent(QStringLiteral("5.2 %")), 520);
    EXPECT_EQ(percentUnitsText(525), QStringLiteral("5.25"));
    EXPECT_EQ(percentUnitsText(5000), QStringLiteral("50"));
}

TEST(TicketForm, ASaleReadsOnlyQuantityAndLimit) {
    TicketTexts sale = texts();
    sale.intent = trade::PositionIntent::SellToClose;
    sale.target = QStringLiteral("nonsense");
    const TicketReading reading = readTicket(sale);
    ASSERT_TRUE(reading.ticket);
    EXPECT_FALSE(reading.ticket->plan.takeProfit);
}

TEST(TicketForm, StepsFollowTheGridAndStopAtItsEnd) {
    const Symbol call = Symbol::of(kCall);
    EXPECT_EQ(stepped(call, cents(299), 1), cents(300));
    EXPECT_EQ(stepped(call, cents(300), 1), cents(305));
    EXPECT_EQ(stepped(call, cents(300), -1), cents(299));
    EXPECT_EQ(stepped(call, cents(303), 1), cents(305));
    EXPECT_EQ(stepped(call, cents(303), -1), cents(300));
    EXPECT_EQ(stepped(call, cents(1), -5), cents(1));
}

TEST(TicketForm, AnyDifferenceMakesAnotherTicket) {
    const trade::EntryTicket ticket = *readTicket(texts()).ticket;
    EXPECT_TRUE(isSameTicket(ticket, ticket));
    const auto differs = [&](void (*change)(trade::EntryTicket&)) {
        trade::EntryTicket other = ticket;
        change(other);
        return !isSameTicket(ticket, other);
    };
    EXPECT_TRUE(differs([](trade::EntryTicket& t) { t.intentId = IntentId("t2"); }));
    EXPECT_TRUE(differs([](trade::EntryTicket& t) { t.symbol = Symbol::of("SPY"); }));
    EXPECT_TRUE(differs([](trade::EntryTicket& t) { t.intent = trade::PositionIntent::SellToOpen; }));
    EXPECT_TRUE(differs([](trade::EntryTicket& t) { t.quantity = Quantity::whole(5); }));
    EXPECT_TRUE(differs([](trade::EntryTicket& t) { t.limitPrice = Price::fromCents(201); }));
    EXPECT_TRUE(differs([](trade::EntryTicket& t) { t.timeInForce = trade::TimeInForce::Gtc; }));
    EXPECT_TRUE(differs([](trade::EntryTicket& t) { t.plan.stop.reset(); }));
    EXPECT_TRUE(differs([](trade::EntryTicket& t) { t.plan.takeProfit->price = Price::fromCents(211); }));
    EXPECT_TRUE(differs([](trade::EntryTicket& t) { t.plan.takeProfit.reset(); }));
    EXPECT_TRUE(differs([](trade::EntryTicket& t) { t.multiplier = 10; }));
}

} // namespace
} // namespace strikedesk::ui
