#!/usr/bin/env python3
"""Whoever works without eyes or without a mouse: on every page everything says what it is, and Tab comes to all of it
and round."""

import unittest

import dock
import goods
import walker

ALL = ("queue", 1), ("receive", 2), ("inspect", 3), ("review", 4), ("labels", 5), ("search", 6), ("settings", 7)


class AccessibilityTest(dock.DockTest):
    arguments = []

    def prepare(self):
        self.run_vouch("sample-data")
        goods.Goods(self).reject()

    def walk(self, where):
        person = walker.Walker(self.window)
        self.window.settle()
        self.assertEqual([], person.list_riddles(), where)
        visited = person.go_round()
        self.assertEqual([], person.list_missed(visited), where)

    def test_every_page_of_a_qa_lead(self):
        self.sign_in_with_pin(dock.QA_LEAD, dock.QA_LEAD_PIN)
        for name, number in ALL:
            self.open_page(number)
            self.walk(name)
        self.quit()


class DockAccessibilityTest(dock.DockTest):
    def walk(self, where):
        AccessibilityTest.walk(self, where)

    def test_receiving_and_checking(self):
        self.open_delivery()
        self.walk("a delivery")
        self.window.scan(dock.goods_label())
        self.wait_for_unit(1)
        self.walk("a check")
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
