"""Sheets of labels: which are known, where labels lie on them, which one is the next; and queues of printers."""

import os
import subprocess
import tempfile
import unittest

import printed_labels
import private_cups
from byte_catcher import ByteCatcher
from vouch_program import INSPECTOR, Station, run, run_json

L7160 = {"left": 7.5, "top": 15.5, "across": 66.0, "down": 38.1, "width": 64.0, "height": 38.1, "columns": 3}
HOUSE = ("House", "--labels", "2x3", "--size", "90x60", "--left", "10", "--top", "20", "--pitch", "95x70")


def count_pages(pdf):
    told = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, timeout=60, check=True).stdout
    return int(next(line.split()[1] for line in told.splitlines() if line.startswith("Pages:")))


def read_picture(path):
    """What ours and a reader that is not ours read alike; None of paper without a code."""
    symbols = run_json("scan", path).only["symbols"]
    other = subprocess.run(["ZXingReader", "-bytes", path], capture_output=True, text=True, timeout=60, check=False)
    if not symbols:
        return None
    assert len(symbols) == 1, symbols
    assert other.stdout.strip() == symbols[0]["text"], (other.stdout, symbols)
    return symbols[0]["text"]


class Settings(unittest.TestCase):
    """Settings of its own."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="vouch-sheet-")
        self.addCleanup(temporary.cleanup)
        self.folder = temporary.name
        self.environment = {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": temporary.name}
        os.makedirs(os.path.join(temporary.name, "glib-2.0", "settings"))

    def try_(self, *arguments, stdin=""):
        return run(*arguments, "--json", environment=self.environment, stdin=stdin)

    def do(self, *arguments, stdin=""):
        done = self.try_(*arguments, stdin=stdin)
        self.assertEqual(0, done.code, done.out + done.err)
        return done.only

    def refuse(self, *arguments):
        done = self.try_(*arguments)
        self.assertNotEqual(0, done.code, arguments)
        return done.error

    def cut(self, pdf, page, position, dpi=203, sheet=None):
        """A picture of one label of a sheet, as far as its edges."""
        at = sheet or L7160
        dots = dpi / 25.4
        stem = os.path.join(self.folder, f"label-{page}-{position}")
        left = at["left"] + (position - 1) % at["columns"] * at["across"]
        top = at["top"] + (position - 1) // at["columns"] * at["down"]
        subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", "-png", "-singlefile", "-f", str(page), "-l", str(page),
                        "-x", str(round(left * dots)), "-y", str(round(top * dots)), "-W",
                        str(round(at["width"] * dots)), "-H", str(round(at["height"] * dots)), pdf, stem],
                       check=True, timeout=60)
        return stem + ".png"


class Stocks(Settings):
    def test_averys_are_known(self):
        names = [sheet["name"] for sheet in self.try_("sheet", "list").lines]
        self.assertEqual(["L7160", "L7161", "L7162", "L7163", "L7164", "L7165", "L4730", "L4732", "L4770"], names)
        self.assertEqual([21, 18, 16, 14, 12, 8, 270, 80, 40],
                         [sheet["positions"] for sheet in self.try_("sheet", "list").lines])

    def test_the_house_has_its_own(self):
        added = self.do("sheet", "add", *HOUSE)
        self.assertEqual((6, False, 95000, 70000),
                         tuple(added[name] for name in ("positions", "built_in", "pitch_x_um", "pitch_y_um")))
        self.assertEqual(added, self.do("sheet", "show", "House"))
        self.do("printer", "add", "Office", "--language", "cups", "--uri", "cups:q", "--stock", "House")
        self.assertEqual(("House", 90000), tuple(
            self.do("printer", "show", "Office")[name] for name in ("sheet", "width_um")))
        self.do("sheet", "change", "House", "--size", "85x60")
        self.assertEqual(85000, self.do("printer", "show", "Office")["width_um"])
        self.do("sheet", "remove", "House")
        self.assertEqual("not_found", self.refuse("sheet", "show", "House")["code"])
        self.assertIn("House", self.try_("printer", "list").lines[-1]["error"]["message"])

    def test_what_is_no_sheet_is_refused(self):
        for arguments, field in ((("add", *HOUSE[:-1], "80x70"), "pitch_x_um"),
                                 (("add", "A", "--labels", "2.5x3"), "labels"),
                                 (("add", "A", "--labels", "0x3"), "columns"),
                                 (("add", "A", "--size", "60"), "size"),
                                 (("add", "A", "--left", "-1"), "pitch_x_um"),
                                 (("add", "L7160"), "name"),
                                 (("change", "L7160", "--left", "8"), "name"),
                                 (("remove", "L7160"), "name"),
                                 (("position", "L7160", "--first-position", "22"), "first_position")):
            error = self.refuse("sheet", *arguments)
            self.assertEqual(("invalid", field), (error["code"], error["field"]), arguments)

    def test_the_position_is_kept_for_each_printer(self):
        self.do("printer", "add", "Office", "--language", "cups", "--uri", "cups:q", "--stock", "L7160")
        self.assertEqual(1, self.do("sheet", "position", "L7160")["first_position"])
        moved = self.do("sheet", "position", "L7160", "--printer", "Office", "--first-position", "3/2")
        self.assertEqual((8, 3, 2), tuple(moved[name] for name in ("first_position", "row", "column")))
        self.assertEqual(moved, self.do("sheet", "position", "L7160", "--printer", "Office"))
        self.assertEqual(1, self.do("sheet", "position", "L7160")["first_position"])
        self.assertEqual(1, self.do("sheet", "position", "L7161", "--printer", "Office")["first_position"])

    def test_the_ruler_of_a_sheet_is_a_page(self):
        self.do("printer", "add", "Office", "--language", "pdf", "--uri", f"file:{self.folder}", "--stock", "L7160")
        self.do("printer", "test", "Office")
        told = subprocess.run(["pdfinfo", os.path.join(self.folder, "ruler.pdf")], capture_output=True, text=True,
                              timeout=60, check=True).stdout
        self.assertIn("595.", told)
        self.assertEqual(1, count_pages(os.path.join(self.folder, "ruler.pdf")))

    def test_a_preview_lies_where_the_labels_are(self):
        for dpi in (203, 300):
            pdf = os.path.join(self.folder, f"preview-{dpi}.pdf")
            self.do("label", "preview", "--template", "unit-40x30", "--dpi", str(dpi), "--file", pdf, "--sheet",
                    "L7160", "--first-position", "2/2")
            read = [read_picture(self.cut(pdf, 1, position, dpi)) for position in (1, 4, 5, 6)]
            self.assertEqual([True, True, False, True], [text is None for text in read])

    def test_a_label_that_is_too_large_is_refused(self):
        error = self.refuse("label", "preview", "--template", "lot-60x40", "--sheet", "L7160", "--file",
                            os.path.join(self.folder, "a.pdf"))
        self.assertEqual("denied", error["code"])
        self.assertIn("64 × 38.1 mm", error["message"])
        self.assertIn("60 × 40 mm", error["message"])


class AtStation(Settings):
    def setUp(self):
        super().setUp()
        self.station = Station()
        self.addCleanup(self.station.remove)
        self.lot = self.station.release_tea()

    def label(self, *arguments):
        return self.do("label", *arguments, *self.station.arguments(INSPECTOR))

    def print_units(self, count, *arguments):
        return self.label("print", "--lot", self.lot, "--purpose", "unit", "--units", str(count), "--dpi", "203",
                          *arguments)


class Printing(AtStation):
    def print_lot(self, *arguments):
        return self.label("print", "--lot", self.lot, "--purpose", "lot", "--sheet", "L7161", *arguments)

    def test_the_next_job_begins_where_the_last_one_ended(self):
        self.print_lot()
        self.assertEqual(2, self.do("sheet", "position", "L7161")["first_position"])
        job = self.do("label", "list", *self.station.arguments(None))
        again = self.label("reprint", "--job-id", job["id"], "--reason", "damaged", "--sheet", "L7161")
        L7161 = {"left": 7.25, "top": 8.7, "across": 66.0, "down": 46.6, "width": 63.5, "height": 46.6, "columns": 3}
        self.assertIsNone(read_picture(self.cut(again["file"], 1, 1, sheet=L7161)))
        self.assertIsNotNone(read_picture(self.cut(again["file"], 1, 2, sheet=L7161)))
        self.assertEqual(3, self.do("sheet", "position", "L7161")["first_position"])

    def test_it_can_begin_anywhere(self):
        self.print_lot("--first-position", "6/3")
        self.assertEqual(1, self.do("sheet", "position", "L7161")["first_position"])

    def test_no_label_is_printed_where_there_is_none(self):
        for arguments, field in ((("--sheet", "L7161", "--first-position", "19"), "first_position"),
                                 (("--first-position", "2"), "first_position"),
                                 (("--sheet", "L9999"), "sheet"),
                                 (("--sheet", "L7160"), "sheet")):
            error = self.refuse("label", "print", "--lot", self.lot, "--purpose", "lot", *arguments,
                                *self.station.arguments(INSPECTOR))
            self.assertEqual(field, error["field"], arguments)
        self.assertEqual([], self.station.list("label", "list"))


@unittest.skipUnless(private_cups.is_available(), "cupsd and its PDF back end want root")
class Queues(AtStation):
    def setUp(self):
        super().setUp()
        self.cups = private_cups.PrivateCups()
        self.addCleanup(self.cups.stop)

    def test_sheets_go_to_a_queue_and_are_gone_on_with(self):
        self.do("printer", "add", "Office", "--language", "cups", "--uri", self.cups.uri, "--stock", "L7164")
        self.do("sheet", "position", "L7164", "--printer", "Office", "--first-position", "10")
        self.cups.run("cupsdisable", private_cups.QUEUE)
        error = self.refuse("label", "print", "--lot", self.lot, "--purpose", "unit", "--units", "17", "--printer",
                            "Office", *self.station.arguments(INSPECTOR))
        self.assertIn("labels 1–3, 4–15, 16–17", error["message"])
        stopped = self.do("label", "list", *self.station.arguments(None))
        self.assertEqual((17, 0), tuple(stopped[name] for name in ("sent", "confirmed")))
        self.cups.run("cupsenable", private_cups.QUEUE)
        done = self.label("resume", "--job-id", stopped["id"], "--printed", "3", "--printer", "Office",
                          "--first-position", "1")
        self.assertEqual(("done", 17, 17), tuple(done[name] for name in ("state", "sent", "confirmed")))
        self.assertEqual(3, self.do("sheet", "position", "L7164", "--printer", "Office")["first_position"])
        pdf, = self.cups.list_files()
        self.assertEqual(2, count_pages(pdf))
        L7164 = {"left": 7.25, "top": 4.5, "across": 66.0, "down": 72.0, "width": 63.5, "height": 72.0, "columns": 3}
        texts = [read_picture(self.cut(pdf, page, position, sheet=L7164))
                 for page, position in [(1, position) for position in range(1, 13)] + [(2, 1), (2, 2), (2, 3)]]
        self.assertIsNone(texts.pop())
        units = [self.do("code", "find", "--code", text, *self.station.arguments(None))["unit"] for text in texts]
        self.assertEqual(list(range(4, 18)), units)

    def print_raw(self, language, read):
        catcher = ByteCatcher()
        self.addCleanup(catcher.stop)
        self.cups.add_raw_queue("Raw" + language, catcher.uri)
        self.do("printer", "add", language, "--language", language, "--uri", self.cups.get_uri("Raw" + language),
                "--stock", "40x30")
        job = self.print_units(3, "--printer", language)
        self.assertEqual(("done", 3, 3), tuple(job[name] for name in ("state", "sent", "confirmed")))
        document, = catcher.received
        units = []
        for index, picture in enumerate(read(document)):
            path = os.path.join(self.folder, f"{language}-{index}.png")
            picture.write(path)
            units.append(self.do("code", "find", "--code", read_picture(path), *self.station.arguments(None))["unit"])
        return units

    def test_a_queue_of_a_label_printer_is_given_its_language(self):
        self.assertEqual([1, 2, 3], self.print_raw("zpl", printed_labels.read_zpl))
        self.assertEqual([4, 5, 6], self.print_raw("tspl", printed_labels.read_tspl))


if __name__ == "__main__":
    unittest.main(verbosity=2)
