// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/data_access.h"
#include "core/run/sandbox/alpaca/data_routes.h"
#include "core/run/sandbox/alpaca/wire_trading.h"

#include <nlohmann/json.hpp>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

struct Code {
    const char* code;
    const char* name;
};

/// Consolidated Tape Association, tapes A and B.
constexpr Code kTapeTrades[] = {
    {" ", "Regular Sale"},
    {"B", "Average Price Trade"},
    {"C", "Cash Trade (Same Day Clearing)"},
    {"E", "Automatic Execution"},
    {"F", "Inter-market Sweep Order"},
    {"H", "Price Variation Trade"},
    {"I", "Odd Lot Trade"},
    {"K", "Rule 127 (NYSE only) or Rule 155 (NYSE MKT only)"},
    {"L", "Sold Last (Late Reporting)"},
    {"M", "Market Center Official Close"},
    {"N", "Next Day Trade (Next Day Clearing)"},
    {"O", "Market Center Opening Trade"},
    {"P", "Prior Reference Price"},
    {"Q", "Market Center Official Open"},
    {"R", "Seller"},
    {"T", "Extended Hours Trade"},
    {"U", "Extended Hours Sold (Out Of Sequence)"},
    {"V", "Contingent Trade"},
    {"X", "Cross Trade"},
    {"Z", "Sold (Out Of Sequence)"},
    {"4", "Derivatively Priced"},
    {"5", "Market Center Reopening Trade"},
    {"6", "Market Center Closing Trade"},
    {"7", "Qualified Contingent Trade"},
    {"9", "Corrected Consolidated Close"},
};

/// Unlisted Trading Privileges, tape C.
constexpr Code kNasdaqTrades[] = {
    {"@", "Regular Sale"},
    {"A", "Acquisition"},
    {"B", "Bunched Trade"},
    {"C", "Cash Sale"},
    {"D", "Distribution"},
    {"F", "Intermarket Sweep"},
    {"G", "Bunched Sold Trade"},
    {"H", "Price Variation Trade"},
    {"I", "Odd Lot Trade"},
    {"K", "Rule 155 Trade (AMEX)"},
    {"L", "Sold Last"},
    {"M", "Market Center Official Close"},
    {"N", "Next Day"},
    {"O", "Opening Prints"},
    {"P", "Prior Reference Price"},
    {"Q", "Market Center Official Open"},
    {"R", "Seller"},
    {"S", "Split Trade"},
    {"T", "Form T"},
    {"U", "Extended Trading Hours (Sold Out of Sequence)"},
    {"V", "Contingent Trade"},
    {"W", "Average Price Trade"},
    {"X", "Cross Trade"},
    {"Y", "Yellow Flag Regular Trade"},
    {"Z", "Sold (Out of Sequence)"},
    {"1", "Stopped Stock (Regular Trade)"},
    {"4", "Derivatively Priced"},
    {"5", "Re-Opening Prints"},
    {"6", "Closing Prints"},
    {"7", "Qualified Contingent Trade"},
    {"8", "Placeholder For 611 Exempt"},
    {"9", "Corrected Consolidated Close (per listing market)"},
};

constexpr Code kTapeQuotes[] = {
    {"4", "On Demand Intra Day Auction"},
    {"A", "Slow Quote Offer Side"},
    {"B", "Slow Quote Bid Side"},
    {"C", "Closing Quote"},
    {"E", "Slow Quote LRP Bid Side"},
    {"F", "Slow Quote LRP Offer Side"},
    {"H", "Slow Quote Bid And Offer Side"},
    {"L", "Market Maker Quotes Closed"},
    {"N", "Non Firm Quote"},
    {"O", "Opening Quote"},
    {"R", "Regular Market Maker Open"},
    {"U", "Slow Quote LRP Bid And Offer"},
    {"W", "Slow Quote Set Slow List"},
};

constexpr Code kNasdaqQuotes[] = {
    {"4", "On Demand Intra Day Auction"},
    {"A", "Manual Ask Automated Bid"},
    {"B", "Manual Bid Automated Ask"},
    {"F", "Fast Trading"},
    {"H", "Manual Bid And Ask"},
    {"I", "Order Imbalance"},
    {"L", "Closed Quote"},
    {"N", "Non Firm Quote"},
    {"O", "Opening Quote Automated"},
    {"R", "Regular Two Sided Open"},
    {"U", "Manual Bid And Ask Non Firm"},
    {"X", "Order Influx"},
    {"Y", "No Offer No Bid One Sided Open"},
    {"Z", "No Open No Resume"},
};

