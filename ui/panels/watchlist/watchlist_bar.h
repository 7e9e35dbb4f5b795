// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/watchlist_reader.h"

#include <QCoreApplication>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QStackedLayout;
class QToolButton;

namespace strikedesk::ui {

/// Top of the watchlist: the list shown with a menu of all lists, a field in its place while one is named,
/// and the field that adds symbols. GUI thread.
class WatchlistBar : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::WatchlistBar)
public:
    explicit WatchlistBar(QWidget* parent);

    void setLists(std::vector<WatchlistName> lists, const std::string& shown);
    /// The keyboard goes to the add field, which begins with `text`.
    void beginAdd(const QString& text);
    /// The list's name becomes a field; `named` is called with what was typed, not with nothing.
    void beginName(const QString& before, std::function<void(const std::string&)> named);
    void setAddEnabled(bool isEnabled);

    std::function<void(const std::string& listId)> chosen;
    std::function<void(const QString& text)> added;
    /// Adds what else the menu offers below the lists.
    std::function<void(QMenu& menu)> fillMenu;
    /// Esc or Enter in a field: the keyboard goes back to the table.
    std::function<void()> finished;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(QMenu& menu);
    void endName();

    QToolButton* m_list;
    QLineEdit* m_name;
    QLineEdit* m_add;
    QStackedLayout* m_left;
    std::vector<WatchlistName> m_lists;
    std::string m_shown;
    std::function<void(const std::string&)> m_named;
};

/// One line at the bottom: a refusal, a report, or what was just removed with the way back. GUI thread.
class NoticeStrip : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::NoticeStrip)
public:
    explicit NoticeStrip(QWidget* parent);

    void showRefusal(const QString& text);
    void showUndo(const QString& text, std::function<void()> undo);
    void showReport(const QString& text);
    QString text() const;

private:
    void show(const QString& text, bool isRefusal);

    QLabel* m_text;
    QPushButton* m_undo;
    std::function<void()> m_back;
};

} // namespace strikedesk::ui
