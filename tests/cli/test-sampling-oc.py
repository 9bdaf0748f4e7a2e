"""vouch sampling oc, scheme and find, against exact fractions."""

import os
import random
import sys
import unittest

import vouch_program
from vouch_program import as_lines, run, run_json

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "support"))
import sampling_reference  # noqa: E402

SINGLE = [{"n": 80, "ac": 2, "re": 3}]
DOUBLE = [{"n": 50, "ac": 1, "re": 4}, {"n": 50, "ac": 4, "re": 5}]


def as_stages(plan):
    return [{"n": n, "ac": ac if ac >= 0 else None, "re": re} for n, ac, re in plan]


def invent_plan(dice, n_stages):
    """A plan that no table has: numbers that never fall, and a gap at the end now and then."""
    ac, re, plan = -1, 1, []
    for _ in range(n_stages):
        ac += dice.choice((0, 1, 1, 2))
        re = max(re + dice.choice((0, 1, 2)), ac + 2)
        plan.append((dice.randint(2, 30), ac, re))
    n, ac, re = plan[-1]
    plan[-1] = (n, max(ac, 0), max(ac, 0) + 1 if dice.random() < 0.7 else re)
    return plan


class Characteristic(unittest.TestCase):
    def ask(self, **request):
        return run_json("sampling", "oc", stdin=as_lines(request)).only

    def check(self, questions):
        """Pairs of a request and what the reference is asked."""
        answers = run_json("sampling", "oc", stdin=as_lines(*[request for request, _ in questions])).lines
        self.assertEqual(len(questions), len(answers))
        for (request, question), answer in zip(questions, answers):
            pa, between, asn = sampling_reference.characteristic(*question)
            for name, value in (("pa", pa), ("p_between", between), ("asn", asn)):
                self.assertAlmostEqual(float(value), answer[name], delta=1e-10 * max(1, value), msg=(request, name))

    def test_agrees_with_exact_arithmetic(self):
        dice = random.Random(20261122)
        questions = []
        for n_stages in (1, 2, 3, 7) * 6:
            plan = invent_plan(dice, n_stages)
            size = sum(stage[0] for stage in plan) + dice.choice((0, 1, 40, 1000))
            bad, p = dice.randint(0, size // 4), str(round(dice.random() / 5, 4))
            stages = as_stages(plan)
            questions.append(({"stages": stages, "model": "hypergeometric", "N": size, "D": bad},
                              (plan, "hypergeometric", size, bad)))
            for model in ("binomial", "poisson"):
                questions.append(({"stages": stages, "model": model, "p": float(p)}, (plan, model, None, None, p)))
        self.check(questions)

    def test_what_goes_out_agrees_with_exact_arithmetic(self):
        dice = random.Random(4)
        for n_stages in (1, 2, 4):
            plan = invent_plan(dice, n_stages)
            size = sum(stage[0] for stage in plan) + 30
            for bad in (1, 5, size // 5):
                answer = self.ask(stages=as_stages(plan), model="hypergeometric", N=size, D=bad)
                self.assertAlmostEqual(float(sampling_reference.outgoing(plan, size, bad)), answer["aoq"], delta=1e-12)

    def test_the_gap_counts_as_accepted(self):
        answer = self.ask(stages=[{"n": 32, "ac": 1, "re": 4}], model="binomial", p=0.05)
        strict = self.ask(stages=[{"n": 32, "ac": 1, "re": 2}], model="binomial", p=0.05)
        self.assertAlmostEqual(strict["pa"], answer["pa"] - answer["p_between"], delta=1e-15)
        self.assertEqual(0, strict["p_between"])

    def test_quality_at_a_probability(self):
        for model in ("binomial", "poisson"):
            p = self.ask(stages=DOUBLE, model=model, pa=0.95)["p"]
            self.assertAlmostEqual(0.95, self.ask(stages=DOUBLE, model=model, p=p)["pa"], delta=1e-12)
        found = self.ask(stages=DOUBLE, model="hypergeometric", N=1000, pa=0.1)
        self.assertEqual(found["D"] / 1000, found["p"])
        at, after = [self.ask(stages=DOUBLE, model="hypergeometric", N=1000, D=found["D"] + i)["pa"] for i in (0, 1)]
        self.assertTrue(after < 0.1 <= at)

    def test_outgoing_quality_limit(self):
        found = self.ask(stages=SINGLE, model="binomial", aoql=True)
        self.assertEqual({"aoql", "p"}, set(found))
        at = [self.ask(stages=SINGLE, model="binomial", p=found["p"] * factor)["aoq"] for factor in (0.999, 1, 1.001)]
        self.assertEqual(found["aoql"], max(at))
        self.assertEqual(found["aoql"], at[1])

    def test_risks_and_curve(self):
        risks = self.ask(stages=SINGLE, model="poisson", prq=0.01, crq=0.05)
        curve = self.ask(stages=SINGLE, model="poisson", points=6, p_max=0.05)["points"]
        self.assertEqual([0, 0.01, 0.02, 0.03, 0.04, 0.05], [round(point["p"], 9) for point in curve])
        self.assertAlmostEqual(1 - risks["producers_risk"], curve[1]["pa"], delta=1e-12)
        self.assertAlmostEqual(risks["consumers_risk"], curve[5]["pa"], delta=1e-12)
        self.assertTrue(all(before["pa"] > after["pa"] for before, after in zip(curve, curve[1:])))
        both = self.ask(stages=SINGLE, model="poisson", p=0.01, points=3)
        self.assertEqual(3, len(both["points"]))
        self.assertIn("pa", both)

    def test_stages_as_an_option(self):
        answer = run_json("sampling", "oc", "--stages", "20/#/2,20/0/3", "--model", "binomial", "--p", "0.02").only
        self.assertEqual(self.ask(stages=[{"n": 20, "ac": None, "re": 2}, {"n": 20, "ac": 0, "re": 3}],
                                  model="binomial", p=0.02), answer)
        self.assertRegex(run("sampling", "oc", "--stages", "80/2/3", "--model", "binomial", "--aoql", "true").out,
                         r"^AOQL 0\.0171112, with p = 0\.0280931\n$")

    def test_bad_input_names_what_is_wrong(self):
        good = {"stages": SINGLE, "model": "binomial", "p": 0.01}
        lot = {"stages": SINGLE, "model": "hypergeometric", "N": 1000, "D": 10}
        stage = SINGLE[0]
        bad = [
            ("stages", {"model": "binomial", "p": 0.01}), ("stages", dict(good, stages=[])),
            ("stages", dict(good, stages=SINGLE * 8)), ("stages", dict(good, stages="80")),
            ("stages", dict(good, stages=[80])), ("stages", dict(good, stages=80)),
            ("n", dict(good, stages=[dict(stage, n=0)])), ("n", dict(good, stages=[dict(stage, n=-1)])),
            ("n", dict(good, stages=[dict(stage, n=2**32)])), ("n", dict(good, stages=[dict(stage, n=1.5)])),
            ("n", dict(good, stages=[{"ac": 2, "re": 3}])), ("ac", dict(good, stages=[{"n": 8, "re": 3}])),
            ("re", dict(good, stages=[{"n": 8, "ac": 3}])), ("ac", dict(good, stages=[dict(stage, ac=3)])),
            ("ac", dict(good, stages=[dict(stage, ac=4)])), ("ac", dict(good, stages=[dict(stage, ac=-1)])),
            ("re", dict(good, stages=[{"n": 8, "ac": None, "re": 0}])),
            ("model", {"stages": SINGLE, "p": 0.01}), ("model", dict(good, model="normal")),
            ("p", {"stages": SINGLE, "model": "binomial"}), ("p", dict(good, p="NaN")), ("p", dict(good, p=-0.1)),
            ("p", dict(good, p=1.1)), ("p", dict(good, p="1e999")), ("p", dict(good, p=[1])),
            ("p", dict(good, p="")), ("p", dict(good, p="0.1x")), ("p", dict(good, model="poisson", p=-1)),
            ("D", {"stages": SINGLE, "model": "hypergeometric", "N": 1000}), ("D", dict(lot, D=1001)),
            ("D", dict(lot, D=-1)), ("N", {"stages": SINGLE, "model": "hypergeometric", "D": 1}),
            ("N", dict(lot, N=0)), ("N", dict(lot, N=-5)), ("N", dict(lot, N=10**18)), ("n", dict(lot, N=79)),
            ("N", dict(good, N=0)), ("pa", dict(good, pa=1)), ("pa", dict(good, pa="NaN")), ("pa", dict(good, pa=0)),
            ("crq", dict(good, prq=0.1)), ("aoql", dict(good, aoql="perhaps")), ("aoql", dict(good, aoql=1)),
            ("points", dict(good, points=1)), ("points", dict(good, points=10**9)),
            ("points", dict(good, points="many")),
        ]
        done = run_json("sampling", "oc", stdin=as_lines(good, *[request for _, request in bad]) +
                        '{"stages":[{"n":80,"ac":2,"re":3}],"model":"binomial","p":NaN}\n' + as_lines(good))
        self.assertEqual(1, done.code)
        self.assertEqual(len(bad) + 3, len(done.lines))
        for (field, request), answer in zip(bad, done.lines[1:]):
            self.assertEqual(("invalid", field), (answer["error"]["code"], answer["error"]["field"]), request)
            self.assertTrue(answer["error"]["message"])
        self.assertIn("error", done.lines[-2])
        self.assertEqual(done.lines[0], done.lines[-1])


class Scheme(unittest.TestCase):
    TERMS = {"standard": "iso2859-1:1999", "lot_size": 1000, "level": "II", "aql": "1.0", "model": "binomial"}

    def test_plans_and_rules_together(self):
        """Letter J: 80 with 2, tightened 80 with 1, reduced 32 with 1; with 1, the AQL one step tighter would accept."""
        plans = [[(80, 2, 3)], [(80, 1, 2)], [(32, 1, 2)]]
        normal, tightened, reduced = [float(sampling_reference.characteristic(plan, "binomial", p="0.015")[0])
                                      for plan in plans]
        shares = sampling_reference.long_run(tightened, normal - tightened, tightened, reduced, 10)
        answer = run_json("sampling", "scheme", stdin=as_lines(dict(self.TERMS, p=0.015))).only
        for name, share in zip(("normal", "tightened", "reduced"), shares):
            self.assertAlmostEqual(share, answer[name], delta=1e-10)
        pa = shares[0] * normal + shares[1] * tightened + shares[2] * reduced
        self.assertAlmostEqual(pa, answer["pa"], delta=1e-10)
        self.assertAlmostEqual(80 * (shares[0] + shares[1]) + 32 * shares[2], answer["asn"], delta=1e-8)

    def test_curve_and_words(self):
        points = run_json("sampling", "scheme", stdin=as_lines(dict(self.TERMS, points=9, p_max=0.08))).only["points"]
        self.assertEqual([0.01 * i for i in range(9)], [round(point["p"], 9) for point in points])
        self.assertEqual(1, points[0]["reduced"])
        done = run("sampling", "scheme", "--lot-size", "1000", "--aql", "1.0", "--model", "poisson", "--p", "0")
        self.assertTrue(done.out.startswith("100 % of the lots accepted, 32 items inspected a lot"), done.out)

    def test_bad_input_names_what_is_wrong(self):
        good = dict(self.TERMS, p=0.01)
        bad = [("aql", dict(good, aql="1.1")), ("lot_size", dict(good, lot_size=0)), ("p", self.TERMS),
               ("p", dict(good, p="NaN")), ("model", dict(good, aql="15")), ("points", dict(good, points=0)),
               ("level", dict(good, level="IV")), ("standard", dict(good, standard="iso"))]
        done = run_json("sampling", "scheme", stdin=as_lines(*[request for _, request in bad], good))
        self.assertEqual([field for field, _ in bad], [line["error"]["field"] for line in done.lines[:-1]])
        self.assertIn("pa", done.lines[-1])


class Find(unittest.TestCase):
    RISKS = {"prq": 0.01, "pa_prq": 0.95, "crq": 0.05, "pa_crq": 0.1}

    def test_finds_the_smallest_plan(self):
        requests = [dict(self.RISKS, model="binomial", N=None), dict(self.RISKS, model="poisson"),
                    dict(self.RISKS, model="hypergeometric", N=400)]
        answers = run_json("sampling", "find", stdin=as_lines(*requests)).lines
        for request, answer in zip(requests, answers):
            wanted = sampling_reference.smallest_plan(request["model"], request.get("N"), *self.RISKS.values())
            self.assertEqual({"n": wanted[0], "c": wanted[1]}, answer)

    def test_as_options(self):
        done = run("sampling", "find", "--model", "binomial", "--prq", "0.01", "--pa-prq", "0.95", "--crq", "0.05",
                   "--pa-crq", "0.1")
        self.assertEqual("Inspect 132 items; accept with 3 nonconforming or fewer\n", done.out)

    def test_bad_input_names_what_is_wrong(self):
        good = dict(self.RISKS, model="binomial")
        bad = [("crq", dict(good, crq=0.01)), ("crq", dict(good, crq=0.005)), ("crq", dict(good, crq=0.010001)),
               ("prq", dict(good, prq="NaN")), ("prq", dict(good, prq=-1)), ("pa_prq", dict(good, pa_prq=1)),
               ("pa_crq", dict(good, pa_crq=2)), ("pa_crq", dict(good, pa_crq=0.97)), ("crq", dict(good, crq=None)),
               ("N", dict(good, model="hypergeometric")), ("N", dict(good, model="hypergeometric", N=0)),
               ("crq", dict(good, model="hypergeometric", N=5)), ("model", self.RISKS)]
        done = run_json("sampling", "find", stdin=as_lines(*[request for _, request in bad], good))
        self.assertEqual([field for field, _ in bad], [line["error"]["field"] for line in done.lines[:-1]])
        self.assertEqual({"n": 132, "c": 3}, done.lines[-1])


if __name__ == "__main__":
    os.environ.setdefault("LANGUAGE", "en")
    vouch_program.main()
