// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/base/symbol.h"

#include <map>
#include <string>
#include <string_view>

namespace strikedesk::sandbox {

/// How fine something was recorded; the finest of several.
enum class RecordedDetail : std::uint8_t { Nothing, Hours, Minutes, Seconds, Ticks };

/// "nothing", "hours", …
std::string_view textOf(RecordedDetail detail);

/// What is recorded of one stock or index on one day. A detail may hold for a part of the day only.
struct RecordedSymbol {
    RecordedDetail trades = RecordedDetail::Nothing; ///< of an index: its values
    RecordedDetail quotes = RecordedDetail::Nothing;
    RecordedDetail optionTrades = RecordedDetail::Nothing;
    RecordedDetail optionQuotes = RecordedDetail::Nothing;
    std::size_t contracts = 0; ///< with a quote or a trade that day
    bool isIndex = false;
};

/// The days of a folder that readRecordedDay can read, with the symbols of each. Errors: those of readCsv.
Result<std::map<Date, std::map<Symbol, RecordedSymbol>>> listRecordedDays(const std::string& folder);

} // namespace strikedesk::sandbox
