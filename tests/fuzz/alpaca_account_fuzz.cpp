// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/account_codec.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace strikedesk;
    const std::string_view text = fuzz::textOf(data, size);
    (void)alpaca::decodeAccount(text).ok();
    (void)alpaca::decodeAccountConfiguration(text).ok();
    (void)alpaca::decodeClock(text).ok();
    (void)alpaca::decodeCalendar(text).ok();
    (void)alpaca::decodePortfolioHistory(text).ok();
    (void)alpaca::decodeAsset(text).ok();
    (void)alpaca::decodeAssets(text).ok();
    (void)alpaca::decodeWatchlist(text).ok();
    (void)alpaca::decodeWatchlists(text).ok();
    return 0;
}
