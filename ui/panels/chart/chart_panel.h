// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/widget/price_chart.h"
#include "ui/panels/chart/chart_toolbar.h"
#include "ui/panels/panel.h"

#include <QElapsedTimer>
#include <QImage>
#include <QTimer>

#include <memory>

namespace strikedesk::ui {

/// The chart of the group's underlying, or of its contract. The title always names what is drawn: until the
/// first snapshot of a newly chosen series is there, no bars are shown. GUI thread.
class ChartPanel final : public Panel {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::ChartPanel)

public:
    /// Which instrument of the group is drawn.
    enum class Subject : std::uint8_t { Underlying, Contract };

    ChartPanel(Subject subject, PanelContext context, QWidget* parent);

    QString title() const override;
    QString headerNote() const override { return m_note; }
    std::vector<PanelAction> actions() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

    /// Where a picture goes: the image and a file name without a folder. The answer is shown over the chart.
    /// Without it a picture goes to the clipboard.
    std::function<void(const QImage& picture, const QString& fileName, std::function<void(Status)> answered)>
        screenshotTaken;

    const ChartChoice& choice() const { return m_choice; }
    /// What is drawn now; null while nothing of it is known.
    std::shared_ptr<const market::SeriesSnapshot> shownSeries() const { return m_shown; }
    const charts::PriceChart& chart() const { return *m_chart; }

protected:
    void refresh(const engine::EngineSnapshot& snapshot) override;
    void selectionChanged(const LinkSelection& selection) override;
    void themeChanged() override;

private:
    Symbol wantedSymbol() const;
    QString symbolText() const;
    void choose(const ChartChoice& choice);
    void walkTimeframe(int step);
    void openSeries();
    void seriesChanged();
    void takeSeries();
    void showOverlay(const engine::EngineSnapshot& snapshot);
    void showAnswers(const engine::EngineSnapshot& snapshot);
    void updateNote();
    QString emptyText() const;
    void ask(std::optional<engine::UserEvent> wish);
    void takePicture();

    Subject m_subject;
    ChartChoice m_choice;
    std::optional<market::SeriesKey> m_key;
    Subscription m_open;
    Subscription m_changes;
    std::shared_ptr<const market::SeriesSnapshot> m_shown;
    QString m_note;
    std::uint64_t m_heard = 0; ///< newest notice when something was last asked for
    bool m_isAsking = false;
    QElapsedTimer m_asked;      ///< since something was last asked for
    ClientOrderId m_askedOrder; ///< the order it was about; empty: a trade's exits
    QTimer m_clock;
    QTimer m_forget;
    ChartToolbar* m_toolbar = nullptr;
    charts::PriceChart* m_chart = nullptr;
};

Panel* makeChartPanel(PanelContext context, QWidget* parent);
Panel* makeContractChartPanel(PanelContext context, QWidget* parent);

} // namespace strikedesk::ui
