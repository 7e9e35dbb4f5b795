// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/snapshot.h"

#include <QCoreApplication>
#include <QFrame>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>
#include <QWidget>

#include <list>

namespace strikedesk::ui {

/// One notice in the corner. Information goes after a while unless the mouse rests on it; warnings and worse
/// stay until closed.
class Toast : public QFrame {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::Toast)

public:
    Toast(trade::NoticeLevel level, const QString& text, Timestamp at, QWidget* parent);
    trade::NoticeLevel level() const { return m_level; }
    QString text() const { return m_text->text(); }
    std::function<void()> closeAsked;
    std::string code; ///< of the notice; empty for the window's own words

protected:
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    trade::NoticeLevel m_level;
    QLabel* m_text;
    QTimer m_end;
};

/// The pile of toasts in the window's lower left corner, or in the right one while somebody types under it.
/// Never takes the keyboard, never blocks.
class Toasts : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::Toasts)

public:
    static constexpr int kMostShown = 4;

    explicit Toasts(QWidget* window);

    /// Shows the notices that are newer than those seen. At the first call only recent ones.
    void take(const engine::EngineSnapshot& snapshot);
    /// The window's own word: a layout was saved, a file could not be read.
    void say(trade::NoticeLevel level, const QString& text);
    /// What notices of this code said no longer holds.
    void drop(const std::string& code);
    /// Kept free at the foot of the window.
    void setFoot(int pixels) { m_foot = pixels; }
    /// Those shown and waiting.
    std::size_t count() const { return m_toasts.size(); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void add(trade::NoticeLevel level, const QString& text, Timestamp at, const std::string& code = {});
    void remove(Toast* toast);
    void place();
    QPoint cornerFor(QSize size) const;

    std::list<Toast*> m_toasts; ///< oldest first
    QVBoxLayout* m_column;
    QLabel* m_more;
    std::uint64_t m_seen = 0;
    int m_foot = 0;
    bool m_isFirst = true;
};

} // namespace strikedesk::ui
