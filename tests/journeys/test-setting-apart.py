#!/usr/bin/env python3
"""Goods that no product of the catalogue fits are set apart at the dock, and settled by the QA lead."""

import glob
import os
import unittest

import dock
from station_window import Role

REVIEW = 4
STRANGER = "06901234567892"


class SettingApartTest(dock.DockTest):
    def test_unknown_goods_are_set_apart_and_settled(self):
        self.open_delivery()
        self.window.scan(dock.goods_label(gtin=STRANGER))
        self.window.wait_for_word("Not in the catalogue")
        self.window.settle()  # a command right after a label would be a sheet under the beam
        self.window.scan("XCOK")
        number = self.window.wait_for_word("SET APART")[1]
        self.assertTrue(glob.glob(os.path.join(self.directory, "station", "labels", "*.pdf")))
        self.sign_out()
        self.sign_in_with_pin(dock.QA_LEAD, dock.QA_LEAD_PIN)
        self.open_page(REVIEW)
        self.window.wait_for(lambda: self.window.says(number), "what was set apart")
        self.window.fill(Role.TEXT, "What is decided, and why", "退回 back to the supplier")
        self.press_button("Settled")
        self.window.wait_for(lambda: not self.window.find(Role.PUSH_BUTTON, "Settled"), "the matter to go")
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
