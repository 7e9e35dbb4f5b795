// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/watchlist/watch_model.h"

#include "ui/table/cell_paint.h"
#include "ui/theme/format.h"

#include <QMimeData>

#include <compare>
#include <limits>

namespace strikedesk::ui {

namespace {

enum Column : int { Name, Spark, Last, Change, Percent, RelativeVolume, Volume, Age };

constexpr qint64 kFlashMilliseconds = 700;
/// Relative volume that deserves a look.
constexpr double kUnusualVolume = 2.0;

std::optional<Symbol> symbolIn(const QMimeData* data) {
    if (data == nullptr || !data->hasText())
        return std::nullopt;
    const auto symbol = Symbol::tryFrom(data->text().trimmed().toUpper().toStdString());
    return symbol ? std::optional(*symbol) : std::nullopt;
}

/// What is not known counts as less than everything.
template <class T>
double orLowest(const std::optional<T>& value) {
    if (!value)
        return std::numeric_limits<double>::lowest();
    if constexpr (std::is_same_v<T, Price>)
        return value->toDoubleLossy();
    else
        return *value;
}

} // namespace

WatchModel::WatchModel(QObject* parent)
    : KeyedModel({{QStringLiteral("symbol"), tr("Symbol"), tr("Symbol"), 56, Qt::AlignLeft, true, true},
                  {QStringLiteral("spark"), tr("Day"), tr("The day so far"), 52, Qt::AlignLeft},
                  {QStringLiteral("last"), tr("Last"), tr("Last price"), 58},
                  {QStringLiteral("change"), tr("Chg"), tr("Change since the last close"), 56, Qt::AlignRight,
                   false},
                  {QStringLiteral("percent"), tr("Chg %"), tr("Change since the last close, percent"), 54},
                  {QStringLiteral("relative-volume"), tr("RVol"),
                   tr("Volume against the same time of earlier days"), 40},
                  {QStringLiteral("volume"), tr("Volume"), tr("Volume of the day, shares"), 66,
                   Qt::AlignRight, false},
                  {QStringLiteral("age"), tr("Age"), tr("Time since the quote was confirmed"), 60,
                   Qt::AlignRight, false}},
                 parent) {
    m_clock.start();
}

double WatchModel::flashOf(const Symbol& symbol) const {
    const auto found = m_flash.find(symbol);
    if (found == m_flash.end() || !m_flashes)
        return 0;
    const qint64 passed = m_clock.elapsed() - found->second.since;
    const double left = 1.0 - static_cast<double>(passed) / static_cast<double>(kFlashMilliseconds);
    if (left <= 0)
        return 0;
    return found->second.isUp ? left : -left;
}

bool WatchModel::isFlashing() {
    std::erase_if(m_flash, [now = m_clock.elapsed()](const auto& entry) {
        return now - entry.second.since > kFlashMilliseconds;
    });
    return m_flashes && !m_flash.empty();
}

void WatchModel::rowChanging(const WatchRow& before, const WatchRow& now) {
    if (m_flashes && before.last && now.last && *before.last != *now.last)
        m_flash[now.symbol] = {*now.last > *before.last, m_clock.elapsed()};
}

Cell WatchModel::symbolCell(const WatchRow& row) const {
    Cell cell;
    cell.text = text(row.symbol);
    cell.weight = QFont::DemiBold;
    if (row.isHalted) {
        cell.badge = tr("H", "halted");
        cell.hint = tr("Trading in %1 is halted.").arg(cell.text);
    } else if (!row.isStreamed) {
        cell.colour = Token::Muted;
        cell.hint = tr("Not live: the data plan streams fewer symbols than are wanted. Shorten the lists, or "
                       "raise the limit in the settings if your plan allows more.");
    } else if (!row.confirmed.isSet()) {
        cell.hint = tr("No quote yet.");
    } else if (m_age.now.isSet()) {
        cell.hint = tr("Quote confirmed %1 ago").arg(durationText(m_age.now - row.confirmed));
    }
    return cell;
}

Cell WatchModel::cell(int place, int column) const {
    const WatchRow& row = this->row(place);
    const bool stale = !row.isStreamed || m_age.isStale(row.confirmed);
    const auto percent = row.changePercent();
    const Token sign = stale ? Token::Muted : signToken(percent.value_or(0));
    Cell cell;
    switch (column) {
    case Name:
        return symbolCell(row);
    case Spark:
        cell.kind = CellKind::Spark;
        cell.spark = QList<float>(row.spark.begin(), row.spark.end());
        cell.colour = sign;
        return cell;
    case Last:
        cell.text = priceText(row.last);
        cell.flash = flashOf(row.symbol);
        cell.colour = stale ? Token::Muted : Token::Text;
        return cell;
    case Change:
        cell.text = row.change() ? signedPriceText(*row.change()) : unknownText();
        cell.colour = sign;
        return cell;
    case Percent:
        cell.text = percent ? signedPercentText(*percent) : unknownText();
        cell.colour = sign;
        return cell;
    case RelativeVolume:
        cell.text = row.relativeVolume ? numberText(*row.relativeVolume, 1) : unknownText();
        cell.colour = row.relativeVolume.value_or(0) >= kUnusualVolume ? Token::Warn : Token::Muted;
        return cell;
    case Volume:
        cell.text = volumeText(row.volume);
        cell.colour = Token::Muted;
        return cell;
    default:
        cell.text = row.confirmed.isSet() && m_age.now.isSet() ? durationText(m_age.now - row.confirmed)
                                                               : unknownText();
        cell.colour = stale ? Token::Warn : Token::Muted;
        return cell;
    }
}

bool WatchModel::isLess(const WatchRow& a, const WatchRow& b, int column) const {
    switch (column) {
    case Name:
        return a.symbol < b.symbol;
    case Last:
        return orLowest(a.last) < orLowest(b.last);
    case Change:
        return orLowest(a.change()) < orLowest(b.change());
    case Spark:
    case Percent:
        return orLowest(a.changePercent()) < orLowest(b.changePercent());
    case RelativeVolume:
        return orLowest(a.relativeVolume) < orLowest(b.relativeVolume);
    case Volume:
        return a.volume < b.volume;
    default:
        return a.confirmed < b.confirmed;
    }
}

Qt::ItemFlags WatchModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

QMimeData* WatchModel::mimeData(const QModelIndexList& indexes) const {
    if (indexes.isEmpty() || !indexes.front().isValid())
        return nullptr;
    auto* data = new QMimeData;
    data->setText(text(row(indexes.front().row()).symbol));
    return data;
}

bool WatchModel::canDropMimeData(const QMimeData* data, Qt::DropAction, int, int, const QModelIndex&) const {
    return symbolIn(data).has_value();
}

bool WatchModel::dropMimeData(const QMimeData* data, Qt::DropAction, int row, int,
                              const QModelIndex& parent) {
    const auto symbol = symbolIn(data);
    if (!symbol || !dropped)
        return false;
    const int onto = parent.isValid() ? parent.row() : rowCount();
    dropped(*symbol, row >= 0 ? row : onto);
    return true;
}

} // namespace strikedesk::ui
