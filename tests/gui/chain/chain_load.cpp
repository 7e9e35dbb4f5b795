// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/chain/chain_load.h"

#include "tests/gui/support/loop_watch.h"
#include "tests/gui/support/panel_rig.h"
#include "ui/panels/chain/chain_panel.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QInputDevice>
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
constexpr qint64 kFrameNanoseconds = kFrameMilliseconds * 1'000'000LL;
constexpr int kInputMilliseconds = 7;
constexpr std::size_t kPreparedViews = 12;

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

    LoopWatch watch(*panel);
    std::size_t applied = 0;
    QTimer feed;
    feed.setTimerType(Qt::PreciseTimer);
    feed.setInterval(kFrameMilliseconds);
    QObject::connect(&feed, &QTimer::timeout, [&] {
        // A late frame brings everything that came meanwhile, as a feed does.
        applied = std::max(applied + 1, static_cast<std::size_t>(watch.time() / kFrameNanoseconds));
        rig.chain->view = views[applied % views.size()];
        rig.chain->changed.publish();
    });
    feed.start();

    // The first events make the devices they come from; those belong to this thread.
    (void)QPointingDevice::primaryPointingDevice();
    (void)QInputDevice::primaryKeyboard();
    std::atomic<bool> isOver = false;
    const std::unique_ptr<QThread> hand(QThread::create([&, viewport = table->viewport()] {
        for (std::size_t number = 0; !isOver; ++number) {
            // The hand's own pace: inputs at a steady rate are what the measurement applies.
            QThread::msleep(kInputMilliseconds);
            const qint64 at = watch.time();
            postInput(number, table, viewport);
            watch.postMark(at);
        }
    }));
    hand->start();
    // The length of the measurement is what was asked for; no condition ends it earlier.
    QTimer::singleShot(milliseconds, qApp, [] { QCoreApplication::quit(); });
    QApplication::exec();
    isOver = true;
    hand->wait();

    ChainLoadFigures figures;
    figures.seconds = static_cast<double>(watch.time()) / 1e9;
    figures.updatesPerSecond = static_cast<double>(applied * batch) / figures.seconds;
    figures.inputs = watch.waits.size();
    figures.inputP50 = LoopWatch::quantile(watch.waits, 0.5);
    figures.inputP99 = LoopWatch::quantile(watch.waits, 0.99);
    figures.inputMax = LoopWatch::quantile(watch.waits, 1);
    figures.frames = watch.frames;
    figures.gapP50 = LoopWatch::quantile(watch.gaps, 0.5);
    figures.gapP999 = LoopWatch::quantile(watch.gaps, 0.999);
    figures.gapMax = LoopWatch::quantile(watch.gaps, 1);
    return figures;
}

void printChainLoad(const ChainLoadFigures& figures) {
    std::printf("chain load: %.0f row updates/s over %.1f s; %zu inputs p50 %.2f p99 %.2f max %.2f ms; "
                "%zu frames, loop gap p50 %.2f p99.9 %.2f max %.2f ms\n",
                figures.updatesPerSecond, figures.seconds, figures.inputs, figures.inputP50, figures.inputP99,
                figures.inputMax, figures.frames, figures.gapP50, figures.gapP999, figures.gapMax);
}

} // namespace strikedesk::ui
