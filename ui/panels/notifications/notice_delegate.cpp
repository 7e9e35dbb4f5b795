// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/notifications/notice_delegate.h"

#include "ui/panels/notifications/notice_model.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace strikedesk::ui {

namespace {

constexpr int kMargin = 12;
constexpr int kDot = 16;
constexpr int kTime = 60;
constexpr int kPadding = 4;

Token tokenOf(trade::NoticeLevel level) {
    switch (level) {
    case trade::NoticeLevel::Info:
        return Token::Up;
    case trade::NoticeLevel::Warning:
        return Token::Warn;
    case trade::NoticeLevel::Critical:
        return Token::Danger;
    }
    return Token::Muted;
}

const NoticeRow* rowOf(const QModelIndex& index) {
    const auto* model = dynamic_cast<const NoticeModel*>(index.model());
    return model == nullptr || index.row() >= model->rowCount() ? nullptr : &model->row(index.row());
}

QFont sentenceFont(const NoticeRow& row) {
    return Theme::current().font(metrics::kBody, row.isUnread ? QFont::DemiBold : QFont::Normal);
}

/// Tells levels apart by shape too: a dot, a triangle, a square.
void drawLevel(QPainter& painter, const QPointF& middle, trade::NoticeLevel level) {
    const double half = Theme::current().scaled(4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::current().colour(tokenOf(level)));
    switch (level) {
    case trade::NoticeLevel::Info:
        painter.drawEllipse(middle, half - 0.5, half - 0.5);
        break;
    case trade::NoticeLevel::Warning: {
        const QPointF corners[] = {middle + QPointF(0, -half), middle + QPointF(half, half - 1),
                                   middle + QPointF(-half, half - 1)};
        painter.drawPolygon(corners, 3);
        break;
    }
    case trade::NoticeLevel::Critical:
        painter.drawRect(
            QRectF(middle - QPointF(half - 0.5, half - 0.5), QSizeF(2 * half - 1, 2 * half - 1)));
        break;
    }
}

} // namespace

int NoticeDelegate::sentenceWidth(int listWidth) {
    const Theme& theme = Theme::current();
    return qMax(theme.scaled(80), listWidth - theme.scaled(2 * kMargin + kDot + kTime));
}

QSize NoticeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme& theme = Theme::current();
    const NoticeRow* row = rowOf(index);
    const auto* view = dynamic_cast<const QAbstractItemView*>(option.widget);
    const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
    int height = theme.scaled(metrics::kRow);
    if (row != nullptr) {
        const QRect needed =
            QFontMetrics(sentenceFont(*row))
                .boundingRect(QRect(0, 0, sentenceWidth(width), 10'000), Qt::TextWordWrap, row->sentence);
        height = qMax(height, needed.height() + 2 * theme.scaled(kPadding));
    }
    return {width, height};
}

void NoticeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const NoticeRow* row = rowOf(index);
    if (row == nullptr)
        return;
    const Theme& theme = Theme::current();
    if ((option.state & QStyle::State_Selected) != 0)
        painter->fillRect(option.rect, theme.tint(Token::Accent, 0.18));
    else if ((option.state & QStyle::State_MouseOver) != 0)
        painter->fillRect(option.rect, theme.colour(Token::Raised));
    if (row->isUnread)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), theme.scaled(2), option.rect.height()),
                          theme.colour(tokenOf(row->level)));
    const int lineHeight = theme.scaled(metrics::kRow);
    int left = option.rect.left() + theme.scaled(kMargin);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawLevel(*painter, QPointF(left + theme.scaled(4), option.rect.top() + lineHeight / 2.0), row->level);
    painter->restore();
    left += theme.scaled(kDot);
    painter->setFont(theme.font(metrics::kSecondary));
    painter->setPen(theme.colour(Token::Muted));
    painter->drawText(QRect(left, option.rect.top(), theme.scaled(kTime), lineHeight),
                      Qt::AlignLeft | Qt::AlignVCenter, timeText(row->at));
    left += theme.scaled(kTime);
    painter->setFont(sentenceFont(*row));
    painter->setPen(theme.colour(Token::Text));
    const QRect area(left, option.rect.top() + theme.scaled(kPadding), sentenceWidth(option.rect.width()),
                     option.rect.height() - 2 * theme.scaled(kPadding));
    painter->drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, row->sentence);
}

} // namespace strikedesk::ui
