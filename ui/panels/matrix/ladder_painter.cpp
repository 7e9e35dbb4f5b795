// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/matrix/ladder_painter.h"

#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace strikedesk::ui {

namespace {

struct LadderText {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::LadderPainter)
};

constexpr double kPad = 8;
constexpr double kTightPad = 3;
/// Widths of the columns against each other.
constexpr std::array<double, kLadderColumnCount> kShares = {66, 50, 64, 50, 70};

/// Profit in whole dollars where it is whole, so that the column stays narrow.
QString profitText(Money profit) {
    QString text = signedMoneyText(profit);
    if (text.endsWith(QLatin1String(".00")))
        text.chop(3);
    return text;
}

/// One pass over the visible rows.
class Pass {
public:
    Pass(QPainter& painter, const LadderModel& model, const LadderGeometry& geometry, const LadderLook& look)
        : m_painter(painter), m_model(model), m_geometry(geometry), m_look(look),
          m_plain(m_theme.font(metrics::kTable)), m_bold(m_theme.font(metrics::kTable, QFont::DemiBold)),
          m_small(m_theme.font(metrics::kSecondary)),
          m_smallBold(m_theme.font(metrics::kSecondary, QFont::DemiBold)), m_slanted(m_small) {
        m_slanted.setItalic(true);
    }

    void titles();
    void rows();
    void elsewhere();
    void drag();
    void footer();
    void frame();
    void empty();

private:
    void background(int index, const LadderRow& row);
    void sizes(int index, const LadderRow& row);
    void price(int index, const LadderRow& row);
    void profit(int index, const LadderRow& row);
    void mine(int index, const LadderRow& row);
    void stepChange(int index);
    void size(int index, LadderColumn column, std::int64_t size);
    bool isPlan() const { return !m_model.book().average; }
    void text(const QRectF& where, Qt::Alignment alignment, const QFont& font, const QColor& colour,
              const QString& text) {
        m_painter.setFont(font);
        m_painter.setPen(colour);
        m_painter.drawText(where, static_cast<int>(alignment | Qt::AlignVCenter), text);
    }
    QColor colour(Token token) const { return m_theme.colour(token); }
    /// Of figures the market gives: muted when they are old.
    QColor market(Token token) const { return colour(m_look.isStale ? Token::Muted : token); }
    bool isGain(const LadderRow& row) const { return row.profit && !row.profit->isNegative(); }

    QPainter& m_painter;
    const LadderModel& m_model;
    const LadderGeometry& m_geometry;
    const LadderLook& m_look;
    const Theme& m_theme = Theme::current();
    QFont m_plain;
    QFont m_bold;
    QFont m_small;
    QFont m_smallBold;
    QFont m_slanted;
};

void Pass::titles() {
    const auto where = [&](LadderColumn column) {
        QRectF cell = m_geometry.cell(0, column);
        cell.moveTop(0);
        cell.setHeight(m_geometry.top);
        return cell.adjusted(kPad, 0, -kPad, 0);
    };
    const QFont font = m_theme.font(metrics::kLabel);
    const QColor muted = colour(Token::Muted);
    text(where(LadderColumn::Mine), Qt::AlignLeft, font, muted, LadderText::tr("Mine"));
    text(where(LadderColumn::Bid), Qt::AlignRight, font, muted, LadderText::tr("Bid"));
    text(where(LadderColumn::Price), Qt::AlignHCenter, font, muted, LadderText::tr("Price"));
    text(where(LadderColumn::Ask), Qt::AlignLeft, font, muted, LadderText::tr("Ask"));
    // Without a position the column is a plan, and says from which price.
    const auto& entry = m_model.book().assumedEntry;
    text(where(LadderColumn::Profit), Qt::AlignRight, font, muted,
         !isPlan() ? LadderText::tr("P&L")
         : entry   ? LadderText::tr("at %1").arg(priceText(*entry))
                   : QString());
}

