#!/usr/bin/env python3
"""Labels that are printed from the command line: of a table, a place, a carton, a sample; and what is refused."""

import os
import subprocess
import unittest

from vouch_program import ADMINISTRATOR, INSPECTOR, Station, run_json

HEAD = "sscc,product_name_zh,product_name_en,gtin,supplier_lot,count\n"
GOOD = "395200010000000011,绿茶,Green tea,09520001000010,QH26A01,200\n"


def sscc_of(digits):
    """An SSCC whose first 17 digits begin like these."""
    digits = digits.ljust(17, "9")
    return digits + str(-sum(int(digit) * (3 if i % 2 == 0 else 1) for i, digit in enumerate(digits)) % 10)


class LabelPrintTest(unittest.TestCase):
    def setUp(self):
        self.station = Station()
        self.addCleanup(self.station.remove)

    def print(self, *arguments, data=None, code=0):
        done = run_json("label", "print", *arguments, "--directory", self.station.path("out"), "--dpi", "203",
                        *self.station.arguments(INSPECTOR), stdin=data or "")
        self.assertEqual(code, done.code, done.out + done.err)
        return done.only if code == 0 else done.only["error"]

    def pages(self, job):
        told = subprocess.run(["pdfinfo", job["file"]], capture_output=True, text=True, timeout=60, check=True).stdout
        return int(told.split("Pages:")[1].split()[0])

    def release(self):
        lot = self.station.inspect_tea()
        self.station.do("decide", "accept", "--lot", lot, "--badge", INSPECTOR[0], who=INSPECTOR)
        return lot

    def test_each_row_of_a_table_is_printed_as_often_as_is_asked_for(self):
        job = self.print("--template", "carton-100x150", "--copies", "2", "--stdin", data=HEAD + 3 * GOOD)
        self.assertEqual(("carton", "carton-100x150@1", 6), tuple(job[name] for name in ("purpose", "template",
                                                                                         "labels")))
        self.assertEqual(6, self.pages(job))

    def test_every_faulty_line_is_named_before_anything_is_printed(self):
        rows = [GOOD, GOOD.replace("10,QH", "11,QH"), "\n", GOOD.replace("Green tea", '"Green\ntea"'),
                GOOD.replace("QH26A01", "批次甲"), GOOD.replace("Green tea", "tea \u202e"),
                GOOD.replace("Green tea", "Green tea " * 20), GOOD.replace("Green tea", "a\tb"), GOOD]
        error = self.print("--template", "carton-100x150", "--stdin", data=HEAD + "".join(rows), code=1)
        for line in (3, 5, 7, 8, 9, 10):
            self.assertIn(f"line {line}: ", error["message"])
        for line in (2, 4, 6, 11):
            self.assertNotIn(f"line {line}: ", error["message"])
        self.assertIn("our own lot number", error["message"])
        self.assertFalse(os.path.exists(self.station.path("out")))

    def test_every_line_with_other_cells_than_columns_is_named(self):
        error = self.print("--template", "carton-100x150", "--stdin", data=HEAD + "a,b\n" + GOOD + "c\n", code=1)
        self.assertIn("line 2: ", error["message"])
        self.assertIn("line 4: ", error["message"])

    def test_a_printers_commands_are_text(self):
        job = self.print("--template", "carton-100x150", "--stdin", data=HEAD + GOOD.replace("Green tea", "^XZ ~JR"))
        self.assertEqual(1, job["labels"])

    def test_what_the_station_knows_is_not_printed_of_a_table(self):
        head = "address,host,lot,serial,product_name_zh,product_name_en\n"
        for template in ("unit-40x30", "released-60x40", "badge"):
            self.assertEqual("denied", self.print("--template", template, "--stdin", data=head, code=1)["code"])

    def test_a_count_beyond_the_range_is_refused(self):
        lot = self.release()
        for units in ("0", "1000000000", "-1", "201", "9223372036854775808", "1e3", "５", ""):
            error = self.print("--lot", lot, "--purpose", "unit", "--units", units, code=1)
            self.assertEqual("units", error["field"])
        for copies in ("0", "-1", "1001", "1000000000"):
            error = self.print("--location", "A-01", "--copies", copies, code=1)
            self.assertEqual("copies", error["field"])
        error = self.print("--lot", lot, "--purpose", "lot", "--copies", "2", code=1)
        self.assertEqual("copies", error["field"])
        self.assertFalse(os.path.exists(self.station.path("out")))
        self.assertEqual([], self.station.list("code", "batch", "list"))

    def test_no_label_is_repeated_none_times(self):
        lot = self.release()
        job = self.print("--lot", lot, "--purpose", "unit", "--units", "3")
        for name, value in (("units", "0"), ("units", "-1"), ("first-unit", "0"), ("first-unit", "4"), ("units", "4")):
            done = self.station.try_("label", "reprint", "--job-id", job["id"], "--reason", "damaged", "--" + name, value,
                                     "--directory", self.station.path("again"), who=INSPECTOR)
            self.assertEqual(1, done.code, done.out)
        self.assertFalse(os.path.exists(self.station.path("again")))

    def test_a_place_gets_its_label(self):
        job = self.print("--location", "A-03-2-15", "--name-en", "Finished goods", "--copies", "2")
        self.assertEqual(("location", 2), (job["purpose"], job["labels"]))
        self.assertEqual("A-03-2-15", job["about"])

    def test_a_sample_gets_a_label_a_unit(self):
        job = self.print("--lot", self.station.inspect_tea(), "--purpose", "sample")
        self.assertEqual(("sample", job["labels"]), (job["purpose"], self.pages(job)))
        self.assertGreater(job["labels"], 1)

    def pack(self, lot):
        """Three of four units, printed, activated and put into a carton; its SSCC."""
        self.station.do("policy", "set", "--name", "host", "--value", "q.vouch.example", who=ADMINISTRATOR)
        self.station.do("policy", "set", "--name", "gs1-prefix", "--value", "9520001", who=ADMINISTRATOR)
        job = self.print("--lot", lot, "--purpose", "unit", "--units", "4")
        codes = [self.station.read_label(job["file"], page)["text"] for page in range(1, 5)]
        for code in (codes[0], codes[3]):
            self.station.do("code", "batch", "activate", "--batch-id", job["batch_id"], "--code", code, who=INSPECTOR)
        sscc = self.station.do("pack", "open", "--kind", "carton", who=INSPECTOR)["sscc"]
        for code in codes[:3]:
            self.station.do("pack", "add", "--sscc", sscc, "--code", code, who=INSPECTOR)
        return sscc

    def test_a_carton_gets_its_label_once_it_is_closed(self):
        sscc = self.pack(self.release())
        self.assertEqual("denied", self.print("--sscc", sscc, code=1)["code"])
        self.station.do("pack", "close", "--sscc", sscc, who=INSPECTOR)
        job = self.print("--sscc", sscc)
        self.assertEqual(("carton", sscc, "carton-100x150@1"), tuple(job[name] for name in ("purpose", "about",
                                                                                            "template")))
        texts = [symbol["text"] for symbol in self.station.read_symbols(job["file"], 1)]
        self.assertIn("00" + sscc, texts)
        self.assertEqual("denied", self.print("--sscc", sscc, code=1)["code"])

    def carton_rows(self, *numbers):
        return HEAD + "".join(GOOD.replace("395200010000000011", number) for number in numbers)

    def test_a_carton_of_ours_in_a_table_is_one_that_is_whole(self):
        ours = self.pack(self.release())
        unknown, foreign = sscc_of("0952000199999999"), "395200010000000011"
        error = self.print("--template", "carton-100x150", "--stdin", code=1,
                           data=self.carton_rows(foreign, ours, unknown, foreign))
        self.assertEqual(("invalid", "csv"), (error["code"], error["field"]))
        self.assertIn(f"line 3: {ours} is still being filled", error["message"])
        self.assertIn(f"line 4: SSCC {unknown} would be", error["message"])
        for line in (2, 5):
            self.assertNotIn(f"line {line}: ", error["message"])
        self.assertEqual(2, self.print("--template", "carton-100x150", "--stdin",
                                       data=self.carton_rows(foreign, foreign))["labels"])
        self.station.do("pack", "close", "--sscc", ours, who=INSPECTOR)
        self.assertEqual(1, self.print("--template", "carton-100x150", "--stdin",
                                       data=self.carton_rows(ours))["labels"])
        self.station.do("pack", "break", "--sscc", ours, "--reason", "counted wrong", who=INSPECTOR)
        error = self.print("--template", "carton-100x150", "--stdin", data=self.carton_rows(ours), code=1)
        self.assertIn(f"line 2: {ours} was broken", error["message"])

    def test_the_house_chooses_template_and_language(self):
        lot = self.station.inspect_tea()
        self.station.do("policy", "set", "--name", "label-language", "--value", "en", who=ADMINISTRATOR)
        done = self.station.try_("policy", "set", "--name", "template-lot", "--value", "hold-60x40", who=ADMINISTRATOR)
        self.assertEqual(("invalid", "value"), (done.error["code"], done.error["field"]))
        self.station.do("policy", "set", "--name", "template-lot", "--value", "lot-60x40", who=ADMINISTRATOR)
        job = self.print("--lot", lot, "--purpose", "lot")
        text = subprocess.run(["pdftotext", job["file"], "-"], capture_output=True, text=True, timeout=60, check=True)
        self.assertNotRegex(text.stdout, "[\u4e00-\u9fff]")


if __name__ == "__main__":
    unittest.main(verbosity=2)
