#!/usr/bin/env python3
"""A batch of labels from the print to its closing: read back, counted, single labels withdrawn, closed."""

import unittest

import command_line
import dock
import goods
from station_window import Role

LABELS = 5
UNITS = 5
PICTURE = "Scan a Picture…"


class BatchesTest(dock.DockTest):
    arguments = []

    def prepare(self):
        self.run_vouch("sample-data")
        tea = goods.Goods(self)
        self.lot = tea.release()
        self.pdf = tea.print_labels(self.lot, UNITS)
        self.codes = self.read_codes()

    def read_codes(self):
        """The batch's addresses, as somebody with another printer would get them."""
        return [line["address"] for line in self.run_vouch_as(
            dock.QA_LEAD, "code", "mint", "--lot", self.lot, "--reason", "for the journey")]

    def show_batch(self):
        return self.run_vouch("code", "batch", "show", "--lot", self.lot)[0]

    def wait_for_words(self, text):
        self.window.wait_for(lambda: self.window.says(text), f"“{text}”")

    def count(self, **counts):
        for name, count in counts.items():
            self.window.fill(Role.TEXT, name, str(count))

    def open_labels(self):
        self.sign_in_with_pin(dock.QA_LEAD, dock.QA_LEAD_PIN)
        self.open_page(LABELS)
        self.choose_row("Batches of codes", self.lot)
        self.wait_for_words("Scan the first and the last printed label")

    def test_a_batch_is_closed_once_every_label_is_accounted_for(self):
        self.open_labels()
        self.count(Applied=4)
        self.wait_for_words("Not accounted for: 1")
        self.press_button("Close Batch")
        self.wait_for_words("The codes are not active yet; scan the first and the last label first")
        for code in (self.codes[0], self.codes[-1]):
            self.window.scan(code)
        self.wait_for_words("Active")
        self.press_button("Close Batch")
        self.wait_for_words("1 label is not accounted for")
        self.count(Spoiled=1)
        self.press_button("Close Batch")
        self.wait_for_words("The batch is closed: every label is accounted for.")
        batch = self.show_batch()
        self.assertEqual((4, 1, 0), (batch["applied"], batch["spoiled"], batch["returned"]))
        self.assertTrue(batch["closed_at"])
        self.quit()

    def choose_picture(self, path):
        """From the menu, in the desktop's own chooser, whose entry takes the whole path."""
        self.window.press("F10")
        self.window.wait_for(lambda: self.window.focus.is_on(Role.MENU_ITEM), "the focus in the menu")
        while not self.window.focus.is_on(Role.MENU_ITEM, PICTURE):
            moves = self.window.focus.moves
            self.window.press("Down")
            self.window.wait_for(lambda before=moves: self.window.focus.moves > before, "the next entry")
        self.window.press("Return")
        self.window.wait_for(lambda: len(self.window.list_windows()) > 1, "the file chooser")
        self.window.press("slash")
        self.window.wait_for(lambda: self.window.focus.is_on(Role.TEXT), "the entry for a path")
        self.window.fill(Role.TEXT, self.window.focus.at.get_name(), path)
        self.window.press("Return")
        self.window.wait_for(lambda: len(self.window.list_windows()) == 1, "the file chooser to go")

    def choose_label(self, page):
        self.choose_picture(command_line.draw_page(self.pdf, page, self.directory))

    def test_pictures_of_the_first_and_the_last_label_make_the_codes_active(self):
        self.open_labels()
        self.window.scan("https://vouch.example/t/L1/000")
        self.wait_for_words(f"This is no label of units 1 to {UNITS}")
        self.choose_label(1)
        self.wait_for_words("The first label is read back; scan the last one.")
        self.choose_label(UNITS)
        self.window.wait_for(lambda: self.show_batch()["state"] == "active", "active codes")
        self.wait_for_words("Active")
        self.quit()

    def test_single_labels_are_withdrawn_by_scan_and_by_number(self):
        self.open_labels()
        self.press_button("Withdraw")
        self.wait_for_words("Scan the label, or write its unit's number")
        self.window.tab_to(Role.TEXT, "Label, or units 5-9")
        self.window.scan(self.codes[1])
        self.window.fill(Role.TEXT, "Why withdrawn", "smeared")
        self.press_button("Withdraw")
        self.wait_for_words("Unit 2: smeared")
        self.window.fill(Role.TEXT, "Label, or units 5-9", "3-4")
        self.window.fill(Role.TEXT, "Why withdrawn", "torn off")
        self.press_button("Withdraw")
        self.wait_for_words("Units 3 to 4: torn off")
        self.wait_for_words("Labels withdrawn: 3")
        told = self.run_vouch("code", "verify", "--code", self.codes[1])[0]
        self.assertIn("void", str(told))
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
