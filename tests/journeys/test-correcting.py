#!/usr/bin/env python3
"""A fact that was recorded wrong: the inspector says so, the QA lead approves, and the old value stays to be seen."""

import unittest

import dock
import goods
from station_window import Role

REVIEW = 4
SEARCH = 6
FORM = "Correct What Was Recorded"


class CorrectingTest(dock.DockTest):
    arguments = []

    def prepare(self):
        self.run_vouch("sample-data")
        self.lot = goods.Goods(self).count()

    def ask(self):
        self.open_page(SEARCH)
        self.window.fill(Role.ENTRY, "Search lots", self.lot)
        self.choose_row("Lots that were found", self.lot)
        self.press_button("Correct…")
        self.window.wait_for(lambda: self.window.has_window(FORM), "the form")
        self.window.fill(Role.TEXT, "Expiry (YYYY-MM-DD)", "2031-06-30")
        self.window.fill(Role.TEXT, "Reason", "读错 read wrong")
        self.press_button("Correct")
        self.window.wait_for(lambda: self.window.says(f"The correction of lot {self.lot} waits for the QA lead"),
                             "the correction to wait")

    def find_expiry(self):
        return self.show_lot(self.lot)["lot"]["expiry"]

    def test_a_correction_waits_for_the_qa_lead(self):
        self.sign_in()
        self.ask()
        self.assertEqual("2031-01-31", self.find_expiry())
        self.sign_out()
        self.sign_in_with_pin(dock.QA_LEAD, dock.QA_LEAD_PIN)
        self.open_page(REVIEW)
        self.press_button("Approve")
        self.window.wait_for(lambda: self.find_expiry() == "2031-06-30", "the corrected date")
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
