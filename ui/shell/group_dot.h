// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/link/link_board.h"
#include "ui/readers/subscription.h"

#include <QAbstractButton>
#include <QCoreApplication>

#include <functional>

namespace strikedesk::ui {

/// "A" … "H"; an en dash for None.
QString groupLetter(LinkGroup group);

/// The coloured letter of a panel's link group; a click offers the other groups.
class GroupDot : public QAbstractButton {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::GroupDot)

public:
    explicit GroupDot(QWidget* parent);

    void setGroup(LinkGroup group);
    LinkGroup group() const { return m_group; }
    /// A person chose another group.
    std::function<void(LinkGroup)> chosen;

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void offer();

    LinkGroup m_group = LinkGroup::None;
    Subscription m_themed;
};

} // namespace strikedesk::ui
