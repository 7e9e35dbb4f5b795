// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/hit_list.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace strikedesk::ui {

namespace {

constexpr int kDetailRole = Qt::UserRole + 1;
constexpr int kKeyRole = Qt::UserRole + 2;
constexpr int kRowHeight = 28;

/// Title left, detail behind it, key at the right end.
class HitDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {100, Theme::current().scaled(kRowHeight)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& theme = Theme::current();
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->fillRect(option.rect, theme.tint(Token::Accent, 0.18));
            painter->fillRect(QRect(option.rect.topLeft(), QSize(2, option.rect.height())),
                              theme.colour(Token::Accent));
        }
        QRect place = option.rect.adjusted(12, 0, -12, 0);
        const QString key = index.data(kKeyRole).toString();
        painter->setFont(theme.font(metrics::kSecondary));
        painter->setPen(theme.colour(Token::Muted));
        painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, key);
        place.setRight(place.right() - painter->fontMetrics().horizontalAdvance(key) - 12);
        const QString title = index.data(Qt::DisplayRole).toString();
        painter->setFont(theme.font(metrics::kTable, QFont::Medium));
        painter->setPen(theme.colour(Token::Text));
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(title, Qt::ElideRight, place.width()));
        place.setLeft(place.left() + painter->fontMetrics().horizontalAdvance(title) + 12);
        painter->setFont(theme.font(metrics::kSecondary));
        painter->setPen(theme.colour(Token::Muted));
        if (place.width() > 20)
            painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                              painter->fontMetrics().elidedText(index.data(kDetailRole).toString(),
                                                                Qt::ElideRight, place.width()));
        painter->restore();
    }
};

} // namespace

HitList::HitList(QWidget* parent) : QListWidget(parent) {
    setFocusPolicy(Qt::NoFocus);
    setItemDelegate(new HitDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { runRow(row(item)); });
}

void HitList::setHits(std::vector<Hit> hits) {
    m_hits = std::move(hits);
    clear();
    for (const Hit& hit : m_hits) {
        auto* item = new QListWidgetItem(hit.title, this);
        item->setData(kDetailRole, hit.detail);
        item->setData(kKeyRole, hit.key);
        item->setData(Qt::AccessibleTextRole,
                      QStringLiteral("%1, %2 %3").arg(hit.title, hit.detail, hit.key));
    }
    setCurrentRow(m_hits.empty() ? -1 : 0);
}

bool HitList::takeKey(int key) {
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if (step == 0 || count() == 0)
        return false;
    setCurrentRow((currentRow() + step + count()) % count());
    return true;
}

bool HitList::runChosen() {
    if (currentRow() < 0)
        return false;
    runRow(currentRow());
    return true;
}

void HitList::runRow(int row) {
    if (row < 0 || static_cast<std::size_t>(row) >= m_hits.size())
        return;
    // A copy: running may ask again and replace the hits.
    const auto run = m_hits[static_cast<std::size_t>(row)].run;
    if (picked)
        picked();
    if (run)
        run();
}

int HitList::wantedHeight() const {
    return static_cast<int>(m_hits.size()) * Theme::current().scaled(kRowHeight) + 2 * frameWidth();
}

} // namespace strikedesk::ui
