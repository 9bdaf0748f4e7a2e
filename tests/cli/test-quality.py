"""`vouch quality` and `vouch sampling skip`: how strictly goods are inspected, what people sign about it, and which lots
are skipped."""

import os
import sqlite3
import unittest

import vouch_program
from vouch_program import AUDITOR, INSPECTOR, QA_LEAD, Station, as_lines, run, run_json

SEED = "00" * 31 + "07"
LOT = {"sequence": "A", "qualify": 3, "every": 2, "requalify": 2, "seed": SEED, "accepted": True}


def skip(*lots):
    return run_json("sampling", "skip", stdin=as_lines(*lots)).lines


class Skipping(unittest.TestCase):
    def test_an_answer_has_all_members(self):
        self.assertEqual([{"sequence": "A", "inspected": True, "phase": "qualify", "n_accepted": 1, "seed": SEED}],
                         skip(LOT))

    def test_lots_are_skipped_after_enough_were_accepted(self):
        answers = skip(*[LOT] * 60)
        self.assertEqual(["qualify", "qualify", "skip"], [answer["phase"] for answer in answers[:3]])
        self.assertTrue(all(answer["inspected"] for answer in answers[:3]))
        self.assertIn(False, [answer["inspected"] for answer in answers[3:]])
        self.assertIn(True, [answer["inspected"] for answer in answers[3:]])

    def test_the_same_seed_skips_the_same_lots(self):
        first, second = skip(*[LOT] * 30), skip(*[dict(LOT, sequence="B")] * 30)
        self.assertEqual([answer["inspected"] for answer in first], [answer["inspected"] for answer in second])

    def test_without_a_seed_a_sequence_has_its_own_and_tells_it(self):
        first, second, third = skip(dict(LOT, seed=None), dict(LOT, seed=None), dict(LOT, sequence="B", seed=None))
        self.assertEqual(first["seed"], second["seed"])
        self.assertNotEqual(first["seed"], third["seed"])

    def test_a_lot_not_accepted_interrupts_until_enough_were_accepted_again(self):
        answers = skip(*[LOT] * 3, *[dict(LOT, accepted=False)] * 20)
        at = next(i for i, answer in enumerate(answers[3:]) if answer["inspected"]) + 3
        self.assertEqual("interrupt", answers[at]["phase"])
        self.assertEqual("qualify", answers[at + 1]["phase"])

    def test_a_bad_line_is_an_error_and_the_rest_is_answered(self):
        lines = skip(dict(LOT, every=1), dict(LOT, every=6), dict(LOT, qualify=0), dict(LOT, seed="abc"),
                     {"accepted": True}, LOT, dict(LOT, every=3), LOT)
        self.assertEqual(["every", "every", "qualify", "seed", "sequence", None, "every", None],
                         [line.get("error", {}).get("field") for line in lines])
        self.assertEqual(2, lines[-1]["n_accepted"])

    def test_people_read_a_sentence(self):
        done = run("sampling", "skip", "--sequence", "A", "--accepted", "true")
        self.assertEqual((0, "A: inspected; next: qualifying, every lot is inspected\n"), (done.code, done.out))


class Quality(unittest.TestCase):
    def setUp(self):
        self.station = Station()
        self.addCleanup(self.station.remove)
        # A quality level begins when the first lot is planned; written here past the station, as no lot is needed.
        with sqlite3.connect(os.path.join(self.station.data, "station.db")) as database:
            database.execute("INSERT INTO quality_level SELECT 1099511627776, (SELECT min(id) FROM product),"
                             " (SELECT min(id) FROM party), 'incoming', 'major', 'aql', 'iso2859-1:1999', 'single',"
                             " 'II', '1.0', 0, 0, 0, 0, 0, NULL")
        database.close()
        self.level = self.station.list("quality", "list")[0]["level_id"]

    def declare(self, kind, who=QA_LEAD, reason="seen at the maker's"):
        # Whoever has a PIN signs with the one that they sign in by.
        pin = () if who[1] else ("--pin-file", self.station.write("0\n"))
        return self.station.try_("quality", "declare", "--level-id", self.level, "--kind", kind, "--reason", reason,
                                 "--badge", who[0], *pin, who=who)

    def test_levels_are_listed_with_what_is_in_force(self):
        view = self.station.list("quality", "list")[0]
        self.assertEqual(("normal", "major", "Normal inspection from the start", "Switching score 0 of 30", 0, False),
                         (view["severity"], view["scope"], view["headline"], view["score"], view["broken_at"],
                          view["unanswered"]))
        self.assertIsNone(view["since"])

    def test_an_act_is_signed_shown_and_not_repeated(self):
        self.assertEqual(0, self.declare("steady").code)
        shown = self.station.do("quality", "show", "--level-id", self.level)
        self.assertTrue(shown["steady"])
        self.assertEqual(["irregular", "reduced-allowed"], shown["acts"])
        self.assertEqual(["steady"], [entry["kind"] for entry in shown["entries"]])
        self.assertIn("seen at the maker's", shown["entries"][0]["sentence"])
        again = self.declare("steady")
        self.assertEqual((1, "conflict", "kind"), (again.code, again.error["code"], again.error["field"]))
        self.assertIn("normal inspection", again.error["message"])

    def test_acts_that_do_not_apply_are_refused_with_what_is_in_force(self):
        for kind in ("resumed", "reduced-ended", "every-lot", "irregular", "reduced-withheld", "lot", "skipped"):
            with self.subTest(kind):
                done = self.declare(kind)
                self.assertEqual((1, "conflict"), (done.code, done.error["code"]))
                self.assertIn("normal inspection", done.error["message"])

    def test_only_a_qa_lead_declares_and_with_a_reason(self):
        for who in (INSPECTOR, AUDITOR):
            self.assertEqual("denied", self.declare("steady", who=who).error["code"])
        self.assertEqual("reason", self.declare("steady", reason="").error["field"])
        self.assertEqual([], self.station.do("quality", "show", "--level-id", self.level)["entries"])

    def test_a_row_that_somebody_wrote_is_told(self):
        self.assertEqual(0, self.declare("steady").code)
        with sqlite3.connect(os.path.join(self.station.data, "station.db")) as database:
            database.execute("INSERT INTO quality_entry SELECT id + 1, level_id, 2, 'reduced-allowed', NULL, NULL, 0,"
                             " 'normal', 0, 0, 0, 0, 0, 'normal', 0, 0, 'normal', 'none', 'made up', recorded_by,"
                             " recorded_at FROM quality_entry")
        database.close()
        view = self.station.list("quality", "list")[0]
        self.assertEqual((2, True, False, False),
                         (view["broken_at"], view["unanswered"], view["steady"], view["authority"]))
        self.assertIn("nobody signed", view["broken"])
        self.assertEqual(0, self.declare("irregular").code)
        view = self.station.list("quality", "list")[0]
        self.assertEqual((2, False), (view["broken_at"], view["unanswered"]))

    def test_a_level_that_is_not_there_is_not_found(self):
        done = self.station.try_("quality", "show", "--level-id", "0000000000001")
        self.assertEqual((1, "not_found"), (done.code, done.error["code"]))


if __name__ == "__main__":
    os.environ.setdefault("LANGUAGE", "en")
    vouch_program.main()
