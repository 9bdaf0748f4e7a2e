#!/usr/bin/env python3
"""What the QA lead decides about a lot that failed, and what customers read of it."""

import unittest

import customers
import dock
import goods

QUEUE = 1
REVIEW = 4


class ReviewTest(customers.CustomersTest):
    def prepare_goods(self):
        self.lot = goods.Goods(self).reject()

    def decide_by_concession(self):
        self.sign_in_with_pin(dock.QA_LEAD, dock.QA_LEAD_PIN)
        self.open_page(REVIEW)
        self.choose_row("Lots that wait for a decision", self.lot)
        self.press_button("Decide…")
        self.sign_form("Decide on the Lot", dock.QA_LEAD, {"Reason": "外箱破损，内容完好 torn box, sound tins"})
        self.window.wait_for(lambda: self.show_lot(self.lot)["lot"]["status"] == "concession", "the decision")
        self.sign_out()

    def test_a_rejected_lot_is_genuine_by_concession(self):
        self.decide_by_concession()
        self.sign_in()
        self.open_page(QUEUE)
        self.choose_row("Work that waits", self.lot)
        self.window.wait_for_prompt("Print the labels or go on")
        self.window.scan("XCPRINT")
        self.window.wait_for_word("Printed")
        first, last = self.read_labels(1, customers.count_labels(self.directory))
        self.window.scan(first)
        self.window.wait_for_word("Read back")
        self.window.scan(last)
        self.window.wait_for_word("Codes active")
        self.wait_for_verdict(first, "Genuine")
        self.assertIn("Accepted by the quality lead although it fell short of the plan", self.ask(first).text)
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
