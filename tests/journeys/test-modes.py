#!/usr/bin/env python3
"""How the window looks and behaves when the station's settings change under it: gloves, a kiosk, large text, little
light. Every change is made from outside, while the station runs."""

import unittest

import dock
from station_window import Box, Role, descendants

TARGET = 72
SMALL = 1024, 600
UPRIGHT = 768, 1366
# Each on top of those before it.
LOOKS = [("ui-mode", "'glove'"), ("text-scale", "2.0"), ("theme", "'dark'"), ("high-contrast", "true"),
         ("palette", "'blue-red'"), ("animations", "false")]


class ModesTest(dock.DockTest):
    def answers(self):
        """The buttons that answer what the station asks, by name."""
        bar = self.window.find(Role.TOOL_BAR, "Answers")
        return {button.get_name(): Box(button) for button in descendants(bar)
                if button.get_role() == Role.PUSH_BUTTON}

    def wait_for_answers(self, condition, what):
        self.window.wait_for(lambda: condition(self.answers()), lambda: f"{what}, not {self.answers()}")
        return self.answers()

    def assert_usable(self, case):
        """No answer lies outside the window, none on another, and none has its word cut off."""
        frame = Box(self.window.frame)
        bar = self.window.find(Role.TOOL_BAR, "Answers")
        boxes = list(self.answers().values())
        for box in boxes:
            self.assertGreater(box.width * box.height, 0, case)
            self.assertTrue(box.lies_in(frame), f"{case}: {box} in {frame}")
        for n, box in enumerate(boxes):
            for other in boxes[n + 1:]:
                self.assertFalse(box.overlaps(other), f"{case}: {box} and {other}")
        for button in descendants(bar):
            if button.get_role() == Role.PUSH_BUTTON:
                for label in descendants(button):
                    if label.get_role() == Role.LABEL:
                        self.assertTrue(Box(label).lies_in(Box(button)), f"{case}: {Box(label)} in {Box(button)}")

    def test_gloves_have_large_answers_that_keep_their_places(self):
        self.window.set({"ui-mode": "'glove'"})
        self.begin_checking()
        first = self.wait_for_answers(lambda boxes: "Pass" in boxes and boxes["Pass"].height >= TARGET, "large answers")
        for box in (first["Pass"], first["Fail"]):
            self.assertGreaterEqual(min(box.width, box.height), TARGET, box)
        self.assertLess(first["Pass"].left, first["Fail"].left)
        self.window.scan("XCPASS")
        self.wait_for_unit(2)
        later = self.answers()
        self.assertEqual(first["Pass"].place, later["Pass"].place)
        self.assertEqual(first["Fail"].place, later["Fail"].place)
        self.pass_units(2, dock.SAMPLE)
        verdict = self.wait_for_answers(lambda boxes: "Accept" in boxes, "the verdict's answers")
        self.assertEqual(first["Pass"].place, verdict["Accept"].place)
        self.quit()

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

    def test_a_kiosk_is_left_by_nobody_but_a_supervisor(self):
        self.sign_in()
        self.window.set({"ui-mode": "'kiosk'"})
        self.window.wait_for(lambda: self.window.find(Role.PUSH_BUTTON, "Close") is None, "the close button to go")
        self.window.press("alt+F4", "ctrl+q", "F11")
        self.begin_by_scanning()
        self.assertIsNone(self.window.process.poll())
        self.assertIsNone(self.window.find(Role.MENU_ITEM, "Leave Kiosk Mode"))
        self.window.scan("XCLOGOUT")
        self.window.wait_for_prompt("Scan your badge")
        self.sign_in_with_pin(dock.ADMINISTRATOR, dock.ADMINISTRATOR_PIN)
        self.window.press("F10")
        self.window.click(Role.MENU_ITEM, "Leave Kiosk Mode")
        self.window.wait_for(lambda: self.window.find(Role.PUSH_BUTTON, "Leave"), "the question for badge and PIN")
        self.window.scan(dock.ADMINISTRATOR)
        self.window.fill(Role.TEXT, "PIN", dock.ADMINISTRATOR_PIN)
        self.window.click(Role.PUSH_BUTTON, "Leave")
        self.window.wait_for(lambda: self.window.find(Role.PUSH_BUTTON, "Close"), "the close button")
        self.quit()

    def begin_by_scanning(self):
        """The station works on: what would have closed it has done nothing."""
        self.window.scan(dock.DELIVERY)
        self.window.wait_for_prompt("Scan the goods")


if __name__ == "__main__":
    unittest.main(verbosity=2)
