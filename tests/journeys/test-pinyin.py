#!/usr/bin/env python3
"""A desk on which Chinese is written: the input method gets what people type into entries, and never a scan."""

import unittest

import dock
import input_method
from station_window import Role

FIELD = "GTIN, SKU or name"


class PinyinTest(dock.DockTest):
    def prepare(self):
        self.pinyin = input_method.Pinyin(self.directory)
        self.pinyin.start()
        self.addCleanup(self.pinyin.end)
        self.environment = self.pinyin.environment

    def compose(self, entry, keys, expected):
        """Types pinyin and takes the first candidate with the space bar."""
        before = self.window.read_entry(entry)
        self.window.press(*keys, "space")
        self.window.wait_for_text(entry, before + expected)

    def leave_entry_and_quit(self):
        """Keys go through the input method in an entry, and its answer to the last one would find the entry gone."""
        self.window.tab_to(Role.PUSH_BUTTON)
        self.quit()

    def test_ten_scans_reach_the_station_unharmed(self):
        self.begin_checking()
        self.pass_units(1, dock.SAMPLE)
        self.accept()
        self.assertEqual((10, 0), (self.window.scanner.scans, self.window.keys))
        self.quit()

    def test_chinese_is_composed_in_an_entry_and_a_scan_leaves_it_alone(self):
        self.open_delivery()
        entry = self.window.tab_to(Role.TEXT, FIELD)
        self.compose(entry, "lvcha", "绿茶")
        self.window.scan("NOBODY-KNOWS-THIS")
        self.window.wait_for_word("Unknown code")
        self.assertEqual("绿茶", self.window.read_entry(entry))
        self.compose(entry, "hongcha", "红茶")
        self.leave_entry_and_quit()

    def test_a_scan_in_the_middle_of_a_word_is_recognised(self):
        """What was being composed is no text yet: it may be gone, but nothing of the scan becomes Chinese."""
        self.open_delivery()
        entry = self.window.tab_to(Role.TEXT, FIELD)
        self.compose(entry, "lvcha", "绿茶")
        self.window.press(*"hong")
        self.window.scan(dock.goods_label())
        self.wait_for_unit(1)
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
