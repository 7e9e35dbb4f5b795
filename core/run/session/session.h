// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/log.h"
#include "core/run/handover/engine_thread.h"
#include "core/run/handover/write_permit.h"
#include "core/run/session/feeds.h"
#include "core/run/session/film_event_recorder.h"
#include "core/run/session/lookout.h"
#include "core/run/session/session_config.h"
#include "core/run/session/stream_plan.h"
#include "core/run/workers/bar_cache.h"
#include "core/run/workers/data_worker.h"
#include "core/run/workers/hosted_worker.h"
#include "core/run/workers/orders_worker.h"
#include "core/run/workers/store_worker.h"

#include <QLockFile>
#include <QObject>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace strikedesk::session {

/// One series somebody looks at.
struct SeriesWish {
    market::SeriesKey key;
    market::Attention attention = market::Attention::Shown;
};

/// One run of the program on one account: the engine, its workers, clock, film and lease. Made, started,
/// stopped and called on one thread with an event loop; callbacks come on that thread.
class Session {
public:
    /// `log` outlives the session.
    Session(SessionConfig config, Log& log);
    /// Stops.
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// A newer snapshot is there.
    std::function<void()> snapshotReady;
    /// The start cannot go on (`isFinal`) or is being tried again; the error's message is for a person.
    std::function<void(const Error&, bool isFinal)> startFailed;
    /// The account is known, the engine runs.
    std::function<void(const trade::BrokerAccount&)> started;
    /// A finished trade is in the journal.
    std::function<void(const store::JournalEntry&)> journaled;
    /// Something else a person must know (film stopped, store failed).
    std::function<void(const Error&)> troubled;
    /// What is known of the data providers and their keys changed.
    std::function<void(const market::DataReport&)> dataReported;
    /// Stock or options data comes from another vendor: series keys name another feed from now on.
    std::function<void()> feedsChanged;
    /// A setting was changed and is in force (one of the next start is only stored).
    std::function<void(const Settings&)> settingsChanged;

    /// Takes the profile's lease and starts the workers. Errors: another process has this profile, a folder
    /// that cannot be written.
    Status start();
    /// Ordered: feeds, order stream, engine, orders, data, bars, film, store. Idempotent.
    void stop();

    /// Hands an event (a person's wish) to the engine.
    void post(engine::UserEvent event);
    /// Kill at once: the flag is up before the engine hears of it, and it outlives a restart. Any thread;
    /// other processes of the same user reach it by the profile's kill socket (KillListener).
    void kill(trade::KillLevel level, const std::string& by);
    /// What to stream from now on: stock quotes, trades, bars; option quotes and trades. What an open trade
    /// holds is streamed besides and before all, whoever asks: its stop is watched by its quotes. What the
    /// data plan's number of symbols leaves out is in the snapshot's `notStreamed`.
    void watch(std::vector<StreamWish> wishes);
    /// The series to keep loaded and live, the focused one loaded first, then by attention; replaces what was
    /// wanted before. They appear in the snapshot's `series` under their keys: cached bars first, then
    /// history, then the stream. Besides watch(), this streams prints and bars of stocks, quotes and prints
    /// of contracts.
    void wantSeries(std::vector<SeriesWish> wishes, const std::optional<market::SeriesKey>& focus);
    /// The feeds of series keys now: "iex", "sip", "indicative", "opra", "polygon".
    std::string stockFeed() const { return feedOf(engine::Channel::StockStream); }
    std::string optionFeed() const { return feedOf(engine::Channel::OptionStream); }
    /// Asks the data providers anew what the keys may have.
    void askGrants();
    /// Every active stock the broker lists.
    void assets(std::function<void(Result<std::vector<alpaca::Asset>>)> answered);
    void contracts(const Symbol& underlying, const alpaca::ContractFilter& filter,
                   std::function<void(Result<std::vector<alpaca::ListedContract>>)> answered);
    /// A chain that was asked for less than `maxAge` ago serves again, with the time it was asked for.
    void chain(const Symbol& underlying, const alpaca::ContractFilter& filter, Duration maxAge,
               std::function<void(Result<workers::ChainAnswer>)> answered);

    // The store (session_store.cpp). Each is answered once, later, on the owner's thread; with an error when
    // the session does not run.

