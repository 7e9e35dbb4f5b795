// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/connection_lights.h"

#include "ui/theme/error_text.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace strikedesk::ui {

namespace {

constexpr int kDot = 8;
constexpr int kAfterDot = 6;
constexpr int kBetween = 14;

using engine::Channel;
using engine::LinkState;
using engine::LinkView;

struct LightWords {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::ConnectionLights)
};

const LinkView* linkOf(const engine::EngineSnapshot& snapshot, Channel channel) {
    const auto found = snapshot.links.find(channel);
    return found == snapshot.links.end() ? nullptr : &found->second;
}

LightState stateOf(const LinkView* link) {
    if (!link)
        return LightState::Waiting;
    switch (link->state) {
    case LinkState::Open:
        return LightState::Good;
    case LinkState::Refused:
        return LightState::Bad;
    case LinkState::Down:
        return LightState::Waiting;
    }
    return LightState::Waiting;
}

QString sentence(const QString& name, const LinkView* link) {
    QString state = LightWords::tr("not connected yet");
    if (link && link->state == LinkState::Open)
        state = LightWords::tr("connected");
    else if (link && link->state == LinkState::Refused)
        state = LightWords::tr("refused; check the keys");
    else if (link)
        state = LightWords::tr("lost, trying again");
    QString line = LightWords::tr("%1: %2.").arg(name, state);
    if (link && !link->reason.empty())
        line += QLatin1Char(' ') + sentenceText(link->reason);
    return line;
}

/// What a feed that is not real time gives, as a sentence to follow another; empty in real time.
QString lateSentence(market::Grade grade) {
    switch (grade) {
    case market::Grade::Delayed:
        return QLatin1Char(' ') + LightWords::tr("Everything comes 15 minutes late.");
    case market::Grade::Indicative:
        return QLatin1Char(' ') + LightWords::tr("Quotes are altered, trades come 15 minutes late.");
    case market::Grade::RealTime:
        break;
    }
    return {};
}

QString dataName(market::Grade worst) {
    if (worst == market::Grade::Delayed)
        return LightWords::tr("Data: delayed");
    return worst == market::Grade::Indicative ? LightWords::tr("Data: indicative") : LightWords::tr("Data");
}

Light dataLight(const engine::EngineSnapshot& snapshot, const DeskFacts& facts) {
    const LinkView* stocks = linkOf(snapshot, Channel::StockStream);
    const LinkView* options = linkOf(snapshot, Channel::OptionStream);
    const LightState first = stateOf(stocks);
    const LightState second = stateOf(options);
    LightState worst = first == LightState::Good ? second : first;
    if (first == LightState::Bad || second == LightState::Bad)
        worst = LightState::Bad;
    const auto feed = [](const QString& name, const std::string& feedName) {
        return feedName.empty() ? name
                                : QStringLiteral("%1 (%2)").arg(name, QString::fromStdString(feedName));
    };
    const market::Grade ofStocks = market::gradeOfFeed(facts.stockFeed);
    const market::Grade ofOptions = market::gradeOfFeed(facts.optionFeed);
    return {dataName(std::max(ofStocks, ofOptions)), worst,
            sentence(feed(LightWords::tr("Stocks"), facts.stockFeed), stocks) + lateSentence(ofStocks) +
                QLatin1Char('\n') + sentence(feed(LightWords::tr("Options"), facts.optionFeed), options) +
                lateSentence(ofOptions)};
}

Light brokerLight(const engine::EngineSnapshot& snapshot) {
    const LinkView* orders = linkOf(snapshot, Channel::OrderStream);
    Light light{LightWords::tr("Broker"), stateOf(orders), sentence(LightWords::tr("Order stream"), orders)};
    const bool isReady =
        snapshot.readiness == trade::Readiness::Ready || snapshot.readiness == trade::Readiness::Armed;
    if (light.state == LightState::Good && !isReady)
        light.state = LightState::Waiting;
    light.words += QLatin1Char('\n') + (isReady ? LightWords::tr("Orders may leave.")
                                                : LightWords::tr("No order may leave yet."));
    if (!isReady && !snapshot.why.empty())
        light.words += QLatin1Char(' ') + sentenceText(snapshot.why);
    return light;
}

Light storeLight(const engine::EngineSnapshot& snapshot, const DeskFacts& facts) {
    // Orders are shown only once they are durable, so an engine beyond COLD has its order log.
    const bool isOpen = snapshot.readiness != trade::Readiness::Cold;
    return {LightWords::tr("Store"), isOpen ? LightState::Good : LightState::Waiting,
            (isOpen ? LightWords::tr("The order log is open.")
                    : LightWords::tr("The order log is not open yet.")) +
                QLatin1Char('\n') +
                LightWords::tr("Events recorded in the film: %1.")
                    .arg(volumeText(static_cast<std::int64_t>(facts.filmEvents)))};
}

