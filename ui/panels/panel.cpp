// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/panel.h"

#include "ui/theme/theme.h"

#include <QShowEvent>

namespace strikedesk::ui {

Panel::Panel(PanelContext context, QWidget* parent) : QWidget(parent), m_context(std::move(context)) {
    m_snapshots = m_context.desk.subscribe([this] {
        if (isVisible())
            refresh(*m_context.desk.snapshot());
    });
    m_themed = Theme::current().subscribe([this] { themeChanged(); });
}

Panel::~Panel() = default;

void Panel::setLinkGroup(LinkGroup group) {
    m_group = group;
    m_linked = m_context.links.subscribe(group, [this] { selectionChanged(selection()); });
    selectionChanged(selection());
    updateHeader();
}

void Panel::everySecond(std::function<void()> act) {
    constexpr int kSecondMs = 1000;
    connect(&m_second, &QTimer::timeout, this, [this, act = std::move(act)] {
        if (isVisible())
            act();
    });
    m_second.start(kSecondMs);
}

void Panel::selectUnderlying(const Symbol& underlying) {
    m_context.links.selectUnderlying(m_group, underlying);
}

void Panel::selectContract(const Symbol& underlying, const Symbol& contract) {
    m_context.links.selectContract(m_group, underlying, contract);
}

void Panel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh(*m_context.desk.snapshot());
}

} // namespace strikedesk::ui
