// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/command_palette.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPointer>
#include <QVBoxLayout>

namespace strikedesk::ui {

namespace {
constexpr int kWidth = 620;
constexpr int kTop = 90;
} // namespace

CommandPalette::CommandPalette(const ActionRegistry& actions, InstrumentReader& instruments, QWidget* window)
    : QFrame(window), m_finder(actions, instruments, FinderOrder::ActionsFirst), m_field(new QLineEdit(this)),
      m_list(new HitList(this)), m_nothing(new QLabel(this)) {
    setObjectName(QStringLiteral("palette"));
    setProperty("surface", QStringLiteral("overlay"));
    m_field->setObjectName(QStringLiteral("palette.field"));
    m_field->setAccessibleName(tr("Command or symbol"));
    m_field->setPlaceholderText(tr("What do you want to do? Type a command or a symbol"));
    m_field->setMaxLength(80);
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("palette.list"));
    m_list->setAccessibleName(tr("Commands"));
    m_nothing->setText(tr("Nothing fits. Try fewer letters."));
    m_nothing->setProperty("role", QStringLiteral("muted"));
    m_nothing->setContentsMargins(12, 8, 12, 8);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(m_field);
    column->addWidget(m_list);
    column->addWidget(m_nothing);
    connect(m_field, &QLineEdit::textChanged, this, [this] { ask(); });
    m_list->picked = [this] { closePalette(); };
    hide();
}

void CommandPalette::open() {
    m_before = QApplication::focusWidget();
    m_field->clear();
    ask();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::closePalette() {
    if (isHidden())
        return;
    const QPointer<QWidget> before = std::exchange(m_before, {});
    hide();
    if (before)
        before->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::ask() {
    m_finder.ask(m_field->text(), [this](std::vector<Hit> hits) {
        m_list->setHits(std::move(hits));
        place();
    });
}

void CommandPalette::place() {
    const bool isEmpty = m_list->hits().empty();
    m_nothing->setVisible(isEmpty);
    m_list->setVisible(!isEmpty);
    m_list->setFixedHeight(std::max(1, m_list->wantedHeight()));
    const int width = std::min(kWidth, parentWidget()->width() - 32);
    setFixedWidth(width);
    adjustSize();
    move((parentWidget()->width() - width) / 2, kTop);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut && isVisible() &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason) {
        // Somewhere else was clicked, or something else opened: nothing to give back.
        m_before.clear();
        hide();
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape) {
        closePalette();
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        m_list->runChosen();
        return true;
    }
    return m_list->takeKey(key);
}

} // namespace strikedesk::ui
