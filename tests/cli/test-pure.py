"""Commands that need no station: sampling, gs1, scan; and the command line itself."""

import glob
import json
import os
import tempfile
import unittest

import vouch_program
from vouch_program import as_lines, run, run_json


class CommandLine(unittest.TestCase):
    def test_help_lists_every_command(self):
        done = run("--help")
        self.assertEqual(0, done.code)
        for command in ("vouch demo DIR", "vouch lot show", "vouch gs1 parse", "--pin-file FILE"):
            self.assertIn(command, done.out)
        self.assertNotIn("vouch lot show", run("gs1", "--help").out)

    def test_every_command_and_option_is_in_a_manual_page(self):
        for line in run("--help").out.splitlines():
            if not line.startswith("  vouch "):
                continue
            words = line.split()
            # vouch-lookup(1) is the service's own.
            noun = words[1] if words[1] != "lookup" else "lookup-*"
            text = ""
            for path in glob.glob(os.path.join(os.environ["VOUCH_MANUALS"], "vouch-%s.1" % noun)):
                with open(path, encoding="utf-8") as page:
                    text += page.read().replace("\\", "")
            for word in words[2:]:
                word = word.strip("[]|()")
                if word.startswith("--") or (word.islower() and word.isalpha()):
                    self.assertIn(word, text, line)

    def test_version(self):
        self.assertRegex(run("--version").out, r"^vouch \d+\.\d+\.\d+\n$")

    def test_wrong_usage_is_2(self):
        for arguments in ((), ("nonsense",), ("lot",), ("lot", "nonsense"), ("lot", "show"), ("scan",), ("demo",),
                          ("lot", "list", "--nonsense", "1"), ("lot", "list", "more"), ("lot", "show", "--lot"),
                          ("lot", "list", "--json=yes"), ("lookup", "enrol"), ("decide", "accept", "--colour", "red")):
            done = run(*arguments)
            self.assertEqual(2, done.code, arguments)
            self.assertEqual("", done.out)
            self.assertTrue(done.err.startswith("vouch: "), done.err)

    def test_speaks_the_users_language_in_text_only(self):
        plan = ("sampling", "plan", "--lot-size", "200", "--aql", "1.0")
        self.assertEqual(json.loads(run(*plan, "--json").out)["letter"], "G")
        self.assertFalse(run(*plan).out.startswith("{"))


