// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/replay_rows.h"

#include "core/run/sandbox/market/sale_conditions.h"

#include <charconv>

namespace strikedesk::sandbox {

namespace {

/// Every stamp lies in the years the product knows.
constexpr std::int64_t kEarliestMs = 0;
constexpr std::int64_t kLatestMs = 4'102'444'800'000;
constexpr std::int64_t kMostShares = 1'000'000'000'000;
/// Minute bars and quotes of so many calendar days before the replayed one are history.
constexpr int kHistoryDays = 30;

/// One side of a quote: price in `column`, size in `sizeColumn`; a blank price is an empty side.
Status readSide(const CsvRow& row, std::size_t column, std::size_t sizeColumn, Price& price,
                std::int64_t& size) {
    const auto told = row.price(column);
    const auto count = row.integer(sizeColumn);
    if (!told || !count || told->value_or(Price()) < Price() || count->value_or(0) < 0 ||
        count->value_or(0) > kMostShares)
        return badCell("a price or size is not a number");
    price = told->value_or(Price());
    size = price.isZero() ? 0 : count->value_or(0);
    return done();
}

} // namespace

ReplayWindow::ReplayWindow(Date day) : date(day) {
    const SessionCalendar calendar;
    from = calendar.newYork(day, 0);
    to = calendar.newYork(day + 1, 0);
    historyFrom = calendar.newYork(day - kHistoryDays, 0);
}

bool RawSeries::hasDay(const ReplayWindow& window) const {
    if (!ticks.empty() || !seconds.empty())
        return true;
    for (const market::Bar& bar : minutes)
        if (window.isOfDay(bar.start))
            return true;
    return false;
}

Error badCell(const std::string& what) { return invalidInput("sandbox.replay.cell", what); }

Result<Timestamp> stampOf(const CsvRow& row, std::size_t column) {
    const auto ms = row.integer(column);
    if (!ms || !*ms || **ms < kEarliestMs || kLatestMs < **ms)
        return badCell("the time stamp is not a time in milliseconds");
    return Timestamp::fromMilliseconds(**ms);
}

Result<market::Bar> barOfRow(const CsvRow& row, Timestamp start, std::size_t first) {
    market::Bar bar;
    bar.start = start;
    Price* const fields[] = {&bar.open, &bar.high, &bar.low, &bar.close};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto price = row.price(first + i);
        if (!price || !*price)
            return badCell("a price is missing or not a number");
        *fields[i] = **price;
    }
    const auto volume = row.integer(first + 4);
    if (!volume || !*volume)
        return badCell("the volume is missing or not a number");
    bar.volume = **volume;
    if (!bar.isConsistent() || bar.volume > kMostShares)
        return badCell("the bar contradicts itself");
    return bar;
}

Result<market::Quote> quoteOfRow(const CsvRow& row, Timestamp at, const Symbol& symbol, std::size_t first) {
    market::Quote quote;
    quote.symbol = symbol;
    quote.at = at;
    if (Status bid = readSide(row, first, first + 2, quote.bid, quote.bidSize); !bid)
        return bid.error();
    if (Status ask = readSide(row, first + 1, first + 3, quote.ask, quote.askSize); !ask)
        return ask.error();
    return quote;
}

Result<RecordedPrint> printOfRow(const CsvRow& row, Timestamp at, std::size_t first) {
    RecordedPrint print;
    print.at = at;
    const auto price = row.price(first);
    const auto size = row.integer(first + 1);
    if (!price || !*price || !(*price)->isPositive() || !size || size->value_or(-1) < 0 ||
        **size > kMostShares)
        return badCell("the price or size of a print is not a number");
    print.price = **price;
    print.size = **size;
    const std::string_view exchange = row.text(first + 2);
    if (exchange.size() > 1)
        return badCell("the exchange is not one letter");
    print.exchange = exchange.empty() ? ' ' : exchange.front();
    const std::string_view flags = row.text(first + 3);
    const auto read = std::from_chars(flags.data(), flags.data() + flags.size(), print.flags, 16);
    if (read.ec != std::errc() || read.ptr != flags.data() + flags.size())
        return badCell("the condition is not a hexadecimal number");
    print.flags &= ~SaleFlag::kSuspicious;
    if (row.text(first + 4) == "1")
        print.flags |= SaleFlag::kSuspicious;
    return print;
}

Status addQuoteTick(const CsvRow& row, Timestamp at, const Symbol& symbol, std::size_t first,
                    RawSeries& raw) {
    std::vector<market::Quote>& ticks = raw.quotes[0];
    const bool tellsBid = !row.text(first).empty();
    const bool tellsAsk = !row.text(first + 1).empty();
    if (!tellsBid && !tellsAsk)
        return badCell("the quote tells neither side");
    const bool completes = raw.lastTickWasOneSided && !ticks.empty() && ticks.back().at == at &&
                           tellsBid != tellsAsk && tellsBid != raw.lastTickWasBid;
    if (!completes) {
        market::Quote quote = ticks.empty() ? market::Quote() : ticks.back();
        quote.symbol = symbol;
        quote.at = at;
        ticks.push_back(quote);
    }
    market::Quote& quote = ticks.back();
    if (tellsBid)
        if (Status side = readSide(row, first, first + 2, quote.bid, quote.bidSize); !side)
            return side;
    if (tellsAsk)
        if (Status side = readSide(row, first + 1, first + 3, quote.ask, quote.askSize); !side)
            return side;
    raw.lastTickWasOneSided = !completes && tellsBid != tellsAsk;
    raw.lastTickWasBid = tellsBid;
    return done();
}

Status readCsvIfThere(const std::string& folder, const std::string& name,
                      const std::vector<std::string>& columns,
                      const std::function<Status(const CsvRow&)>& onRow) {
    return csvExists(folder, name) ? readCsv(folder, name, columns, onRow) : done();
}

} // namespace strikedesk::sandbox
