// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/action_registry.h"

#include <QObject>
#include <QPointer>

class QKeyEvent;
class QWidget;

namespace strikedesk::ui {

class PanelDock;

/// Turns keys into actions for the whole program. Rules: the focused panel's own keys first, then the
/// window's; a panel's key with Ctrl, Alt or an F key also works while another panel has the keyboard, if
/// only one kind of panel has it (a plain key never does: it could send an order nobody looked at). Plain
/// keys are left alone while a person types into a field, and while another window (a dialog) has the
/// keyboard only `alwaysId` works. A held key counts once.
class KeyDispatcher : public QObject {
public:
    explicit KeyDispatcher(ActionRegistry& actions);
    ~KeyDispatcher() override;

    /// The action that works wherever the keyboard is: the kill switch.
    QString alwaysId;
    /// Whether a window is one of those with panels.
    std::function<bool(const QWidget* window)> isOurs;
    /// A letter nobody wants was typed: the search field takes it.
    std::function<void(QWidget* window, const QString& text)> typed;
    /// The person used this panel, by keyboard or mouse.
    std::function<void(PanelDock& dock)> panelUsed;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const ShellAction* actionFor(const QKeyEvent& event, QWidget* focus) const;
    bool press(QKeyEvent& event, QWidget* focus);

    ActionRegistry& m_actions;
};

/// Whether keys that write belong to this widget: a field, an editor, a spin box.
bool isTyping(const QWidget* widget);

} // namespace strikedesk::ui
