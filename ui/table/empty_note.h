// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace strikedesk::ui {

/// What stands in a panel's middle instead of rows: what is the case and what to do next, with at most one
/// button. GUI thread.
class EmptyNote : public QWidget {
public:
    /// `objectName` names the note and its parts: "watchlist.empty".
    EmptyNote(const QString& objectName, QWidget* parent);

    void setTexts(const QString& headline, const QString& hint);
    /// An empty name hides the button.
    void setButton(const QString& name, std::function<void()> pressed = {});
    QString headline() const;
    QString hint() const;

private:
    QLabel* m_headline;
    QLabel* m_hint;
    QPushButton* m_button;
    std::function<void()> m_pressed;
};

/// The muted sentence, or two, in the middle of a panel that has nothing to show.
QLabel* makeEmptyLabel(const QString& objectName, const QString& text, QWidget* parent);

} // namespace strikedesk::ui
