#!/usr/bin/env python3
"""What goes with a check: a photo from a file, values from a gauge, an entry that is taken back, and one that says that
the check does not apply."""

import os
import subprocess
import unittest

import dock
from station_window import Role, labels

REVIEW = 4
SEARCH = 6
WATER = "09520001000027"
WATER_DELIVERY = "PO-2026-0003"
CHOOSER = "Photo"


class EvidenceTest(dock.DockTest):
    def take_photo(self, button, name):
        """From a file, in the desktop's own chooser, whose entry takes the whole path."""
        path = os.path.join(self.directory, name)
        subprocess.run(["convert", "-size", "320x240", "gradient:", path], check=True, timeout=60)
        self.press_button(button)
        self.window.wait_for(lambda: self.window.has_window(CHOOSER), "the file chooser")
        self.window.press("slash")
        self.window.wait_for(lambda: self.window.focus.is_on(Role.TEXT), "the entry for a path")
        self.window.fill(Role.TEXT, self.window.focus.at.get_name(), path)
        self.window.press("Return")
        self.window.wait_for(lambda: not self.window.has_window(CHOOSER), "the file chooser to go")

    def test_a_photo_of_what_failed_is_seen_at_review(self):
        self.begin_checking()
        lot = self.window.facts()["Lot"]
        self.take_photo("Photo from File…", "dent.png")
        self.fail_unit()
        self.window.wait_for_word("LOT FAILS")
        self.reject()
        self.sign_out()
        self.sign_in_with_pin(dock.QA_LEAD, dock.QA_LEAD_PIN)
        self.open_page(REVIEW)
        self.choose_row("Lots that wait for a decision", lot)
        self.window.wait_for(lambda: self.window.says("Decide…"), "the lot")
        self.window.press("p")
        self.look_at("dent.png")
        self.quit()

    def look_at(self, name):
        self.window.wait_for(lambda: self.window.has_window("Photos"), "the photos")
        self.window.wait_for(lambda: self.find_caption(name), f"the photo {name}")
        self.window.press("Escape")
        self.window.wait_for(lambda: not self.window.has_window("Photos"), "the photos to go")

    def test_a_photo_of_damage_is_kept_with_the_goods_that_came_so(self):
        self.open_delivery()
        self.window.scan(dock.goods_label(count=150))
        self.window.wait_for_word("Counted")
        self.take_photo("Photo of damage…", "crushed.png")
        self.assertIn("It is kept with the goods counted last.", self.window.wait_for_word("Photo"))
        self.window.scan(dock.goods_label(count=50))
        self.wait_for_unit(1)
        lot = self.window.facts()["Lot"]
        self.assertEqual([("crushed.png", "receipt_line")],
                         [(photo["name"], photo["subject"]) for photo in self.show_lot(lot)["attachments"]])
        self.open_page(SEARCH)
        self.window.fill(Role.ENTRY, "Search lots", lot)
        self.choose_row("Lots that were found", lot)
        self.press_button("View")
        self.window.press("Return")
        self.look_at("crushed.png")
        self.quit()

    def find_caption(self, name):
        return any(name in text for window in self.window.list_windows() for text in labels(window))

    def begin_water(self):
        self.sign_in()
        self.window.scan(WATER_DELIVERY)
        self.window.wait_for_prompt("Scan the goods")
        self.window.scan(dock.goods_label(gtin=WATER, lot="W1", expires_in_days=300, count=480))
        self.window.wait_for(lambda: self.window.facts().get("Sample", "").startswith("1 /"), "the first bottle")

    def test_a_gauge_is_heard_and_what_it_said_is_taken_back(self):
        self.begin_water()
        self.window.scan("XCPASS")
        self.window.wait_for(lambda: self.window.says("Net content"), "the bottle's net content")
        self.window.scan("+0551.0 mL")
        self.window.wait_for_word("PASS")
        self.window.scan("XCUNDO")
        self.window.wait_for_word("Undone")
        self.window.wait_for(lambda: self.window.says("Undone:"), "the value, struck through")
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
