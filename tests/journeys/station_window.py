"""Drives the real window as people do: a scanner that types, keys, and eyes that read the screen through AT-SPI.

Nothing here waits for a time to pass. Whatever is waited for is a condition, asked for again and again until it holds
or patience ends.
"""

import os
import re
import signal
import subprocess
import sys
import time

# What AT-SPI warns this process of does not matter.
os.environ.pop("G_DEBUG", None)

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Role = Atspi.Role

PROGRAM = os.environ.get("VOUCH_STATION", "")
PATIENCE = 20
GLIMPSE = 1
GLANCE = 0.02
# How far a scanner's keys may lie apart here: the program that types for it is kept waiting by whatever else runs.
SCANNER_GAP_MS = 200
FAST_SCANNER_GAP_MS = 20
# Larger where keys are pressed in haste, so that it can be seen which of the two holds.
CALM_TEXT, HURRIED_TEXT = "1.0", "1.1"
SETTINGS_GROUP = "app/vouch/Station"
# A person's keys lie further apart than a scanner's, and a hand needs longer still from one code to the next.
FINGER = 0.3
HAND = 0.5
HASTE = 0.05
GS = "\x1d"
COMPLAINT = re.compile(r"(WARNING|CRITICAL|ERROR) \*\*")


class Impatient(AssertionError):
    pass


def wait_until(condition, what, seconds=PATIENCE):
    """Asks for the condition until it holds, and returns what it gave."""
    deadline = time.monotonic() + seconds
    while True:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            found = condition()
        except GLib.Error:
            # What was looked at is just being replaced on the screen.
            found = None
        if found:
            return found
        if time.monotonic() > deadline:
            raise Impatient("in vain waited for " + (what() if callable(what) else what))
        time.sleep(GLANCE)


def children(accessible):
    for index in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(index)
        if child is not None:
            yield child


def descendants(accessible):
    for child in children(accessible):
        yield child
        yield from descendants(child)


def labels(accessible):
    """The texts of the labels in a part of the window, top to bottom. An empty label has its class as its name."""
    return [found.get_name() for found in descendants(accessible)
            if found.get_role() == Role.LABEL and found.get_name() != "GtkLabel"]


class Box:
    """Where something is in the window."""

    def __init__(self, accessible):
        extents = accessible.get_extents(Atspi.CoordType.WINDOW)
        self.name = accessible.get_name()
        self.left, self.top = extents.x, extents.y
        self.width, self.height = extents.width, extents.height

    def __repr__(self):
        return f"{self.name} {self.width}×{self.height} at {self.left}, {self.top}"

    @property
    def place(self):
        return self.left, self.top, self.width, self.height

    def lies_in(self, other):
        return (self.left >= other.left and self.top >= other.top and
                self.left + self.width <= other.left + other.width and
                self.top + self.height <= other.top + other.height)

    def overlaps(self, other):
        return (self.left < other.left + other.width and other.left < self.left + self.width and
                self.top < other.top + other.height and other.top < self.top + self.height)


class Focus:
    """Follows the focus through the events that assistive technology gets."""

    def __init__(self):
        self.moves = 0
        self.at = None
        self._listener = Atspi.EventListener.new(self._moved)
        self._listener.register("object:state-changed:focused")

    def _moved(self, event):
        if event.detail1:
            self.at = event.source
            self.moves += 1

    def look_away(self):
        self._listener.deregister("object:state-changed:focused")

    def is_on(self, role, name=None):
        """Whether the focus is on that; on anything of that role if it has no name. What had it may be gone since."""
        try:
            return self.at is not None and self.at.get_role() == role and name in (None, self.at.get_name())
        except GLib.Error:
            return False


