"""Every command at a station, in the order of a lot's way through the house."""

import base64
import contextlib
import hashlib
import os
import pathlib
import sqlite3
import struct
import unittest
import zlib

import vouch_program
from vouch_program import (ADMINISTRATOR, INSPECTOR, OTHER_INSPECTOR, QA_LEAD, SERVICE, Station, StationTest, as_lines,
                           run)


# 24 × 16 pixels, red on the left.
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAIAAACDRijCAAAAIUlEQVR42mM4oSFCEMkRgRhGDRrhBu0jiOSIQKMGjWiDAHivh"
                       "hAD3v9UAAAAAElFTkSuQmCC")


def make_png(width, height):
    """A grey picture."""
    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    rows = (b"\0" + b"\x80" * width) * height
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def read_width(jpeg):
    """How wide a baseline JPEG is, as its frame's header says."""
    return struct.unpack(">H", jpeg[jpeg.index(b"\xff\xc0") + 7:][:2])[0]


class FirstStart(unittest.TestCase):
    def setUp(self):
        self.station = Station(sample=False)
        self.addCleanup(self.station.remove)

    def test_first_administrator_by_the_one_time_code(self):
        code_file = self.station.do("user", "first-code")["file"]
        wrong = self.station.write("00000000")
        pin = self.station.write("1357")
        add = ("user", "add-first", "--badge", "A-1", "--name", "Ada", "--pin-file", pin)
        self.assertEqual("denied", self.station.try_(*add, "--code-file", wrong).error["code"])
        self.assertEqual("A-1", self.station.do(*add, "--code-file", code_file)["number"])
        self.assertEqual(1, self.station.try_(*add, "--code-file", code_file).code)
        self.assertEqual("conflict", self.station.try_("user", "first-code").error["code"])
        user = self.station.list("user", "list")
        self.assertEqual(["A-1"], [entry["badge"] for entry in user])
        self.assertNotIn("pin_hash", user[0])
        self.assertTrue(user[0]["has_pin"])

    def test_secrets_do_not_stand_on_the_command_line(self):
        done = self.station.try_("user", "add-first", "--code", "12345678", "--badge", "A-1", "--name", "Ada")
        self.assertEqual(("invalid", "code"), (done.error["code"], done.error["field"]))

    def test_sample_data_only_once(self):
        self.assertEqual({"suppliers": 3, "products": 10, "deliveries": 4, "users": 6},
                         dict(self.station.do("sample-data"), suppliers=3))
        self.assertEqual("conflict", self.station.try_("sample-data").error["code"])

    def test_sheet_of_bar_codes(self):
        path = self.station.path("sheet.pdf")
        done = self.station.try_("sample-data", "--sheet", path)
        self.assertEqual((0, 2), (done.code, len(done.lines)))
        with open(path, "rb") as file:
            self.assertEqual(b"%PDF", file.read(4))
        self.assertEqual({"sheet": path}, self.station.do("sample-data", "--sheet", path))


class Card(StationTest):
    def test_command_card(self):
        path = self.station.path("card.pdf")
        self.assertEqual({"file": path}, self.station.do("label", "card", "--file", path, "--prefix", "QW"))
        texts = {symbol["text"] for symbol in self.station.read_symbols(path, 1)}
        self.assertIn("QWPASS", texts)
        self.assertFalse([text for text in texts if text.startswith("XC")])
        self.assertEqual(2, self.station.try_("label", "card", "--file", path, "--prefix", "YZ").code)


