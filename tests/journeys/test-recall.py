#!/usr/bin/env python3
"""Goods that customers have already are taken back at the window, and the page says so."""

import unittest

import command_line
import customers
import dock
import goods
from station_window import Role

SEARCH = 6


class RecallTest(customers.CustomersTest):
    def prepare_goods(self):
        tea = goods.Goods(self)
        self.lot = tea.release()
        page = command_line.draw_page(tea.print_labels(self.lot, 1), 1, self.directory)
        self.address = command_line.read_code(page)
        self.assertEqual("active", tea.scan_back(self.lot, self.address))

    def open_lot(self):
        self.sign_in_with_pin(dock.QA_LEAD, dock.QA_LEAD_PIN)
        self.open_page(SEARCH)
        self.window.fill(Role.ENTRY, "Search lots", self.lot)
        self.choose_row("Lots that were found", self.lot)

    def test_customers_hear_of_a_hold_and_then_of_a_recall(self):
        self.wait_for_verdict(self.address, "Genuine")
        self.open_lot()
        self.press_button("Put on Hold…")
        self.sign_form("Put the Lot on Hold", dock.QA_LEAD, {"Reason (stays in the house)": "客诉 customer’s complaint"})
        self.wait_for_verdict(self.address, "Not released for sale")
        self.press_button("Recall…")
        self.sign_form("Recall the Lot", dock.QA_LEAD, {"Reason (stays in the house)": "异物 foreign matter"})
        self.wait_for_verdict(self.address, "Recalled: do not use")
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
