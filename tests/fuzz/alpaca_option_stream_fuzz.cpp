// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/alpaca_sink.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace strikedesk;
    fuzz::CheckingSink sink;
    const auto count = alpaca::decodeOptionFrame(fuzz::textOf(data, size), sink);
    fuzz::mustHold(!count || sink.delivered <= count->delivered, "no more is delivered than counted");
    return 0;
}
