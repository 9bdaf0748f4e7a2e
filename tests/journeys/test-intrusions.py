#!/usr/bin/env python3
"""Scans that come at a bad moment: the code is recognised, and its keys press, type and choose nothing."""

import unittest

import dock
from station_window import Role

FORM = "Decide on the Lot"
WAITING = "Lots that wait for a decision"


class IntrusionTest(dock.DockTest):
    def assert_unit_passed(self, position):
        """Exactly the pass was recorded, and nobody was signed out, failed or asked."""
        self.wait_for_unit(position + 1)
        facts = self.window.facts()
        self.assertEqual("0 (Ac 0, Re 1)", facts["Fails"])
        self.assertIn("Li Wei", facts["Inspector"])
        self.assertEqual("Check the unit", self.window.prompt())

    def test_the_return_of_a_scan_presses_no_button(self):
        self.begin_checking()
        for position, name in enumerate(("Fail", "Hold", "Undo"), start=1):
            self.window.tab_to(Role.PUSH_BUTTON, name)
            self.window.scan("XCPASS")
            self.assert_unit_passed(position)
        self.quit()

    def test_the_return_of_a_scan_chooses_nothing_in_a_menu(self):
        self.begin_checking()
        self.window.press("F10")
        self.window.wait_for(lambda: self.window.focus.is_on(Role.MENU_ITEM, "Lock"), "the focus in the menu")
        self.window.scan("XCPASS")
        self.assert_unit_passed(1)
        self.window.press("Escape")
        self.quit()

    def test_a_scan_over_another_window_is_recognised(self):
        self.begin_checking()
        self.window.press("F10")
        self.window.wait_for(lambda: self.window.focus.is_on(Role.MENU_ITEM, "Lock"), "the focus in the menu")
        self.window.press("Up", "Return")
        self.window.wait_for(lambda: len(self.window.list_windows()) == 2, "the window about the program")
        self.window.scan("XCPASS")
        self.assert_unit_passed(1)
        self.assertEqual(2, len(self.window.list_windows()))
        self.window.press("Escape")
        self.window.wait_for(lambda: len(self.window.list_windows()) == 1, "that window to go")
        self.quit()

    def test_a_scan_leaves_no_trace_in_an_entry(self):
        self.open_delivery()
        entry = self.window.tab_to(Role.TEXT, "GTIN, SKU or name")
        self.window.press("r", "i", "c")
        self.window.wait_for(lambda: self.window.read_entry(entry) == "ric", "what was typed")
        self.window.scan("NOBODY-KNOWS-THIS")
        self.window.wait_for_word("Unknown code")
        self.assertEqual("ric", self.window.read_entry(entry))
        self.window.scan(dock.goods_label())
        self.wait_for_unit(1)
        self.quit()

    def put_on_hold(self):
        self.begin_checking()
        lot = self.window.facts()["Lot"]
        self.window.scan("XCHOLD")
        self.window.wait_for_word("ON HOLD")
        self.window.scan("XCLOGOUT")
        self.window.wait_for_prompt("Scan your badge")
        return lot

    def open_decision(self, lot):
        self.window.scan(dock.QA_LEAD)
        self.window.wait_for_prompt("Type your PIN")
        self.window.press(*dock.QA_LEAD_PIN, "Return")
        self.window.wait_for_prompt("Scan the delivery note")
        self.window.press("ctrl+4")
        self.window.wait_for(lambda: self.window.count_items(WAITING) == 1, "the lot on the list")
        self.window.tab_to(Role.LIST_ITEM)
        self.window.press("space")
        self.window.wait_for(lambda: self.window.find(Role.LABEL, lot), "the lot's details")
        self.window.click(Role.PUSH_BUTTON, "Decide…")
        self.window.wait_for(lambda: self.window.has_window(FORM), "the form")

    def test_the_return_of_a_scan_signs_no_decision(self):
        """The QA lead's form is filled in up to the last key, and the button that signs has the focus."""
        lot = self.put_on_hold()
        self.open_decision(lot)
        self.window.fill(Role.TEXT, "Reason", "纸箱破损 torn boxes")
        self.window.fill(Role.TEXT, "PIN", dock.QA_LEAD_PIN)
        self.window.scan(dock.QA_LEAD)
        for code in (dock.QA_LEAD, dock.goods_label(), "XCREJECT"):
            self.window.tab_to(Role.PUSH_BUTTON, "Sign")
            self.window.scan(code)
        self.window.press("Escape")
        self.window.wait_for(lambda: not self.window.has_window(FORM), "the form to go")
        self.assertEqual(1, self.window.count_items(WAITING))
        self.window.scan("XCLOGOUT")
        self.window.wait_for_prompt("Scan your badge")
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
