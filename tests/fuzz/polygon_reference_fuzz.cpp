// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/codec/reference_codec.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace strikedesk;
    const std::string_view text = fuzz::textOf(data, size);
    (void)polygon::decodeContracts(text).ok();
    (void)polygon::decodeContract(text).ok();
    (void)polygon::decodeTickers(text).ok();
    (void)polygon::decodeTickerDetails(text).ok();
    (void)polygon::decodeMarketStatus(text).ok();
    (void)polygon::decodeUpcomingHolidays(text).ok();
    (void)polygon::decodeExchanges(text).ok();
    return 0;
}
