// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/chain_build.h"

#include "core/base/option_symbol.h"

#include <algorithm>
#include <map>
#include <set>

namespace strikedesk::desk {

namespace {

bool isUsable(const alpaca::ListedContract& listed) {
    return !listed.disagreesWithName && listed.contract.isActive && listed.contract.isTradable;
}

void takeSnapshot(ui::ChainSide& side, const alpaca::Snapshot& snapshot, Timestamp askedAt) {
    if (snapshot.latestQuote) {
        side.bid = snapshot.latestQuote->bid;
        side.ask = snapshot.latestQuote->ask;
        side.bidSize = snapshot.latestQuote->bidSize;
        side.askSize = snapshot.latestQuote->askSize;
        side.quotedAt = snapshot.latestQuote->at;
        // Reading the quote is the venue confirming it (architecture, "Quote age").
        side.grade = snapshot.latestQuote->grade;
        side.confirmed = market::shownAt(side.grade, askedAt);
    }
    if (snapshot.latestTrade) {
        side.last = snapshot.latestTrade->price;
        side.lastAt = snapshot.latestTrade->at;
    }
    if (snapshot.dailyBar)
        side.volume = snapshot.dailyBar->volume;
    side.impliedVolatility = snapshot.impliedVolatility;
    side.greeks = snapshot.greeks;
}

bool takeBoardRow(ui::ChainSide& side, const market::QuoteBoard& quotes) {
    const market::BoardRow* row = quotes.find(side.contract);
    if (row == nullptr)
        return false;
    bool changed = false;
    const Timestamp confirmed = row->confirmed.market;
    // What the venue stamped later goes first, however it came: an answer may have been on its way for longer
    // than a quote of the stream.
    if (confirmed.isSet() && side.confirmed.isSet() && row->quote.at == side.quotedAt) {
        changed = confirmed > side.confirmed;
        side.confirmed = std::max(side.confirmed, confirmed);
    } else if (confirmed.isSet() &&
               (!side.confirmed.isSet() || market::supersedes(row->quote.at, side.quotedAt, confirmed))) {
        side.bid = row->quote.bid;
        side.ask = row->quote.ask;
        side.bidSize = row->quote.bidSize;
        side.askSize = row->quote.askSize;
        side.quotedAt = row->quote.at;
        side.grade = row->quote.grade;
        side.confirmed = confirmed;
        changed = true;
    }
    if (row->last && (!side.last || row->lastAt > side.lastAt)) {
        changed = changed || row->last != side.last;
        side.last = row->last;
        side.lastAt = row->lastAt;
    }
    return changed;
}

std::optional<Price> midOf(const std::optional<ui::ChainSide>& side) {
    if (!side)
        return std::nullopt;
    market::Quote quote;
    quote.bid = side->bid;
    quote.ask = side->ask;
    return quote.mid();
}

} // namespace

std::vector<ui::ChainExpiry> expiriesOf(const std::vector<alpaca::ListedContract>& contracts, Date today) {
    std::set<Date> days;
    for (const auto& listed : contracts)
        if (isUsable(listed) && listed.contract.expiry >= today)
            days.insert(listed.contract.expiry);
    std::vector<ui::ChainExpiry> expiries;
    for (const Date day : days)
        expiries.push_back({day, day.days() - today.days()});
    return expiries;
}

std::vector<ui::ChainRow> rowsOf(const std::vector<alpaca::ListedContract>& contracts,
                                 const std::vector<alpaca::Snapshot>& snapshots, Date expiry,
                                 Timestamp askedAt) {
    std::map<Symbol, const alpaca::Snapshot*> bySymbol;
    for (const alpaca::Snapshot& snapshot : snapshots)
        bySymbol[snapshot.symbol] = &snapshot;
    std::map<Price, ui::ChainRow> byStrike;
    for (const auto& listed : contracts) {
        const options::Contract& contract = listed.contract;
        if (!isUsable(listed) || contract.expiry != expiry)
            continue;
        ui::ChainRow& row = byStrike[contract.strike];
        row.strike = contract.strike;
        ui::ChainSide side;
        side.contract = contract.symbol;
        side.openInterest = contract.openInterest;
        if (const auto found = bySymbol.find(contract.symbol); found != bySymbol.end())
            takeSnapshot(side, *found->second, askedAt);
        (contract.right == OptionRight::Call ? row.call : row.put) = std::move(side);
    }
    std::vector<ui::ChainRow> rows;
    for (auto& [strike, row] : byStrike)
        rows.push_back(std::move(row));
    return rows;
}

bool takeQuotes(std::vector<ui::ChainRow>& rows, const market::QuoteBoard& quotes) {
    bool changed = false;
    for (ui::ChainRow& row : rows) {
        for (std::optional<ui::ChainSide>* side : {&row.call, &row.put})
            if (*side)
                changed = takeBoardRow(**side, quotes) || changed;
    }
    return changed;
}

bool markStreams(std::vector<ui::ChainRow>& rows, const std::set<Symbol>* notStreamed) {
    bool changed = false;
    for (ui::ChainRow& row : rows)
        for (std::optional<ui::ChainSide>* side : {&row.call, &row.put})
            if (*side) {
                const bool isStreamed = notStreamed == nullptr || !notStreamed->contains((*side)->contract);
                changed = changed || (*side)->isStreamed != isStreamed;
                (*side)->isStreamed = isStreamed;
            }
    return changed;
}

std::optional<Price> expectedMoveOf(const std::vector<ui::ChainRow>& rows, Price spot) {
    const ui::ChainRow* nearest = nullptr;
    const auto distance = [&](const ui::ChainRow& row) {
        return row.strike < spot ? spot - row.strike : row.strike - spot;
    };
    for (const ui::ChainRow& row : rows)
        if (row.call && row.put && (nearest == nullptr || distance(row) < distance(*nearest)))
            nearest = &row;
    if (nearest == nullptr)
        return std::nullopt;
    const auto call = midOf(nearest->call);
    const auto put = midOf(nearest->put);
    if (!call || !put)
        return std::nullopt;
    return *call + *put;
}

} // namespace strikedesk::desk