void paintMark(QPainter& painter, const QRectF& place, LightState state) {
    const Theme& theme = Theme::current();
    switch (state) {
    case LightState::Good:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(Token::Up));
        painter.drawEllipse(place);
        return;
    case LightState::Waiting:
        painter.setPen(QPen(theme.colour(Token::Warn), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(place.adjusted(1, 1, -1, -1));
        return;
    case LightState::Bad:
        painter.setPen(QPen(theme.colour(Token::Danger), 2));
        painter.drawLine(place.topLeft(), place.bottomRight());
        painter.drawLine(place.topRight(), place.bottomLeft());
        return;
    case LightState::Off:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(Token::Muted));
        painter.drawEllipse(place.adjusted(1.5, 1.5, -1.5, -1.5));
        return;
    }
}

} // namespace

std::array<Light, 4> lightsOf(const engine::EngineSnapshot& snapshot, const DeskFacts& facts) {
    return {dataLight(snapshot, facts), brokerLight(snapshot), storeLight(snapshot, facts),
            Light{LightWords::tr("AI"), LightState::Off, LightWords::tr("No language model is set up.")}};
}

ConnectionLights::ConnectionLights(const DeskReader& desk, QWidget* parent) : QWidget(parent), m_desk(desk) {
    setObjectName(QStringLiteral("header.lights"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_themed = Theme::current().subscribe([this] {
        updateGeometry();
        update();
    });
    refresh();
}

void ConnectionLights::refresh() {
    const auto lights = lightsOf(*m_desk.snapshot(), m_desk.facts());
    QStringList spoken;
    bool isChanged = false;
    for (std::size_t i = 0; i < lights.size(); ++i) {
        Shown& shown = m_lights[i];
        if (!shown.since.isValid() || shown.light.state != lights[i].state) {
            shown.since.start();
            isChanged = true;
        }
        isChanged = isChanged || shown.light.name != lights[i].name;
        shown.light = lights[i];
        spoken.append(lights[i].words);
    }
    if (!isChanged)
        return;
    setAccessibleName(tr("Connections"));
    setAccessibleDescription(spoken.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

QString ConnectionLights::words(std::size_t place) const {
    const Shown& shown = m_lights.at(place);
    QString words = shown.light.name + QLatin1Char('\n') + shown.light.words;
    if (place == 0) {
        Timestamp newest;
        if (const auto quotes = m_desk.snapshot()->quotes)
            for (const auto& [symbol, row] : quotes->rows())
                newest = std::max(newest, row.confirmed.market);
        const Timestamp now = m_desk.now();
        if (newest.isSet() && now.isSet())
            words += QLatin1Char('\n') + tr("Newest quote: %1 old.").arg(durationText(now - newest));
    }
    if (shown.light.state != LightState::Off)
        words += QLatin1Char('\n') +
                 tr("So for %1.").arg(durationText(Duration::milliseconds(shown.since.elapsed())));
    return words;
}

void ConnectionLights::setCompact(bool isCompact) {
    if (m_isCompact == isCompact)
        return;
    m_isCompact = isCompact;
    updateGeometry();
    update();
}

int ConnectionLights::widthOf(const Light& light, bool isCompact) {
    const int text = QFontMetrics(Theme::current().font(metrics::kSecondary)).horizontalAdvance(light.name);
    return Theme::current().scaled(kDot) + (isCompact ? 0 : kAfterDot + text);
}

int ConnectionLights::widthFor(bool isCompact) const {
    int width = 0;
    for (const Shown& shown : m_lights)
        width += widthOf(shown.light, isCompact) + kBetween;
    return width - kBetween + 2;
}

QSize ConnectionLights::sizeHint() const { return {widthFor(m_isCompact), Theme::current().scaled(24)}; }

void ConnectionLights::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Theme::current().font(metrics::kSecondary));
    const int side = Theme::current().scaled(kDot);
    int x = 1;
    for (const Shown& shown : m_lights) {
        paintMark(painter, QRectF(x, (height() - side) / 2.0, side, side), shown.light.state);
        if (!m_isCompact) {
            painter.setPen(Theme::current().colour(Token::Text));
            painter.drawText(QRect(x + side + kAfterDot, 0, width(), height()),
                             Qt::AlignLeft | Qt::AlignVCenter, shown.light.name);
        }
        x += widthOf(shown.light, m_isCompact) + kBetween;
    }
}

bool ConnectionLights::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    int x = 0;
    for (std::size_t i = 0; i < m_lights.size(); ++i) {
        x += widthOf(m_lights[i].light, m_isCompact) + kBetween;
        if (help->pos().x() <= x) {
            QToolTip::showText(help->globalPos(), words(i), this);
            return true;
        }
    }
    return QWidget::event(event);
}

} // namespace strikedesk::ui