class Scanner:
    """A scanner that types, one process a scan, so that its keys are as close as a scanner's."""

    def __init__(self):
        self.scans = 0
        self.last = 0

    def scan(self, code, suffix="Return"):
        time.sleep(max(0, self.last + HAND - time.monotonic()))
        command = ["xdotool"]
        for n, part in enumerate(code.split(GS)):
            if n > 0:
                command += ["key", "ctrl+bracketright"]
            if part:
                command += ["type", "--delay", "1", "--args", "1", part]
        command += ["key", suffix]
        subprocess.run(command, check=True, timeout=PATIENCE)
        self.scans += 1
        self.last = time.monotonic()


class StationWindow:
    """The station's program and its window."""

    def __init__(self, directory, arguments=(), settings=None, environment=None):
        self.data = os.path.join(directory, "station")
        self.unlock = os.path.join(directory, "secret", "unlock.key")
        self.arguments = list(arguments)
        self.environment = dict(os.environ, GTK_A11Y="atspi", GSETTINGS_BACKEND="keyfile",
                                XDG_CONFIG_HOME=os.path.join(directory, "config"), **(environment or {}))
        self.set(dict({"scanner-gap-ms": str(SCANNER_GAP_MS)}, **(settings or {})))
        self.focus = Focus()
        self.scanner = Scanner()
        self.keys = 0
        self.finger = FINGER
        self.pressed = 0
        self.process = None
        self.state_line = self.panel = None
        self.said = os.path.join(directory, "station.said")

    def set(self, settings):
        """Changes settings of the station: name → value as GVariant writes it. A station that runs follows at once,
        and what it has changed itself stays."""
        kept = self._load_settings()
        for name, value in settings.items():
            kept.set_value(SETTINGS_GROUP, name, value)
        kept.save_to_file(self._settings_path())

    def read_setting(self, name):
        """A setting as it is kept, as GVariant writes it; None where it has its default."""
        kept = self._load_settings()
        keys = kept.get_keys(SETTINGS_GROUP)[0] if kept.has_group(SETTINGS_GROUP) else []
        return kept.get_value(SETTINGS_GROUP, name) if name in keys else None

    def _settings_path(self):
        return os.path.join(self.environment["XDG_CONFIG_HOME"], "glib-2.0", "settings", "keyfile")

    def _load_settings(self):
        kept = GLib.KeyFile.new()
        if os.path.exists(self._settings_path()):
            kept.load_from_file(self._settings_path(), GLib.KeyFileFlags.NONE)
        else:
            os.makedirs(os.path.dirname(self._settings_path()))
        return kept

    def start(self):
        self.launch()
        self.wait_until_open()
        return self

    def launch(self):
        """Starts the program, which then has a window, whether or not it can open its station. It gives way to the
        scanner, whose keys lie apart like a person's if it is kept waiting."""
        with open(self.said, "a", encoding="utf-8") as said:
            self.process = subprocess.Popen(
                ["nice", PROGRAM, "--data", self.data, "--unlock", self.unlock] + self.arguments,
                env=self.environment, stderr=said)
        self._forget_parts()
        self.application = wait_until(self._find_application, "the station to appear")
        self.application.set_cache_mask(Atspi.Cache.NONE)
        self.frame = wait_until(self._find_active, "the station's window to have the focus")

    def wait_until_open(self):
        wait_until(self._find_parts, "the station to open")

    def is_active(self):
        return self._find_active() is not None

    def says(self, text):
        """Whether a label somewhere in the window says so."""
        return any(text in said for said in labels(self.frame))

    def count_labels(self, text):
        """How many labels say just that."""
        return labels(self.frame).count(text)

    def _find_application(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the station ended with {self.process.returncode}")
        for application in children(Atspi.get_desktop(0)):
            if application.get_process_id() == self.process.pid:
                return application
        return None

    def list_windows(self):
        return list(children(self.application))

    def _find_active(self):
        for window in self.list_windows():
            if window.get_state_set().contains(Atspi.StateType.ACTIVE):
                return window
        return None

    def _forget_parts(self):
        """They may have been replaced: look for them again."""
        self.state_line = self.panel = None

    def _find_parts(self):
        """The state line, and the result panel, which some pages do without and which lies over all of them."""
        parts = [found for found in descendants(self.frame) if found.get_role() == Role.STATUS_BAR]
        self.state_line = parts[0] if parts else None
        self.panel = parts[-1] if len(parts) > 1 else None
        return self.state_line and self._read_facts()

    # What is on the screen.

    def facts(self):
        """The state line: caption → value."""
        if self.state_line is None and not self._find_parts():
            return {}
        try:
            return self._read_facts()
        except GLib.Error:
            self._forget_parts()
            raise

    def _read_facts(self):
        return {fact[0]: fact[1] for fact in (labels(part) for part in children(self.state_line)) if len(fact) == 2}

    def _statement(self):
        """The left part of the result panel: the result where there is one, and the prompt below it."""
        if self.panel is None and not (self._find_parts() and self.panel):
            return []
        try:
            inner = self.panel
            for _ in range(3):
                inner = next(iter(children(inner)), None)
                if inner is None:
                    self._forget_parts()  # it was not in the window yet when the parts were looked for
                    return []
            return list(children(inner))
        except GLib.Error:
            self._forget_parts()
            raise

    def prompt(self):
        parts = self._statement()
        return parts[-1].get_name() if parts else ""

    def result(self):
        """Word and detail of the result that is shown; empty where there is none."""
        parts = self._statement()
        return labels(parts[0]) if len(parts) > 1 else []

    def word(self):
        return (self.result() + [""])[0]

    def settle(self):
        """Waits until the screen says the same twice in a row, a while apart."""
        said = []

        def says_the_same():
            said.append((self.describe(), [window.get_name() for window in self.list_windows()]))
            time.sleep(GLIMPSE / 4)
            return len(said) > 2 and said[-1] == said[-2]

        wait_until(says_the_same, "the screen to come to rest")

    def describe(self):
        try:
            return f"{self.facts()}, “{self.prompt()}”, {self.result()}"
        except (GLib.Error, StopIteration) as error:
            return f"a window that cannot be read: {error}"

    def find(self, role, name):
        for window in self.list_windows():
            for found in descendants(window):
                if found.get_role() == role and found.get_name() == name:
                    return found
        return None

    def has_window(self, title):
        return any(window.get_name() == title for window in self.list_windows())

    def count_items(self, name):
        """How long a list is."""
        return sum(1 for child in children(self.find(Role.LIST, name)) if child.get_role() == Role.LIST_ITEM)

    def wait_for(self, condition, what):
        return wait_until(condition, lambda: f"{what}; there is {self.describe()}")

    def wait_for_fact(self, caption, value):
        self.wait_for(lambda: self.facts().get(caption) == value, f"{caption}: {value}")

    def wait_for_prompt(self, text):
        self.wait_for(lambda: self.prompt() == text, f"“{text}”")

    def wait_for_text(self, entry, text):
        wait_until(lambda: self.read_entry(entry) == text, lambda: f"“{text}” in a field with “{self.read_entry(entry)}”")

    def wait_for_word(self, word):
        return self.wait_for(lambda: self.result() if self.word() == word else None, f"the result {word}")

    # What people do.

    def scan(self, code):
        time.sleep(max(0, self.pressed + HAND - time.monotonic()))
        self.scanner.scan(code)

    def hurry(self):
        """From now on the station takes only a fast scanner for one, so that keys may come faster as well."""
        self._set_scanner_gap(FAST_SCANNER_GAP_MS, HURRIED_TEXT)
        self.finger = HASTE

    def calm_down(self):
        """As at the start."""
        self._set_scanner_gap(SCANNER_GAP_MS, CALM_TEXT)
        self.finger = FINGER

    def _set_scanner_gap(self, milliseconds, scale):
        """Nobody sees which scanner the station expects, but everybody the size of its text: settings that are written
        together come into force together."""
        label = next(found for found in descendants(self.state_line) if found.get_role() == Role.LABEL)
        before = Box(label).width
        self.set({"scanner-gap-ms": str(milliseconds), "text-scale": scale})
        self.wait_for(lambda: Box(label).width != before, f"text of size {scale}")

    def press(self, *keys):
        """Presses keys as slowly as a person, which is what tells a person from a scanner."""
        for key in keys:
            time.sleep(max(0, max(self.pressed + self.finger, self.scanner.last + HAND) - time.monotonic()))
            subprocess.run(["xdotool", "key", key], check=True, timeout=PATIENCE)
            self.keys += 1
            self.pressed = time.monotonic()

    def tab_to(self, role, name=None, most=40):
        """Goes from widget to widget as far as it takes. The inside of some entries tells nobody that it has the
        focus, so a key that was not seen to move it is followed by the next."""
        for _ in range(most):
            if self.focus.is_on(role, name):
                return self.focus.at
            moves = self.focus.moves
            self.press("Tab")
            try:
                wait_until(lambda before=moves: self.focus.moves > before, "the focus to move on", GLIMPSE)
            except Impatient:
                pass
        raise AssertionError(f"the focus never comes to {name}; there is {self.describe()}")

    def click(self, role, name):
        """What a mouse or a finger does."""
        found = self.wait_for(lambda: self._find_sensitive(role, name), f"{name} to become possible")
        assert found.do_action(0), f"{name} cannot be clicked"

    def _find_sensitive(self, role, name):
        found = self.find(role, name)
        return found if found is not None and found.get_state_set().contains(Atspi.StateType.SENSITIVE) else None

    def resize(self, width, height):
        """As large as a screen, which the window fills there."""
        before = Box(self.frame).place
        subprocess.run(["xdotool", "getactivewindow", "windowsize", str(width), str(height)], check=True,
                       timeout=PATIENCE)
        wait_until(lambda: Box(self.frame).place != before, "the window to have another size")

    def wait_to_fill_the_screen(self):
        """As a window does that goes full screen: what is typed in between may go nowhere."""
        screen = self._ask_the_display("getdisplaygeometry").split()

        def fills_the_screen():
            shell = self._ask_the_display("getactivewindow", "getwindowgeometry", "--shell").split()
            return {f"WIDTH={screen[0]}", f"HEIGHT={screen[1]}"} <= set(shell) and self.is_active()

        self.wait_for(fills_the_screen, "a window as large as the screen")

    @staticmethod
    def _ask_the_display(*question):
        return subprocess.run(["xdotool", *question], check=True, capture_output=True, text=True,
                              timeout=PATIENCE).stdout

    def fill(self, role, name, text):
        """Puts a text into an entry as an input method does."""
        found = self.wait_for(lambda: self.find(role, name), f"a field named {name}")
        assert found.set_text_contents(text), f"{name} takes no text"

    def read_entry(self, entry):
        return Atspi.Text.get_text(entry, 0, Atspi.Text.get_character_count(entry))

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        wait_until(lambda: not self._is_listed(), "the killed window to be forgotten")

    def _is_listed(self):
        return any(application.get_process_id() == self.process.pid for application in children(Atspi.get_desktop(0)))

    def quit(self):
        """Closes the window as a person does, and returns how the program ended."""
        self.press("ctrl+q")
        return self.process.wait(PATIENCE)

    def end(self):
        self.focus.look_away()
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self.process is not None:
            self._check_what_was_said()

    def _check_what_was_said(self):
        """The station must not warn of itself."""
        with open(self.said, encoding="utf-8", errors="replace") as file:
            said = file.read()
        sys.stderr.write(said)
        complaints = [line for line in said.splitlines() if COMPLAINT.search(line)]
        if complaints:
            raise AssertionError(f"the station complained: {complaints}")
