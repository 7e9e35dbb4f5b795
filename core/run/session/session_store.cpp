// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/session/session.h"
#include "core/run/session/stored_settings.h"

#include <utility>

// What a window reads from the store and changes in it: asked of the store thread, answered on the owner's.

namespace strikedesk::session {

namespace {

Error notRunning() {
    return Error{ErrorKind::Unavailable,
                 "session.not_running",
                 "The session is not running, so nothing was read or changed. Start it and try again.",
                 {},
                 {}};
}

} // namespace

template <class Answer, class Call>
void Session::askStore(std::function<void(Answer)> answered, Call call) {
    if (!m_store.isRunning()) {
        onOwner([answered = std::move(answered)] { answered(Answer(notRunning())); });
        return;
    }
    m_store.post(
        [this, answered = std::move(answered), call = std::move(call)](workers::StoreWorker& worker) mutable {
            onOwner([answered = std::move(answered), answer = Answer(call(worker))] { answered(answer); });
        });
}

void Session::changeSetting(const std::string& key, const std::string& text,
                            std::function<void(Status)> answered) {
    const auto refuse = [this, &answered](Error error) {
        onOwner([answered, error = std::move(error)] { answered(error); });
    };
    if (isChosenAtStart(key))
        return refuse(Error{ErrorKind::Refused,
                            "settings.chosen_at_start",
                            "The setting " + key +
                                " is chosen when the program is started: with --set, or in the environment.",
                            {{"key", key}},
                            {}});
    const auto changed = m_nextSettings.withStored(key, text);
    if (!changed)
        return refuse(changed.error());
    const std::string before = *m_nextSettings.textOf(key);
    const std::string canonical = *changed->textOf(key);
    m_nextSettings = *changed;
    askStore<Status>(
        [this, key, canonical, answered = std::move(answered)](const Status& saved) {
            saved ? applySetting(key, canonical) : void(m_nextSettings = m_config.settings);
            answered(saved);
        },
        [key, before, canonical, at = m_clock.now().market](workers::StoreWorker& worker) {
            return worker.saveSetting(key, before, canonical, at);
        });
}

void Session::applySetting(const std::string& key, const std::string& text) {
    auto changed = m_config.settings.withStored(key, text);
    if (!changed)
        return; // a change before this one failed and took its ground away; the next start reads the store
    m_config.settings = std::move(*changed);
    m_log.info("session", "a setting changed", {{"key", key}, {"value", text}});
    if (key.starts_with("net.") || key.ends_with("_requests_per_minute"))
        tuneWorkers();
    if (key == "alpaca.stock_symbols" || key == "alpaca.option_symbols") {
        setStreamLimits();
        applyWatch();
    }
    if (m_engine)
        m_inbox.post(engine::Event(engine::SystemEvent(engine::SettingsChanged{
            tradeSettingsFrom(m_config.settings, m_config.mode, m_account.number.text())})));
    if (settingsChanged)
        settingsChanged(m_config.settings);
}

void Session::tuneWorkers() {
    const workers::NetTuning tuning = netTuningFrom(m_config.settings);
    m_orders.post([tuning](workers::OrdersWorker& worker) { worker.tune(tuning); });
    m_data.post([tuning](workers::DataWorker& worker) { worker.tune(tuning); });
    if (m_feeds)
        m_feeds->tune(tuning);
}

void Session::loadWatchlists(Answered<std::vector<store::Watchlist>> answered) {
    askStore(std::move(answered), [](workers::StoreWorker& worker) { return worker.watchlists(); });
}

void Session::saveWatchlist(const store::Watchlist& list, std::int64_t position,
                            std::function<void(Status)> answered) {
    askStore(std::move(answered),
             [list, position](workers::StoreWorker& worker) { return worker.saveWatchlist(list, position); });
}

void Session::removeWatchlist(const std::string& id, std::function<void(Status)> answered) {
    askStore(std::move(answered), [id](workers::StoreWorker& worker) { return worker.removeWatchlist(id); });
}

void Session::listJournal(const store::JournalFilter& filter,
                          Answered<std::vector<store::JournalEntry>> answered) {
    askStore(std::move(answered), [filter](workers::StoreWorker& worker) { return worker.journal(filter); });
}

void Session::annotateJournal(const std::string& id, const std::string& notes,
                              const std::vector<std::string>& tags, std::function<void(Status)> answered) {
    askStore(std::move(answered),
             [id, notes, tags](workers::StoreWorker& worker) { return worker.annotate(id, notes, tags); });
}

void Session::addPicture(store::Screenshot picture, std::function<void(Status)> answered) {
    if (picture.id.empty())
        picture.id = m_ids.uuid7(picture.at.isSet() ? picture.at : m_clock.now().market);
    askStore(std::move(answered),
             [picture](workers::StoreWorker& worker) { return worker.addPicture(picture); });
}

void Session::pictures(const std::vector<std::string>& tradeIds,
                       Answered<std::vector<store::Screenshot>> answered) {
    askStore(std::move(answered),
             [tradeIds](workers::StoreWorker& worker) { return worker.pictures(tradeIds); });
}

void Session::listNotifications(std::int64_t limit,
                                Answered<std::vector<store::StoredNotification>> answered) {
    askStore(std::move(answered),
             [limit](workers::StoreWorker& worker) { return worker.notifications(limit); });
}

void Session::markNotificationRead(const std::string& id, std::function<void(Status)> answered) {
    askStore(std::move(answered), [id, at = m_clock.now().market](workers::StoreWorker& worker) {
        return worker.markRead(id, at);
    });
}

} // namespace strikedesk::session
