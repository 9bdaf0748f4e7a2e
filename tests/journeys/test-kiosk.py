#!/usr/bin/env python3
"""A station that is a kiosk: it does its work, and nobody but a supervisor leaves it."""

import unittest

import dock
from station_window import Role


class KioskTest(dock.DockTest):
    """It becomes a kiosk while it runs."""

    def become_a_kiosk(self):
        self.window.set({"ui-mode": "'kiosk'"})
        self.window.wait_for(lambda: self.window.find(Role.PUSH_BUTTON, "Close") is None, "no close button")
        self.window.wait_to_fill_the_screen()

    def leave(self):
        self.window.press("F10")
        self.window.click(Role.MENU_ITEM, "Leave Kiosk Mode")
        self.window.wait_for(lambda: self.window.find(Role.PUSH_BUTTON, "Leave"), "the question for badge and PIN")
        self.window.scan(dock.ADMINISTRATOR)
        self.window.fill(Role.TEXT, "PIN", dock.ADMINISTRATOR_PIN)
        self.window.click(Role.PUSH_BUTTON, "Leave")
        self.window.wait_for(lambda: self.window.find(Role.PUSH_BUTTON, "Close"), "the close button")
        self.window.wait_for(lambda: not self.window.find(Role.PUSH_BUTTON, "Leave"), "the question to be gone")
        self.window.wait_for(self.window.is_active, "the window in front")

    def test_a_kiosk_is_left_by_nobody_but_a_supervisor(self):
        self.become_a_kiosk()
        self.sign_in()
        self.window.press("alt+F4", "ctrl+q", "F11")
        self.window.scan(dock.DELIVERY)
        self.window.wait_for_prompt("Scan the goods")
        self.assertIsNone(self.window.process.poll())
        self.assertIsNone(self.window.find(Role.MENU_ITEM, "Leave Kiosk Mode"))
        self.sign_out()
        self.sign_in_with_pin(dock.ADMINISTRATOR, dock.ADMINISTRATOR_PIN)
        self.leave()
        self.quit()

    def test_who_makes_a_kiosk_of_the_station_may_leave_it_at_once(self):
        self.sign_in_with_pin(dock.ADMINISTRATOR, dock.ADMINISTRATOR_PIN)
        self.become_a_kiosk()
        self.leave()
        self.quit()

    def test_a_lot_is_accepted_in_a_kiosk_by_scans_alone(self):
        self.become_a_kiosk()
        self.begin_checking()
        self.pass_units(1, dock.SAMPLE)
        self.accept()
        self.assertEqual((10, 0), (self.window.scanner.scans, self.window.keys))


if __name__ == "__main__":
    unittest.main(verbosity=2)
