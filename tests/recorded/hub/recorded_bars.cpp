// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/recorded/hub/recorded_bars.h"

#include <zlib.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <sstream>

namespace strikedesk::market::test {

namespace {

/// Calls `row` with the cells of every line but the first.
void readRows(const char* name, const std::function<void(const std::vector<std::string>&)>& row) {
    const char* folder = std::getenv("STRIKEDESK_SHARED_DIR");
    const std::filesystem::path shared = folder != nullptr
                                             ? std::filesystem::path(folder)
                                             : std::filesystem::path(STRIKEDESK_SOURCE_DIR) / "../shared";
    gzFile file = gzopen((shared / "data" / name).c_str(), "rb");
    if (file == nullptr)
        return;
    char line[512];
    bool isFirst = true;
    while (gzgets(file, line, sizeof line) != nullptr) {
        std::istringstream text(line);
        std::vector<std::string> cells;
        for (std::string cell; std::getline(text, cell, ',');)
            cells.push_back(cell.substr(0, cell.find('\n')));
        if (!isFirst)
            row(cells);
        isFirst = false;
    }
    gzclose(file);
}

Price price(const std::string& text) { return Price::tryFromDouble(std::stod(text)).valueOr(Price()); }

Bar barFrom(const std::vector<std::string>& cells, std::size_t from) {
    Bar bar;
    bar.start = Timestamp::fromMilliseconds(std::stoll(cells[from]));
    bar.open = price(cells[from + 1]);
    bar.high = price(cells[from + 2]);
    bar.low = price(cells[from + 3]);
    bar.close = price(cells[from + 4]);
    bar.volume = std::stoll(cells[from + 5]);
    return bar;
}

} // namespace

std::map<Symbol, std::vector<Bar>> recordedMinutes() {
    std::map<Symbol, std::vector<Bar>> bars;
    readRows("equity_bars_1m.csv.gz", [&](const std::vector<std::string>& cells) {
        bars[Symbol::of(cells[0])].push_back(barFrom(cells, 1));
    });
    return bars;
}

std::vector<Bar> recordedDays(const Symbol& symbol) {
    std::vector<Bar> bars;
    readRows("equity_daily.csv.gz", [&](const std::vector<std::string>& cells) {
        if (cells[0] == symbol.view())
            bars.push_back(barFrom(cells, 2));
    });
    return bars;
}

std::vector<TradePrint> recordedPrints(const Symbol& symbol) {
    std::vector<TradePrint> prints;
    readRows("ticks_trades.csv.gz", [&](const std::vector<std::string>& cells) {
        if (cells[0] == symbol.view())
            prints.push_back({symbol, price(cells[2]), std::stoll(cells[3]),
                              Timestamp::fromMilliseconds(std::stoll(cells[1])), cells[4], cells[5], ""});
    });
    return prints;
}

} // namespace strikedesk::market::test
