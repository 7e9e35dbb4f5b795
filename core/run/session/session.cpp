// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/session/session.h"

#include "core/run/film/film_pages.h"
#include "core/run/film/film_writer.h"
#include "core/run/session/build_info.h"

#include <QDir>
#include <QRandomGenerator>

#include <system_error>
#include <utility>

namespace strikedesk::session {

namespace {

constexpr std::int64_t kDemoReserveBytes = 1024 * 1024;

QString pathText(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

Error cannotWrite(const std::filesystem::path& folder) {
    return Error{ErrorKind::Storage,
                 "session.folder",
                 "The folder " + folder.string() +
                     " cannot be made or written. Choose another one with the setting data.dir.",
                 {},
                 {}};
}

} // namespace

Session::Session(SessionConfig config, Log& log)
    : m_config(std::move(config)), m_nextSettings(m_config.settings), m_log(log),
      m_lookout(m_config.dataDirectory, m_permit, m_inbox, log),
      m_ids(m_config.idSeed != 0 ? m_config.idSeed : QRandomGenerator::system()->generate64()) {}

Session::~Session() { stop(); }

void Session::onOwner(std::function<void()> call) {
    QMetaObject::invokeMethod(&m_owner, std::move(call), Qt::QueuedConnection);
}

Status Session::start() {
    if (!QDir().mkpath(pathText(m_config.dataDirectory)))
        return cannotWrite(m_config.dataDirectory);
    m_lease.emplace(pathText(m_config.dataDirectory / "profile.lock"));
    m_lease->setStaleLockTime(0);
    if (!m_lease->tryLock(0)) {
        const bool held = m_lease->error() == QLockFile::LockFailedError;
        m_lease.reset();
        if (!held)
            return cannotWrite(m_config.dataDirectory);
        return Error{ErrorKind::Unavailable,
                     "session.profile_in_use",
                     "Another Strikedesk is running on this profile. Use that one, or give this one its own "
                     "folder with the setting data.dir.",
                     {},
                     {}};
    }
    m_running = true;
    m_lookout.alarmed = [this](const Error& error) {
        onOwner([this, error] { troubled ? troubled(error) : void(); });
    };
    m_lookout.start(m_config.dataDirectory);
    startWorkers();
    setStreamLimits();
    return done();
}

void Session::startWorkers() {
    m_store.start([this] {
        auto* worker = new workers::StoreWorker(m_config.dataDirectory / "store.db",
                                                std::string(toText(m_config.mode)), m_log);
        worker->failed = [this](const Error& error) {
            onOwner([this, error] { troubled ? troubled(error) : void(); });
        };
        worker->journaled = [this](const store::JournalEntry& entry) {
            onOwner([this, entry] { journaled ? journaled(entry) : void(); });
        };
        return worker;
    });
    m_store.post([](workers::StoreWorker& worker) { worker.open(); });
    m_orders.start([this] {
        workers::OrdersWorkerConfig config;
        config.endpoints = m_config.endpoints;
        config.keys = m_config.keys.clone();
        config.environment = std::string(toText(m_config.mode));
        config.dataDirectory = m_config.dataDirectory;
        config.buildId = kBuildId;
        config.net = netTuningFrom(m_config.settings);
        config.speed = m_config.speed;
        // Each new demo account has a log of its own; its orders are not worth 64 MiB of disk.
        if (m_config.mode == Mode::Demo)
            config.logReserveBytes = kDemoReserveBytes;
        config.jitterSeed = m_ids.next();
        config.atCrashPoint = m_config.atCrashPoint;
        auto* worker = new workers::OrdersWorker(std::move(config), m_inbox, m_permit, m_clock, m_log);
        worker->opened = [this](workers::OrdersOpened opened) {
            onOwner([this, opened = std::move(opened)] { onOpened(opened); });
        };
        worker->startFailed = [this](const Error& error, bool isFinal) {
            onOwner([this, error, isFinal] { startFailed ? startFailed(error, isFinal) : void(); });
        };
        return worker;
    });
    m_orders.post([](workers::OrdersWorker& worker) { worker.open(); });
    startData();
    startFeeds();
}

void Session::onOpened(const workers::OrdersOpened& opened) {
    if (!m_running)
        return;
    m_account = opened.account;
    engine::EngineConfig config;
    config.idSeed = m_ids.next();
    config.settings = tradeSettingsFrom(m_config.settings, m_config.mode, opened.account.number.text());
    config.stockFeed = m_config.endpoints.stockFeed;
    config.optionFeed = m_config.endpoints.optionFeed;
    config.stockVendor = m_feeds->serving(engine::Channel::StockStream);
    config.optionVendor = m_feeds->serving(engine::Channel::OptionStream);
    engine::Engine engine(config);
    std::vector<engine::Command> first = engine.restore(opened.records, m_clock.now());
    const trade::KillLevel known = engine.orders().book().kill();
    m_store.post(
        [number = opened.account.number](workers::StoreWorker& worker) { worker.setAccount(number); });
    startFilm(opened.account, config);
    startCache(opened.account);

    handover::EngineWiring wiring;
    wiring.clock = &m_clock;
    wiring.inbox = &m_inbox;
    wiring.mailbox = &m_mailbox;
    wiring.recorder = m_film.get();
    wiring.dispatch = [this](const engine::Command& command) { dispatch(command); };
    wiring.checkpointEvery = m_config.settings.duration("film.checkpoint_seconds");
    m_mailbox.setWake([this] {
        onOwner([this] {
            watchManaged();
            snapshotReady ? snapshotReady() : void();
        });
    });
    m_engine = std::make_unique<handover::EngineThread>(std::move(engine), std::move(wiring));
    m_engine->start(std::move(first));
    m_inbox.post(engine::Event(engine::LinkEvent(engine::ClockRead{opened.clock})));
    m_lookout.begin(opened.account.number, known);
    m_orders.post([](workers::OrdersWorker& worker) { worker.startStream(); });
    m_feeds->open();
    askGrants();
    m_log.info("session", "the engine runs",
               {{"mode", toText(m_config.mode)}, {"account", opened.account.number}, {"build", kBuildId}});
    if (started)
        started(opened.account);
}

void Session::startFilm(const trade::BrokerAccount& account, const engine::EngineConfig& config) {
    if (!m_config.recordFilm)
        return;
    film::FilmHeader header;
    header.buildId = kBuildId;
    header.idSeed = config.idSeed;
    header.mode = std::string(toText(m_config.mode));
    header.account = account.number.text();
    header.startedAt = m_clock.now().market;
    const std::filesystem::path folder = m_config.dataDirectory / "films";
    m_filmFile = folder / film::filmFileName(header);
    // Two runs can begin at the same market time (a demo that was resumed); a film is never overwritten.
    std::error_code ignored;
    for (int number = 2; std::filesystem::exists(m_filmFile, ignored); ++number)
        m_filmFile = folder / (std::to_string(number) + "_" + film::filmFileName(header));
    film::FilmRecorderOptions options;
    options.pages = film::pagesOf(m_filmFile);
    options.onStopped = [this](const Error& error) {
        onOwner([this, error] { troubled ? troubled(error) : void(); });
    };
    auto recorder = film::FilmRecorder::start(m_filmFile, header, std::move(options));
    if (!recorder) {
        m_filmFile.clear();
        m_log.error("film", "no film is recorded", {{"message", recorder.error().message}});
        if (troubled)
            troubled(recorder.error());
        return;
    }
    m_film = std::make_unique<FilmEventRecorder>(std::move(*recorder));
    m_filmSession = store::FilmSession{};
    m_filmSession.id = m_ids.uuid7(header.startedAt);
    m_filmSession.file = m_filmFile.filename().string();
    m_filmSession.mode = header.mode;
    m_filmSession.account = account.number;
    m_filmSession.buildId = kBuildId;
    m_filmSession.startedAt = header.startedAt;
    m_store.post([film = m_filmSession](workers::StoreWorker& worker) { worker.beginFilm(film); });
}

void Session::dispatch(const engine::Command& command) {
    if (const auto* hub = std::get_if<market::HubCommand>(&command))
        return dispatch(*hub);
    if (const auto* trade = std::get_if<trade::TradeCommand>(&command)) {
        if (const auto* notice = std::get_if<trade::Notice>(trade)) {
            m_log.info("engine", notice->message,
                       {{"code", notice->code}, {"client_order_id", notice->clientOrderId}});
            m_store.post([n = *notice, at = m_clock.now().market](workers::StoreWorker& worker) {
                worker.recordNotice(n, at);
            });
        } else if (const auto* read = std::get_if<trade::ReadQuotes>(trade)) {
            m_data.post(
                [symbols = read->symbols](workers::DataWorker& worker) { worker.readQuotes(symbols); });
        } else {
            m_orders.post([c = *trade](workers::OrdersWorker& worker) { worker.carryOut(c); });
        }
        return;
    }
    const auto& record = std::get<engine::RecordCommand>(command);
    if (const auto* journal = std::get_if<engine::JournalTrade>(&record))
        m_store.post(
            [summary = journal->summary](workers::StoreWorker& worker) { worker.recordTrade(summary); });
    else if (const auto* change = std::get_if<engine::ReadinessChanged>(&record))
        m_log.info("engine", "readiness changed",
                   {{"readiness", trade::toText(change->readiness)}, {"why", change->why}});
}

void Session::post(engine::UserEvent event) { m_inbox.post(engine::Event(std::move(event))); }

void Session::kill(trade::KillLevel level, const std::string& by) { m_lookout.kill(level, by); }

void Session::finishFilm() {
    if (!m_film)
        return;
    const Status finished = m_film->finish();
    m_filmSession.endedAt = m_clock.now().market;
    m_filmSession.events = static_cast<std::int64_t>(m_film->events());
    m_filmSession.lost = static_cast<std::int64_t>(m_film->recorder().lost());
    m_filmSession.bytes = static_cast<std::int64_t>(m_film->recorder().bytesWritten());
    if (!finished)
        m_filmSession.note = finished.error().message;
    m_store.post([film = m_filmSession](workers::StoreWorker& worker) { worker.finishFilm(film); });
}

void Session::stop() {
    if (!std::exchange(m_running, false))
        return;
    m_feeds->stop();
    m_orders.post([](workers::OrdersWorker& worker) { worker.close(); });
    if (m_engine)
        m_engine->stop();
    m_orders.stop();
    m_data.post([](workers::DataWorker& worker) { worker.close(); });
    m_data.stop();
    m_bars.post([](workers::BarCache& cache) { cache.close(); });
    m_bars.stop();
    finishFilm();
    m_store.stop();
    m_lookout.stop();
    m_lease.reset();
}

} // namespace strikedesk::session
