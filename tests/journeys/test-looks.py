#!/usr/bin/env python3
"""How the window looks when the station's settings change under it: gloves, large text, little light. Every change is
made from outside, while the station runs."""

import unittest

import dock
from station_window import Box, Role, descendants

SMALL = 1024, 600
UPRIGHT = 768, 1366
# Each on top of those before it.
LOOKS = [("ui-mode", "'glove'"), ("text-scale", "2.0"), ("theme", "'dark'"), ("high-contrast", "true"),
         ("palette", "'blue-red'"), ("animations", "false")]


class LooksTest(dock.DockTest):
    def assert_usable(self, case):
        """No answer lies outside the window, none on another, and none has its word cut off."""
        frame = Box(self.window.frame)
        buttons = self.find_answers()
        boxes = [Box(button) for button in buttons]
        for box in boxes:
            self.assertGreater(box.width * box.height, 0, case)
            self.assertTrue(box.lies_in(frame), f"{case}: {box} in {frame}")
        for n, box in enumerate(boxes):
            for other in boxes[n + 1:]:
                self.assertFalse(box.overlaps(other), f"{case}: {box} and {other}")
        for button, box in zip(buttons, boxes):
            for label in descendants(button):
                if label.get_role() == Role.LABEL:
                    self.assertTrue(Box(label).lies_in(box), f"{case}: {Box(label)} in {box}")

    def check_on(self, screen):
        self.window.resize(*screen)
        self.begin_checking()
        for name, value in LOOKS:
            self.window.set({name: value})
            self.window.settle()
            self.assert_usable(f"{name} {value}")
        self.window.scan("XCPASS")
        self.wait_for_unit(2)
        self.quit()

    def test_no_look_takes_an_answer_off_a_small_screen(self):
        self.check_on(SMALL)

    def test_no_look_takes_an_answer_off_an_upright_screen(self):
        self.check_on(UPRIGHT)


if __name__ == "__main__":
    unittest.main(verbosity=2)
