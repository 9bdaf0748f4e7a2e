#!/usr/bin/env python3
"""Two windows or two programs at one station, and a station whose data goes away under the window."""

import fcntl
import os
import subprocess
import tempfile
import shutil
import unittest

import dock
from command_line import VOUCH
from station_window import PROGRAM, Role, StationWindow

GONE = "The station’s data is gone"
IN_USE = "The station is in use"


class InstancesTest(dock.DockTest):
    def path(self, name):
        return os.path.join(self.window.data, name)

    def run_vouch(self, *arguments):
        return subprocess.run([VOUCH, "--data", self.window.data, "--unlock", self.window.unlock, *arguments],
                              capture_output=True, text=True, timeout=60, check=False)

    def test_the_same_station_again_comes_to_the_front(self):
        directory = tempfile.mkdtemp(prefix="vouch-journey-")
        self.addCleanup(shutil.rmtree, directory)
        other = StationWindow(directory, self.arguments)
        self.addCleanup(other.end)
        other.start()
        self.window.wait_for(lambda: not self.window.is_active(), "the other station's window in front")
        again = subprocess.run([PROGRAM, "--data", self.window.data, "--unlock", self.window.unlock],
                               env=self.window.environment, timeout=30, check=False)
        self.assertEqual(0, again.returncode)
        self.window.wait_for(self.window.is_active, "the window of the same station in front")
        self.assertEqual(1, len(self.window.list_windows()))
        self.sign_in()
        self.quit()

    def test_a_program_that_writes_is_told_who_holds_the_station(self):
        told = self.run_vouch("--as", dock.INSPECTOR, "delivery", "open", "--number", dock.DELIVERY)
        self.assertEqual(4, told.returncode, told.stdout + told.stderr)
        self.assertIn(f"vouch-station (process {self.window.process.pid})", told.stderr)
        reading = self.run_vouch("--json", "lot", "list")
        self.assertEqual(0, reading.returncode, reading.stderr)
        self.quit()

    def test_data_that_is_moved_away_stops_the_work_until_it_is_back(self):
        self.sign_in()
        os.rename(self.path("station.db"), self.path("aside.db"))
        self.window.scan(dock.DELIVERY)
        self.window.wait_for(lambda: self.window.says(GONE), "the page that says so")
        self.assertFalse(os.path.exists(self.path("station.db")))
        os.rename(self.path("aside.db"), self.path("station.db"))
        self.window.click(Role.PUSH_BUTTON, "Try Again")
        self.window.wait_until_open()
        self.open_delivery()
        self.quit()


class HeldStationTest(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.mkdtemp(prefix="vouch-journey-")
        self.addCleanup(shutil.rmtree, self.directory)

    def test_a_station_in_use_says_by_whom_and_opens_when_it_is_free(self):
        window = StationWindow(self.directory, ["--sample"])
        self.addCleanup(window.end)
        os.makedirs(window.data, mode=0o700)
        with open(os.path.join(window.data, "station.lock"), "w", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            lock.write("vouch (process 4711)\n")
            lock.flush()
            window.launch()
            window.wait_for(lambda: window.says(IN_USE), "the page that says so")
            self.assertTrue(window.says("vouch (process 4711)"))
            lock.seek(0)
            lock.write("vouch (process 4712)\n")
            lock.flush()
            window.click(Role.PUSH_BUTTON, "Try Again")
            window.wait_for(lambda: window.says("vouch (process 4712)"), "the page again")
        window.click(Role.PUSH_BUTTON, "Try Again")
        window.wait_until_open()
        self.assertEqual(0, window.quit())


if __name__ == "__main__":
    unittest.main(verbosity=2)
