#!/usr/bin/env python3
"""The disk fills up, or becomes read-only, in the very moment of a signature: what is said is true, nothing is lost."""

import os
import unittest

import dock

FULL = "full"
READ_ONLY = "read-only"


class BadDiskTest(dock.DockTest):
    def prepare(self):
        self.switch = os.path.join(self.directory, "bad-disk")
        self.environment = {"LD_PRELOAD": os.environ["VOUCH_BAD_DISK_LIBRARY"], "VOUCH_BAD_DISK": self.switch}

    def break_disk(self, kind):
        with open(self.switch, "w", encoding="ascii") as file:
            file.write(kind)

    def mend_disk(self):
        os.remove(self.switch)

    def sign_on(self, kind):
        self.begin_checking()
        lot = self.window.facts()["Lot"]
        self.pass_units(1, dock.SAMPLE)
        self.window.scan("XCACCEPT")
        self.window.wait_for_prompt("Scan your badge to sign")
        self.break_disk(kind)
        self.window.scan(dock.INSPECTOR)
        self.window.wait_for_word("Not saved")
        self.assertEqual("pending", self.show_lot(lot)["lot"]["status"])
        self.mend_disk()
        return lot

    def sign_again(self, lot):
        """The work is where it was: at the signature, or at the verdict if that was too long ago."""
        self.assertEqual(lot, self.window.facts()["Lot"])
        self.accept()
        shown = self.show_lot(lot)
        self.assertEqual(("released", 1), (shown["lot"]["status"], len(shown["signatures"])))
        self.quit()

    def test_a_full_disk_takes_no_signature_and_loses_no_work(self):
        self.sign_again(self.sign_on(FULL))

    def test_a_read_only_disk_takes_no_signature_and_loses_no_work(self):
        self.sign_again(self.sign_on(READ_ONLY))


if __name__ == "__main__":
    unittest.main(verbosity=2)
