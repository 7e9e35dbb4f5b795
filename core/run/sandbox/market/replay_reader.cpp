// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/csv_table.h"
#include "core/run/sandbox/market/hash_random.h"
#include "core/run/sandbox/market/minute_prints.h"
#include "core/run/sandbox/market/replay_market.h"

#include <algorithm>
#include <functional>

namespace strikedesk::sandbox {

namespace {

/// Every stamp lies in the years the product knows.
constexpr std::int64_t kEarliestMs = 0;
constexpr std::int64_t kLatestMs = 4'102'444'800'000;

Error badCell(const std::string& what) { return invalidInput("sandbox.replay.cell", what); }

Result<Timestamp> stampOf(const CsvRow& row, std::size_t column) {
    const auto ms = row.integer(column);
    if (!ms || !*ms || **ms < kEarliestMs || kLatestMs < **ms)
        return badCell("the time stamp is not a time in milliseconds");
    return Timestamp::fromMilliseconds(**ms);
}

/// Price columns first..first+3 are open, high, low, close; then the volume.
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
    if (!bar.isConsistent() || bar.volume > 1'000'000'000'000)
        return badCell("the bar contradicts itself");
    return bar;
}

/// Columns first..first+3 are bid, ask, bid size, ask size; a blank side is an empty side.
Result<market::Quote> quoteOfRow(const CsvRow& row, Timestamp at, const Symbol& symbol, std::size_t first) {
    market::Quote quote;
    quote.symbol = symbol;
    quote.at = at;
    Price* const prices[] = {&quote.bid, &quote.ask};
    std::int64_t* const sizes[] = {&quote.bidSize, &quote.askSize};
    for (std::size_t i = 0; i < 2; ++i) {
        const auto price = row.price(first + i);
        const auto size = row.integer(first + 2 + i);
        if (!price || !size || price->value_or(Price()) < Price() || size->value_or(0) < 0)
            return badCell("a price or size is not a number");
        *prices[i] = price->value_or(Price());
        *sizes[i] = prices[i]->isZero() ? 0 : size->value_or(0);
    }
    return quote;
}

/// Reads one of the files into a RecordedDay.
class DayReader {
public:
    DayReader(std::string folder, RecordedDay& day) : m_folder(std::move(folder)), m_day(day) {}

    Status readAll() {
        const std::function<Status()> steps[] = {
            [this] { return readStockBars(); },    [this] { return readStockQuotes(); },
            [this] { return readContracts(); },    [this] { return readOpenInterest(); },
            [this] { return readOptionQuotes(); }, [this] { return readOptionBars(); },
            [this] { return readDailyBars(); },
        };
        for (const auto& step : steps)
            if (Status status = step(); !status)
                return status;
        return done();
    }

private:
    bool isOfDay(Timestamp at) const { return m_calendar.dateOf(at) == m_day.date; }

    Status readStockBars() {
        return readCsv(m_folder, "equity_bars_1m",
                       {"symbol", "ts_ms", "open", "high", "low", "close", "volume"},
                       [this](const CsvRow& row) -> Status {
                           if (row.text(0) != m_day.symbol.view())
                               return done();
                           const auto start = stampOf(row, 1);
                           if (!start)
                               return start.error();
                           if (m_calendar.dateOf(*start) > m_day.date)
                               return done();
                           auto bar = barOfRow(row, *start, 2);
                           if (!bar)
                               return bar.error();
                           m_day.series[m_day.symbol].bars.push_back(std::move(*bar));
                           return done();
                       });
    }

    Status readStockQuotes() {
        return readCsv(m_folder, "equity_quotes_1m",
                       {"symbol", "ts_ms", "bid", "ask", "bid_size", "ask_size"},
                       [this](const CsvRow& row) -> Status {
                           if (row.text(0) != m_day.symbol.view())
                               return done();
                           return addQuote(row, m_day.symbol);
                       });
    }

