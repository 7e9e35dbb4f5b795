// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/widget/price_chart.h"

#include "charts/model/heikin_ashi.h"
#include "charts/model/series_change.h"
#include "charts/paint/chart_text.h"
#include "charts/widget/price_chart_impl.h"

#include <QAccessible>

#include <algorithm>
#include <cmath>

namespace strikedesk::charts {

namespace {

/// How many series a chart remembers the view of.
constexpr std::size_t kMostMemories = 64;
constexpr int kTickMs = 1000;
/// How long a question in a line's label waits for the second click.
constexpr int kQuestionMs = 4000;

} // namespace

PriceChart::PriceChart(QWidget* parent) : QWidget(parent), m(std::make_unique<Impl>(*this)) {
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(QStringLiteral("chart.price"));
    // First: naming a widget makes its interface for good.
    installChartAccessibility();
    setAccessibleName(tr("Price chart"));
    m->ticker.setInterval(kTickMs);
    m->ticker.setTimerType(Qt::CoarseTimer);
    connect(&m->ticker, &QTimer::timeout, this, [this] { m->updateLive(); });
    m->forgetAsked.setSingleShot(true);
    m->forgetAsked.setInterval(kQuestionMs);
    connect(&m->forgetAsked, &QTimer::timeout, this, [this] { m->endQuestion(); });
}

PriceChart::~PriceChart() = default;

void PriceChart::setSeries(std::shared_ptr<const market::SeriesSnapshot> series) {
    const auto before = m->view.series();
    if (before == series)
        return;
    if (before == nullptr || series == nullptr || before->key() != series->key()) {
        m->takeOther(std::move(series));
        return;
    }
    const SeriesChange change = changeBetween(before.get(), series.get());
    const double low = m->view.price().low();
    const double high = m->view.price().high();
    const std::int64_t volume = m->view.highestVolume();
    m->view.setSeries(std::move(series));
    if (m->shouldRestore && !m->view.isEmpty()) {
        m->shouldRestore = false;
        const auto kept = m->memories.find(m->view.series()->key());
        if (kept != m->memories.end())
            m->view.restore(kept->second);
    }
    const bool showsSession = m->followSession();
    if (change == SeriesChange::None && !showsSession)
        return;
    if (change == SeriesChange::All || showsSession) {
        m->layOut();
        m->viewChanged();
        return;
    }
    m->view.fitPrices();
    const bool hasSameRange =
        low == m->view.price().low() && high == m->view.price().high() && volume == m->view.highestVolume();
    if (hasSameRange && m->view.kind != ChartKind::Line)
        m->updateLive();
    else
        m->updateFull();
}

void PriceChart::setOverlay(ChartOverlay overlay) {
    if (overlay == m->overlay)
        return;
    const std::vector<Price> linesBefore = m->overlay.linePrices();
    // Lines and the position's profit change all the time, everything else seldom.
    const bool onlyLines = overlay.markers == m->overlay.markers && overlay.levels == m->overlay.levels &&
                           overlay.bands == m->overlay.bands && overlay.studies == m->overlay.studies &&
                           overlay.tick == m->overlay.tick && overlay.emptyText == m->overlay.emptyText &&
                           overlay.title == m->overlay.title;
    m->overlay = std::move(overlay);
    const bool hasSamePrices = m->overlay.linePrices() == linesBefore;
    m->view.setNearPrices(m->overlay.linePrices());
    m->hoveredOrder = -1;
    const auto& lines = m->overlay.orders;
    if (std::none_of(lines.begin(), lines.end(),
                     [this](const OrderLine& line) { return line.id == m->askedCancel; }))
        m->askedCancel.clear();
    if (m->drag.has_value()) {
        const auto& orders = m->overlay.orders;
        const bool isThere = std::any_of(orders.begin(), orders.end(), [&](const OrderLine& line) {
            return line.id == m->drag->id && line.isMovable;
        });
        if (!isThere)
            m->endPointer();
    }
    if (onlyLines && hasSamePrices) {
        m->updateLive();
        return;
    }
    m->layOut();
    m->viewChanged();
}

void PriceChart::setStyle(const ChartStyle& style) {
    if (style == m->style)
        return;
    m->style = style;
    m->layOut();
    m->viewChanged();
}

void PriceChart::setClock(std::function<Timestamp()> marketNow) {
    m->clock = std::move(marketNow);
    m->updateLive();
}

void PriceChart::setCallbacks(ChartCallbacks callbacks) { m->callbacks = std::move(callbacks); }

void PriceChart::setKind(ChartKind kind) {
    m->view.kind = kind;
    m->updateFull();
}

void PriceChart::setPriceScale(PriceScaleKind kind) {
    m->view.price().setKind(kind);
    m->viewChanged();
}

void PriceChart::setBadgeShown(bool isShown) {
    m->hasBadge = isShown;
    m->updateFull();
}

ChartKind PriceChart::kind() const { return m->view.kind; }
PriceScaleKind PriceChart::priceScale() const { return m->view.price().kind(); }
const ChartOverlay& PriceChart::overlay() const { return m->overlay; }
const ChartView& PriceChart::view() const { return m->view; }
bool PriceChart::isAtLiveEdge() const { return m->view.time().showsLast(); }

void PriceChart::goLive() {
    m->view.time().toLive();
    m->viewChanged();
}

void PriceChart::zoomBy(double factor) {
    // Without a pointer the live edge holds still, or the middle of what is looked at.
    const bool live = m->view.time().showsLast() && !m->view.isEmpty();
    const double x = live ? m->view.time().xOf(static_cast<double>(m->view.series()->size()) - 1)
                          : m->view.time().width() / 2;
    m->view.time().zoom(factor, x);
    m->viewChanged();
}

void PriceChart::setLinkedCrosshair(std::optional<Timestamp> at) {
    std::optional<Crosshair> shown;
    if (at.has_value() && !m->view.isEmpty())
        if (const auto bar = m->view.series()->indexAt(*at))
            shown = Crosshair{*bar, std::nullopt};
    m->setCrosshair(shown, false);
}

QString PriceChart::healthText() const {
    const auto& series = m->view.series();
    return charts::healthText(series == nullptr ? market::SeriesHealth() : series->health(), m->now());
}

QImage PriceChart::picture() const {
    m->layOut();
    m->view.fitPrices();
    QImage image(m->view.width(), m->view.height(), QImage::Format_RGB32);
    {
        Canvas canvas(image);
        const Scene scene = m->scene();
        paintScene(canvas, scene);
        paintReadout(canvas, scene, std::nullopt);
    }
    image.setDevicePixelRatio(m->ratio);
    return image;
}

QSize PriceChart::sizeHint() const { return {640, 400}; }
QSize PriceChart::minimumSizeHint() const { return {160, 120}; }

Scene PriceChart::Impl::scene() {
    Scene made(view, overlay, style, now(), texts);
    made.hasBadge = hasBadge;
    made.use = {drag, askedCancel};
    made.hoveredOrder = hoveredOrder;
    if (view.kind == ChartKind::HeikinAshi && !view.isEmpty()) {
        if (formSource != view.series()) {
            form = heikinAshi(view.series(), formSource, form);
            formSource = view.series();
        }
        made.drawn = form;
    }
    return made;
}

void PriceChart::Impl::layOut() {
    ratio = q.devicePixelRatioF();
    const double scale = ratio * style.scale;
    const auto* series = view.series().get();
    const double before = view.time().width();
    view.setLayout(static_cast<int>(std::ceil(q.width() * ratio)),
                   static_cast<int>(std::ceil(q.height() * ratio)),
                   chartMetrics(style, series, tickOf(overlay, series), scale), scale);
    // A chart behind another tab learns its size late; the session still begins at its left edge.
    if (shouldShowSession && shownSession.isSet() && view.time().width() != before)
        view.showSession();
}

void PriceChart::Impl::viewChanged() {
    view.fitPrices();
    if (crosshair.has_value() && crosshair->y.has_value()) {
        // The pointer stands still over a paper that moved.
        const QPointF at = device(QPointF(q.mapFromGlobal(QCursor::pos())));
        if (!view.isEmpty() && q.underMouse())
            setCrosshair(Crosshair{view.time().barAt(at.x()), crosshair->y}, true);
    }
    updateFull();
    askForOlder();
}

void PriceChart::Impl::updateFull() {
    plan.addFull();
    q.update();
}

void PriceChart::Impl::updateBoxes(const std::vector<PixelBox>& boxes) {
    QRegion region;
    for (const PixelBox& box : boxes) {
        const QPoint from(static_cast<int>(std::floor(box.left / ratio)),
                          static_cast<int>(std::floor(box.top / ratio)));
        const QPoint to(static_cast<int>(std::ceil(box.right / ratio)),
                        static_cast<int>(std::ceil(box.bottom / ratio)));
        region += QRect(from, to - QPoint(1, 1));
    }
    q.update(region);
}

void PriceChart::Impl::updateLive() {
    if (!q.isVisible() || plan.level() == Invalidation::Full) {
        updateFull();
        return;
    }
    const Scene shown = scene();
    const std::vector<PixelBox> boxes = liveBoxes(shown);
    plan.addDamage(liveShown);
    plan.addDamage(boxes);
    updateBoxes(liveShown);
    updateBoxes(boxes);
    if (!view.isEmpty())
        updateBoxes({readoutBox(shown)});
    liveShown = boxes;
}

void PriceChart::Impl::setCrosshair(const std::optional<Crosshair>& to, bool tellsCaller) {
    if (to == crosshair)
        return;
    const bool isOther =
        to.has_value() != crosshair.has_value() || (to.has_value() && to->bar != crosshair->bar);
    crosshair = to;
    plan.addCursor();
    updateBoxes(cursorShown);
    const Scene shown = scene();
    if (crosshair.has_value())
        updateBoxes(crosshairBoxes(shown, *crosshair));
    else if (!view.isEmpty())
        updateBoxes({readoutBox(shown)});
    if (isOther && tellsCaller && callbacks.crosshairMoved)
        callbacks.crosshairMoved(to.has_value() ? std::optional(to->bar) : std::nullopt);
}

void PriceChart::Impl::askForOlder() {
    if (!callbacks.needOlder || !view.wantsOlder() || olderAskedAt == view.series()->size())
        return;
    olderAskedAt = view.series()->size();
    callbacks.needOlder();
}

void PriceChart::Impl::keepMemory(const market::SeriesKey& key) {
    if (memories.size() >= kMostMemories && !memories.contains(key))
        memories.erase(memories.begin());
    memories[key] = view.memory();
}

bool PriceChart::Impl::followSession() {
    const auto first = shouldShowSession ? view.sessionStart() : std::nullopt;
    if (!first || shownSession == view.series()->at(*first).bar.start)
        return false;
    // Another day has begun, or earlier bars of this one have come.
    shownSession = view.series()->at(*first).bar.start;
    view.showSession();
    return true;
}

void PriceChart::setStartsWithSession(bool starts) { m->startsWithSession = starts; }

void PriceChart::Impl::takeOther(std::shared_ptr<const market::SeriesSnapshot> series) {
    if (!view.isEmpty())
        keepMemory(view.series()->key());
    endPointer();
    // A bar of the old series means nothing here.
    if (crosshair.has_value() && !crosshair->y.has_value())
        crosshair.reset();
    olderAskedAt = std::numeric_limits<std::size_t>::max();
    form.reset();
    formSource.reset();
    view.setSeries(std::move(series));
    layOut();
    const auto kept = view.series() == nullptr ? memories.end() : memories.find(view.series()->key());
    shouldRestore = kept != memories.end() && view.isEmpty();
    if (kept != memories.end() && !view.isEmpty())
        view.restore(kept->second);
    shouldShowSession = startsWithSession && kept == memories.end();
    shownSession = Timestamp();
    followSession();
    viewChanged();
    if (QAccessible::isActive()) {
        QAccessibleEvent named(&q, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&named);
    }
}

} // namespace strikedesk::charts
