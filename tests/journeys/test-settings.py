#!/usr/bin/env python3
"""What an administrator changes in the window is in force at once, and the scans that came to nothing are listed."""

import unittest

import dock
from station_window import Role

SETTINGS = 7
DECLARED = "200"


class SettingsTest(dock.DockTest):
    def open_section(self, title):
        """By keys: Tab to the list of sections, and down to the one wanted."""
        self.open_page(SETTINGS)
        self.window.tab_to(Role.LIST_ITEM, "This Station")
        while not self.window.focus.is_on(Role.LIST_ITEM, title):
            moves = self.window.focus.moves
            self.window.press("Down")
            self.window.wait_for(lambda before=moves: self.window.focus.moves > before, "the next section")

    def choose_next(self, name, steps=1):
        """The choice below the one that is set, or further down."""
        self.window.tab_to(Role.PUSH_BUTTON, name)
        self.window.press("space", *["Down"] * steps, "Return")

    def test_a_rule_of_the_house_is_in_force_at_once(self):
        self.sign_in_with_pin(dock.ADMINISTRATOR, dock.ADMINISTRATOR_PIN)
        self.window.hurry()
        self.open_section("Rules")
        self.choose_next("Blind count")
        self.window.wait_for(lambda: self.find_policy("blind-count") == "yes", "the rule to be set")
        self.window.calm_down()
        self.sign_out()
        self.open_delivery()
        self.assertFalse(self.window.says(DECLARED))
        self.quit()

    def find_policy(self, name):
        return next(policy["value"] for policy in self.run_vouch("policy", "list") if policy["name"] == name)

    def test_a_scan_that_came_to_nothing_is_listed_until_it_was_seen(self):
        self.open_delivery()
        self.window.scan("NOBODY-KNOWS-THIS")
        self.window.wait_for_word("Unknown code")
        self.open_section("Problem Scans")
        self.window.wait_for(lambda: self.find_row("Problem scans", "Not seen yet"), "the scan on the list")
        self.window.scan("XCOK")
        self.open_page(1)
        self.open_page(SETTINGS)
        self.window.wait_for(lambda: self.find_row("Problem scans", "NOBODY-KNOWS-THIS"), "the scan on the list")
        self.window.wait_for(lambda: not self.find_row("Problem scans", "Not seen yet"), "the scan to have been seen")
        self.quit()

    def test_gloves_are_put_on_in_the_window(self):
        self.sign_in()
        self.window.hurry()
        self.open_section("This Station")
        self.choose_next("How the station is used")
        self.window.wait_for(lambda: self.window.read_setting("ui-mode") == "'glove'", "the setting")
        self.quit()

    def test_another_language_is_spoken_from_the_next_start_on(self):
        """As the window says where it is chosen."""
        self.sign_in()
        self.window.hurry()
        self.open_section("This Station")
        self.assertTrue(self.window.says("It counts from the next start on."))
        self.choose_next("Language", steps=2)
        self.window.wait_for(lambda: self.window.read_setting("language") == "'zh_CN'", "the setting")
        self.window.settle()
        self.assertTrue(self.window.says("It counts from the next start on."))
        self.window.calm_down()
        self.quit()
        self.window.start()
        self.window.wait_for_prompt("扫工牌")
        self.window.scan(dock.INSPECTOR)
        self.open_page(SETTINGS)
        self.window.wait_for(lambda: self.window.says("下次启动生效"), "the setting in the other language")
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
