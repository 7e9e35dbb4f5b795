// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/codec/snapshot_codec.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace strikedesk;
    const std::string_view text = fuzz::textOf(data, size);
    (void)polygon::decodeStockSnapshots(text).ok();
    if (const auto page = polygon::decodeSnapshots(text))
        for (const polygon::SnapshotRow& row : page->rows) {
            fuzz::mustHold(!row.lastQuote || row.lastQuote->bid >= Price(), "a quote is not negative");
            fuzz::mustHold(!row.openInterest || *row.openInterest >= 0, "open interest is not negative");
            fuzz::mustHold(!row.ticker.symbol.isEmpty(), "a row has a name");
        }
    return 0;
}
