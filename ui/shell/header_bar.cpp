// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/header_bar.h"

#include "ui/shell/arm_button.h"
#include "ui/shell/connection_lights.h"
#include "ui/shell/figure_label.h"
#include "ui/shell/global_search.h"
#include "ui/shell/kill_button.h"
#include "ui/shell/market_clock.h"
#include "ui/shell/mode_badge.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTabBar>
#include <QToolButton>

namespace strikedesk::ui {

namespace {

constexpr int kHeight = 44;
constexpr int kSearchWidth = 250;
constexpr int kLeastSearch = 150;
constexpr int kShortSearch = 84;

/// Percent of the equity at the last close.
QString profitShare(const engine::EngineSnapshot& snapshot) {
    if (!snapshot.dayProfit || !snapshot.equity)
        return {};
    const double before = snapshot.equity->toDoubleLossy() - snapshot.dayProfit->toDoubleLossy();
    if (before <= 0)
        return {};
    return HeaderBar::tr("%1 %").arg(signedPercentText(snapshot.dayProfit->toDoubleLossy() / before * 100.0));
}

} // namespace

HeaderBar::HeaderBar(PanelContext& context, const ActionRegistry& actions, KillSwitch& kill,
                     const QList<WorkspaceKind>& workspaces, QWidget* parent)
    : QWidget(parent), m_context(context), m_mode(new ModeBadge(this)),
      m_product(new QLabel(QStringLiteral("Strikedesk"), this)), m_tabs(new QTabBar(this)),
      m_panelMenu(menuButton(QStringLiteral("header.panels"), QStringLiteral("+"), tr("Add a panel"),
                             panelMenuAsked)),
      m_windowMenu(menuButton(QStringLiteral("header.menu"), QString(QChar(0x2261)),
                              tr("Layouts, settings, keys and help"), windowMenuAsked)),
      m_search(new GlobalSearch(actions, context.instruments, this)),
      m_equity(new FigureLabel(tr("Equity"), this)), m_profit(new FigureLabel(tr("Day P&L"), this)),
      m_lights(new ConnectionLights(context.desk, this)), m_clock(new MarketClock(context.desk, this)),
      m_arm(new ArmButton(context.arming, this)), m_kill(new KillButton(kill, this)) {
    setObjectName(QStringLiteral("header"));
    m_product->setProperty("role", QStringLiteral("product"));
    m_equity->setObjectName(QStringLiteral("header.equity"));
    m_profit->setObjectName(QStringLiteral("header.profit"));
    m_tabs->setObjectName(QStringLiteral("header.tabs"));
    m_tabs->setAccessibleName(tr("Workspaces"));
    m_tabs->setFont(Theme::current().font(metrics::kTable));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setFocusPolicy(Qt::TabFocus);
    // Tabs measure themselves once, when added: with their style, not without.
    m_tabs->ensurePolished();
    for (int i = 0; i < workspaces.size(); ++i) {
        m_tabs->addTab(workspaces[i].name);
        m_tabs->setTabToolTip(i, tr("%1 (Ctrl+%2)").arg(workspaces[i].name).arg(i + 1));
    }
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int place) {
        if (workspaceChosen)
            workspaceChosen(place);
    });
    lay();
    refresh();
}

QToolButton* HeaderBar::menuButton(const QString& name, const QString& text, const QString& accessible,
                                   std::function<void(const QPoint&)>& asked) {
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(accessible);
    button->setToolTip(accessible);
    connect(button, &QToolButton::clicked, this, [button, &asked] {
        if (asked)
            asked(button->mapToGlobal(QPoint(0, button->height())));
    });
    return button;
}

void HeaderBar::lay() {
    m_search->setMinimumWidth(Theme::current().scaled(kLeastSearch));
    m_search->setMaximumWidth(Theme::current().scaled(kSearchWidth));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 6, 0);
    row->setSpacing(12);
    row->addWidget(m_mode);
    row->addWidget(m_product);
    row->addSpacing(8);
    row->addWidget(m_tabs, 0, Qt::AlignBottom);
    auto* menus = new QHBoxLayout;
    menus->setSpacing(0);
    menus->addWidget(m_panelMenu);
    menus->addWidget(m_windowMenu);
    row->addLayout(menus);
    row->addStretch(1);
    row->addWidget(m_search, 4);
    row->addStretch(1);
    row->addWidget(m_equity);
    row->addWidget(m_profit);
    row->addSpacing(4);
    row->addWidget(m_lights);
    row->addSpacing(4);
    row->addWidget(m_clock);
    row->addSpacing(4);
    row->addWidget(m_arm);
    row->addWidget(m_kill);
    setFixedHeight(Theme::current().scaled(kHeight));
}

void HeaderBar::refresh() {
    const auto snapshot = m_context.desk.snapshot();
    m_mode->show(m_context.desk.facts());
    m_equity->setFigure(snapshot->equity ? moneyText(*snapshot->equity) : unknownText(),
                        snapshot->equity ? Token::Text : Token::Muted);
    if (const auto& profit = snapshot->dayProfit)
        m_profit->setFigure(signedMoneyText(*profit),
                            profit->isPositive()   ? Token::Up
                            : profit->isNegative() ? Token::Down
                                                   : Token::Text,
                            profitShare(*snapshot));
    else
        m_profit->setFigure(unknownText(), Token::Muted);
    m_lights->refresh();
    m_clock->refresh();
}

void HeaderBar::setWorkspace(int place) {
    if (place >= 0 && place < m_tabs->count())
        m_tabs->setCurrentIndex(place);
}

int HeaderBar::workspace() const { return m_tabs->currentIndex(); }

void HeaderBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

bool HeaderBar::event(QEvent* event) {
    const bool isTaken = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) // a figure became wider
        fit();
    return isTaken;
}

void HeaderBar::fit() {
    // What everything would take with all it can show; only from widths, so that it comes to rest at once.
    const Theme& theme = Theme::current();
    const int search = theme.scaled(kLeastSearch);
    const int product = m_product->sizeHint().width() + layout()->spacing();
    int lacks = layout()->minimumSize().width() - width();
    lacks += m_tabs->sizeHint().width() - m_tabs->minimumSizeHint().width();
    lacks += m_product->isHidden() ? product : 0;
    lacks += m_lights->widthFor(false) - m_lights->sizeHint().width();
    lacks += m_clock->widthFor(false) - m_clock->sizeHint().width();
    lacks += m_profit->widthFor(false) - m_profit->sizeHint().width();
    lacks += search - m_search->minimumWidth();
    const auto gives = [&lacks](int pixels) {
        const bool isShort = lacks > 0;
        lacks -= isShort ? pixels : 0;
        return isShort;
    };
    m_product->setHidden(gives(product));
    m_lights->setCompact(gives(m_lights->widthFor(false) - m_lights->widthFor(true)));
    m_clock->setCompact(gives(m_clock->widthFor(false) - m_clock->widthFor(true)));
    m_profit->setCompact(gives(m_profit->widthFor(false) - m_profit->widthFor(true)));
    const int shortSearch = theme.scaled(kShortSearch);
    const int least = gives(search - shortSearch) ? shortSearch : search;
    if (m_search->minimumWidth() != least)
        m_search->setMinimumWidth(least);
}

void HeaderBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().colour(Token::Panel));
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::current().colour(Token::Line));
}

} // namespace strikedesk::ui
