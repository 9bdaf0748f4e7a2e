#!/usr/bin/env python3
"""Codes that are held before a camera, which is a drawn picture here."""

import json
import os
import signal
import subprocess
import tempfile
import unittest

import vouch_program
from vouch_program import run_json


class ScanCamera(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="vouch-camera-")
        self.addCleanup(folder.cleanup)
        self.picture = os.path.join(folder.name, "picture.png")

    def hold(self, *codes, frames=-1):
        """A source in which these codes, as kind and text, are held for so many frames."""
        subprocess.run([os.environ["DRAW_CODES"], self.picture, *codes], check=True, timeout=60)
        return (f"filesrc location={self.picture} ! pngdec ! imagefreeze num-buffers={frames} ! "
                "video/x-raw,framerate=30/1")

    def test_the_first_code_is_read(self):
        source = self.hold("EAN-13", "690123456789")
        read = run_json("scan", "--camera", source).only
        self.assertEqual(source, read["file"])
        self.assertEqual([("EAN-13", "]E0", "6901234567892", True)],
                         [(code["symbology"], code["aim"], code["text"], code["sure"]) for code in read["symbols"]])

    def test_a_code_that_is_held_is_told_once(self):
        done = run_json("scan", "--camera", self.hold("QR", "LOT-7", "QR", "LOT-8", frames=60), "--follow")
        told, lost = done.lines
        self.assertEqual({"LOT-7", "LOT-8"}, {code["text"] for code in told["symbols"]})
        self.assertEqual(("not_found", 1), (lost["error"]["code"], done.code))

    def test_it_goes_on_until_it_is_interrupted(self):
        with subprocess.Popen([vouch_program.PROGRAM, "scan", "--camera", self.hold("QR", "LOT-7"), "--follow",
                               "--json"], stdout=subprocess.PIPE, text=True) as follower:
            self.assertEqual(["LOT-7"], [code["text"] for code in json.loads(follower.stdout.readline())["symbols"]])
            follower.send_signal(signal.SIGINT)
            self.assertEqual(("", 0), (follower.stdout.read(), follower.wait(60)))

    def test_following_wants_a_camera(self):
        self.assertEqual(2, run_json("scan", "--follow").code)


if __name__ == "__main__":
    os.environ.setdefault("LANGUAGE", "en")
    vouch_program.main()
