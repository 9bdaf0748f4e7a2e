#!/usr/bin/env python3
"""A blind count that is short, counted again with a second badge, and the delivery closed with its receipt."""

import glob
import os
import unittest

import dock

COUNTED = 180


class ReceivingTest(dock.DockTest):
    arguments = []

    def prepare(self):
        """The house counts blind before the window opens."""
        self.run_vouch("sample-data")
        self.run_vouch_as(dock.ADMINISTRATOR, "policy", "set", "--name", "blind-count", "--value", "yes")

    def count(self):
        self.window.scan(dock.goods_label(count=COUNTED))
        counted = self.window.wait_for_word("Counted")
        self.assertFalse([text for text in counted if "200" in text], counted)
        self.window.settle()  # a command right after a label would be a sheet under the beam
        self.window.scan("XCNEXT")

    def test_a_blind_count_is_made_again_with_a_second_badge(self):
        self.open_delivery()
        self.count()
        told = self.window.wait_for_word("Count again")
        self.assertFalse([text for text in told if "200" in text], told)
        self.window.scan(dock.OTHER_INSPECTOR)
        self.window.wait_for_prompt("Scan the goods")
        self.count()
        self.window.wait_for_word("Both counts agree")
        self.wait_for_unit(1)
        self.pass_units(1, dock.SAMPLE)
        self.accept(dock.OTHER_INSPECTOR)
        self.window.scan("XCNEXT")
        self.window.wait_for_prompt("Close the delivery")
        self.window.scan("XCPRINT")
        self.window.wait_for_word("Goods receipt")
        self.assertTrue(glob.glob(os.path.join(self.directory, "station", "receipts", "*.pdf")))
        self.window.scan("XCOK")
        self.window.wait_for_word("Delivery closed")
        self.quit()
        line = self.run_vouch("receive", "show", "--delivery", dock.DELIVERY)[0]["lines"][0]
        self.assertEqual(["recount", "agrees"], [entry["outcome"] for entry in line["passes"]])
        self.assertEqual({"quantity": str(COUNTED), "unit": "pc"}, line["counted"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
