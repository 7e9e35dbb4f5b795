// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/order_log_files.h"

#include "core/io/store/hash_chain.h"
#include "core/io/store/sqlite_connection.h"

#include <array>
#include <cstring>
#include <system_error>
#include <utility>

#ifdef _WIN32
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#endif

namespace strikedesk::store {

namespace {

Error inUse(const std::filesystem::path& file) {
    return Error{ErrorKind::Unavailable,
                 "store.log_in_use",
                 "The order log is in use by another running copy of Strikedesk. Close that copy first.",
                 {{"file", pathText(file)}},
                 {}};
}

Error cannotLock(const std::filesystem::path& file, int code) {
    return Error{ErrorKind::Storage,
                 "store.not_writable",
                 "The folder of the order log cannot be written. Check the folder and its permissions.",
                 {{"file", pathText(file)}},
                 "error " + std::to_string(code)};
}

} // namespace

#ifdef _WIN32

Result<FileLock> FileLock::acquire(const std::filesystem::path& file) {
    const HANDLE handle = CreateFileW(file.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_ALWAYS,
                                      FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle != INVALID_HANDLE_VALUE)
        return FileLock(reinterpret_cast<std::intptr_t>(handle));
    const DWORD code = GetLastError();
    return code == ERROR_SHARING_VIOLATION ? inUse(file) : cannotLock(file, static_cast<int>(code));
}

FileLock::~FileLock() {
    if (m_handle != -1)
        CloseHandle(reinterpret_cast<HANDLE>(m_handle));
}

void syncDirectory(const std::filesystem::path&) {}

bool DiskReserve::take() {
    std::error_code failed;
    std::ofstream(m_file, std::ios::binary | std::ios::app).flush();
    std::filesystem::resize_file(m_file, static_cast<std::uintmax_t>(m_bytes), failed);
    return !failed;
}

#else

Result<FileLock> FileLock::acquire(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return cannotLock(file, errno);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        return FileLock(descriptor);
    const int code = errno;
    ::close(descriptor);
    return code == EWOULDBLOCK ? inUse(file) : cannotLock(file, code);
}

FileLock::~FileLock() {
    if (m_handle != -1)
        ::close(static_cast<int>(m_handle));
}

void syncDirectory(const std::filesystem::path& directory) {
    const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

bool DiskReserve::take() {
    if (m_bytes <= 0)
        return true;
    const int descriptor = ::open(m_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return false;
    // Unlike a file with holes, this takes the blocks for certain.
    const int code = ::posix_fallocate(descriptor, 0, m_bytes);
    ::close(descriptor);
    if (code != 0)
        release();
    return code == 0;
}

#endif

FileLock::FileLock(FileLock&& other) noexcept : m_handle(std::exchange(other.m_handle, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(m_handle, other.m_handle);
    return *this;
}

void DiskReserve::release() {
    std::error_code ignored; // Nothing better can be done on a full disk.
    std::filesystem::remove(m_file, ignored);
}

namespace {

constexpr std::size_t kNoteBytes = 8 + kChainHashBytes;

std::string encode(const LogWitness::Note& note) {
    std::string bytes(8, '\0');
    std::memcpy(bytes.data(), &note.seq, 8);
    bytes += note.hash;
    return bytes;
}

} // namespace

std::optional<LogWitness::Note> LogWitness::read() const {
    std::ifstream stream(m_file, std::ios::binary);
    std::array<char, kNoteBytes + kChainHashBytes> raw{};
    if (!stream.read(raw.data(), raw.size()))
        return std::nullopt;
    const std::string_view body(raw.data(), kNoteBytes);
    const std::string_view check(raw.data() + kNoteBytes, kChainHashBytes);
    if (ChainHasher().add(body).finish() != check)
        return std::nullopt;
    Note note;
    std::memcpy(&note.seq, body.data(), 8);
    note.hash = body.substr(8);
    return note;
}

void LogWitness::write(const Note& note) {
    if (!m_stream.is_open()) {
        std::ofstream(m_file, std::ios::binary | std::ios::app).flush();
        m_stream.open(m_file, std::ios::binary | std::ios::in | std::ios::out);
    }
    const std::string body = encode(note);
    const std::string bytes = body + ChainHasher().add(body).finish();
    m_stream.clear();
    m_stream.seekp(0);
    m_stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush();
}

} // namespace strikedesk::store
