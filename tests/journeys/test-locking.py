#!/usr/bin/env python3
"""A desk that is left alone, and one that another inspector takes over: the work stays."""

import unittest

import dock


class LockingTest(dock.DockTest):
    def test_a_desk_left_alone_is_locked_and_keeps_its_work(self):
        self.begin_checking()
        lot = self.window.facts()["Lot"]
        self.pass_units(1, 2)
        self.window.set({"idle-lock-seconds": "uint32 1"})
        self.window.wait_for_prompt("Scan your badge to go on")
        self.assertNotIn("Inspector", self.window.facts())
        self.window.set({"idle-lock-seconds": "uint32 300"})
        self.window.scan("XCPASS")
        self.window.scan(dock.INSPECTOR)
        self.wait_for_unit(3)
        self.assertEqual(lot, self.window.facts()["Lot"])
        self.quit()

    def test_another_badge_takes_the_desk_over_with_its_work(self):
        self.begin_checking()
        lot = self.window.facts()["Lot"]
        self.pass_units(1, 2)
        before = self.window.facts()["Inspector"]
        self.window.scan(dock.OTHER_INSPECTOR)
        self.window.wait_for(lambda: self.window.facts().get("Inspector") not in (None, before), "the other inspector")
        self.window.scan(dock.INSPECTOR)
        self.window.wait_for_fact("Inspector", before)
        self.wait_for_unit(3)
        self.assertEqual(lot, self.window.facts()["Lot"])
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
