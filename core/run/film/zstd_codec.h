// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

struct ZSTD_CCtx_s;

namespace strikedesk::film {

/// Compresses with one kept work space. One thread.
class ZstdPacker {
public:
    /// Error Internal: out of memory.
    Result<std::string> pack(std::string_view bytes, int level);

private:
    struct Free {
        void operator()(ZSTD_CCtx_s* context) const;
    };
    std::unique_ptr<ZSTD_CCtx_s, Free> m_context;
};

/// Unpacks hostile bytes that must give exactly `rawBytes`. Error InvalidInput.
Result<std::string> unpackZstd(std::string_view packed, std::size_t rawBytes);
/// The size the frame says it unpacks to; Error InvalidInput when it says none or more than `limit`.
Result<std::size_t> unpackedSize(std::string_view packed, std::size_t limit);

} // namespace strikedesk::film
