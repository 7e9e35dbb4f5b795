// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/payoff/payoff_view.h"
#include "ui/panels/panel.h"
#include "ui/panels/ticket/check_list.h"
#include "ui/panels/ticket/step_field.h"
#include "ui/panels/ticket/ticket_form.h"
#include "ui/theme/tokens.h"

#include <QCoreApplication>
#include <QTimer>

#include <set>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace strikedesk::ui {

/// The widgets of a ticket, by what they hold. Owned by the panel.
struct TicketWidgets {
    QPushButton* buy = nullptr;
    QPushButton* sell = nullptr;
    QLabel* contract = nullptr;
    QLabel* greeks = nullptr;
    StepField* quantity = nullptr;
    StepField* limit = nullptr;
    StepField* target = nullptr;
    StepField* stop = nullptr;
    QLabel* targetPrice = nullptr; ///< what the field comes to as a price
    QLabel* stopPrice = nullptr;
    QPushButton* targetMeanings[3] = {};
    QPushButton* stopMeanings[2] = {};
    QPushButton* day = nullptr;
    QPushButton* gtc = nullptr;
    QWidget* exits = nullptr; ///< take-profit and stop rows; hidden while selling
    QLabel* problem = nullptr;
    QLabel* names[5] = {}; ///< of the figures
    QLabel* values[5] = {};
    CheckList* checks = nullptr;
    charts::PayoffView* payoff = nullptr;
    QLineEdit* liveWord = nullptr;
    QLabel* result = nullptr;
    QPushButton* fresh = nullptr;
    QPushButton* submit = nullptr;
};

/// The order ticket. The intent id is minted when a draft opens and stays with it until it was sent, so that
/// pressing twice cannot buy twice; after that only a new draft gets another.
class TicketPanel final : public Panel {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::TicketPanel)
public:
    TicketPanel(PanelContext panelContext, QWidget* parent);

    QString title() const override;
    QString headerNote() const override;
    std::vector<PanelAction> actions() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

protected:
    void refresh(const engine::EngineSnapshot& snapshot) override;
    void selectionChanged(const LinkSelection& selection) override;
    void themeChanged() override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Stage : std::uint8_t {
        Editing,
        Confirming, ///< Enter was pressed once; the button asks again
        Sent,       ///< on its way; nothing may be sent
        Done,       ///< the outcome is known; the next key press opens a new draft
    };

    // Building (ticket_build.cpp).
    void build();
    QWidget* buildSides();
    QWidget* buildFields();
    QWidget* buildFigures();
    QWidget* buildFoot();
    QHBoxLayout* fieldRow(const QString& name, StepField* field, const std::vector<QWidget*>& extras);
    QPushButton* link(const QString& name, const QString& text, const QString& tip, bool checkable,
                      std::function<void()> run);
    void connectFields();

    // The draft (ticket_draft.cpp).
    void loadFromBoard();
    void setContract(const Symbol& contract);
    void setSide(bool buys);
    void openDraft();
    void edited();
    void readFields();
    void postDraft();
    void setLimit(std::optional<Price> price);
    /// Why a request cannot be loaded, or empty.
    QString whyNotLoaded(const TicketRequest& request) const;
    void stepQuantity(int steps);
    void stepPrice(StepField* field, int steps, bool isAmount);
    void useShareOfEquity();
    void setTargetMeaning(TargetMeaning meaning);
    void setStopMeaning(StopMeaning meaning);
    void markMeanings();
    /// Exits back to the defaults in percent where they are prices of another contract; said as prices again
    /// once there is a limit to reckon from.
    void forgetExitPrices();
    void takeLaterMeanings();
    void takeDefaultExits();
    /// The settings changed: fields nobody touched take the new defaults.
    void followDefaultExits();
    TicketTexts texts() const;
    const market::BoardRow* quote() const;
    std::optional<Price> quotedPrice(int side) const; ///< −1 bid, 0 mid, +1 ask, on the grid
    std::int64_t held() const;

    // Sending (ticket_submit.cpp).
    void submit(bool skipsConfirmation);
    void send();
    void sendSale();
    bool mayLeave();
    bool mustConfirm() const;
    bool isExpired() const;
    bool askedForLiveWord();
    void follow(const engine::EngineSnapshot& snapshot);
    void followSale(const engine::EngineSnapshot& snapshot);
    void say(const QString& sentence, bool isWarning);

    // Showing (ticket_show.cpp).
    void showContract(const engine::EngineSnapshot& snapshot);
    void showChecks(const engine::EngineSnapshot& snapshot);
    void showFigures();
    void showSaleFigures();
    void showPayoff(const engine::EngineSnapshot& snapshot);
    void showSubmit();
    void showProblems();
    QString submitText() const;
    Token modeToken() const;
    const trade::TicketCheck* check() const; ///< only when it judges the shown draft

    TicketWidgets m_ui;
    std::unique_ptr<ChainReader> m_chain;
    QString m_defaultTarget; ///< as the field showed it
    QString m_defaultStop;
    Subscription m_settingsChanged;
    Subscription m_chained;
    Subscription m_board;
    Subscription m_quotes;
    QTimer m_draftTimer;
    Symbol m_contract;
    bool m_buys = true;
    TargetMeaning m_targetMeaning = TargetMeaning::PlusPercent;
    StopMeaning m_stopMeaning = StopMeaning::MinusPercent;
    TicketReading m_reading;
    IntentId m_intentId;
    IntentId m_sentId;
    std::optional<trade::EntryTicket> m_figuresOf; ///< the draft whose figures are shown
    Stage m_stage = Stage::Editing;
    bool m_limitIsTyped = false; ///< by a person or a click; else it waits for the first quote
    bool m_isLoading = false;
    bool m_isLiveAllowed = false; ///< the word was typed in this session
    /// How the exits shall be said once a limit is known.
    std::optional<TargetMeaning> m_laterTarget;
    std::optional<StopMeaning> m_laterStop;
    /// A sale that was asked for: its trades' take-profit moves to this price.
    struct Sale {
        std::set<IntentId> trades;
        Price price;
        std::uint64_t heard = 0; ///< newest notice when it was asked for
    };
    std::optional<Sale> m_sale;
    std::int64_t m_confirmedCount = 0; ///< what a sale was confirmed for
    std::optional<double> m_volatility;
};

} // namespace strikedesk::ui
