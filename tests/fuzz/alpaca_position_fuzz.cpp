// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/account_codec.h"
#include "core/io/venues/alpaca/codec/order_codec.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace strikedesk;
    const std::string_view text = fuzz::textOf(data, size);
    (void)alpaca::decodePosition(text).ok();
    (void)alpaca::decodePositions(text).ok();
    (void)alpaca::decodeMultiStatus(text).ok();
    return 0;
}
