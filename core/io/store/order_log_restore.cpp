// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/order_log_restore.h"

#include "core/io/store/hash_chain.h"
#include "core/io/store/order_log_check.h"
#include "core/io/store/order_log_files.h"
#include "core/io/store/sqlite_connection.h"

#include <system_error>

namespace strikedesk::store {

namespace {

std::filesystem::path beside(std::filesystem::path file, const std::string& ending) {
    file += ending;
    return file;
}

Error cannotRestore(const std::filesystem::path& file, const std::string& context) {
    return Error{ErrorKind::Storage,
                 "store.restore_failed",
                 "The backup could not be put in place. Check the folder's permissions and free space.",
                 {{"file", pathText(file)}},
                 context};
}

/// The copy that will become the log is checked as a log is at start.
Status checkCopy(const std::filesystem::path& copy, const OrderLogOptions& options) {
    const Error noLog{ErrorKind::InvalidInput,
                      "store.bad_backup",
                      "This backup is not a whole order log of this account. Choose another one.",
                      {{"file", pathText(copy)}},
                      {}};
    if (checkOrderLogFile(copy))
        return noLog;
    const auto connection = SqliteConnection::open(copy, SqliteOptions{250, true, options.vfs});
    if (!connection)
        return noLog;
    const Result<OrderLogCheck> check = checkOrderLog(**connection, options, std::nullopt);
    if (!check)
        return check.error();
    return std::holds_alternative<OrderLogDamage>(*check) ? Status(noLog) : done();
}

/// A number no earlier restore used.
std::string freeEnding(const std::filesystem::path& file) {
    std::error_code ignored; // Asked again by the rename that follows.
    int number = 1;
    while (std::filesystem::exists(beside(file, ".damaged-" + std::to_string(number)), ignored) ||
           std::filesystem::exists(beside(file, ".head.damaged-" + std::to_string(number)), ignored))
        ++number;
    return ".damaged-" + std::to_string(number);
}

Status moveIfThere(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::error_code failed;
    if (!std::filesystem::exists(from, failed))
        return done();
    std::filesystem::rename(from, to, failed);
    return failed ? Status(cannotRestore(from, failed.message())) : done();
}

} // namespace

Status restoreOrderLog(const OrderLogOptions& options, const std::filesystem::path& backup) {
    const Result<std::filesystem::path> named = OrderLog::fileFor(options);
    if (!named)
        return named.error();
    const std::filesystem::path& file = *named;
    std::error_code failed;
    std::filesystem::create_directories(options.directory, failed);
    const Result<FileLock> lock = FileLock::acquire(beside(file, ".lock"));
    if (!lock)
        return lock.error();
    const std::filesystem::path copy = beside(file, ".new");
    std::filesystem::remove(beside(copy, "-wal"), failed);
    std::filesystem::copy_file(backup, copy, std::filesystem::copy_options::overwrite_existing, failed);
    if (failed)
        return cannotRestore(copy, failed.message());
    if (Status checked = checkCopy(copy, options); !checked) {
        std::filesystem::remove(copy, failed);
        return checked;
    }
    // While a witness is there, a start that finds the restore broken off half-way sees damage, never an
    // empty book and never a log without its newest records. So there is one from the first step to the last.
    if (!LogWitness(beside(file, ".head")).read())
        LogWitness(beside(file, ".head")).write({INT64_MAX, std::string(kChainHashBytes, '\0')});
    const std::string ending = freeEnding(file);
    for (const char* part : {"", "-wal"})
        if (Status aside = moveIfThere(beside(file, part), beside(file, part + ending)); !aside)
            return aside;
    if (Status placed = moveIfThere(copy, file); !placed)
        return placed;
    syncDirectory(options.directory);
    if (Status aside = moveIfThere(beside(file, ".head"), beside(file, ".head" + ending)); !aside)
        return aside;
    syncDirectory(options.directory);
    return done();
}

} // namespace strikedesk::store
