// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/io/venues/alpaca/codec/contract_codec.h"
#include "core/io/venues/alpaca/codec/market_codec.h"
#include "core/market/quote_board.h"
#include "ui/readers/chain_reader.h"

#include <set>

namespace strikedesk::desk {

/// The days on which tradable contracts of an underlying expire, rising, from `today` on.
std::vector<ui::ChainExpiry> expiriesOf(const std::vector<alpaca::ListedContract>& contracts, Date today);

/// The rows of one expiry: every listed contract has its place, quoted or not. Snapshots of contracts that
/// are not listed for that day are left out. Contracts whose fields contradict their name are left out too.
/// `askedAt` is when the snapshots were asked for: what they say was true then or later.
std::vector<ui::ChainRow> rowsOf(const std::vector<alpaca::ListedContract>& contracts,
                                 const std::vector<alpaca::Snapshot>& snapshots, Date expiry,
                                 Timestamp askedAt);

/// Puts newer quotes and prints of the stream into the rows; true when anything changed.
bool takeQuotes(std::vector<ui::ChainRow>& rows, const market::QuoteBoard& quotes);

/// Marks what the data plan's number of symbols leaves out (null: nothing); true when anything changed.
bool markStreams(std::vector<ui::ChainRow>& rows, const std::set<Symbol>* notStreamed);

/// Half the distance the market expects by expiry: the mid of the straddle nearest to spot, about the mean
/// absolute move. Nothing without two sane quotes at that strike.
std::optional<Price> expectedMoveOf(const std::vector<ui::ChainRow>& rows, Price spot);

} // namespace strikedesk::desk
