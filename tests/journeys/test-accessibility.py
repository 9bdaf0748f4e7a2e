#!/usr/bin/env python3
"""Whoever works without eyes or without a mouse: what takes the focus says what it is, and Tab comes to the work of each
page, and round."""

import unittest

import dock
import goods
import walker

PAGES = {1: "Queue", 2: "Receive", 3: "Inspect", 4: "Review", 5: "Labels", 6: "Search", 7: "Settings"}


class AccessibilityTest(dock.DockTest):
    arguments = []

    def prepare(self):
        self.run_vouch("sample-data")
        goods.Goods(self).reject()

    def walk(self, *expected):
        """Everywhere there is the way to the other pages, and the page's own work."""
        self.window.settle()
        person = walker.Walker(self.window)
        self.assertEqual([], person.list_riddles())
        there, back = person.go_round(), person.go_round("shift+Tab")
        self.assertEqual(sorted(there), sorted(back))
        for name in (*PAGES.values(), "Main Menu", *expected):
            self.assertIn(name, there)

    def test_the_pages_of_a_qa_lead(self):
        self.sign_in_with_pin(dock.QA_LEAD, dock.QA_LEAD_PIN)
        self.window.hurry()
        self.open_page(4)
        self.choose_row("Lots that wait for a decision", "Green tea")
        self.window.find_button("Decide…")
        self.walk("Decide…", "Correct…", "Report as PDF")
        for number, expected in ((1, ()), (6, ("Search lots",)), (7, ("Volume",))):
            self.open_page(number)
            self.walk(*expected)
        self.quit()

    def test_receiving_and_checking(self):
        self.open_delivery()
        self.window.hurry()
        self.walk("GTIN, SKU or name")
        self.window.settings.pop("scanner-gap-ms")
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
