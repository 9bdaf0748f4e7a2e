"""Receiving at the command line: blind counts, recounts, corrections, goods without a product, the receipt."""

import vouch_program
from vouch_program import ADMINISTRATOR, INSPECTOR, OTHER_INSPECTOR, QA_LEAD, StationTest, as_lines

DELIVERY = "PO-2026-0001"
LINE = DELIVERY + "/1"


class ReceivingTest(StationTest):
    def open(self):
        self.station.do("delivery", "open", "--number", DELIVERY, who=INSPECTOR)

    def count(self, pieces, who=INSPECTOR, **options):
        extra = [word for name, value in options.items() for word in ("--" + name.replace("_", "-"), value)]
        return self.station.do("receive", "count", "--delivery", DELIVERY, "--product", "TEA-G100", "--quantity",
                               str(pieces), "--supplier-lot", "QH26A01", "--expiry", "2031-01-31", *extra, who=who)

    def close_line(self, who=INSPECTOR):
        return self.station.do("receive", "close-line", "--line", LINE, who=who)


class Blind(ReceivingTest):
    def setUp(self):
        super().setUp()
        self.station.do("policy", "set", "--name", "blind-count", "--value", "yes", who=ADMINISTRATOR)
        self.open()

    def test_nobody_sees_what_was_declared(self):
        counted = self.count(180)
        self.assertIsNone(counted["declared"])
        self.assertEqual({"quantity": "180", "unit": "pc"}, counted["counted"])
        line = self.station.do("receive", "show", "--delivery", DELIVERY)["lines"][0]
        self.assertTrue(line["hides_declared"])
        self.assertIsNone(line["declared"])
        lot = self.station.do("lot", "show", "--lot", counted["lot"])
        self.assertNotEqual("200", (lot["receipt_line"]["declared"] or {}).get("quantity"))
        state = self.station.try_("desk", stdin="VB1002\n" + DELIVERY + "\n").lines[-1]
        self.assertIsNone(state["lines"][0]["declared"])

    def test_a_second_person_agrees(self):
        self.count(180)
        self.assertEqual("recount", self.close_line()["outcome"])
        refused = self.station.try_("receive", "close-line", "--line", LINE, who=INSPECTOR)
        self.assertEqual("denied", refused.error["code"])
        self.count(180, who=OTHER_INSPECTOR)
        agreed = self.close_line(who=OTHER_INSPECTOR)
        self.assertEqual(("agrees", True), (agreed["outcome"], agreed["is_closed"]))
        self.assertEqual({"quantity": "200", "unit": "pc"}, agreed["declared"])
        passes = self.station.do("receive", "show", "--delivery", DELIVERY)["lines"][0]["passes"]
        self.assertEqual(["recount", "agrees"], [entry["outcome"] for entry in passes])
        self.assertEqual(2, len({entry["finished_by"] for entry in passes}))

    def test_the_qa_lead_settles_what_differs(self):
        self.count(180)
        self.close_line()
        self.count(190, who=OTHER_INSPECTOR)
        self.assertEqual("differs", self.close_line(who=OTHER_INSPECTOR)["outcome"])
        self.assertEqual("denied", self.station.try_("receive", "waiting", who=INSPECTOR).error["code"])
        waiting = self.station.try_("receive", "waiting", who=QA_LEAD).lines
        self.assertEqual([("count", DELIVERY)], [(matter["kind"], matter["number"]) for matter in waiting])
        settled = self.station.do("receive", "settle", "--line", LINE, "--recount", "1", "--reason", "seen",
                                  who=QA_LEAD)
        self.assertEqual({"quantity": "190", "unit": "pc"}, settled["counted"])


class Facts(ReceivingTest):
    def setUp(self):
        super().setUp()
        self.open()

    def test_a_pallet_comes_once(self):
        self.count(1, gtin="19520001000017", sscc="095200010000000010")
        again = self.station.try_("receive", "count", "--delivery", DELIVERY, "--product", "TEA-G100", "--quantity", "1",
                                  "--supplier-lot", "QH26A01", "--expiry", "2031-01-31", "--gtin", "19520001000017",
                                  "--sscc", "095200010000000010", who=INSPECTOR)
        self.assertEqual(("conflict", "sscc"), (again.error["code"], again.error["field"]))

    def test_a_correction_waits_for_the_qa_lead(self):
        lot = self.count(200)["lot"]
        self.close_line()
        asked = self.station.do("receive", "correct", "--lot", lot, "--expiry", "2030-12-31", "--reason", "misread",
                                who=INSPECTOR)
        self.assertEqual("asked", asked["state"])
        self.assertEqual("2031-01-31", self.station.do("lot", "show", "--lot", lot)["lot"]["expiry"])
        denied = self.station.try_("receive", "approve", "--correction-id", asked["correction_id"], who=INSPECTOR)
        self.assertEqual("denied", denied.error["code"])
        self.station.do("receive", "approve", "--correction-id", asked["correction_id"], who=QA_LEAD)
        shown = self.station.do("lot", "show", "--lot", lot)
        self.assertEqual("2030-12-31", shown["lot"]["expiry"])
        self.assertEqual([("expiry", "2031-01-31", "2030-12-31", "approved")],
                         [(entry["fact"], entry["old_value"], entry["new_value"], entry["state"])
                          for entry in shown["corrections"]])

    def test_unknown_goods_are_set_apart(self):
        done = self.station.try_("receive", "park", "--stdin", who=INSPECTOR,
                                 stdin=as_lines({"delivery": DELIVERY, "code": "9520001999994"},
                                                {"delivery": DELIVERY, "code": "9520001999994"},
                                                {"delivery": DELIVERY})).lines
        self.assertEqual(done[0]["number"], done[1]["number"])
        self.assertEqual("invalid", done[2]["error"]["code"])
        waiting = self.station.try_("receive", "waiting", who=QA_LEAD).lines
        self.assertEqual([done[0]["number"]], [matter["number"] for matter in waiting])
        self.station.do("receive", "resolve", "--number", done[0]["number"], "--resolution", "sent back", who=QA_LEAD)
        self.assertEqual([], self.station.try_("receive", "waiting", who=QA_LEAD).lines)

    def test_arrival_close_and_report(self):
        self.station.do("policy", "set", "--name", "arrival-checks", "--value", "temperature", who=ADMINISTRATOR)
        lot = self.count(200, damaged="3")["lot"]
        self.close_line()
        self.station.do("lot", "hold", "--lot", lot, who=INSPECTOR)
        open_check = self.station.try_("receive", "close", "--delivery", DELIVERY, who=INSPECTOR)
        self.assertEqual("conflict", open_check.error["code"])
        self.station.do("receive", "arrival", "--delivery", DELIVERY, "--item", "temperature", "--result", "pass",
                        "--value", "4.5", who=INSPECTOR)
        self.station.do("receive", "close", "--delivery", DELIVERY, who=INSPECTOR)
        file = self.station.path("receipt.pdf")
        receipt = self.station.do("receive", "show", "--delivery", DELIVERY)["receipt"]
        self.assertEqual("closed", receipt["state"])
        self.station.do("receive", "report", "--receipt", receipt["number"], "--file", file)
        with open(file, "rb") as pdf:
            self.assertEqual(b"%PDF", pdf.read(4))


if __name__ == "__main__":
    vouch_program.main()
