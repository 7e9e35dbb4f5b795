// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/frames/desk_load.h"
#include "tests/support/bench_record.h"

#include <QApplication>

int main(int argc, char** argv) {
    using namespace strikedesk;
    if (!bench::benchWanted("gui.desk_input_p99_ms") && !bench::benchWanted("gui.desk_frame_gap_p999_ms"))
        return 0;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const ui::DeskLoadFigures figures = ui::runDeskLoad(20'000, 20'000);
    ui::printDeskLoad(figures);
    const int input = bench::writeBenchRecordOrComplain(
        {"gui.desk_input_p99_ms", figures.inputP99, "ms p99", "what a person is promised", 50});
    const int gap = bench::writeBenchRecordOrComplain(
        {"gui.desk_frame_gap_p999_ms", figures.gapP999, "ms p99.9", "what a person is promised", 100});
    return input != 0 ? input : gap;
}
