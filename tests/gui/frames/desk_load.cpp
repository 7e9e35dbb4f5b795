// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/frames/desk_load.h"

#include "app/desk/desk_catalog.h"
#include "charts/widget/price_chart.h"
#include "tests/gui/frames/desk_storm.h"
#include "tests/gui/shell/shell_rig.h"
#include "tests/gui/support/loop_watch.h"
#include "ui/shell/panel_dock.h"

#include <QAbstractScrollArea>
#include <QInputDevice>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPointingDevice>
#include <QThread>
#include <QWheelEvent>

#include <atomic>
#include <cstdio>

namespace strikedesk::ui {

namespace {

constexpr int kFrameMs = 16;
constexpr qint64 kFrameNs = kFrameMs * 1'000'000LL;
constexpr int kInputMs = 9;

/// Where the hand goes.
struct Hands {
    QWidget* watchlist;
    QWidget* chain;
    QWidget* chart;
};

void postKey(QWidget* to, Qt::Key key) {
    QCoreApplication::postEvent(to, new QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier));
}

void postInput(std::size_t number, const Hands& hands) {
    constexpr int kWheelStep = 120;
    if (number % 40 == 0) {
        // Another stock for all panels four times a second.
        postKey(hands.watchlist, number % 400 < 200 ? Qt::Key_Down : Qt::Key_Up);
    } else if (number % 4 == 0) {
        const QPointF at(120, 90);
        const int turn = number % 80 < 40 ? -kWheelStep : kWheelStep;
        QCoreApplication::postEvent(hands.chain,
                                    new QWheelEvent(at, at, QPoint(), QPoint(0, turn), Qt::NoButton,
                                                    Qt::NoModifier, Qt::NoScrollPhase, false));
    } else {
        const QPointF at(100 + static_cast<double>(number * 3 % 300), 60 + static_cast<double>(number % 120));
        QCoreApplication::postEvent(hands.chart, new QMouseEvent(QEvent::MouseMove, at, at, Qt::NoButton,
                                                                 Qt::NoButton, Qt::NoModifier));
    }
}

Hands handsOf(const ShellRig& shell) {
    auto* watchlist = shell.child<QAbstractScrollArea>("watchlist.table");
    auto* chain = shell.child<QAbstractScrollArea>("chain.table");
    PanelDock* chart = shell.dock("chart#1");
    if (watchlist == nullptr || chain == nullptr || chart == nullptr)
        return {};
    return {watchlist, chain->viewport(), chart->findChild<charts::PriceChart*>()};
}

DeskLoadFigures figuresOf(const LoopWatch& watch, double updates) {
    DeskLoadFigures figures;
    figures.seconds = static_cast<double>(watch.time()) / 1e9;
    figures.updatesPerSecond = updates / figures.seconds;
    figures.frames = watch.frames;
    figures.gapP50 = LoopWatch::quantile(watch.gaps, 0.5);
    figures.gapP999 = LoopWatch::quantile(watch.gaps, 0.999);
    figures.gapMax = LoopWatch::quantile(watch.gaps, 1);
    figures.inputs = watch.waits.size();
    figures.inputP50 = LoopWatch::quantile(watch.waits, 0.5);
    figures.inputP99 = LoopWatch::quantile(watch.waits, 0.99);
    figures.inputMax = LoopWatch::quantile(watch.waits, 1);
    return figures;
}

} // namespace

DeskLoadFigures runDeskLoad(int updatesPerSecond, int milliseconds) {
    const auto batch = static_cast<std::size_t>(updatesPerSecond * kFrameMs / 1000);
    DeskStorm storm(batch);
    ShellRig shell;
    shell.catalog = desk::panelCatalog();
    storm.prepare(shell.rig);
    shell.open();
    storm.addSeries(shell.rig);
    ShellRig::settle();
    const Hands hands = handsOf(shell);
    if (hands.chart == nullptr)
        return {};

    LoopWatch watch(*shell.window);
    std::size_t shown = 0;
    QTimer feed;
    feed.setTimerType(Qt::PreciseTimer);
    QObject::connect(&feed, &QTimer::timeout, &feed, [&] {
        // A late frame brings everything that came meanwhile, as the session's mailbox does.
        shown = std::max(shown + 1, static_cast<std::size_t>(watch.time() / kFrameNs));
        storm.show(shell.rig, shown);
    });
    feed.start(kFrameMs);

    // The first events make the devices they come from; those belong to this thread.
    (void)QPointingDevice::primaryPointingDevice();
    (void)QInputDevice::primaryKeyboard();
    std::atomic<bool> isOver = false;
    const std::unique_ptr<QThread> hand(QThread::create([&] {
        for (std::size_t number = 1; !isOver; ++number) {
            // The hand's own pace: inputs at a steady rate are what the measurement applies.
            QThread::msleep(kInputMs);
            const qint64 at = watch.time();
            postInput(number, hands);
            watch.postMark(at);
        }
    }));
    hand->start();
    // The length of the measurement is what was asked for; no condition ends it earlier.
    QTest::qWait(milliseconds);
    isOver = true;
    hand->wait();
    feed.stop();
    DeskLoadFigures figures = figuresOf(watch, static_cast<double>(shown * batch));
    for (const QDockWidget* dock : shell.window->workspace().findChildren<QDockWidget*>())
        figures.panels += dock->isVisible() ? 1 : 0;
    return figures;
}

void printDeskLoad(const DeskLoadFigures& figures) {
    std::printf(
        "desk load: %zu panels, %.0f quote updates/s over %.1f s; loop gap p50 %.2f p99.9 %.2f max %.2f "
        "ms; %zu inputs p50 %.2f p99 %.2f max %.2f ms; %zu frames\n",
        figures.panels, figures.updatesPerSecond, figures.seconds, figures.gapP50, figures.gapP999,
        figures.gapMax, figures.inputs, figures.inputP50, figures.inputP99, figures.inputMax, figures.frames);
}

} // namespace strikedesk::ui
