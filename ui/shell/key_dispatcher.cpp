// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/key_dispatcher.h"

#include "ui/shell/panel_dock.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace strikedesk::ui {

namespace {

bool isPlain(const QKeyEvent& event) {
    const bool hasModifier = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    const bool isFunction = event.key() >= Qt::Key_F1 && event.key() <= Qt::Key_F35;
    return !hasModifier && !isFunction;
}

/// Keys that edit text even with Ctrl.
bool isEditing(const QKeyEvent& pressed) {
    QKeyEvent event(QEvent::KeyPress, pressed.key(), pressed.modifiers(), pressed.text());
    for (const auto key :
         {QKeySequence::Copy, QKeySequence::Cut, QKeySequence::Paste, QKeySequence::Undo, QKeySequence::Redo,
          QKeySequence::SelectAll, QKeySequence::MoveToNextWord, QKeySequence::MoveToPreviousWord,
          QKeySequence::SelectNextWord, QKeySequence::SelectPreviousWord, QKeySequence::DeleteEndOfWord,
          QKeySequence::DeleteStartOfWord})
        if (event.matches(key))
            return true;
    return false;
}

QKeySequence sequenceOf(const QKeyEvent& event) {
    switch (event.key()) {
    case 0:
    case Qt::Key_unknown:
    case Qt::Key_Control:
    case Qt::Key_Shift:
    case Qt::Key_Alt:
    case Qt::Key_Meta:
    case Qt::Key_AltGr:
        return {};
    default:
        break;
    }
    // The key pad counts as the main keys, and Shift is part of a character such as "/" on some keyboards.
    Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isCharacter = event.key() > Qt::Key_Space && event.key() <= Qt::Key_AsciiTilde;
    if (isCharacter && !QChar(event.key()).isLetterOrNumber())
        modifiers &= ~Qt::ShiftModifier;
    return QKeySequence(QKeyCombination(modifiers, static_cast<Qt::Key>(event.key())));
}

} // namespace

bool isTyping(const QWidget* widget) {
    if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
        return !edit->isReadOnly();
    if (const auto* edit = qobject_cast<const QTextEdit*>(widget))
        return !edit->isReadOnly();
    if (const auto* edit = qobject_cast<const QPlainTextEdit*>(widget))
        return !edit->isReadOnly();
    if (const auto* combo = qobject_cast<const QComboBox*>(widget))
        return combo->isEditable();
    return qobject_cast<const QAbstractSpinBox*>(widget) != nullptr;
}

KeyDispatcher::KeyDispatcher(ActionRegistry& actions) : m_actions(actions) { qApp->installEventFilter(this); }

KeyDispatcher::~KeyDispatcher() { qApp->removeEventFilter(this); }

const ShellAction* KeyDispatcher::actionFor(const QKeyEvent& event, QWidget* focus) const {
    const QKeySequence key = sequenceOf(event);
    if (key.isEmpty())
        return nullptr;
    const ShellAction* always = m_actions.find(alwaysId);
    if (always && !always->key.isEmpty() && always->key == key)
        return always;
    const QWidget* window = focus->window();
    const bool inPanels = isOurs && (isOurs(window) || (window->parentWidget() && PanelDock::of(focus) &&
                                                        isOurs(window->parentWidget()->window())));
    if (!inPanels || QApplication::activePopupWidget() || QApplication::activeModalWidget())
        return nullptr;
    for (QWidget* widget = focus; widget; widget = widget->parentWidget())
        if (qobject_cast<QKeySequenceEdit*>(widget))
            return nullptr;
    if (isTyping(focus) && (isPlain(event) || isEditing(event)))
        return nullptr;
    PanelDock* dock = PanelDock::of(focus);
    if (const ShellAction* found = m_actions.at(key, dock ? dock->kind() : QString()))
        return found;
    const auto elsewhere = m_actions.scopedAt(key);
    return !isPlain(event) && elsewhere.size() == 1 ? elsewhere.front() : nullptr;
}

bool KeyDispatcher::press(QKeyEvent& event, QWidget* focus) {
    if (const ShellAction* action = actionFor(event, focus)) {
        event.accept();
        if (!event.isAutoRepeat()) {
            const auto run = action->run;
            if (run)
                run();
        }
        return true;
    }
    const QString text = event.text();
    const bool isLetter = text.size() == 1 && text[0].isLetter() && isPlain(event);
    const bool isFree = !isTyping(focus) && isOurs && isOurs(focus->window()) &&
                        !QApplication::activePopupWidget() && !qobject_cast<QKeySequenceEdit*>(focus);
    // A table would use the letter for its own search; a panel that paints itself may have a use for it and
    // is asked first (the window hears what it leaves).
    const bool isTable = qobject_cast<QAbstractItemView*>(focus) != nullptr;
    if (isLetter && isFree && typed && (isTable || !PanelDock::of(focus))) {
        typed(focus->window(), text);
        return true;
    }
    return false;
}

bool KeyDispatcher::eventFilter(QObject* watched, QEvent* event) {
    if (!watched->isWidgetType())
        return false;
    auto* widget = static_cast<QWidget*>(watched);
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        // Ours: no shortcut of a widget may take it.
        if (actionFor(*static_cast<QKeyEvent*>(event), widget))
            event->accept();
        return false;
    case QEvent::KeyPress: {
        // A key nobody took is offered to the parents in turn; the first stop is the one that counts.
        const QWidget* focus = QApplication::focusWidget();
        if (focus && focus != widget && widget->isAncestorOf(focus))
            return false;
        return press(*static_cast<QKeyEvent*>(event), widget);
    }
    case QEvent::FocusIn:
    case QEvent::MouseButtonPress:
        if (panelUsed)
            if (PanelDock* dock = PanelDock::of(widget))
                panelUsed(*dock);
        return false;
    default:
        return false;
    }
}

} // namespace strikedesk::ui
