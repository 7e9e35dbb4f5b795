// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/snapshot.h"
#include "ui/readers/desk_reader.h"
#include "ui/table/keyed_model.h"

#include <QCoreApplication>

#include <vector>

namespace strikedesk::ui {

/// One line of the log.
struct NoticeRow {
    std::uint64_t number = 0; ///< those of earlier sessions count down from the highest there is
    trade::NoticeLevel level = trade::NoticeLevel::Info;
    Timestamp at;
    QString sentence;
    bool isUnread = false;
    friend bool operator==(const NoticeRow&, const NoticeRow&) = default;
};

/// The notices of at least a level, newest first; those numbered above `readUpTo` are unread. Those of
/// earlier sessions follow; they were read or are no longer news.
std::vector<NoticeRow> noticeRowsOf(const engine::EngineSnapshot& snapshot,
                                    const std::vector<PastNotice>& past, trade::NoticeLevel least,
                                    std::uint64_t readUpTo);

/// The log as a table of one column; the delegate lays it out. GUI thread.
class NoticeModel final : public KeyedModel<std::uint64_t, NoticeRow> {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::NoticeModel)

public:
    explicit NoticeModel(QObject* parent);
    Cell cell(int row, int column) const override;
    /// "10:36:02  Warning  sentence": what copying and a screen reader take.
    static QString lineText(const NoticeRow& row);
    static QString levelText(trade::NoticeLevel level);

protected:
    std::uint64_t keyOf(const NoticeRow& row) const override { return row.number; }
};

} // namespace strikedesk::ui
