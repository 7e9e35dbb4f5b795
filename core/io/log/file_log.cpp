// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/log/file_log.h"

#include "core/base/timestamp.h"
#include "core/io/log/line_text.h"

#include <spdlog/async_logger.h>
#include <spdlog/details/thread_pool.h>
#include <spdlog/formatter.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace strikedesk {

namespace {

spdlog::level::level_enum libraryLevel(LogLevel level) {
    switch (level) {
    case LogLevel::Trace:
        return spdlog::level::trace;
    case LogLevel::Debug:
        return spdlog::level::debug;
    case LogLevel::Info:
        return spdlog::level::info;
    case LogLevel::Warning:
        return spdlog::level::warn;
    case LogLevel::Error:
        return spdlog::level::err;
    case LogLevel::Critical:
        return spdlog::level::critical;
    }
    return spdlog::level::critical;
}

std::string_view libraryLevelName(spdlog::level::level_enum level) {
    constexpr std::string_view kNames[] = {"TRACE", "DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"};
    return kNames[std::min<std::size_t>(static_cast<std::size_t>(level), std::size(kNames) - 1)];
}

/// "2026-03-02T14:30:00.123Z".
std::string utcMilliseconds(std::chrono::system_clock::time_point time) {
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
    std::string text = Timestamp::fromSeconds(ms / 1'000).rfc3339();
    const std::string fraction = std::to_string(1'000 + ms % 1'000);
    text.replace(text.size() - 1, 1, "." + fraction.substr(1) + "Z");
    return text;
}

/// Writes "time LEVEL line". It runs on the log's own thread, after the queue, so it is also the place where
/// lost lines become visible, and the last at which a secret could be stopped.
class LineFormatter final : public spdlog::formatter {
public:
    LineFormatter(std::shared_ptr<const Redactor> redactor, spdlog::details::thread_pool& pool)
        : m_redactor(std::move(redactor)), m_pool(pool) {}

    void format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& out) override {
        const std::string time = utcMilliseconds(message.time);
        std::string text;
        const std::size_t lost = m_pool.overrun_counter();
        if (lost != m_reported)
            text = time +
                   " WARNING log: Lines were lost because they came faster than the disk takes them. lost=" +
                   std::to_string(lost - m_reported) + "\n";
        m_reported = lost;
        const std::string_view payload(message.payload.data(), message.payload.size());
        text += time + " " + std::string(libraryLevelName(message.level)) + " " +
                m_redactor->redact(payload) + "\n";
        out.append(text.data(), text.data() + text.size());
    }
    std::unique_ptr<spdlog::formatter> clone() const override {
        return std::make_unique<LineFormatter>(m_redactor, m_pool);
    }

private:
    std::shared_ptr<const Redactor> m_redactor;
    // The pool's thread is the only one that formats, and the pool joins it before it ends.
    spdlog::details::thread_pool& m_pool;
    std::size_t m_reported = 0;
};

Error cannotOpen(const std::filesystem::path& file, const char* why) {
    return Error{ErrorKind::Storage,
                 "log.open.failed",
                 "The log file cannot be written. Check that its folder exists and is yours.",
                 {{"file", file.string()}},
                 why};
}

void keepPrivate(const spdlog::filename_t& file) {
    std::error_code ignored;
    std::filesystem::permissions(
        file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
}

} // namespace

struct FileLog::Parts {
    std::shared_ptr<const Redactor> redactor;
    std::shared_ptr<spdlog::details::thread_pool> pool;
    // Declared after the pool, so that it goes first.
    std::shared_ptr<spdlog::async_logger> logger;
    std::shared_ptr<std::atomic<std::uint64_t>> failedWrites =
        std::make_shared<std::atomic<std::uint64_t>>(0);
    std::atomic<LogLevel> level = LogLevel::Info;
};

Result<std::unique_ptr<FileLog>> FileLog::tryOpen(const FileLogOptions& options,
                                                  std::shared_ptr<const Redactor> redactor) {
    STRIKEDESK_ASSERT(redactor != nullptr, "a log has a redactor");
    try {
        auto parts = std::make_unique<Parts>();
        parts->redactor = redactor;
        parts->level = options.level;
        parts->pool = std::make_shared<spdlog::details::thread_pool>(
            std::clamp<std::size_t>(options.queueLines, 1, 1'000'000), 1);
        spdlog::file_event_handlers handlers;
        handlers.after_open = [](const spdlog::filename_t& file, std::FILE*) { keepPrivate(file); };
        std::vector<spdlog::sink_ptr> sinks = {std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            options.file.string(), std::max<std::size_t>(options.fileBytes, 1'024),
            std::clamp<std::size_t>(options.fileCount, 1, 100) - 1, false, handlers)};
        if (options.console)
            sinks.push_back(std::make_shared<spdlog::sinks::stderr_sink_mt>());
        for (const auto& sink : sinks)
            sink->set_formatter(std::make_unique<LineFormatter>(redactor, *parts->pool));
        parts->logger =
            std::make_shared<spdlog::async_logger>("strikedesk", sinks.begin(), sinks.end(), parts->pool,
                                                   spdlog::async_overflow_policy::overrun_oldest);
        parts->logger->set_level(spdlog::level::trace);
        // The log's own thread does it, so nobody waits for the disk, and a crash loses next to nothing.
        parts->logger->flush_on(spdlog::level::info);
        parts->logger->set_error_handler([failed = parts->failedWrites](const std::string&) { ++*failed; });
        return std::unique_ptr<FileLog>(new FileLog(std::move(parts)));
    } catch (const std::exception& failure) {
        return cannotOpen(options.file, failure.what());
    }
}

FileLog::FileLog(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

FileLog::~FileLog() {
    // The logger first, then the pool: its end drains the queue and joins the thread.
    m_parts->logger.reset();
    m_parts->pool.reset();
}

bool FileLog::wants(LogLevel level) const { return level >= m_parts->level.load(std::memory_order_relaxed); }

void FileLog::write(LogLevel level, std::string_view area, std::string_view message,
                    std::span<const LogField> fields) {
    if (!wants(level))
        return;
    try {
        m_parts->logger->log(libraryLevel(level), composedLine(*m_parts->redactor, area, message, fields));
    } catch (const std::exception&) {
        // Out of memory is the only way here; a log line is not worth the caller's work.
        ++*m_parts->failedWrites;
    }
}

void FileLog::setLevel(LogLevel level) { m_parts->level.store(level, std::memory_order_relaxed); }

std::uint64_t FileLog::lostLines() const { return m_parts->pool->overrun_counter(); }

std::uint64_t FileLog::failedWrites() const { return m_parts->failedWrites->load(); }

} // namespace strikedesk
