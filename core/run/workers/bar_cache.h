// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/io/store/bar_repository.h"
#include "core/io/store/sqlite_database.h"
#include "core/market/hub/hub_command.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace strikedesk::workers {

/// The bars kept on this machine, in a file of their own. Lives on the "bars" thread. Everything in it can be
/// loaded again: a damaged file is put aside and a new one begun, and a cache that cannot be opened answers
/// that it has nothing.
class BarCache : public QObject {
public:
    /// `origin` names the market the bars come from; what another one left is removed. `clock` and `log`
    /// outlive the cache.
    BarCache(std::filesystem::path file, std::string origin, const Clock& clock, Log& log);
    ~BarCache() override;

    /// Takes each answer, on the cache's thread.
    std::function<void(market::CachedBars)> loaded;
    /// Told once when the cache does not work, and whenever a damaged file was put aside.
    std::function<void(const Error&)> troubled;

    void open();
    /// Always answered. Nothing of the future is handed out, whatever the file says.
    void load(const market::LoadCachedBars& command);
    void save(const market::SaveBars& command);
    void close();

    /// Where a damaged file is put.
    static std::filesystem::path asideOf(const std::filesystem::path& file);

private:
    Status tryOpen();
    /// True when the file was damaged and a new one is open now.
    bool recovered(const Error& error);
    void report(const Error& error);

    std::filesystem::path m_file;
    std::string m_origin;
    const Clock& m_clock;
    Log& m_log;
    std::unique_ptr<store::SqliteDatabase> m_database;
    bool m_troubleTold = false;
};

} // namespace strikedesk::workers
