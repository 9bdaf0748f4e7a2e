"""A dock to work at: a station on example data in a directory of its own, and what lies on the table."""

import datetime
import os
import shutil
import tempfile
import unittest

import command_line
from station_window import GS, Box, Role, StationWindow, children, descendants

ADMINISTRATOR = "VB1001"
ADMINISTRATOR_PIN = "481516"
INSPECTOR = "VB1002"
OTHER_INSPECTOR = "VB1003"
QA_LEAD = "VB1004"
QA_LEAD_PIN = "271828"
PINS = {ADMINISTRATOR: ADMINISTRATOR_PIN, QA_LEAD: QA_LEAD_PIN}
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
        self.start_window()

    def start_window(self):
        self.window.start()

    def prepare(self):
        """What has to be there before the window opens."""

    def run_vouch(self, *arguments):
        """The command line at this station; beside an open window it can only look."""
        return command_line.vouch("--data", os.path.join(self.directory, "station"), "--unlock",
                                  os.path.join(self.directory, "secret", "unlock.key"), *arguments)

    def run_vouch_as(self, badge, *arguments):
        pin = PINS.get(badge)
        if pin is None:
            return self.run_vouch(*arguments, "--as", badge)
        path = os.path.join(self.directory, "pin")
        with open(path, "w", encoding="ascii") as file:
            file.write(pin + "\n")
        return self.run_vouch(*arguments, "--as", badge, "--pin-file", path)

    def show_lot(self, lot):
        """Everything that is recorded of a lot."""
        return self.run_vouch("lot", "show", "--lot", lot)[0]

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

    def find_answers(self):
        """The buttons that answer what the station asks."""
        bar = self.window.find(Role.TOOL_BAR, "Answers")
        return [button for button in descendants(bar) if button.get_role() == Role.PUSH_BUTTON]

    def answers(self):
        """Where they are, by name."""
        return {button.get_name(): Box(button) for button in self.find_answers()}

    def sign_out(self):
        self.window.scan("XCLOGOUT")
        self.window.wait_for_prompt("Scan your badge")

    def fail_unit(self, code="XCDF008"):
        """The unit fails its check for one of the defects on the card."""
        self.window.scan("XCFAIL")
        self.window.wait_for_prompt("Choose the defect")
        self.window.scan(code)

    def reject(self, badge=INSPECTOR):
        self.window.scan("XCREJECT")
        self.window.wait_for_prompt("Scan your badge to sign")
        self.window.scan(badge)
        self.window.wait_for_word("REJECTED")

    def choose_row(self, list_name, text):
        """Goes to the row of a list that says so, by keys, and opens it."""
        row = self.window.wait_for(lambda: self.find_row(list_name, text), f"{text} among {list_name}")
        self.window.tab_to(Role.LIST_ITEM)
        for _ in range(20):
            if self.window.focus.is_on(Role.LIST_ITEM, row):
                break
            moves = self.window.focus.moves
            self.window.press("Down")
            self.window.wait_for(lambda before=moves: self.window.focus.moves > before, "the next row")
        self.window.press("Return")

    def find_row(self, list_name, text):
        """The name of a row, as a screen reader reads it."""
        rows = self.window.find(Role.LIST, list_name)
        return next((row.get_name() for row in children(rows) if text in row.get_name()), None) if rows else None

    def open_page(self, number):
        """By its key, as the rail counts the pages."""
        self.window.press(f"ctrl+{number}")

    def press_button(self, name):
        """Goes to a button with Tab, and presses it as the keyboard does."""
        self.window.tab_to(Role.PUSH_BUTTON, name)
        self.window.press("space")

    def sign_form(self, title, badge, fields):
        """Fills in what a QA lead signs, and signs it: badge by scanner, PIN, and the button by keys."""
        self.window.wait_for(lambda: self.window.has_window(title), f"the form “{title}”")
        for name, text in fields.items():
            self.window.fill(Role.TEXT, name, text)
        self.window.scan(badge)
        self.window.fill(Role.TEXT, "PIN", PINS[badge])
        self.press_button("Sign")
        self.window.wait_for(lambda: not self.window.has_window(title), f"the form “{title}” to be done")

    def quit(self):
        self.assertEqual(0, self.window.quit())


def find_labels(directory):
    """The PDF with unit labels that the station made last."""
    folder = os.path.join(directory, "station", "labels")
    files = [os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".pdf")]
    return max(files, key=os.path.getmtime)
