"""The printers of a station: set up, told, changed, used and removed; and their ruler."""

import os
import tempfile
import unittest

from label_printer import LabelPrinter
from vouch_program import INSPECTOR, Station, run

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
                                 (("add", "A", "--uri", "file:/tmp", "--stock", "60x40"), "uri"),
                                 (("add", "A", "--uri", "cups:q", "--language", "cups", "--stock", "X1"), "stock"),
                                 (("add", "A", "--uri", "cups:q", "--stock", "L7160"), "sheet"),
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


class Printing(unittest.TestCase):
    def setUp(self):
        self.station = Station()
        self.addCleanup(self.station.remove)
        config = self.station.path("config")
        os.makedirs(os.path.join(config, "glib-2.0", "settings"))
        self.environment = {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": config}
        self.printer = LabelPrinter()
        self.addCleanup(self.printer.stop)
        self.do("printer", "add", "Zebra", "--uri", self.printer.uri, "--stock", "40x30")
        self.lot = self.station.inspect_tea()
        self.station.do("decide", "accept", "--lot", self.lot, "--badge", INSPECTOR[0], who=INSPECTOR)

    def do(self, *arguments, code=0):
        done = run(*arguments, "--json", environment=self.environment)
        self.assertEqual(code, done.code, done.out + done.err)
        return done.only

    def label(self, *arguments, code=0):
        return self.do("label", *arguments, *self.station.arguments(INSPECTOR), code=code)

    def print_ten(self, *arguments, code=0):
        return self.label("print", "--lot", self.lot, "--purpose", "unit", "--units", "10", *arguments, code=code)

    def test_labels_go_to_the_printer_that_is_named(self):
        job = self.print_ten("--printer", "Zebra")
        self.assertEqual(("done", 10, 10, "Zebra", self.printer.uri), tuple(
            job[name] for name in ("state", "sent", "confirmed", "printer", "file")))
        self.assertEqual(10, len(set(self.printer.labels)))

    def test_labels_go_to_their_usual_printer(self):
        self.do("printer", "use", "Zebra", "--for", "item")
        self.assertEqual("Zebra", self.print_ten()["printer"])
        self.assertEqual(10, len(self.printer.labels))

    def test_a_printer_that_closes_after_three_is_gone_on_with(self):
        self.printer.close_after = 3
        error = self.print_ten("--printer", "Zebra", code=4)["error"]
        self.assertEqual("busy", error["code"])
        self.assertIn("3 of 10", error["message"])
        stopped = self.do("label", "list", *self.station.arguments(None))
        self.assertEqual(("stopped", 3, 2), tuple(stopped[name] for name in ("state", "sent", "confirmed")))
        self.assertEqual("done", self.label("resume", "--job-id", stopped["id"], "--printer", "Zebra")["state"])
        self.assertEqual((10, 10), (len(self.printer.labels), len(set(self.printer.labels))))
        self.assertEqual("denied", self.label("resume", "--job-id", stopped["id"], code=1)["error"]["code"])

    def test_other_labels_are_not_sent(self):
        self.do("printer", "change", "Zebra", "--stock", "100x150")
        self.assertEqual("denied", self.print_ten("--printer", "Zebra", code=1)["error"]["code"])
        self.assertEqual([], self.printer.labels)


if __name__ == "__main__":
    unittest.main(verbosity=2)
