#!/usr/bin/env python3
"""From the badge to the customer: goods are received, checked, accepted, labelled and scanned back at the window, and
the lookup page says what was vouched for."""

import html
import os
import re
import sys
import unittest
import urllib.parse

import command_line
import dock
import station_window

# The lookup's own tests have a maker of publications; here the station makes them.
os.environ.setdefault("VOUCH_MAKE_PUBLICATIONS", "")
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lookup"))
import lookup_service  # noqa: E402

ADMINISTRATOR = "VB1001"
ADMINISTRATOR_PIN = "481516"
HOST = "q.vouch.example"
LABELS = 200


class CustomerTest(dock.DockTest):
    arguments = []

    def prepare(self):
        """The station knows its lookup service, and the service trusts the station, before the window opens."""
        self.service = lookup_service.Service()
        self.addCleanup(self.service.remove)
        trust = os.path.join(self.directory, "trust.json")
        pin = os.path.join(self.directory, "pin")
        with open(pin, "w", encoding="ascii") as file:
            file.write(ADMINISTRATOR_PIN + "\n")
        self.run_vouch("sample-data", "--host", HOST)
        self.run_vouch("lookup", "enrol", "--private", f"http://127.0.0.1:{self.service.private_port}", "--trust",
                       trust, "--as", ADMINISTRATOR, "--pin-file", pin)
        done = self.service.run("trust", trust)
        self.assertEqual(0, done.returncode, done.stderr)

    def run_vouch(self, *arguments):
        return command_line.vouch("--data", os.path.join(self.directory, "station"), "--unlock",
                                  os.path.join(self.directory, "secret", "unlock.key"), *arguments)

    def print_labels(self):
        """Prints at the window; the first and the last label's address, as the printed page has it."""
        self.window.scan("XCPRINT")
        self.window.wait_for_word("Printed")
        pdf = dock.find_labels(self.directory)
        self.assertEqual(LABELS, command_line.count_pages(pdf))
        return [command_line.read_code(command_line.draw_page(pdf, page, self.directory)) for page in (1, LABELS)]

    def ask(self, address):
        """A customer's phone, each time another one: the page at the address on the label."""
        parts = urllib.parse.urlsplit(address)
        self.assertEqual(("https", HOST), (parts.scheme, parts.netloc))
        return self.service.get(parts.path, language="en")

    def verdict(self, address):
        """What the page says in its band: heading and first sentence."""
        page = self.ask(address)
        heading = re.search(r"<h1>(.*?)</h1>.*?<p[^>]*>(.*?)</p>", page.text, re.DOTALL)
        return page.status, html.unescape(heading.group(1)), html.unescape(heading.group(2))

    def wait_until_published(self, address):
        """The lot's own address, which is the unit's without its serial, is never counted as a query."""
        lot = address.rsplit("/21/", 1)[0]
        station_window.wait_until(lambda: self.ask(lot).status == 200, "the lot's page")

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

        self.wait_until_published(first)
        page = self.verdict(first)
        self.assertEqual((200, "Genuine"), page[:2])
        self.assertIn("its first query", page[2])
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
