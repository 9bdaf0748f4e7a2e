#!/usr/bin/env python3
"""Work that waits on the queue is taken up again, by whoever left it and by somebody else."""

import unittest

import dock

QUEUE = 1
RECEIVED = "Work that waits"


class QueueTest(dock.DockTest):
    def park(self):
        self.begin_checking()
        lot = self.window.facts()["Lot"]
        self.pass_units(1, 2)
        self.window.press("ctrl+s")
        self.window.wait_for(lambda: "Lot" not in self.window.facts(), "the work to be left")
        return lot

    def take_up(self, lot):
        self.open_page(QUEUE)
        self.choose_row(RECEIVED, lot)
        self.wait_for_unit(3)
        self.assertEqual(lot, self.window.facts()["Lot"])

    def test_parked_work_is_taken_up_again_by_keys(self):
        self.take_up(self.park())
        self.quit()

    def test_somebody_else_takes_parked_work_over(self):
        lot = self.park()
        self.sign_out()
        self.sign_in(dock.OTHER_INSPECTOR)
        self.take_up(lot)
        self.pass_units(3, dock.SAMPLE)
        self.accept(dock.OTHER_INSPECTOR)
        self.assertEqual(2, len({reading["inspector_id"] for reading in self.show_lot(lot)["readings"]}))
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
