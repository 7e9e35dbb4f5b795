// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/gui/support/snapshot_builder.h"
#include "ui/readers/journal_reader.h"

#include <vector>

namespace strikedesk::ui {

/// One finished trade, `number` days before the builder's day; every third one lost.
inline JournalRow journalRow(int number) {
    static const char* const kSymbols[] = {"SOFI261127C00029000", "SPY261120P00412000", "NVDA261204C00120000",
                                           "TSLA261127P00195000"};
    static const char* const kUnderlyings[] = {"SOFI", "SPY", "NVDA", "TSLA"};
    static const char* const kReasons[] = {"profit_target", "stop_loss", "manual", "time_exit"};
    const auto which = static_cast<std::size_t>(number % 4);
    JournalRow row;
    row.id = "trade-" + std::to_string(number);
    row.mode = "demo";
    row.symbol = Symbol::of(kSymbols[which]);
    row.underlying = Symbol::of(kUnderlyings[which]);
    row.closedAt = SnapshotBuilder::at() - Duration::hours(7) * number;
    row.openedAt = row.closedAt - Duration::seconds(90 + 47 * (number % 60));
    row.quantity = Quantity::whole(1 + number % 9);
    const bool isLoss = number % 3 == 0;
    row.averageEntry = Price::fromCents(200 + number % 150);
    row.averageExit = row.averageEntry + Price::fromCents(isLoss ? -18 : 21);
    row.gross = notional(row.averageExit - row.averageEntry, row.quantity, 100);
    row.fees = Money::fromCents(130);
    row.net = row.gross - row.fees;
    row.exitReason = kReasons[which];
    if (number % 5 == 0)
        row.tags = {"opening range", "a-plus"};
    if (number % 7 == 0)
        row.notes = "Waited for the retest. Size was right.";
    return row;
}

inline std::vector<JournalRow> journalRows(int count) {
    std::vector<JournalRow> rows;
    rows.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        rows.push_back(journalRow(i));
    return rows;
}

} // namespace strikedesk::ui
