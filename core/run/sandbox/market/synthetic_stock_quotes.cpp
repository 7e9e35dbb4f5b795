// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/synthetic_stocks.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::sandbox {

namespace {

enum Purpose : std::uint64_t { kQuote = 7, kQuoteTime = 251 };

constexpr Duration kBandInterval = Duration::seconds(30);
constexpr double kThinVolume = 1e6;

std::uint64_t key(Timestamp at) { return static_cast<std::uint64_t>(at.nanoseconds()); }

Price cents(double dollars) {
    return Price::fromCents(std::max<std::int64_t>(1, std::llround(dollars * 100)));
}

/// The New York day of a moment; most are of the day asked for last.
Date dayOf(const SessionCalendar& calendar, const Session& last, Timestamp at) {
    return last.preOpen <= at && at < last.postClose ? last.date : calendar.dateOf(at);
}

} // namespace

Duration SyntheticStocks::slotLength(std::size_t stock, bool isExtended) const {
    const int busy = m_specs[stock].printsPerMinute;
    if (!isExtended)
        return Duration::seconds(busy >= 20 ? 1 : busy >= 5 ? 2 : 5);
    return Duration::seconds(busy >= 50 ? 5 : busy >= 20 ? 15 : 60);
}

/// The slot that holds a moment of the day; the last slots of a part of the day may run into the next part
/// and are left out.
std::optional<SyntheticStocks::Slot> SyntheticStocks::slotAt(std::size_t stock, Timestamp at,
                                                             const Session& session) const {
    const bool early = at < session.open;
    const bool late = session.close <= at;
    Slot slot;
    slot.isExtended = early || late;
    slot.length = slotLength(stock, slot.isExtended);
    const Timestamp start = early ? session.preOpen : late ? session.close : session.open;
    const Timestamp end = early ? session.open : late ? session.postClose : session.close;
    const std::int64_t whole = (end - start).count() / slot.length.count();
    const std::int64_t number = std::min((at - start).count() / slot.length.count(), whole - 1);
    slot.start = start + slot.length * number;
    return slot;
}

