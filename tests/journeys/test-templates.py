#!/usr/bin/env python3
"""A QA lead copies a built-in label template, changes it in the editor and saves it; what was stored says so."""

import json
import unittest

import dock
from station_window import Role

SETTINGS = 7
NAME = "dock-label"
FIRST = "Badge"


class TemplatesTest(dock.DockTest):
    arguments = []

    def prepare(self):
        self.run_vouch("sample-data")

    def wait_for_words(self, text):
        self.window.wait_for(lambda: self.window.says(text), f"“{text}”")

    def go_down_to(self, name):
        while not self.window.focus.is_on(Role.LIST_ITEM, name):
            moves = self.window.focus.moves
            self.window.press("Down")
            self.window.wait_for(lambda before=moves: self.window.focus.moves > before, "the next row")

    def open_templates(self):
        self.sign_in_with_pin(dock.QA_LEAD, dock.QA_LEAD_PIN)
        self.open_page(SETTINGS)
        self.window.tab_to(Role.LIST_ITEM, "This Station")
        self.go_down_to("Label Templates")
        self.wait_for_words("lot-60x40 · 60 × 40 mm · built in")

    def test_a_copy_is_edited_and_stored(self):
        self.open_templates()
        self.window.tab_to(Role.LIST_ITEM, FIRST)
        self.go_down_to("Lot label")
        self.window.press("space")
        self.wait_for_words("As large as it is printed, with examples in place of a lot's own data.")
        self.press_button("Copy…")
        self.window.wait_for(lambda: self.window.has_window("Lot label"), "the editor")
        good = "✓ 203 dots an inch: everything fits, every code was read back"
        self.window.wait_for(lambda: self.window.find(Role.LABEL, good), good)
        self.window.fill(Role.TEXT, "Name: small letters, digits, hyphens", NAME)
        self.window.fill(Role.TEXT, "Title in English", "Dock label")
        self.press_button("Save")
        self.wait_for_words(f"{NAME} · 60 × 40 mm · version 1")
        stored = self.run_vouch("label", "template", "show", "--name", NAME)[0]
        content = json.loads(stored["content"])
        self.assertEqual("Dock label", content["title_en"])
        self.press_button("Edit…")
        self.window.wait_for(lambda: self.window.has_window("Dock label"), "the editor")
        self.window.fill(Role.TEXT, "Size: 60x40", "70x40")
        self.press_button("Save")
        self.wait_for_words(f"{NAME} · 70 × 40 mm · version 2")
        self.press_button("Remove…")
        self.window.wait_for(lambda: self.window.has_window(f"Remove “{NAME}”?"), "the question")
        self.press_button("Remove")
        self.window.wait_for(lambda: not self.window.says(f"{NAME} · 70 × 40 mm · version 2"), "it is gone")
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