void Pass::background(int index, const LadderRow& row) {
    const QRectF line = m_geometry.row(index);
    if (m_look.hoverRow == index && !m_look.drag)
        m_painter.fillRect(line, m_theme.tint(Token::Raised, 0.9));
    if (row.isBelowMarket)
        m_painter.fillRect(m_geometry.cell(index, LadderColumn::Bid),
                           m_theme.tint(m_look.isStale ? Token::Muted : Token::Up, 0.07));
    if (row.isAboveMarket)
        m_painter.fillRect(m_geometry.cell(index, LadderColumn::Ask),
                           m_theme.tint(m_look.isStale ? Token::Muted : Token::Down, 0.07));
    if (row.isAverage)
        m_painter.fillRect(line, m_theme.tint(Token::Accent, 0.20));
    else if (row.isStop)
        m_painter.fillRect(line, m_theme.tint(Token::Down, 0.16));
    else if (row.buys > 0 || row.sells > 0 || row.isTarget)
        m_painter.fillRect(line, m_theme.tint(row.buys > 0  ? Token::Accent
                                              : isGain(row) ? Token::Up
                                                            : Token::Down,
                                              0.16));
}

void Pass::sizes(int index, const LadderRow& row) {
    const double largest = static_cast<double>(m_model.largestSize());
    const auto bar = [&](LadderColumn column, std::int64_t size, Token token) {
        const QRectF cell = m_geometry.cell(index, column).adjusted(0, 1, 0, -1);
        const double share = std::clamp(static_cast<double>(size) / largest, 0.0, 1.0);
        QRectF filled = cell;
        filled.setWidth(std::max(cell.width() * share, 2.0));
        if (column == LadderColumn::Bid)
            filled.moveRight(cell.right());
        m_painter.fillRect(filled, m_theme.tint(m_look.isStale ? Token::Muted : token, 0.34));
    };
    const auto cellText = [&](LadderColumn column) {
        return m_geometry.cell(index, column).adjusted(kPad, 0, -kPad, 0);
    };
    if (row.isBid) {
        bar(LadderColumn::Bid, row.bidSize, Token::Up);
        size(index, LadderColumn::Bid, row.bidSize);
    }
    if (row.isAsk) {
        bar(LadderColumn::Ask, row.askSize, Token::Down);
        size(index, LadderColumn::Ask, row.askSize);
    }
    // What a click would do here, before it is made.
    const bool overBid = m_look.hoverColumn == LadderColumn::Bid;
    const bool overAsk = m_look.hoverColumn == LadderColumn::Ask;
    if (m_look.hoverRow == index && !m_look.drag && (overBid || overAsk)) {
        const LadderColumn column = overBid ? LadderColumn::Bid : LadderColumn::Ask;
        const Token token = overBid ? Token::Up : Token::Down;
        const bool acts = m_look.isArmed || overAsk;
        m_painter.setPen(QPen(colour(acts ? token : Token::Muted), 1));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(m_geometry.cell(index, column).adjusted(0.5, 0.5, -0.5, -0.5));
        if (!row.isBid && !row.isAsk)
            text(cellText(column), overBid ? Qt::AlignRight : Qt::AlignLeft, m_small,
                 colour(acts ? token : Token::Muted),
                 overBid ? LadderText::tr("Buy") : LadderText::tr("Sell"));
    }
}

void Pass::size(int index, LadderColumn column, std::int64_t size) {
    // Every digit, or thousands that say so: a size that lost a digit is another size.
    const QRectF cell = m_geometry.cell(index, column);
    QString shown = volumeText(size);
    QFont font = m_bold;
    double pad = kPad;
    const auto fits = [&] { return QFontMetricsF(font).horizontalAdvance(shown) <= cell.width() - 2 * pad; };
    if (!fits())
        pad = kTightPad;
    if (!fits())
        font = m_smallBold;
    if (!fits() && size >= 1000)
        shown = LadderText::tr("%1k", "thousands").arg(size / 1000);
    text(cell.adjusted(pad, 0, -pad, 0), column == LadderColumn::Bid ? Qt::AlignRight : Qt::AlignLeft, font,
         market(Token::Text), shown);
}