Timestamp SyntheticStocks::quoteTime(std::size_t stock, const Slot& slot) const {
    HashRandom random(m_seed, {kQuoteTime, stock, key(slot.start)});
    return slot.start + Duration::microseconds(random.between(0, slot.length.count() / 1'000 - 1));
}

market::Quote SyntheticStocks::extendedQuote(std::size_t stock, const StockDay& day, Timestamp at) {
    const StockSpec& spec = m_specs[stock];
    HashRandom random(m_seed, {kQuote, stock, key(at)});
    market::Quote quote;
    quote.symbol = spec.asset.symbol;
    quote.at = at;
    const double middle = day.at(at);
    const double usual = std::max(1.0, spec.spreadCents / day.shares) / 100.0;
    const double liquid = std::sqrt(4e7 / spec.dayVolume);
    const double width = 2.0 * usual + middle * 0.0002 * liquid * (1.0 + random.uniform());
    const double lean = 0.3 + 0.4 * random.uniform();
    quote.bid = cents(middle - width * lean);
    quote.ask = std::max(cents(middle + width * (1.0 - lean)), quote.bid + Price::fromCents(1));
    quote.bidSize = 100 * random.between(1, 5);
    quote.askSize = 100 * random.between(1, 5);
    return quote;
}

std::optional<market::Quote> SyntheticStocks::quoteOf(std::size_t stock, const Slot& slot) {
    const Timestamp at = quoteTime(stock, slot);
    const StockDay* day = m_paths.day(stock, dayOf(m_calendar, m_lastSession, at));
    if (day == nullptr)
        return std::nullopt;
    if (slot.isExtended)
        return extendedQuote(stock, *day, at);
    const StockSpec& spec = m_specs[stock];
    HashRandom random(m_seed, {kQuote, stock, key(slot.start)});
    const double usual = std::max(1.0, spec.spreadCents / day->shares);
    const Price spread = Price::fromCents(std::llround(usual) + (random.uniform() < 0.25 ? 1 : 0));
    market::Quote quote;
    quote.at = at;
    quote.symbol = spec.asset.symbol;
    const double middle = day->at(at);
    const Session session = day->session;
    const double lean = random.uniform();
    const auto last = usual <= 3.0 ? lastPrice(stock, at, session) : std::nullopt;
    // Liquid stocks trade at the bid or the ask; in wide ones trades fall between them.
    if (last)
        quote.bid = lean < 0.5 ? *last : *last - spread;
    else
        quote.bid = cents(middle - spread.toDoubleLossy() * (0.4 + 0.2 * lean));
    quote.bid = std::max(quote.bid, Price::fromCents(1));
    quote.ask = quote.bid + spread;
    const double odd = random.uniform();
    if (odd < kCrossedChance && quote.bid > Price::fromCents(1))
        quote.ask = quote.bid - Price::fromCents(1);
    else if (odd < kCrossedChance + kLockedChance)
        quote.ask = quote.bid;
    quote.bidSize = 100 * random.between(1, 20);
    quote.askSize = 100 * random.between(1, 20);
    return quote;
}

std::optional<market::Quote> SyntheticStocks::quoteAt(std::size_t stock, Timestamp at) {
    Timestamp open = openMoment(at);
    if (!open.isSet())
        return std::nullopt;
    if (const HaltSpan* halt = haltAt(stock, open))
        open = halt->from - Duration::nanoseconds(1);
    // The slot that holds the moment, the one before it, and so on over the edges of the day's parts.
    Timestamp look = open;
    for (int tries = 0; tries < 6; ++tries) {
        const bool isLast = m_lastSession.preOpen <= look && look < m_lastSession.postClose;
        const auto session =
            isLast ? std::optional(m_lastSession) : m_calendar.days().session(m_calendar.dateOf(look));
        const auto slot = session ? slotAt(stock, look, *session) : std::nullopt;
        if (!slot)
            return std::nullopt;
        const Timestamp when = quoteTime(stock, *slot);
        if (when <= open) {
            const HaltSpan* halt = haltAt(stock, when);
            if (halt == nullptr)
                return quoteOf(stock, *slot);
            open = halt->from - Duration::nanoseconds(1);
            look = open;
            continue;
        }
        look = openMoment(slot->start - Duration::nanoseconds(1));
        if (!look.isSet())
            return std::nullopt;
    }
    return std::nullopt;
}

std::vector<market::Quote> SyntheticStocks::quotes(std::size_t stock, Timestamp from, Timestamp to,
                                                   std::size_t limit) {
    std::vector<market::Quote> found;
    const Date last = m_calendar.dateOf(to);
    for (Date date = std::max(m_calendar.dateOf(from), m_paths.firstDay());
         date <= last && found.size() < limit; date = date + 1) {
        const StockDay* kept = m_paths.day(stock, date);
        if (kept == nullptr)
            continue;
        const StockDay day = *kept;
        // In pieces, so that a small limit costs little.
        Timestamp done = std::max(from, day.session.preOpen) - Duration::nanoseconds(1);
        const Timestamp end = std::min(to, day.session.postClose - Duration::nanoseconds(1));
        while (done < end && found.size() < limit) {
            const Timestamp next = std::min(end, done + Duration::minutes(5));
            std::vector<MarketEvent> events;
            quoteEvents(stock, day, done, next, events);
            for (const MarketEvent& event : events)
                if (found.size() < limit)
                    found.push_back(std::get<market::Quote>(event));
            done = next;
        }
    }
    return found;
}

void SyntheticStocks::quoteEvents(std::size_t stock, const StockDay& day, Timestamp from, Timestamp to,
                                  std::vector<MarketEvent>& out) {
    const Session& session = day.session;
    for (const auto& [start, end] :
         {std::pair(session.preOpen, session.open), std::pair(session.open, session.close),
          std::pair(session.close, session.postClose)}) {
        if (to < start || end <= from)
            continue;
        Slot slot;
        slot.isExtended = start != session.open;
        slot.length = slotLength(stock, slot.isExtended);
        const std::int64_t whole = (end - start).count() / slot.length.count();
        std::int64_t number = std::max<std::int64_t>(0, (from - start).count() / slot.length.count());
        for (; number < whole; ++number) {
            slot.start = start + slot.length * number;
            if (to < slot.start)
                break;
            const Timestamp when = quoteTime(stock, slot);
            const bool halted = day.halt && day.halt->from <= when && when < day.halt->to;
            if (when <= from || to < when || halted)
                continue;
            if (auto quote = quoteOf(stock, slot))
                out.emplace_back(std::move(*quote));
        }
    }
}

std::optional<PriceBand> SyntheticStocks::bandAt(std::size_t stock, const StockDay& day, Timestamp at) const {
    const Session& session = day.session;
    if (at <= session.open || session.close <= at || (day.halt && day.halt->from <= at && at < day.halt->to))
        return std::nullopt;
    const auto edge = static_cast<std::int64_t>((at - session.open).count() / 60'000'000'000);
    std::int64_t first = std::max<std::int64_t>(0, edge - 4);
    // After a pause the price it reopened at is the new reference.
    if (day.halt && day.halt->to <= at)
        first = std::max(first, (day.halt->to - session.open).count() / 60'000'000'000);
    double reference = 0;
    for (std::int64_t i = first; i <= edge; ++i)
        reference += day.level[static_cast<std::size_t>(i)] / static_cast<double>(edge - first + 1);
    double width = m_specs[stock].dayVolume < kThinVolume ? 2.0 * StockPaths::kBand : StockPaths::kBand;
    if (session.close - at <= Duration::minutes(25))
        width *= 2.0;
    PriceBand band;
    band.symbol = m_specs[stock].asset.symbol;
    band.down = cents(reference * (1.0 - width));
    band.up = cents(reference * (1.0 + width));
    band.at = at;
    return band;
}

/// Pauses in the words of the tape (protocol facts, Alpaca section 16), and the bands every half minute.
void SyntheticStocks::statusEvents(std::size_t stock, const StockDay& day, Timestamp from, Timestamp to,
                                   std::vector<MarketEvent>& out) {
    const Asset& asset = m_specs[stock].asset;
    if (day.halt) {
        const bool isNasdaq = asset.tape == 'C';
        market::TradingStatus status;
        status.symbol = asset.symbol;
        status.reason = "LUDP";
        if (from < day.halt->from && day.halt->from <= to) {
            status.at = day.halt->from;
            status.phase = market::TradingPhase::Halted;
            status.code = isNasdaq ? "P" : "2";
            out.emplace_back(status);
        }
        if (from < day.halt->to && day.halt->to <= to) {
            status.at = day.halt->to;
            status.phase = market::TradingPhase::Trading;
            status.code = isNasdaq ? "T" : "3";
            out.emplace_back(status);
            if (auto band = bandAt(stock, day, day.halt->to))
                out.emplace_back(std::move(*band));
        }
    }
    // Spread over the interval, so that not every stock speaks at once.
    const Duration shift = Duration::milliseconds(137 * static_cast<std::int64_t>(stock) + 5'000);
    const Timestamp base = day.session.open + shift;
    if (to < base)
        return;
    std::int64_t number = std::max<std::int64_t>(0, (from - base).count() / kBandInterval.count());
    for (Timestamp at = base + kBandInterval * number; at <= to; at = at + kBandInterval)
        if (from < at)
            if (auto band = bandAt(stock, day, at))
                out.emplace_back(std::move(*band));
}

} // namespace strikedesk::sandbox
