// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace strikedesk::sandbox {

/// One exchange as the vendor numbers it (protocol facts, section 9; the recorded table of exchanges).
struct ExchangeRow {
    int id = 0;
    char letter = ' '; ///< in the consolidated feeds
    bool isOption = false;
    std::string_view type; ///< exchange, TRF or SIP
    std::string_view name;
    std::string_view mic;
    std::string_view operatingMic;
};

/// One sale condition and which figures of the consolidated bars its trades move.
struct ConditionRow {
    int id = 0;
    char letter = ' '; ///< in the consolidated feeds
    bool isOption = false;
    std::string_view name;
    bool movesOpenClose = true;
    bool movesHighLow = true;
    bool movesVolume = true;
};

/// By asset class (stocks first), then id.
std::span<const ExchangeRow> exchangeTable();
std::span<const ConditionRow> conditionTable();

/// The vendor's number of an exchange's letter; 0 for one not in the table.
int exchangeId(std::string_view letter, bool isOption);
/// The vendor's number of a sale condition's letter; −1 for one not in the table.
int conditionId(char letter, bool isOption);
/// 1 for the NYSE's tape, 2 for the regional exchanges', 3 for Nasdaq's.
int tapeId(char tape);
/// The MIC of a listing exchange in the broker's words ("NASDAQ"); empty when unknown.
std::string_view micOf(std::string_view exchange);

} // namespace strikedesk::sandbox
