// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace strikedesk {

/// How much a line matters to whoever reads the log.
enum class LogLevel {
    Trace,    ///< every message; only while hunting a bug
    Debug,    ///< what a developer asks first
    Info,     ///< what happened, once
    Warning,  ///< unexpected, handled
    Error,    ///< something asked for did not happen
    Critical, ///< money or the program is at risk
};

/// "trace" … "critical".
constexpr std::string_view logLevelName(LogLevel level) {
    constexpr std::string_view kNames[] = {"trace", "debug", "info", "warning", "error", "critical"};
    return kNames[static_cast<std::size_t>(level)];
}

/// One named fact of a log line: an id, a count, a price as text. Values, not sentences.
struct LogField {
    std::string_view key;
    std::string value;

    LogField(std::string_view name, std::string text) : key(name), value(std::move(text)) {}
    LogField(std::string_view name, std::string_view text) : key(name), value(text) {}
    LogField(std::string_view name, const char* text) : key(name), value(text) {}
    LogField(std::string_view name, bool flag) : key(name), value(flag ? "true" : "false") {}
    template <std::integral T>
        requires(!std::same_as<T, bool> && !std::same_as<T, char>)
    LogField(std::string_view name, T number) : key(name), value(std::to_string(number)) {}
    /// Anything of ours that says itself as text() (Price, Money, Quantity, Symbol, ids).
    template <class T>
        requires requires(const T& t) {
            { t.text() } -> std::convertible_to<std::string>;
        }
    LogField(std::string_view name, const T& thing) : key(name), value(thing.text()) {}
};

/// Where log lines go. Passed to whoever logs; there is no global one. Implementations are thread-safe and
/// never block, throw or fail towards the caller.
class Log {
public:
    virtual ~Log() = default;
    /// Whether a line of this level would be kept; ask before building an expensive one.
    virtual bool wants(LogLevel level) const = 0;
    /// One line. `area` is the room or part ("orders", "alpaca.stream"), `message` an untranslated sentence;
    /// both and the fields are copied before the call returns.
    virtual void write(LogLevel level, std::string_view area, std::string_view message,
                       std::span<const LogField> fields) = 0;

    void debug(std::string_view area, std::string_view message, std::initializer_list<LogField> fields = {}) {
        writeIfWanted(LogLevel::Debug, area, message, fields);
    }
    void info(std::string_view area, std::string_view message, std::initializer_list<LogField> fields = {}) {
        writeIfWanted(LogLevel::Info, area, message, fields);
    }
    void warning(std::string_view area, std::string_view message,
                 std::initializer_list<LogField> fields = {}) {
        writeIfWanted(LogLevel::Warning, area, message, fields);
    }
    void error(std::string_view area, std::string_view message, std::initializer_list<LogField> fields = {}) {
        writeIfWanted(LogLevel::Error, area, message, fields);
    }
    void critical(std::string_view area, std::string_view message,
                  std::initializer_list<LogField> fields = {}) {
        writeIfWanted(LogLevel::Critical, area, message, fields);
    }

private:
    void writeIfWanted(LogLevel level, std::string_view area, std::string_view message,
                       std::initializer_list<LogField> fields) {
        if (wants(level))
            write(level, area, message, {fields.begin(), fields.size()});
    }
};

/// Keeps nothing; for tests and for parts nobody listens to.
class NullLog final : public Log {
public:
    bool wants(LogLevel) const override { return false; }
    void write(LogLevel, std::string_view, std::string_view, std::span<const LogField>) override {}
};

} // namespace strikedesk
