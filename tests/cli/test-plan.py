"""Plans on the command line: drafted by one person, explained, approved by another."""

import vouch_program
from vouch_program import INSPECTOR, QA_LEAD, StationTest, as_lines

CLASSES = [{"scope": scope, "method": "aql", "standard": "iso2859-1:1999", "type": "single", "level": "II", "aql": aql}
           for scope, aql in (("critical", "0.10"), ("major", "1.0"), ("minor", "2.5"))]


class Plans(StationTest):
    def draft(self, *objects, who=INSPECTOR):
        return self.station.try_("plan", "draft", who=who, stdin=as_lines(*objects))

    def approve(self, version, *more):
        return self.station.try_("plan", "approve", "--product", "CUP-350", "--plan-version", str(version), "--badge",
                                 QA_LEAD[0], *more, who=QA_LEAD)

    def test_a_draft_is_approved_by_somebody_else_and_replaces_the_version_in_force(self):
        drafted = self.draft({"product": "CUP-350", "as_version": 1, "rules": CLASSES}).only
        self.assertEqual(("CUP-350", 2, "draft"), (drafted["product"], drafted["version"], drafted["state"]))
        self.assertEqual(["CUP-350"], [row["product"] for row in self.station.list("plan", "list", "--waiting")])
        shown = self.station.do("plan", "show", "--product", "CUP-350", "--plan-version", "2")
        self.assertEqual(["Critical defects", "Major defects", "Minor defects", "All defects"],
                         [change["title"] for change in shown["changes"]])
        approved = self.approve(2, "--seen", "1").only
        self.assertEqual(("approved", 1), (approved["state"], approved["retired_version"]))
        self.assertEqual("2.5", self.station.do("plan", "show", "--product", "CUP-350")["rules"][2]["aql"])
        self.assertEqual([], self.station.list("plan", "list", "--waiting"))
        self.assertEqual(10, len(self.station.list("plan", "list")))

    def test_nobody_approves_their_own(self):
        self.draft({"product": "CUP-350", "as_version": 1}, who=QA_LEAD)
        self.assert_refused(self.approve(2), "denied", "plan_version")

    def test_a_bad_line_costs_only_itself(self):
        done = self.draft({"product": "CUP-350", "as_version": 1, "rules": [{"aql": "3"}]}, {"product": "NONE"},
                          {"rules": []}, {"product": "CUP-350", "as_version": 1, "rules": CLASSES})
        self.assertEqual(1, done.code)
        self.assertEqual(["invalid", "not_found", "invalid"], [line["error"]["code"] for line in done.lines[:3]])
        self.assertEqual("standard", done.lines[0]["error"]["field"])
        self.assertEqual(4, len(done.lines[0]["error"]["message"].split("\n")))
        self.assertEqual(2, done.lines[3]["version"])

    def test_what_is_shown_can_be_drafted_again(self):
        shown = self.station.do("plan", "show", "--product", "TOWEL-3474")
        self.assertEqual(2, self.draft(shown).only["version"])
        again = self.station.do("plan", "show", "--product", "TOWEL-3474", "--plan-version", "2")
        self.assertEqual([shown["rules"], shown["characteristics"]], [again["rules"], again["characteristics"]])

    def test_a_version_is_retired_with_a_reason(self):
        retire = ("plan", "retire", "--product", "CUP-350", "--plan-version", "1", "--badge", QA_LEAD[0])
        self.assert_refused(self.station.try_(*retire, who=QA_LEAD), "invalid", "reason")
        retired = self.station.do(*retire, "--reason", "not sold any more", who=QA_LEAD)
        self.assertEqual("retired", retired["state"])
        self.assert_refused(self.station.try_("plan", "show", "--product", "CUP-350"), "not_found", "plan_version")

    def test_each_rule_is_explained_for_a_lot(self):
        explained = self.station.do("plan", "explain", "--product", "TOWEL-3474", "--lot-size", "500")
        critical, major, minor = explained["rules"]
        self.assertEqual(("zero", 0), (critical["method"], critical["stages"][0]["ac"]))
        self.assertEqual([{"n": 50, "ac": 1, "re": 2}], major["stages"])
        self.assertEqual(("H", "minor"), (major["letter"], minor["scope"]))
        self.assertTrue(0 < major["oc"]["p_at_95"] < major["oc"]["p_at_50"] < major["oc"]["p_at_10"] < 1)
        tightened = self.station.do("plan", "explain", "--product", "TOWEL-3474", "--lot-size", "500", "--severity",
                                    "tightened")
        self.assertLess(tightened["rules"][1]["oc"]["p_at_95"], major["oc"]["p_at_95"])
        measured = self.station.do("plan", "explain", "--product", "IODO-100", "--lot-size", "500")["rules"][3]
        self.assertEqual((None, True), (measured["oc"], measured["k"] > 1))
        double = self.station.do("plan", "explain", "--product", "VITC-100", "--lot-size", "2000")["rules"][0]
        self.assertEqual(2, len(double["stages"]))
        self.assert_refused(self.station.try_("plan", "explain", "--product", "TOWEL-3474"), "invalid", "lot_size")


vouch_program.main()
