// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/display_age.h"
#include "ui/readers/watchlist_reader.h"
#include "ui/table/keyed_model.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <functional>
#include <map>

namespace strikedesk::ui {

/// The lines of one watchlist. A new last price flashes for a moment; old quotes are muted. GUI
/// thread.
class WatchModel final : public KeyedModel<Symbol, WatchRow> {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::WatchModel)
public:
    explicit WatchModel(QObject* parent);

    static constexpr const char* kMimeType = "text/plain";

    /// The market's time ages are counted to.
    void setNow(Timestamp now) { m_age.now = now; }
    /// Age from which a quote is muted.
    void setStaleAfter(Duration limit) { m_age.limit = limit; }
    void setFlashes(bool flashes) { m_flashes = flashes; }
    bool flashes() const { return m_flashes; }
    /// Whether a flash is still fading, so that the table must be painted again.
    bool isFlashing();

    /// A symbol was dropped before a row: one of this list moves, another is added.
    std::function<void(const Symbol& symbol, int before)> dropped;

    Cell cell(int row, int column) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::CopyAction | Qt::MoveAction; }
    QStringList mimeTypes() const override { return {QString::fromLatin1(kMimeType)}; }
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                         const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

protected:
    Symbol keyOf(const WatchRow& row) const override { return row.symbol; }
    bool isLess(const WatchRow& a, const WatchRow& b, int column) const override;
    void rowChanging(const WatchRow& before, const WatchRow& now) override;

private:
    struct Flash {
        bool isUp = false;
        qint64 since = 0;
    };
    Cell symbolCell(const WatchRow& row) const;
    double flashOf(const Symbol& symbol) const;

    QElapsedTimer m_clock;
    std::map<Symbol, Flash> m_flash;
    DisplayAge m_age = DisplayAge::of(Settings());
    bool m_flashes = true;
};

} // namespace strikedesk::ui
