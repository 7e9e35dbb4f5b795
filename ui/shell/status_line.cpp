// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/status_line.h"

#include <QHBoxLayout>
#include <QStyle>

namespace strikedesk::ui {

namespace {
/// A start and a reconnect pass through "not ready"; only what lasts is worth a line.
constexpr int kPatienceMs = 4000;
} // namespace

StatusLine::StatusLine(const DeskReader& desk, QWidget* parent)
    : QFrame(parent), m_desk(desk), m_text(new QLabel(this)),
      m_keys(new QPushButton(tr("Broker keys…"), this)), m_retry(new QPushButton(tr("Try again"), this)) {
    setObjectName(QStringLiteral("status"));
    m_text->setObjectName(QStringLiteral("status.text"));
    m_text->setWordWrap(true);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_keys->setObjectName(QStringLiteral("status.keys"));
    m_retry->setObjectName(QStringLiteral("status.retry"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->addWidget(m_text, 1);
    row->addWidget(m_retry);
    row->addWidget(m_keys);
    connect(m_keys, &QPushButton::clicked, this, [this] {
        if (keysAsked)
            keysAsked();
    });
    connect(m_retry, &QPushButton::clicked, this, [this] {
        if (retryAsked)
            retryAsked();
    });
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, [this] { refresh(m_kill); });
    hide();
}

void StatusLine::refresh(trade::KillLevel kill) {
    m_kill = kill;
    const auto snapshot = m_desk.snapshot();
    const std::string trouble = m_desk.facts().trouble;
    if (!trouble.empty())
        return say(QString::fromStdString(trouble), true, true);
    if (kill >= trade::KillLevel::CancelAll)
        return say(
            tr("Kill switch K%1 is on: every order is cancelled and nothing that adds exposure leaves. "
               "Automatic exits are suspended. Press the kill switch for more.")
                .arg(static_cast<int>(kill)),
            true, false);
    if (kill == trade::KillLevel::BlockEntries)
        return say(
            tr("Kill switch K2 is on: nothing that adds exposure leaves and entries are cancelled. Exits "
               "go on. Press the kill switch for more or to release it."),
            true, false);
    const bool isReady =
        snapshot->readiness == trade::Readiness::Ready || snapshot->readiness == trade::Readiness::Armed;
    if (isReady || snapshot->why.empty()) {
        m_notReady.invalidate();
        hide();
        return;
    }
    if (!m_notReady.isValid()) {
        m_notReady.start();
        m_later.start(kPatienceMs);
    }
    if (m_notReady.elapsed() >= kPatienceMs)
        say(tr("No order can leave yet: %1").arg(QString::fromStdString(snapshot->why)), false, false);
    else
        hide();
}

void StatusLine::say(const QString& text, bool isDanger, bool offersHelp) {
    const QString tone = isDanger ? QStringLiteral("danger") : QStringLiteral("warn");
    if (property("tone").toString() != tone) {
        setProperty("tone", tone);
        style()->unpolish(this);
        style()->polish(this);
    }
    m_text->setText(text);
    m_text->setAccessibleName(text);
    // The simulated venue needs none.
    m_keys->setVisible(offersHelp && m_desk.facts().mode != DeskMode::Demo);
    m_retry->setVisible(offersHelp && retryAsked);
    show();
}

} // namespace strikedesk::ui
