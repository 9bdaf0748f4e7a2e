#!/usr/bin/env python3
"""An administrator makes a new version of the code key, and revokes one, in the window."""

import unittest

import dock
import goods
from station_window import Role

SETTINGS = 7
UNITS = 2


class CodeKeysTest(dock.DockTest):
    arguments = []

    def prepare(self):
        self.run_vouch("sample-data")
        tea = goods.Goods(self)
        self.lot = tea.release()
        tea.print_labels(self.lot, UNITS)
        self.codes = [line["address"] for line in self.run_vouch_as(
            dock.QA_LEAD, "code", "mint", "--lot", self.lot, "--reason", "for the journey")]

    def wait_for_words(self, text):
        self.window.wait_for(lambda: self.window.says(text), f"“{text}”")

    def open_keys(self):
        self.sign_in_with_pin(dock.ADMINISTRATOR, dock.ADMINISTRATOR_PIN)
        self.open_page(SETTINGS)
        self.window.tab_to(Role.LIST_ITEM, "This Station")
        while not self.window.focus.is_on(Role.LIST_ITEM, "Code Keys"):
            moves = self.window.focus.moves
            self.window.press("Down")
            self.window.wait_for(lambda before=moves: self.window.focus.moves > before, "the next section")
        self.wait_for_words("Version 1 · In use")

    def verify(self):
        return {self.run_vouch("code", "verify", "--code", code)[0]["state"] for code in self.codes}

    def test_a_version_follows_and_the_one_before_is_revoked(self):
        self.open_keys()
        self.press_button("New Version")
        self.wait_for_words("Version 2 · In use")
        self.assertEqual({"printed"}, self.verify())
        self.window.fill(Role.TEXT, "Reason; needed to revoke a version", "copied by a stranger")
        self.press_button("Revoke version 1")
        self.window.wait_for(lambda: self.window.has_window("Revoke version 1 of the code key?"), "the question")
        self.press_button("Revoke")
        self.wait_for_words("copied by a stranger")
        self.assertEqual({"revoked"}, self.verify())
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
