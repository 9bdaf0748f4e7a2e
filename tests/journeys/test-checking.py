#!/usr/bin/env python3
"""An inspector with a scanner and nothing else, and a power cut."""

import unittest

import dock


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


if __name__ == "__main__":
    unittest.main(verbosity=2)
