"""The whole chain, as `vouch demo` goes it."""

import os
import signal
import subprocess
import tempfile
import time
import unittest
import urllib.request

import vouch_program
from vouch_program import PROGRAM, run_json


class Demo(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="vouch-demo-test-")
        self.addCleanup(directory.cleanup)
        self.directory = os.path.join(directory.name, "demo")

    def files(self, *folders):
        return sorted(os.listdir(os.path.join(self.directory, *folders)))

    def test_every_step_holds(self):
        began = time.monotonic()
        done = run_json("demo", self.directory)
        seconds = time.monotonic() - began
        self.assertEqual(0, done.code, done.out + done.err)
        self.assertLess(seconds, 45)
        self.assertEqual(["sample_data", "receive", "sample", "check", "decide", "label", "scan_back", "review", "hold",
                          "publish", "ask", "complain", "receive", "sample", "check", "decide", "label", "scan_back",
                          "publish", "withhold", "publish", "ask", "recall", "publish", "ask", "report", "audit", "done"],
                         [line["step"] for line in done.lines])
        self.assertNotIn("\n", "".join(line["text"] for line in done.lines))
        for name in ("inspection-report.pdf", "sheet.pdf"):
            with open(os.path.join(self.directory, name), "rb") as file:
                self.assertEqual(b"%PDF", file.read(4))
        self.assertEqual(4, len(self.files("labels")))
        self.assertGreaterEqual(len(self.files("pictures")), 40)
        station = ("--data", os.path.join(self.directory, "station"), "--unlock",
                   os.path.join(self.directory, "unlock", "station.key"))
        self.assertEqual(["quarantined", "recalled", "rejected", "released"],
                         sorted(lot["status"] for lot in run_json("lot", "list", *station).lines))
        self.assertTrue(run_json("audit", "verify", *station).only["holds"])
        case = run_json("case", "list", *station).only
        shown = run_json("case", "show", "--number", case["number"], "--as", "VB1005", *station).only
        self.assertEqual("li@example.cn", shown["contact"])
        self.assertEqual("denied", run_json("case", "show", "--number", case["number"], "--as", "VB1002",
                                            *station).error["code"])
        again = run_json("demo", self.directory)
        self.assertEqual((1, "conflict"), (again.code, again.error["code"]))

    def test_keep_serves_until_it_is_interrupted(self):
        process = subprocess.Popen([PROGRAM, "demo", self.directory, "--keep"], stdout=subprocess.PIPE, text=True,
                                   start_new_session=True)
        address = None
        for line in process.stdout:
            if "/21/" in line or "/t/" in line:
                address = next(word for word in line.split() if word.startswith("http://"))
                break
        self.assertIsNotNone(address)
        request = urllib.request.Request(address, headers={"Accept-Language": "en", "User-Agent": "Mozilla/5.0 (test)"})
        with urllib.request.urlopen(request, timeout=10) as page:
            self.assertIn("Genuine, query no. 3", page.read().decode())
        os.killpg(process.pid, signal.SIGINT)
        process.stdout.read()
        process.stdout.close()
        self.assertEqual(0, process.wait(20))
        with self.assertRaises(OSError):
            urllib.request.urlopen(request, timeout=10)


if __name__ == "__main__":
    vouch_program.main()
