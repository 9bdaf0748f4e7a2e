#!/usr/bin/env python3
"""Labels before they are printed: `vouch label preview` and `vouch label check`, which need no station."""

import base64
import csv
import io
import json
import os
import struct
import subprocess
import tempfile
import unittest
import zlib

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

    def test_what_is_no_file_is_not_waited_for(self):
        pipe, link = self.path("pipe"), self.path("link")
        os.mkfifo(pipe)
        os.symlink("/dev/zero", link)
        for path in (pipe, link, "/dev/zero", self.folder.name):
            done = vouch("check", "--template-file", path)
            self.assertEqual(1, done.returncode, done.stdout)
            error = json.loads(done.stdout)["error"]
            self.assertEqual(("invalid", "template_file"), (error["code"], error["field"]))
        self.assertEqual("not_found", json.loads(vouch("check", "--template-file", self.path("x")).stdout)["error"]["code"])

    def test_one_language_is_laid_out_alone(self):
        for language, code in (("zh", 0), ("en", 0), ("fr", 1)):
            done = vouch("check", "--template", "unit-40x30", "--language", language)
            self.assertEqual(code, done.returncode, done.stdout)


class LongTexts(unittest.TestCase):
    """A text is on the label as a whole, or the label is refused for it; only remarks end with an ellipsis."""

    LONG = ["Longjing tea, " * 14 + "100 g", "有机龙井明前茶" * 28 + "礼盒", "W" * 200, "Green tea of the first harvest, 100 g",
            "有机西湖龙井明前特级绿茶礼盒装"]
    FIELDS = {"address": "https://q.vouch.example/t/L261122-01/7K3M9QXT2B4WHD8P", "host": "q.vouch.example",
              "lot": "L261122-01", "serial": "7K3M9QXT2B4WHD8P", "product_name_zh": "绿茶", "product_name_en": "Green tea",
              "status": "released", "supplier_lot": "QH26A01", "expiry": "2027-10-31", "count": "200", "sample": "3",
              "sscc": "395200010000000011", "gtin": "09520001000010", "badge": "VB1002", "name": "李敏", "role_zh": "检验员",
              "role_en": "Inspector", "location": "A-03-2-15"}
    TEXTS = ("lot", "product_name_zh", "product_name_en", "supplier_lot", "quantity", "name", "role_zh", "role_en",
             "station", "name_zh", "name_en", "from", "to", "reason", "decided_by", "place", "taken_by")
    REMARKS = ("reason", "decided_by", "place", "taken_by", "station")

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="vouch-label-")
        self.addCleanup(self.folder.cleanup)

    def list_fields(self, template):
        file = os.path.join(self.folder.name, template + ".json")
        if not os.path.exists(file):
            done = vouch("template", "export", "--name", template, "--file", file, "--data", self.folder.name)
            self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        with open(file, encoding="utf-8") as content:
            return json.load(content)["fields"]

    def run_rows(self, verb, template, rows, *arguments):
        table = io.StringIO()
        writer = csv.DictWriter(table, rows[0][2].keys())
        writer.writeheader()
        for _, _, row in rows:
            writer.writerow(row)
        return vouch(verb, "--template", template, "--stdin", *arguments, data=table.getvalue())

    def check(self, template, *arguments):
        """The rows that were taken, and what their pages say."""
        fields = self.list_fields(template)
        plain = {name: self.FIELDS.get(name, "") for name in fields}
        rows = [(name, text, dict(plain, **{name: text})) for name in self.TEXTS if name in fields for text in self.LONG]
        done = self.run_rows("check", template, rows, *arguments)
        faults = {fault["row"]: fault for fault in json.loads(done.stdout.splitlines()[0])["faults"]}
        for row, fault in faults.items():
            self.assertEqual(rows[row - 1][0], fault["field"], (template, arguments, fault))
            self.assertNotIn(rows[row - 1][0], self.REMARKS)
        taken = [row for number, row in enumerate(rows, 1) if number not in faults]
        path = os.path.join(self.folder.name, "labels.pdf")
        done = self.run_rows("preview", template, taken, "--file", path, *arguments)
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        told = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, timeout=60, check=True)
        return len(faults), taken, told.stdout.split("\f")

    def test_every_text_is_whole_or_refused(self):
        n_refused = n_whole = n_shortened = 0
        for template in BUILT_IN:
            if template == "command-card":
                continue
            for language in ("both", "zh", "en"):
                for dpi in ("203", "300"):
                    chosen = ("--dpi", dpi) + (("--language", language) if language != "both" else ())
                    refused, taken, pages = self.check(template, *chosen)
                    n_refused += refused
                    for (field, text, _), page in zip(taken, pages):
                        said = "".join(page.split())
                        if text == self.LONG[2] and field in self.REMARKS:
                            n_shortened += 1
                        elif "".join(text.split()) in said:
                            n_whole += 1
                        elif not self.may_be_away(template, language, field):
                            self.fail(f"{template} {language} {dpi}: {field} says {said} for {text}")
        self.assertGreater(min(n_refused, n_whole, n_shortened), 20, (n_refused, n_whole, n_shortened))

    @staticmethod
    def may_be_away(template, language, field):
        """The other language's text, and a quantity where the status is all that matters."""
        return field.endswith("_en" if language == "zh" else "_zh" if language == "en" else "?") or (
            field == "quantity" and template in ("hold-60x40", "reject-60x40"))


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
        again = self.lead("import", "--name", "our-lot", "--file", file)
        self.assertEqual(1, json.loads(again.stdout)["version"], "it says the same")
        taken = self.lead("import", "--name", "our-lot", "--file", file, "--new")
        self.assertEqual(1, taken.returncode, taken.stdout + taken.stderr)
        with open(file, encoding="utf-8") as template:
            changed = template.read().replace('"Lot label"', '"Our lot"')
        with open(file, "w", encoding="utf-8") as template:
            template.write(changed)
        self.assertEqual(1, self.lead("import", "--name", "our-lot", "--file", file, "--seen", "7").returncode)
        done = self.lead("import", "--name", "our-lot", "--file", file, "--seen", "1")
        self.assertEqual(2, json.loads(done.stdout)["version"], done.stdout + done.stderr)
        self.assertEqual(2, json.loads(self.template("show", "--name", "our-lot").stdout)["version"])
        self.assertEqual(0, self.lead("remove", "--name", "our-lot").returncode)
        self.assertEqual(BUILT_IN, self.names())

    def keep_our_lot(self):
        file = self.path("lot.json")
        self.assertEqual(0, self.template("export", "--name", "lot-60x40", "--file", file).returncode)
        self.assertEqual(0, self.lead("import", "--name", "our-lot", "--file", file).returncode)

    def test_the_houses_own_templates_are_checked_and_shown(self):
        self.keep_our_lot()
        for command in ("check", "preview"):
            done = vouch(command, "--template", "our-lot", *self.station())
            self.assertEqual(0, done.returncode, done.stdout + done.stderr)
            self.assertEqual(("our-lot", 1), (json.loads(done.stdout)["template"], json.loads(done.stdout)["version"]))
            done = vouch(command, "--template", "their-lot", *self.station())
            self.assertEqual(1, done.returncode)
            self.assertEqual("not_found", json.loads(done.stdout)["error"]["code"])
            self.assertIn("their-lot", json.loads(done.stdout)["error"]["message"])

    def test_the_houses_own_templates_are_checked_beside_a_station_that_runs(self):
        self.keep_our_lot()
        command = [VOUCH, "desk", "--json", *self.station()]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as desk:
            desk.stdin.write("VB1001\n")
            desk.stdin.flush()
            self.assertTrue(desk.stdout.readline())
            self.assertEqual(4, self.lead("remove", "--name", "our-lot").returncode)
            done = vouch("check", "--template", "our-lot", *self.station())
            desk.stdin.close()
            desk.stdout.read()
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)

    def test_a_picture_becomes_dots(self):
        file = self.path("dots.png")
        row = b"\x00" + b"\x00" * 8 + b"\xff" * 8
        with open(file, "wb") as picture:
            picture.write(b"\x89PNG\r\n\x1a\n")
            for kind, data in ((b"IHDR", struct.pack(">IIBBBBB", 16, 2, 8, 0, 0, 0, 0)),
                               (b"IDAT", zlib.compress(row * 2)), (b"IEND", b"")):
                picture.write(struct.pack(">I", len(data)) + kind + data
                              + struct.pack(">I", zlib.crc32(kind + data)))
        dots = json.loads(self.template("picture", "--file", file).stdout)
        self.assertEqual(16, dots["columns"])
        self.assertEqual(b"\xff\x00\xff\x00", base64.b64decode(dots["image"]))
        self.assertEqual(2, self.template("picture").returncode)
        self.assertEqual(1, self.template("picture", "--file", __file__).returncode)

    def test_built_in_templates_stay_and_broken_ones_stay_out(self):
        file = self.path("broken.json")
        with open(file, "w", encoding="utf-8") as template:
            template.write('{ "width": 40,\n "height": "x" }')
        done = self.lead("import", "--name", "broken", "--file", file)
        self.assertEqual(1, done.returncode)
        self.assertIn("line 2, column 12", done.stdout + done.stderr)
        with open(file, "w", encoding="utf-8") as template:
            template.write('{ "width": 40, "height": 30, "fields": {},\n "elements": [] }\0{')
        done = self.lead("import", "--name", "broken", "--file", file)
        self.assertEqual(1, done.returncode)
        self.assertIn("line 2, column 18", done.stdout + done.stderr)
        self.assertEqual(1, self.lead("import", "--name", "broken", "--file", "/dev/zero").returncode)
        self.template("export", "--name", "badge", "--file", file)
        self.assertEqual(1, self.lead("import", "--name", "badge", "--file", file).returncode)
        self.assertEqual(BUILT_IN, self.names())


if __name__ == "__main__":
    unittest.main()
