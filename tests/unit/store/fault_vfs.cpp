// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/fault_vfs.h"

#include "tests/unit/store/test_files.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

namespace strikedesk::test {

namespace {

FaultVfs* g_faults = nullptr;
sqlite3_vfs g_vfs{};
sqlite3_io_methods g_methods{};

/// Our part of an open file; the real one follows in the same memory.
struct ShimFile {
    sqlite3_file base;
    FaultVfs::FileState* state;
};

sqlite3_vfs* realVfs() { return static_cast<sqlite3_vfs*>(g_vfs.pAppData); }
sqlite3_file* real(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(ShimFile));
}
FaultVfs::FileState* state(sqlite3_file* file) { return reinterpret_cast<ShimFile*>(file)->state; }

void apply(std::string& content, const FaultVfs::PendingWrite& write) {
    const auto offset = static_cast<std::size_t>(write.offset);
    if (write.bytes.empty()) {
        content.resize(std::min(content.size(), offset));
        return;
    }
    if (content.size() < offset + write.bytes.size())
        content.resize(offset + write.bytes.size());
    content.replace(offset, write.bytes.size(), write.bytes);
}

int closeFile(sqlite3_file* file) { return real(file)->pMethods->xClose(real(file)); }
int readFileAt(sqlite3_file* file, void* to, int bytes, sqlite3_int64 at) {
    return real(file)->pMethods->xRead(real(file), to, bytes, at);
}
int writeFileAt(sqlite3_file* file, const void* from, int bytes, sqlite3_int64 at) {
    if (const int code = g_faults->onWrite(); code != SQLITE_OK)
        return code;
    state(file)->pending.push_back(
        {at, std::string(static_cast<const char*>(from), static_cast<std::size_t>(bytes))});
    return real(file)->pMethods->xWrite(real(file), from, bytes, at);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    state(file)->pending.push_back({size, {}});
    return real(file)->pMethods->xTruncate(real(file), size);
}
int syncFile(sqlite3_file* file, int) {
    if (const int code = g_faults->onSync(); code != SQLITE_OK)
        return code;
    for (const FaultVfs::PendingWrite& write : state(file)->pending)
        apply(state(file)->durable, write);
    state(file)->pending.clear();
    return SQLITE_OK; // What is durable is modelled here; the real disk need not be kept busy.
}
int fileSize(sqlite3_file* file, sqlite3_int64* size) {
    return real(file)->pMethods->xFileSize(real(file), size);
}
int lockFile(sqlite3_file* file, int level) { return real(file)->pMethods->xLock(real(file), level); }
int unlockFile(sqlite3_file* file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
int reservedLock(sqlite3_file* file, int* held) {
    return real(file)->pMethods->xCheckReservedLock(real(file), held);
}
int fileControl(sqlite3_file* file, int operation, void* argument) {
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}
int sectorSize(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
int characteristics(sqlite3_file*) { return 0; }

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    file->pMethods = nullptr;
    const int code = realVfs()->xOpen(realVfs(), name, real(file), flags, outFlags);
    if (code != SQLITE_OK)
        return code;
    file->pMethods = &g_methods;
    const std::string key = name ? name : "temporary";
    const auto [at, fresh] = g_faults->files.try_emplace(key);
    if (fresh && name)
        at->second.durable = readFile(name);
    reinterpret_cast<ShimFile*>(file)->state = &at->second;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs*, const char* name, int sync) {
    g_faults->files.erase(name);
    return realVfs()->xDelete(realVfs(), name, sync);
}

} // namespace

FaultVfs::FaultVfs() {
    g_faults = this;
    sqlite3_vfs* system = sqlite3_vfs_find(nullptr);
    g_vfs = *system;
    g_vfs.pAppData = system;
    g_vfs.zName = name();
    g_vfs.szOsFile = static_cast<int>(sizeof(ShimFile)) + system->szOsFile;
    g_vfs.xOpen = openFile;
    g_vfs.xDelete = deleteFile;
    // Version 1: no shared memory, which the order log does not need, and no memory maps past the shim.
    g_methods = {1,        closeFile,  readFileAt,   writeFileAt, truncateFile, syncFile,        fileSize,
                 lockFile, unlockFile, reservedLock, fileControl, sectorSize,   characteristics, nullptr,
                 nullptr,  nullptr,    nullptr,      nullptr,     nullptr};
    sqlite3_vfs_register(&g_vfs, 0);
}

FaultVfs::~FaultVfs() {
    sqlite3_vfs_unregister(&g_vfs);
    g_faults = nullptr;
}

int FaultVfs::onWrite() {
    ++writes;
    if (failWrite == 0 || --failWrite > 0)
        return SQLITE_OK;
    failWrite = lasting ? 1 : 0;
    return diskFull ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

int FaultVfs::onSync() {
    ++syncs;
    if (failSync == 0 || --failSync > 0)
        return SQLITE_OK;
    failSync = lasting ? 1 : 0;
    return SQLITE_IOERR_FSYNC;
}

void FaultVfs::writeImage(const std::filesystem::path& directory, std::mt19937_64& chance) const {
    constexpr std::size_t kSector = 512;
    for (const auto& [path, file] : files) {
        std::string content = file.durable;
        for (const PendingWrite& write : file.pending) {
            if (write.bytes.empty()) {
                if (chance() % 2 == 0)
                    apply(content, write);
                continue;
            }
            for (std::size_t at = 0; at < write.bytes.size(); at += kSector)
                if (chance() % 2 == 0)
                    apply(content,
                          {write.offset + static_cast<std::int64_t>(at), write.bytes.substr(at, kSector)});
        }
        writeFile(directory / std::filesystem::path(path).filename(), content);
    }
}

} // namespace strikedesk::test
