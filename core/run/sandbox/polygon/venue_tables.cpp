// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/polygon/venue_tables.h"

namespace strikedesk::sandbox {

namespace {

constexpr ExchangeRow kExchanges[] = {
    {1, 'A', false, "exchange", "NYSE American, LLC", "XASE", "XNYS"},
    {2, 'B', false, "exchange", "Nasdaq OMX BX, Inc.", "XBOS", "XNAS"},
    {3, 'C', false, "exchange", "NYSE National, Inc.", "XCIS", "XNYS"},
    {4, 'D', false, "TRF", "FINRA NYSE TRF", "FINY", "XNYS"},
    {4, 'D', false, "TRF", "FINRA Nasdaq TRF Carteret", "FINN", "FINR"},
    {4, 'D', false, "TRF", "FINRA Nasdaq TRF Chicago", "FINC", "FINR"},
    {7, 'J', false, "exchange", "Cboe EDGA", "EDGA", "XCBO"},
    {8, 'K', false, "exchange", "Cboe EDGX", "EDGX", "XCBO"},
    {9, 'M', false, "exchange", "NYSE Chicago, Inc.", "XCHI", "XNYS"},
    {10, 'N', false, "exchange", "New York Stock Exchange", "XNYS", "XNYS"},
    {11, 'P', false, "exchange", "NYSE Arca, Inc.", "ARCX", "XNYS"},
    {12, 'T', false, "exchange", "Nasdaq", "XNAS", "XNAS"},
    {14, 'L', false, "exchange", "Long-Term Stock Exchange", "LTSE", "LTSE"},
    {15, 'V', false, "exchange", "Investors Exchange", "IEXG", "IEXG"},
    {17, 'X', false, "exchange", "Nasdaq Philadelphia Exchange LLC", "XPHL", "XNAS"},
    {18, 'Y', false, "exchange", "Cboe BYX", "BATY", "XCBO"},
    {19, 'Z', false, "exchange", "Cboe BZX", "BATS", "XCBO"},
    {20, 'H', false, "exchange", "MIAX Pearl", "EPRL", "MIHI"},
    {21, 'U', false, "exchange", "Members Exchange", "MEMX", "MEMX"},
    // Option exchanges are numbered 300 plus the place of their letter.
    {300, 'A', true, "exchange", "NYSE American Options", "AMXO", "XNYS"},
    {301, 'B', true, "exchange", "Boston Options Exchange", "XBOX", "XBOX"},
    {302, 'C', true, "exchange", "Chicago Board Options Exchange", "XCBO", "XCBO"},
    {303, 'D', true, "exchange", "MIAX Emerald", "EMLD", "MIHI"},
    {304, 'E', true, "exchange", "Cboe EDGX Options", "EDGO", "XCBO"},
    {307, 'H', true, "exchange", "Nasdaq GEMX", "GMNI", "XNAS"},
    {308, 'I', true, "exchange", "Nasdaq ISE", "XISX", "XNAS"},
    {309, 'J', true, "exchange", "Nasdaq MRX", "MCRY", "XNAS"},
    {312, 'M', true, "exchange", "MIAX Options", "XMIO", "MIHI"},
    {313, 'N', true, "exchange", "NYSE Arca Options", "ARCO", "XNYS"},
    {315, 'P', true, "exchange", "MIAX Pearl Options", "MPRL", "MIHI"},
    {316, 'Q', true, "exchange", "Nasdaq Options Market", "XNDQ", "XNAS"},
    {319, 'T', true, "exchange", "Nasdaq BX Options", "XBXO", "XNAS"},
    {322, 'W', true, "exchange", "Cboe C2 Options", "C2OX", "XCBO"},
    {323, 'X', true, "exchange", "Nasdaq PHLX", "XPHO", "XNAS"},
    {325, 'Z', true, "exchange", "Cboe BZX Options", "BATO", "XCBO"},
};

/// What moves a price agrees with how this market makes its bars (formsPrice); only Form T differs: it moves
/// minutes of early and late hours and no day.
constexpr ConditionRow kConditions[] = {
    {0, '@', false, "Regular Sale", true, true, true},
    {2, 'W', false, "Average Price Trade", false, false, true},
    {7, 'C', false, "Cash Sale", false, false, true},
    {8, '6', false, "Closing Prints", true, true, true},
    {10, '4', false, "Derivatively Priced", false, false, true},
    {12, 'T', false, "Form T/Extended Hours", false, false, true},
    {13, 'U', false, "Extended Hours (Sold Out Of Sequence)", false, false, true},
    {14, 'F', false, "Intermarket Sweep", true, true, true},
    {15, 'M', false, "Market Center Official Close", false, false, false},
    {16, 'Q', false, "Market Center Official Open", false, false, false},
    {17, 'O', false, "Market Center Opening Trade", true, true, true},
    {33, 'Z', false, "Sold (Out Of Sequence)", false, false, true},
    {37, 'I', false, "Odd Lot Trade", false, false, true},
    {41, 'X', false, "Trade Thru Exempt", true, true, true},
    {53, '7', false, "Qualified Contingent Trade", false, false, true},
    // Option conditions are numbered 201 plus the place of their letter, small letters after capitals.
    {201, 'A', true, "Canceled", false, false, false},
    {202, 'B', true, "Late and Out Of Sequence", false, false, true},
    {209, 'I', true, "Automatic Execution", true, true, true},
    {219, 'S', true, "Intermarket Sweep Order", true, true, true},
    {227, 'a', true, "Single Leg Auction Non ISO", true, true, true},
    {229, 'c', true, "Single Leg Cross Non ISO", true, true, true},
    {231, 'e', true, "Single Leg Floor Trade", true, true, true},
    {232, 'f', true, "Multi Leg Autoelectronic Trade", true, true, true},
    {233, 'g', true, "Multi Leg Auction Trade", true, true, true},
};

} // namespace

std::span<const ExchangeRow> exchangeTable() { return kExchanges; }
std::span<const ConditionRow> conditionTable() { return kConditions; }

int exchangeId(std::string_view letter, bool isOption) {
    if (letter.size() != 1)
        return 0;
    // Nasdaq signs its own listings with Q and all others with T.
    const char wanted = !isOption && letter[0] == 'Q' ? 'T' : letter[0];
    for (const ExchangeRow& row : kExchanges)
        if (row.isOption == isOption && row.letter == wanted)
            return row.id;
    return 0;
}

int conditionId(char letter, bool isOption) {
    for (const ConditionRow& row : kConditions)
        if (row.isOption == isOption && row.letter == letter)
            return row.id;
    return -1;
}

int tapeId(char tape) { return tape == 'A' ? 1 : tape == 'B' ? 2 : 3; }

std::string_view micOf(std::string_view exchange) {
    if (exchange == "NASDAQ")
        return "XNAS";
    if (exchange == "NYSE")
        return "XNYS";
    if (exchange == "ARCA")
        return "ARCX";
    if (exchange == "BATS")
        return "BATS";
    return exchange == "AMEX" ? "XASE" : "";
}

} // namespace strikedesk::sandbox
