#!/usr/bin/env python3
"""An inspector with a scanner and nothing else, and a power cut."""

import unittest

import dock


CUP = "09520001000096"
CUP_DELIVERY = "PO-2026-0002"
CUPS = 2
CAPACITY = "350"
TEMPERATURE = "60"


class CheckingTest(dock.DockTest):
    def test_ten_scans_and_no_key_accept_a_lot(self):
        self.begin_checking()
        self.pass_units(1, dock.SAMPLE)
        self.accept()
        self.assertEqual(10, self.window.scanner.scans)
        self.assertEqual(0, self.window.keys)
        self.quit()

    def test_a_killed_station_goes_on_at_the_same_unit(self):
        self.begin_checking()
        lot = self.window.facts()["Lot"]
        self.pass_units(1, 2)
        self.window.kill()

        self.window.start()
        self.window.wait_for_prompt("Scan your badge")
        self.window.scan(dock.OTHER_INSPECTOR)
        self.window.wait_for_prompt("Scan the delivery note")
        self.window.scan(dock.DELIVERY)
        self.wait_for_unit(3)
        self.assertEqual(lot, self.window.facts()["Lot"])
        self.pass_units(3, dock.SAMPLE)
        self.accept(dock.OTHER_INSPECTOR)
        self.quit()

    def begin_cups(self):
        """So few that each of them is checked."""
        self.sign_in()
        self.window.scan(CUP_DELIVERY)
        self.window.wait_for_prompt("Scan the goods")
        self.window.scan(f"]C101{CUP}10HX-0117{dock.GS}30{CUPS}")
        self.window.wait_for_word("Counted")
        self.window.settle()  # a command right after a label would be a sheet under the beam
        self.window.scan("XCNEXT")
        self.window.wait_for_word("Short")
        self.window.scan("XCOK")
        self.wait_for_check(1, "Surface without scratches")

    def wait_for_check(self, position, name):
        self.window.wait_for(lambda: self.window.facts().get("Sample") == f"{position} / {CUPS}" and
                             self.window.says(name), f"{name} of cup {position}")

    def measure_cup(self, position):
        self.wait_for_check(position, "Capacity")
        self.window.press(*CAPACITY, "Return")
        self.wait_for_check(position, "Water temperature after 6 h")
        self.window.press(*TEMPERATURE, "Return")

    def test_a_check_that_does_not_apply_is_no_obstacle(self):
        """Once by key, once by scan; a pass at a glance leaves it to be answered."""
        self.begin_cups()
        lot = self.window.facts()["Lot"]
        for position, answer in enumerate((lambda: self.window.press("F8"), lambda: self.window.scan("XCNA")), 1):
            self.wait_for_check(position, "Surface without scratches")
            self.window.scan("XCPASS")
            self.wait_for_check(position, "Lid holds upside down")
            answer()
            self.window.wait_for_word("Not applicable")
            self.measure_cup(position)
        self.window.wait_for_prompt("The lot meets its plan: accept it")
        self.accept()
        self.quit()
        self.assertEqual(["pass", "not_applicable", "pass", "pass"] * CUPS,
                         [reading["result"] for reading in self.show_lot(lot)["readings"]])


if __name__ == "__main__":
    unittest.main(verbosity=2)
