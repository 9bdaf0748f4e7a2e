#!/usr/bin/env python3
"""Takes pictures of every page, for developers to look at: in both languages, on two screens, with large text too.

usage: screenshots.py BUILD DIRECTORY

Needs Xvfb, openbox, dbus-run-session, xdotool and ImageMagick; starts a display of its own for each screen.
"""

import os
import subprocess
import sys
import tempfile

SCREENS = ["1280x800", "1366x768"]
SCALES = ["1.0", "2.0"]
LANGUAGES = ["en", "zh_CN"]
# The window manager and the session bus for one screen.
DESKTOP = ["dbus-run-session", "--", "xvfb-run", "-a", "-s"]
WITH_MANAGER = ["sh", "-c", 'openbox & manager=$!; "$@"; status=$?; kill "$manager"; exit "$status"', "sh"]


class Photographer:
    """Goes through the pages of one window. Prompts are translated, so only what is the same everywhere is waited for."""

    def __init__(self, window, stem):
        self.window = window
        self.stem = stem
        self.taken = 0

    def take(self, name):
        self.taken += 1
        self.window.settle()
        subprocess.run(["import", "-window", "root", f"{self.stem}-{self.taken:02d}-{name}.png"], check=True)

    def expect(self, value):
        self.window.wait_for(lambda: value in self.window.facts().values(), value)


def visit_new_station(photographer):
    photographer.take("first-start")


def visit_sample_station(photographer):
    import dock

    window = photographer.window
    photographer.take("sign-in")
    window.press("ctrl+8")
    photographer.take("bar-codes")
    window.press("ctrl+2")
    window.scan(dock.INSPECTOR)
    photographer.expect("李伟 Li Wei")
    photographer.take("receive")
    window.scan("NOBODY-KNOWS-THIS")
    photographer.take("misread")
    window.scan("PO-2026-0002")
    photographer.expect("PO-2026-0002")
    photographer.take("delivery")
    window.scan("9520001000089")
    photographer.take("quantity")
    window.scan("XCBACK")
    window.scan("XCHOME")
    window.scan(dock.DELIVERY)
    photographer.expect(dock.DELIVERY)
    window.scan(dock.goods_label())
    photographer.expect("1 / 5")
    photographer.take("check")
    window.scan("XCPASS")
    photographer.expect("2 / 5")
    photographer.take("pass")
    window.scan("XCFAIL")
    photographer.take("defect")
    window.scan("XCDF015")
    photographer.take("verdict")
    window.scan("XCREJECT")
    photographer.take("sign")
    window.scan(dock.INSPECTOR)
    photographer.take("rejected")
    window.scan("XCLOGOUT")
    window.scan(dock.QA_LEAD)
    photographer.take("pin")
    window.press(*dock.QA_LEAD_PIN, "Return")
    photographer.expect("陈静 Chen Jing")
    window.press("ctrl+4")
    photographer.take("review")
    window.press(*["Tab"] * 6, "space")
    photographer.take("lot")


def photograph(directory, screen, scale, language, sample):
    """Called again in a process of its own, under the display."""
    import station_window

    with tempfile.TemporaryDirectory(prefix="vouch-screenshots-") as data:
        window = station_window.StationWindow(data, ["--language", language] + (["--sample"] if sample else []),
                                              {"text-scale": scale})
        try:
            window.start()
            window.press("super+Up", "F11")
            stem = os.path.join(directory, f"{language}-{screen}-{scale}{'' if sample else '-new'}")
            (visit_sample_station if sample else visit_new_station)(Photographer(window, stem))
        finally:
            window.end()


def main(arguments):
    if len(arguments) == 5:
        photograph(*arguments[:4], arguments[4] == "sample")
        return 0
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    build, directory = map(os.path.abspath, arguments)
    os.makedirs(directory, exist_ok=True)
    environment = dict(
        os.environ, VOUCH_STATION=os.path.join(build, "src/app/vouch-station"), GSK_RENDERER="cairo", LC_ALL="C.UTF-8",
        VOUCH_DECODER=os.path.join(build, "src/decoder/vouch-decoder"), PYTHONDONTWRITEBYTECODE="1")
    for screen in SCREENS:
        for scale in SCALES:
            for language in LANGUAGES:
                for kind in ("new", "sample"):
                    subprocess.run([*DESKTOP, f"-screen 0 {screen}x24", *WITH_MANAGER, "/usr/bin/python3", __file__,
                                    directory, screen, scale, language, kind], env=environment, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
