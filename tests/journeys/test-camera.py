#!/usr/bin/env python3
"""Goods are received with a camera in place of a scanner: what it shows is drawn here and changed as a hand would."""

import datetime
import os
import subprocess
import unittest

import command_line
import dock
import goods
from station_window import Role

EXPIRES_IN_DAYS = 510
ELSEWHERE = "'/nonexistent/video'"
NONE = "No camera; keyboard and scanner go on"
LABELS = 5
UNITS = 3


def elements():
    expiry = datetime.date.today() + datetime.timedelta(days=EXPIRES_IN_DAYS)
    return f"[17]{expiry:%y%m%d}[10]QH26A01[30]200"


class HoldingTest(dock.DockTest):
    def prepare(self):
        self.settings = {"camera-device": ELSEWHERE}
        self.held = 0

    def hold(self, *codes):
        """Holds codes, as kind and text, before the camera."""
        self.held += 1
        path = os.path.join(self.directory, f"held-{self.held}.png")
        subprocess.run([os.environ["DRAW_CODES"], path, *codes], check=True, timeout=60)
        self.hold_picture(path)

    def hold_picture(self, path):
        self.window.set({"camera-device": f"'filesrc location={path} ! pngdec ! imagefreeze ! "
                                          "video/x-raw,framerate=30/1'"})

    def open_camera(self):
        self.window.scan("XCCAM")
        self.window.wait_for(lambda: self.window.find(Role.PUSH_BUTTON, "Close the camera") or
                             self.window.says(NONE), "the camera's view")


class CameraTest(HoldingTest):
    def wait_for_question(self):
        self.window.wait_for(lambda: self.window.says("Several codes: which one?"), "a question which code is meant")

    def test_goods_are_received_with_a_camera(self):
        self.hold("QR", dock.INSPECTOR)
        self.open_camera()
        self.window.wait_for_prompt("Scan the delivery note")
        self.hold("QR", "SOMETHING-ELSE", "QR", dock.DELIVERY)
        self.wait_for_question()
        self.window.scan("XCD2")
        self.window.wait_for_prompt("Scan the goods")
        self.hold("EAN-13", dock.TEA[1:13], "GS1-128", elements())
        self.wait_for_question()
        self.window.press("Return")
        self.wait_for_unit(1)
        self.assertFalse(self.window.says("Several codes: which one?"))
        self.window.scan("XCLOCK")
        self.window.wait_for_prompt("Scan your badge to go on")
        self.window.wait_for(lambda: self.window.find(Role.PUSH_BUTTON, "Close the camera") is None,
                             "the camera to be closed")
        self.quit()

    def test_work_goes_on_while_the_camera_is_gone(self):
        self.open_camera()
        self.window.wait_for(lambda: self.window.says(NONE), "a word that there is no camera")
        self.window.scan(dock.INSPECTOR)
        self.window.wait_for_prompt("Scan the delivery note")
        self.window.click(Role.PUSH_BUTTON, "Try Again")
        self.window.wait_for(lambda: self.window.says(NONE), "a word that there is still none")
        self.hold("QR", dock.DELIVERY)
        self.window.wait_for_prompt("Scan the goods")
        self.quit()


class ReadBackTest(HoldingTest):
    """Labels are held before the camera as they came out of the printer."""

    arguments = []

    def prepare(self):
        super().prepare()
        self.run_vouch("sample-data")
        tea = goods.Goods(self)
        self.lot = tea.release()
        self.pdf = tea.print_labels(self.lot, UNITS)

    def hold_label(self, page):
        self.hold_picture(command_line.draw_page(self.pdf, page, self.directory))

    def wait_for_words(self, text):
        self.window.wait_for(lambda: self.window.says(text), f"“{text}”")

    def test_printed_labels_are_read_back_with_a_camera(self):
        self.sign_in()
        self.open_page(LABELS)
        self.choose_row("Batches of codes", self.lot)
        self.wait_for_words("Scan the first and the last printed label")
        self.hold_label(1)
        self.open_camera()
        self.wait_for_words("The first label is read back; scan the last one.")
        self.hold_label(UNITS)
        self.wait_for_words("Active")
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
