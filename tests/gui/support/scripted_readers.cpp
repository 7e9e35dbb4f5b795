// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/scripted_readers.h"

#include <algorithm>

namespace strikedesk::ui {

Subscription ScriptedSeries::open(const market::SeriesKey& key, market::Attention) {
    opened.insert(key);
    asked.push_back(key);
    return Subscription([this, key] { opened.erase(opened.find(key)); });
}

std::shared_ptr<const market::SeriesSnapshot> ScriptedSeries::series(const market::SeriesKey& key) const {
    const auto found = m_series.find(key);
    return found == m_series.end() ? nullptr : found->second;
}

void ScriptedSeries::set(std::shared_ptr<const market::SeriesSnapshot> series) {
    m_series[series->key()] = std::move(series);
    m_changed.publish();
}

void ScriptedChain::Board::set(ChainView next) {
    next.version = view->version + 1;
    view = std::make_shared<const ChainView>(std::move(next));
    changed.publish();
}

std::vector<WatchlistName> ScriptedWatchlists::lists() const {
    std::vector<WatchlistName> names;
    for (const List& list : held)
        names.push_back(list.name);
    return names;
}

std::vector<WatchRow> ScriptedWatchlists::rows(const std::string& listId) const {
    for (const List& list : held)
        if (list.name.id == listId)
            return list.rows;
    return {};
}

ScriptedWatchlists::List* ScriptedWatchlists::find(const std::string& listId) {
    for (List& list : held)
        if (list.name.id == listId)
            return &list;
    return nullptr;
}

namespace {

Error refused(const std::string& message) { return {ErrorKind::Refused, "watchlist.refused", message}; }

} // namespace

void ScriptedWatchlists::add(const std::string& listId, const std::string& symbolText, Answered answered) {
    List* list = find(listId);
    const auto symbol = Symbol::tryFrom(symbolText);
    if (list == nullptr || !symbol || (!known.empty() && !known.contains(symbolText))) {
        answered(refused("There is no symbol '" + symbolText + "'; check the spelling."));
        return;
    }
    const auto same = [&](const WatchRow& row) { return row.symbol == *symbol; };
    if (std::any_of(list->rows.begin(), list->rows.end(), same)) {
        answered(refused(symbolText + " is in this list already."));
        return;
    }
    WatchRow row;
    row.symbol = *symbol;
    list->rows.push_back(std::move(row));
    answered(Status{std::monostate{}});
    publish();
}

void ScriptedWatchlists::remove(const std::string& listId, const Symbol& symbol, Answered answered) {
    if (List* list = find(listId))
        std::erase_if(list->rows, [&](const WatchRow& row) { return row.symbol == symbol; });
    answered(Status{std::monostate{}});
    publish();
}

void ScriptedWatchlists::move(const std::string& listId, const Symbol& symbol, std::size_t to,
                              Answered answered) {
    if (List* list = find(listId)) {
        const auto found = std::find_if(list->rows.begin(), list->rows.end(),
                                        [&](const WatchRow& row) { return row.symbol == symbol; });
        if (found != list->rows.end()) {
            WatchRow row = *found;
            list->rows.erase(found);
            const std::size_t place = std::min(to, list->rows.size());
            list->rows.insert(list->rows.begin() + static_cast<std::ptrdiff_t>(place), std::move(row));
        }
    }
    answered(Status{std::monostate{}});
    publish();
}

void ScriptedWatchlists::createList(const std::string& name, Answered answered) {
    for (const List& list : held) {
        if (list.name.name == name && !allowsEqualNames) {
            answered(refused("There is a list '" + name + "' already; choose another name."));
            return;
        }
    }
    held.push_back({{"list-" + std::to_string(held.size() + 1), name}, {}});
    answered(Status{std::monostate{}});
    publish();
}

void ScriptedWatchlists::renameList(const std::string& listId, const std::string& name, Answered answered) {
    if (List* list = find(listId))
        list->name.name = name;
    answered(Status{std::monostate{}});
    publish();
}

void ScriptedWatchlists::removeList(const std::string& listId, Answered answered) {
    std::erase_if(held, [&](const List& list) { return list.name.id == listId; });
    answered(Status{std::monostate{}});
    publish();
}

void ScriptedInstruments::search(const std::string& text, std::size_t limit,
                                 std::function<void(Result<std::vector<FoundInstrument>>)> answered) {
    std::vector<FoundInstrument> found;
    for (const FoundInstrument& each : listed)
        if (found.size() < limit && each.symbol.text().starts_with(text))
            found.push_back(each);
    answered(std::move(found));
}

std::optional<options::Contract> ScriptedInstruments::contract(const Symbol&) const { return std::nullopt; }

void ScriptedJournal::annotate(const std::string& id, const std::string& notes,
                               const std::vector<std::string>& tags, std::function<void(Status)> answered) {
    for (JournalRow& row : held) {
        if (row.id == id) {
            row.notes = notes;
            row.tags = tags;
        }
    }
    answered(Status{std::monostate{}});
    m_changed.publish();
}

void ScriptedSettings::change(const std::string& key, const std::string& text,
                              std::function<void(Status)> answered) {
    changes.emplace_back(key, text);
    auto next = held.withStored(key, text);
    if (!next) {
        answered(next.error());
        return;
    }
    held = std::move(*next);
    answered(Status{std::monostate{}});
    m_changed.publish();
}

void ScriptedVault::look(const std::string& slot,
                         std::function<void(Result<std::optional<std::string>>)> answered) {
    if (failure) {
        answered(*failure);
        return;
    }
    const auto found = ids.find(slot);
    answered(found == ids.end() ? std::optional<std::string>() : std::optional(found->second));
}

void ScriptedVault::store(const std::string& slot, BrokerKeys keys, std::function<void(Status)> answered) {
    if (failure) {
        answered(*failure);
        return;
    }
    ids[slot] = keys.keyId;
    answered(Status{std::monostate{}});
}

void ScriptedVault::remove(const std::string& slot, std::function<void(Status)> answered) {
    ids.erase(slot);
    answered(Status{std::monostate{}});
}

} // namespace strikedesk::ui
