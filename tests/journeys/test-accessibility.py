#!/usr/bin/env python3
"""Whoever works without eyes or without a mouse: Tab comes to the work of every page and round, wherever it stops
assistive technology says what is there, and nothing that a hand could do is left out."""

import unittest

import dock
import goods
import walker
from station_window import Role

PAGES = ("Queue", "Receive", "Inspect", "Review", "Labels", "Search", "Settings")
WATER = "09520001000027"
WATER_DELIVERY = "PO-2026-0003"
UNITS = 3


class WalkTest(dock.DockTest):
    arguments = []

    def prepare(self):
        self.run_vouch("sample-data")
        self.prepare_goods(goods.Goods(self))

    def prepare_goods(self, tea):
        """What the pages are about."""

    def open_named(self, page):
        self.open_page(PAGES.index(page) + 1)

    def walk(self, *expected):
        """Everywhere there are the menu, the ways to the other pages, and the page's own work."""
        self.window.settle()
        person = walker.Walker(self.window)
        there, back = person.go_round("Tab"), person.go_round("shift+Tab")
        self.assertEqual([], walker.list_riddles(there))
        self.assertEqual([], person.list_out_of_reach(there))
        self.assertEqual(sorted(map(walker.describe, there)), sorted(map(walker.describe, back)))
        names = [stop.get_name() for stop in there]
        for name in ("Main Menu", *PAGES, *expected):
            self.assertIn(name, names)


class RejectedTest(WalkTest):
    def prepare_goods(self, tea):
        self.lot = tea.reject()

    def test_a_qa_lead_at_review(self):
        self.sign_in_with_pin(dock.QA_LEAD, dock.QA_LEAD_PIN)
        self.window.hurry()
        self.open_named("Review")
        self.choose_row("Lots that wait for a decision", self.lot)
        self.window.wait_for(lambda: self.window.says("Decide…"), "the lot")
        self.walk("Decide…", "Correct…")
        self.open_named("Settings")
        self.walk("This Station", "Size of the text", "Back to the default")
        self.quit()


class ReleasedTest(WalkTest):
    def prepare_goods(self, tea):
        self.lot = tea.release()
        tea.issue_codes(self.lot, UNITS)

    def test_an_inspector_who_looks_for_work_and_for_goods(self):
        self.sign_in()
        self.window.hurry()
        self.open_named("Queue")
        self.window.wait_for(lambda: self.find_row("Work that waits", WATER_DELIVERY), "the work")
        self.walk(self.find_row("Work that waits", ""))
        self.open_named("Labels")
        self.choose_row("Batches of codes", self.lot)
        self.window.wait_for(lambda: self.window.find(Role.TEXT, "In words"), "the labels")
        self.walk("Print", "In words")
        self.open_named("Search")
        self.window.fill(Role.ENTRY, "Search lots", self.lot)
        self.choose_row("Lots that were found", self.lot)
        self.window.wait_for(lambda: self.window.says("Correct…"), "the lot")
        self.walk("Search lots", "Correct…", "View")
        self.quit()

    def open_water(self):
        self.sign_in()
        self.window.scan(WATER_DELIVERY)
        self.window.wait_for_prompt("Scan the goods")

    def test_an_inspector_who_receives(self):
        self.open_water()
        self.window.hurry()
        self.walk("Count one by one", "GTIN, SKU or name")
        self.quit()

    def test_an_inspector_at_a_check(self):
        self.open_water()
        self.window.scan(dock.goods_label(gtin=WATER, lot="W1", expires_in_days=300, count=480))
        self.window.wait_for(lambda: self.window.facts().get("Sample", "").startswith("1 /"), "the first bottle")
        self.window.hurry()
        self.walk("Pass", "Fail", "Photo from File…")
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