    Status addQuote(const CsvRow& row, const Symbol& symbol) {
        const auto at = stampOf(row, 1);
        if (!at)
            return at.error();
        if (!isOfDay(*at))
            return done();
        auto quote = quoteOfRow(row, *at, symbol, 2);
        if (!quote)
            return quote.error();
        m_day.series[symbol].quotes.push_back(std::move(*quote));
        return done();
    }

    Status readContracts() {
        return readCsv(m_folder, "option_contracts",
                       {"occ_symbol", "underlying", "expiry", "style", "multiplier"},
                       [this](const CsvRow& row) -> Status {
                           if (row.text(1) != m_day.symbol.view())
                               return done();
                           const auto name = OptionSymbol::tryFromOcc(row.text(0));
                           const auto expiry = Date::tryFromIso(row.text(2));
                           const auto multiplier = row.integer(4);
                           if (!name || !expiry || !multiplier || multiplier->value_or(0) <= 0)
                               return badCell("the contract is not described completely");
                           if (*expiry < m_day.date)
                               return done();
                           m_day.contracts.push_back(contractOf(*name, *expiry, row.text(3) == "european"));
                           m_day.contracts.back().multiplier = **multiplier;
                           m_day.contracts.back().size = **multiplier;
                           m_day.series[name->symbol()];
                           return done();
                       });
    }

    options::Contract contractOf(const OptionSymbol& name, Date expiry, bool european) const {
        options::Contract contract;
        contract.symbol = name.symbol();
        contract.underlying = m_day.symbol;
        contract.root = name.root();
        contract.expiry = expiry;
        contract.right = name.right();
        contract.style = european ? options::ExerciseStyle::European : options::ExerciseStyle::American;
        contract.strike = name.strike();
        return contract;
    }

    /// The series of a listed contract of ours, or null for rows of other underlyings.
    RecordedSeries* contractSeries(std::string_view occ, Symbol& symbol) {
        if (occ.substr(0, m_day.symbol.view().size()) != m_day.symbol.view())
            return nullptr;
        const auto name = OptionSymbol::tryFromOcc(occ);
        if (!name)
            return nullptr;
        symbol = name->symbol();
        const auto found = m_day.series.find(symbol);
        return found == m_day.series.end() ? nullptr : &found->second;
    }

    Status readOpenInterest() {
        return readCsv(m_folder, "option_open_interest", {"occ_symbol", "ts_ms", "open_interest"},
                       [this](const CsvRow& row) -> Status {
                           Symbol symbol;
                           if (contractSeries(row.text(0), symbol) == nullptr)
                               return done();
                           const auto at = stampOf(row, 1);
                           const auto count = row.integer(2);
                           if (!at || !count || count->value_or(-1) < 0)
                               return badCell("the open interest is not a number");
                           // Published before the open with the prior night's figure; a later day's would be
                           // a look into the future.
                           if (m_calendar.dateOf(*at) <= m_day.date)
                               m_interest[symbol] = **count;
                           return done();
                       });
    }

    Status readOptionQuotes() {
        for (options::Contract& contract : m_day.contracts)
            if (const auto found = m_interest.find(contract.symbol); found != m_interest.end())
                contract.openInterest = found->second;
        return readCsv(m_folder, "option_quotes_1m",
                       {"occ_symbol", "ts_ms", "bid", "ask", "bid_size", "ask_size"},
                       [this](const CsvRow& row) -> Status {
                           Symbol symbol;
                           if (contractSeries(row.text(0), symbol) == nullptr)
                               return done();
                           return addQuote(row, symbol);
                       });
    }