class People(StationTest):
    def test_users(self):
        pin = self.station.write("97531")
        self.station.do("user", "add", "--badge", "VB2001", "--name", "赵磊", "--roles", "inspector,service",
                        "--new-pin-file", pin, who=ADMINISTRATOR)
        self.assertIn("VB2001", [user["badge"] for user in self.station.list("user", "list")])
        self.station.do("delivery", "open", "--number", "PO-2026-0001", who=("VB2001", "97531"))
        self.assert_refused(self.station.try_("delivery", "open", "--number", "PO-2026-0002", who=("VB2001", "1")),
                            "denied")

    def test_policies(self):
        self.station.do("policy", "set", "--name", "host", "--value", "q.example.cn", who=ADMINISTRATOR)
        policies = {policy["name"]: policy["value"] for policy in self.station.list("policy", "list")}
        self.assertEqual("q.example.cn", policies["host"])
        self.assert_refused(self.station.try_("policy", "set", "--name", "hots", "--value", "x", who=ADMINISTRATOR),
                            "invalid", "name")


    def test_whoever_has_left_signs_in_no_more(self):
        self.station.do("user", "retire", "--badge", OTHER_INSPECTOR[0], who=ADMINISTRATOR)
        states = {user["badge"]: user["state"] for user in self.station.list("user", "list")}
        self.assertEqual(("retired", "active"), (states[OTHER_INSPECTOR[0]], states[INSPECTOR[0]]))
        self.assert_refused(self.station.try_("delivery", "open", "--number", "PO-2026-0001", who=OTHER_INSPECTOR),
                            "denied")
        self.assert_refused(self.station.try_("user", "retire", "--badge", ADMINISTRATOR[0], who=ADMINISTRATOR),
                            "conflict", "badge")


class Newer(StationTest):
    def test_what_a_newer_version_wrote_is_only_looked_at(self):
        path = os.path.join(self.station.data, "station.db")
        with contextlib.closing(sqlite3.connect(path)) as database:
            database.executescript("CREATE TABLE of_tomorrow (id INTEGER PRIMARY KEY); PRAGMA user_version = 999;")
        before = pathlib.Path(path).read_bytes()
        self.assertEqual(4, len(self.station.list("queue")))
        refused = self.station.try_("delivery", "open", "--number", "PO-2026-0001", who=INSPECTOR)
        self.assert_refused(refused, "storage", exit_code=3)
        self.assertIn("newer", refused.error["message"])
        self.assertEqual(before, pathlib.Path(path).read_bytes())


class Older(StationTest):
    def test_what_an_older_version_wrote_is_not_taken_for_tampering(self):
        path = os.path.join(self.station.data, "station.db")
        with contextlib.closing(sqlite3.connect(path)) as database:
            database.executescript("PRAGMA user_version = 8;")
        before = pathlib.Path(path).read_bytes()
        refused = self.station.try_("audit", "verify")
        self.assert_refused(refused, "storage", exit_code=3)
        self.assertIn("start the station once", refused.error["message"])
        self.assertEqual(before, pathlib.Path(path).read_bytes())


class Photos(StationTest):
    def test_photos_are_kept(self):
        self.station.do("delivery", "open", "--number", "PO-2026-0001", who=INSPECTOR)
        counted = self.station.do("receive", "count", "--delivery", "PO-2026-0001", "--product", "TEA-G100",
                                  "--quantity", "150", "--supplier-lot", "X", "--expiry", "2031-01-31", who=INSPECTOR)
        files = [self.station.path("one.png"), self.station.path("two.png")]
        for file in files:
            with open(file, "wb") as out:
                out.write(PNG)
        done = self.station.try_("attach", "--lot", counted["lot"], *files, who=INSPECTOR)
        self.assertEqual((0, files), (done.code, [line["file"] for line in done.lines]))
        path = os.path.join(self.station.data, "attachments", done.lines[0]["sha256"][:2],
                            done.lines[0]["sha256"])
        with open(path, "rb") as file:
            self.assertEqual(done.lines[0]["sha256"], hashlib.sha256(file.read()).hexdigest())
        self.station.do("attach", "--line", "PO-2026-0001/1", files[0], who=INSPECTOR)
        self.station.do("attach", "--subject", "lot", "--id", counted["lot_id"], files[0], who=QA_LEAD)

    def test_photos_are_as_large_as_the_settings_say(self):
        lot = self.station.count_tea()
        settings = self.station.path("config/glib-2.0/settings/keyfile")
        os.makedirs(os.path.dirname(settings))
        pathlib.Path(settings).write_text("[app/vouch/Station]\nphoto-max-px=uint32 640\n", encoding="utf-8")
        photo = self.station.path("wide.png")
        pathlib.Path(photo).write_bytes(make_png(1000, 20))
        done = run("attach", "--lot", lot, photo, "--json", *self.station.arguments(INSPECTOR), environment={
            "GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": self.station.path("config")})
        self.assertEqual(0, done.code, done.out + done.err)
        stored = os.path.join(self.station.data, "attachments", done.only["sha256"][:2], done.only["sha256"])
        self.assertEqual(640, read_width(pathlib.Path(stored).read_bytes()))

    def test_what_is_no_photo_is_refused(self):
        file = self.station.write("no picture")
        self.assert_refused(self.station.try_("attach", "--subject", "lot", "--id", "0000000000001", file,
                                              who=INSPECTOR), "invalid")
        self.assert_refused(self.station.try_("attach", "--subject", "lot", "--id", "0000000000001",
                                              self.station.path("none.png"), who=INSPECTOR), "not_found")
        self.assert_refused(self.station.try_("attach", file, "--id", "0000000000001", who=INSPECTOR), "invalid",
                            "subject")


