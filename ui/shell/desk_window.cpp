// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/desk_window.h"

#include "ui/shell/kill_button.h"
#include "ui/shell/mode_badge.h"
#include "ui/shell/screen_places.h"
#include "ui/theme/theme.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace strikedesk::ui {

namespace {

WorkspaceKind emptyKind() {
    return {
        QStringLiteral("window"),
        DeskWindow::tr("New window"),
        DeskWindow::tr("Put panels here and move the window to another monitor. It comes back at the next "
                       "start."),
        {}};
}

} // namespace

DeskWindow::DeskWindow(WorkspaceHost& host, KillSwitch& kill, int number)
    : m_host(host), m_number(number), m_mode(new ModeBadge(this)), m_kill(new KillButton(kill, this)),
      m_workspace(new Workspace(host, emptyKind(), this)),
      m_frame(new WindowFrame(host.context.desk, host.context.arming, this)) {
    setObjectName(QStringLiteral("window#%1").arg(number));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* add = new QToolButton(this);
    add->setObjectName(QStringLiteral("window.panels"));
    add->setText(QStringLiteral("+"));
    add->setAutoRaise(true);
    add->setAccessibleName(tr("Add a panel"));
    add->setToolTip(tr("Add a panel"));
    connect(add, &QToolButton::clicked, this, [this, add] {
        if (panelMenuAsked)
            panelMenuAsked(add->mapToGlobal(QPoint(0, add->height())), *this);
    });
    auto* head = new QHBoxLayout;
    head->setContentsMargins(10, 5, 8, 5);
    head->addWidget(m_mode);
    head->addWidget(add);
    head->addStretch(1);
    head->addWidget(m_kill);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(WindowFrame::kWidth, WindowFrame::kWidth, WindowFrame::kWidth,
                               WindowFrame::kWidth);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_workspace, 1);
    setMinimumSize(360, 240);
    resize(900, 700);
    refresh();
}

void DeskWindow::refresh() {
    const DeskFacts facts = m_host.context.desk.facts();
    m_mode->show(facts);
    setWindowTitle(tr("[%1] Strikedesk – window %2").arg(modeWord(facts.mode)).arg(m_number));
    m_frame->refresh();
}

void DeskWindow::setKillKey(const QString& key) { m_kill->setKeyText(key); }

QJsonObject DeskWindow::save() const {
    return {{QStringLiteral("place"), savePlace(*this)}, {QStringLiteral("workspace"), m_workspace->save()}};
}

void DeskWindow::restore(const QJsonObject& saved) {
    restorePlace(*this, saved.value(QLatin1String("place")).toObject());
    m_workspace->restore(saved.value(QLatin1String("workspace")).toObject());
}

void DeskWindow::closeEvent(QCloseEvent* event) {
    if (closed)
        closed(*this);
    event->accept();
}

void DeskWindow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().colour(Token::Panel));
}

} // namespace strikedesk::ui