    template <class Value>
    using Answered = std::function<void(Result<Value>)>;
    /// Checks, stores and applies one setting. Errors say what is allowed, or why it cannot be changed here.
    void changeSetting(const std::string& key, const std::string& text, std::function<void(Status)> answered);
    const Settings& settings() const { return m_config.settings; }
    void loadWatchlists(Answered<std::vector<store::Watchlist>> answered);
    void saveWatchlist(const store::Watchlist& list, std::int64_t position,
                       std::function<void(Status)> answered);
    void removeWatchlist(const std::string& id, std::function<void(Status)> answered);
    /// Without an account in the filter: of this session's account.
    void listJournal(const store::JournalFilter& filter, Answered<std::vector<store::JournalEntry>> answered);
    void annotateJournal(const std::string& id, const std::string& notes,
                         const std::vector<std::string>& tags, std::function<void(Status)> answered);
    /// `tradeId` is the id of the trade and of its journal row; an empty picture id is filled in.
    void addPicture(store::Screenshot picture, std::function<void(Status)> answered);
    void pictures(const std::vector<std::string>& tradeIds,
                  Answered<std::vector<store::Screenshot>> answered);
    void listNotifications(std::int64_t limit, Answered<std::vector<store::StoredNotification>> answered);
    void markNotificationRead(const std::string& id, std::function<void(Status)> answered);

    std::shared_ptr<const engine::EngineSnapshot> snapshot() { return m_mailbox.read(); }
    IntentId mintIntentId() { return IntentId(m_ids.uuid7(m_clock.now().market)); }
    Moment now() const { return m_clock.now(); }
    double speed() const { return m_clock.speed(); }
    const SessionConfig& config() const { return m_config; }
    /// The film of this session; empty when none is recorded.
    const std::filesystem::path& filmFile() const { return m_filmFile; }
    /// The engine after stop(); null when none ran.
    const engine::Engine* engine() const { return m_engine ? &m_engine->engine() : nullptr; }
    std::uint64_t filmEvents() const { return m_film ? m_film->events() : 0; }

private:
    void startWorkers();
    void onOpened(const workers::OrdersOpened& opened);
    void startFilm(const trade::BrokerAccount& account, const engine::EngineConfig& config);
    void startCache(const trade::BrokerAccount& account);
    void dispatch(const engine::Command& command);
    void dispatch(const market::HubCommand& command);
    void finishFilm();
    /// Streams what open trades hold, also when no window asked for it.
    void watchManaged();
    /// The data plan's number of symbols of each stream, by the settings and its feed.
    void setStreamLimits();
    void onOverLimit(engine::Channel channel, market::Vendor vendor, std::size_t asked,
                     std::size_t delivered);
    std::vector<StreamWish> allWishes(engine::Channel channel) const;
    /// Chooses under a vendor's plan, and tells the engine what the one that serves leaves out.
    StreamPlan::Choice choose(engine::Channel channel, market::Vendor vendor, bool hasBars);
    /// Asks a vendor's streams for what is wanted; what they will bring.
    std::set<Symbol> wishStocks(market::Vendor vendor);
    std::set<Symbol> wishOptions(market::Vendor vendor);
    void applyWatch();
    workers::DataAccess dataAccess() const;
    std::string feedOf(engine::Channel channel) const;
    std::string feedOf(engine::Channel channel, market::Vendor vendor) const;
    void startData();
    void startFeeds();
    void onReported(const market::DataReport& report);
    void onFeedChosen(engine::Channel channel);
    void tuneWorkers();
    void applySetting(const std::string& key, const std::string& text);
    template <class Answer, class Call>
    void askStore(std::function<void(Answer)> answered, Call call);
    /// Runs `call` on the owner's thread, later; dropped when the session is gone.
    void onOwner(std::function<void()> call);

    SessionConfig m_config;
    Settings m_nextSettings; ///< with the changes that are still being stored
    trade::BrokerAccount m_account;
    Log& m_log;
    QObject m_owner; ///< lives on the owner's thread; queued calls end with it
    std::optional<QLockFile> m_lease;
    handover::MarketClock m_clock;
    handover::EventInbox m_inbox;
    handover::WritePermit m_permit;
    Lookout m_lookout;
    handover::Mailbox<engine::EngineSnapshot> m_mailbox;
    IdSource m_ids;
    std::vector<StreamWish> m_wishes;
    std::vector<SeriesWish> m_wantedSeries;
    std::map<std::pair<engine::Channel, market::Vendor>, StreamPlan> m_plans;
    std::map<engine::Channel, engine::StreamChosen> m_chosen; ///< what the engine was told last
    std::optional<Symbol> m_focus;
    std::set<Symbol> m_managed; ///< symbols of trades that are not closed
    std::shared_ptr<const engine::OrderView> m_seenOrders;
    std::filesystem::path m_filmFile;
    store::FilmSession m_filmSession;
    std::unique_ptr<FilmEventRecorder> m_film;
    std::unique_ptr<handover::EngineThread> m_engine;
    workers::HostedWorker<workers::StoreWorker> m_store{"store"};
    workers::HostedWorker<workers::OrdersWorker> m_orders{"orders"};
    workers::HostedWorker<workers::DataWorker> m_data{"http"};
    workers::HostedWorker<workers::BarCache> m_bars{"bars"};
    std::unique_ptr<Feeds> m_feeds;
    bool m_running = false;
};

} // namespace strikedesk::session
