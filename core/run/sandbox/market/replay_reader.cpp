// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/contract_names.h"
#include "core/run/sandbox/market/replay_rows.h"

#include <algorithm>
#include <functional>

namespace strikedesk::sandbox {

namespace {

struct Listing {
    const char* symbol;
    const char* name;
    const char* exchange;
    char tape;
    AssetKind kind;
    bool optionsLateClose;
};
/// Where the recorded names were listed on the recorded days; the files do not say. Options on the broad
/// funds and indexes trade until 16:15 (conventions of the recorded data).
constexpr Listing kListings[] = {
    {"AAPL", "Apple Inc. Common Stock", "NASDAQ", 'C', AssetKind::Stock, false},
    {"IBM", "International Business Machines Corporation", "NYSE", 'A', AssetKind::Stock, false},
    {"QQQ", "Invesco QQQ Trust", "NASDAQ", 'C', AssetKind::Fund, true},
    {"SPX", "S&P 500 Index", "CBOE", ' ', AssetKind::Index, true},
    {"SPY", "SPDR S&P 500 ETF Trust", "ARCA", 'B', AssetKind::Fund, true},
    {"TWX", "Time Warner Inc.", "NYSE", 'A', AssetKind::Stock, false},
};

Asset assetOf(const Symbol& symbol, AssetKind kind) {
    for (const Listing& listing : kListings)
        if (symbol.view() == listing.symbol &&
            (kind == AssetKind::Index) == (listing.kind == AssetKind::Index))
            return Asset{stableUuid(symbol.view()), symbol,       listing.name,
                         listing.exchange,          listing.tape, listing.kind,
                         listing.optionsLateClose};
    if (kind == AssetKind::Index)
        return Asset{stableUuid(symbol.view()), symbol, symbol.text() + " Index", "CBOE", ' ', kind, true};
    return Asset{stableUuid(symbol.view()), symbol, symbol.text() + " Common Stock", "NYSE", 'A', kind};
}

/// Reads what the files of stocks and indexes hold of one day.
class StockReader {
public:
    StockReader(const std::string& folder, const ReplayWindow& window, const std::vector<Symbol>& symbols)
        : m_folder(folder), m_window(window), m_symbols(symbols) {}

    Status readAll() {
        const std::function<Status()> steps[] = {
            [this] { return readMinuteBars(); },
            [this] { return readIndexBars(); },
            [this] { return readSecondBars(); },
            [this] { return readTicks(); },
            [this] { return readQuoteTicks(); },
            [this] { return readQuotes("equity_quotes_1s", 1, m_window.from); },
            [this] { return readQuotes("equity_quotes_1m", 2, m_window.historyFrom); },
        };
        for (const auto& step : steps)
            if (Status status = step(); !status)
                return status;
        return done();
    }

    std::map<Symbol, RawSeries>& series() { return m_series; }

private:
    using OnRow = std::function<Status(const CsvRow&, Timestamp, const Symbol&, RawSeries&)>;

    /// Calls `onRow` for the rows of wanted symbols with a stamp from `from` to the end of the day. The first
    /// two columns are symbol and stamp.
    Status readRows(const std::string& name, const std::vector<std::string>& columns, Timestamp from,
                    const OnRow& onRow) {
        m_lastName.clear();
        const auto take = [&](const CsvRow& row) -> Status {
            if (Status named = select(row.text(0)); !named || m_lastSeries == nullptr)
                return named;
            const auto at = stampOf(row, 1);
            if (!at)
                return at.error();
            if (*at < from || m_window.to <= *at)
                return done();
            return onRow(row, *at, m_lastSymbol, *m_lastSeries);
        };
        return name == "equity_bars_1m" ? readCsv(m_folder, name, columns, take)
                                        : readCsvIfThere(m_folder, name, columns, take);
    }

    /// Finds the series of a name; rows of one name follow each other.
    Status select(std::string_view name) {
        if (!m_lastName.empty() && m_lastName == name)
            return done();
        m_lastSeries = nullptr;
        const auto symbol = Symbol::tryFrom(name);
        if (!symbol)
            return badCell("the symbol is not a symbol");
        m_lastName = name;
        m_lastSymbol = *symbol;
        const bool isWanted =
            m_symbols.empty() || std::find(m_symbols.begin(), m_symbols.end(), *symbol) != m_symbols.end();
        if (isWanted)
            m_lastSeries = &m_series[*symbol];
        return done();
    }

