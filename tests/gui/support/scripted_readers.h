// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/gui/support/scripted_desk.h"
#include "ui/readers/data_reader.h"

#include <map>

namespace strikedesk::ui {

/// Series a test sets; records which are open and in which order they were asked for. Nothing is known until
/// set(), as with a provider that has not answered.
class ScriptedSeries final : public SeriesReader {
public:
    market::SeriesKey keyOf(const Symbol& symbol, market::Timeframe timeframe,
                            market::SeriesSession session) const override {
        return {symbol, timeframe, session, "iex", market::Adjustment::Raw};
    }
    Subscription open(const market::SeriesKey& key, market::Attention attention) override;
    std::shared_ptr<const market::SeriesSnapshot> series(const market::SeriesKey& key) const override;
    Subscription subscribe(std::function<void()> changed) override {
        return m_changed.subscribe(std::move(changed));
    }

    void set(std::shared_ptr<const market::SeriesSnapshot> series);
    /// `count` bars of a gentle walk ending at `last`, within regular hours.
    static std::shared_ptr<const market::SeriesSnapshot> walk(const market::SeriesKey& key, std::size_t count,
                                                              Price around, std::uint32_t seed = 1);

    std::multiset<market::SeriesKey> opened;
    std::vector<market::SeriesKey> asked;

private:
    std::map<market::SeriesKey, std::shared_ptr<const market::SeriesSnapshot>> m_series;
    Publisher m_changed;
};

/// A chain a test sets.
class ScriptedChain final : public ChainReader {
public:
    /// What all chains of one test share: the newest view and what was asked.
    struct Board {
        std::shared_ptr<const ChainView> view = std::make_shared<const ChainView>();
        std::vector<std::pair<Symbol, std::optional<Date>>> shown;
        std::vector<Symbol> visible;
        Publisher changed;
        void set(ChainView next);
        /// A chain around `spotCents`, strikes every `stepCents`, one expiry chosen of five.
        static ChainView around(const std::string& underlying, std::int64_t spotCents, std::int64_t stepCents,
                                int strikes);
    };
    explicit ScriptedChain(std::shared_ptr<Board> board) : m_board(std::move(board)) {}

    void show(const Symbol& underlying, std::optional<Date> expiry) override {
        m_board->shown.emplace_back(underlying, expiry);
    }
    std::shared_ptr<const ChainView> chain() const override { return m_board->view; }
    Subscription subscribe(std::function<void()> changed) override {
        return m_board->changed.subscribe(std::move(changed));
    }
    void setVisible(const std::vector<Symbol>& contracts) override { m_board->visible = contracts; }

private:
    std::shared_ptr<Board> m_board;
};

/// Watchlists kept in memory; add() knows only the symbols of `known` when that is not empty.
class ScriptedWatchlists final : public WatchlistReader {
public:
    struct List {
        WatchlistName name;
        std::vector<WatchRow> rows;
    };
    std::vector<WatchlistName> lists() const override;
    std::vector<WatchRow> rows(const std::string& listId) const override;
    Subscription subscribe(std::function<void()> changed) override {
        return m_changed.subscribe(std::move(changed));
    }
    void add(const std::string& listId, const std::string& symbolText, Answered answered) override;
    void remove(const std::string& listId, const Symbol& symbol, Answered answered) override;
    void move(const std::string& listId, const Symbol& symbol, std::size_t to, Answered answered) override;
    void createList(const std::string& name, Answered answered) override;
    void renameList(const std::string& listId, const std::string& name, Answered answered) override;
    void removeList(const std::string& listId, Answered answered) override;

    /// The twelve symbols of the design picture.
    void fillWithExample();
    void publish() { m_changed.publish(); }
    std::vector<List> held;
    std::set<std::string> known;
    bool allowsEqualNames = false;

private:
    List* find(const std::string& listId);
    Publisher m_changed;
};

class ScriptedInstruments final : public InstrumentReader {
public:
    void search(const std::string& text, std::size_t limit,
                std::function<void(Result<std::vector<FoundInstrument>>)> answered) override;
    std::optional<options::Contract> contract(const Symbol& symbol) const override;
    std::vector<FoundInstrument> listed;
};

class ScriptedJournal final : public JournalReader {
public:
    std::vector<JournalRow> rows() const override { return held; }
    Subscription subscribe(std::function<void()> changed) override {
        return m_changed.subscribe(std::move(changed));
    }
    void annotate(const std::string& id, const std::string& notes, const std::vector<std::string>& tags,
                  std::function<void(Status)> answered) override;
    void set(std::vector<JournalRow> rows) {
        held = std::move(rows);
        m_changed.publish();
    }
    std::vector<JournalRow> held;

private:
    Publisher m_changed;
};

class ScriptedSettings final : public SettingsReader {
public:
    Settings settings() const override { return held; }
    Subscription subscribe(std::function<void()> changed) override {
        return m_changed.subscribe(std::move(changed));
    }
    void change(const std::string& key, const std::string& text,
                std::function<void(Status)> answered) override;
    Settings held;
    std::vector<std::pair<std::string, std::string>> changes;

private:
    Publisher m_changed;
};

class ScriptedData final : public DataReader {
public:
    const market::DataReport& report() const override { return held; }
    Subscription subscribe(std::function<void()> changed) override {
        return m_changed.subscribe(std::move(changed));
    }
    void askAgain() override { ++asked; }
    void publish() const { m_changed.publish(); }
    market::DataReport held;
    int asked = 0;

private:
    Publisher m_changed;
};

class ScriptedVault final : public KeyVault {
public:
    void look(const std::string& slot,
              std::function<void(Result<std::optional<std::string>>)> answered) override;
    void store(const std::string& slot, BrokerKeys keys, std::function<void(Status)> answered) override;
    void remove(const std::string& slot, std::function<void(Status)> answered) override;
    std::optional<std::string> environmentEnd(const std::string& slot) const override {
        return slot == "polygon" ? std::nullopt : fromEnvironment;
    }
    std::map<std::string, std::string> ids; ///< slot → key id
    std::optional<std::string> fromEnvironment;
    std::optional<Error> failure; ///< answered instead
};

} // namespace strikedesk::ui
