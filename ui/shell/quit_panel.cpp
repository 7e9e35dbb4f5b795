// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/quit_panel.h"

#include "ui/theme/format.h"

#include <QHBoxLayout>
#include <QKeyEvent>

#include <algorithm>

namespace strikedesk::ui {

namespace {

constexpr int kQuitPanelWidth = 460;

} // namespace

QStringList endsWithProgram(const engine::EngineSnapshot& snapshot) {
    QStringList sentences;
    if (snapshot.orders == nullptr)
        return sentences;
    for (const engine::TradeView& trade : snapshot.orders->trades) {
        const QString name = contractText(trade.state.symbol);
        const auto say = [&](const QString& sentence) {
            if (!sentences.contains(sentence))
                sentences.append(sentence);
        };
        if (trade.state.phase == trade::TradePhase::Exiting)
            say(QuitPanel::tr("%1 is being closed; its order is not moved to the market any more.")
                    .arg(name));
        if (trade.state.phase == trade::TradePhase::Open && trade.state.plan.stop)
            say(QuitPanel::tr("The stop of %1 at %2 is watched by this program and ends with it.")
                    .arg(name, priceText(*trade.state.plan.stop)));
        if (trade.state.phase == trade::TradePhase::Entering)
            say(QuitPanel::tr("The entry of %1 stays at the venue; filled later, it has no exit.").arg(name));
    }
    return sentences;
}

QuitPanel::QuitPanel(QWidget* window)
    : QFrame(window), m_sentences(new QLabel(this)), m_stay(new QPushButton(tr("Stay"), this)) {
    setObjectName(QStringLiteral("quit.panel"));
    setAccessibleName(tr("Quit?"));
    setProperty("surface", QStringLiteral("overlay"));
    setFixedWidth(kQuitPanelWidth);
    auto* title = new QLabel(tr("Quit Strikedesk?"), this);
    title->setProperty("role", QStringLiteral("title"));
    m_sentences->setObjectName(QStringLiteral("quit.sentences"));
    m_sentences->setTextFormat(Qt::PlainText);
    m_sentences->setWordWrap(true);
    m_stay->setObjectName(QStringLiteral("quit.stay"));
    auto* quit = new QPushButton(tr("Quit all the same"), this);
    quit->setObjectName(QStringLiteral("quit.confirm"));
    quit->setProperty("tone", QStringLiteral("danger"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(quit);
    buttons->addWidget(m_stay);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(10);
    column->addWidget(title);
    column->addWidget(m_sentences);
    column->addLayout(buttons);
    connect(m_stay, &QPushButton::clicked, this, [this] { hide(); });
    connect(quit, &QPushButton::clicked, this, [this] {
        hide();
        if (confirmed)
            confirmed();
    });
    hide();
}

void QuitPanel::open(const QStringList& sentences) {
    m_sentences->setText(sentences.join(QLatin1Char('\n')));
    adjustSize();
    const QWidget* window = parentWidget();
    move((window->width() - width()) / 2, std::max(0, (window->height() - height()) / 3));
    show();
    raise();
    // Whoever closed the window by a slip and types on stays.
    m_stay->setFocus(Qt::PopupFocusReason);
}

void QuitPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

} // namespace strikedesk::ui
