// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/contract_names.h"
#include "core/run/sandbox/market/replay_rows.h"

#include <algorithm>
#include <unordered_map>

namespace strikedesk::sandbox {

namespace {

/// "TWX   140621C00070000" as the broker writes it, empty when it is no symbol.
Symbol unpadded(std::string_view occ) {
    std::array<char, Symbol::kMaxLength> text{};
    std::size_t length = 0;
    for (const char c : occ) {
        if (c == ' ')
            continue;
        if (length == text.size())
            return {};
        text[length++] = c;
    }
    return Symbol::tryFrom(std::string_view(text.data(), length)).valueOr(Symbol());
}

/// Reads what the files hold of the contracts of one day's underlyings.
class ChainReader {
public:
    ChainReader(const std::string& folder, const ReplayWindow& window, const RecordedDay& day)
        : m_folder(folder), m_window(window), m_day(day) {}

    Status readAll() {
        if (Status status = readContracts(); !status || m_contracts.empty())
            return status;
        if (Status status = readOpenInterest(); !status)
            return status;
        if (Status status = readQuotes("option_quotes_1m", 2); !status)
            return status;
        if (Status status = readQuotes("option_quotes_1h", 3); !status)
            return status;
        return readBars();
    }

    /// Hands the contracts recorded on the day over.
    Status giveTo(RecordedDay& day) {
        for (auto& [symbol, known] : m_contracts) {
            if (!isRecorded(known.raw))
                continue;
            known.contract.openInterest = known.raw.openInterest;
            auto series = assembled(symbol, std::move(known.raw), m_window, ' ');
            if (!series)
                return series.error();
            known.contract.closePrice = closeBefore(*series);
            known.contract.id = stableUuid(symbol.view());
            known.contract.name = contractName(known.contract);
            day.contracts.push_back(std::move(known.contract));
            day.series.emplace(symbol, std::move(*series));
        }
        std::sort(day.contracts.begin(), day.contracts.end(),
                  [](const options::Contract& a, const options::Contract& b) { return a.symbol < b.symbol; });
        return done();
    }

private:
    struct Known {
        options::Contract contract;
        RawSeries raw;
    };

    bool isUnderlying(std::string_view name) const {
        return std::any_of(m_day.assets.begin(), m_day.assets.end(),
                           [name](const Asset& asset) { return asset.symbol.view() == name; });
    }

    Status readContracts() {
        return readCsvIfThere(m_folder, "option_contracts",
                              {"occ_symbol", "underlying", "expiry", "style", "multiplier"},
                              [this](const CsvRow& row) -> Status {
                                  if (!isUnderlying(row.text(1)))
                                      return done();
                                  const auto name = OptionSymbol::tryFromOcc(row.text(0));
                                  const auto expiry = Date::tryFromIso(row.text(2));
                                  const auto multiplier = row.integer(4);
                                  if (!name || !expiry || !multiplier || multiplier->value_or(0) <= 0)
                                      return badCell("the contract is not described completely");
                                  if (*expiry < m_day.date)
                                      return done();
                                  options::Contract contract;
                                  contract.symbol = name->symbol();
                                  contract.underlying = Symbol::tryFrom(row.text(1)).valueOr(Symbol());
                                  contract.root = name->root();
                                  contract.expiry = *expiry;
                                  contract.right = name->right();
                                  contract.style = row.text(3) == "european"
                                                       ? options::ExerciseStyle::European
                                                       : options::ExerciseStyle::American;
                                  contract.strike = name->strike();
                                  contract.multiplier = **multiplier;
                                  contract.size = **multiplier;
                                  m_contracts[contract.symbol].contract = contract;
                                  return done();
                              });
    }

    /// Calls `onRow` for rows of our contracts with a stamp from `from` to the end of the day.
    template <class OnRow>
    Status readRows(const std::string& name, const std::vector<std::string>& columns, const OnRow& onRow) {
        return readCsvIfThere(m_folder, name, columns, [&](const CsvRow& row) -> Status {
            const auto at = stampOf(row, 1);
            if (!at)
                return at.error();
            if (*at < m_window.historyFrom || m_window.to <= *at)
                return done();
            const auto known = m_contracts.find(unpadded(row.text(0)));
            return known == m_contracts.end() ? done() : onRow(row, *at, known->first, known->second.raw);
        });
    }

    Status readOpenInterest() {
        return readRows("option_open_interest", {"occ_symbol", "ts_ms", "open_interest"},
                        [](const CsvRow& row, Timestamp at, const Symbol&, RawSeries& raw) -> Status {
                            const auto count = row.integer(2);
                            if (!count || count->value_or(-1) < 0)
                                return badCell("the open interest is not a number");
                            // Published before the open with the prior night's figure.
                            if (raw.openInterest && at < raw.openInterestAt)
                                return done();
                            raw.openInterest = **count;
                            raw.openInterestAt = at;
                            return done();
                        });
    }

    Status readQuotes(const std::string& name, std::size_t detail) {
        return readRows(
            name, {"occ_symbol", "ts_ms", "bid", "ask", "bid_size", "ask_size"},
            [detail](const CsvRow& row, Timestamp at, const Symbol& symbol, RawSeries& raw) -> Status {
                auto quote = quoteOfRow(row, at, symbol, 2);
                if (!quote)
                    return quote.error();
                raw.quotes[detail].push_back(std::move(*quote));
                return done();
            });
    }

    Status readBars() {
        return readRows("option_bars_1m", {"occ_symbol", "ts_ms", "open", "high", "low", "close", "volume"},
                        [](const CsvRow& row, Timestamp at, const Symbol&, RawSeries& raw) -> Status {
                            auto bar = barOfRow(row, at, 2);
                            if (!bar)
                                return bar.error();
                            raw.minutes.push_back(std::move(*bar));
                            return done();
                        });
    }

    /// A contract is listed on the day when something of it was recorded then.
    bool isRecorded(const RawSeries& raw) const {
        const auto isOfDay = [this](const market::Quote& quote) { return m_window.isOfDay(quote.at); };
        for (const auto& list : raw.quotes)
            if (std::any_of(list.begin(), list.end(), isOfDay))
                return true;
        return raw.hasDay(m_window) || (raw.openInterest && m_window.isOfDay(raw.openInterestAt));
    }

    /// The last price of the trading day before, where it is recorded.
    std::optional<Price> closeBefore(const RecordedSeries& series) const {
        const SessionCalendar calendar;
        const Timestamp from = calendar.newYork(calendar.previous(m_window.date), 0);
        std::optional<Price> close;
        for (const market::Bar& bar : series.bars)
            if (from <= bar.start && bar.start < m_window.from)
                close = bar.close;
        return close;
    }

    const std::string& m_folder;
    const ReplayWindow& m_window;
    const RecordedDay& m_day;
    std::unordered_map<Symbol, Known> m_contracts;
};

} // namespace

Status readRecordedChains(const std::string& folder, const ReplayWindow& window, RecordedDay& day) {
    ChainReader reader(folder, window, day);
    if (Status status = reader.readAll(); !status)
        return status;
    return reader.giveTo(day);
}

} // namespace strikedesk::sandbox
