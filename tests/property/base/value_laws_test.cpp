// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date.h"
#include "core/base/money.h"
#include "core/base/option_symbol.h"
#include "core/base/trading_calendar.h"
#include "core/base/zone.h"
#include "tests/unit/base/archive_sample.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <string>

namespace strikedesk {
namespace {

/// Runs a law over 1,000 random inputs (RC_PARAMS in the environment says otherwise); the message of a broken
/// one holds the smallest case and the seed.
template <class Law>
void holds(const char* name, Law law) {
    // Read by the library when it runs its first law.
    static const int kCases = ::setenv("RC_PARAMS", "max_success=1000", 0);
    EXPECT_EQ(kCases, 0);
    EXPECT_TRUE(rc::check(name, law));
}

std::int64_t within(std::int64_t low, std::int64_t high) { return *rc::gen::inRange(low, high + 1); }

/// A number whose size is as likely as any other, so that small and huge ones both come.
std::int64_t anyMagnitude(std::int64_t most) {
    const auto bits = within(0, 62);
    const std::int64_t top = std::min(most, (std::int64_t{1} << bits));
    return within(-top, top);
}

TEST(ValueLaws, AFormattedDecimalReadsBackAsItself) {
    holds("parse(format(u)) = u", [] {
        const auto units = *rc::gen::arbitrary<std::int64_t>();
        RC_PRE(units != std::numeric_limits<std::int64_t>::min());
        const auto digits = static_cast<int>(within(0, 9));
        const auto least = static_cast<int>(within(0, digits));
        const auto read = parseDecimal(formatDecimal(units, digits, least), digits, ExtraDigits::Refuse);
        RC_ASSERT(read.ok());
        RC_ASSERT(*read == units);
    });
    holds("Price, Money, Quantity", [] {
        const Price price = Price::fromUnits(anyMagnitude(Price::kMaxUnits));
        RC_ASSERT(*Price::tryFromText(price.text()) == price);
        const Money money = Money::fromUnits(anyMagnitude(std::numeric_limits<std::int64_t>::max() - 1));
        RC_ASSERT(*Money::tryFromText(money.text()) == money);
        const Quantity quantity = Quantity::fromUnits(anyMagnitude(Quantity::kMaxUnits));
        RC_ASSERT(*Quantity::tryFromText(quantity.text()) == quantity);
    });
}

TEST(ValueLaws, RoundingIsNeverFurtherThanHalfAUnit) {
    holds("|parse(text) − text| ≤ ½ unit", [] {
        const std::int64_t fine = anyMagnitude(std::numeric_limits<std::int64_t>::max() / 2);
        const auto rounded = parseDecimal(formatDecimal(fine, 9, 0), 4, ExtraDigits::RoundEven);
        RC_ASSERT(rounded.ok());
        const __int128 error = static_cast<__int128>(*rounded) * 100'000 - fine;
        RC_ASSERT((error < 0 ? -error : error) <= 50'000);
        RC_ASSERT(error * 2 != 100'000 || *rounded % 2 == 0);
        RC_ASSERT(error * 2 != -100'000 || *rounded % 2 == 0);
    });
    holds("ticks bracket a price", [] {
        const Price price = Price::fromUnits(anyMagnitude(Price::kMaxUnits));
        const Price tick = Price::fromUnits(within(1, 10'000));
        const Price down = roundDownToTick(price, tick);
        const Price up = roundUpToTick(price, tick);
        RC_ASSERT(down <= price && price <= up);
        RC_ASSERT(down.units() % tick.units() == 0 && up.units() % tick.units() == 0);
        RC_ASSERT(up - down == (price.units() % tick.units() == 0 ? Price() : tick));
    });
    holds("a mid lies between its sides", [] {
        const Price bid = Price::fromUnits(anyMagnitude(Price::kMaxUnits));
        const Price ask = Price::fromUnits(anyMagnitude(Price::kMaxUnits));
        const Price mid = midpoint(bid, ask);
        RC_ASSERT(std::min(bid, ask) <= mid && mid <= std::max(bid, ask));
        RC_ASSERT(midpoint(ask, bid) == mid);
    });
}

TEST(ValueLaws, NotionalOfWholeContractsIsExactAndAdds) {
    holds("notional", [] {
        const Price price = Price::fromUnits(within(-1'000'000'000, 1'000'000'000));
        const std::int64_t first = within(-10'000, 10'000);
        const std::int64_t second = within(-10'000, 10'000);
        const Money one = notional(price, Quantity::whole(first), 100);
        RC_ASSERT(one.units() == price.units() * first * 100);
        RC_ASSERT(one + notional(price, Quantity::whole(second), 100) ==
                  notional(price, Quantity::whole(first + second), 100));
        RC_ASSERT(notional(-price, Quantity::whole(first), 100) == -one);
    });
    holds("a notional of anything is right or refused", [] {
        const Price price = Price::fromUnits(anyMagnitude(Price::kMaxUnits));
        const Quantity quantity = Quantity::fromUnits(anyMagnitude(Quantity::kMaxUnits));
        const auto multiplier = within(0, 1'000'000);
        const auto money = tryNotional(price, quantity, multiplier);
        if (money.ok()) {
            const __int128 exact = static_cast<__int128>(price.units()) * quantity.units() * multiplier;
            const __int128 error = static_cast<__int128>(money->units()) * Quantity::kUnitsPerOne - exact;
            RC_ASSERT((error < 0 ? -error : error) * 2 <= Quantity::kUnitsPerOne);
        }
    });
}

TEST(ValueLaws, AnyTextIsReadOrRefusedAndWhatIsReadReadsBack) {
    holds("hostile text", [] {
        const auto text = *rc::gen::container<std::string>(rc::gen::oneOf(
            rc::gen::arbitrary<char>(), rc::gen::elementOf(std::string("0123456789+-.:TZ ACP"))));
        if (const auto price = Price::tryFromText(text, ExtraDigits::RoundEven); price.ok())
            RC_ASSERT(*Price::tryFromText(price->text()) == *price);
        if (const auto date = Date::tryFromIso(text); date.ok())
            RC_ASSERT(date->iso() == text);
        if (const auto time = Timestamp::tryFromRfc3339(text); time.ok())
            RC_ASSERT(Timestamp::tryFromRfc3339(time->rfc3339()).ok());
        if (const auto symbol = Symbol::tryFrom(text); symbol.ok())
            RC_ASSERT(symbol->view() == text);
        (void)OptionSymbol::tryFromOcc(text);
    });
}

TEST(ValueLaws, AContractNameReadsBackInBothForms) {
    holds("OCC round trip", [] {
        std::string root(1, *rc::gen::inRange<char>('A', 'Z' + 1));
        const auto more = within(0, 5);
        for (std::int64_t i = 0; i < more; ++i)
            root += *rc::gen::elementOf(std::string("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"));
        const Date expiry = Date::fromDays(static_cast<std::int32_t>(within(10'957, 47'481)));
        const auto right = *rc::gen::element(OptionRight::Call, OptionRight::Put);
        const Price strike = Price::fromUnits(within(1, 99'999'999) * 10);
        const auto option = OptionSymbol::tryFrom(root, expiry, right, strike);
        RC_ASSERT(option.ok());
        RC_ASSERT(*OptionSymbol::tryFromOcc(option->symbol().view()) == *option);
        RC_ASSERT(*OptionSymbol::tryFromOcc(option->padded()) == *option);
        RC_ASSERT(option->strike() == strike && option->expiry() == expiry && option->root().view() == root);
    });
}

TEST(TimeLaws, AnInstantWrittenReadsBackAsItself) {
    holds("rfc3339", [] {
        const auto time = Timestamp::fromNanoseconds(within(0, 7'289'654'399'000'000'000));
        RC_ASSERT(*Timestamp::tryFromRfc3339(time.rfc3339()) == time);
        const Date date = Date::ofUtc(time);
        RC_ASSERT(date.startUtc() <= time && time < (date + 1).startUtc());
        RC_ASSERT(*Date::tryFromIso(date.iso()) == date);
        RC_ASSERT(*Date::tryFromYmd(date.year(), date.month(), date.day()) == date);
    });
}

TEST(TimeLaws, NewYorkTimeGoesThereAndBack) {
    holds("zone", [] {
        const auto utc = Timestamp::fromSeconds(within(0, 2'556'143'999));
        const NewYorkTime local = toNewYork(utc);
        RC_ASSERT(local.secondOfDay >= 0 && local.secondOfDay < 86'400);
        const Timestamp back = fromNewYork(local.date, local.secondOfDay);
        RC_ASSERT(back == utc || (!local.isDst && back == utc - Duration::hours(1)));
        RC_ASSERT(toNewYork(back).secondOfDay == local.secondOfDay);
        const Timestamp later = fromNewYork(local.date, local.secondOfDay + 1);
        RC_ASSERT(back <= later);
    });
}

TEST(TimeLaws, TheCalendarAgreesWithItself) {
    const TradingCalendar calendar = TradingCalendar::unitedStates();
    holds("calendar", [&calendar] {
        const auto t = Timestamp::fromSeconds(within(1'104'600'000, 1'924'000'000));
        const auto open = calendar.nextOpen(t);
        const auto close = calendar.nextClose(t);
        if (open.ok() && close.ok()) {
            RC_ASSERT(*open > t && *close > t);
            RC_ASSERT(calendar.isOpen(*open) && !calendar.isOpen(*close));
            RC_ASSERT(calendar.isOpen(t) == (*close < *open));
        }
        const Date date = newYorkDate(t);
        if (const auto next = calendar.nextTradingDay(date); next.ok() && calendar.isTradingDay(date)) {
            RC_ASSERT(*calendar.previousTradingDay(*next) == date);
            RC_ASSERT(*calendar.tradingDaysBetween(date, *next) == 1);
        }
        if (const auto plan = calendar.session(date)) {
            RC_ASSERT((plan->close - plan->open) == Duration::minutes(calendar.minutesInSession(date)));
            RC_ASSERT(calendar.sessionAt(plan->preOpen) == plan && !calendar.sessionAt(plan->postClose));
        }
    });
}

TEST(ArchiveLaws, RandomDamageNeverCrashesAReader) {
    using namespace archive_sample;
    const std::string whole = bytesOf(fullSample());
    holds("mutations", [&whole] {
        std::string bytes = whole;
        const auto changes = within(1, 20);
        for (std::int64_t i = 0; i < changes && !bytes.empty(); ++i) {
            const auto at = static_cast<std::size_t>(within(0, static_cast<std::int64_t>(bytes.size()) - 1));
            switch (within(0, 2)) {
            case 0:
                bytes[at] = *rc::gen::arbitrary<char>();
                break;
            case 1:
                bytes.erase(at, static_cast<std::size_t>(within(1, 8)));
                break;
            default:
                bytes.insert(at, static_cast<std::size_t>(within(1, 8)), *rc::gen::arbitrary<char>());
                break;
            }
        }
        Everything read;
        BinaryReader reader(bytes);
        reader.field("all", read);
        if (reader.finished()) {
            Everything again;
            const std::string rewritten = bytesOf(read);
            BinaryReader second(rewritten);
            second.field("all", again);
            RC_ASSERT(second.finished());
        }
    });
}

} // namespace
} // namespace strikedesk