void Pass::price(int index, const LadderRow& row) {
    const QRectF cell = m_geometry.cell(index, LadderColumn::Price);
    const bool near = row.isBid || row.isAsk || row.isInside;
    text(cell, Qt::AlignHCenter, near || row.isLast ? m_bold : m_plain,
         near || row.isLast ? market(Token::Text) : colour(Token::Muted), priceText(row.price));
    m_painter.setBrush(Qt::NoBrush);
    if (row.isLast) {
        m_painter.setPen(QPen(market(Token::Warn), 1.4));
        m_painter.drawRoundedRect(cell.adjusted(3, 1, -3, -1), metrics::kRadius, metrics::kRadius);
    }
    if (m_look.hasFocus && m_look.cursor == row.price) {
        m_painter.setPen(QPen(colour(Token::Accent), 1, Qt::DotLine));
        m_painter.drawRoundedRect(m_geometry.row(index).adjusted(1.5, 0.5, -1.5, -0.5), metrics::kRadius,
                                  metrics::kRadius);
    }
}

void Pass::profit(int index, const LadderRow& row) {
    if (!row.profit)
        return;
    const Token token = isPlan() || row.profit->isZero() ? Token::Muted
                        : row.profit->isNegative()       ? Token::Down
                                                         : Token::Up;
    text(m_geometry.cell(index, LadderColumn::Profit).adjusted(0, 0, -kPad - 4, 0), Qt::AlignRight,
         isPlan() ? m_slanted : m_small, colour(token), profitText(*row.profit));
}

void Pass::mine(int index, const LadderRow& row) {
    const QRectF cell = m_geometry.cell(index, LadderColumn::Mine).adjusted(kPad, 0, 0, 0);
    QString label;
    Token token = Token::Accent;
    const std::int64_t working = row.buys + row.sells;
    if (working > 0) {
        label = row.buys > 0 ? LadderText::tr("B %1").arg(row.buys) : LadderText::tr("S %1").arg(row.sells);
        token = row.buys > 0 ? Token::Accent : isGain(row) ? Token::Up : Token::Down;
        text(m_geometry.cancelMark(index), Qt::AlignHCenter, m_small,
             colour(row.isSettling ? Token::Muted : token),
             row.isSettling ? QStringLiteral("…") : QStringLiteral("✕"));
    } else if (row.isAverage) {
        const auto& book = m_model.book();
        label = LadderText::tr("avg %1").arg(book.held != 0 ? book.held : book.heldOutside);
    } else if (row.isStop) {
        label = LadderText::tr("stop");
        token = Token::Down;
    } else if (row.isTarget) {
        label = LadderText::tr("target");
        token = isGain(row) ? Token::Up : Token::Down;
    }
    text(cell, Qt::AlignLeft, m_smallBold, colour(row.isSettling && working > 0 ? Token::Muted : token),
         label);
}

void Pass::stepChange(int index) {
    const auto above = m_model.priceAt(index - 1);
    const auto here = m_model.priceAt(index);
    const auto below = m_model.priceAt(index + 1);
    if (!above || !here || !below || *above - *here == *here - *below)
        return;
    m_painter.setPen(QPen(colour(Token::Line), 1));
    const double y = std::round(m_geometry.row(index).bottom()) - 0.5;
    m_painter.drawLine(QPointF(0, y), QPointF(m_geometry.width, y));
}

void Pass::elsewhere() {
    const auto market = m_model.marketElsewhere();
    if (market == LadderSight::Here)
        return;
    const bool isAbove = market == LadderSight::Above;
    const QRectF cell =
        m_geometry.cell(isAbove ? 0 : m_model.rowCount() - 1, LadderColumn::Price).adjusted(-14, 1, 14, -1);
    m_painter.setPen(QPen(colour(Token::Accent), 1));
    m_painter.setBrush(colour(Token::Raised));
    m_painter.drawRoundedRect(cell, metrics::kRadius, metrics::kRadius);
    text(cell, Qt::AlignHCenter, m_smallBold, colour(Token::Accent),
         QString(QChar(isAbove ? 0x25B2 : 0x25BC)) + QLatin1Char(' ') + priceText(m_model.book().middle()));
}

void Pass::rows() {
    for (int index = 0; index < m_model.rowCount(); ++index) {
        const auto row = m_model.rowAt(index);
        if (!row)
            continue;
        background(index, *row);
        sizes(index, *row);
        price(index, *row);
        profit(index, *row);
        mine(index, *row);
        stepChange(index);
    }
}