class Sampling(unittest.TestCase):
    def test_plan(self):
        answer = run_json("sampling", "plan", stdin=as_lines(
            {"standard": "iso2859-1:1999", "type": "single", "lot_size": 1000, "level": "II", "aql": "1.0",
             "severity": "normal"})).only
        self.assertEqual(("J", "J", "single", False), tuple(answer[k] for k in
                                                            ("letter", "plan_letter", "type", "full_inspection")))
        self.assertEqual([{"n": 80, "ac": 2, "re": 3}], answer["stages"])
        self.assertTrue(answer["why"])

    def test_double_and_multiple_plans(self):
        terms = {"standard": "mil-std-105e", "lot_size": 1000, "aql": "1.0"}
        done = run_json("sampling", "plan", stdin=as_lines(
            dict(terms, type="double"), dict(terms, type="multiple"),
            dict(terms, type="multiple", lot_size=20, aql="15"), dict(terms, type="double", lot_size=5, aql="6.5"),
            dict(terms, type="double", standard="iso2859-1:1999"), dict(terms, type="triple")))
        double, multiple, by_double, by_single, unknown, triple = done.lines
        self.assertEqual([{"n": 50, "ac": 0, "re": 3}, {"n": 50, "ac": 3, "re": 4}], double["stages"])
        self.assertEqual([None, 0, 0, 1, 2, 3, 4], [stage["ac"] for stage in multiple["stages"]])
        self.assertEqual(("double", "C"), (by_double["type"], by_double["plan_letter"]))
        self.assertEqual(("single", "A"), (by_single["type"], by_single["plan_letter"]))
        self.assertEqual(["type", "type"], [line["error"]["field"] for line in (unknown, triple)])

    def test_options_are_one_request(self):
        answer = run_json("sampling", "plan", "--lot-size", "1000", "--aql", "1").only
        self.assertEqual(80, answer["stages"][0]["n"])

    def test_a_lot_of_one_has_no_letter(self):
        answer = run_json("sampling", "plan", stdin=as_lines({"lot_size": 1, "aql": "1.0"})).only
        self.assertIsNone(answer["letter"])
        self.assertTrue(answer["full_inspection"])

    def test_a_bad_line_costs_nothing_but_itself(self):
        good = {"lot_size": 1000, "aql": "1.0"}
        done = run_json("sampling", "plan", stdin=as_lines(good) + "nonsense\n\n" + as_lines(
            dict(good, aql="1.1"), dict(good, lot_size=0), dict(good, lot_size="many"), {"lot_size": 3}, [], good))
        self.assertEqual(1, done.code)
        fields = [line.get("error", {}).get("field", "good") for line in done.lines]
        self.assertEqual(["good", None, "aql", "lot_size", "lot_size", "aql", None, "good"], fields)
        self.assertEqual({"invalid"}, {line["error"]["code"] for line in done.lines if "error" in line})

    def test_readings_come_with_a_hint_on_normality(self):
        normal = [281.937, 282.032, 281.553, 279.787, 282.8, 283.1, 280.9, 281.2, 282.4, 281.6]
        request = {"method": "s", "letter": "F", "aql": "1.0", "lower": 270, "upper": 290, "data": normal}
        slip = normal[:-1] + [28.16]
        done = run_json("sampling", "variables", stdin=as_lines(
            request, dict(request, data=slip), dict(request, data=[5] * 10, lower=1),
            dict(request, letter="D", data=normal[:5]), dict(request, letter="D", data=None)))
        plausible, doubtful, alike, few, none = done.lines
        self.assertGreater(plausible["normality"]["p"], 0.05)
        self.assertLess(doubtful["normality"]["p"], 0.001)
        self.assertGreater(doubtful["normality"]["statistic"], plausible["normality"]["statistic"])
        self.assertIsNone(alike["normality"])
        self.assertIsNone(few["normality"])
        self.assertNotIn("normality", none)

    def test_plans_by_variables(self):
        done = run_json("sampling", "variables", stdin=as_lines(
            {"method": "s", "severity": "normal", "lot_size": 40, "level": "II", "aql": "1.0", "p": 0.01},
            {"method": "sigma", "letter": "F", "aql": "1.5"}))
        by_lot, by_letter = done.lines
        self.assertEqual(("D", 5, 3.33), tuple(by_lot[k] for k in ("letter", "n", "m_percent")))
        self.assertAlmostEqual(1.5247, by_lot["k"], 4)
        self.assertTrue(0.85 < by_lot["pa"] < 0.95, by_lot["pa"])
        self.assertEqual(("F", 4), (by_letter["letter"], by_letter["n"]))
        self.assertNotIn("pa", by_letter)

    def test_readings_are_judged(self):
        request = {"method": "s", "letter": "D", "aql": "1.0", "data": [197, 188, 184, 205, 201], "upper": 209}
        done = run_json("sampling", "variables", stdin=as_lines(request, dict(request, upper=206)))
        good, bad = done.lines
        self.assertEqual((195, True, None), (good["mean"], good["accepted"], good["q_lower"]))
        self.assertAlmostEqual(2.19, good["percent_nonconforming"], 1)
        self.assertFalse(bad["accepted"])

    def test_bad_readings_are_refused(self):
        request = {"letter": "D", "aql": "1.0", "data": [1, 2, 3, 4, 5], "upper": 9}
        bad = [dict(request, data=[1, 2, 3, 4]), dict(request, data=[1, 2, 3, 4, "NaN"]), dict(request, data=7),
               dict(request, upper=None), dict(request, upper="NaN"), dict(request, lower=10),
               dict(request, method="sigma", data=[1, 2]), dict(request, letter="O"), dict(request, aql="0.065"),
               dict(request, p=2), dict(request, letter=None), dict(request, letter=None, lot_size=1)]
        done = run_json("sampling", "variables", stdin=as_lines(*bad, request))
        self.assertEqual(["data", "data", "data", "upper", "upper", "upper", "sigma", "letter", "aql", "p", "lot_size",
                          "lot_size", "good"], [line.get("error", {}).get("field", "good") for line in done.lines])

    def test_draw_is_repeatable(self):
        first = run_json("sampling", "draw", "--lot-size", "200", "--n", "8").only
        again = run_json("sampling", "draw", "--lot-size", "200", "--n", "8", "--seed", first["seed"]).only
        self.assertEqual(first, again)
        self.assertEqual(8, len(set(first["units"])))
        self.assertEqual(sorted(first["units"]), first["units"])
        other = run_json("sampling", "draw", "--lot-size", "200", "--n", "8").only
        self.assertNotEqual(first["units"], other["units"])

    def test_cartons_give_their_proportion(self):
        drawn = run_json("sampling", "draw", stdin=as_lines({"cartons": [24, 24, 12, 40], "n": 25})).only
        self.assertEqual({1: 6, 2: 6, 3: 3, 4: 10}, {pick["carton"]: len(pick["units"]) for pick in drawn["picks"]})
        self.assertEqual(drawn["units"][:6], drawn["picks"][0]["units"])
        self.assertEqual(drawn["units"][12:15], [48 + unit for unit in drawn["picks"][2]["units"]])
        picks = run("sampling", "draw", "--lot-size", "200", "--carton-size", "20", "--n", "4").out.splitlines()
        self.assertEqual([4, True], [len(picks), all(line.startswith("Carton ") for line in picks)])

    def test_impossible_draws_and_counts(self):
        for request in ({"lot_size": 5, "n": 6}, {"lot_size": 0, "n": 0}, {"lot_size": 5, "n": -1},
                        {"lot_size": 5, "n": 2, "seed": "00"}, {"n": 3}, {"lot_size": 5, "n": 2, "carton_size": 0},
                        {"cartons": [3, -1], "n": 2}, {"cartons": [], "n": 1}, {"cartons": [2], "n": 3},
                        {"cartons": 7, "n": 1}, {"cartons": [4294967295, 1], "n": 1}, {"lot_size": 5, "n": 0}):
            self.assertEqual(1, run_json("sampling", "draw", stdin=as_lines(request)).code, request)
        plan = {"lot_size": 1000, "aql": "1.0"}
        for counts in ({"inspected": 10, "nonconforming": 11}, {"inspected": 81, "nonconforming": 0},
                       {"inspected": -1, "nonconforming": 0}, {"inspected": 1}):
            self.assertEqual(1, run_json("sampling", "judge", stdin=as_lines(dict(plan, **counts))).code, counts)

    def test_judge(self):
        plan = {"lot_size": 1000, "aql": "1.0"}
        done = run_json("sampling", "judge", stdin=as_lines(
            dict(plan, inspected=79, nonconforming=2), dict(plan, inspected=80, nonconforming=2),
            dict(plan, inspected=10, nonconforming=3)))
        self.assertEqual(["open", "accept", "reject"], [line["verdict"] for line in done.lines])