/// Options Price Reporting Authority.
constexpr Code kOptionTrades[] = {
    {"A", "CANC - Cancelled, not last or only"},
    {"B", "OSEQ - Late and out of sequence"},
    {"C", "CNCL - Cancelled, last"},
    {"D", "LATE - Late, in sequence"},
    {"E", "CNCO - Cancelled, opening"},
    {"F", "OPEN - Opening, late and out of sequence"},
    {"G", "CNOL - Cancelled, only"},
    {"H", "OPNL - Opening, late"},
    {"I", "AUTO - Electronic"},
    {"J", "REOP - Reopening"},
    {"S", "ISOI - Intermarket sweep"},
    {"a", "SLAN - Single Leg Auction Non ISO"},
    {"b", "SLAI - Single Leg Auction ISO"},
    {"c", "SLCN - Single Leg Cross Non ISO"},
    {"d", "SLCI - Single Leg Cross ISO"},
    {"e", "SLFT - Single Leg Floor Trade"},
    {"f", "MLET - Multi Leg Electronic Trade"},
    {"g", "MLAT - Multi Leg Auction"},
    {"h", "MLCT - Multi Leg Cross"},
    {"i", "MLFT - Multi Leg Floor Trade"},
    {"j", "MESL - Multi Leg Electronic Trade against single leg(s)"},
    {"k", "TLAT - Stock Options Auction"},
    {"l", "MASL - Multi Leg Auction against single leg(s)"},
    {"m", "MFSL - Multi Leg Floor Trade against single leg(s)"},
    {"n", "TLET - Stock Options Electronic Trade"},
    {"o", "TLCT - Stock Options Cross"},
    {"p", "TLFT - Stock Options Floor Trade"},
    {"q", "TESL - Stock Options Electronic Trade against single leg(s)"},
    {"r", "TASL - Stock Options Auction against single leg(s)"},
    {"s", "TFSL - Stock Options Floor Trade against single leg(s)"},
    {"t", "CBMO - Multi Leg Floor Trade of Proprietary Products"},
    {"u", "MCTP - Multilateral Compression Trade of Proprietary Products"},
    {"v", "EXHT - Extended Hours Trade"},
};

constexpr Code kOptionQuotes[] = {
    {" ", "Regular Trading"},
    {"A", "Eligible for Automatic Execution"},
    {"B", "Bid Contains Customer Trading Interest"},
    {"C", "Both Bid And Offer Contain Customer Trading Interest"},
    {"F", "Non-Firm Quote"},
    {"I", "Indicative Value"},
    {"O", "Offer Contains Customer Trading Interest"},
    {"R", "Rotation"},
    {"T", "Trading Halted"},
    {"X", "Offer Side Not Firm; Bid Side Firm"},
    {"Y", "Bid Side Not Firm; Offer Side Firm"},
};

constexpr Code kStockExchanges[] = {
    {"A", "NYSE American (AMEX)"},
    {"B", "NASDAQ OMX BX"},
    {"C", "National Stock Exchange"},
    {"D", "FINRA ADF"},
    {"E", "Market Independent"},
    {"H", "MIAX"},
    {"I", "International Securities Exchange"},
    {"J", "Cboe EDGA"},
    {"K", "Cboe EDGX"},
    {"L", "Long Term Stock Exchange"},
    {"M", "Chicago Stock Exchange"},
    {"N", "New York Stock Exchange"},
    {"P", "NYSE Arca"},
    {"Q", "NASDAQ OMX"},
    {"S", "NASDAQ Small Cap"},
    {"T", "NASDAQ Int"},
    {"U", "Members Exchange"},
    {"V", "IEX"},
    {"W", "CBOE"},
    {"X", "NASDAQ OMX PSX"},
    {"Y", "Cboe BYX"},
    {"Z", "Cboe BZ"},
};

constexpr Code kOptionExchanges[] = {
    {"A", "NYSE American Options"},
    {"B", "BOX Options Exchange"},
    {"C", "Cboe Options"},
    {"D", "MIAX Emerald"},
    {"E", "Cboe EDGX Options"},
    {"H", "Nasdaq GEMX"},
    {"I", "Nasdaq ISE"},
    {"J", "Nasdaq MRX"},
    {"M", "MIAX Options"},
    {"N", "NYSE Arca Options"},
    {"O", "Options Price Reporting Authority"},
    {"P", "MIAX Pearl Options"},
    {"Q", "Nasdaq Options"},
    {"T", "Nasdaq BX Options"},
    {"U", "MEMX Options"},
    {"W", "Cboe C2 Options"},
    {"X", "Nasdaq PHLX"},
    {"Z", "Cboe BZX Options"},
};

template <std::size_t N>
HttpAnswer table(const Code (&codes)[N]) {
    json out = json::object();
    for (const Code& code : codes)
        out[code.code] = code.name;
    return jsonAnswer(200, out);
}

HttpAnswer stockConditions(const Api& api, const HttpRequest& request, bool isTrade) {
    QueryReader reader(request, api.calendar());
    const std::string tape = reader.word("tape", {"A", "B", "C"});
    if (tape.empty())
        reader.fail("tape");
    if (reader.failed())
        return reader.failure();
    if (tape == "C")
        return isTrade ? table(kNasdaqTrades) : table(kNasdaqQuotes);
    return isTrade ? table(kTapeTrades) : table(kTapeQuotes);
}

} // namespace

std::optional<HttpAnswer> metaAnswer(const Api& api, const HttpRequest& request, bool isOptions) {
    const auto& segments = request.segments;
    if (segments.size() == 4 && segments[3] == "exchanges")
        return isOptions ? table(kOptionExchanges) : table(kStockExchanges);
    if (segments.size() != 5 || segments[3] != "conditions")
        return std::nullopt;
    if (segments[4] != "trade" && segments[4] != "quote")
        return errorAnswer(400, 40010001, "invalid ticktype");
    const bool isTrade = segments[4] == "trade";
    if (isOptions)
        return isTrade ? table(kOptionTrades) : table(kOptionQuotes);
    return stockConditions(api, request, isTrade);
}

} // namespace strikedesk::sandbox