void Pass::drag() {
    if (!m_look.drag || !m_look.hoverRow)
        return;
    const auto row = m_model.rowAt(*m_look.hoverRow);
    if (!row || row->price == m_look.drag->from)
        return;
    const QRectF line = m_geometry.row(*m_look.hoverRow);
    const Token token = m_look.drag->kind == DragKind::Stop    ? Token::Down
                        : m_look.drag->kind == DragKind::Entry ? Token::Muted
                                                               : Token::Up;
    m_painter.fillRect(line, m_theme.tint(token, 0.26));
    m_painter.setPen(QPen(colour(token), 1, Qt::DashLine));
    m_painter.drawRect(line.adjusted(0.5, 0.5, -0.5, -0.5));
    const QString what =
        m_look.drag->kind == DragKind::Stop ? LadderText::tr("stop") : QString::number(m_look.drag->quantity);
    text(m_geometry.cell(*m_look.hoverRow, LadderColumn::Mine).adjusted(kPad, 0, 0, 0), Qt::AlignLeft,
         m_smallBold, colour(token), LadderText::tr("→ %1").arg(what));
}

void Pass::footer() {
    const QRectF where(kPad, m_geometry.footerTop, m_geometry.width - 2 * kPad, m_geometry.footerHeight);
    m_painter.setFont(m_theme.font(metrics::kLabel));
    m_painter.setPen(colour(m_look.isFooterWarning ? Token::Warn : Token::Muted));
    m_painter.drawText(where, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap),
                       m_look.footer);
}

void Pass::frame() {
    if (!m_look.isArmed)
        return;
    m_painter.setPen(QPen(colour(Token::Warn), 2));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(QRectF(0, 0, m_geometry.width, m_geometry.footerTop + m_geometry.footerHeight)
                           .adjusted(1, 1, -1, -1));
}

void Pass::empty() {
    const QRectF where(kPad * 3, m_geometry.top, m_geometry.width - 6 * kPad,
                       m_geometry.footerTop - m_geometry.top);
    m_painter.setFont(m_theme.font(metrics::kBody));
    m_painter.setPen(colour(Token::Muted));
    m_painter.drawText(where, static_cast<int>(Qt::AlignCenter | Qt::TextWordWrap), m_look.empty);
}

} // namespace

LadderGeometry LadderGeometry::of(double width, double height, double rowHeight) {
    LadderGeometry geometry;
    const Theme& theme = Theme::current();
    geometry.width = width;
    geometry.rowHeight = rowHeight;
    geometry.top = theme.scaled(22);
    geometry.footerHeight = theme.scaled(32);
    geometry.footerTop = std::max(geometry.top, height - geometry.footerHeight);
    double sum = 0;
    for (const double share : kShares)
        sum += share;
    double left = 0;
    for (std::size_t i = 0; i < kShares.size(); ++i) {
        geometry.edges[i] = std::round(left);
        left += kShares[i] / sum * width;
    }
    geometry.edges.back() = width;
    return geometry;
}

int LadderGeometry::rowCount() const {
    return rowHeight > 0 ? static_cast<int>(std::max(0.0, (footerTop - top) / rowHeight)) : 0;
}

QRectF LadderGeometry::cell(int index, LadderColumn column) const {
    const auto at = static_cast<std::size_t>(column);
    return {edges[at], top + index * rowHeight, edges[at + 1] - edges[at], rowHeight};
}

QRectF LadderGeometry::cancelMark(int index) const {
    const QRectF mine = cell(index, LadderColumn::Mine);
    const double wide = std::min(mine.width() / 2, rowHeight);
    return {mine.right() - wide, mine.top(), wide, mine.height()};
}

std::optional<int> LadderGeometry::rowAt(double y) const {
    if (y < top || y >= top + rowCount() * rowHeight)
        return std::nullopt;
    return static_cast<int>((y - top) / rowHeight);
}

std::optional<LadderColumn> LadderGeometry::columnAt(double x) const {
    for (std::size_t i = 0; i + 1 < edges.size(); ++i)
        if (x >= edges[i] && x < edges[i + 1])
            return static_cast<LadderColumn>(i);
    return std::nullopt;
}

void paintLadder(QPainter& painter, const LadderModel& model, const LadderGeometry& geometry,
                 const LadderLook& look) {
    Pass pass(painter, model, geometry, look);
    if (!look.empty.isEmpty()) {
        pass.empty();
    } else {
        pass.titles();
        pass.rows();
        pass.elsewhere();
        pass.drag();
    }
    pass.footer();
    pass.frame();
}

} // namespace strikedesk::ui
