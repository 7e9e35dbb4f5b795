// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/kill_panel.h"

#include <QGridLayout>
#include <QKeyEvent>

namespace strikedesk::ui {

using trade::KillLevel;

namespace {

constexpr int kWidth = 400;
constexpr int kTop = 52;

QString stateSentence(KillLevel level, bool isReleasing) {
    if (isReleasing)
        return KillPanel::tr("Releasing. Nothing that adds exposure leaves before the engine says so.");
    switch (level) {
    case KillLevel::BlockEntries:
        return KillPanel::tr(
            "The kill switch is on: nothing that adds exposure leaves, entries are cancelled. Exits go on.");
    case KillLevel::CancelAll:
        return KillPanel::tr(
            "The kill switch is on: every order is cancelled, automatic exits are suspended. Watch "
            "your positions.");
    case KillLevel::Flatten:
        return KillPanel::tr("The kill switch is on: every managed position is being closed.");
    case KillLevel::Disarm:
        return KillPanel::tr("Automatic entries are off.");
    case KillLevel::None:
        break;
    }
    return KillPanel::tr("The kill switch is off.");
}

} // namespace

KillPanel::KillPanel(KillSwitch& kill, QWidget* window)
    : QFrame(window), m_kill(kill), m_state(new QLabel(this)),
      m_cancelAll(new QPushButton(tr("Cancel every order, exits too"), this)),
      m_flattenWord(wordField(QStringLiteral("kill.flattenWord"), tr("Type FLATTEN to close everything"))),
      m_flatten(new QPushButton(tr("Flatten"), this)),
      m_releaseWord(wordField(QStringLiteral("kill.releaseWord"), tr("Type RELEASE to release"))),
      m_release(new QPushButton(tr("Release"), this)) {
    setObjectName(QStringLiteral("kill.panel"));
    setProperty("surface", QStringLiteral("overlay"));
    setFixedWidth(kWidth);
    m_state->setWordWrap(true);
    m_cancelAll->setObjectName(QStringLiteral("kill.cancelAll"));
    m_cancelAll->setProperty("tone", QStringLiteral("danger"));
    m_flatten->setObjectName(QStringLiteral("kill.flatten"));
    m_flatten->setProperty("tone", QStringLiteral("danger"));
    m_release->setObjectName(QStringLiteral("kill.release"));
    auto* close = new QPushButton(tr("Hide this panel"), this);
    close->setObjectName(QStringLiteral("kill.close"));
    auto* flattenHint =
        new QLabel(tr("Closes every managed position at the market's price. Type FLATTEN:"), this);
    auto* releaseHint = new QLabel(tr("Lets orders leave again. Type RELEASE:"), this);
    for (QLabel* hint : {flattenHint, releaseHint}) {
        hint->setProperty("role", QStringLiteral("muted"));
        hint->setWordWrap(true);
    }
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(16, 14, 16, 14);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_state, 0, 0, 1, 2);
    grid->addWidget(m_cancelAll, 1, 0, 1, 2);
    grid->addWidget(flattenHint, 2, 0, 1, 2);
    grid->addWidget(m_flattenWord, 3, 0);
    grid->addWidget(m_flatten, 3, 1);
    grid->addWidget(releaseHint, 4, 0, 1, 2);
    grid->addWidget(m_releaseWord, 5, 0);
    grid->addWidget(m_release, 5, 1);
    grid->addWidget(close, 6, 0, 1, 2, Qt::AlignRight);

    connect(m_cancelAll, &QPushButton::clicked, this, [this] { m_kill.raise(KillLevel::CancelAll); });
    connect(m_flatten, &QPushButton::clicked, this, [this] {
        m_kill.raise(KillLevel::Flatten);
        forget();
    });
    connect(m_release, &QPushButton::clicked, this, [this] {
        m_kill.release();
        forget();
    });
    connect(close, &QPushButton::clicked, this, [this] { hide(); });
    connect(m_flattenWord, &QLineEdit::textChanged, this, [this] { refresh(); });
    connect(m_releaseWord, &QLineEdit::textChanged, this, [this] { refresh(); });
    m_changed = m_kill.subscribe([this] { refresh(); });
    refresh();
    hide();
}

QLineEdit* KillPanel::wordField(const QString& name, const QString& accessible) {
    auto* field = new QLineEdit(this);
    field->setObjectName(name);
    field->setAccessibleName(accessible);
    field->setMaxLength(16);
    return field;
}

void KillPanel::open() {
    forget();
    refresh();
    adjustSize();
    move(parentWidget()->width() - width() - 12, kTop);
    show();
    raise();
    m_cancelAll->setFocus(Qt::PopupFocusReason);
}

void KillPanel::forget() {
    m_flattenWord->clear();
    m_releaseWord->clear();
}

void KillPanel::refresh() {
    const KillLevel level = m_kill.level();
    m_state->setText(stateSentence(level, m_kill.isReleasing()));
    // The words are the same in every language, as they are on the button's own line.
    const auto isTyped = [](const QLineEdit* field, const char* word) {
        return field->text().trimmed() == QLatin1String(word);
    };
    m_cancelAll->setEnabled(level < KillLevel::CancelAll);
    m_flatten->setEnabled(level < KillLevel::Flatten && isTyped(m_flattenWord, "FLATTEN"));
    m_release->setEnabled(level != KillLevel::None && isTyped(m_releaseWord, "RELEASE"));
    if (level == KillLevel::None)
        hide();
}

void KillPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

} // namespace strikedesk::ui
