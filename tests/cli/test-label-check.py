#!/usr/bin/env python3
"""Labels before they are printed: `vouch label preview` and `vouch label check`, which need no station."""

import json
import os
import struct
import subprocess
import tempfile
import unittest

VOUCH = os.environ["VOUCH"]
HEAD = "sscc,product_name_zh,product_name_en,gtin,supplier_lot,count\n"
GOOD = "395200010000000011,绿茶,Green tea,09520001000010,QH26A01,200\n"
BUILT_IN = ["badge", "carton-100x150", "command-card", "hold-60x40", "location-100x50", "lot-60x40", "reject-60x40",
            "released-60x40", "sample-60x40", "unit-40x30", "unit-60x40"]


def vouch(*arguments, data=""):
    return subprocess.run([VOUCH, "label", *arguments, "--json"], input=data, capture_output=True, text=True,
                          timeout=60, check=False)


class Labels(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="vouch-label-")
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def test_every_built_in_label_holds_with_its_examples(self):
        for name in BUILT_IN:
            done = vouch("check", "--template", name)
            self.assertEqual(0, done.returncode, done.stdout + done.stderr)
            answer = json.loads(done.stdout)
            self.assertEqual((1, 1, []), (answer["labels"], answer["read_back"], answer["faults"]))

    def test_faults_are_told_by_row_and_field(self):
        rows = GOOD.replace("10,QH", "11,QH") + GOOD + GOOD.replace("QH26A01", "批次甲").replace("Green tea", "")
        done = vouch("check", "--template", "carton-100x150", "--stdin", data=HEAD + rows)
        self.assertEqual(1, done.returncode)
        faults = json.loads(done.stdout.splitlines()[0])["faults"]
        self.assertEqual([(1, "gtin"), (3, "product_name_en")], [(at["row"], at["field"]) for at in faults])

    def test_a_chinese_lot_number_is_refused_with_the_way_out(self):
        done = vouch("check", "--template", "carton-100x150", "--stdin", data=HEAD + GOOD.replace("QH26A01", "批次甲"))
        fault = json.loads(done.stdout.splitlines()[0])["faults"][0]
        self.assertEqual("supplier_lot", fault["field"])
        self.assertIn("our own lot number", fault["message"])

    def test_an_unknown_column_is_refused(self):
        done = vouch("check", "--template", "carton-100x150", "--stdin", data=HEAD.replace("gtin", "gitn") + GOOD)
        self.assertEqual(1, done.returncode)
        self.assertIn("gitn", done.stdout + done.stderr)

    def test_a_preview_is_a_picture_of_the_printers_dots(self):
        path = self.path("label.png")
        done = vouch("preview", "--template", "unit-40x30", "--file", path)
        self.assertEqual(0, done.returncode, done.stderr)
        answer = json.loads(done.stdout)
        with open(path, "rb") as picture:
            head = picture.read(24)
        self.assertEqual(b"\x89PNG", head[:4])
        self.assertEqual((320, 240), struct.unpack(">II", head[16:24]))
        self.assertEqual((320, 240), (answer["width"], answer["height"]))
        self.assertEqual("qr", answer["codes"][0]["symbology"])

    def test_a_document_has_a_page_for_every_row(self):
        path = self.path("labels.pdf")
        done = vouch("preview", "--template", "carton-100x150", "--stdin", "--file", path, data=HEAD + 3 * GOOD)
        self.assertEqual(0, done.returncode, done.stderr)
        told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, timeout=60, check=True).stdout
        self.assertIn("Pages:           3", told)

    def test_a_broken_template_is_refused_with_the_line(self):
        path = self.path("mine.json")
        with open(path, "w", encoding="utf-8") as template:
            template.write('{\n  "width": 40, "height": 30, "fields": {},\n  "elements": [ { "txet": "a" } ] }')
        done = vouch("check", "--template-file", path)
        self.assertEqual(1, done.returncode)
        self.assertIn("line 3, column 27", done.stdout + done.stderr)

    def test_one_language_is_laid_out_alone(self):
        for language, code in (("zh", 0), ("en", 0), ("fr", 1)):
            done = vouch("check", "--template", "unit-40x30", "--language", language)
            self.assertEqual(code, done.returncode, done.stdout)


class Templates(unittest.TestCase):
    """The templates that a station keeps."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="vouch-label-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        with open(self.path("pin"), "w", encoding="utf-8") as pin:
            pin.write("271828")
        done = subprocess.run([VOUCH, "sample-data", "--json", *self.station()], capture_output=True, text=True,
                              timeout=60, check=False)
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)

    def path(self, name):
        return os.path.join(self.folder, name)

    def station(self):
        return ["--data", self.path("data"), "--unlock", self.path("unlock")]

    def template(self, *arguments):
        return vouch("template", *arguments, *self.station())

    def lead(self, *arguments):
        return self.template(*arguments, "--as", "VB1004", "--pin-file", self.path("pin"))

    def names(self):
        return [json.loads(line)["name"] for line in self.template("list").stdout.splitlines()]

    def test_a_copy_of_a_built_in_template_is_kept_shown_and_removed(self):
        file = self.path("lot.json")
        self.assertEqual(0, self.template("export", "--name", "lot-60x40", "--file", file).returncode)
        done = self.lead("import", "--name", "our-lot", "--file", file)
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        self.assertEqual(BUILT_IN + ["our-lot"], self.names())
        self.assertEqual(1, json.loads(self.template("show", "--name", "our-lot").stdout)["version"])
        self.assertEqual(0, self.lead("import", "--name", "our-lot", "--file", file).returncode)
        self.assertEqual(2, json.loads(self.template("show", "--name", "our-lot").stdout)["version"])
        self.assertEqual(0, self.lead("remove", "--name", "our-lot").returncode)
        self.assertEqual(BUILT_IN, self.names())

    def test_built_in_templates_stay_and_broken_ones_stay_out(self):
        file = self.path("broken.json")
        with open(file, "w", encoding="utf-8") as template:
            template.write('{ "width": 40,\n "height": "x" }')
        done = self.lead("import", "--name", "broken", "--file", file)
        self.assertEqual(1, done.returncode)
        self.assertIn("line 2, column 12", done.stdout + done.stderr)
        self.template("export", "--name", "badge", "--file", file)
        self.assertEqual(1, self.lead("import", "--name", "badge", "--file", file).returncode)
        self.assertEqual(BUILT_IN, self.names())


if __name__ == "__main__":
    unittest.main()