    Status readOptionBars() {
        return readCsv(m_folder, "option_bars_1m",
                       {"occ_symbol", "ts_ms", "open", "high", "low", "close", "volume"},
                       [this](const CsvRow& row) -> Status {
                           Symbol symbol;
                           RecordedSeries* series = contractSeries(row.text(0), symbol);
                           if (series == nullptr)
                               return done();
                           const auto start = stampOf(row, 1);
                           if (!start)
                               return start.error();
                           if (!isOfDay(*start))
                               return done();
                           auto bar = barOfRow(row, *start, 2);
                           if (!bar)
                               return bar.error();
                           series->bars.push_back(std::move(*bar));
                           return done();
                       });
    }

    /// Optional: days before the replayed one, for the daily chart.
    Status readDailyBars() {
        if (!csvExists(m_folder, "equity_daily"))
            return done();
        return readCsv(m_folder, "equity_daily", {"symbol", "date", "open", "high", "low", "close", "volume"},
                       [this](const CsvRow& row) -> Status {
                           if (row.text(0) != m_day.symbol.view())
                               return done();
                           const auto date = Date::tryFromIso(row.text(1));
                           if (!date)
                               return badCell("the date is not a date");
                           if (*date >= m_day.date || *date < m_day.date - 800)
                               return done();
                           auto bar = barOfRow(row, m_calendar.newYork(*date, 0), 2);
                           if (!bar)
                               return bar.error();
                           m_day.dailyBars.push_back(std::move(*bar));
                           return done();
                       });
    }

    std::string m_folder;
    RecordedDay& m_day;
    SessionCalendar m_calendar;
    std::map<Symbol, std::int64_t> m_interest;
};

void sortSeries(RecordedSeries& series) {
    std::stable_sort(series.quotes.begin(), series.quotes.end(),
                     [](const market::Quote& a, const market::Quote& b) { return a.at < b.at; });
    std::stable_sort(series.bars.begin(), series.bars.end(),
                     [](const market::Bar& a, const market::Bar& b) { return a.start < b.start; });
    series.bars.erase(
        std::unique(series.bars.begin(), series.bars.end(),
                    [](const market::Bar& a, const market::Bar& b) { return a.start == b.start; }),
        series.bars.end());
}

void makePrints(const Symbol& symbol, bool isStock, Date date, RecordedSeries& series) {
    const SessionCalendar calendar;
    PrintStyle style;
    style.seed = static_cast<std::uint64_t>(date.days());
    for (const char c : symbol.view())
        style.seed = style.seed * 131 + static_cast<unsigned char>(c);
    style.exchange = isStock ? "N" : "C";
    style.conditions = isStock ? "@" : "I";
    style.withIds = isStock;
    style.grid = isStock ? Price::fromCents(1) : Price();
    for (market::Bar& bar : series.bars) {
        style.wanted = isStock ? std::clamp<std::int64_t>(bar.volume / 200, 1, 60)
                               : std::clamp<std::int64_t>(bar.volume / 10, 1, 10);
        const std::vector<market::TradePrint> prints = printsOf(symbol, bar, style);
        if (const auto built = barOf(prints, bar.start, prints.back().at)) {
            bar.tradeCount = built->tradeCount;
            bar.vwap = built->vwap;
        }
        if (calendar.dateOf(bar.start) == date)
            series.prints.insert(series.prints.end(), prints.begin(), prints.end());
    }
}

} // namespace

Result<RecordedDay> readRecordedDay(const std::string& folder, const Symbol& symbol, Date date) {
    RecordedDay day;
    day.symbol = symbol;
    day.date = date;
    if (Status status = DayReader(folder, day).readAll(); !status)
        return status.error();
    std::sort(day.contracts.begin(), day.contracts.end(),
              [](const options::Contract& a, const options::Contract& b) { return a.symbol < b.symbol; });
    std::sort(day.dailyBars.begin(), day.dailyBars.end(),
              [](const market::Bar& a, const market::Bar& b) { return a.start < b.start; });
    for (auto& [name, series] : day.series) {
        sortSeries(series);
        makePrints(name, name == symbol, date, series);
    }
    return day;
}

} // namespace strikedesk::sandbox
