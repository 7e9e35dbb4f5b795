// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desk/language.h"
#include "app/desk/live_chain.h"
#include "app/desk/live_data.h"
#include "app/desk/live_instruments.h"
#include "app/desk/live_journal.h"
#include "app/desk/live_settings.h"
#include "app/desk/live_watchlists.h"
#include "app/desk/picture_taker.h"
#include "app/desk/screenshot_saver.h"
#include "app/desk/stored_key_vault.h"
#include "app/host/hosted_session.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shell_services.h"

namespace strikedesk::desk {

/// What the program with the window is started with.
struct TerminalOptions {
    std::string sandboxProgram; ///< the command line tool, which is also the simulated venue
    double speed = 1.0;         ///< of the simulated market
    bool isFresh = false;       ///< a new simulated account
    bool isOnlyWatched = false; ///< nobody is there to answer a welcome
};

/// The window on a session: readers over the session, the boards panels share, the main window. The window
/// can be shown before the session runs; the session is stopped in the destructor. GUI thread.
class Terminal {
public:
    Terminal(host::Environment environment, TerminalOptions options);
    ~Terminal();
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    /// Starts the venue, if one is needed, and the session.
    void start();
    ui::MainWindow& window() { return *m_window; }
    LiveDesk& desk() { return m_desk; }
    ui::LinkBoard& links() { return m_links; }
    ui::TicketBoard& tickets() { return m_tickets; }
    std::unique_ptr<ui::ChainReader> makeChain() { return std::make_unique<LiveChain>(m_desk, m_book); }
    ui::WatchlistReader& watchlists() { return m_watchlists; }
    ui::JournalReader& journal() { return m_journal; }
    ui::SeriesReader& series() { return m_series; }

private:
    void connectSession(session::Session& session);
    /// Series, lists and pictures follow the feeds the session has.
    void followFeeds();
    void readNotices();
    void onStarted(const trade::BrokerAccount& account);
    void onKeysStored(const std::string& slot);
    /// Another session in place of the one that ended; later, when no callback of it is under way.
    void restartSoon();
    void askedToRestart();
    void chooseFirstSymbol();
    void applyTheme();
    ui::PanelContext context();

    QObject m_owner; ///< queued calls end with it
    host::HostedSession m_host;
    Language m_language; ///< before everything that has words
    TerminalOptions m_options;
    std::filesystem::path m_pictures;
    LiveDesk m_desk;
    LiveSeries m_series;
    ContractBook m_book;
    LiveInstruments m_instruments;
    LiveWatchlists m_watchlists;
    LiveJournal m_journal;
    LiveSettings m_settings;
    StoredKeyVault m_vault;
    LiveData m_data;
    PictureTaker m_taker;
    ScreenshotSaver m_screenshots;
    ui::LinkBoard m_links;
    ui::TicketBoard m_tickets;
    ui::Arming m_arming;
    ui::PanelCatalog m_catalog;
    ui::ShellServices m_services;
    ui::Subscription m_listsChanged;
    ui::Subscription m_settingsChanged;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace strikedesk::desk
