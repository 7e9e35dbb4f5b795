// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/chain/chain_load.h"

#include "tests/gui/support/panel_rig.h"
#include "ui/panels/chain/chain_panel.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPointingDevice>
#include <QThread>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <random>

namespace strikedesk::ui {

namespace {

constexpr int kFrameMilliseconds = 16;
constexpr int kInputMilliseconds = 7;
constexpr std::size_t kPreparedViews = 12;
constexpr double kNanosecondsPerMillisecond = 1e6;

const auto kProbe = static_cast<QEvent::Type>(QEvent::registerEventType());

/// Follows an input in the queue: it is handled when the input was.
class ProbeEvent : public QEvent {
public:
    explicit ProbeEvent(qint64 at) : QEvent(kProbe), posted(at) {}
    const qint64 posted;
};

/// Writes down when probes arrive and when the viewport is painted.
class Watcher : public QObject {
public:
    explicit Watcher(const QElapsedTimer& clock) : m_clock(clock) {}
    std::vector<double> latencies;
    std::vector<double> gaps;

protected:
    bool event(QEvent* event) override {
        if (event->type() != kProbe)
            return QObject::event(event);
        const qint64 passed = m_clock.nsecsElapsed() - static_cast<ProbeEvent*>(event)->posted;
        latencies.push_back(static_cast<double>(passed) / kNanosecondsPerMillisecond);
        return true;
    }
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            const qint64 now = m_clock.nsecsElapsed();
            if (m_painted > 0)
                gaps.push_back(static_cast<double>(now - m_painted) / kNanosecondsPerMillisecond);
            m_painted = now;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    const QElapsedTimer& m_clock;
    qint64 m_painted = 0;
};

/// Views that differ from one to the next, and from the last to the first, in `batch` rows each.
std::vector<std::shared_ptr<const ChainView>> prepareViews(int rows, std::size_t batch) {
    ChainView view = ScriptedChain::Board::around("SPY", 60'000, 5, rows);
    std::vector<std::shared_ptr<const ChainView>> views;
    std::mt19937 draw(11);
    for (std::size_t number = 0; number < kPreparedViews; ++number) {
        for (std::size_t i = 0; i < batch; ++i) {
            ChainSide& side = *view.rows[draw() % view.rows.size()].call;
            side.bid = side.bid + Price::fromCents(draw() % 2 == 0 ? 1 : 2);
            side.ask = side.bid + Price::fromCents(3);
        }
        view.version = number + 1;
        views.push_back(std::make_shared<const ChainView>(view));
    }
    return views;
}

void postInput(std::size_t number, QWidget* table, QWidget* viewport) {
    constexpr int kKinds = 5;
    constexpr int kWheelStep = 120;
    const QPointF at(60.0 + static_cast<double>(number % 700), 40.0 + static_cast<double>(number % 160));
    const auto mouse = [&](QEvent::Type type, Qt::MouseButtons buttons) {
        return new QMouseEvent(type, at, at, Qt::LeftButton, buttons, Qt::NoModifier);
    };
    switch (number % kKinds) {
    case 0:
        QCoreApplication::postEvent(table, new QKeyEvent(QEvent::KeyPress, Qt::Key_Down, Qt::NoModifier));
        break;
    case 1:
        QCoreApplication::postEvent(table, new QKeyEvent(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier));
        break;
    case 2: {
        const int turn = number % 40 < 20 ? -kWheelStep : kWheelStep;
        QCoreApplication::postEvent(viewport, new QWheelEvent(at, at, QPoint(), QPoint(0, turn), Qt::NoButton,
                                                              Qt::NoModifier, Qt::NoScrollPhase, false));
        break;
    }
    case 3:
        QCoreApplication::postEvent(viewport, mouse(QEvent::MouseButtonPress, Qt::LeftButton));
        QCoreApplication::postEvent(viewport, mouse(QEvent::MouseButtonRelease, Qt::NoButton));
        break;
    default:
        QCoreApplication::postEvent(table, new QKeyEvent(QEvent::KeyPress, Qt::Key_PageDown, Qt::NoModifier));
        break;
    }
}

double quantile(std::vector<double> values, double share) {
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(std::min(last, last * share + 0.5))];
}

} // namespace

ChainLoadFigures runChainLoad(int rows, int updatesPerSecond, int milliseconds) {
    Theme::current().apply(ThemeKind::Dark, SignColours::GreenRed);
    const auto batch = static_cast<std::size_t>(updatesPerSecond * kFrameMilliseconds / 1000);
    const auto views = prepareViews(rows, batch);
    PanelRig rig;
    rig.desk.setNow(SnapshotBuilder::at());
    rig.desk.show(SnapshotBuilder().build());
    rig.chain->view = views.front();
    const std::unique_ptr<Panel> panel(makeChainPanel(rig.context(), nullptr));
    panel->setLinkGroup(LinkGroup::A);
    panel->restoreState({{QStringLiteral("strikes"), 0}});
    panel->resize(950, 600);
    rig.links.selectUnderlying(LinkGroup::A, Symbol::of("SPY"));
    panel->show();
    auto* table = panel->findChild<QAbstractItemView*>(QStringLiteral("chain.table"));

    QElapsedTimer clock;
    clock.start();
    Watcher watcher(clock);
    table->viewport()->installEventFilter(&watcher);
    std::size_t applied = 0;
    QTimer feed;
    feed.setTimerType(Qt::PreciseTimer);
    feed.setInterval(kFrameMilliseconds);
    QObject::connect(&feed, &QTimer::timeout, [&] {
        // A late frame brings everything that came meanwhile, as a feed does.
        applied = std::max(applied + 1, static_cast<std::size_t>(clock.elapsed() / kFrameMilliseconds));
        rig.chain->view = views[applied % views.size()];
        rig.chain->changed.publish();
    });
    feed.start();

    // The first mouse event makes the pointer's device; it belongs to this thread.
    (void)QPointingDevice::primaryPointingDevice();
    std::atomic<bool> isOver = false;
    const std::unique_ptr<QThread> hand(QThread::create([&, viewport = table->viewport()] {
        for (std::size_t number = 0; !isOver; ++number) {
            QThread::msleep(kInputMilliseconds);
            const qint64 at = clock.nsecsElapsed();
            postInput(number, table, viewport);
            QCoreApplication::postEvent(&watcher, new ProbeEvent(at));
        }
    }));
    hand->start();
    QTimer::singleShot(milliseconds, qApp, [] { QCoreApplication::quit(); });
    QApplication::exec();
    isOver = true;
    hand->wait();

    ChainLoadFigures figures;
    figures.seconds = static_cast<double>(clock.elapsed()) / 1000.0;
    figures.updatesPerSecond = static_cast<double>(applied * batch) / figures.seconds;
    figures.inputs = watcher.latencies.size();
    figures.inputP50 = quantile(watcher.latencies, 0.5);
    figures.inputP99 = quantile(watcher.latencies, 0.99);
    figures.inputMax = quantile(watcher.latencies, 1);
    figures.frames = watcher.gaps.size();
    figures.gapP50 = quantile(watcher.gaps, 0.5);
    figures.gapP999 = quantile(watcher.gaps, 0.999);
    figures.gapMax = quantile(watcher.gaps, 1);
    return figures;
}

void printChainLoad(const ChainLoadFigures& figures) {
    std::printf("chain load: %.0f row updates/s over %.1f s; %zu inputs p50 %.2f p99 %.2f max %.2f ms; "
                "%zu frames, gap p50 %.2f p99.9 %.2f max %.2f ms\n",
                figures.updatesPerSecond, figures.seconds, figures.inputs, figures.inputP50, figures.inputP99,
                figures.inputMax, figures.frames, figures.gapP50, figures.gapP999, figures.gapMax);
}

} // namespace strikedesk::ui
