"""`vouch sampling switch`: severities of several sequences of lots, a line a lot."""

import os
import random
import sys
import unittest

import vouch_program
from vouch_program import as_lines, run, run_json

TESTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir)
sys.path.insert(0, os.path.join(TESTS, "support"))
from switching_reference import Reference  # noqa: E402

ISO = {"sequence": "A", "standard": "iso2859-1:1999", "type": "single", "lot_size": 1000, "level": "II", "aql": "1.0",
       "original": True, "nonconforming": 0, "steady": True, "authority": True, "limit_number": None, "resume": False}
MIL = dict(ISO, standard="mil-std-105e")
STAGED = dict(MIL, type="double", nonconforming=None, accepted_at_stage=1)
SIZES = (1, 5, 40, 200, 1000, 9000, 30000, 120000, 600000)
AQLS = ("0.40", "0.65", "1.0", "1.5", "2.5", "4.0", "6.5")


class History:
    """A sequence with good and bad times, and what the reference says of it."""

    def __init__(self, name, dice):
        self.terms = {"standard": dice.choice(("iso2859-1:1999", "mil-std-105e")), "level": dice.choice(("I", "II")),
                      "aql": dice.choice(AQLS)}
        self.name, self.rate = name, 0.0
        tighter = ("0.25", *AQLS)[AQLS.index(self.terms["aql"])]
        questions = [(size, severity, self.terms["aql"]) for size in SIZES for severity in
                     ("normal", "tightened", "reduced")] + [(size, "normal", tighter) for size in SIZES]
        answers = run_json("sampling", "plan", stdin=as_lines(
            *[dict(self.terms, lot_size=size, severity=severity, aql=aql) for size, severity, aql in questions])).lines
        self.plans = dict(zip(questions, answers, strict=True))
        self.reference = Reference(self.terms["standard"].startswith("iso"), self.ask,
                                   lambda size: self.plans[size, "normal", tighter]["stages"][0]["ac"])

    def ask(self, size, severity):
        return self.plans[size, severity, self.terms["aql"]]["stages"]

    def invent(self, dice):
        if dice.random() < 0.05:
            self.rate = dice.choice((0.0, 0.0, 0.3, 0.7, 1.0, 1.3))
        size = dice.choice(SIZES)
        # A count that fits the sample of whatever severity is in force.
        plans = [self.ask(size, severity)[0] for severity in ("normal", "tightened", "reduced")]
        count = min(round(dice.random() * 2 * self.rate * max(plan["re"] for plan in plans)), size,
                    *[plan["n"] for plan in plans])
        return dict(self.terms, sequence=self.name, lot_size=size, original=dice.random() < 0.9, nonconforming=count,
                    steady=dice.random() < 0.97, authority=dice.random() < 0.9,
                    limit_number=dice.choice((None, None, 0, 3, 10)), resume=dice.random() < 0.2)

    def expect(self, lot):
        return self.reference.take(*[lot[name] for name in (
            "lot_size", "nonconforming", "original", "steady", "authority", "limit_number", "resume")])


def switch(*lots):
    return run_json("sampling", "switch", stdin=as_lines(*lots)).lines


