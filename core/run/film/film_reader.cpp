// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/film/film_reader.h"

#include "core/base/archive_reader.h"
#include "core/run/film/film_block.h"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

namespace strikedesk::film {

namespace {

Error noFilm(const std::filesystem::path& file, std::string context) {
    return Error{ErrorKind::InvalidInput,
                 "film.not_a_film",
                 "This file is not a recording of Strikedesk, or its beginning is damaged.",
                 {{"file", file.filename().string()}},
                 std::move(context)};
}

std::uint64_t little(std::string_view bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i > 0; --i)
        value = value << 8 | static_cast<unsigned char>(bytes[i - 1]);
    return value;
}

} // namespace

class FilmReader::Impl {
public:
    Impl(std::filesystem::path file, std::ifstream stream, std::uint64_t size)
        : m_file(std::move(file)), m_stream(std::move(stream)), m_size(size) {}

    Status readHeader();
    /// The head of the block at m_offset; nothing at the end of what is whole, and then m_ending says why.
    std::optional<BlockHead> head();
    /// The packed bytes of the block at m_offset, verified; nothing when they do not match.
    std::optional<std::string> body(const BlockHead& head);
    void pass(const BlockHead& head) {
        m_offset += kBlockHeadBytes + head.packedBytes;
        m_lastEndsFilm = head.endsFilm;
    }
    Status loadBlock();
    void goTo(std::uint64_t offset, std::uint64_t position) {
        m_offset = offset;
        m_position = position;
        m_block.clear();
        m_next = 0;
        m_lastEndsFilm = false;
        m_ending = FilmEnding::Unknown;
    }
    bool readAt(std::uint64_t offset, std::string& bytes) {
        m_stream.clear();
        m_stream.seekg(static_cast<std::streamoff>(offset));
        m_stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return static_cast<std::size_t>(m_stream.gcount()) == bytes.size();
    }

    std::filesystem::path m_file;
    std::ifstream m_stream;
    std::uint64_t m_size;
    FilmHeader m_header;
    std::uint64_t m_start = 0;
    std::uint64_t m_offset = 0;
    std::uint64_t m_position = 0;
    std::vector<FilmEntry> m_block;
    std::size_t m_next = 0;
    bool m_lastEndsFilm = false;
    FilmEnding m_ending = FilmEnding::Unknown;
};

Status FilmReader::Impl::readHeader() {
    std::string fixed(kFilmMagic.size() + 4, '\0');
    if (!readAt(0, fixed) || std::string_view(fixed).substr(0, kFilmMagic.size()) != kFilmMagic)
        return noFilm(m_file, "magic");
    const std::uint64_t length = little(std::string_view(fixed).substr(kFilmMagic.size()));
    if (length > kMaxHeaderBytes || fixed.size() + length + 8 > m_size)
        return noFilm(m_file, "length of the header");
    std::string bytes(fixed.size() + length, '\0');
    std::string check(8, '\0');
    if (!readAt(0, bytes) || !readAt(bytes.size(), check) || little(check) != checksum64(bytes))
        return noFilm(m_file, "checksum of the header");
    BinaryReader reader(std::string_view(bytes).substr(fixed.size()));
    reader.value(m_header);
    if (m_header.formatVersion > kFilmFormat)
        return Error{ErrorKind::Unsupported,
                     "film.newer_format",
                     "This recording was made by a newer version of Strikedesk. Open it with that version.",
                     {{"file", m_file.filename().string()}},
                     {}};
    if (!reader.finished())
        return noFilm(m_file, "field " + reader.where());
    m_start = bytes.size() + check.size();
    goTo(m_start, 0);
    return done();
}

std::optional<BlockHead> FilmReader::Impl::head() {
    if (m_offset == m_size) {
        m_ending = m_lastEndsFilm ? FilmEnding::Complete : FilmEnding::Open;
        return std::nullopt;
    }
    if (m_size - m_offset < kBlockHeadBytes) {
        m_ending = m_lastEndsFilm ? FilmEnding::Damaged : FilmEnding::Torn;
        return std::nullopt;
    }
    std::string bytes(kBlockHeadBytes, '\0');
    std::optional<BlockHead> found = readAt(m_offset, bytes) ? BlockHead::decode(bytes) : std::nullopt;
    if (!found || m_lastEndsFilm) {
        m_ending = FilmEnding::Damaged;
        return std::nullopt;
    }
    if (m_size - m_offset - kBlockHeadBytes < found->packedBytes) {
        m_ending = FilmEnding::Torn;
        return std::nullopt;
    }
    return found;
}

