// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QWidget>

#include <functional>

class QLineEdit;
class QToolButton;

namespace strikedesk::ui {

/// A field with two arrows; the keys Up and Down and the wheel over the focused field step as well. What a
/// step means is the caller's. GUI thread.
class StepField final : public QWidget {
public:
    /// Names: `name` for the field, `name`.up and `name`.down for the arrows.
    StepField(const QString& name, const QString& accessibleName, QWidget* parent);

    QLineEdit* edit() const { return m_edit; }
    QString text() const;
    /// Not counted as typed by a person.
    void setText(const QString& text);
    void setReadOnly(bool readOnly);
    /// Marks the field as wrong.
    void setProblem(const QString& sentence);

    std::function<void()> edited;       ///< by a person
    std::function<void(int)> stepAsked; ///< +1, −1; ten with Shift

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QToolButton* arrow(const QString& name, const QString& accessibleName, int step);
    void ask(int steps) {
        if (stepAsked)
            stepAsked(steps);
    }

    QLineEdit* m_edit = nullptr;
    QToolButton* m_up = nullptr;
    QToolButton* m_down = nullptr;
};

/// Sets a dynamic property the style sheet looks at and restyles when it changed.
void setStyleProperty(QWidget* widget, const char* name, const QVariant& value);
/// The ticket's style sheet in the theme in force.
QString ticketStyleSheet();

} // namespace strikedesk::ui
