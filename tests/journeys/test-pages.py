#!/usr/bin/env python3
"""What is searched for, and a station that nobody has used yet."""

import os
import unittest

import dock
from station_window import Role

TEA = "绿茶"


class PagesTest(dock.DockTest):
    def test_two_characters_find_a_lot(self):
        self.begin_checking()
        lot = self.window.facts()["Lot"]
        self.window.press("ctrl+6")
        self.window.fill(Role.ENTRY, "Search lots", TEA)
        self.window.wait_for(lambda: self.window.count_items("Lots that were found") == 1, "one lot")
        self.window.wait_for(lambda: self.window.says(lot), "the lot that was found")
        self.quit()


class FirstStartTest(dock.DockTest):
    arguments = []

    def test_an_empty_station_gets_its_administrator_by_code_badge_and_name(self):
        with open(os.path.join(self.window.data, "first-start.code"), encoding="ascii") as file:
            code = file.read().strip()
        self.window.fill(Role.TEXT, "One-time code", code)
        self.window.scan("VB9001")
        self.window.fill(Role.TEXT, "Name", "张敏 Zhang Min")
        self.window.fill(Role.TEXT, "PIN, at least four digits", "314159")
        self.window.click(Role.PUSH_BUTTON, "Next")
        self.window.click(Role.PUSH_BUTTON, "Skip")
        self.window.click(Role.PUSH_BUTTON, "Finish")
        self.window.wait_for_prompt("Scan your badge")
        self.sign_in_with_pin("VB9001", "314159")
        self.assertEqual("张敏 Zhang Min", self.window.facts()["Inspector"])
        self.quit()

    def test_example_data_opens_an_empty_station(self):
        self.window.click(Role.PUSH_BUTTON, "Load Example Data")
        self.window.wait_for_prompt("Scan your badge")
        self.open_delivery()
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
