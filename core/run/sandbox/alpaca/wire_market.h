// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/market/bar.h"
#include "core/market/quote.h"
#include "core/market/trade_print.h"
#include "core/run/sandbox/market/market_source.h"

#include <nlohmann/json_fwd.hpp>

namespace strikedesk::sandbox {

/// How a time stands in a market-data message.
enum class TimeForm {
    Text,     ///< RFC 3339 (JSON)
    Extension ///< MessagePack's timestamp extension, type −1, 64 bit
};

/// The broker's JSON of market data: prices and sizes are numbers (protocol facts, sections 13, 14, 16).
/// Option objects are told by the symbol: their condition is one string and they have no tape.
nlohmann::json quoteJson(const market::Quote& quote, char tape, TimeForm form = TimeForm::Text);
nlohmann::json printJson(const market::TradePrint& print, char tape, TimeForm form = TimeForm::Text);
nlohmann::json barJson(const market::Bar& bar, TimeForm form = TimeForm::Text);
/// An article with its content (protocol facts, section 15).
nlohmann::json newsJson(const NewsItem& item, TimeForm form = TimeForm::Text);
/// Messages of the stock stream without T and S: halts and resumptions, price bands, corrected and withdrawn
/// trades (protocol facts, section 16).
nlohmann::json statusJson(const market::TradingStatus& status, char tape, TimeForm form);
nlohmann::json bandJson(const PriceBand& band, char tape, TimeForm form);
nlohmann::json changeJson(const PrintChange& change, char tape, TimeForm form);

} // namespace strikedesk::sandbox
