// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/group_dot.h"

#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QMenu>
#include <QPainter>
#include <QPixmap>

namespace strikedesk::ui {

namespace {

constexpr int kDiameter = 14;

void paintDot(QPainter& painter, const QRectF& place, LinkGroup group) {
    const Theme& theme = Theme::current();
    painter.setRenderHint(QPainter::Antialiasing);
    if (group == LinkGroup::None) {
        painter.setPen(QPen(theme.colour(Token::Muted), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(place.adjusted(0.5, 0.5, -0.5, -0.5));
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.groupColour(static_cast<int>(group)));
        painter.drawEllipse(place);
    }
    painter.setPen(theme.colour(group == LinkGroup::None ? Token::Muted : Token::OnColour));
    painter.setFont(theme.font(metrics::kLabel, QFont::DemiBold));
    painter.drawText(place, Qt::AlignCenter, groupLetter(group));
}

QIcon dotIcon(LinkGroup group, qreal ratio) {
    const int side = Theme::current().scaled(kDiameter);
    QPixmap picture(QSize(side, side) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paintDot(painter, QRectF(0, 0, side, side), group);
    return QIcon(picture);
}

} // namespace

QString groupLetter(LinkGroup group) {
    if (group == LinkGroup::None)
        return QString(QChar(0x2013));
    return QString(QLatin1Char(static_cast<char>('A' + static_cast<int>(group) - 1)));
}

GroupDot::GroupDot(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, [this] { offer(); });
    m_themed = Theme::current().subscribe([this] { update(); });
    setGroup(LinkGroup::None);
}

void GroupDot::setGroup(LinkGroup group) {
    m_group = group;
    const QString name =
        group == LinkGroup::None ? tr("Link group: none") : tr("Link group: %1").arg(groupLetter(group));
    setAccessibleName(name);
    setToolTip(tr("%1. Panels of one group show the same symbol.").arg(name));
    update();
}

QSize GroupDot::sizeHint() const {
    const int side = Theme::current().scaled(kDiameter + 4);
    return {side, side};
}

void GroupDot::enterEvent(QEnterEvent*) { update(); }
void GroupDot::leaveEvent(QEvent*) { update(); }

void GroupDot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int side = Theme::current().scaled(kDiameter);
    QRectF place(0, 0, side, side);
    place.moveCenter(QRectF(rect()).center());
    paintDot(painter, place, m_group);
    if (hasFocus() || underMouse()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Theme::current().colour(hasFocus() ? Token::Accent : Token::Muted), 1));
        painter.drawEllipse(place.adjusted(-1.5, -1.5, 1.5, 1.5));
    }
}

void GroupDot::offer() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i < kLinkGroupCount; ++i) {
        const auto group = static_cast<LinkGroup>(i);
        const QString name =
            group == LinkGroup::None ? tr("No group") : tr("Group %1").arg(groupLetter(group));
        QAction* entry = menu->addAction(dotIcon(group, devicePixelRatioF()), name);
        entry->setCheckable(true);
        entry->setChecked(group == m_group);
        connect(entry, &QAction::triggered, this, [this, group] {
            if (chosen)
                chosen(group);
        });
    }
    menu->popup(mapToGlobal(QPoint(0, height())));
}

} // namespace strikedesk::ui
