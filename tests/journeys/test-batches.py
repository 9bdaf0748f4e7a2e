#!/usr/bin/env python3
"""A batch of labels from the print to its closing: read back, counted, single labels withdrawn, closed."""

import unittest

import dock
import goods
from station_window import Role

LABELS = 5
UNITS = 5


class BatchesTest(dock.DockTest):
    arguments = []

    def prepare(self):
        self.run_vouch("sample-data")
        tea = goods.Goods(self)
        self.lot = tea.release()
        tea.print_labels(self.lot, UNITS)
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
