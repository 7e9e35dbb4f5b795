// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/host/environment.h"

#include "app/host/start_choices.h"
#include "core/run/session/crash_point.h"
#include "core/run/session/stored_settings.h"

#include <QCoreApplication>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTimer>

#include <CLI/CLI.hpp>

#include <atomic>
#include <csignal>

namespace strikedesk::host {

namespace {

std::atomic<bool> g_quitAsked = false; // set by a signal handler, which may touch nothing else

constexpr int kSignalPollMs = 100;

SettingTexts environmentTexts() {
    SettingTexts texts;
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : environment.keys())
        // Switches of the test programs are not settings.
        if (!name.startsWith(QLatin1String("STRIKEDESK_TEST_")))
            texts[name.toStdString()] = environment.value(name).toStdString();
    return texts;
}

Result<LogLevel> levelOf(const std::string& word) {
    for (int i = 0; i <= static_cast<int>(LogLevel::Critical); ++i)
        if (logLevelName(static_cast<LogLevel>(i)) == word)
            return static_cast<LogLevel>(i);
    return invalidInput("ctl.log_level", "The setting log.level names no level.");
}

std::filesystem::path usualDataDirectory(const std::string& profile) {
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return std::filesystem::path(base.toStdString()) / "strikedesk" / profile;
}

session::Mode modeOf(const std::string& word) {
    if (word == "paper")
        return session::Mode::Paper;
    return word == "live" ? session::Mode::Live : session::Mode::Demo;
}

} // namespace

void addCommonOptions(CLI::App& command, CommonOptions& common) {
    command.add_option("--data-dir", common.dataDirectory, "Folder for everything that is written");
    command.add_option_function<std::vector<std::string>>(
        "--set",
        [&common](const std::vector<std::string>& pairs) {
            for (const std::string& pair : pairs) {
                const std::size_t at = pair.find('=');
                if (at == std::string::npos)
                    throw CLI::ValidationError("--set", "write it as key=value");
                common.values[pair.substr(0, at)] = pair.substr(at + 1);
            }
        },
        "A setting, as key=value; may be given several times");
}

namespace {

/// The folder over the environments' own: the one that was given, or the usual place.
std::filesystem::path rootOf(const Settings& settings) {
    const std::string& folder = settings.text("data.dir");
    return folder.empty() ? usualDataDirectory(settings.text("profile.name")) : std::filesystem::path(folder);
}

/// Where a profile of these settings writes. Each environment has a folder of its own: a demo can never meet
/// the books of a live account.
std::filesystem::path dataDirectoryOf(const Settings& settings) {
    return rootOf(settings) / std::string(session::toText(modeOf(settings.text("mode"))));
}

FileLogOptions logOptionsOf(const Settings& settings, const std::filesystem::path& directory) {
    FileLogOptions log;
    log.file = directory / "logs" / "strikedesk.log";
    log.fileBytes = static_cast<std::size_t>(settings.integer("log.file_megabytes")) * 1024 * 1024;
    log.fileCount = static_cast<std::size_t>(settings.integer("log.file_count"));
    log.queueLines = static_cast<std::size_t>(settings.integer("log.queue_lines"));
    log.console = settings.isOn("log.console");
    return log;
}

} // namespace

Result<Environment> prepare(const CommonOptions& common) {
    SettingLayers layers;
    layers.environment = environmentTexts();
    layers.commandLine = common.values;
    if (!common.dataDirectory.empty())
        layers.commandLine["data.dir"] = common.dataDirectory;
    // Three times: the first reading says where the choices for this start are, the second where the settings
    // table is.
    auto settings = Settings::tryFrom(layers);
    if (!settings)
        return settings.error();
    Environment environment;
    environment.startFile = startFileOf(rootOf(*settings));
    auto chosen = readStartChoices(environment.startFile);
    if (!chosen)
        return chosen.error();
    layers.stored = *chosen;
    settings = Settings::tryFrom(layers);
    if (!settings)
        return settings.error();
    if (settings->text("mode") == "replay")
        return Error{
            ErrorKind::Unsupported, "ctl.mode_replay",
            "The mode replay has no engine to start. Watch a recorded session with 'film replay FILE'."};
    environment.dataDirectory = dataDirectoryOf(*settings);
    auto stored = session::storedSettings(environment.dataDirectory);
    if (!stored)
        return stored.error();
    layers.stored.merge(*stored);
    settings = Settings::tryFrom(layers);
    if (!settings)
        return settings.error();
    environment.settings = std::move(*settings);
    environment.mode = modeOf(environment.settings.text("mode"));
    environment.redactor = std::make_shared<Redactor>();
    FileLogOptions log = logOptionsOf(environment.settings, environment.dataDirectory);
    const auto level = levelOf(environment.settings.text("log.level"));
    if (!level)
        return level.error();
    log.level = *level;
    auto opened = FileLog::tryOpen(log, environment.redactor);
    if (!opened)
        return opened.error();
    environment.log = std::move(*opened);
    return environment;
}

alpaca::AlpacaKeys sandboxKeys() {
    return alpaca::AlpacaKeys{Secret("SANDBOX-KEY"), Secret("sandbox-secret")};
}

Secret sandboxDataKey() { return Secret("sandbox-polygon-key"); }

polygon::PolygonEndpoints polygonEndpointsOf(const Environment& environment, std::uint16_t sandboxPort) {
    if (environment.mode == session::Mode::Demo)
        return polygon::PolygonEndpoints::sandbox(sandboxPort);
    return polygon::PolygonEndpoints::at(environment.settings.text("polygon.api_url"),
                                         environment.settings.text("polygon.stream_url"));
}

alpaca::AlpacaEndpoints endpointsOf(const Environment& environment, std::uint16_t sandboxPort) {
    if (environment.mode == session::Mode::Demo)
        return alpaca::AlpacaEndpoints::sandbox(sandboxPort);
    const Settings& settings = environment.settings;
    const std::string& trading = environment.mode == session::Mode::Live ? settings.text("alpaca.live_url")
                                                                         : settings.text("alpaca.paper_url");
    return alpaca::AlpacaEndpoints::at(trading, settings.text("alpaca.data_url"),
                                       settings.text("alpaca.stream_url"), settings.text("alpaca.stock_feed"),
                                       settings.text("alpaca.option_feed"));
}

session::SessionConfig sessionConfigOf(const Environment& environment) {
    session::SessionConfig config;
    config.mode = environment.mode;
    config.settings = environment.settings;
    // The registry admits nothing else.
    config.vendors =
        market::vendorsFrom(environment.settings.text("net.data_providers")).valueOr(config.vendors);
    config.dataDirectory = environment.dataDirectory;
    config.recordFilm = environment.settings.isOn("film.enabled");
    config.atCrashPoint = session::crashPointFromEnvironment();
    return config;
}

void quitOnSignals(std::function<void()> quit) {
    std::signal(SIGINT, [](int) { g_quitAsked = true; });
    std::signal(SIGTERM, [](int) { g_quitAsked = true; });
    auto* timer = new QTimer(QCoreApplication::instance());
    QObject::connect(timer, &QTimer::timeout, timer, [timer, quit = std::move(quit)] {
        if (!g_quitAsked)
            return;
        timer->stop();
        quit();
    });
    timer->start(kSignalPollMs);
}

} // namespace strikedesk::host
