// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/status_line.h"

#include "ui/shell/dock_title_bar.h"
#include "ui/theme/error_text.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace strikedesk::ui {

using Kind = StatusEntry::Kind;

namespace {

/// A start and a reconnect pass through "not ready"; only what lasts is worth a line.
constexpr int kPatienceMs = 4000;
constexpr int kLineHeight = 26;

} // namespace

StatusLine::StatusLine(const DeskReader& desk, QWidget* parent)
    : QFrame(parent), m_desk(desk), m_slots{makeSlot("status.first"), makeSlot("status.second")},
      m_calm(new ElidedLabel(metrics::kSecondary, QFont::Normal, true, this)),
      m_keys(new QPushButton(tr("Broker keys…"), this)), m_retry(new QPushButton(tr("Try again"), this)),
      m_dismiss(new QToolButton(this)) {
    setObjectName(QStringLiteral("status"));
    setAccessibleName(tr("Status"));
    setFixedHeight(Theme::current().scaled(kLineHeight));
    m_keys->setObjectName(QStringLiteral("status.keys"));
    m_retry->setObjectName(QStringLiteral("status.retry"));
    m_dismiss->setObjectName(QStringLiteral("status.dismiss"));
    m_dismiss->setText(QString(QChar(0x2715)));
    m_dismiss->setAccessibleName(tr("Close this notice"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 2, 6, 2);
    row->setSpacing(8);
    row->addWidget(m_slots[0].box);
    row->addWidget(m_slots[1].box);
    row->addWidget(m_dismiss);
    row->addWidget(m_retry);
    row->addWidget(m_keys);
    row->addStretch(1);
    row->addWidget(m_calm);
    connect(m_keys, &QPushButton::clicked, this, [this] {
        if (keysAsked)
            keysAsked();
    });
    connect(m_retry, &QPushButton::clicked, this, [this] {
        if (retryAsked)
            retryAsked();
    });
    connect(m_dismiss, &QToolButton::clicked, this, [this] {
        m_dismissed = m_desk.facts().mishap;
        refresh(m_kill);
    });
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, [this] { refresh(m_kill); });
    for (QWidget* part : {m_slots[0].box, m_slots[1].box, static_cast<QWidget*>(m_keys),
                          static_cast<QWidget*>(m_retry), static_cast<QWidget*>(m_dismiss)})
        part->hide();
}

StatusLine::Slot StatusLine::makeSlot(const char* name) {
    auto* box = new QWidget(this);
    box->setObjectName(QString::fromLatin1(name));
    box->setAttribute(Qt::WA_StyledBackground);
    auto* text = new ElidedLabel(metrics::kSecondary, QFont::DemiBold, false, box);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(8, 0, 8, 0);
    row->addWidget(text);
    return {box, text};
}

std::vector<StatusEntry> StatusLine::toSay() {
    std::vector<StatusEntry> said;
    const auto snapshot = m_desk.snapshot();
    const DeskFacts facts = m_desk.facts();
    if (m_kill >= trade::KillLevel::CancelAll)
        said.push_back({Kind::Kill,
                        tr("Kill switch: every order is cancelled and nothing that adds exposure leaves. "
                           "Automatic exits are suspended."),
                        true});
    else if (m_kill == trade::KillLevel::BlockEntries)
        said.push_back({Kind::Kill,
                        tr("Kill switch: nothing that adds exposure leaves and entries are cancelled. Exits "
                           "go on."),
                        true});
    if (!facts.trouble.empty())
        said.push_back({Kind::Trouble, sentenceText(facts.trouble), true});
    const bool isReady =
        snapshot->readiness == trade::Readiness::Ready || snapshot->readiness == trade::Readiness::Armed;
    if (isReady || snapshot->why.empty()) {
        m_notReady.invalidate();
    } else if (!m_notReady.isValid()) {
        m_notReady.start();
        m_later.start(kPatienceMs);
    }
    if (said.empty() && m_notReady.isValid() && m_notReady.elapsed() >= kPatienceMs)
        said.push_back(
            {Kind::NotReady, tr("No order can leave yet: %1").arg(sentenceText(snapshot->why)), false});
    if (!facts.mishap.empty() && facts.mishap != m_dismissed)
        said.push_back({Kind::Mishap, sentenceText(facts.mishap), false});
    if (said.size() > m_slots.size())
        said.resize(m_slots.size());
    return said;
}

void StatusLine::refresh(trade::KillLevel kill) {
    m_kill = kill;
    m_entries = toSay();
    for (std::size_t i = 0; i < m_slots.size(); ++i)
        fill(m_slots.at(i), i < m_entries.size() ? &m_entries[i] : nullptr);
    const auto says = [this](Kind kind) {
        return std::any_of(m_entries.begin(), m_entries.end(),
                           [kind](const StatusEntry& entry) { return entry.kind == kind; });
    };
    const DeskFacts facts = m_desk.facts();
    m_calm->setText(
        tr("Feeds: stocks %1, options %2")
            .arg(QString::fromStdString(facts.stockFeed), QString::fromStdString(facts.optionFeed)) +
        QStringLiteral(" · ") +
        (kill == trade::KillLevel::None ? tr("kill switch off") : tr("kill switch on")));
    // The simulated venue needs none.
    m_keys->setVisible(says(Kind::Trouble) && facts.mode != DeskMode::Demo);
    m_retry->setVisible(says(Kind::Trouble) && retryAsked);
    m_dismiss->setVisible(says(Kind::Mishap));
}

void StatusLine::fill(const Slot& slot, const StatusEntry* entry) {
    slot.box->setVisible(entry != nullptr);
    if (entry == nullptr)
        return;
    const QString tone = entry->isDanger ? QStringLiteral("danger") : QStringLiteral("warn");
    if (slot.box->property("tone").toString() != tone) {
        slot.box->setProperty("tone", tone);
        slot.box->style()->unpolish(slot.box);
        slot.box->style()->polish(slot.box);
    }
    slot.text->setText(entry->text);
    slot.box->setAccessibleName(entry->text);
    slot.box->setToolTip(entry->text);
}

} // namespace strikedesk::ui
