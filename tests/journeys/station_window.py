"""Drives the real window as people do: a scanner that types, keys, and eyes that read the screen through AT-SPI.

Nothing here waits for a time to pass. Whatever is waited for is a condition, asked for again and again until it holds
or patience ends.
"""

import os
import signal
import subprocess
import time

# The station must not warn; what AT-SPI warns this process of does not matter.
STRICTNESS = os.environ.pop("G_DEBUG", "")

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Role = Atspi.Role

PROGRAM = os.environ.get("VOUCH_STATION", "")
PATIENCE = 20
GLIMPSE = 0.3
GLANCE = 0.02
# A hand needs longer than this from one code to the next, and the station takes a command right after a label for a
# sheet of codes under the beam.
HAND = 0.35
FINGER = 0.12
GS = "\x1d"


class Impatient(AssertionError):
    pass


def wait_until(condition, what, seconds=PATIENCE):
    """Asks for the condition until it holds, and returns what it gave."""
    deadline = time.monotonic() + seconds
    while True:
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

    def __init__(self, directory, arguments=(), environment=None):
        self.data = os.path.join(directory, "station")
        self.unlock = os.path.join(directory, "secret", "unlock.key")
        self.arguments = list(arguments)
        self.environment = dict(os.environ, GTK_A11Y="atspi", G_DEBUG=STRICTNESS, **(environment or {}))
        self.scanner = Scanner()
        self.keys = 0
        self.pressed = 0
        self.process = None

    def start(self):
        self.process = subprocess.Popen(
            [PROGRAM, "--data", self.data, "--unlock", self.unlock] + self.arguments, env=self.environment)
        self.application = wait_until(self._find_application, "the station to appear")
        self.application.set_cache_mask(Atspi.Cache.NONE)
        self.frame = wait_until(self._find_active, "the station's window to have the focus")
        wait_until(self._find_parts, "the station to open")
        return self

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

    def _find_parts(self):
        parts = [found for found in descendants(self.frame) if found.get_role() == Role.STATUS_BAR]
        if len(parts) != 2:
            return False
        self.state_line, self.panel = parts
        return self.prompt() and "Station" in self.facts()

    # What is on the screen.

    def facts(self):
        """The state line: caption → value."""
        return {fact[0]: fact[1] for fact in (labels(part) for part in children(self.state_line)) if len(fact) == 2}

    def _statement(self):
        """The left part of the result panel: the result where there is one, and the prompt below it."""
        return list(children(next(children(next(children(self.panel))))))

    def prompt(self):
        return self._statement()[-1].get_name()

    def result(self):
        """Word and detail of the result that is shown; empty where there is none."""
        parts = self._statement()
        return labels(parts[0]) if len(parts) > 1 else []

    def word(self):
        return (self.result() + [""])[0]

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

    def wait_for_word(self, word):
        return self.wait_for(lambda: self.result() if self.word() == word else None, f"the result {word}")

    # What people do.

    def scan(self, code):
        time.sleep(max(0, self.pressed + HAND - time.monotonic()))
        self.scanner.scan(code)

    def press(self, *keys):
        """Presses keys as slowly as a person, which is what tells a person from a scanner."""
        for key in keys:
            time.sleep(max(0, max(self.pressed + FINGER, self.scanner.last + HAND) - time.monotonic()))
            subprocess.run(["xdotool", "key", key], check=True, timeout=PATIENCE)
            self.keys += 1
            self.pressed = time.monotonic()

    def find_focus(self):
        """The widget that gets the keys; every other window has one that would."""
        window = self._find_active()
        for found in descendants(window) if window else ():
            if found.get_state_set().contains(Atspi.StateType.FOCUSED):
                return found
        return None

    def tab_to(self, role, name, most=40):
        """Goes from widget to widget as far as it takes. The inside of some entries is not told apart, so a key that
        changed nothing to be seen is followed by the next."""
        for _ in range(most):
            focus = self.find_focus()
            if focus is not None and (focus.get_role(), focus.get_name()) == (role, name):
                return focus
            self.press("Tab")
            try:
                wait_until(lambda left=focus: self.find_focus() != left, "the focus to move on", GLIMPSE)
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
        subprocess.run(["xdotool", "key", "ctrl+q"], check=True, timeout=PATIENCE)
        return self.process.wait(PATIENCE)

    def end(self):
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
