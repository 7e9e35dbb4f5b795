// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/ticket/ticket_progress.h"

#include <QWidget>

#include <vector>

namespace strikedesk::ui {

/// The ticket's list of checks: a tick or a cross and a sentence each. GUI thread.
class CheckList final : public QWidget {
public:
    explicit CheckList(QWidget* parent = nullptr);

    /// `outdated`: of an older draft, shown muted. `empty`: shown when there are no lines.
    void setLines(std::vector<CheckLine> lines, bool outdated, const QString& empty);
    const std::vector<CheckLine>& lines() const { return m_lines; }
    bool isOutdated() const { return m_isOutdated; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {300, heightForWidth(300)}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<CheckLine> m_lines;
    QString m_empty;
    bool m_isOutdated = false;
};

} // namespace strikedesk::ui
