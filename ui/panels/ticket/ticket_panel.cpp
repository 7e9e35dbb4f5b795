// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/ticket/ticket_panel.h"

#include "core/base/option_symbol.h"
#include "ui/panels/ticket/ticket_widget.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

namespace strikedesk::ui {

namespace {

constexpr int kFrame = 16; ///< milliseconds of one display frame

} // namespace

TicketPanel::TicketPanel(PanelContext panelContext, QWidget* parent)
    : Panel(std::move(panelContext), parent) {
    m_chain = context().makeChain();
    build();
    setStyleSheet(ticketStyleSheet());
    takeDefaultExits();
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(kFrame);
    QObject::connect(&m_draftTimer, &QTimer::timeout, this, [this] { postDraft(); });
    m_chained = m_chain->subscribe([this] {
        if (isVisible())
            refresh(*context().desk.snapshot());
    });
    m_board = context().tickets.subscribe([this] { loadFromBoard(); });
    m_settingsChanged = context().settings.subscribe([this] { followDefaultExits(); });
    setSide(true);
    m_draftTimer.stop();
    refresh(*context().desk.snapshot());
}

QString TicketPanel::title() const { return tr("Order ticket"); }

QString TicketPanel::headerNote() const {
    const DeskFacts facts = context().desk.facts();
    const QString mode = facts.mode == DeskMode::Demo    ? tr("DEMO")
                         : facts.mode == DeskMode::Paper ? tr("PAPER")
                         : facts.mode == DeskMode::Live  ? tr("LIVE")
                                                         : tr("REPLAY");
    return facts.accountTail.empty()
               ? mode
               : tr("%1 account %2").arg(mode, QString::fromStdString(facts.accountTail));
}

std::vector<PanelAction> TicketPanel::actions() {
    return {
        {QStringLiteral("ticket.focus"), tr("Go to the order ticket"), Qt::CTRL | Qt::Key_T,
         [this] {
             m_ui.quantity->edit()->setFocus();
             m_ui.quantity->edit()->selectAll();
         }},
        {QStringLiteral("ticket.submit"),
         tr("Send the ticket, or go on to the confirmation"),
         {},
         [this] { submit(false); }},
        {QStringLiteral("ticket.fresh"), tr("New ticket"), {}, [this] { openDraft(); }},
        {QStringLiteral("ticket.bid"), tr("Limit at the bid"), Qt::ALT | Qt::Key_B,
         [this] {
             setLimit(quotedPrice(-1));
             edited();
         }},
        {QStringLiteral("ticket.mid"), tr("Limit at the mid"), Qt::ALT | Qt::Key_M,
         [this] {
             setLimit(quotedPrice(0));
             edited();
         }},
        {QStringLiteral("ticket.ask"), tr("Limit at the ask"), Qt::ALT | Qt::Key_A,
         [this] {
             setLimit(quotedPrice(1));
             edited();
         }},
    };
}

QJsonObject TicketPanel::saveState() const {
    // How exits are given is a habit; what was being bought is not kept.
    return {{QStringLiteral("targetMeaning"), static_cast<int>(m_laterTarget.value_or(m_targetMeaning))},
            {QStringLiteral("stopMeaning"), static_cast<int>(m_laterStop.value_or(m_stopMeaning))}};
}

void TicketPanel::restoreState(const QJsonObject& state) {
    const int target = state.value(QLatin1String("targetMeaning")).toInt(-1);
    const int stop = state.value(QLatin1String("stopMeaning")).toInt(-1);
    // The fields hold percent until there is a limit to turn them into prices.
    if (target >= 0 && target < 3)
        m_laterTarget = static_cast<TargetMeaning>(target);
    if (stop >= 0 && stop < 2)
        m_laterStop = static_cast<StopMeaning>(stop);
    takeLaterMeanings();
}

void TicketPanel::selectionChanged(const LinkSelection& selection) {
    // A draft under confirmation or on its way is not swapped for another contract.
    if (m_stage == Stage::Confirming || m_stage == Stage::Sent)
        return;
    const auto option = OptionSymbol::tryFrom(m_contract);
    if (!selection.contract.isEmpty())
        setContract(selection.contract);
    else if (option && option->underlying() != selection.underlying && !selection.underlying.isEmpty())
        setContract(Symbol());
    refresh(*context().desk.snapshot());
}

void TicketPanel::refresh(const engine::EngineSnapshot& snapshot) {
    // The word is for one session on one account.
    if (!snapshot.account)
        m_isLiveAllowed = false;
    if (!m_limitIsTyped && m_ui.limit->text().isEmpty())
        if (const auto middle = quotedPrice(0)) {
            setLimit(middle);
            edited();
        }
    if (!m_buys && m_stage != Stage::Done) {
        const QString count = QString::number(held());
        if (m_ui.quantity->text() != count && m_stage == Stage::Editing) {
            m_ui.quantity->setText(count);
            readFields();
        }
    }
    showContract(snapshot);
    follow(snapshot);
    showFigures();
    showChecks(snapshot);
    showPayoff(snapshot);
    showSubmit();
    updateHeader();
}

void TicketPanel::themeChanged() {
    setStyleSheet(ticketStyleSheet());
    readFields();
    refresh(*context().desk.snapshot());
    update();
}

void TicketPanel::showEvent(QShowEvent* event) {
    Panel::showEvent(event);
    // Another ticket may have been judged meanwhile.
    if (!m_contract.isEmpty())
        m_draftTimer.start();
}

void TicketPanel::paintEvent(QPaintEvent* event) {
    Panel::paintEvent(event);
    QPainter painter(this);
    const QColor colour = Theme::current().colour(modeToken());
    painter.fillRect(QRect(0, 0, width(), 2), colour);
    if (context().desk.facts().mode != DeskMode::Live)
        return;
    painter.setPen(QPen(colour, 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

Panel* makeTicketPanel(PanelContext context, QWidget* parent) {
    return new TicketPanel(std::move(context), parent);
}

} // namespace strikedesk::ui
