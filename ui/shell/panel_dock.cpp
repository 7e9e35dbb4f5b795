// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/panel_dock.h"

#include "ui/theme/theme.h"

#include <QCloseEvent>
#include <QPainter>

namespace strikedesk::ui {

PanelDock::PanelDock(const PanelContext& context, const PanelKind& kind, int number, QWidget* parent)
    : QDockWidget(parent), m_kind(kind.id),
      m_kindName(number == 1 ? kind.name : QStringLiteral("%1 %2").arg(kind.name).arg(number)),
      m_panel(kind.make(context, this)), m_titleBar(new DockTitleBar(this)) {
    setObjectName(QStringLiteral("%1#%2").arg(kind.id).arg(number));
    setFeatures(DockWidgetClosable | DockWidgetMovable | DockWidgetFloatable);
    setTitleBarWidget(m_titleBar);
    setWidget(m_panel);
    m_panel->setAutoFillBackground(true);
    m_panel->setBackgroundRole(QPalette::Base);
    if (m_panel->focusPolicy() == Qt::NoFocus)
        m_panel->setFocusPolicy(Qt::ClickFocus);
    m_panel->headerChanged = [this] { showHeader(); };
    connect(this, &QDockWidget::topLevelChanged, this, [this] { showHeader(); });
    m_titleBar->dot().chosen = [this](LinkGroup group) { setGroup(group); };
    m_titleBar->dot().setObjectName(objectName() + QStringLiteral(".group"));
    m_titleBar->state = [this] { return DockMenuState{isFloating(), isMaximised && isMaximised()}; };
    m_titleBar->floatAsked = [this] { setFloating(!isFloating()); };
    m_titleBar->closeAsked = [this] { close(); };
    m_titleBar->windowAsked = [this] {
        if (windowAsked)
            windowAsked(*this);
    };
    m_titleBar->maximiseAsked = [this] {
        if (maximiseAsked)
            maximiseAsked(*this);
    };
    showHeader();
}

PanelDock* PanelDock::of(QWidget* widget) {
    for (; widget; widget = widget->parentWidget())
        if (auto* dock = dynamic_cast<PanelDock*>(widget))
            return dock;
    return nullptr;
}

void PanelDock::setGroup(LinkGroup group) {
    m_titleBar->dot().setGroup(group);
    m_panel->setLinkGroup(group);
}

void PanelDock::focusPanel() {
    raise();
    if (isFloating())
        activateWindow();
    QWidget* first = m_panel->focusWidget();
    if (!first)
        first = m_panel->nextInFocusChain();
    if (first && m_panel->isAncestorOf(first) && first->focusPolicy() != Qt::NoFocus)
        first->setFocus(Qt::ShortcutFocusReason);
    else
        m_panel->setFocus(Qt::ShortcutFocusReason);
}

void PanelDock::showHeader() {
    m_titleBar->setTexts(m_panel->title(), m_panel->headerNote());
    // A tab has room for a word, a window of its own for the whole title.
    const QString title = isFloating() ? m_panel->title() : m_kindName;
    if (windowTitle() != title)
        setWindowTitle(title);
}

QJsonObject PanelDock::save() const {
    return {{QStringLiteral("name"), objectName()},
            {QStringLiteral("kind"), m_kind},
            {QStringLiteral("group"), static_cast<int>(m_panel->linkGroup())},
            {QStringLiteral("panel"), m_panel->saveState()}};
}

void PanelDock::restore(const QJsonObject& saved) {
    const int group = saved.value(QLatin1String("group")).toInt(static_cast<int>(LinkGroup::A));
    setGroup(group >= 0 && group < kLinkGroupCount ? static_cast<LinkGroup>(group) : LinkGroup::A);
    if (const QJsonValue state = saved.value(QLatin1String("panel")); state.isObject())
        m_panel->restoreState(state.toObject());
    showHeader();
}

void PanelDock::closeEvent(QCloseEvent* event) {
    QDockWidget::closeEvent(event);
    if (closeAsked)
        closeAsked(*this);
}

void PanelDock::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().colour(Token::Panel));
    painter.setPen(Theme::current().colour(Token::Line));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace strikedesk::ui
