#!/usr/bin/env python3
"""A double plan that asks for its second sample, and a plan for each class of defects."""

import os
import unittest

import dock
from station_window import Role

MEDICINES = "PO-2026-0004"
VITAMINS = ("09520001000065", "VC2610", 400)
IODINE = ("09520001000072", "IO2609", 240)
SAMPLE = 32  # of 400, in each of the two
SEALED, LEAKS = "XCDF008", "XCDF009"


class SamplingTest(dock.DockTest):
    def receive(self, goods):
        gtin, lot, count = goods
        self.window.scan(dock.goods_label(gtin, lot, 700, count).replace("]C1", "]d2", 1))
        self.window.wait_for(lambda: self.window.facts().get("Sample", "").startswith("1 / "), "the first unit")
        return self.window.facts()["Lot"]

    def wait_for_unit_of(self, position, drawn):
        self.window.wait_for_fact("Sample", f"{position} / {drawn}")

    def pass_the_rest(self, prompt):
        """As many at once as there are, which counts as a pass of each of them."""
        self.window.settle()
        self.window.click(Role.PUSH_BUTTON, "×50")
        # The tool says it all the time; the unit says it too when it came into force.
        self.window.wait_for(lambda: self.window.count_labels("×50") == 2, "the next pass to count for many")
        self.window.press("F5")
        self.window.wait_for_prompt(prompt)

    def print_pick_list(self, lot):
        """The file; what is on it is what was drawn."""
        self.window.settle()
        self.window.press("ctrl+p")
        path = self.window.wait_for_word("Pick list")[1]
        self.assertTrue(os.path.exists(path), path)
        samples = self.run_vouch("inspect", "pick-list", "--lot", lot)[0]["samples"]
        self.assertEqual([unit["unit"] for unit in self.run_vouch("inspect", "show", "--lot", lot)[0]["units"]],
                         [unit for sample in samples for place in sample["places"] for unit in place["units"]])
        return samples

    def open_medicines(self, badge):
        self.sign_in(badge)
        self.window.scan(MEDICINES)

    def test_a_sample_that_decides_nothing_is_followed_by_the_next(self):
        self.open_medicines(dock.INSPECTOR)
        self.window.wait_for_prompt("Scan the goods")
        lot = self.receive(VITAMINS)
        self.assertEqual(1, len(self.print_pick_list(lot)))
        self.window.press("F6")
        self.window.wait_for_prompt("Choose the defect")
        self.window.scan(SEALED)
        self.wait_for_unit_of(2, SAMPLE)
        self.pass_the_rest("Take the next sample")
        self.window.press("ctrl+Right")
        self.wait_for_unit_of(SAMPLE + 1, 2 * SAMPLE)
        self.assertEqual(2, len(self.print_pick_list(lot)))
        self.pass_the_rest("The lot meets its plan: accept it")
        self.sign_out()
        # The plan of a medicine wants another person to decide than the inspector.
        self.open_medicines(dock.OTHER_INSPECTOR)
        self.window.wait_for_prompt("The lot meets its plan: accept it")
        self.accept(dock.OTHER_INSPECTOR)
        self.quit()
        shown = self.show_lot(lot)
        self.assertEqual(("accept", 2 * SAMPLE, 1), tuple(shown["inspection"][name] for name in (
            "verdict", "inspected", "nonconforming")))

    def test_one_critical_defect_fails_a_lot_judged_by_class(self):
        self.open_medicines(dock.INSPECTOR)
        self.window.wait_for_prompt("Scan the goods")
        lot = self.receive(IODINE)
        for name in ("Critical defects", "Major defects", "Minor defects", "Fill"):
            self.assertTrue(self.window.says(name), name)
        self.assertLess(1, len(self.print_pick_list(lot)))
        self.window.press("F6")
        self.window.wait_for_prompt("Choose the defect")
        self.window.scan(LEAKS)
        self.window.wait_for_word("LOT FAILS")
        self.window.wait_for_prompt("The lot fails: reject or hold it")
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
