# SPDX-FileCopyrightText: 2026 The Strikedesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one-way street as data: each room and the rooms it may include. A room may always include itself.

A file belongs to the room with the longest matching name. Every folder with C++ in it needs a row, and every row
needs a folder, so a new room is a decision and an old one cannot linger here.
"""

MARKET_AND_OPTIONS = ["core/base", "core/market", "core/options"]
DECIDE_AND_BELOW = MARKET_AND_OPTIONS + ["core/trade", "core/decide"]
ENGINE_AND_BELOW = DECIDE_AND_BELOW + ["core/review", "core/engine"]
ALL_IO = ["core/io/log", "core/io/keys", "core/io/net", "core/io/store", "core/io/venues/common",
          "core/io/venues/alpaca", "core/io/venues/polygon", "core/io/assist", "core/io/notify", "core/io/gateway"]

ROOMS = {
    "core/base": [],
    "core/market": ["core/base"],
    "core/options": ["core/base"],
    "core/trade": MARKET_AND_OPTIONS,
    "core/trade/venue": MARKET_AND_OPTIONS + ["core/trade"],
    "core/decide": MARKET_AND_OPTIONS + ["core/trade"],
    "core/review": DECIDE_AND_BELOW,
    "core/engine": DECIDE_AND_BELOW + ["core/review"],

    "core/io/log": ["core/base"],
    "core/io/keys": ["core/base"],
    "core/io/net": ["core/base"],
    "core/io/store": ENGINE_AND_BELOW,
    "core/io/venues/common": MARKET_AND_OPTIONS + ["core/io/net"],
    "core/io/venues/alpaca": ENGINE_AND_BELOW + ["core/io/net", "core/io/venues/common"],
    "core/io/venues/polygon": MARKET_AND_OPTIONS + ["core/io/net", "core/io/venues/common"],
    "core/io/assist": ENGINE_AND_BELOW + ["core/io/net"],
    "core/io/notify": ENGINE_AND_BELOW + ["core/io/net"],
    "core/io/gateway": ENGINE_AND_BELOW + ["core/io/net"],

    "core/run/handover": ENGINE_AND_BELOW,
    "core/run/watch": ENGINE_AND_BELOW + ["core/io/store", "core/run/handover"],
    "core/run/film": ENGINE_AND_BELOW + ["core/run/handover"],
    "core/run/sandbox/market": MARKET_AND_OPTIONS + ["core/trade", "core/trade/venue"],
    "core/run/sandbox": ENGINE_AND_BELOW + ["core/trade/venue", "core/io/store", "core/io/log",
                                            "core/run/sandbox/market"],
    "core/run/lab": ENGINE_AND_BELOW + ["core/trade/venue", "core/run/film"],
    "core/run/guardian": ENGINE_AND_BELOW + ALL_IO + ["core/run/handover"],
    "core/run/workers": ENGINE_AND_BELOW + ALL_IO + ["core/run/handover", "core/run/film"],
    "core/run/session": ENGINE_AND_BELOW + ALL_IO + [
        "core/trade/venue", "core/run/handover", "core/run/film", "core/run/sandbox", "core/run/lab",
        "core/run/guardian", "core/run/watch", "core/run/workers"],

    "charts": ENGINE_AND_BELOW,
    "ui": ENGINE_AND_BELOW + ["charts"],
}

# Programs that run while the product is built; they write tables and know nothing of the rooms.
ROOMS["tools/zone_table"] = []

# Composition: may name anything below it. Tests may name everything but the programs.
HEADLESS = sorted(room for room in ROOMS if not room.startswith(("charts", "ui", "tools")))
ROOMS["app/host"] = HEADLESS
ROOMS["app/ctl"] = HEADLESS + ["app/host"]
ROOMS["app/desk"] = HEADLESS + ["charts", "ui", "app/host"]
EVERYTHING = sorted(ROOMS)
ROOMS["app/terminal"] = [room for room in EVERYTHING if room != "app/ctl"]
ROOMS["tests"] = [room for room in EVERYTHING if room != "app/ctl"]

# Rooms that are plain C++: no Qt, no clock of the machine, no chance, no thread, no file, no socket.
PURE_ROOMS = ("core/base", "core/market", "core/options", "core/trade", "core/trade/venue", "core/decide",
              "core/review", "core/engine")

# An include that begins with one of these is ours.
TOP_FOLDERS = ("core", "charts", "ui", "app", "tests", "tools")


def room_of(name):
    """The room a root-relative file or include belongs to, or None."""
    matches = [room for room in ROOMS if name.startswith(room + "/")]
    return max(matches, key=len) if matches else None
