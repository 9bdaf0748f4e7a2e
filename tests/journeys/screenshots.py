#!/usr/bin/env python3
"""Takes pictures of every page, for developers to look at: in both languages, light and dark, on a small and a large
screen, with text of both sizes. Options choose among them, so that one page can be looked at quickly. These are
pictures of the true screen; build/tests/ui/look-pictures draws more of them in seconds, without one.

Needs Xvfb, openbox, dbus-run-session, xdotool and ImageMagick; starts a display of its own for each screen.
"""

import argparse
import itertools
import os
import subprocess
import sys
import tempfile

SCREENS = ["1024x600", "1920x1080"]
THEMES = ["light", "dark"]
# Those of a person who may see them all, by the number of their key.
PAGES = [(1, "queue"), (4, "review"), (5, "labels"), (6, "search"), (7, "settings")]
SCALES = ["1.0", "2.0"]
MODES = ["normal"]
CONTRASTS = ["false"]
LANGUAGES = ["en", "zh_CN"]
# The window manager and the session bus for one screen.
DESKTOP = ["dbus-run-session", "--", "xvfb-run", "-a", "-s"]
WITH_MANAGER = ["sh", "-c", 'openbox & manager=$!; "$@"; status=$?; kill "$manager"; exit "$status"', "sh"]


class Photographer:
    """Goes through the pages of one window. Prompts are translated, so only what is the same everywhere is waited for."""

    def __init__(self, window, stem, only):
        self.window = window
        self.stem = stem
        self.only = only
        self.taken = 0

    def take(self, name):
        self.taken += 1
        if self.only and name not in self.only:
            return
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
    for number, page in PAGES:
        window.press(f"ctrl+{number}")
        photographer.take(page)
    window.press("ctrl+4")
    window.press("j")
    photographer.take("lot")
    window.press("d")
    photographer.take("decide")


def photograph(options):
    """Called again in a process of its own, under the display: each choice has been made by then."""
    import station_window

    sample = options.station[0] == "sample"
    language, screen, scale, theme, mode, contrast = (
        choice[0] for choice in (options.language, options.screen, options.scale, options.theme, options.mode,
                                 options.contrast))
    with tempfile.TemporaryDirectory(prefix="vouch-screenshots-") as data:
        window = station_window.StationWindow(data, ["--language", language] + (["--sample"] if sample else []),
                                              {"text-scale": scale, "theme": f"'{theme}'", "ui-mode": f"'{mode}'",
                                               "high-contrast": contrast})
        try:
            window.start()
            window.press("super+Up", "F11")
            look = f"{theme}{'-contrast' if contrast == 'true' else ''}{'' if mode == 'normal' else '-' + mode}"
            stem = os.path.join(options.directory, f"{language}-{screen}-{scale}-{look}{'' if sample else '-new'}")
            (visit_sample_station if sample else visit_new_station)(Photographer(window, stem, options.only))
        finally:
            window.end()


def read_options(arguments):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build")
    parser.add_argument("directory")
    parser.add_argument("--language", nargs="+", default=LANGUAGES)
    parser.add_argument("--screen", nargs="+", default=SCREENS, help="like 768x1366")
    parser.add_argument("--scale", nargs="+", default=SCALES, help="of the text")
    parser.add_argument("--theme", nargs="+", default=THEMES)
    parser.add_argument("--mode", nargs="+", default=MODES, help="normal, glove or kiosk")
    parser.add_argument("--contrast", nargs="+", default=CONTRASTS, help="true for high contrast")
    parser.add_argument("--station", nargs="+", default=["new", "sample"], choices=["new", "sample"])
    parser.add_argument("--only", nargs="+", default=[], help="names of pictures, like “review”")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    options.build, options.directory = map(os.path.abspath, (options.build, options.directory))
    return options


def main(arguments):
    options = read_options(arguments)
    if options.here:
        photograph(options)
        return 0
    os.makedirs(options.directory, exist_ok=True)
    environment = dict(
        os.environ, VOUCH_STATION=os.path.join(options.build, "src/app/vouch-station"), GSK_RENDERER="cairo",
        LC_ALL="C.UTF-8", VOUCH_DECODER=os.path.join(options.build, "src/decoder/vouch-decoder"),
        PYTHONDONTWRITEBYTECODE="1")
    only = ["--only", *options.only] if options.only else []
    for screen, scale, language, theme, mode, contrast, station in itertools.product(
            options.screen, options.scale, options.language, options.theme, options.mode, options.contrast,
            options.station):
        subprocess.run([*DESKTOP, f"-screen 0 {screen}x24", *WITH_MANAGER, "/usr/bin/python3", __file__, options.build,
                        options.directory, "--here", "--screen", screen, "--scale", scale, "--language", language,
                        "--theme", theme, "--mode", mode, "--contrast", contrast, "--station", station, *only],
                       env=environment, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
