// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/blotter/position_columns.h"
#include "ui/panels/blotter/position_line.h"
#include "ui/panels/blotter/tones.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPainter>

#include <algorithm>

// How a position looks.

namespace strikedesk::ui {

namespace {

/// What works for a position stands behind its figures: plain words are quiet.
Token detailToken(WordTone tone) { return tone == WordTone::Plain ? Token::Muted : tokenOf(tone); }

Token signToken(bool isPositive, bool isNegative) {
    return isPositive ? Token::Up : isNegative ? Token::Down : Token::Text;
}

} // namespace

void PositionLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = Theme::current();
    if (m_isSelected) {
        painter.fillRect(rect(), theme.tint(Token::Accent, 0.12));
        painter.fillRect(QRect(0, 0, theme.scaled(2), height()), theme.colour(Token::Accent));
    }
    const int main = theme.scaled(kMainHeight);
    PositionColumns columns = PositionColumns::of(width(), main);
    if (m_mode == Mode::Moving) {
        // The fields stand where figures were; what they would cover is left out whole.
        const int edge = m_targetLabel->geometry().left();
        for (QRect* rect : {&columns.age, &columns.bar, &columns.percent, &columns.profit, &columns.mark})
            if (!rect->isEmpty() && rect->right() >= edge)
                *rect = QRect();
    }
    paintFigures(painter, columns);
    if (!columns.bar.isEmpty())
        paintBar(painter, columns.bar);
    painter.setFont(theme.font(metrics::kSecondary));
    const bool answers = !m_answer.isEmpty();
    painter.setPen(theme.colour(detailToken(answers ? m_answerTone : m_row.detailTone)));
    const QRect line(columns.contract.left(), main - theme.scaled(3),
                     columns.buttons.right() - columns.contract.left(), height() - main);
    const QString stale = staleNote();
    painter.save();
    painter.setPen(theme.colour(Token::Warn));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, stale);
    painter.restore();
    const QRect room = line.adjusted(
        0, 0, stale.isEmpty() ? 0 : -painter.fontMetrics().horizontalAdvance(stale) - theme.scaled(12), 0);
    const QString detail = QStringLiteral("↳ ") + (answers ? m_answer : m_row.detail);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(detail, Qt::ElideRight, room.width()));
    painter.fillRect(QRect(columns.contract.left(), height() - 1, width() - 2 * columns.contract.left(), 1),
                     theme.tint(Token::Line, 0.6));
}

QString PositionLine::staleNote() const {
    if (!m_row.isStale || m_row.kind != PositionRow::Kind::Trade)
        return {};
    return m_row.markAge ? tr("mark %1 old").arg(durationText(*m_row.markAge)) : tr("no live quote");
}

void PositionLine::paintFigures(QPainter& painter, const PositionColumns& columns) const {
    const Theme& theme = Theme::current();
    const bool ours = m_row.kind == PositionRow::Kind::Trade;
    const QFont bold = theme.font(metrics::kTable, QFont::DemiBold);
    const QFont plain = theme.font(metrics::kTable);
    const auto draw = [&](const QRect& rect, const QString& text, const QFont& font, Token token) {
        if (rect.isEmpty())
            return;
        painter.setFont(font);
        painter.setPen(theme.colour(token));
        painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, text);
    };
    painter.setFont(bold);
    painter.setPen(theme.colour(ours ? Token::Text : Token::Muted));
    painter.drawText(columns.contract, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(contractText(m_row.symbol), Qt::ElideRight,
                                                      columns.contract.width()));
    const Token text = ours ? Token::Text : Token::Muted;
    draw(columns.quantity, quantityText(m_row.quantity), plain, text);
    draw(columns.entry, priceText(m_row.entry), plain, text);
    draw(columns.mark, m_markText, plain, m_row.isStale ? Token::Muted : Token::Text);
    const bool up = m_row.profit && m_row.profit->isPositive();
    const bool down = m_row.profit && m_row.profit->isNegative();
    const Token sign = m_row.isStale ? Token::Muted : signToken(up, down);
    draw(columns.profit, m_row.profit ? signedMoneyText(*m_row.profit) : unknownText(), bold, sign);
    draw(columns.percent, m_row.percent ? signedPercentText(*m_row.percent, 1) : unknownText(), plain, sign);
    draw(columns.age, m_age, theme.font(metrics::kBody), Token::Muted);
}

void PositionLine::paintBar(QPainter& painter, const QRect& rect) const {
    const Theme& theme = Theme::current();
    painter.setFont(theme.font(metrics::kLabel));
    painter.setPen(theme.colour(Token::Muted));
    if (!m_row.target && !m_row.stop) {
        if (m_row.kind == PositionRow::Kind::Trade)
            painter.drawText(rect, Qt::AlignCenter, tr("no exits set"));
        return;
    }
    const QString stop = m_row.stop ? priceText(m_row.stop) : QString();
    const QString target = m_row.target ? priceText(m_row.target) : QString();
    const int pad = theme.scaled(6);
    const QFontMetrics metricsOf = painter.fontMetrics();
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, stop);
    painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, target);
    const int high = theme.scaled(6);
    const QRectF bar(rect.left() + (stop.isEmpty() ? 0 : metricsOf.horizontalAdvance(stop) + pad),
                     rect.center().y() - high / 2.0,
                     rect.width() - (stop.isEmpty() ? 0 : metricsOf.horizontalAdvance(stop) + pad) -
                         (target.isEmpty() ? 0 : metricsOf.horizontalAdvance(target) + pad),
                     high);
    if (bar.width() < theme.scaled(24))
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(Token::Line));
    painter.drawRoundedRect(bar, high / 2.0, high / 2.0);
    const auto at = [&](Price price) {
        const auto place = m_row.placeOf(price);
        return bar.left() + bar.width() * std::clamp(place.value_or(0.0), 0.0, 1.0);
    };
    if (m_row.mark && m_row.entry && m_row.placeOf(*m_row.mark)) {
        // From entry to mark: how far it has come, and which way.
        const double from = at(*m_row.entry);
        const double to = at(*m_row.mark);
        const bool up = m_row.profit && !m_row.profit->isNegative();
        painter.setBrush(theme.colour(m_row.isStale ? Token::Muted : up ? Token::Up : Token::Down));
        painter.drawRoundedRect(
            QRectF(QPointF(std::min(from, to), bar.top()), QPointF(std::max(from, to), bar.bottom())),
            high / 3.0, high / 3.0);
        painter.drawRoundedRect(QRectF(to - theme.scaled(2) / 2.0, bar.top() - theme.scaled(3),
                                       theme.scaled(3), high + theme.scaled(6)),
                                1, 1);
    }
    if (m_row.entry && m_row.target && m_row.stop) {
        painter.setBrush(theme.colour(Token::Text));
        painter.drawRect(QRectF(at(*m_row.entry) - 0.5, bar.top() - 1, 1, high + 2));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace strikedesk::ui
