"""`vouch inspect pick-list`: what was drawn, step by step and carton by carton."""

import os
import subprocess

import vouch_program
from vouch_program import INSPECTOR, QA_LEAD, StationTest, as_lines, run

CARTON = "19520001000017"  # of 20 tins
DOUBLE = [{"scope": "all", "method": "aql", "standard": "mil-std-105e", "type": "double", "level": "II", "aql": "1.0"}]
CLASSES = [{"scope": "critical", "method": "fixed", "n": 125},
           {"scope": "major", "method": "aql", "standard": "iso2859-1:1999", "type": "single", "level": "II",
            "aql": "1.0"},
           {"scope": "minor", "method": "aql", "standard": "iso2859-1:1999", "type": "single", "level": "II",
            "aql": "2.5"}]


def flatten(sample, carton_size=0):
    """The units of a sample as numbers in the lot, in the order of the list."""
    return [((place["carton"] or 1) - 1) * carton_size + unit for place in sample["places"] for unit in place["units"]]


class PickLists(StationTest):
    def plan(self, rules, draw_by=None):
        """1000 tins of tea, planned by a new version of their plan; the lot's number."""
        self.station.do("plan", "draft", who=INSPECTOR, stdin=as_lines(
            {"product": "TEA-G100", "as_version": 1, "draw_by": draw_by, "rules": rules}))
        self.station.do("plan", "approve", "--product", "TEA-G100", "--plan-version", "2", "--badge", QA_LEAD[0],
                        who=QA_LEAD)
        lot = self.station.count_tea(quantity="1000")
        self.station.do("lot", "plan", "--lot", lot, who=INSPECTOR)
        return lot

    def stored(self, lot):
        return [unit["unit"] for unit in self.station.do("inspect", "show", "--lot", lot)["units"]]

    def pick(self, lot, *more):
        return self.station.do("inspect", "pick-list", "--lot", lot, *more)

    def test_a_carton_has_a_row_and_the_units_are_those_that_were_drawn(self):
        lot = self.plan(DOUBLE, CARTON)
        picked = self.pick(lot)
        self.assertEqual(1, len(picked["samples"]))
        first = picked["samples"][0]
        self.assertEqual((50, 0, 3), (first["n"], first["ac"], first["re"]))
        self.assertEqual(list(range(1, 51)), [place["carton"] for place in first["places"]])
        self.assertEqual(self.stored(lot), flatten(first, 20))
        self.assertEqual(picked, self.pick(lot))

    def test_the_next_sample_is_listed_once_it_is_drawn(self):
        lot = self.plan(DOUBLE, CARTON)
        first = self.pick(lot)["samples"]
        self.station.do("inspect", "record", "--lot", lot, "--position", "1", "--check", "1", "--result", "fail",
                        "--defect", "008", who=INSPECTOR)
        self.station.do("inspect", "pass", "--lot", lot, "--position", "2", "--times", "49", who=INSPECTOR)
        self.assertEqual(first, self.pick(lot)["samples"])
        self.station.do("inspect", "next-sample", "--lot", lot, who=INSPECTOR)
        both = self.pick(lot)["samples"]
        self.assertEqual(first, both[:1])
        self.assertEqual((50, 3, 4), (both[1]["n"], both[1]["ac"], both[1]["re"]))
        self.assertEqual(self.stored(lot), flatten(both[0], 20) + flatten(both[1], 20))

    def test_units_that_only_some_classes_want_stand_by_themselves(self):
        lot = self.plan(CLASSES)
        every, critical = self.pick(lot)["samples"]
        self.assertEqual((80, 45), (every["n"], critical["n"]))
        self.assertEqual("for: Critical defects, Major defects, Minor defects", every["purpose"])
        self.assertEqual("for: Critical defects", critical["purpose"])
        self.assertNotIn("ac", critical)
        self.assertEqual([None], [place["carton"] for place in every["places"]])
        self.assertEqual(self.stored(lot), flatten(every) + flatten(critical))

    def test_the_sheet_is_scanned_at_the_stand(self):
        """Lot and inspection open it; what is said of a unit stands there as on the command card."""
        lot = self.plan(DOUBLE, CARTON)
        path = self.station.path("pick.pdf")
        picked = self.pick(lot, "--output", path)
        inspection = picked["inspection"]
        self.assertEqual([inspection, "XCPASS", "XCFAIL", "XCUNDO"], picked["codes"][1:])
        self.assertIn(lot, picked["codes"][0])
        for dpi in (203, 300):
            read = [symbol["text"] for symbol in self.station.read_symbols(path, 1, dpi)]
            self.assertEqual(sorted(picked["codes"]), sorted(read))
        self.assertEqual(["code", "number"],
                         [self.station.do("scan", "route", code)["kind"] for code in picked["codes"][:2]])

    def test_people_get_it_as_text_or_on_paper(self):
        lot = self.plan(DOUBLE, CARTON)
        arguments = ["inspect", "pick-list", "--lot", lot, *self.station.arguments(None)]
        text = run(*arguments).out
        self.assertIn("Draw 50 units · Ac 0, Re 3\n", text)
        self.assertEqual(50, text.count("[ ] Carton "))
        path = self.station.path("pick.pdf")
        self.assertEqual("Written: %s\n" % path, run(*arguments, "--output", path).out)
        self.assertEqual(path, self.pick(lot, "--output", path)["file"])
        printed = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True,
                                 timeout=60).stdout
        self.assertEqual(50, printed.count("Carton "))
        self.assertIn("Sample sheet", printed)
        self.assertNotIn("Pick list", printed)

    def test_what_cannot_be_listed_says_why(self):
        lot = self.station.count_tea()
        self.assert_refused(self.station.try_("inspect", "pick-list", "--lot", lot), "conflict", "lot")
        self.assert_refused(self.station.try_("inspect", "pick-list", "--lot", "NONE"), "not_found")
        self.station.do("lot", "plan", "--lot", lot, who=INSPECTOR)
        self.assert_refused(self.station.try_("inspect", "pick-list", "--lot", lot, "--output",
                                              os.path.join(self.station.path("none"), "pick.pdf")), "storage",
                            exit_code=3)


vouch_program.main()
