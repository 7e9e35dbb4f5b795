// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/film/film_writer.h"

#include "core/base/archive.h"
#include "core/run/film/film_block.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <optional>
#include <system_error>

namespace strikedesk::film {

namespace {

Error cannotWrite(const std::filesystem::path& file, int code) {
    const bool full = code == ENOSPC || code == EFBIG;
    return Error{
        ErrorKind::Storage,
        full ? "film.disk_full" : "film.not_writable",
        full
            ? "Recording stopped because the disk is full. Trading goes on; free some space to record again."
            : "Recording stopped because its file cannot be written. Trading goes on; check the data folder.",
        {{"file", file.filename().string()}},
        std::generic_category().message(code)};
}

void putLittle(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i, value >>= 8)
        out.push_back(static_cast<char>(value & 0xFF));
}

std::string encodeHeader(const FilmHeader& header) {
    BinaryWriter writer;
    writer.value(header);
    std::string bytes(kFilmMagic);
    putLittle(bytes, writer.bytes().size(), 4);
    bytes += writer.bytes();
    putLittle(bytes, checksum64(bytes), 8);
    return bytes;
}

} // namespace

class FilmWriter::Impl {
public:
    Impl(std::filesystem::path file, std::ofstream stream)
        : m_file(std::move(file)), m_stream(std::move(stream)) {}

    Status append(const std::string& bytes) {
        errno = 0;
        m_stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        m_stream.flush();
        if (!m_stream) {
            m_failed = cannotWrite(m_file, errno);
            return *m_failed;
        }
        m_written += bytes.size();
        return done();
    }

    Status flush() {
        if (m_failed)
            return *m_failed;
        if (m_block.isEmpty())
            return done();
        const Result<std::string> block = m_block.take();
        if (!block) {
            m_failed = block.error();
            return *m_failed;
        }
        return append(*block);
    }

    Status add(const FilmEntry& entry, std::size_t size) {
        if (m_failed)
            return *m_failed;
        if (m_finished)
            return Error{ErrorKind::Internal, "film.finished", "The recording has ended already."};
        if (size > kMaxEntryBytes)
            return Error{ErrorKind::InvalidInput, "film.entry_too_large",
                         "The recording cannot hold this much at once."};
        // A block must not grow beyond what a reader accepts, nor hide a checkpoint in its middle.
        const bool checkpoint = std::holds_alternative<FilmCheckpoint>(entry);
        if (checkpoint || m_block.rawBytes() + size > kMaxEntryBytes)
            if (Status flushed = flush(); !flushed)
                return flushed;
        m_block.add(entry);
        return m_block.rawBytes() >= kBlockBytes ? flush() : done();
    }

    std::filesystem::path m_file;
    std::ofstream m_stream;
    BlockBuilder m_block;
    std::optional<Error> m_failed;
    bool m_finished = false;
    std::uint64_t m_events = 0;
    std::uint64_t m_running = 0;
    std::uint64_t m_written = 0;
};

FilmWriter::FilmWriter(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

FilmWriter::~FilmWriter() {
    if (Status flushed = flush(); !flushed)
        m_impl->m_finished = true; // Already reported by the call that failed.
}

Result<std::unique_ptr<FilmWriter>> FilmWriter::create(const std::filesystem::path& file,
                                                       const FilmHeader& header) {
    std::error_code failed;
    std::filesystem::create_directories(file.parent_path(), failed);
    if (std::filesystem::exists(file, failed))
        return Error{ErrorKind::Refused,
                     "film.exists",
                     "A recording with this name exists already and is not overwritten.",
                     {{"file", file.filename().string()}},
                     {}};
    FilmHeader stamped = header;
    stamped.formatVersion = kFilmFormat;
    const std::string head = encodeHeader(stamped);
    if (head.size() > kMaxHeaderBytes)
        return invalidInput("film.header", "The settings are too large to be recorded.");
    errno = 0;
    std::ofstream stream;
    stream.rdbuf()->pubsetbuf(nullptr, 0); // Blocks are written whole; a second buffer would only tear them.
    stream.open(file, std::ios::binary | std::ios::out);
    if (!stream)
        return cannotWrite(file, errno);
    std::unique_ptr<FilmWriter> writer(new FilmWriter(std::make_unique<Impl>(file, std::move(stream))));
    if (Status written = writer->m_impl->append(head); !written)
        return written.error();
    return writer;
}

Status FilmWriter::write(const FilmEvent& event) {
    Status added = m_impl->add(event, event.bytes.size());
    if (added) {
        ++m_impl->m_events;
        m_impl->m_running = nextRunningHash(m_impl->m_running, event.commandHash);
    }
    return added;
}
Status FilmWriter::write(const FilmCheckpoint& checkpoint) {
    return m_impl->add(checkpoint, checkpoint.bytes.size());
}
Status FilmWriter::write(const FilmGap& gap) { return m_impl->add(gap, gap.reason.size()); }
Status FilmWriter::write(const FilmChunk& chunk) { return m_impl->add(chunk, chunk.name.size()); }
Status FilmWriter::flush() { return m_impl->flush(); }

Status FilmWriter::finish() {
    if (Status added = m_impl->add(FilmEnd{m_impl->m_events, m_impl->m_running}, 0); !added)
        return added;
    m_impl->m_finished = true;
    return m_impl->flush();
}

std::uint64_t FilmWriter::events() const { return m_impl->m_events; }
std::uint64_t FilmWriter::runningHash() const { return m_impl->m_running; }
std::uint64_t FilmWriter::bytesWritten() const { return m_impl->m_written; }

std::string filmFileName(const FilmHeader& header) {
    // "2026-03-02T14:30:00.123Z" becomes "2026-03-02_143000".
    const std::string time = header.startedAt.rfc3339();
    std::string name = time.substr(0, 10) + "_";
    for (const char c : time.substr(11, 8))
        if (c != ':')
            name.push_back(c);
    for (const std::string& part : {header.mode, header.account}) {
        name.push_back('_');
        for (const char c : part.substr(0, 40)) {
            const bool safe = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                              c == '-' || c == '_';
            name.push_back(safe ? c : '-');
        }
    }
    return name + ".film";
}

} // namespace strikedesk::film
