"""Roles, exit codes, the station's lock, and acts that are repeated."""

import os
import subprocess
import uuid

import vouch_program
from vouch_program import (ADMINISTRATOR, AUDITOR, INSPECTOR, PROGRAM, QA_LEAD, SERVICE, StationTest, as_lines, run)


class Roles(StationTest):
    def test_nobody_acts_without_a_badge(self):
        self.assert_refused(self.station.try_("delivery", "open", "--number", "PO-2026-0001"), "denied", "as")
        self.assert_refused(self.station.try_("delivery", "open", "--number", "PO-2026-0001", who=("VB9999", None)),
                            "denied")

    def test_a_pin_is_asked_of_whoever_has_one(self):
        policy = ("policy", "set", "--name", "station-name", "--value", "Dock 2")
        self.assert_refused(self.station.try_(*policy, who=("VB1001", None)), "denied", "pin")
        self.assert_refused(self.station.try_(*policy, who=("VB1001", "000000")), "denied")
        self.station.do(*policy, who=ADMINISTRATOR)

    def test_each_role_does_its_own_work_only(self):
        lot = self.station.inspect_tea(failing=(1,))
        for who, arguments in (
                (ADMINISTRATOR, ("delivery", "open", "--number", "PO-2026-0002")),
                (AUDITOR, ("delivery", "open", "--number", "PO-2026-0002")),
                (SERVICE, ("lot", "hold", "--lot", lot)),
                (QA_LEAD, ("inspect", "pass", "--lot", lot, "--position", "1")),
                (QA_LEAD, ("decide", "reject", "--lot", lot, "--badge", "VB1004")),
                (INSPECTOR, ("decide", "dispose", "--lot", lot, "--kind", "return", "--rejected", "200", "--reason",
                             "x", "--badge", "VB1002")),
                (INSPECTOR, ("decide", "withhold", "--lot", lot, "--reason", "x", "--badge", "VB1002")),
                (ADMINISTRATOR, ("recall", "announce", "--lot", lot, "--class", "i", "--reason", "x", "--badge",
                                 "VB1001")),
                (INSPECTOR, ("policy", "set", "--name", "host", "--value", "q.example.cn")),
                (INSPECTOR, ("user", "add", "--badge", "VB3000", "--name", "X", "--roles", "inspector")),
                (SERVICE, ("label", "print", "--lot", lot, "--purpose", "hold")),
                (SERVICE, ("code", "batch", "reserve", "--lot", lot)),
                (INSPECTOR, ("lookup", "enrol", "--private", "http://127.0.0.1:9"))):
            done = self.station.try_(*arguments, who=who)
            if arguments[0] != "lookup":
                self.assert_refused(done, "denied")
            self.assertNotEqual(0, done.code)

    def test_a_signature_is_the_own_badge(self):
        lot = self.station.inspect_tea()
        self.assert_refused(self.station.try_("decide", "accept", "--lot", lot, "--badge", "VB1003", who=INSPECTOR),
                            "denied", "badge")

    def test_without_a_terminal_the_pin_comes_from_a_file(self):
        pin = self.station.path("nowhere")
        self.assert_refused(self.station.try_("policy", "set", "--name", "host", "--value", "q.example.cn", "--pin-file",
                                              pin, who=("VB1001", None)), "not_found")

    def test_nothing_passes_by_default(self):
        lot = self.station.count_tea()
        self.station.do("lot", "plan", "--lot", lot, who=INSPECTOR)
        done = self.station.try_("decide", "accept", "--lot", lot, "--badge", "VB1002", who=INSPECTOR)
        self.assertEqual(1, done.code)
        self.assertEqual("pending", self.station.do("lot", "show", "--lot", lot)["lot"]["status"])


class Blocking(StationTest):
    """What the QA lead does with goods that were released."""

    def blocked(self, *command):
        return self.station.do(*command, "--badge", "VB1004", who=QA_LEAD)

    def test_a_released_lot_is_withheld_released_again_and_recalled(self):
        lot = self.station.inspect_tea()
        self.station.do("decide", "accept", "--lot", lot, "--badge", "VB1002", who=INSPECTOR)
        self.blocked("decide", "withhold", "--lot", lot, "--reason", "a doubt")
        shown = self.station.do("lot", "show", "--lot", lot)
        self.assertEqual("quarantined", shown["lot"]["status"])
        self.assertEqual("a doubt", shown["holds"][0]["reason"])
        self.blocked("decide", "dispose", "--lot", lot, "--kind", "accept", "--accepted", "200", "--reason", "no doubt")
        self.assertEqual("released", self.station.do("lot", "show", "--lot", lot)["lot"]["status"])
        recalled = self.blocked("recall", "announce", "--lot", lot, "--class", "ii", "--reason", "a fact",
                                "--notice-en", "Bring it back.", "--notice-zh", "请退回。")
        shown = self.station.do("lot", "show", "--lot", lot)
        self.assertEqual(("recalled", "ii"), (shown["lot"]["status"], shown["recalls"][0]["class"]))
        self.assertEqual(recalled["recall"], self.station.do("recall", "list")["number"])
        self.assert_refused(self.station.try_("recall", "announce", "--lot", lot, "--class", "iv", "--reason", "x",
                                              "--badge", "VB1004", who=QA_LEAD), "invalid", "class")


