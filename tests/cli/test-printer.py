"""The printers of a station: set up, told, changed, used and removed; and their ruler."""

import os
import tempfile
import unittest

from vouch_program import run

ZEBRA = ("Zebra", "--uri", "socket://127.0.0.1:9", "--stock", "60x40", "--gap", "2")


class Printer(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="vouch-cli-test-")
        self.addCleanup(temporary.cleanup)
        self.folder = temporary.name
        self.environment = {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": temporary.name}
        os.makedirs(os.path.join(temporary.name, "glib-2.0", "settings"))

    def printer(self, *arguments):
        return run("printer", *arguments, "--json", environment=self.environment)

    def do(self, *arguments):
        done = self.printer(*arguments)
        self.assertEqual(0, done.code, done.out + done.err)
        return done.only

    def test_a_new_station_writes_pdf(self):
        pdf = self.do("list")
        self.assertEqual(("PDF", "pdf", 203, 0), tuple(pdf[name] for name in ("name", "language", "dpi", "width_um")))
        self.assertEqual(["item", "lot", "carton", "sheet"], pdf["default_for"])

    def test_a_printer_is_set_up_changed_and_removed(self):
        added = self.do("add", *ZEBRA, "--dx", "0.5", "--dy=-0.3", "--darkness", "12")
        self.assertEqual((60000, 40000, 2000, 500, -300, 12), tuple(
            added[name] for name in ("width_um", "height_um", "gap_um", "dx_um", "dy_um", "darkness")))
        self.assertEqual(added, self.do("show", "Zebra"))
        changed = self.do("change", "Zebra", "--dpi", "300", "--name", "斑马 1", "--dx", "0")
        self.assertEqual(("斑马 1", 300, 0, -300), tuple(changed[name] for name in ("name", "dpi", "dx_um", "dy_um")))
        self.assertEqual(["PDF", "斑马 1"], [printer["name"] for printer in self.printer("list").lines])
        self.do("remove", "斑马 1")
        self.assertEqual("PDF", self.do("list")["name"])

    def test_the_default_follows_the_printer(self):
        self.do("add", *ZEBRA)
        self.do("use", "Zebra", "--for", "item")
        self.assertEqual(["item"], self.do("show", "Zebra")["default_for"])
        self.do("change", "Zebra", "--name", "Dock")
        self.assertEqual(["item"], self.do("show", "Dock")["default_for"])
        self.do("remove", "Dock")
        self.assertEqual(["item", "lot", "carton", "sheet"], self.do("show", "PDF")["default_for"])

    def test_what_is_no_printer_is_refused(self):
        for arguments, field in ((("add", "A", "--uri", "http://a", "--stock", "60x40"), "uri"),
                                 (("add", "A", "--uri", "socket://a", "--stock", "60"), "stock"),
                                 (("add", "A", "--uri", "socket://a"), "width_um"),
                                 (("add", "A", "--uri", "socket://a", "--stock", "60x40", "--dpi", "204"), "dpi"),
                                 (("add", "A", "--uri", "socket://a", "--stock", "60x40", "--dx", "99"), "dx_um"),
                                 (("add", "A", "--uri", "cups:q", "--stock", "60x40"), "uri"),
                                 (("add", "PDF", "--language", "pdf"), "name"),
                                 (("remove", "PDF"), "name")):
            done = self.printer(*arguments)
            self.assertEqual(1, done.code, arguments)
            self.assertEqual(("invalid", field), (done.error["code"], done.error["field"]), arguments)
        self.assertEqual("not_found", self.printer("show", "A").error["code"])
        self.do("add", *ZEBRA)
        self.assertEqual("conflict", self.printer("add", *ZEBRA).error["code"])

    def test_the_ruler_is_printed(self):
        self.do("test", "PDF", "--directory", self.folder)
        with open(os.path.join(self.folder, "ruler.pdf"), "rb") as file:
            self.assertEqual(b"%PDF", file.read(4))

    def test_a_printer_that_is_not_there_is_told(self):
        self.do("add", *ZEBRA)
        done = self.printer("test", "Zebra")
        self.assertNotEqual(0, done.code)
        self.assertEqual("busy", done.error["code"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
