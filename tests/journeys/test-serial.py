#!/usr/bin/env python3
"""A scanner on a serial line: a day's work by it alone, pulled out and put back."""

import os
import unittest

import dock
from serial_line import NAME, SCANNER, SerialLine
from station_window import Role

SETTINGS = 7
ABSENT = f"The scanner {NAME} is not plugged in."


class SerialTest(dock.DockTest):
    scanners = []

    def prepare(self):
        self.line = SerialLine(os.path.join(self.directory, "by-id"))
        self.addCleanup(self.line.unplug)
        self.settings = {"serial-folder": f"'{self.line.folder}'", "serial-scanners": str(self.scanners or "@as []")}
        self.line.plug()

    def warns(self):
        return self.window.says(ABSENT)


class UsedTest(SerialTest):
    scanners = [SCANNER]

    def test_a_delivery_by_the_scanner_alone(self):
        self.line.send(dock.INSPECTOR)
        self.window.wait_for_prompt("Scan the delivery note")
        self.line.send(dock.DELIVERY)
        self.window.wait_for_prompt("Scan the goods")
        self.line.send(dock.goods_label())
        for position in range(1, dock.SAMPLE + 1):
            self.wait_for_unit(position)
            self.line.send("XCPASS")
        self.window.wait_for_prompt("The lot meets its plan: accept it")
        self.line.send("XCACCEPT")
        self.window.wait_for_prompt("Scan your badge to sign")
        self.line.send(dock.INSPECTOR)
        self.window.wait_for_word("ACCEPTED")
        self.quit()

    def test_pulled_out_and_put_back(self):
        for _ in range(2):
            self.line.send(dock.INSPECTOR)
            self.window.wait_for_prompt("Scan the delivery note")
            self.line.unplug()
            self.window.wait_for(self.warns, "the station to say so")
            self.window.scan("XCLOGOUT")
            self.window.wait_for_prompt("Scan your badge")
            self.line.plug()
            self.window.wait_for(lambda: not self.warns(), "the warning to go")
        self.quit()


class NewTest(SerialTest):
    """A device that nobody called a scanner is left alone until somebody does."""

    def test_a_scanner_is_switched_on_in_the_window(self):
        self.sign_in()
        self.open_page(SETTINGS)
        self.window.hurry()
        self.window.tab_to(Role.CHECK_BOX, NAME, most=120)
        self.window.press("space")
        self.window.wait_for(lambda: SCANNER in (self.window.read_setting("serial-scanners") or ""), "it to be used")
        self.line.send(dock.DELIVERY)
        self.window.wait_for_prompt("Scan the goods")
        self.quit()


if __name__ == "__main__":
    unittest.main()
