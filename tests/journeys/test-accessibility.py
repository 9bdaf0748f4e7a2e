#!/usr/bin/env python3
"""Whoever works without eyes or without a mouse: Tab comes to the work of every page and round, and wherever it stops,
assistive technology says what is there."""

import unittest

import dock
import goods
import walker

PAGES = ("Queue", "Receive", "Inspect", "Review", "Labels", "Search", "Settings")


class AccessibilityTest(dock.DockTest):
    arguments = []

    def prepare(self):
        self.run_vouch("sample-data")
        self.lot = goods.Goods(self).reject()

    def walk(self, *expected):
        """Everywhere there are the menu, the ways to the other pages, and the page's own work."""
        self.window.settle()
        person = walker.Walker(self.window)
        there, back = person.go_round("Tab"), person.go_round("shift+Tab")
        self.assertEqual([], walker.list_riddles(there))
        self.assertEqual(sorted(map(walker.describe, there)), sorted(map(walker.describe, back)))
        names = [stop.get_name() for stop in there]
        for name in ("Main Menu", *PAGES, *expected):
            self.assertIn(name, names)

    def test_a_qa_lead_at_review(self):
        self.sign_in_with_pin(dock.QA_LEAD, dock.QA_LEAD_PIN)
        self.window.hurry()
        self.open_page(4)
        self.choose_row("Lots that wait for a decision", self.lot)
        self.window.wait_for(lambda: self.window.says("Decide…"), "the lot")
        self.walk("Decide…", "Correct…")
        self.open_page(7)
        self.walk("This Station", "Size of the text", "Back to the default")
        self.quit()

    def test_an_inspector_at_a_check(self):
        self.sign_in()
        self.window.scan("PO-2026-0003")
        self.window.wait_for_prompt("Scan the goods")
        self.window.hurry()
        self.walk("Count one by one", "GTIN, SKU or name")
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