    Status readMinuteBars() {
        return readRows("equity_bars_1m", {"symbol", "ts_ms", "open", "high", "low", "close", "volume"},
                        m_window.historyFrom,
                        [](const CsvRow& row, Timestamp at, const Symbol&, RawSeries& raw) -> Status {
                            auto bar = barOfRow(row, at, 2);
                            if (!bar)
                                return bar.error();
                            raw.minutes.push_back(std::move(*bar));
                            return done();
                        });
    }

    Status readIndexBars() {
        return readRows("index_bars_1m", {"symbol", "ts_ms", "open", "high", "low", "close", "tick_count"},
                        m_window.historyFrom,
                        [](const CsvRow& row, Timestamp at, const Symbol&, RawSeries& raw) -> Status {
                            auto bar = barOfRow(row, at, 2);
                            if (!bar)
                                return bar.error();
                            raw.kind = AssetKind::Index;
                            raw.minutes.push_back(std::move(*bar));
                            return done();
                        });
    }

    Status readSecondBars() {
        return readRows("equity_bars_1s", {"symbol", "ts_ms", "open", "high", "low", "close", "volume"},
                        m_window.from,
                        [](const CsvRow& row, Timestamp at, const Symbol&, RawSeries& raw) -> Status {
                            auto bar = barOfRow(row, at, 2);
                            if (!bar)
                                return bar.error();
                            raw.seconds.push_back(std::move(*bar));
                            return done();
                        });
    }

    Status readTicks() {
        return readRows(
            "ticks_trades", {"symbol", "ts_ms", "price", "size", "exchange", "condition", "suspicious"},
            m_window.from, [](const CsvRow& row, Timestamp at, const Symbol&, RawSeries& raw) -> Status {
                auto print = printOfRow(row, at, 2);
                if (!print)
                    return print.error();
                raw.ticks.push_back(*print);
                return done();
            });
    }

    Status readQuoteTicks() {
        return readRows("ticks_quotes", {"symbol", "ts_ms", "bid", "ask", "bid_size", "ask_size"},
                        m_window.from,
                        [](const CsvRow& row, Timestamp at, const Symbol& symbol, RawSeries& raw) -> Status {
                            return addQuoteTick(row, at, symbol, 2, raw);
                        });
    }

    Status readQuotes(const std::string& name, std::size_t detail, Timestamp from) {
        return readRows(
            name, {"symbol", "ts_ms", "bid", "ask", "bid_size", "ask_size"}, from,
            [detail](const CsvRow& row, Timestamp at, const Symbol& symbol, RawSeries& raw) -> Status {
                auto quote = quoteOfRow(row, at, symbol, 2);
                if (!quote)
                    return quote.error();
                raw.quotes[detail].push_back(std::move(*quote));
                return done();
            });
    }

    const std::string& m_folder;
    const ReplayWindow& m_window;
    const std::vector<Symbol>& m_symbols;
    std::map<Symbol, RawSeries> m_series;
    std::string m_lastName;
    Symbol m_lastSymbol;
    RawSeries* m_lastSeries = nullptr;
};

Error nothingRecorded(const std::string& what, Date date) {
    return Error{ErrorKind::NotFound,
                 "sandbox.replay.day",
                 "There is nothing recorded of " + what + " on " + date.iso() +
                     ". Choose another symbol or day; sandbox --list-days tells which there are.",
                 {{"symbol", what}, {"date", date.iso()}}};
}

} // namespace

Result<RecordedDay> readRecordedDay(const std::string& folder, Date date,
                                    const std::vector<Symbol>& symbols) {
    const ReplayWindow window(date);
    StockReader stocks(folder, window, symbols);
    if (Status status = stocks.readAll(); !status)
        return status.error();
    RecordedDay day;
    day.date = date;
    for (auto& [symbol, raw] : stocks.series()) {
        if (!raw.hasDay(window))
            continue;
        const Asset asset = assetOf(symbol, raw.kind);
        auto series = assembled(symbol, std::move(raw), window, asset.tape);
        if (!series)
            return series.error();
        day.assets.push_back(asset);
        day.series.emplace(symbol, std::move(*series));
    }
    for (const Symbol& symbol : symbols)
        if (!day.series.contains(symbol))
            return nothingRecorded(symbol.text(), date);
    if (day.assets.empty())
        return nothingRecorded("any symbol", date);
    if (Status status = readRecordedChains(folder, window, day); !status)
        return status.error();
    if (Status status = readRecordedHistory(folder, day); !status)
        return status.error();
    return day;
}

} // namespace strikedesk::sandbox
