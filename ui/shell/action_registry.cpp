// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/action_registry.h"

#include <algorithm>

namespace strikedesk::ui {

namespace {

/// More than any honest key map holds.
constexpr qsizetype kMostKeys = 1000;
constexpr qsizetype kLongestKey = 40;

bool meet(const ShellAction& a, const ShellAction& b) {
    return a.scope.isEmpty() || b.scope.isEmpty() || a.scope == b.scope;
}

QString written(const QKeySequence& key) { return key.toString(QKeySequence::PortableText); }

std::optional<QKeySequence> read(const QJsonValue& value) {
    const QString text = value.toString();
    if (!value.isString() || text.size() > kLongestKey)
        return std::nullopt;
    const QKeySequence key = QKeySequence::fromString(text, QKeySequence::PortableText);
    if (text.isEmpty())
        return QKeySequence();
    if (key.count() != 1 || key[0].key() == Qt::Key_unknown)
        return std::nullopt;
    return key;
}

} // namespace

ShellAction* ActionRegistry::findMutable(const QString& id) {
    const auto found = std::find_if(m_actions.begin(), m_actions.end(),
                                    [&](const ShellAction& action) { return action.id == id; });
    return found == m_actions.end() ? nullptr : &*found;
}

const ShellAction* ActionRegistry::find(const QString& id) const {
    return const_cast<ActionRegistry*>(this)->findMutable(id);
}

void ActionRegistry::settle(ShellAction& action) {
    action.key = QKeySequence();
    QKeySequence wanted = action.defaultKey;
    if (const auto chosen = m_chosen.find(action.id); chosen != m_chosen.end())
        wanted = read(*chosen).value_or(wanted);
    if (action.isVital && wanted.isEmpty())
        wanted = action.defaultKey;
    if (wanted.count() == 1 && !conflict(action.id, wanted))
        action.key = wanted;
}

void ActionRegistry::add(ShellAction action) {
    if (ShellAction* held = findMutable(action.id)) {
        *held = std::move(action);
        settle(*held);
    } else {
        m_actions.push_back(std::move(action));
        settle(m_actions.back());
    }
    m_changed.publish();
}

void ActionRegistry::remove(const QString& id) {
    std::erase_if(m_actions, [&](const ShellAction& action) { return action.id == id; });
    m_changed.publish();
}

const ShellAction* ActionRegistry::at(const QKeySequence& key, const QString& scope) const {
    const ShellAction* everywhere = nullptr;
    for (const ShellAction& action : m_actions) {
        if (action.key.isEmpty() || action.key != key)
            continue;
        if (action.scope.isEmpty())
            everywhere = &action;
        else if (action.scope == scope)
            return &action;
    }
    return everywhere;
}

std::vector<const ShellAction*> ActionRegistry::scopedAt(const QKeySequence& key) const {
    std::vector<const ShellAction*> found;
    for (const ShellAction& action : m_actions)
        if (!action.scope.isEmpty() && !action.key.isEmpty() && action.key == key)
            found.push_back(&action);
    return found;
}

const ShellAction* ActionRegistry::conflict(const QString& id, const QKeySequence& key) const {
    const ShellAction* self = find(id);
    if (!self || key.isEmpty())
        return nullptr;
    for (const ShellAction& other : m_actions)
        if (other.id != id && other.key == key && meet(*self, other))
            return &other;
    return nullptr;
}

bool ActionRegistry::setKey(const QString& id, const QKeySequence& key) {
    ShellAction* action = findMutable(id);
    if (!action || key.count() > 1 || conflict(id, key) || (action->isVital && key.isEmpty()))
        return false;
    action->key = key;
    if (key == action->defaultKey)
        m_chosen.remove(id);
    else
        m_chosen.insert(id, written(key));
    m_changed.publish();
    return true;
}

bool ActionRegistry::takeKey(const QString& id, const QKeySequence& key) {
    while (const ShellAction* other = conflict(id, key))
        if (!setKey(other->id, QKeySequence()))
            return false;
    return setKey(id, key);
}

void ActionRegistry::resetKey(const QString& id) {
    m_chosen.remove(id);
    if (ShellAction* action = findMutable(id))
        settle(*action);
    m_changed.publish();
}

void ActionRegistry::resetAll() { restoreChosen({}); }

QJsonObject ActionRegistry::chosen() const { return m_chosen; }

void ActionRegistry::restoreChosen(const QJsonObject& keys) {
    m_chosen = QJsonObject();
    for (auto entry = keys.begin(); entry != keys.end() && m_chosen.size() < kMostKeys; ++entry)
        if (read(*entry))
            m_chosen.insert(entry.key(), *entry);
    for (ShellAction& action : m_actions)
        action.key = QKeySequence();
    // The vital first, then chosen keys, so that a default never pushes one out.
    for (const bool isVital : {true, false})
        for (const bool isChosen : {true, false})
            for (ShellAction& action : m_actions)
                if (action.isVital == isVital && m_chosen.contains(action.id) == isChosen)
                    settle(action);
    m_changed.publish();
}

} // namespace strikedesk::ui