std::optional<std::string> FilmReader::Impl::body(const BlockHead& head) {
    std::string packed(head.packedBytes, '\0');
    if (!readAt(m_offset + kBlockHeadBytes, packed) || checksum64(packed) != head.packedChecksum) {
        m_ending = FilmEnding::Damaged;
        return std::nullopt;
    }
    return packed;
}

Status FilmReader::Impl::loadBlock() {
    m_block.clear();
    m_next = 0;
    const std::optional<BlockHead> found = head();
    if (!found)
        return done();
    const std::optional<std::string> packed = body(*found);
    if (!packed)
        return done();
    Result<std::vector<FilmEntry>> entries = unpackBlock(*found, *packed);
    if (!entries) {
        m_ending = FilmEnding::Damaged;
        return entries.error();
    }
    m_block = std::move(entries.value());
    pass(*found);
    return done();
}

FilmReader::FilmReader(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
FilmReader::~FilmReader() = default;

Result<std::unique_ptr<FilmReader>> FilmReader::open(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::error_code failed;
    const std::uintmax_t size = std::filesystem::file_size(file, failed);
    if (!stream || failed)
        return Error{ErrorKind::NotFound,
                     "film.missing",
                     "The recording cannot be opened. It may have been moved or deleted.",
                     {{"file", file.filename().string()}},
                     failed.message()};
    auto impl = std::make_unique<Impl>(file, std::move(stream), size);
    if (Status read = impl->readHeader(); !read)
        return read.error();
    return std::unique_ptr<FilmReader>(new FilmReader(std::move(impl)));
}

const FilmHeader& FilmReader::header() const { return m_impl->m_header; }
const std::filesystem::path& FilmReader::file() const { return m_impl->m_file; }

Result<std::optional<FilmEntry>> FilmReader::next() {
    while (m_impl->m_next == m_impl->m_block.size()) {
        if (m_impl->m_ending != FilmEnding::Unknown)
            return std::optional<FilmEntry>();
        if (Status loaded = m_impl->loadBlock(); !loaded)
            return loaded.error();
    }
    ++m_impl->m_position;
    return std::optional(std::move(m_impl->m_block[m_impl->m_next++]));
}

Status FilmReader::rewind() {
    m_impl->goTo(m_impl->m_start, 0);
    return done();
}

Status FilmReader::seek(Timestamp market) {
    std::optional<std::pair<std::uint64_t, std::uint64_t>> best;
    m_impl->goTo(m_impl->m_start, 0);
    std::uint64_t position = 0;
    while (const std::optional<BlockHead> head = m_impl->head()) {
        const bool late = head->firstMarket > market.nanoseconds();
        if (head->startsWithCheckpoint && (!late || !best))
            best = {m_impl->m_offset, position};
        // Market time never runs back in a film, except over a clock correction: so no early end of the
        // search.
        position += head->entries;
        m_impl->pass(*head);
    }
    if (!best) {
        m_impl->goTo(m_impl->m_start, 0);
        return Error{ErrorKind::NotFound,
                     "film.no_checkpoint",
                     "This recording has no point from which it can be played.",
                     {{"file", m_impl->m_file.filename().string()}},
                     {}};
    }
    m_impl->goTo(best->first, best->second);
    return done();
}

FilmEnding FilmReader::ending() const { return m_impl->m_ending; }
std::uint64_t FilmReader::position() const { return m_impl->m_position; }

Result<FilmSummary> FilmReader::summary() {
    Impl walk(m_impl->m_file, std::ifstream(m_impl->m_file, std::ios::binary), m_impl->m_size);
    walk.goTo(m_impl->m_start, 0);
    FilmSummary summary;
    while (const std::optional<BlockHead> head = walk.head()) {
        if (!walk.body(*head))
            break;
        summary.wholeEntries += head->entries;
        summary.wholeEvents += head->events;
        if (!summary.firstAt.isSet())
            summary.firstAt = Timestamp::fromNanoseconds(head->firstMarket);
        if (head->lastMarket != 0)
            summary.lastAt = Timestamp::fromNanoseconds(head->lastMarket);
        walk.pass(*head);
    }
    summary.ending = walk.m_ending;
    return summary;
}

} // namespace strikedesk::film
