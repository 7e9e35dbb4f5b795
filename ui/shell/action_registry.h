// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/subscription.h"

#include <QJsonObject>
#include <QKeySequence>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace strikedesk::ui {

/// One thing a person can do, with its key.
struct ShellAction {
    QString id;    ///< "layout.reset"; never translated
    QString name;  ///< translated, imperative
    QString group; ///< translated heading in the list of keys
    QString scope; ///< a panel kind the key belongs to; empty: works everywhere
    QKeySequence defaultKey;
    std::function<void()> run;
    QKeySequence key = {}; ///< in force; set by the registry
    bool isVital = false;  ///< never without a key: nobody takes it, only another key of its own replaces it
};

/// Every action of the window and its panels, and the key map. A key is one combination ("Ctrl+K", "F12").
/// Two actions collide when they share a key and a place: two panel kinds may use the same key, a panel and
/// the window may not. GUI thread.
class ActionRegistry {
public:
    /// Adds or, by id, replaces; a key a person chose stays. A default already taken is left away.
    void add(ShellAction action);
    void remove(const QString& id);

    const std::vector<ShellAction>& all() const { return m_actions; }
    const ShellAction* find(const QString& id) const;
    /// What a key does: the action of the scope first, then of the window.
    const ShellAction* at(const QKeySequence& key, const QString& scope) const;
    /// All actions of panel kinds with this key.
    std::vector<const ShellAction*> scopedAt(const QKeySequence& key) const;
    /// Who has the key already, seen from `id`; null when it is free (an empty key always is).
    const ShellAction* conflict(const QString& id, const QKeySequence& key) const;

    /// False, and nothing changed, when the key is taken or has more than one combination, or when a vital
    /// action would be left without one.
    bool setKey(const QString& id, const QKeySequence& key);
    /// Takes the key from whoever holds it; false, and nothing changed, when that is a vital action.
    bool takeKey(const QString& id, const QKeySequence& key);
    void resetKey(const QString& id);
    void resetAll();

    /// The chosen keys only, by id, in portable text; "" for none.
    QJsonObject chosen() const;
    /// Hostile on the way in: unknown kinds of values, unreadable and colliding keys are left away.
    void restoreChosen(const QJsonObject& keys);
    Subscription subscribe(std::function<void()> changed) { return m_changed.subscribe(std::move(changed)); }

private:
    ShellAction* findMutable(const QString& id);
    void settle(ShellAction& action);

    std::vector<ShellAction> m_actions;
    QJsonObject m_chosen;
    Publisher m_changed;
};

} // namespace strikedesk::ui
