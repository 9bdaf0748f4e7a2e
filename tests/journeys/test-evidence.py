#!/usr/bin/env python3
"""What goes with a check: a photo from a file, values from a gauge, an entry taken back, and one that does not apply."""

import os
import subprocess
import unittest

import dock
from station_window import Role, descendants

REVIEW = 4
CUPS = "PO-2026-0002"
CUP = "09520001000096"


class EvidenceTest(dock.DockTest):
    def open_photo(self, path):
        """The file chooser is the desktop's own; its entry takes the whole path."""
        self.press_button("Photo from File…")
        self.window.wait_for(lambda: self.window.has_window("Photo"), "the file chooser")
        self.window.press("ctrl+l")
        self.window.fill(Role.TEXT, "Location", path)
        self.window.press("Return")
        self.window.wait_for(lambda: not self.window.has_window("Photo"), "the file chooser to go")

    def test_a_photo_from_a_file_goes_with_the_check_that_failed(self):
        path = os.path.join(self.directory, "dent.png")
        subprocess.run(["convert", "-size", "320x240", "gradient:", path], check=True)
        self.begin_checking()
        lot = self.window.facts()["Lot"]
        self.open_photo(path)
        self.window.wait_for_word("Photo")
        self.fail_unit()
        self.window.wait_for_word("LOT FAILS")
        self.assertEqual(["reading"], [photo["subject"] for photo in self.show_lot(lot)["attachments"]])
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
