// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Changes a person makes to lists, each with a way back.

#include "ui/panels/watchlist/watchlist_panel_parts.h"
#include "ui/theme/error_text.h"
#include "ui/theme/format.h"

#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace strikedesk::ui {

namespace {

constexpr std::size_t kMaxUndo = 20;

} // namespace

std::function<void(Status)> WatchlistPanel::orRefusal() {
    return [this, alive = std::weak_ptr(m_isAlive)](const Status& status) {
        if (!alive.expired() && !status.ok())
            m_notice->showRefusal(errorText(status.error()));
    };
}

void WatchlistPanel::add(const QString& text) {
    // "spy, tsla" as well as "spy tsla"; each refusal is said.
    static const QRegularExpression s_between(QStringLiteral("[\\s,;]+"));
    struct Adding {
        qsizetype waiting = 0;
        QStringList refused;
    };
    const QStringList symbols = text.split(s_between, Qt::SkipEmptyParts);
    const auto adding = std::make_shared<Adding>();
    adding->waiting = symbols.size();
    const auto alive = std::weak_ptr(m_isAlive);
    for (const QString& symbol : symbols)
        context().watchlists.add(m_list, symbol.toStdString(), [this, alive, adding](const Status& status) {
            if (!status.ok())
                adding->refused.append(errorText(status.error()));
            if (--adding->waiting > 0 || alive.expired())
                return;
            if (adding->refused.isEmpty())
                m_notice->hide();
            else
                m_notice->showRefusal(adding->refused.join(QLatin1Char('\n')));
        });
}

void WatchlistPanel::addAt(const Symbol& symbol, std::size_t place) {
    const auto alive = std::weak_ptr(m_isAlive);
    const std::string list = m_list;
    context().watchlists.add(list, symbol.text(), [this, alive, list, symbol, place](const Status& status) {
        if (alive.expired())
            return;
        if (status.ok())
            context().watchlists.move(list, symbol, place, orRefusal());
        else
            m_notice->showRefusal(errorText(status.error()));
    });
}

void WatchlistPanel::drop(const Symbol& symbol, int before) {
    const int from = m_model->placeOf(symbol);
    if (from >= 0 && m_model->sortColumn()) {
        m_notice->showRefusal(
            tr("The list is sorted. Click the sorted title until the arrow is gone, then drag."));
        return;
    }
    if (from < 0) {
        addAt(symbol, static_cast<std::size_t>(m_model->sortColumn() ? m_model->rowCount() : before));
        return;
    }
    // The row itself leaves its place first.
    const int to = before > from ? before - 1 : before;
    if (to != from)
        context().watchlists.move(m_list, symbol, static_cast<std::size_t>(to), orRefusal());
}

void WatchlistPanel::removeCurrent() {
    const WatchRow* row = current();
    if (row == nullptr)
        return;
    const Symbol symbol = row->symbol;
    const std::vector<WatchRow> stored = context().watchlists.rows(m_list);
    std::size_t place = 0;
    while (place < stored.size() && stored[place].symbol != symbol)
        ++place;
    const auto alive = std::weak_ptr(m_isAlive);
    const std::string list = m_list;
    context().watchlists.remove(list, symbol, [this, alive, list, symbol, place](const Status& status) {
        if (alive.expired())
            return;
        if (!status.ok()) {
            m_notice->showRefusal(errorText(status.error()));
            return;
        }
        remember(tr("%1 was removed.").arg(text(symbol)), [this, list, symbol, place] {
            chooseList(list);
            addAt(symbol, place);
        });
    });
}

void WatchlistPanel::moveCurrent(int by) {
    const WatchRow* row = current();
    if (row == nullptr)
        return;
    const int place = m_model->placeOf(row->symbol);
    const int to = place + by;
    if (to >= 0 && to < m_model->rowCount())
        drop(row->symbol, by > 0 ? to + 1 : to);
}

void WatchlistPanel::createList() {
    m_bar->beginName(QString(), [this](const std::string& name) {
        makeList(name, [this](const std::string& id) {
            chooseList(id);
            m_bar->beginAdd(QString());
        });
    });
}

/// Makes a list and hands on its id; others may have the same name.
void WatchlistPanel::makeList(const std::string& name, std::function<void(const std::string&)> made) {
    const std::vector<WatchlistName> before = context().watchlists.lists();
    const auto alive = std::weak_ptr(m_isAlive);
    context().watchlists.createList(
        name, [this, alive, name, before, made = std::move(made)](const Status& status) {
            if (alive.expired())
                return;
            if (!status.ok()) {
                m_notice->showRefusal(errorText(status.error()));
                return;
            }
            for (const WatchlistName& list : context().watchlists.lists()) {
                const auto isSame = [&list](const WatchlistName& old) { return old.id == list.id; };
                if (list.name == name && std::none_of(before.begin(), before.end(), isSame)) {
                    made(list.id);
                    return;
                }
            }
        });
}

void WatchlistPanel::renameList() {
    if (m_list.empty())
        return;
    m_bar->beginName(listName(), [this, list = m_list, before = listName()](const std::string& name) {
        if (name == before.toStdString())
            return;
        const auto alive = std::weak_ptr(m_isAlive);
        context().watchlists.renameList(list, name, [this, alive, list, before](const Status& status) {
            if (alive.expired())
                return;
            if (!status.ok())
                m_notice->showRefusal(errorText(status.error()));
            else
                remember(tr("The list was renamed."), [this, list, before] {
                    context().watchlists.renameList(list, before.toStdString(), orRefusal());
                });
        });
    });
}

void WatchlistPanel::removeList() {
    if (m_list.empty())
        return;
    std::vector<Symbol> symbols;
    for (const WatchRow& row : context().watchlists.rows(m_list))
        symbols.push_back(row.symbol);
    const std::string name = listName().toStdString();
    const auto alive = std::weak_ptr(m_isAlive);
    context().watchlists.removeList(m_list, [this, alive, name, symbols](const Status& status) {
        if (alive.expired())
            return;
        if (!status.ok())
            m_notice->showRefusal(errorText(status.error()));
        else
            remember(tr("%1 was deleted.").arg(QString::fromStdString(name)),
                     [this, name, symbols] { restoreList(name, symbols); });
    });
}

void WatchlistPanel::restoreList(const std::string& name, const std::vector<Symbol>& symbols) {
    makeList(name, [this, symbols](const std::string& id) {
        for (const Symbol& symbol : symbols)
            context().watchlists.add(id, symbol.text(), orRefusal());
        chooseList(id);
    });
}

void WatchlistPanel::remember(const QString& text, std::function<void()> back) {
    m_undo.push_back(std::move(back));
    if (m_undo.size() > kMaxUndo)
        m_undo.erase(m_undo.begin());
    m_notice->showUndo(text, [this] { undo(); });
}

void WatchlistPanel::undo() {
    if (m_undo.empty())
        return;
    const auto back = std::move(m_undo.back());
    m_undo.pop_back();
    m_notice->hide();
    back();
}

QJsonObject WatchlistPanel::saveState() const {
    QJsonObject state;
    state.insert(QStringLiteral("list"), QString::fromStdString(m_wanted.empty() ? m_list : m_wanted));
    state.insert(QStringLiteral("columns"), m_table->saveColumns());
    return state;
}

void WatchlistPanel::restoreState(const QJsonObject& state) {
    m_table->restoreColumns(state.value(QStringLiteral("columns")).toObject());
    // The lists may still be read.
    m_wanted = state.value(QStringLiteral("list")).toString().toStdString();
    take();
}

} // namespace strikedesk::ui
