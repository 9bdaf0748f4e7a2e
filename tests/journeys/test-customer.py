#!/usr/bin/env python3
"""From the badge to the customer: goods are received, checked, accepted, labelled and scanned back at the window, and
the lookup page says what was vouched for."""

import unittest

import customers
import dock

LABELS = 200


class CustomerTest(customers.CustomersTest):
    def print_labels(self):
        """Prints at the window; the first and the last label's address, as the printed page has it."""
        self.window.scan("XCPRINT")
        self.window.wait_for_word("Printed")
        self.assertEqual(LABELS, customers.count_labels(self.directory))
        return self.read_labels(1, LABELS)

    def test_what_was_accepted_is_genuine(self):
        self.begin_checking()
        lot = self.window.facts()["Lot"]
        self.pass_units(1, dock.SAMPLE)
        self.accept()
        first, last = self.print_labels()
        self.assertIn(f"/10/{lot}/21/", first)
        self.assertNotEqual(first, last)
        self.assertEqual((404, "Unknown code"), self.verdict(first)[:2])

        self.window.scan(first)
        self.window.wait_for_word("Read back")
        self.window.scan(last)
        self.window.wait_for_word("Codes active")
        self.assertEqual(0, self.window.keys)

        self.assertIn("its first query", self.wait_for_verdict(first, "Genuine")[2])
        self.assertEqual((200, "Genuine, query no. 2"), self.verdict(first)[:2])
        self.assertIn("its first query", self.verdict(last)[2])
        forged = first[:-1] + ("2" if first[-1] != "2" else "3")
        self.assertEqual((404, "Unknown code"), self.verdict(forged)[:2])
        text = self.ask(first).text
        for fact in ("Green tea, tin", lot, "5 of 200 checked"):
            self.assertIn(fact, text)
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
