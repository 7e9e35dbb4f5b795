// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/codec/company_codec.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace strikedesk;
    const std::string_view text = fuzz::textOf(data, size);
    (void)polygon::decodeSplits(text).ok();
    (void)polygon::decodeDividends(text).ok();
    (void)polygon::decodeShortInterest(text).ok();
    (void)polygon::decodeShortVolume(text).ok();
    (void)polygon::decodeFreeFloat(text).ok();
    (void)polygon::decodeNews(text).ok();
    return 0;
}
