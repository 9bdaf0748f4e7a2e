"""The whole chain, as `vouch demo` goes it."""

import json
import os
import signal
import subprocess
import tempfile
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

    def test_every_step_holds_and_the_page_is_served_until_it_is_interrupted(self):
        process = subprocess.Popen([PROGRAM, "demo", self.directory, "--keep", "--json"], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True, start_new_session=True)
        lines = []
        for line in process.stdout:
            lines.append(json.loads(line))
            if lines[-1].get("step") == "serve":
                break
        self.assertEqual("serve", lines[-1].get("step"), lines[-1])
        request = self.ask_for_page(lines[-1]["text"])
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=20)
        self.assertEqual((0, ""), (process.returncode, err))
        with self.assertRaises(OSError):
            urllib.request.urlopen(request, timeout=10)
        self.check_steps(lines + [json.loads(line) for line in out.splitlines()])
        self.check_what_was_made()
        again = run_json("demo", self.directory)
        self.assertEqual((1, "conflict"), (again.code, again.error["code"]))

    def ask_for_page(self, text):
        """The customer's page, where the demonstration says that it is."""
        address = next(word for word in text.split() if word.startswith("http://"))
        self.assertRegex(address, "/(21|t)/")
        request = urllib.request.Request(address, headers={"Accept-Language": "en", "User-Agent": "Mozilla/5.0 (test)"})
        with urllib.request.urlopen(request, timeout=10) as page:
            self.assertIn("Genuine, query no. 3", page.read().decode())
        return request

    def check_steps(self, lines):
        self.assertEqual(["sample_data", "receive", "sample", "check", "decide", "label", "scan_back", "review", "hold",
                          "publish", "ask", "complain", "receive", "sample", "check", "decide", "label", "scan_back",
                          "publish", "withhold", "publish", "ask", "recall", "publish", "ask", "report", "audit", "serve",
                          "done"],
                         [line["step"] for line in lines])
        self.assertNotIn("\n", "".join(line["text"] for line in lines))

    def check_what_was_made(self):
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


if __name__ == "__main__":
    vouch_program.main()
