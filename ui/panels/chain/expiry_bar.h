// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/chain_reader.h"

#include <QCoreApplication>
#include <QTabBar>

#include <functional>
#include <vector>

namespace strikedesk::ui {

/// Expiries as tabs: "27 Nov 7d". Arrow keys walk them; more than fit scroll. GUI thread.
class ExpiryBar : public QTabBar {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::ExpiryBar)
public:
    explicit ExpiryBar(QWidget* parent);

    /// Shows these expiries with one of them chosen; tells nobody. An expiry that is not listed leaves none
    /// chosen.
    void setExpiries(const std::vector<ChainExpiry>& expiries, std::optional<Date> shown, int year);
    std::optional<Date> chosenDate() const;
    /// A neighbour of the chosen one; stays at the ends.
    void step(int by);

    /// A person chose an expiry.
    std::function<void(Date)> chosen;

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumSizeHint() const override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString dayText(int index) const;
    QString leftText(int index) const;

    std::vector<ChainExpiry> m_expiries;
    int m_year = 0; ///< dates of other years say their year
    int m_wanted = -1;
    bool m_isQuiet = false;
};

} // namespace strikedesk::ui
