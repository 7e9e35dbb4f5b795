// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/workers/bar_cache.h"

#include "core/io/store/migrations.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <system_error>
#include <utility>
#include <vector>

namespace strikedesk::workers {

namespace {

constexpr const char* kDamaged = "store.damaged";

/// The steps of the schema that concern bars; the others are for the store.
std::vector<store::Migration> barMigrations() {
    std::vector<store::Migration> steps;
    const auto all = store::embeddedMigrations();
    std::copy_if(all.begin(), all.end(), std::back_inserter(steps),
                 [](const store::Migration& step) { return step.name.starts_with("bars"); });
    return steps;
}

} // namespace

BarCache::BarCache(std::filesystem::path file, std::string origin, const Clock& clock, Log& log)
    : m_file(std::move(file)), m_origin(std::move(origin)), m_clock(clock), m_log(log) {}

BarCache::~BarCache() = default;

std::filesystem::path BarCache::asideOf(const std::filesystem::path& file) {
    std::filesystem::path aside = file;
    aside += ".damaged";
    return aside;
}

Status BarCache::tryOpen() {
    auto database = store::SqliteDatabase::open(m_file);
    if (!database)
        return database.error();
    // Bars can be loaded again: losing the last second to a power cut is fine, waiting for the disk is not.
    if (Status set = (*database)->runScript("PRAGMA synchronous=NORMAL"); !set)
        return set;
    const std::vector<store::Migration> steps = barMigrations();
    if (Status migrated = store::migrate(**database, steps); !migrated)
        return migrated;
    if (Status claimed = store::BarRepository(**database).claimFor(m_origin); !claimed)
        return claimed;
    m_database = std::move(*database);
    return done();
}

void BarCache::open() {
    if (const Status opened = tryOpen(); !opened && !recovered(opened.error()))
        report(opened.error());
}

bool BarCache::recovered(const Error& error) {
    // A file that another program made is no use either.
    if (error.messageId != kDamaged && error.messageId != "store.other_schema" &&
        error.messageId != "store.unexpected_type")
        return false;
    m_database.reset();
    std::error_code failed;
    std::filesystem::rename(m_file, asideOf(m_file), failed);
    for (const char* end : {"-wal", "-shm"}) {
        std::filesystem::path beside = m_file;
        beside += end;
        std::error_code ignored; // Usually gone with the connection.
        std::filesystem::remove(beside, ignored);
    }
    m_log.warning("bars", "the stored bars were damaged and put aside",
                  {{"file", m_file.string()}, {"context", error.context}});
    if (const Status opened = failed ? Status(error) : tryOpen(); !opened) {
        report(opened.error());
        return false;
    }
    if (troubled)
        troubled(Error{ErrorKind::Storage,
                       "bars.damaged",
                       "The stored chart history was damaged. It was put aside as " +
                           asideOf(m_file).filename().string() +
                           " and is loaded again from the data server; nothing needs to be done.",
                       {},
                       error.context});
    return true;
}

void BarCache::report(const Error& error) {
    m_log.warning("bars", "the stored bars cannot be used",
                  {{"message", error.message}, {"context", error.context}});
    if (!std::exchange(m_troubleTold, true) && troubled)
        troubled(Error{ErrorKind::Storage, "bars.unusable",
                       "Chart history cannot be stored on this machine, so every start loads it again: " +
                           error.message,
                       error.arguments, error.context});
}

void BarCache::load(const market::LoadCachedBars& command) {
    market::CachedBars answer;
    answer.key = command.key;
    answer.span = command.span;
    const Timestamp now = m_clock.now().market;
    market::TimeSpan known = command.span;
    known.to = std::min(known.to, now);
    if (m_database && known.from < known.to) {
        auto cached = store::BarRepository(*m_database).load(command.key, known, now);
        if (cached) {
            answer.bars = std::move(cached->bars);
            answer.covered = std::move(cached->covered);
        } else if (!recovered(cached.error())) {
            report(cached.error());
        }
    }
    if (loaded)
        loaded(std::move(answer));
}

void BarCache::save(const market::SaveBars& command) {
    if (!m_database)
        return;
    const Status saved = store::BarRepository(*m_database).save(command, m_clock.now().market);
    if (!saved && !recovered(saved.error()))
        report(saved.error());
}

void BarCache::close() { m_database.reset(); }

} // namespace strikedesk::workers