class Repeating(StationTest):
    def test_the_same_act_is_done_once(self):
        self.station.do("delivery", "open", "--number", "PO-2026-0001", who=INSPECTOR)
        key = str(uuid.uuid4())
        count = ("receive", "count", "--delivery", "PO-2026-0001", "--product", "TEA-G100", "--supplier-lot", "X",
                 "--expiry", "2031-01-31", "--key", key)
        first = self.station.do(*count, "--quantity", "20", who=INSPECTOR)
        self.assertEqual(first, self.station.do(*count, "--quantity", "20", who=INSPECTOR))
        self.assert_refused(self.station.try_(*count, "--quantity", "21", who=INSPECTOR), "conflict")
        self.assertEqual("20", self.station.do("receive", "close-line", "--line", "PO-2026-0001/1",
                                               who=INSPECTOR)["counted"]["quantity"])

    def test_keys_of_bulk_lines(self):
        self.station.do("delivery", "open", "--number", "PO-2026-0001", who=INSPECTOR)
        request = {"delivery": "PO-2026-0001", "product": "TEA-G100", "supplier_lot": "X", "expiry": "2031-01-31",
                   "quantity": {"quantity": "10", "unit": "pc"}, "key": str(uuid.uuid4())}
        done = self.station.try_("receive", "count", "-", who=INSPECTOR, stdin=as_lines(
            request, request, dict(request, key="no key"), dict(request, key=7)))
        self.assertEqual(done.lines[0], done.lines[1])
        self.assertEqual(["key", "key"], [line["error"]["field"] for line in done.lines[2:]])
        self.assertEqual("10", done.lines[1]["counted"]["quantity"])

    def test_a_key_that_would_mean_nothing_is_refused(self):
        lot = self.station.count_tea()
        self.assert_refused(self.station.try_("label", "print", "--lot", lot, "--purpose", "hold", "--key",
                                              str(uuid.uuid4()), who=INSPECTOR), "invalid", "key")

    def test_a_bad_line_in_the_middle(self):
        self.station.do("delivery", "open", "--number", "PO-2026-0001", who=INSPECTOR)
        good = {"delivery": "PO-2026-0001", "product": "TEA-G100", "supplier_lot": "X", "expiry": "2031-01-31",
                "quantity": "10"}
        done = self.station.try_("receive", "count", "-", who=INSPECTOR, stdin=as_lines(
            good, dict(good, product="NONE")) + "{\n" + as_lines(
                dict(good, quantity="-1"), dict(good, expiry="31.1.2031"), dict(good, colour="red"), good))
        self.assertEqual(1, done.code)
        self.assertEqual(["good", "not_found", "invalid", "invalid", "invalid", "invalid", "good"],
                         [line.get("error", {}).get("code", "good") for line in done.lines])
        self.assertEqual(["product", None, "quantity", "expiry", "colour"],
                         [line["error"]["field"] for line in done.lines[1:-1]])
        self.assertEqual("20", done.lines[-1]["counted"]["quantity"])


class Hostile(StationTest):
    def test_what_drives_a_terminal_is_printed_as_an_escape(self):
        for lot, shown in (("\x1b[31mL", "\\x1b[31mL"), ("L\u202e1", "L\\u202e1")):
            done = run("lot", "show", "--lot", lot, *self.station.arguments(None))
            self.assertEqual(1, done.code)
            self.assertNotIn(lot, done.err)
            self.assertIn(shown, done.err)

    def test_lines_without_end_and_with_nul(self):
        long = '{"number":"' + "x" * 3000000 + '"}\n'
        done = self.station.try_("delivery", "open", "-", who=INSPECTOR, stdin=long + '{"number":"PO-2026-0001\0"}\n' +
                                 '{"number":' * 100000 + "\n" + '{"number":"PO-2026-0001"}')
        self.assertEqual(["invalid", "invalid", "invalid", None],
                         [line.get("error", {}).get("code") for line in done.lines])


class ExitCodes(StationTest):
    def test_busy_is_4_and_names_the_holder(self):
        holder = subprocess.Popen([PROGRAM, "desk", *self.station.arguments(None)], stdin=subprocess.PIPE,
                                  stdout=subprocess.PIPE, text=True)
        try:
            holder.stdout.readline()
            done = self.station.try_("delivery", "open", "--number", "PO-2026-0001", who=INSPECTOR)
            self.assert_refused(done, "busy", exit_code=4)
            self.assertIn("vouch", done.error["message"])
            self.assertIn(str(holder.pid), done.error["message"])
            self.assertEqual(4, len(self.station.list("delivery", "list")))
            self.assertTrue(self.station.do("audit", "verify")["holds"])
        finally:
            holder.stdin.close()
            holder.wait(20)
            holder.stdout.close()
        self.assertEqual(0, holder.returncode)
        self.station.do("delivery", "open", "--number", "PO-2026-0001", who=INSPECTOR)

    def test_storage_is_3(self):
        with open(os.path.join(self.station.data, "station.db"), "r+b") as file:
            file.write(b"no database at all")
        done = self.station.try_("lot", "list")
        self.assertEqual((3, "storage"), (done.code, done.error["code"]))

    def test_refused_is_1_and_text_goes_to_standard_error(self):
        done = run("lot", "show", "--lot", "L-NONE", *self.station.arguments(None))
        self.assertEqual((1, ""), (done.code, done.out))
        self.assertTrue(done.err.startswith("vouch: "))

    def test_a_station_that_is_not_there(self):
        done = run("lot", "list", "--data", self.station.path("nowhere"))
        self.assertIn(done.code, (1, 3))
        self.assertFalse(os.path.exists(self.station.path("nowhere")))


if __name__ == "__main__":
    vouch_program.main()
