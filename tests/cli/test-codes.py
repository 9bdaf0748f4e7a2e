"""Codes as streams: minted, verified, withdrawn and accounted for from the command line."""

import json
import subprocess

import vouch_program
from vouch_program import ADMINISTRATOR, INSPECTOR, QA_LEAD, StationTest


class Codes(StationTest):
    def reserve(self, units):
        lot = self.station.release_tea()
        batch = self.station.do("code", "batch", "reserve", "--lot", lot, "--units", str(units), who=INSPECTOR)
        return lot, batch["id"]

    def verify(self, *codes):
        done = self.station.try_("code", "verify", stdin="".join(code + "\n" for code in codes))
        self.assertEqual(0, done.code, done.err)
        return [line["state"] for line in done.lines]

    def test_from_the_mint_to_the_close(self):
        lot, batch = self.reserve(5)
        self.assert_refused(self.station.try_("code", "mint", "--lot", lot, who=ADMINISTRATOR), "denied")
        minted = self.station.try_("code", "mint", "--lot", lot, who=INSPECTOR).lines
        self.assertEqual([1, 2, 3, 4, 5], [code["unit"] for code in minted])
        codes = [code["address"] for code in minted]
        self.assertEqual(5, len(set(codes)))
        self.assertTrue(all(code["address"].endswith(code["serial"]) for code in minted))
        self.assertEqual(["printed"] * 5, self.verify(*codes))
        self.assert_refused(self.station.try_("code", "mint", "--lot", lot, "--reason", "x", who=INSPECTOR), "denied")
        self.assertEqual(minted, self.station.try_("code", "mint", "--batch-id", batch, "--reason", "file lost",
                                                   who=QA_LEAD).lines)
        for code in (codes[0], codes[4]):
            self.station.do("code", "batch", "activate", "--lot", lot, "--code", code, who=INSPECTOR)
        self.assert_refused(self.station.try_("code", "void-units", "--code", codes[1], "--reason", "torn",
                                              who=INSPECTOR), "denied")
        self.station.do("code", "void-units", "--code", codes[1], "--reason", "torn", who=QA_LEAD)
        self.station.do("code", "void-units", "--lot", lot, "--first-unit", "3", "--units", "2", "--reason", "roll end",
                        who=QA_LEAD)
        self.assertEqual(["active", "void", "void", "void", "active"], self.verify(*codes))
        counted = self.station.do("code", "batch", "reconcile", "--lot", lot, "--applied", "2", "--spoiled", "1",
                                  "--returned", "1", who=INSPECTOR)
        self.assertEqual((1, 3, False), tuple(counted[key] for key in ("unexplained", "voided", "is_closed")))
        self.assert_refused(self.station.try_("code", "batch", "close", "--lot", lot, who=INSPECTOR), "conflict")
        self.station.do("code", "batch", "reconcile", "--batch-id", batch, "--applied", "2", "--spoiled", "1",
                        "--returned", "2", who=INSPECTOR)
        self.assertTrue(self.station.do("code", "batch", "close", "--lot", lot, who=INSPECTOR)["is_closed"])
        shown = self.station.do("code", "batch", "show", "--lot", lot)
        self.assertEqual(("active", 2, 1, 2), tuple(shown[key] for key in ("state", "applied", "spoiled", "returned")))
        self.assertEqual([batch], [entry["id"] for entry in self.station.list("code", "batch", "list")])

    def test_a_wrong_label_twice_withdraws_the_unit_in_whose_place_it_lies(self):
        lot, batch = self.reserve(3)
        codes = [code["address"] for code in self.station.try_("code", "mint", "--lot", lot, who=INSPECTOR).lines]
        wrong = codes[0][:-1] + ("0" if codes[0][-1] != "0" else "1")
        scan = ("code", "batch", "activate", "--lot", lot, "--code")
        self.assert_refused(self.station.try_(*scan, wrong, who=INSPECTOR), "conflict", "again")
        self.assert_refused(self.station.try_(*scan, codes[1], who=INSPECTOR), "invalid", "code")
        self.assertEqual(["printed"] * 3, self.verify(*codes))
        taken = self.station.do(*scan, wrong, "--again", "true", who=INSPECTOR)
        self.assertEqual((1, 2, "printed"), tuple(taken[key] for key in ("withdrawn", "next", "state")))
        self.assertEqual(["void", "printed", "printed"], self.verify(*codes))
        self.station.do(*scan, codes[1], who=INSPECTOR)
        self.assertEqual("active", self.station.do(*scan, codes[2], who=INSPECTOR)["state"])

    def test_what_is_verified(self):
        lot, _ = self.reserve(2)
        code = self.station.try_("code", "mint", "--lot", lot, who=INSPECTOR).lines[0]
        serial = code["serial"]
        wrong = serial[:-1] + ("0" if serial[-1] != "0" else "1")
        grouped = "-".join(serial[i:i + 4] for i in range(0, 16, 4))
        self.assertEqual(["printed"] * 3 + ["unknown", "lot"] + ["unknown"] * 3, self.verify(
            lot + " " + serial, lot.lower() + " " + serial.lower(), lot + " " + grouped, lot + " " + wrong, lot,
            "L260529-0 " + serial, "", "x" * 9000))
        self.assertEqual("printed", self.station.do("code", "verify", "--code", code["address"])["state"])

    def test_every_line_is_answered_as_it_was_asked(self):
        asked = ['a"b\\c', "a\tb", "a\x01b\x7f", "绿茶 \u202e", "x" * 200000, "", "last"]
        done = self.station.try_("code", "verify", stdin="\n".join(asked))
        self.assertEqual(asked, [line["code"] for line in done.lines])
        self.assertEqual({"unknown"}, {line["state"] for line in done.lines})
        many = ["unknown code %d" % i for i in range(20000)]
        done = self.station.try_("code", "verify", stdin="\r\n".join(many) + "\r\n")
        self.assertEqual(many, [line["code"] for line in done.lines])

    def test_bytes_that_are_no_text_are_no_code(self):
        command = [vouch_program.PROGRAM, "code", "verify", "--json", *self.station.arguments(None)]
        done = subprocess.run(command, input=b"a\0b\n\xff\nc\n", capture_output=True, timeout=60, check=True)
        self.assertEqual(["", "", "c"], [json.loads(line)["code"] for line in done.stdout.splitlines()])

    def test_people_read_no_commands_to_their_terminal(self):
        command = [vouch_program.PROGRAM, "code", "verify", *self.station.arguments(None)]
        done = subprocess.run(command, input="a\x1b[2Jb \u202e绿茶\n", capture_output=True, text=True, timeout=60,
                              check=True)
        self.assertEqual("a\\u001b[2Jb \\u202e绿茶  not a code of this station\n", done.stdout)

    def test_whoever_asks_one_by_one_is_answered_at_once(self):
        command = [vouch_program.PROGRAM, "code", "verify", "--json", *self.station.arguments(None)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            for code in ("first", "second"):
                process.stdin.write(code + "\n")
                process.stdin.flush()
                self.assertEqual(code, json.loads(process.stdout.readline())["code"])
            process.stdin.close()
            self.assertEqual("", process.stdout.read())

    def test_counts_that_make_no_sense(self):
        lot = self.station.release_tea()
        for units in ("0", "-1", "201", "1000000000", "9223372036854775807", "1.5", "many"):
            self.assert_refused(self.station.try_("code", "batch", "reserve", "--lot", lot, "--units", units,
                                                  who=INSPECTOR), "invalid", "units")
        self.assertEqual(2, self.station.try_("code", "batch").code)
        self.assertEqual(2, self.station.try_("code", "batch", "burn").code)

    def test_units_in_cartons_on_a_pallet(self):
        lot, _ = self.reserve(4)
        codes = [code["address"] for code in self.station.try_("code", "mint", "--lot", lot, who=INSPECTOR).lines]
        for code in (codes[0], codes[3]):
            self.station.do("code", "batch", "activate", "--lot", lot, "--code", code, who=INSPECTOR)
        self.assert_refused(self.station.try_("policy", "set", "--name", "gs1-prefix", "--value", "12",
                                              who=ADMINISTRATOR), "invalid", "value")
        self.station.do("policy", "set", "--name", "gs1-prefix", "--value", "9520001", who=ADMINISTRATOR)
        carton = self.station.do("pack", "open", who=INSPECTOR)["sscc"]
        pallet = self.station.do("pack", "open", "--kind", "pallet", who=INSPECTOR)["sscc"]
        for code in codes[:3]:
            self.station.do("pack", "add", "--sscc", carton, "--code", code, who=INSPECTOR)
        self.station.do("pack", "take-out", "--sscc", carton, "--code", codes[2], who=INSPECTOR)
        self.assertEqual(2, self.station.do("pack", "close", "--sscc", carton, who=INSPECTOR)["items"])
        self.station.do("pack", "add", "--sscc", "(00)" + pallet, "--code", "(00)" + carton, who=INSPECTOR)
        self.assertEqual(3, len(self.station.do("pack", "show", "--sscc", carton)["items"]))
        self.assertEqual([pallet, carton], [pack["sscc"] for pack in self.station.list("pack", "list")])
        self.assertEqual([carton, pallet],
                         [pack["sscc"] for pack in self.station.list("pack", "list", "--lot", lot)])
        self.assertEqual(2, self.station.do("pack", "recall", "--sscc", pallet, "--reason", "fell from the truck",
                                            who=QA_LEAD)["reached"])
        self.assertEqual(["void", "void", "active", "active"], self.verify(*codes))

    def test_whoever_reads_may_stop(self):
        lot, batch = self.reserve(200)
        command = [vouch_program.PROGRAM, "code", "mint", "--lot", lot, *self.station.arguments(INSPECTOR)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            self.assertIn(lot.encode(), process.stdout.readline())
            process.stdout.close()
            process.wait(30)
        self.assertEqual("printed", self.station.do("code", "batch", "show", "--batch-id", batch)["state"])


if __name__ == "__main__":
    vouch_program.main()
