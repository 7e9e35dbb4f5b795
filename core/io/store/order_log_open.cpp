// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/order_log_impl.h"

#include <algorithm>
#include <system_error>

namespace strikedesk::store {

namespace {

constexpr std::size_t kMaxNameLength = 64;

bool isSafeName(const std::string& name) {
    const auto isSafe = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    };
    return !name.empty() && name.size() <= kMaxNameLength && std::all_of(name.begin(), name.end(), isSafe);
}

bool isPresent(const std::filesystem::path& file) {
    std::error_code failed;
    const bool found = std::filesystem::exists(file, failed);
    return found || failed; // What cannot be looked at is not taken for absent.
}

SqliteOptions exclusive(const OrderLogOptions& options) { return SqliteOptions{250, true, options.vfs}; }

/// Makes the log under another name and renames it, so that a half-made file never has the log's name.
Status create(const OrderLogOptions& options, const OrderLogPaths& paths) {
    std::error_code failed;
    const std::filesystem::path fresh = paths.beside(".new");
    for (const char* ending : {".new", ".new-wal", ".new-shm"})
        std::filesystem::remove(paths.beside(ending), failed);
    {
        Result<std::unique_ptr<SqliteConnection>> connection =
            SqliteConnection::open(fresh, exclusive(options));
        if (!connection)
            return connection.error();
        if (Status made = makeOrderLogSchema(**connection, options); !made)
            return made;
        // Into the main file now: only that one is renamed.
        if (Result<std::string> moved = (*connection)->scalar("PRAGMA wal_checkpoint(TRUNCATE)"); !moved)
            return moved.error();
    }
    // A disk that failed quietly on the way shows here, before the file gets the log's name.
    if (isPresent(paths.beside(".new-wal")) || checkOrderLogFile(fresh))
        return Error{ErrorKind::Storage,
                     "store.disk_error",
                     "The disk reported an error. Check the disk, then start the program again.",
                     {{"file", pathText(fresh)}},
                     "the new log is not whole"};
    if (options.atCrashPoint)
        options.atCrashPoint("open.made");
    std::filesystem::rename(fresh, paths.database, failed);
    if (failed)
        return Error{ErrorKind::Storage,
                     "store.not_writable",
                     "The folder of the order log cannot be written. Check the folder and its permissions.",
                     {{"file", pathText(paths.database)}},
                     failed.message()};
    syncDirectory(paths.database.parent_path());
    return done();
}

/// The file is there when this returns nothing.
Result<std::optional<OrderLogDamage>> makeOrInspect(const OrderLogOptions& options,
                                                    const OrderLogPaths& paths) {
    if (!isPresent(paths.database)) {
        // Traces of a log without its file: it was moved or deleted, which is not the same as never written.
        if (isPresent(paths.beside(".head")) || isPresent(paths.beside("-wal")))
            return std::optional(OrderLogDamage{"the file of the order log is missing", 0, paths.database});
        if (Status made = create(options, paths); !made)
            return made.error();
    }
    return checkOrderLogFile(paths.database);
}

} // namespace

Result<std::filesystem::path> OrderLog::fileFor(const OrderLogOptions& options) {
    if (!isSafeName(options.environment) || !isSafeName(options.account.text()))
        return invalidInput("store.log_name",
                            "The account's number holds characters that cannot be part of a file name.",
                            options.environment + " " + options.account.text());
    return options.directory / ("orders-" + options.environment + "-" + options.account.text() + ".db");
}

Result<OrderLogOpening> OrderLog::open(OrderLogOptions options) {
    const Result<std::filesystem::path> file = fileFor(options);
    if (!file)
        return file.error();
    const OrderLogPaths paths{*file};
    std::error_code ignored; // A folder that cannot be made shows as a lock that cannot be taken.
    std::filesystem::create_directories(options.directory, ignored);
    Result<FileLock> lock = FileLock::acquire(paths.beside(".lock"));
    if (!lock)
        return lock.error();
    const Result<std::optional<OrderLogDamage>> inspected = makeOrInspect(options, paths);
    if (!inspected)
        return inspected.error();
    if (inspected->has_value())
        return OrderLogOpening(**inspected);

    SqliteFailure failure = SqliteFailure::None;
    Result<std::unique_ptr<SqliteConnection>> connection =
        SqliteConnection::open(paths.database, exclusive(options), &failure);
    if (!connection) {
        if (failure == SqliteFailure::Damaged)
            return OrderLogOpening(
                OrderLogDamage{"pages of the order log cannot be read", 0, paths.database});
        return connection.error();
    }
    // Until the check is through, a close must not change the file.
    (*connection)->keepWriteAheadFileOnClose(true);
    Result<OrderLogCheck> check =
        checkOrderLog(**connection, options, LogWitness(paths.beside(".head")).read());
    if (!check)
        return check.error();
    if (auto* damage = std::get_if<OrderLogDamage>(&check.value()))
        return OrderLogOpening(std::move(*damage));
    (*connection)->keepWriteAheadFileOnClose(false);
    auto impl = std::make_unique<Impl>(std::move(options), paths, std::move(lock.value()),
                                       std::move(connection.value()),
                                       std::move(std::get<OrderLogHead>(check.value())));
    if (Status ready = impl->prepare(); !ready)
        return ready.error();
    return OrderLogOpening(std::unique_ptr<OrderLog>(new OrderLog(std::move(impl))));
}

} // namespace strikedesk::store
