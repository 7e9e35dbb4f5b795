// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the table's cells say; the rest of the model is in chain_model.cpp.

#include "ui/panels/chain/chain_model.h"
#include "ui/theme/format.h"

namespace strikedesk::ui {

int ChainModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ChainModel::columnCount(const QModelIndex& parent) const {
    const int sides = m_filter.sides == ChainSides::Both ? 2 : 1;
    return parent.isValid() ? 0 : sides * static_cast<int>(m_columns.size()) + 1;
}

QVariant ChainModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (rightOf(index.column()) ? Qt::AlignRight : Qt::AlignHCenter)));
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (!isText && role != Qt::ToolTipRole)
        return {};
    const auto right = rightOf(index.column());
    if (role == Qt::ToolTipRole)
        return right ? QVariant(hintOf(index.row(), index.column())) : QVariant();
    const Price strike = row(index.row()).strike;
    if (!right)
        return role == Qt::DisplayRole ? priceText(strike) : tr("Strike %1").arg(priceText(strike));
    const ChainSide* held = side(index.row(), index.column());
    if (held == nullptr)
        return QString();
    const ChainColumn column = columnAt(index.column());
    const QString value = ChainColumns::text(*held, column, *right == OptionRight::Call, strike, m_age.now);
    if (role == Qt::DisplayRole)
        return value;
    return tr("%1, %2 %3").arg(contractText(held->contract), ChainColumns::hint(column), value);
}

QString ChainModel::hintOf(int row, int column) const {
    const ChainSide* held = side(row, column);
    if (held == nullptr)
        return tr("No contract is listed here.");
    const QString name = contractLongText(held->contract);
    const QString sizes = tr("%1 × %2 at %3 / %4")
                              .arg(held->bidSize)
                              .arg(held->askSize)
                              .arg(held->bid.isPositive() ? priceText(held->bid) : unknownText(),
                                   held->ask.isPositive() ? priceText(held->ask) : unknownText());
    if (!held->isStreamed)
        return tr("%1\n%2\nNot live: the data plan streams fewer contracts than are wanted. Read every 15 s.")
            .arg(name, sizes);
    if (!held->confirmed.isSet())
        return tr("%1\n%2\nThe quote was never confirmed.").arg(name, sizes);
    if (!m_age.now.isSet())
        return tr("%1\n%2").arg(name, sizes);
    const QString hint =
        tr("%1\n%2\nConfirmed %3 ago").arg(name, sizes, durationText(m_age.now - held->confirmed));
    if (held->grade == market::Grade::Delayed)
        return hint + QLatin1Char('\n') + tr("Delayed quote: 15 minutes late");
    if (held->grade == market::Grade::Indicative)
        return hint + QLatin1Char('\n') + tr("Indicative quote: altered, not the market's own");
    return hint;
}

QVariant ChainModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto right = rightOf(section);
    switch (role) {
    case Qt::DisplayRole:
        return right ? ChainColumns::title(columnAt(section)) : tr("Strike");
    case Qt::ToolTipRole:
        return right ? ChainColumns::hint(columnAt(section)) : tr("Strike");
    case Qt::AccessibleTextRole:
        if (!right)
            return tr("Strike");
        return (*right == OptionRight::Call ? tr("Calls: %1") : tr("Puts: %1"))
            .arg(ChainColumns::hint(columnAt(section)));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignHCenter)));
    default:
        return {};
    }
}

} // namespace strikedesk::ui
