"""A dock to work at: a station on example data in a directory of its own, and what lies on the table."""

import datetime
import os
import shutil
import tempfile
import unittest

from station_window import GS, StationWindow

ADMINISTRATOR = "VB1001"
ADMINISTRATOR_PIN = "481516"
INSPECTOR = "VB1002"
OTHER_INSPECTOR = "VB1003"
QA_LEAD = "VB1004"
QA_LEAD_PIN = "271828"
DELIVERY = "PO-2026-0001"
TEA = "09520001000010"
SAMPLE = 5


def goods_label(gtin=TEA, lot="QH26A01", expires_in_days=510, count=200):
    """A GS1-128 label as a scanner types it: AIM identifier, and a GS after what has no fixed length."""
    expiry = datetime.date.today() + datetime.timedelta(days=expires_in_days)
    return f"]C101{gtin}17{expiry:%y%m%d}10{lot}{GS}30{count}"


class DockTest(unittest.TestCase):
    """Every test has a station of its own."""

    arguments = ["--sample"]
    settings = {}
    environment = {}

    def setUp(self):
        self.directory = tempfile.mkdtemp(prefix="vouch-journey-")
        self.addCleanup(shutil.rmtree, self.directory)
        self.prepare()
        self.window = StationWindow(self.directory, self.arguments, self.settings, self.environment)
        self.addCleanup(self.window.end)
        self.window.start()

    def prepare(self):
        """What has to be there before the window opens."""

    def sign_in(self, badge=INSPECTOR):
        self.window.scan(badge)
        self.window.wait_for_prompt("Scan the delivery note")

    def sign_in_with_pin(self, badge, pin):
        self.window.scan(badge)
        self.window.wait_for_prompt("Type your PIN")
        self.window.press(*pin, "Return")
        self.window.wait_for_prompt("Scan the delivery note")

    def open_delivery(self):
        self.sign_in()
        self.window.scan(DELIVERY)
        self.window.wait_for_prompt("Scan the goods")

    def begin_checking(self):
        self.open_delivery()
        self.window.scan(goods_label())
        self.wait_for_unit(1)

    def wait_for_unit(self, position):
        self.window.wait_for_fact("Sample", f"{position} / {SAMPLE}")

    def pass_units(self, first, last):
        for position in range(first, last + 1):
            self.window.scan("XCPASS")
            if position < SAMPLE:
                self.wait_for_unit(position + 1)
        if last == SAMPLE:
            self.window.wait_for_prompt("The lot meets its plan: accept it")

    def accept(self, badge=INSPECTOR):
        self.window.scan("XCACCEPT")
        self.window.wait_for_prompt("Scan your badge to sign")
        self.window.scan(badge)
        self.window.wait_for_word("ACCEPTED")

    def quit(self):
        self.assertEqual(0, self.window.quit())


def find_labels(directory):
    """The PDF with unit labels that the station made last."""
    folder = os.path.join(directory, "station", "labels")
    files = [os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".pdf")]
    return max(files, key=os.path.getmtime)