class Switching(unittest.TestCase):
    def test_an_answer_has_all_members(self):
        self.assertEqual([{"sequence": "A", "severity": "normal", "n": 80, "ac": 2, "re": 3, "accepted": True,
                           "score": 3, "next_severity": "normal", "event": ""}], switch(ISO))

    def test_the_score_leads_to_reduced_and_is_shown_when_it_does(self):
        answers = switch(*[ISO] * 11)
        self.assertEqual([3, 6, 9, 12, 15, 18, 21, 24, 27, 30], [answer["score"] for answer in answers[:10]])
        self.assertEqual(["reduced"], sorted({answer["next_severity"] for answer in answers[9:]}))
        self.assertEqual(("to-reduced-by-score", ""), (answers[9]["event"], answers[10]["event"]))
        self.assertEqual((32, 1, 2), tuple(answers[10][name] for name in ("n", "ac", "re")))

    def test_from_tightened_to_discontinued_and_back(self):
        bad, good = dict(ISO, nonconforming=5), dict(ISO)
        answers = switch(*[bad] * 7, good, dict(good, resume=True), *[good] * 4)
        self.assertEqual(["normal", "normal", *["tightened"] * 5], [answer["severity"] for answer in answers[:7]])
        self.assertEqual(("discontinued", "discontinued"), (answers[6]["event"], answers[6]["next_severity"]))
        self.assertEqual("severity", answers[7]["error"]["field"])
        self.assertEqual(("tightened", "resumed"), (answers[8]["severity"], answers[8]["event"]))
        self.assertEqual(("normal", "to-normal-after-tightened", 0),
                         tuple(answers[12][name] for name in ("next_severity", "event", "score")))

    def test_the_gap_of_reduced_plans(self):
        answers = switch(*[MIL] * 10, dict(MIL, nonconforming=2))
        self.assertEqual("to-reduced-by-ten-lots", answers[9]["event"])
        self.assertEqual((1, 3, True, "to-normal-in-gap"),
                         tuple(answers[10][name] for name in ("ac", "re", "accepted", "event")))

    def test_the_authority_ends_reduced_with_a_word(self):
        answer = switch(*[MIL] * 10, dict(MIL, end_reduced=True))[10]
        self.assertEqual(("normal", "to-normal-by-authority"), (answer["severity"], answer["event"]))

    def test_staged_plans(self):
        answers = switch(STAGED, dict(STAGED, accepted_at_stage=0), dict(STAGED, accepted_at_stage=2),
                         dict(STAGED, accepted_at_stage=0), STAGED)
        self.assertEqual([True, False, True, False, True], [answer["accepted"] for answer in answers])
        self.assertEqual(("to-tightened", "tightened"), (answers[3]["event"], answers[4]["severity"]))
        self.assertEqual((50, 3, 4), tuple(answers[0][name] for name in ("n", "ac", "re")))

    def test_lots_submitted_again_change_nothing(self):
        again = dict(ISO, original=False, nonconforming=5, steady=False)
        answers = switch(ISO, again, again, again, ISO)
        self.assertEqual([3, 3, 3, 3, 6], [answer["score"] for answer in answers])
        self.assertEqual({"normal"}, {answer["next_severity"] for answer in answers})

    def test_sequences_do_not_disturb_each_other(self):
        bad = dict(ISO, nonconforming=5)
        answers = switch(bad, dict(bad, sequence="B", aql="0.65"), bad, dict(ISO, sequence="B", aql="0.65"))
        self.assertEqual(["A", "B", "A", "B"], [answer["sequence"] for answer in answers])
        self.assertEqual(["normal", "normal", "tightened", "normal"], [answer["next_severity"] for answer in answers])

    def test_a_bad_line_changes_nothing(self):
        bad = [dict(ISO, **change) for change in (
            {"lot_size": 0}, {"lot_size": -1}, {"lot_size": 10 ** 18}, {"lot_size": None}, {"aql": "1.1"},
            {"level": "IV"}, {"standard": "iso"}, {"type": "triple"}, {"type": "double"}, {"nonconforming": 81},
            {"nonconforming": -1}, {"nonconforming": 1.5}, {"nonconforming": None}, {"accepted_at_stage": 1},
            {"nonconforming": None, "accepted_at_stage": 2}, {"limit_number": -1}, {"steady": "perhaps"},
            {"sequence": None}, {"counts": "boxes"}, {"aql": "0.65"}, {"level": "III"},
            {"standard": "mil-std-105e"}, {"counts": "nonconformities"}, {"nonconforming": float("nan")})]
        done = run_json("sampling", "switch", stdin=as_lines(ISO, *bad, ISO))
        self.assertEqual(1, done.code)
        self.assertEqual([3, 6], [line["score"] for line in done.lines if "error" not in line])
        self.assertEqual(len(bad), sum("error" in line for line in done.lines))
        self.assertEqual({"invalid"}, {line["error"]["code"] for line in done.lines if "error" in line})
        self.assertIn("S-4", done.lines[6]["error"]["message"])
        self.assertEqual("lot_size", done.lines[3]["error"]["field"])
        self.assertEqual("counts", done.lines[-3]["error"]["field"])

    def test_stages_that_do_not_exist(self):
        fields = [line["error"]["field"] for line in switch(
            dict(STAGED, accepted_at_stage=3), dict(STAGED, accepted_at_stage=-1),
            dict(STAGED, type="multiple", accepted_at_stage=1))]
        self.assertEqual(["accepted_at_stage"] * 3, fields)

    def test_nonconformities_may_be_more_than_items(self):
        answers = switch(dict(ISO, counts="nonconformities", nonconforming=200),
                         dict(ISO, sequence="B", aql="15", nonconforming=200))
        self.assertEqual([False, False], [answer["accepted"] for answer in answers])

    def test_text_says_what_changed_and_why(self):
        done = run("sampling", "switch", stdin=as_lines(*[dict(ISO, nonconforming=5)] * 2),
                   environment={"LC_ALL": "C.UTF-8", "LANGUAGE": "en"})
        self.assertEqual(3, len(done.out.splitlines()), done.out)
        self.assertIn("Tightened inspection begins", done.out)

    def test_options_are_the_first_lot_of_a_sequence(self):
        answer = run_json("sampling", "switch", "--sequence", "A", "--lot-size", "1000", "--aql", "0.65",
                          "--nonconforming", "1").only
        self.assertEqual(2, answer["score"])

    def test_anything_that_may_happen_goes_by_the_rules(self):
        dice = random.Random(28591999)
        histories = [History(str(number), dice) for number in range(60)]
        lots = [lot for _ in range(250) for lot in (history.invent(dice) for history in histories)]
        done = run_json("sampling", "switch", stdin=as_lines(*lots))
        seen = set()
        for lot, answer in zip(lots, done.lines, strict=True):
            expected = histories[int(lot["sequence"])].expect(lot)
            if expected is None:
                self.assertEqual("severity", answer["error"]["field"], (lot, answer))
                continue
            self.assertEqual(dict(expected, sequence=lot["sequence"], event=answer["event"]), answer, lot)
            changed = answer["severity"] != answer["next_severity"]
            self.assertEqual(changed, answer["event"] not in ("", "resumed"), answer)
            seen.add(answer["event"])
        self.assertEqual(10, len(seen), seen)


if __name__ == "__main__":
    os.environ.setdefault("LANGUAGE", "en")
    vouch_program.main()
