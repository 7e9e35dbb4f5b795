// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/terminal.h"
#include "app/desk/tour.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QScreen>
#include <QTimer>

#include <CLI/CLI.hpp>

#include <cstdio>
#include <optional>

// strikedesk, the window: reads the command line and hands over.

namespace {

/// The command line tool, which holds the simulated venue: beside this program, or where the build puts it.
std::string commandLineTool() {
    const QString here = QCoreApplication::applicationDirPath();
    for (const char* place : {"/strikedeskctl", "/../ctl/strikedeskctl", "/strikedeskctl.exe"}) {
        const QString file = here + QString::fromLatin1(place);
        if (QFileInfo(file).isExecutable())
            return QDir::cleanPath(file).toStdString();
    }
    return "strikedeskctl";
}

/// Saves a picture of the window now and then: the only way to see it on a machine without a display.
void keepPictures(QWidget& window, const QString& folder, int everySeconds) {
    const auto isLost = std::make_shared<bool>(false);
    QDir().mkpath(folder); // what comes of it shows with the first picture
    auto* timer = new QTimer(&window);
    auto number = std::make_shared<int>(0);
    QObject::connect(timer, &QTimer::timeout, &window, [&window, folder, number, isLost] {
        const QString file =
            QStringLiteral("%1/window_%2.png").arg(folder).arg(++*number, 3, 10, QLatin1Char('0'));
        const bool wasLost = *isLost;
        *isLost = !window.grab().save(file);
        if (*isLost && !wasLost)
            std::fprintf(stderr, "strikedesk: the picture %s could not be written. Check its folder.\n",
                         qPrintable(file));
    });
    timer->start(everySeconds * 1000);
}

/// Says on standard output that the window was painted for the first time with its workspace in it; a
/// benchmark of the start waits for the line.
class FirstFrame : public QObject {
public:
    explicit FirstFrame(strikedesk::ui::MainWindow& window) : m_window(window) {
        window.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        const bool isFrame = event->type() == QEvent::Paint || event->type() == QEvent::UpdateRequest;
        if (isFrame && m_window.isRestored()) {
            m_window.removeEventFilter(this);
            // All that is dirty is painted within this event; the line follows it.
            QTimer::singleShot(0, this, [] {
                std::fputs("first frame\n", stdout);
                std::fflush(stdout);
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    strikedesk::ui::MainWindow& m_window;
};

/// Whether a window can be opened at all; Qt would end the program without a word a person can use.
bool hasDisplay() {
#if defined(Q_OS_LINUX)
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

/// The size of a first start: what the workspaces are laid out for, or the whole screen where that is less.
void fitToScreen(QWidget& window) {
    constexpr QSize kWanted(1920, 1080);
    const QSize room = window.screen()->availableSize();
    const bool hasFrames = QGuiApplication::platformName() != QLatin1String("offscreen");
    window.resize(kWanted);
    if (hasFrames && (room.width() <= kWanted.width() || room.height() <= kWanted.height()))
        window.setWindowState(Qt::WindowMaximized);
}

} // namespace

int main(int argc, char** argv) {
    using namespace strikedesk;
    CLI::App app("Strikedesk, a terminal for US equity options", "strikedesk");
    host::CommonOptions common;
    desk::TerminalOptions options;
    std::string pictures;
    int pictureSeconds = 15;
    int runSeconds = 0;
    bool saysFirstFrame = false;
    std::string tourFolder;
    host::addCommonOptions(app, common);
    app.add_option("--speed", options.speed, "Market seconds per second of the simulated market")
        ->check(CLI::Range(0.1, 1000.0));
    app.add_flag("--fresh", options.isFresh, "A new simulated account");
    app.add_option("--pictures", pictures, "Folder for pictures of the window, taken now and then");
    app.add_option("--picture-seconds", pictureSeconds, "Time between two pictures")
        ->check(CLI::Range(1, 3600));
    app.add_option("--run-seconds", runSeconds, "End after this time; 0 means when the window is closed");
    app.add_option("--tour", tourFolder,
                   "Save a picture of every workspace in both themes to this folder and end");
    app.add_flag("--say-first-frame", saysFirstFrame,
                 "Write a line when the window is painted; for measuring")
        ->group("");
    CLI11_PARSE(app, argc, argv);
    if (!hasDisplay()) {
        std::fputs(
            "strikedesk: there is no display. Start it in a desktop session, or give it an invisible one: "
            "xvfb-run strikedesk --pictures FOLDER.\n",
            stderr);
        return 2;
    }
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("Strikedesk"));
    common.program = argv[0];
    common.argc = argc;
    common.argv = argv;
    auto environment = host::prepare(common);
    if (!environment) {
        std::fprintf(stderr, "strikedesk: %s\n", environment.error().message.c_str());
        return 2;
    }
    if (environment->mode != session::Mode::Demo && (options.isFresh || app.count("--speed") > 0))
        std::fputs(
            "strikedesk: --fresh and --speed belong to the demo; this mode goes at the market's own speed "
            "and on the broker's account, and leaves them aside.\n",
            stderr);
    options.sandboxProgram = commandLineTool();
    options.isOnlyWatched = !pictures.empty();
    desk::Terminal terminal(std::move(*environment), options);
    fitToScreen(terminal.window());
    std::optional<FirstFrame> firstFrame;
    if (saysFirstFrame)
        firstFrame.emplace(terminal.window());
    terminal.window().show();
    terminal.start();
    if (!pictures.empty())
        keepPictures(terminal.window(), QString::fromStdString(pictures), pictureSeconds);
    desk::Tour tour(terminal, QString::fromStdString(tourFolder));
    tour.finished = [](const QString& trouble) {
        if (!trouble.isEmpty())
            std::fprintf(stderr, "strikedesk: %s\n", qPrintable(trouble));
        QCoreApplication::exit(trouble.isEmpty() ? 0 : 1);
    };
    if (!tourFolder.empty())
        tour.start();
    if (runSeconds > 0)
        QTimer::singleShot(runSeconds * 1000, &application, [&terminal] { terminal.window().closeNow(); });
    host::quitOnSignals([&terminal] { terminal.window().closeNow(); });
    return QApplication::exec();
}
