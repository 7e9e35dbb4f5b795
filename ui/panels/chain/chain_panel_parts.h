// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/chain/chain_controls.h"
#include "ui/panels/chain/chain_model.h"
#include "ui/panels/chain/chain_table.h"
#include "ui/panels/chain/expiry_bar.h"
#include "ui/panels/panel.h"
#include "ui/table/empty_note.h"

#include <QCoreApplication>
#include <QTimer>

class QBoxLayout;
class QLabel;
class QStackedLayout;

namespace strikedesk::ui {

/// See makeChainPanel().
class ChainPanel final : public Panel {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::ChainPanel)
public:
    ChainPanel(PanelContext context, QWidget* parent);
    ~ChainPanel() override;

    QString title() const override;
    QString headerNote() const override;
    std::vector<PanelAction> actions() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

protected:
    void refresh(const engine::EngineSnapshot& snapshot) override;
    void selectionChanged(const LinkSelection& selection) override;
    void themeChanged() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void connectParts();
    void takeSettings();
    void show(const Symbol& underlying, std::optional<Date> expiry);
    void take();
    void followSpot();
    void applyControls();
    void showState();
    bool isAnswered() const;
    QString bannerText() const;
    void sendSight();
    void load(const QModelIndex& cell);
    void load(const ChainSide& side, trade::Side tradeSide);
    void loadCurrent(trade::Side tradeSide);
    trade::PositionIntent intentFor(const Symbol& contract, trade::Side side) const;
    const ChainSide* currentSide() const;
    void openMenu(const QPoint& at);
    void copySymbol() const;

    std::unique_ptr<ChainReader> m_reader;
    ChainModel* m_model;
    ChainTable* m_table;
    ExpiryBar* m_expiries;
    ChainControls* m_controls;
    QLabel* m_banner;
    QBoxLayout* m_bar; ///< expiries beside the filters, or above them
    EmptyNote* m_note;
    QStackedLayout* m_pages;
    QTimer m_sight; ///< joins scrolling into one request
    std::vector<Symbol> m_sent;
    Symbol m_underlying;         ///< asked for
    std::optional<Date> m_asked; ///< nothing: the nearest expiry
    QString m_headerText;
    bool m_isSessionOpen = true;
    bool m_wantsCentre = true;
    Subscription m_settings;
    Subscription m_changed; ///< last: ends before what it calls
};

} // namespace strikedesk::ui
