// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/chart/chart_panel.h"

#include "ui/panels/chart/chart_line_commands.h"
#include "ui/panels/chart/chart_overlay_of.h"
#include "ui/panels/chart/chart_style_of.h"
#include "ui/theme/error_text.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>

namespace strikedesk::ui {

namespace {

/// How long an answer stays over the chart.
constexpr int kAnswerMs = 12'000;

constexpr std::array<std::pair<charts::ChartKind, const char*>, 4> kKindWords = {{
    {charts::ChartKind::Candles, "candles"},
    {charts::ChartKind::Bars, "bars"},
    {charts::ChartKind::Line, "line"},
    {charts::ChartKind::HeikinAshi, "heikin-ashi"},
}};

} // namespace

ChartPanel::ChartPanel(Subject subject, PanelContext context, QWidget* parent)
    : Panel(std::move(context), parent), m_subject(subject) {
    const bool isContract = subject == Subject::Contract;
    setObjectName(isContract ? QStringLiteral("contractChart") : QStringLiteral("chart"));
    setAccessibleName(isContract ? tr("Contract chart") : tr("Chart"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_toolbar = new ChartToolbar(!isContract, this);
    m_toolbar->chosen = [this](const ChartChoice& choice) { choose(choice); };
    m_toolbar->pictureAsked = [this] { takePicture(); };
    layout->addWidget(m_toolbar);
    m_chart = new charts::PriceChart(this);
    m_chart->setObjectName(QStringLiteral("chart.plot"));
    m_chart->setStyle(chartStyleOf(Theme::current()));
    m_chart->setStartsWithSession(isContract);
    m_chart->setClock([this] { return this->context().desk.now(); });
    charts::ChartCallbacks callbacks;
    callbacks.orderLineMoved = [this](const QString& id, Price price) {
        ask(movedLine(*this->context().desk.snapshot(), id, price));
    };
    callbacks.orderLineCancelled = [this](const QString& id) {
        ask(cancelledLine(*this->context().desk.snapshot(), id));
    };
    m_chart->setCallbacks(std::move(callbacks));
    layout->addWidget(m_chart, 1);
    setFocusProxy(m_chart);
    m_changes = this->context().series.subscribe([this] { seriesChanged(); });
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, [this] { updateNote(); });
    m_clock.start();
    m_forget.setSingleShot(true);
    m_forget.setInterval(kAnswerMs);
    connect(&m_forget, &QTimer::timeout, this, [this] { m_toolbar->say({}, false); });
    openSeries();
}

Symbol ChartPanel::wantedSymbol() const {
    const LinkSelection looked = selection();
    return m_subject == Subject::Contract ? looked.contract : looked.underlying;
}

QString ChartPanel::symbolText() const {
    const Symbol symbol = wantedSymbol();
    return m_subject == Subject::Contract ? contractText(symbol) : text(symbol);
}

QString ChartPanel::title() const {
    if (wantedSymbol().isEmpty())
        return m_subject == Subject::Contract ? tr("Contract chart") : tr("Chart");
    return tr("%1 · %2").arg(symbolText(), timeframeText(m_choice.timeframe));
}

std::vector<PanelAction> ChartPanel::actions() {
    std::vector<PanelAction> all;
    int digit = 0;
    for (const market::Timeframe timeframe : kChartTimeframes) {
        const QString text = timeframeText(timeframe);
        all.push_back({QStringLiteral("chart.timeframe.%1").arg(text), tr("Timeframe %1").arg(text),
                       QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + digit++)), [this, timeframe] {
                           ChartChoice choice = m_choice;
                           choice.timeframe = timeframe;
                           choose(choice);
                       }});
    }
    const auto add = [&](const char* id, const QString& name, QKeyCombination key,
                         std::function<void()> run) {
        all.push_back({QString::fromLatin1(id), name, QKeySequence(key), std::move(run)});
    };
    add("chart.longer", tr("Longer timeframe"), Qt::ALT | Qt::Key_Up, [this] { walkTimeframe(1); });
    add("chart.shorter", tr("Shorter timeframe"), Qt::ALT | Qt::Key_Down, [this] { walkTimeframe(-1); });
    add("chart.live", tr("Back to the live edge"), Qt::ALT | Qt::Key_L, [this] { m_chart->goLive(); });
    add("chart.kind", tr("Next way to draw bars"), Qt::ALT | Qt::Key_K, [this] {
        if (auto* button = m_toolbar->findChild<QAbstractButton*>(QStringLiteral("chart.kind")))
            button->click();
    });
    if (m_subject == Subject::Underlying)
        add("chart.session", tr("Regular or extended hours"), Qt::ALT | Qt::Key_E, [this] {
            if (auto* button = m_toolbar->findChild<QAbstractButton*>(QStringLiteral("chart.session")))
                button->click();
        });
    add("chart.picture", tr("Save the chart as a picture"), Qt::CTRL | Qt::SHIFT | Qt::Key_S,
        [this] { takePicture(); });
    return all;
}

