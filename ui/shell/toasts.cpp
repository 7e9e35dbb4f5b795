// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/toasts.h"

#include "ui/theme/error_text.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QToolButton>

#include <algorithm>

namespace strikedesk::ui {

using trade::NoticeLevel;

namespace {

/// The width of the first column of panels: what matters most stands to the right of it.
constexpr int kWidth = 274;
constexpr int kInfoMs = 6000;
constexpr int kFromEdge = 14;
constexpr std::size_t kMostHeld = 50;
/// A window that joins a running engine shows what has just happened, not the whole day.
const Duration kRecent = Duration::seconds(60);

QString tone(NoticeLevel level) {
    switch (level) {
    case NoticeLevel::Info:
        return QStringLiteral("info");
    case NoticeLevel::Warning:
        return QStringLiteral("warn");
    case NoticeLevel::Critical:
        return QStringLiteral("danger");
    }
    return {};
}

} // namespace

Toast::Toast(NoticeLevel level, const QString& text, Timestamp at, QWidget* parent)
    : QFrame(parent), m_level(level), m_text(new QLabel(text, this)) {
    setObjectName(QStringLiteral("toast"));
    setProperty("surface", QStringLiteral("toast"));
    setProperty("tone", tone(level));
    QString word = level == NoticeLevel::Info      ? tr("Note")
                   : level == NoticeLevel::Warning ? tr("Warning")
                                                   : tr("Important");
    if (at.isSet())
        word = tr("%1 · %2").arg(word, timeText(at));
    auto* head = new QLabel(word, this);
    head->setProperty("role", QStringLiteral("toastHead"));
    head->setProperty("tone", tone(level));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setFocusPolicy(Qt::NoFocus);
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("toast.close"));
    close->setText(QString(QChar(0x2715)));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::TabFocus);
    close->setAccessibleName(tr("Close this notice"));
    connect(close, &QToolButton::clicked, this, [this] {
        if (closeAsked)
            closeAsked();
    });
    auto* first = new QHBoxLayout;
    first->addWidget(head, 1);
    first->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 6, 8, 10);
    column->setSpacing(2);
    column->addLayout(first);
    column->addWidget(m_text);
    setAccessibleName(QStringLiteral("%1: %2").arg(word, text));
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, [this] {
        if (closeAsked)
            closeAsked();
    });
    if (level == NoticeLevel::Info)
        m_end.start(kInfoMs);
}

void Toast::enterEvent(QEnterEvent*) { m_end.stop(); }

void Toast::leaveEvent(QEvent*) {
    if (m_level == NoticeLevel::Info)
        m_end.start(kInfoMs);
}

Toasts::Toasts(QWidget* window) : QWidget(window), m_column(new QVBoxLayout(this)), m_more(new QLabel(this)) {
    setObjectName(QStringLiteral("toasts"));
    m_more->setProperty("role", QStringLiteral("muted"));
    m_more->hide();
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_column->addWidget(m_more);
    window->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this] {
        if (isVisible())
            place();
    });
    hide();
}

void Toasts::take(const engine::EngineSnapshot& snapshot) {
    // A session that began anew counts from one again.
    if (snapshot.notices.empty() || snapshot.notices.back().number < m_seen)
        m_seen = 0;
    for (const engine::NumberedNotice& numbered : snapshot.notices) {
        if (numbered.number <= m_seen)
            continue;
        m_seen = numbered.number;
        if (m_isFirst && snapshot.at.market - numbered.at > kRecent)
            continue;
        add(numbered.notice.level, sentenceText(numbered.notice.message), numbered.at, numbered.notice.code);
    }
    if (snapshot.version > 0)
        m_isFirst = false;
}

void Toasts::say(NoticeLevel level, const QString& text) { add(level, text, Timestamp()); }

void Toasts::drop(const std::string& code) {
    const auto all = m_toasts;
    for (Toast* toast : all)
        if (toast->code == code)
            remove(toast);
}

void Toasts::remove(Toast* toast) {
    m_toasts.remove(toast);
    toast->deleteLater();
    toast->hide();
    place();
}

void Toasts::add(NoticeLevel level, const QString& text, Timestamp at, const std::string& code) {
    // The same sentence again says nothing new.
    if (!m_toasts.empty() && m_toasts.back()->text() == text && m_toasts.back()->level() == level)
        return;
    if (m_toasts.size() >= kMostHeld) {
        m_toasts.front()->deleteLater();
        m_toasts.pop_front();
    }
    auto* toast = new Toast(level, text, at, this);
    toast->setFixedWidth(Theme::current().scaled(kWidth));
    toast->code = code;
    toast->closeAsked = [this, toast] { remove(toast); };
    m_toasts.push_back(toast);
    m_column->addWidget(toast);
    place();
}

void Toasts::place() {
    std::size_t place = 0;
    const std::size_t hidden = m_toasts.size() > kMostShown ? m_toasts.size() - kMostShown : 0;
    for (Toast* toast : m_toasts)
        toast->setVisible(place++ >= hidden);
    m_more->setVisible(hidden > 0);
    m_more->setText(tr("%n more above", nullptr, static_cast<int>(hidden)));
    setVisible(!m_toasts.empty());
    if (m_toasts.empty())
        return;
    m_column->activate();
    const QSize size = m_column->totalSizeHint();
    const int height =
        m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(size.width()) : size.height();
    setGeometry(QRect(cornerFor({size.width(), height}), QSize(size.width(), height)));
    raise();
}

QPoint Toasts::cornerFor(QSize size) const {
    const QWidget* window = parentWidget();
    const QPoint left(kFromEdge, window->height() - size.height() - kFromEdge - m_foot);
    const QWidget* typing = window->focusWidget();
    const bool isText = qobject_cast<const QLineEdit*>(typing) ||
                        qobject_cast<const QPlainTextEdit*>(typing) || qobject_cast<const QTextEdit*>(typing);
    const QRect taken = isText ? QRect(typing->mapTo(window, QPoint()), typing->size()) : QRect();
    if (!taken.intersects(QRect(left, size)))
        return left;
    return {window->width() - size.width() - kFromEdge, left.y()};
}

bool Toasts::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace strikedesk::ui
