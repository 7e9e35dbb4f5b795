// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/film/zstd_codec.h"

#include <zstd.h>

namespace strikedesk::film {

namespace {

Error damaged(std::string context) {
    return invalidInput("film.packed", "A part of the recording is damaged and cannot be shown.",
                        std::move(context));
}

} // namespace

void ZstdPacker::Free::operator()(ZSTD_CCtx_s* context) const { ZSTD_freeCCtx(context); }

Result<std::string> ZstdPacker::pack(std::string_view bytes, int level) {
    if (!m_context)
        m_context.reset(ZSTD_createCCtx());
    std::string packed(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size = m_context ? ZSTD_compressCCtx(m_context.get(), packed.data(), packed.size(),
                                                           bytes.data(), bytes.size(), level)
                                       : static_cast<std::size_t>(-1);
    if (!m_context || ZSTD_isError(size) != 0)
        return Error{ErrorKind::Internal,
                     "film.pack",
                     "The recording could not be compressed.",
                     {},
                     std::to_string(bytes.size()) + " bytes"};
    packed.resize(size);
    return packed;
}

Result<std::string> unpackZstd(std::string_view packed, std::size_t rawBytes) {
    std::string raw(rawBytes, '\0');
    const std::size_t size = ZSTD_decompress(raw.data(), raw.size(), packed.data(), packed.size());
    if (ZSTD_isError(size) != 0 || size != rawBytes)
        return damaged("zstd of " + std::to_string(packed.size()) + " bytes");
    return raw;
}

Result<std::size_t> unpackedSize(std::string_view packed, std::size_t limit) {
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > limit)
        return damaged("zstd frame of unknown size");
    return static_cast<std::size_t>(size);
}

} // namespace strikedesk::film
