// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/assert.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// What every target defines; libFuzzer calls it, or our own runner. Must neither crash nor keep state that
/// changes the next answer.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace strikedesk::fuzz {

inline std::string_view textOf(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// A value that must hold whatever the input was; the program stops when it does not.
inline void mustHold(bool isTrue, const char* what) { STRIKEDESK_ASSERT(isTrue, what); }

} // namespace strikedesk::fuzz
