// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/terminal.h"

#include "app/desk/desk_catalog.h"
#include "core/run/session/build_info.h"
#include "ui/shell/quit_panel.h"
#include "ui/theme/error_text.h"
#include "ui/theme/theme.h"

#include <QFile>

namespace strikedesk::desk {

namespace {

constexpr const char* kWelcomeMark = "welcomed";
/// Of earlier sessions, as many as anybody scrolls through.
constexpr std::int64_t kMostNotices = 300;

ui::DeskFacts factsOf(const host::Environment& environment, double speed) {
    ui::DeskFacts facts;
    switch (environment.mode) {
    case session::Mode::Demo:
        facts.mode = ui::DeskMode::Demo;
        break;
    case session::Mode::Paper:
        facts.mode = ui::DeskMode::Paper;
        break;
    case session::Mode::Live:
        facts.mode = ui::DeskMode::Live;
        break;
    }
    facts.speed = environment.mode == session::Mode::Demo ? speed : 1.0;
    const alpaca::AlpacaEndpoints endpoints = host::endpointsOf(environment);
    facts.stockFeed = endpoints.stockFeed;
    facts.optionFeed = endpoints.optionFeed;
    return facts;
}

QString pathText(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

ui::ShellServices servicesOf(const host::Environment& environment, const QString& language,
                             ui::KeyVault& vault, ui::DataReader& data) {
    const std::filesystem::path mark = environment.dataDirectory / kWelcomeMark;
    ui::ShellServices services{.layoutDirectory = pathText(environment.dataDirectory / "layouts"),
                               .dataDirectory = pathText(environment.dataDirectory),
                               .version = QString::fromLatin1(session::kBuildId),
                               .language = language,
                               .isFirstStart = !QFile::exists(pathText(mark)),
                               .keys = vault,
                               .data = data};
    services.welcomeDone = [mark] {
        QFile file(pathText(mark));
        if (file.open(QIODevice::WriteOnly))
            file.close();
    };
    return services;
}

} // namespace

Terminal::Terminal(host::Environment environment, TerminalOptions options)
    : m_host(std::move(environment)), m_language(m_host.environment().settings.text("ui.language")),
      m_options(std::move(options)), m_pictures(m_host.environment().dataDirectory / "pictures"),
      m_desk(factsOf(m_host.environment(), m_options.speed)),
      m_series(m_desk, m_desk.facts().stockFeed, m_desk.facts().optionFeed), m_instruments(m_desk, m_book),
      m_watchlists(m_desk, m_series,
                   [this](const Symbol& symbol, const std::function<void(Status)>& answered) {
                       answered(m_instruments.exists(symbol));
                   }),
      m_journal(m_desk, m_pictures),
      m_settings(m_desk, m_host.environment().settings, m_host.environment().startFile),
      m_vault(m_host.secrets(), m_host.environment().settings.text("profile.name"),
              m_host.environment().redactor),
      m_data(m_desk), m_taker(m_desk, m_series, m_pictures),
      m_screenshots(m_host.environment().dataDirectory / "screenshots"),
      m_catalog(panelCatalog(&m_screenshots)),
      m_services(servicesOf(m_host.environment(), m_language.name(), m_vault, m_data)) {
    m_services.isFirstStart = m_services.isFirstStart && !m_options.isOnlyWatched;
    applyTheme();
    m_settingsChanged = m_settings.subscribe([this] { applyTheme(); });
    m_services.restartSession = [this] { askedToRestart(); };
    m_vault.stored = [this](const std::string& slot) { onKeysStored(slot); };
    m_taker.stored = [this](const IntentId& tradeId) { m_journal.loadPictures(tradeId.text()); };
    m_taker.givenUp = [this](const PictureMoment& moment, const std::string& why) {
        m_host.log().warning("pictures", "a chart picture was not taken",
                             {{"trade", moment.tradeId}, {"event", moment.event}, {"why", why}});
    };
    m_listsChanged = m_watchlists.subscribe([this] { chooseFirstSymbol(); });
    m_window = std::make_unique<ui::MainWindow>(context(), m_catalog, m_services);
}

Terminal::~Terminal() {
    m_window.reset();
    m_desk.setSession(nullptr); // its readers ask no more
    m_host.stop();
}

ui::PanelContext Terminal::context() {
    return {m_desk,        m_desk,    m_series,   m_watchlists,
            m_instruments, m_journal, m_settings, [this] { return makeChain(); },
            m_links,       m_tickets, m_arming};
}

void Terminal::applyTheme() {
    const Settings settings = m_settings.settings();
    const bool isLight = settings.text("ui.theme") == "light";
    const bool isBlue = settings.text("ui.sign_colours") == "blue_orange";
    const auto kind = isLight ? ui::ThemeKind::Light : ui::ThemeKind::Dark;
    const auto signs = isBlue ? ui::SignColours::BlueOrange : ui::SignColours::GreenRed;
    m_arming.setLength(static_cast<int>(settings.duration("ui.one_click_seconds").toSecondsLossy()));
    ui::Theme& theme = ui::Theme::current();
    static bool s_isApplied = false;
    if (!std::exchange(s_isApplied, true) || theme.kind() != kind || theme.signColours() != signs)
        theme.apply(kind, signs);
}

void Terminal::start() {
    m_host.speed = m_options.speed;
    if (m_options.isFresh)
        m_host.sandboxArguments = {"--fresh"};
    m_host.prepared = [this](session::Session& session) { connectSession(session); };
    m_host.failed = [this](const Error& error) { m_desk.setTrouble(ui::errorText(error).toStdString()); };
    m_host.start(m_options.sandboxProgram);
}

void Terminal::onKeysStored(const std::string& slot) {
    const session::Mode mode = m_host.environment().mode;
    // A session that waited for its key waits no longer; one that runs keeps the key it has.
    if (mode != session::Mode::Demo && host::keySlotOf(mode) == slot && m_desk.session() == nullptr)
        restartSoon();
}

void Terminal::askedToRestart() {
    const bool runs = m_desk.session() != nullptr && m_desk.facts().trouble.empty();
    if (runs && !ui::endsWithProgram(*m_desk.snapshot()).isEmpty())
        return m_desk.setMishap(
            "The session was not started again: a stop, an exit or an entry depends on it. "
            "Close the position first, or quit the program.");
    restartSoon();
}

void Terminal::restartSoon() {
    QMetaObject::invokeMethod(
        &m_owner,
        [this] {
            m_desk.setTrouble({});
            m_desk.setSession(nullptr);
            // The account a person asked to begin anew has begun.
            std::erase(m_host.sandboxArguments, "--fresh");
            m_host.restart(m_options.sandboxProgram);
        },
        Qt::QueuedConnection);
}

void Terminal::connectSession(session::Session& session) {
    session.snapshotReady = [this] { m_desk.takeSnapshot(); };
    session.started = [this](const trade::BrokerAccount& account) { onStarted(account); };
    session.startFailed = [this](const Error& error, bool) {
        m_desk.setTrouble(ui::errorText(error).toStdString());
    };
    session.troubled = [this](const Error& error) { m_desk.setMishap(ui::errorText(error).toStdString()); };
    session.journaled = [this](const store::JournalEntry& entry) { m_journal.takeTrade(entry); };
    session.feedsChanged = [this] { followFeeds(); };
    session.dataReported = [this](const market::DataReport& report) { m_data.take(report); };
    session.settingsChanged = [this](const Settings& settings) { m_settings.take(settings); };
}

void Terminal::onStarted(const trade::BrokerAccount& account) {
    m_desk.setTrouble({});
    m_desk.setAccount(account);
    m_desk.setSession(m_host.session());
    m_settings.storeWaiting();
    followFeeds();
    m_series.askAgain();
    m_instruments.load();
    m_watchlists.load();
    readNotices();
    m_journal.setAccount(account.number);
    m_journal.load();
}

void Terminal::followFeeds() {
    const session::Session& session = *m_host.session();
    if (!m_series.setFeeds(session.stockFeed(), session.optionFeed()))
        return;
    m_desk.setFeeds(session.stockFeed(), session.optionFeed());
    m_watchlists.followFeeds();
    m_taker.followFeeds();
}

void Terminal::readNotices() {
    m_host.session()->listNotifications(
        kMostNotices, [this](const Result<std::vector<store::StoredNotification>>& stored) {
            if (!stored)
                return m_desk.setMishap(ui::errorText(stored.error()).toStdString());
            std::vector<ui::PastNotice> past;
            for (const store::StoredNotification& one : *stored)
                past.push_back({one.at,
                                one.severity == "info"      ? trade::NoticeLevel::Info
                                : one.severity == "warning" ? trade::NoticeLevel::Warning
                                                            : trade::NoticeLevel::Critical,
                                one.body});
            m_desk.setPastNotices(std::move(past));
        });
}

void Terminal::chooseFirstSymbol() {
    if (!m_links.selection(ui::LinkGroup::A).underlying.isEmpty())
        return;
    const auto lists = m_watchlists.lists();
    if (lists.empty())
        return;
    const auto rows = m_watchlists.rows(lists.front().id);
    if (!rows.empty())
        m_links.selectUnderlying(ui::LinkGroup::A, rows.front().symbol);
}

} // namespace strikedesk::desk
