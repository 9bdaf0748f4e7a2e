#!/usr/bin/env python3
"""The Labels page: printed, read back, printed again and voided, by keys and scans."""

import unittest

import customers
import dock
import goods
from station_window import Role

LABELS = 5
UNITS = 3


class LabelsTest(customers.CustomersTest):
    def prepare_goods(self):
        tea = goods.Goods(self)
        self.lot = tea.release()
        tea.issue_codes(self.lot, UNITS)

    def print_labels(self):
        self.open_page(LABELS)
        self.choose_row("Batches of codes", self.lot)
        self.press_button("Print")
        self.wait_for_words("Scan the first and the last printed label")
        return self.read_labels(1, UNITS)

    def wait_for_words(self, text):
        self.window.wait_for(lambda: self.window.says(text), f"“{text}”")

    def test_labels_are_read_back_and_printed_again(self):
        self.sign_in()
        first, last = self.print_labels()
        self.assertEqual((404, "Unknown code"), self.verdict(first)[:2])
        self.window.scan(first)
        self.wait_for_words("The first label is read back; scan the last one.")
        self.window.scan(last)
        self.wait_for_words("Active")
        self.wait_for_verdict(first, "Genuine")
        self.press_button("Print Again")
        self.window.wait_for(lambda: len(self.run_vouch("label", "list")) == 2, "the second printing")
        self.assertEqual([first, last], self.read_labels(1, UNITS))
        self.quit()

    def test_a_wrong_label_scanned_twice_withdraws_the_unit_in_its_place(self):
        self.sign_in()
        first, last = self.print_labels()
        wrong = first[:-1] + ("0" if first[-1] != "0" else "1")
        self.window.scan(wrong)
        self.wait_for_words("scan it a second time: unit 1 is then withdrawn")
        self.assertEqual("printed", self.run_vouch("code", "verify", "--code", first)[0]["state"])
        self.window.scan(wrong)
        self.wait_for_words("Unit 1 is withdrawn.")
        self.wait_for_words("Unit 1: Scan-back found another label in its place")
        self.assertEqual("void", self.run_vouch("code", "verify", "--code", first)[0]["state"])
        self.window.scan(self.read_labels(2)[0])
        self.wait_for_words("The first label is read back; scan the last one.")
        self.window.scan(last)
        self.wait_for_words("Active")
        self.quit()

    def test_labels_of_a_place_are_printed_as_often_as_one_likes(self):
        self.sign_in()
        self.open_page(LABELS)
        self.window.tab_to(Role.PAGE_TAB, "Places")
        self.window.press("space")
        self.window.fill(Role.TEXT, "Place, such as A-01-02", "A-01-02")
        self.window.fill(Role.TEXT, "Name in Chinese", "一号货架")
        self.window.fill(Role.TEXT, "Copies", "2")
        self.press_button("Print")
        self.wait_for_words("Printed: ")
        self.assertEqual(["A-01-02", "A-01-02"], self.read_labels(1, 2))
        job = self.run_vouch("label", "list")[0]
        self.assertEqual(("location", "A-01-02", 2), tuple(job[key] for key in ("purpose", "about", "labels")))
        self.quit()

    def test_voided_labels_are_worth_nothing(self):
        self.sign_in_with_pin(dock.QA_LEAD, dock.QA_LEAD_PIN)
        first, last = self.print_labels()
        self.window.fill(Role.TEXT, "In words", "印糊了 smeared")
        self.press_button("Void")
        self.wait_for_words("印糊了 smeared")
        self.assertEqual(["voided"], [batch["state"] for batch in self.run_vouch("code", "batch", "list")])
        for address in (first, last):
            self.assertEqual((404, "Unknown code"), self.verdict(address)[:2])
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