class Gs1(unittest.TestCase):
    def parse(self, form, text):
        return run_json("gs1", "parse", stdin=as_lines({"form": form, "input": text})).only

    def test_the_three_forms_say_the_same(self):
        link = "https://id.gs1.org/01/09520001000010/10/L1?17=310131"
        for form, text in (("bracketed", "(01)09520001000010(10)L1(17)310131"),
                           ("scan", "]C1010952000100001010L1\x1d17310131"), ("dl", link)):
            answer = self.parse(form, text)
            self.assertTrue(answer["valid"] and answer["complete"], answer)
            self.assertEqual(link, answer["digital_link"])
            self.assertEqual([], answer["errors"])
            self.assertEqual(["01", "10", "17"], [element["ai"] for element in answer["elements"]])
        self.assertEqual({"ai": "10", "value": "L1", "title": "BATCH/LOT"}, answer["elements"][1])

    def test_what_is_wrong_is_said(self):
        answer = self.parse("bracketed", "(01)09520001000011")
        self.assertFalse(answer["valid"])
        self.assertIsNone(answer["digital_link"])
        error = answer["errors"][0]
        self.assertEqual("01", error["ai"])
        self.assertTrue(error["rule"] and error["message"])

    def test_unknown_form(self):
        done = run_json("gs1", "parse", stdin=as_lines({"form": "morse", "input": "1"}, {"form": "scan"}))
        self.assertEqual(["form", "input"], [line["error"]["field"] for line in done.lines])
        self.assertEqual(1, done.code)

    def build(self, **request):
        return run_json("gs1", "build", stdin=as_lines(request)).only

    def test_what_was_read_can_be_written_again(self):
        link = "https://id.gs1.org/01/09520001000010/10/L1%2F2?17=310131"
        read = self.parse("dl", link)
        built = self.build(elements=read["elements"])
        self.assertEqual({"complete": True, "bracketed": "(01)09520001000010(10)L1/2(17)310131",
                          "scan": "010952000100001010L1/2\x1d17310131", "digital_link": link, "errors": []}, built)
        self.assertEqual(read["elements"], self.parse("scan", "]C1" + built["scan"])["elements"])

    def test_a_text_and_a_host_of_ones_own(self):
        text = "(01)09520001000010(21)7"
        for stem in ("https://goods.example/a", "https://goods.example/a/"):
            self.assertEqual("https://goods.example/a/01/09520001000010/21/7",
                             self.build(elements=text, stem=stem)["digital_link"])
        self.assertIn("https://goods.example/a/01/", run("gs1", "build", "--elements", text, "--stem",
                                                        "https://goods.example/a").out)

    def test_what_breaks_a_rule_is_not_written(self):
        for request, field in (({"elements": [{"ai": "10", "value": "批次"}]}, "10"),
                               ({"elements": [{"ai": "17", "value": "250231"}]}, "17"),
                               ({"elements": "(01)09520001000011"}, "01"), ({"elements": []}, "elements"),
                               ({"elements": ["01"]}, "elements"), ({"elements": [{"ai": "01"}]}, "value"), ({}, "elements"),
                               ({"elements": "(01)09520001000010", "stem": "javascript:alert(1)"}, "stem"),
                               ({"elements": "(01)09520001000010", "stem": "https://a@b.example"}, "stem")):
            self.assertEqual(("invalid", field), tuple(self.build(**request)["error"][key] for key in ("code", "field")))

    def test_what_has_no_place_in_a_link_is_written_without_one(self):
        built = self.build(elements="(10)L1")
        self.assertEqual((None, False, "10L1"), (built["digital_link"], built["complete"], built["scan"]))
        self.assertEqual(["10"], [error["ai"] for error in built["errors"]])


class Scan(unittest.TestCase):
    def test_files_that_are_no_pictures(self):
        with tempfile.NamedTemporaryFile(suffix=".png") as file:
            file.write(b"\x89PNG and nothing more")
            file.flush()
            done = run_json("scan", file.name, "/nowhere/at/all.png")
        self.assertEqual(1, done.code)
        self.assertEqual(["invalid", "not_found"], [line["error"]["code"] for line in done.lines])

    def test_an_unknown_kind_of_code_is_wrong_usage(self):
        for option in ("--symbologies", "--without"):
            done = run("scan", option, "qr,Code 40", "/nowhere/at/all.png")
            self.assertEqual(2, done.code)
            self.assertIn("“Code 40” is no kind of code", done.err)
            self.assertIn("gs1-datamatrix", done.err)

    def test_names_on_standard_input(self):
        done = run_json("scan", "--camera", "nosuchsource")
        self.assertEqual(1, done.code)
        self.assertIn(done.only["error"]["code"], ("invalid", "not_found"))
        done = run_json("scan", "-", stdin="/nowhere/1.png\n/nowhere/2.png\n")
        self.assertEqual(2, len(done.lines))


if __name__ == "__main__":
    os.environ.setdefault("LANGUAGE", "en")
    vouch_program.main()
