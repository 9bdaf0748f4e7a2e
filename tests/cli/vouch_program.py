"""Runs the real `vouch`, at a station of its own in a temporary directory."""

import atexit
import functools
import itertools
import json
import os
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["VOUCH"]
ADMINISTRATOR = ("VB1001", "481516")
INSPECTOR = ("VB1002", None)
OTHER_INSPECTOR = ("VB1003", None)
QA_LEAD = ("VB1004", "271828")
SERVICE = ("VB1005", None)
AUDITOR = ("VB1006", None)


class Done:
    """One run of the program."""

    def __init__(self, process):
        self.code = process.returncode
        self.out = process.stdout
        self.err = process.stderr

    @property
    def lines(self):
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def only(self):
        assert len(self.lines) == 1, (self.out, self.err)
        return self.lines[0]

    @property
    def error(self):
        return self.only["error"]


def run(*arguments, stdin="", environment=None):
    return Done(subprocess.run([PROGRAM, *arguments], input=stdin, capture_output=True, text=True, timeout=60,
                               env=dict(os.environ, **(environment or {})), start_new_session=True, check=False))


def run_json(*arguments, stdin=""):
    return run(*arguments, "--json", stdin=stdin)


def as_lines(*objects):
    return "".join(json.dumps(entry) + "\n" for entry in objects)


@functools.cache
def make_sample():
    """A directory with the example data, made once a program: hashing its PINs is slow on purpose."""
    station = Station(sample=False)
    station.do("sample-data")
    atexit.register(station.remove)
    return station.directory


class Station:
    """A station with the example data."""

    def __init__(self, sample=True):
        self.directory = tempfile.mkdtemp(prefix="vouch-cli-test-")
        self.data = os.path.join(self.directory, "station")
        self.unlock = os.path.join(self.directory, "unlock", "key")
        self.names = itertools.count(1)
        if sample:
            shutil.copytree(make_sample(), self.directory, dirs_exist_ok=True)

    def remove(self):
        shutil.rmtree(self.directory)

    def path(self, name):
        return os.path.join(self.directory, name)

    def write(self, content):
        path = self.path("file-%d" % next(self.names))
        with open(path, "w", encoding="utf-8") as file:
            file.write(content)
        return path

    def arguments(self, who):
        arguments = ["--data", self.data, "--unlock", self.unlock]
        if who:
            arguments += ["--as", who[0]]
            if who[1]:
                arguments += ["--pin-file", self.write(who[1] + "\n")]
        return arguments

    def try_(self, *arguments, who=None, stdin=""):
        return run_json(*arguments, *self.arguments(who), stdin=stdin)

    def do(self, *arguments, who=None, stdin=""):
        """Runs a command that must succeed; its one answer."""
        done = self.try_(*arguments, who=who, stdin=stdin)
        assert done.code == 0, (arguments, done.code, done.out, done.err)
        return done.only

    def list(self, *arguments):
        done = self.try_(*arguments)
        assert done.code == 0, (arguments, done.code, done.out, done.err)
        return done.lines

    def count_tea(self, lot="QH26A01", quantity="200"):
        """Green tea of the first delivery, counted and closed; the lot's number."""
        self.do("delivery", "open", "--number", "PO-2026-0001", who=INSPECTOR)
        counted = self.do("receive", "count", "--delivery", "PO-2026-0001", "--product", "TEA-G100", "--quantity",
                          quantity, "--supplier-lot", lot, "--expiry", "2031-01-31", who=INSPECTOR)
        self.do("receive", "close-line", "--line", "PO-2026-0001/1", who=INSPECTOR)
        return counted["lot"]

    def read_symbols(self, pdf, page, dpi=203):
        """The codes on a page, as a picture of it at a printer's resolution is read."""
        picture = self.path("page")
        subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", "-png", "-singlefile", "-f", str(page), "-l", str(page), pdf,
                        picture], check=True, timeout=60)
        return run_json("scan", picture + ".png").only["symbols"]

    def read_label(self, pdf, page):
        """The one code on a page of labels."""
        symbols = self.read_symbols(pdf, page)
        assert len(symbols) == 1, symbols
        return symbols[0]

    def inspect_tea(self, failing=()):
        """The same, planned and wholly checked."""
        lot = self.count_tea()
        self.do("lot", "plan", "--lot", lot, who=INSPECTOR)
        for position in range(1, 6):
            if position in failing:
                self.do("inspect", "record", "--lot", lot, "--position", str(position), "--check", "1", "--result",
                        "fail", "--defect", "008", who=INSPECTOR)
            self.do("inspect", "pass", "--lot", lot, "--position", str(position), who=INSPECTOR)
        return lot

    def release_tea(self):
        lot = self.inspect_tea()
        self.do("decide", "accept", "--lot", lot, "--badge", "VB1002", who=INSPECTOR)
        return lot


class StationTest(unittest.TestCase):
    """A station of its own for each test."""

    def setUp(self):
        self.station = Station()
        self.addCleanup(self.station.remove)

    def assert_refused(self, done, code, field=None, exit_code=1):
        self.assertEqual(exit_code, done.code, done.out + done.err)
        self.assertEqual(code, done.error["code"], done.error)
        self.assertTrue(done.error["message"])
        if field:
            self.assertEqual(field, done.error["field"])


def main():
    unittest.main(verbosity=2)
