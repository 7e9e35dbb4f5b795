// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/global_search.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace strikedesk::ui {

GlobalSearch::GlobalSearch(const ActionRegistry& actions, InstrumentReader& instruments, QWidget* parent)
    : QLineEdit(parent), m_finder(actions, instruments, FinderOrder::SymbolsFirst) {
    setObjectName(QStringLiteral("header.search"));
    setAccessibleName(tr("Search symbols and commands"));
    setPlaceholderText(tr("Search symbol, command…"));
    setMaxLength(60);
    setTextMargins(2, 0, 18, 0);
    connect(this, &QLineEdit::textEdited, this, [this] { ask(); });
}

void GlobalSearch::begin(const QString& text) {
    if (!hasFocus())
        m_before = QApplication::focusWidget();
    setFocus(Qt::ShortcutFocusReason);
    setText(text);
    ask();
}

void GlobalSearch::ask() {
    m_finder.ask(text(), [this](std::vector<Hit> hits) { showHits(std::move(hits)); });
}

void GlobalSearch::showHits(std::vector<Hit> hits) {
    if (hits.empty() || !hasFocus()) {
        if (m_popup)
            m_popup->hide();
        return;
    }
    if (!m_popup) {
        m_popup = new QFrame(window());
        m_popup->setObjectName(QStringLiteral("search.popup"));
        m_popup->setProperty("surface", QStringLiteral("overlay"));
        m_list = new HitList(m_popup);
        m_list->setObjectName(QStringLiteral("search.list"));
        m_list->setAccessibleName(tr("Found symbols and commands"));
        m_list->picked = [this] { finish(); };
        auto* column = new QVBoxLayout(m_popup);
        column->setContentsMargins(1, 4, 1, 4);
        column->addWidget(m_list);
    }
    m_list->setHits(std::move(hits));
    constexpr int kLeastWidth = 420;
    m_popup->setGeometry(QRect(mapTo(window(), QPoint(0, height() + 4)),
                               QSize(std::max(width(), kLeastWidth), m_list->wantedHeight() + 10)));
    m_popup->show();
    m_popup->raise();
}

void GlobalSearch::finish() {
    clear();
    if (m_popup)
        m_popup->hide();
    if (const QPointer<QWidget> before = std::exchange(m_before, {}))
        before->setFocus(Qt::OtherFocusReason);
    else
        clearFocus();
}

void GlobalSearch::keyPressEvent(QKeyEvent* event) {
    const bool isOpen = m_popup && m_popup->isVisible();
    if (event->key() == Qt::Key_Escape)
        return finish();
    if (isOpen && m_list->takeKey(event->key()))
        return;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (isOpen)
            m_list->runChosen();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void GlobalSearch::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (m_popup && event->reason() != Qt::ActiveWindowFocusReason)
        m_popup->hide();
}

void GlobalSearch::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(Theme::current().colour(Token::Muted));
    painter.drawText(rect().adjusted(0, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("/"));
}

} // namespace strikedesk::ui
