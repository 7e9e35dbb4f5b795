// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/trade_updates_codec.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace strikedesk;
    const std::string_view text = fuzz::textOf(data, size);
    (void)alpaca::decodeTradeUpdatesFrame(text).ok();
    return 0;
}
