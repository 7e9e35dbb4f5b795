// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/replay_days.h"

#include "core/run/sandbox/market/replay_rows.h"

#include <set>

namespace strikedesk::sandbox {

namespace {

using Days = std::map<Date, std::map<Symbol, RecordedSymbol>>;

/// The New York day of stamps that mostly come in order.
class DayFinder {
public:
    Date dayOf(Timestamp at) {
        if (!(m_from <= at && at < m_to)) {
            m_date = m_calendar.dateOf(at);
            m_from = m_calendar.newYork(m_date, 0);
            m_to = m_calendar.newYork(m_date + 1, 0);
        }
        return m_date;
    }

private:
    SessionCalendar m_calendar;
    Date m_date;
    Timestamp m_from;
    Timestamp m_to;
};

class DayLister {
public:
    explicit DayLister(const std::string& folder) : m_folder(folder) {}

    Result<Days> list() {
        if (Status status = readFiles(); !status)
            return status.error();
        // A day is there when something traded; contracts alone make none.
        for (auto& [date, symbols] : m_days)
            std::erase_if(symbols,
                          [](const auto& entry) { return entry.second.trades == RecordedDetail::Nothing; });
        std::erase_if(m_days, [](const auto& day) { return day.second.empty(); });
        return m_days;
    }

private:
    using Field = RecordedDetail RecordedSymbol::*;

    static void raise(RecordedDetail& detail, RecordedDetail to) { detail = std::max(detail, to); }

    Status readFiles() {
        struct File {
            const char* name;
            Field field;
            RecordedDetail detail;
        };
        constexpr File kStockFiles[] = {
            {"equity_bars_1m", &RecordedSymbol::trades, RecordedDetail::Minutes},
            {"index_bars_1m", &RecordedSymbol::trades, RecordedDetail::Minutes},
            {"equity_bars_1s", &RecordedSymbol::trades, RecordedDetail::Seconds},
            {"ticks_trades", &RecordedSymbol::trades, RecordedDetail::Ticks},
            {"equity_quotes_1m", &RecordedSymbol::quotes, RecordedDetail::Minutes},
            {"equity_quotes_1s", &RecordedSymbol::quotes, RecordedDetail::Seconds},
            {"ticks_quotes", &RecordedSymbol::quotes, RecordedDetail::Ticks},
        };
        constexpr File kOptionFiles[] = {
            {"option_quotes_1h", &RecordedSymbol::optionQuotes, RecordedDetail::Hours},
            {"option_quotes_1m", &RecordedSymbol::optionQuotes, RecordedDetail::Minutes},
            {"option_bars_1m", &RecordedSymbol::optionTrades, RecordedDetail::Minutes},
        };
        for (const File& file : kStockFiles)
            if (Status status = readStockFile(file.name, file.field, file.detail); !status)
                return status;
        if (Status status = readUnderlyings(); !status)
            return status;
        for (const File& file : kOptionFiles)
            if (Status status = readOptionFile(file.name, file.field, file.detail); !status)
                return status;
        for (const auto& [date, occ] : m_contracts)
            ++m_days[date][m_underlyings[occ]].contracts;
        return done();
    }

    Status readStockFile(const std::string& name, Field field, RecordedDetail detail) {
        const bool isIndex = name == "index_bars_1m";
        const auto take = [&](const CsvRow& row) -> Status {
            const auto symbol = Symbol::tryFrom(row.text(0));
            const auto at = stampOf(row, 1);
            if (!symbol || !at)
                return symbol ? at.error() : badCell("the symbol is not a symbol");
            RecordedSymbol& entry = m_days[m_finder.dayOf(*at)][*symbol];
            raise(entry.*field, detail);
            entry.isIndex = entry.isIndex || isIndex;
            return done();
        };
        return name == "equity_bars_1m" ? readCsv(m_folder, name, {"symbol", "ts_ms"}, take)
                                        : readCsvIfThere(m_folder, name, {"symbol", "ts_ms"}, take);
    }

    Status readUnderlyings() {
        return readCsvIfThere(m_folder, "option_contracts", {"occ_symbol", "underlying"},
                              [this](const CsvRow& row) -> Status {
                                  const auto underlying = Symbol::tryFrom(row.text(1));
                                  if (!underlying)
                                      return badCell("the underlying is not a symbol");
                                  m_underlyings[std::string(row.text(0))] = *underlying;
                                  return done();
                              });
    }

    Status readOptionFile(const std::string& name, Field field, RecordedDetail detail) {
        return readCsvIfThere(m_folder, name, {"occ_symbol", "ts_ms"}, [&](const CsvRow& row) -> Status {
            const auto at = stampOf(row, 1);
            if (!at)
                return at.error();
            const auto known = m_underlyings.find(row.text(0));
            if (known == m_underlyings.end())
                return done();
            const Date date = m_finder.dayOf(*at);
            raise(m_days[date][known->second].*field, detail);
            m_contracts.emplace(date, known->first);
            return done();
        });
    }

    const std::string& m_folder;
    DayFinder m_finder;
    Days m_days;
    std::map<std::string, Symbol, std::less<>> m_underlyings;
    std::set<std::pair<Date, std::string>> m_contracts;
};

} // namespace

std::string_view textOf(RecordedDetail detail) {
    switch (detail) {
    case RecordedDetail::Nothing:
        break;
    case RecordedDetail::Hours:
        return "hours";
    case RecordedDetail::Minutes:
        return "minutes";
    case RecordedDetail::Seconds:
        return "seconds";
    case RecordedDetail::Ticks:
        return "ticks";
    }
    return "nothing";
}

Result<Days> listRecordedDays(const std::string& folder) { return DayLister(folder).list(); }

} // namespace strikedesk::sandbox
