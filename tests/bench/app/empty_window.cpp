// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A window of the desk's size with nothing in it: what any program of this kind pays before its own work.

#include <QApplication>
#include <QMainWindow>
#include <QTimer>

#include <cstdio>
#include <utility>

namespace {

class EmptyWindow : public QMainWindow {
protected:
    void paintEvent(QPaintEvent* event) override {
        QMainWindow::paintEvent(event);
        if (std::exchange(m_isPainted, true))
            return;
        QTimer::singleShot(0, this, [] {
            std::fputs("first frame\n", stdout);
            std::fflush(stdout);
        });
    }

private:
    bool m_isPainted = false;
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    EmptyWindow window;
    window.resize(1920, 1080);
    window.show();
    return QApplication::exec();
}
