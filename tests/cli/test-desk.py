"""The inspector's stand without a window."""

import base64
import json
import tempfile
import os
import subprocess
import unittest.mock

import vouch_program
from vouch_program import StationTest, as_lines

VITAMINS = "]d201095200010000651727122710VC2610\x1d30400"
IODINE = "]d201095200010000721727122710IO2609\x1d30240"
LABEL = "]C101095200010000101731013110QH26A01\x1d30200"


# 24 × 16 pixels, red on the left.
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAIAAACDRijCAAAAIUlEQVR42mM4oSFCEMkRgRhGDRrhBu0jiOSIQKMGjWiDAHivh"
                       "hAD3v9UAAAAAElFTkSuQmCC")


class Desk(StationTest):
    def work(self, *lines):
        done = self.station.try_("desk", stdin="".join(line + "\n" for line in lines))
        return done.lines[1:], done.code

    def test_ten_scans_accept_a_lot(self):
        states, code = self.work("VB1002", "PO-2026-0001", json.dumps({"scan": LABEL}), *["XCPASS"] * 5, "XCACCEPT",
                                 "VB1002")
        self.assertEqual(0, code)
        self.assertEqual(["home", "goods", "check", "check", "check", "check", "check", "verdict", "sign", "labels"],
                         [state["stage"] for state in states])
        self.assertEqual("accepted", states[-1]["feedback"])
        checking = states[2]
        self.assertEqual((1, 5, 0, 0, 1), tuple(checking[key] for key in
                                                ("sample_position", "sample_size", "nonconforming", "ac", "re")))
        self.assertIn({"command": "XCPASS", "label": "Pass"}, checking["answers"])
        self.assertEqual("200 pc", checking["lines"][0]["counted"])

    def test_tells_how_the_decoder_does(self):
        with tempfile.NamedTemporaryFile(suffix=".png") as file:
            file.write(PNG)
            file.flush()
            answers, code = self.work(json.dumps({"picture": file.name}), json.dumps({"diagnostics": "decoder"}))
        self.assertEqual("not_found", answers[0]["error"]["code"])
        decoder = answers[1]["decoder"]
        self.assertEqual((1, 0, 0, 0), tuple(decoder[key] for key in ("read", "lost", "restarts", "hangs")))
        self.assertIn("ZBar 0.", decoder["libraries"])

    def test_a_double_plan_asks_for_its_second_sample(self):
        states, code = self.work("VB1002", "PO-2026-0004", json.dumps({"scan": VITAMINS}), "XCFAIL", "XCDF008", "XCPASS",
                                 "XCX50", "XCPASS", "XCNEXT", "XCX50", "XCPASS")
        self.assertEqual(0, code)
        asked, taken, last = states[7], states[8], states[-1]
        self.assertEqual(("next_sample", 32, 32), (asked["stage"], asked["to_draw"], asked["sample_size"]))
        self.assertEqual([(2, 2, 64, 32, 1, 1, 2)],
                         [tuple(one[key] for key in ("stage", "n_stages", "wanted", "inspected", "found", "ac", "re"))
                          for one in asked["classes"]])
        self.assertEqual(("check", 33, 64), (taken["stage"], taken["sample_position"], taken["sample_size"]))
        self.assertEqual(("verdict", "accept"), (last["stage"], last["classes"][0]["verdict"]))
        entries = self.station.list("quality", "list")
        self.assertEqual(["normal"], [entry["severity"] for entry in entries])

    def test_each_class_has_its_plan_and_stands_in_the_report(self):
        states, _ = self.work("VB1002", "PO-2026-0004", json.dumps({"scan": IODINE}), "XCFAIL", "XCDF011", "XCPASS",
                              *[json.dumps({"type": "100"}), "XCDOK"])
        named = {one["name"]: one for one in states[-1]["classes"]}
        self.assertEqual(["Critical defects", "Major defects", "Minor defects", "Fill"], list(named))
        self.assertEqual((1, 0), (named["Major defects"]["found"], named["Critical defects"]["found"]))
        lot = states[-1]["lot"]
        shown = self.station.do("inspect", "show", "--lot", lot)
        self.assertEqual(["zero", "aql", "aql", "variables"], [plan["method"] for plan in shown["plans"]])
        path = self.station.path("report.pdf")
        self.station.do("lot", "report", "--lot", lot, "--file", path)
        text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout
        for name in named:
            self.assertIn(name, text)

    def test_goes_on_where_it_stood(self):
        self.work("VB1002", "PO-2026-0001", json.dumps({"scan": LABEL}), "XCPASS", "XCPASS")
        states, _ = self.work("VB1003", "PO-2026-0001")
        self.assertEqual(("check", 3), (states[-1]["stage"], states[-1]["sample_position"]))
        self.assertEqual(6, len(states[-1]["history"]))

    def test_a_check_is_told_in_the_language_of_whoever_reads(self):
        self.work("VB1002", "PO-2026-0001", json.dumps({"scan": LABEL}))
        for language, check, method in (("en", "Tin undamaged and sealed", "by eye"),
                                        ("zh_CN", "罐体完好、封口完整", "目视")):
            with unittest.mock.patch.dict(os.environ, LANGUAGE=language):
                states, _ = self.work("VB1002", "PO-2026-0001")
            self.assertEqual((check, method), (states[-1]["characteristic"], states[-1]["method"]))

    def test_a_photo_from_a_file_outlives_the_inspector(self):
        photo = self.station.path("dent.png")
        with open(photo, "wb") as file:
            file.write(PNG)
        states, code = self.work("VB1002", "PO-2026-0001", json.dumps({"scan": LABEL}), "XCPASS",
                                 json.dumps({"photo": photo}), "XCFAIL", "XCDF002", "XCUNDO")
        self.assertEqual(0, code)
        self.assertEqual([{"name": "dent.png", "is_pending": True}],
                         [dict(photo, name=photo["name"].rsplit("/", 1)[-1]) for photo in states[4]["photos"]])
        self.assertEqual("LOT FAILS", states[6]["word"])
        self.assertTrue(states[7]["history"][0]["is_undone"])
        states, _ = self.work("VB1003", json.dumps({"resume": states[7]["lot"]}))
        self.assertEqual(("check", 2), (states[-1]["stage"], states[-1]["sample_position"]))
        self.assertEqual([{"name": "dent.png", "is_pending": False}], states[-1]["photos"])
        self.assertIn("Li Wei", states[-1]["history"][-1]["text"])

    def test_commands_and_typed_answers(self):
        states, code = self.work(*as_lines({"type": "VB1001"}, {"type": "481516"}, {"command": "XCLOGOUT"}).splitlines())
        self.assertEqual((0, ["pin", "home", "sign_in"]), (code, [state["stage"] for state in states]))

    def test_a_bad_line_changes_nothing(self):
        states, code = self.work("VB1002", "{", json.dumps({"command": "PASS"}), json.dumps({"shout": "x"}),
                                 json.dumps({"picture": "/nowhere.png"}), json.dumps({"scan": "a", "type": "b"}),
                                 "PO-2026-0001")
        self.assertEqual(1, code)
        self.assertEqual(["invalid"] * 3 + ["not_found", "invalid"], [line["error"]["code"] for line in states[1:-1]])
        self.assertEqual("goods", states[-1]["stage"])

    def test_unknown_codes_change_nothing(self):
        states, code = self.work("VB1002", "PO-2026-0001", "9520001999994", "XCACCEPT")
        self.assertEqual((0, ["question", "misread"]), (code, [state["feedback"] for state in states[2:]]))
        self.assertEqual("Not in the catalogue", states[2]["word"])


if __name__ == "__main__":
    vouch_program.main()
