#!/usr/bin/env python3
"""An inspector in gloves: large answers that keep their places, for a whole acceptance by touch and scans."""

import unittest

import dock
from station_window import Role

TARGET = 72


class GlovesTest(dock.DockTest):
    settings = {"ui-mode": "'glove'"}

    def wait_for_answer(self, name):
        """Where the answer is, once it is there."""
        return self.window.wait_for(lambda: self.answers().get(name), lambda: f"{name} among {self.answers()}")

    def touch(self, name):
        self.window.click(Role.PUSH_BUTTON, name)

    def test_a_lot_is_accepted_by_touch_and_every_answer_keeps_its_place(self):
        self.begin_checking()
        left, right = self.wait_for_answer("Pass"), self.wait_for_answer("Fail")
        for box in (left, right):
            self.assertGreaterEqual(min(box.width, box.height), TARGET, box)
        self.assertLess(left.left, right.left)
        for position in range(1, dock.SAMPLE + 1):
            self.wait_for_unit(position)
            self.assertEqual((left.place, right.place), tuple(self.answers()[name].place for name in ("Pass", "Fail")))
            self.touch("Pass")
        self.assertEqual(left.place, self.wait_for_answer("Accept").place)
        self.touch("Accept")
        self.window.wait_for_prompt("Scan your badge to sign")
        self.window.scan(dock.INSPECTOR)
        self.window.wait_for_word("ACCEPTED")
        self.assertEqual(0, self.window.keys)
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