QJsonObject ChartPanel::saveState() const {
    const std::string_view timeframe = market::toText(m_choice.timeframe);
    const auto kind = std::find_if(kKindWords.begin(), kKindWords.end(),
                                   [this](const auto& row) { return row.first == m_choice.kind; });
    return {
        {QStringLiteral("timeframe"),
         QString::fromLatin1(timeframe.data(), static_cast<qsizetype>(timeframe.size()))},
        {QStringLiteral("session"), m_choice.session == market::SeriesSession::Regular
                                        ? QStringLiteral("regular")
                                        : QStringLiteral("extended")},
        {QStringLiteral("kind"), QString::fromLatin1(kind->second)},
    };
}

void ChartPanel::restoreState(const QJsonObject& state) {
    ChartChoice choice = m_choice;
    const auto timeframe =
        market::timeframeFrom(state.value(QLatin1String("timeframe")).toString().toStdString());
    // Only what has a button: another frame could not be seen to be chosen.
    if (timeframe &&
        std::find(kChartTimeframes.begin(), kChartTimeframes.end(), *timeframe) != kChartTimeframes.end())
        choice.timeframe = *timeframe;
    if (m_subject == Subject::Underlying)
        choice.session = state.value(QLatin1String("session")).toString() == QLatin1String("extended")
                             ? market::SeriesSession::Extended
                             : market::SeriesSession::Regular;
    const QString kind = state.value(QLatin1String("kind")).toString();
    for (const auto& [value, word] : kKindWords)
        if (kind == QLatin1String(word))
            choice.kind = value;
    choose(choice);
}

void ChartPanel::choose(const ChartChoice& choice) {
    m_choice = choice;
    m_toolbar->showChoice(choice);
    m_chart->setKind(choice.kind);
    openSeries();
}

void ChartPanel::walkTimeframe(int step) {
    const auto found = std::find(kChartTimeframes.begin(), kChartTimeframes.end(), m_choice.timeframe);
    const auto place = std::clamp<std::ptrdiff_t>(found - kChartTimeframes.begin() + step, 0,
                                                  std::ssize(kChartTimeframes) - 1);
    ChartChoice choice = m_choice;
    choice.timeframe = kChartTimeframes[static_cast<std::size_t>(place)];
    choose(choice);
}

void ChartPanel::selectionChanged(const LinkSelection&) { openSeries(); }

void ChartPanel::openSeries() {
    const Symbol symbol = wantedSymbol();
    if (symbol.isEmpty()) {
        m_key.reset();
        m_open.reset();
    } else {
        market::SeriesKey key = context().series.keyOf(symbol, m_choice.timeframe, m_choice.session);
        if (m_key == key)
            return;
        m_key = std::move(key);
        // The new one is open before the old one ends, so that what they share stays loaded.
        m_open = context().series.open(*m_key, market::Attention::Focused);
    }
    takeSeries();
    showOverlay(*context().desk.snapshot());
    m_chart->setAccessibleName(title());
    updateHeader();
}

void ChartPanel::seriesChanged() {
    // Another vendor serves now: its bars are another series, and the old one gets no more.
    if (m_key && context().series.keyOf(m_key->symbol, m_choice.timeframe, m_choice.session) != *m_key)
        return openSeries();
    takeSeries();
}

void ChartPanel::takeSeries() {
    std::shared_ptr<const market::SeriesSnapshot> newest;
    if (m_key)
        newest = context().series.series(*m_key);
    // Whatever a reader answers, bars of another series never stand under this title.
    if (newest != nullptr && newest->key() != *m_key)
        newest = nullptr;
    const auto hasBars = [this] { return m_shown != nullptr && !m_shown->isEmpty(); };
    if (newest != m_shown) {
        const bool hadBars = hasBars();
        m_shown = newest;
        m_chart->setSeries(std::move(newest));
        // Lines come and go with the bars they are read against.
        if (hasBars() != hadBars || !hasBars())
            showOverlay(*context().desk.snapshot());
    }
    updateNote();
}

void ChartPanel::refresh(const engine::EngineSnapshot& snapshot) {
    showOverlay(snapshot);
    showAnswers(snapshot);
    updateNote();
}

void ChartPanel::showOverlay(const engine::EngineSnapshot& snapshot) {
    charts::ChartOverlay overlay;
    // Without bars there is nothing to read a line against.
    if (m_shown != nullptr && !m_shown->isEmpty())
        overlay = overlayOf(snapshot, wantedSymbol(), m_subject == Subject::Underlying);
    overlay.emptyText = emptyText();
    if (overlay != m_chart->overlay())
        m_chart->setOverlay(std::move(overlay));
}

