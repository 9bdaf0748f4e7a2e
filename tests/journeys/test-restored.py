#!/usr/bin/env python3
"""A database that was put back to an earlier state: the window says so until an administrator acknowledges it."""

import os
import shutil
import unittest

import dock
from station_window import Role

TOLD = "The database was put back to an earlier state"


class RestoredTest(dock.DockTest):
    arguments = []

    def prepare(self):
        self.run_vouch("sample-data")
        database = os.path.join(self.directory, "station", "station.db")
        backup = os.path.join(self.directory, "backup.db")
        shutil.copy(database, backup)
        self.run_vouch_as(dock.ADMINISTRATOR, "key", "rotate")
        for name in (database + "-wal", database + "-shm"):
            if os.path.exists(name):
                os.remove(name)
        shutil.copy(backup, database)

    def newest_key(self):
        return self.run_vouch("key", "list")[0]

    def test_it_is_told_until_an_administrator_acknowledges_it(self):
        self.window.wait_for(lambda: self.window.says(TOLD), "the bar")
        self.sign_in()
        self.assertTrue(self.window.says(TOLD))
        self.assertIsNone(self.window.find(Role.PUSH_BUTTON, "Acknowledge"))
        self.assertEqual((True, "restore"), tuple(self.newest_key()[key] for key in ("is_unseen", "cause")))
        self.window.scan("XCLOGOUT")
        self.sign_in_with_pin(dock.ADMINISTRATOR, dock.ADMINISTRATOR_PIN)
        self.press_button("Acknowledge")
        self.window.wait_for(lambda: not self.window.says(TOLD), "the bar to go")
        self.assertFalse(self.newest_key()["is_unseen"])
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