class Chain(StationTest):
    def test_receiving(self):
        self.assertEqual(4, len(self.station.list("delivery", "list")))
        done = self.station.do("delivery", "open", "--number", "PO-2026-0001", who=INSPECTOR)
        self.assertRegex(done["number"], r"^R\d{6}-")
        count = ("receive", "count", "--delivery", "PO-2026-0001", "--product", "TEA-G100", "--quantity", "150",
                 "--supplier-lot", "X", "--expiry", "2031-01-31")
        counted = self.station.do(*count, "--damaged", "2", who=INSPECTOR)
        self.assertEqual({"quantity": "150", "unit": "pc"}, counted["counted"])
        self.assertEqual({"quantity": "2", "unit": "pc"}, counted["damaged"])
        line = ("--line", "PO-2026-0001/1")
        self.assertEqual("0", self.station.do("receive", "undo", *line, who=INSPECTOR)["counted"]["quantity"])
        self.station.do(*count, who=INSPECTOR)
        self.assertEqual("150", self.station.do("receive", "close-line", *line, who=INSPECTOR)["counted"]["quantity"])
        pending = self.station.list("lot", "list", "--pending")
        self.assertEqual([counted["lot"]], [lot["number"] for lot in pending])

    def test_a_delivery_that_nobody_announced(self):
        done = self.station.do("delivery", "new", "--number", "X-77", "--supplier", "QINGHE", who=INSPECTOR)
        self.assertTrue(done["id"])
        self.assert_refused(self.station.try_("delivery", "new", "--number", "X-78", "--supplier", "NOBODY",
                                              who=INSPECTOR), "not_found")

    def test_inspecting(self):
        lot = self.station.count_tea()
        planned = self.station.do("lot", "plan", "--lot", lot, who=INSPECTOR)
        self.assertEqual((1, "open"), (planned["position"], ("open", "accept", "reject")[int(planned["verdict"])]
                                       if str(planned["verdict"]).isdigit() else planned["verdict"]))
        shown = self.station.do("inspect", "show", "--lot", lot)
        self.assertEqual((5, 3, 0), (len(shown["units"]), len(shown["checks"]), len(shown["readings"])))
        record = self.station.do("inspect", "record", "--check", "2", "--position", "1", "--lot", lot, "--result",
                                 "fail", who=INSPECTOR)
        self.assertEqual(1, record["nonconforming"])
        self.assertEqual(0, self.station.do("inspect", "undo", "--lot", lot, who=INSPECTOR)["nonconforming"])
        done = self.station.try_("inspect", "pass", "--stdin", who=INSPECTOR, stdin=as_lines(
            *({"lot": lot, "position": position} for position in range(1, 6))))
        self.assertEqual([2, 3, 4, 5, 0], [line["position"] for line in done.lines])
        self.assertEqual(17, len(self.station.do("inspect", "show", "--lot", lot)["readings"]))

    def test_search(self):
        lot = self.station.count_tea()
        for words in (("绿茶",), ("qinghe", "green"), ("QH26A",), (lot,), (lot[:-2].lower(),), ("9520001000010",)):
            self.assertEqual([lot], [entry["number"] for entry in self.station.list("search", *words)], words)
        self.assertEqual([], self.station.list("search", 'green" OR "x*'))
        self.assertEqual([], self.station.list("search", "%"))
        self.assertEqual(2, self.station.try_("search").code)
        self.assertEqual(2, self.station.try_("search", "tea", "--limit", "0").code)

    def test_queue_and_taking_over(self):
        self.assertEqual(["PO-2026-0002", "PO-2026-0001", "PO-2026-0003", "PO-2026-0004"],
                         [entry["delivery"] for entry in self.station.list("queue")])
        lot = self.station.count_tea()
        self.station.do("lot", "plan", "--lot", lot, who=INSPECTOR)
        self.station.do("inspect", "pass", "--lot", lot, "--position", "1", who=INSPECTOR)
        entry = [entry for entry in self.station.list("queue") if entry["lot"] == lot][0]
        self.assertEqual(("go_on", 1, 5, "VB1002"),
                         (entry["kind"], entry["position"], entry["sample_size"], entry["badge"]))
        take = ("inspect", "take-over", "--lot", lot)
        self.assert_refused(self.station.try_(*take, "--from", "VB1004", who=OTHER_INSPECTOR), "conflict", "from")
        self.station.do(*take, "--from", "VB1002", who=OTHER_INSPECTOR)
        self.assert_refused(self.station.try_(*take, who=OTHER_INSPECTOR), "conflict")
        self.assert_refused(self.station.try_(*take, who=QA_LEAD), "denied")

    def test_comparing_with_earlier_lots(self):
        first = self.station.inspect_tea(failing=(1,))
        self.station.do("decide", "reject", "--lot", first, "--badge", INSPECTOR[0], who=INSPECTOR)
        lots = self.station.list("lot", "compare", "--lot", first)
        self.assertEqual([first], [lot["number"] for lot in lots])
        self.assertEqual(("reject", 1), (lots[0]["verdict"], lots[0]["nonconforming"]))
        self.assert_refused(self.station.try_("lot", "compare", "--lot", "L0"), "not_found", "lot")

    def test_deciding_on_what_was_seen(self):
        lot = self.station.inspect_tea(failing=(1,))
        self.station.do("lot", "hold", "--lot", lot, "--reason", "odd smell", who=INSPECTOR)
        seen = str(self.station.do("lot", "show", "--lot", lot)["seen"])
        decide = ("decide", "dispose", "--lot", lot, "--kind", "return", "--rejected", "200", "--reason", "dented",
                  "--badge", QA_LEAD[0], "--seen", seen)
        self.station.do("receive", "correct", "--lot", lot, "--supplier-lot", "QH26-B", "--reason", "misread",
                        who=QA_LEAD)
        self.assert_refused(self.station.try_(*decide, who=QA_LEAD), "conflict", "seen")

    def test_a_measurement_is_judged_by_its_limits(self):
        self.station.do("delivery", "open", "--number", "PO-2026-0003", who=INSPECTOR)
        lot = self.station.do("receive", "count", "--delivery", "PO-2026-0003", "--product", "WATER-550", "--quantity",
                              "480", "--supplier-lot", "W", "--expiry", "2031-01-31", who=INSPECTOR)["lot"]
        self.station.do("receive", "close-line", "--line", "PO-2026-0003/1", who=INSPECTOR)
        self.station.do("lot", "plan", "--lot", lot, who=INSPECTOR)
        check = {"lot": lot, "check": "3", "position": 1}
        done = self.station.try_("inspect", "record", "-", who=INSPECTOR, stdin=as_lines(
            dict(check, value={"quantity": "530", "unit": "mL"}),
            dict(check, position=2, value={"quantity": "551.5", "unit": "mL"})))
        self.assertEqual(["fail", "pass"], [line["result"] for line in done.lines], done.lines)

    def test_accepting_and_reporting(self):
        lot = self.station.release_tea()
        shown = self.station.do("lot", "show", "--lot", lot)
        self.assertEqual("released", shown["lot"]["status"])
        self.assertEqual({"quantity": "200", "unit": "pc"}, shown["lot"]["accepted"])
        self.assertEqual((1, 1), (len(shown["decisions"]), len(shown["signatures"])))
        report = self.station.path("report.pdf")
        self.station.do("lot", "report", "--lot", lot, "--file", report)
        with open(report, "rb") as file:
            self.assertEqual(b"%PDF", file.read(4))

    def test_rejecting_and_returning(self):
        lot = self.station.inspect_tea(failing=(2,))
        rejected = self.station.do("decide", "reject", "--lot", lot, "--badge", "VB1002", who=INSPECTOR)
        self.assertRegex(rejected["ncr"], r"^N\d{6}-")
        waiting = self.station.list("lot", "list", "--review")
        self.assertEqual([lot], [entry["number"] for entry in waiting])
        self.assertRegex(waiting[0]["due_at"], r"^\d{4}-\d{2}-\d{2}T")
        self.assertRegex(run("lot", "list", "--review", *self.station.arguments(None)).out, lot + r" .* due \d{4}-\d{2}-\d{2} \d{2}:\d{2}")
        dispose = ("decide", "dispose", "--lot", lot, "--kind", "return", "--badge", "VB1004", "--reason", "dented")
        self.assert_refused(self.station.try_(*dispose, "--rejected", "199", who=QA_LEAD), "invalid", "accepted")
        self.assert_refused(self.station.try_("decide", "dispose", "-", who=("VB1004", "000000"), stdin=as_lines(
            {"lot": lot, "kind": "return", "rejected": "200", "badge": "VB1004", "reason": "dented"})), "denied")
        self.station.do("decide", "dispose", "-", who=QA_LEAD, stdin=as_lines(
            {"lot": lot, "kind": "return", "rejected": "200", "badge": "VB1004", "reason": "dented"}))
        self.assertEqual("rejected", self.station.do("lot", "show", "--lot", lot)["lot"]["status"])
        self.assertEqual([], self.station.list("lot", "list", "--review"))

    def test_holding_and_a_concession(self):
        lot = self.station.inspect_tea(failing=(1,))
        self.station.do("lot", "hold", "--lot", lot, "--reason", "odd smell", who=OTHER_INSPECTOR)
        job = self.station.do("label", "print", "--lot", lot, "--purpose", "hold", who=INSPECTOR)
        self.assertEqual((1, 1), (job["labels"], job["read_back"]))
        self.station.do("decide", "dispose", "--lot", lot, "--kind", "concession", "--accepted", "199", "--rejected",
                        "1", "--reason", "dent only", "--badge", "VB1004", who=QA_LEAD)
        self.assertEqual("concession", self.station.do("lot", "show", "--lot", lot)["lot"]["status"])

    def test_codes_and_labels(self):
        lot = self.station.release_tea()
        self.assert_refused(self.station.try_("code", "batch", "reserve", "--lot", lot, "--units", "201", who=INSPECTOR),
                            "invalid", "units")
        batch = self.station.do("code", "batch", "reserve", "--lot", lot, "--units", "3", who=INSPECTOR)
        job = self.station.do("label", "print", "--lot", lot, "--purpose", "unit", "--batch-id", batch["id"],
                              "--directory", self.station.path("labels"), who=INSPECTOR)
        self.assertEqual((3, 3), (job["labels"], job["read_back"]))
        symbol = self.station.read_label(job["file"], 1)
        self.assertEqual(("QR", symbol["text"].encode().hex(), 4, True),
                         (symbol["symbology"], symbol["bytes"], len(symbol["corners"]), symbol["sure"]))
        first, last = symbol["text"], self.station.read_label(job["file"], 3)["text"]
        self.assertEqual({"lot": lot, "unit": 3}, {key: self.station.do("code", "find", "--code", last)[key]
                                                   for key in ("lot", "unit")})
        back = self.station.try_("code", "batch", "activate", "-", who=INSPECTOR, stdin=as_lines(
            {"lot": lot, "code": "https://vouch.example/t/X/0000000000000000"}, {"lot": lot, "code": first},
            {"batch_id": batch["id"], "code": last}))
        self.assertEqual(["invalid", "printed", "active"],
                         [line.get("state") or line["error"]["code"] for line in back.lines])
        self.assertEqual(1, self.station.do("publish", "status")["waiting"])

    def test_codes_of_somebody_else(self):
        for code in ("https://elsewhere.example/t/X/0000000000000000", "nothing"):
            self.assert_refused(self.station.try_("code", "find", "--code", code), "not_found", "code")

    def test_publishing_without_a_service(self):
        self.assertEqual({"epoch": 1, "waiting": 0, "refusal": None, "lookup": None}, self.station.do("publish", "status"))
        self.assertEqual("trust", self.station.do("publish", "trust").get("type", "trust"))
        path = self.station.path("trust")
        self.assertEqual({"trust": path}, self.station.do("publish", "trust", "--file", path))
        self.assertTrue(os.path.getsize(path) > 100)
        self.assert_refused(self.station.try_("publish", "push"), "not_found")
        self.assert_refused(self.station.try_("case", "fetch"), "not_found")
        self.assert_refused(self.station.try_("lookup", "enrol", "--private", "http://127.0.0.1:9", who=ADMINISTRATOR),
                            "busy", exit_code=4)

    def test_cases(self):
        self.assertEqual([], self.station.list("case", "list"))
        self.assert_refused(self.station.try_("case", "show", "--number", "C-1", who=SERVICE), "not_found", "number")

    def test_audit(self):
        self.station.inspect_tea()
        found = self.station.do("audit", "verify")
        self.assertTrue(found["holds"])
        self.assertGreater(found["entries"], 8)

    def test_labels_are_printed_again_and_codes_voided(self):
        lot = self.station.release_tea()
        job = self.station.do("label", "print", "--lot", lot, "--purpose", "unit", "--units", "2", who=INSPECTOR)
        again = self.station.do("label", "reprint", "--job-id", job["id"], "--reason", "damaged", who=INSPECTOR)
        self.assertEqual(1, again["copy_number"])
        self.assertEqual([1, 0], [entry["copy_number"] for entry in self.station.list("label", "list")])
        void = ("code", "void", "--lot", lot, "--reason", "smeared")
        self.assert_refused(self.station.try_(*void, who=INSPECTOR), "denied")
        self.station.do(*void, who=QA_LEAD)
        self.assertEqual(["voided"], [entry["state"] for entry in self.station.list("code", "batch", "list")])
        self.station.do("label", "badge", "--badge", "VB1002", who=ADMINISTRATOR)
        self.assertEqual("VB1002", self.station.list("label", "list")[0]["about"])
        self.assertEqual([], self.station.list("scan", "problems"))

    def test_sentences_for_people(self):
        lot = self.station.release_tea()
        for arguments in (("delivery", "list"), ("lot", "list"), ("queue",), ("search", "tea"), ("lot", "show", "--lot", lot), ("user", "list"),
                          ("policy", "list"), ("audit", "verify"), ("publish", "status"), ("publish", "trust")):
            done = run(*arguments, *self.station.arguments(None))
            self.assertEqual(0, done.code, done.err)
            self.assertTrue(done.out.strip(), arguments)


if __name__ == "__main__":
    vouch_program.main()
