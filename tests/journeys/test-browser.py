#!/usr/bin/env python3
"""./dev run --browser serves the station's window to a browser on this machine, and to nobody else."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.environ["VOUCH_BUILD"]
PATIENCE = 30


def find_free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(condition, what):
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            found = condition()
        except OSError:
            found = None
        if found:
            return found
        if time.monotonic() > deadline:
            raise AssertionError("in vain waited for " + what)
        time.sleep(0.05)


class BrowserTest(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.mkdtemp(prefix="vouch-browser-")
        self.addCleanup(shutil.rmtree, self.directory)
        self.port = find_free_port()
        environment = dict(os.environ, VOUCH_BUILD=BUILD, VOUCH_BROWSER_PORT=str(self.port),
                           XDG_RUNTIME_DIR=self.directory, GTK_A11Y="none", G_DEBUG="")
        self.log = open(os.path.join(self.directory, "log"), "w+", encoding="utf-8")
        self.addCleanup(self.log.close)
        self.process = subprocess.Popen(
            [os.path.join(ROOT, "dev"), "run", "--browser", "--data", os.path.join(self.directory, "station"),
             "--unlock", os.path.join(self.directory, "unlock.key")],
            env=environment, stdout=self.log, stderr=self.log, start_new_session=True)
        self.addCleanup(self.end)

    def end(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            self.process.wait(PATIENCE)

    def read_log(self):
        self.log.flush()
        with open(self.log.name, encoding="utf-8") as file:
            return file.read()

    def fetch(self, path):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=PATIENCE) as answer:
            return answer.status, answer.read().decode("utf-8", "replace")

    def test_the_page_is_served_and_the_station_is_behind_it(self):
        status, page = wait_until(lambda: self.fetch(""), "the page to be served")
        self.assertEqual(200, status)
        self.assertIn("broadway.js", page)
        self.assertEqual(200, self.fetch("broadway.js")[0])
        wait_until(lambda: f"http://127.0.0.1:{self.port}/" in self.read_log(), "the address to be said")
        wait_until(lambda: os.path.exists(os.path.join(self.directory, "station", "station.db")),
                   "the station to open its database")
        self.assertIsNone(self.process.poll(), self.read_log())

    def test_only_this_machine_is_served(self):
        wait_until(lambda: self.fetch(""), "the page to be served")
        with open("/proc/net/tcp", encoding="ascii") as table:
            listening = [line.split()[1] for line in table if f":{self.port:04X}" in line.split()[1]
                         and line.split()[3] == "0A"]
        self.assertEqual([f"0100007F:{self.port:04X}"], listening)


if __name__ == "__main__":
    if "VOUCH_BUILD" not in os.environ:
        sys.exit(__doc__)
    unittest.main(verbosity=2)