QString ChartPanel::emptyText() const {
    if (!m_key)
        return m_subject == Subject::Contract
                   ? tr("No contract is chosen. Click a bid or an ask in the options chain.")
                   : tr("No symbol is chosen. Pick one in the watchlist, or press / and type it.");
    if (m_shown != nullptr && m_shown->isEmpty() && m_shown->health().mode != market::SeriesMode::Empty &&
        m_shown->health().mode != market::SeriesMode::Backfilling) {
        const QString why = QString::fromStdString(m_shown->health().why);
        return why.isEmpty() ? tr("%1 has no bars in this timeframe.").arg(symbolText())
                             : tr("%1: %2").arg(symbolText(), why);
    }
    return tr("Loading %1, %2…").arg(symbolText(), timeframeText(m_choice.timeframe));
}

void ChartPanel::updateNote() {
    const bool hasSeries = m_shown != nullptr;
    QString note = !m_key ? QString() : hasSeries ? m_chart->healthText() : tr("loading");
    // Finished minutes come without a stream of prints; the bar in progress does not move.
    const bool isLeftOut =
        m_subject == Subject::Underlying && m_key && !context().desk.snapshot()->isStreamed(m_key->symbol);
    if (isLeftOut && hasSeries)
        note = tr("not live: whole minutes only");
    // What needs attention is said in its colour over the bars too; the quiet states are only in the title.
    const auto mode = hasSeries ? m_shown->health().mode : market::SeriesMode::Empty;
    m_chart->setBadgeShown(hasSeries && !m_shown->isEmpty() &&
                           (mode == market::SeriesMode::Degraded || mode == market::SeriesMode::Backfilling));
    if (note == m_note)
        return;
    m_note = note;
    updateHeader();
}

void ChartPanel::themeChanged() {
    m_chart->setStyle(chartStyleOf(Theme::current()));
    m_toolbar->update();
}

void ChartPanel::ask(std::optional<engine::UserEvent> wish) {
    if (!wish)
        return;
    const auto& notices = context().desk.snapshot()->notices;
    m_heard = notices.empty() ? 0 : notices.back().number;
    m_isAsking = true;
    m_asked.start();
    const auto* cancel = std::get_if<engine::CancelRequested>(&*wish);
    m_askedOrder = cancel != nullptr ? cancel->clientOrderId : ClientOrderId();
    m_toolbar->say({}, false);
    context().commands.post(std::move(*wish));
}

void ChartPanel::showAnswers(const engine::EngineSnapshot& snapshot) {
    // A wish that was granted has no answer of its own; a later refusal is somebody else's.
    if (m_isAsking && m_asked.elapsed() > kAnswerMs)
        m_isAsking = false;
    if (!m_isAsking)
        return;
    for (const engine::NumberedNotice& notice : snapshot.notices)
        if (notice.number > m_heard && notice.notice.code.starts_with("refused.") &&
            notice.notice.clientOrderId == m_askedOrder) {
            m_toolbar->say(sentenceText(notice.notice.message), true);
            m_forget.start();
            m_isAsking = false;
        }
}

void ChartPanel::takePicture() {
    if (m_shown == nullptr || m_shown->isEmpty())
        return;
    const QImage picture = m_chart->picture();
    const auto told = [this, self = QPointer<ChartPanel>(this)](const QString& sentence, bool isError) {
        if (self == nullptr)
            return;
        m_toolbar->say(sentence, isError);
        m_forget.start();
    };
    if (!screenshotTaken) {
        QGuiApplication::clipboard()->setImage(picture);
        told(tr("The picture is on the clipboard."), false);
        return;
    }
    const Timestamp now = context().desk.now();
    const QString stamp =
        dateTimeText(now).replace(QLatin1Char(' '), QLatin1Char('_')).remove(QLatin1Char(':'));
    const QString name = QStringLiteral("%1_%2_%3.png")
                             .arg(stamp, text(wantedSymbol()).replace(QLatin1Char('/'), QLatin1Char('-')),
                                  timeframeText(m_choice.timeframe));
    screenshotTaken(picture, name, [told, name](const Status& status) {
        told(status ? tr("Saved as %1.").arg(name) : errorText(status.error()), !status.ok());
    });
}

Panel* makeChartPanel(PanelContext context, QWidget* parent) {
    return new ChartPanel(ChartPanel::Subject::Underlying, std::move(context), parent);
}

Panel* makeContractChartPanel(PanelContext context, QWidget* parent) {
    return new ChartPanel(ChartPanel::Subject::Contract, std::move(context), parent);
}

} // namespace strikedesk::ui
