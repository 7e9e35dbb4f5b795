// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/film/chunk_store.h"

#include "core/run/film/zstd_codec.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <random>
#include <system_error>

namespace strikedesk::film {

namespace {

constexpr int kPageLevel = 6;

bool isName(std::string_view name) {
    return name.size() == ChunkStore::kNameLength && std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

Error cannotWrite(const std::error_code& code) {
    return Error{ErrorKind::Storage,
                 "film.chunk_not_written",
                 "A page could not be kept for the recording. Trading goes on; check the disk's free space.",
                 {},
                 code.message()};
}

Error damagedPage(std::string_view name) {
    return Error{ErrorKind::Storage,
                 "film.chunk_damaged",
                 "A page of the recording is damaged and cannot be shown.",
                 {{"page", std::string(name)}},
                 {}};
}

/// Not empty: a file that a power loss left without content is written again.
bool isThere(const std::filesystem::path& file) {
    std::error_code failed;
    const std::uintmax_t size = std::filesystem::file_size(file, failed);
    return !failed && size > 0;
}

} // namespace

std::string ChunkStore::nameOf(std::string_view bytes) {
    std::array<unsigned char, ChunkStore::kNameLength / 2> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size(), nullptr, 0);
    std::array<char, ChunkStore::kNameLength + 1> text{};
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    return text.data();
}

std::filesystem::path ChunkStore::fileOf(std::string_view name) const {
    return m_directory / name.substr(0, 2) / (std::string(name.substr(2)) + ".zst");
}

bool ChunkStore::contains(std::string_view name) const { return isName(name) && isThere(fileOf(name)); }

Result<std::string> ChunkStore::put(std::string_view bytes) {
    if (bytes.size() > kMaxBytes)
        return invalidInput("film.chunk_too_large", "A page is too large to be recorded.",
                            std::to_string(bytes.size()));
    const std::string name = nameOf(bytes);
    const std::filesystem::path file = fileOf(name);
    if (isThere(file))
        return name;
    const Result<std::string> packed = ZstdPacker().pack(bytes, kPageLevel);
    if (!packed)
        return packed;
    std::error_code failed;
    std::filesystem::create_directories(file.parent_path(), failed);
    // Written under a name of its own and renamed, so that nobody ever reads half a page.
    std::filesystem::path part = file;
    part += ".part" + std::to_string(std::random_device{}());
    std::ofstream stream(part, std::ios::binary);
    stream.write(packed->data(), static_cast<std::streamsize>(packed->size())).flush();
    stream.close();
    if (!stream) {
        std::error_code ignored; // The page is missing either way.
        std::filesystem::remove(part, ignored);
        return cannotWrite(failed ? failed : std::make_error_code(std::errc::io_error));
    }
    std::filesystem::rename(part, file, failed);
    if (failed)
        return cannotWrite(failed);
    return name;
}

Result<std::string> ChunkStore::get(std::string_view name) const {
    if (!isName(name))
        return invalidInput("film.chunk_name", "The recording names a page that cannot exist.",
                            std::string(name.substr(0, ChunkStore::kNameLength)));
    std::ifstream stream(fileOf(name), std::ios::binary | std::ios::ate);
    const std::streamoff length = stream ? static_cast<std::streamoff>(stream.tellg()) : -1;
    if (length < 0)
        return Error{ErrorKind::NotFound,
                     "film.chunk_missing",
                     "A page of the recording is missing.",
                     {{"page", std::string(name)}},
                     {}};
    if (static_cast<std::size_t>(length) > 2 * kMaxBytes)
        return damagedPage(name);
    std::string packed(static_cast<std::size_t>(length), '\0');
    stream.seekg(0);
    if (!stream.read(packed.data(), length))
        return damagedPage(name);
    const Result<std::size_t> size = unpackedSize(packed, kMaxBytes);
    if (!size)
        return damagedPage(name);
    Result<std::string> bytes = unpackZstd(packed, *size);
    if (!bytes || nameOf(*bytes) != name)
        return damagedPage(name);
    return bytes;
}

} // namespace strikedesk::film
