"""Customers' cases at the station: fetched, looked at, answered; with a lookup service that the test plays."""

import base64
import hashlib
import json
import os
import subprocess

import vouch_program
from fake_lookup import FakeLookup, collected, make_id, photo_line
from plain_picture import make_png
from vouch_program import ADMINISTRATOR, AUDITOR, INSPECTOR, QA_LEAD, SERVICE, StationTest


class Cases(StationTest):
    def setUp(self):
        super().setUp()
        self.lookup = FakeLookup()
        self.addCleanup(self.lookup.stop)

    def enrol(self):
        self.station.do("lookup", "enrol", "--private", self.lookup.url, who=ADMINISTRATOR)

    def desk_key(self):
        """The public key that customers' boxes are sealed to."""
        trust = self.station.path("trust")
        self.station.do("publish", "trust", "--file", trust)
        with open(trust, encoding="utf-8") as file:
            body = json.load(file)["body"]
        return json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))["desk_key"]

    def seal(self, data):
        done = subprocess.run([os.environ["SEAL_BOX"], self.desk_key()], input=data, capture_output=True, check=True,
                              timeout=20)
        return done.stdout

    def fetch(self):
        return self.station.do("case", "fetch")

    def show(self, case, who=SERVICE):
        return self.station.do("case", "show", "--number", case["number"], who=who)

    def answer(self, case, status, text=None, who=SERVICE, *more):
        words = ["case", "answer", "--number", case["number"], "--status", status, *more]
        return self.station.try_(*words, *(["--answer", text] if text is not None else []), who=who)

    def test_cases_come_with_photo_log_and_counts(self):
        lot = self.station.release_tea()
        self.enrol()
        case = self.lookup.add_case(1000, photo=self.seal(make_png(40, 30)), lot=lot)
        self.lookup.add_event("mark", lot=lot, reason="reported_fake", case=case["id"])
        self.lookup.add_event("satisfaction", case=case["id"], score=4, text="Quick.")
        self.lookup.add_count(lot, 7, units=3, marked=1)
        self.assertEqual({"new": 1, "photos": 1, "events": 2, "lots": 1, "answers": 0}, self.fetch())
        self.assertEqual({"new": 0, "photos": 0, "events": 0, "lots": 0, "answers": 0}, self.fetch())
        shown = self.show(case)
        self.assertEqual(("kept", "en", 4, "Quick."), tuple(shown[name] for name in (
            "photo", "language", "satisfaction", "satisfaction_text")))
        mark = self.station.list("lookup", "marks")[0]
        self.assertEqual((lot, "reported_fake", case["id"]), (mark["lot"], mark["reason"], mark["case_id"]))
        self.assertEqual(7, self.station.do("lot", "show", "--lot", lot)["queries"]["queries"])
        count = self.station.list("lookup", "counts")[0]
        self.assertEqual((lot, 3, 7, 1), tuple(count[name] for name in ("lot", "units", "queries", "marked")))

    def test_a_long_backlog_comes_in_pages(self):
        self.enrol()
        for number in range(1100):
            self.lookup.add_event("mark", lot="L-%d" % number, key_version=1, unit=number, reason="many_queries",
                                  queries=10)
            self.lookup.add_count("L-%05d" % number, 1)
        for number in range(501):
            self.lookup.add_case(5000 + number)
        taken = self.fetch()
        self.assertEqual((501, 1100, 1100), (taken["new"], taken["events"], taken["lots"]))
        pages = [path for path in self.lookup.asked if path.startswith("/events")]
        self.assertEqual(["/events?after=0", "/events?after=500", "/events?after=1000"], pages)
        self.assertEqual(1100, len(self.station.list("lookup", "counts")))

    def test_it_goes_on_where_it_stopped(self):
        self.enrol()
        self.lookup.add_case(1)
        self.fetch()
        self.lookup.is_away = True
        self.lookup.add_case(2)
        self.assert_refused(self.station.try_("case", "fetch"), "busy", exit_code=4)
        self.lookup.is_away = False
        self.assertEqual(1, self.fetch()["new"])
        self.assertEqual(2, len(self.station.list("case", "list")))

    def test_a_photo_is_drawn_anew_for_those_who_may(self):
        self.enrol()
        case = self.lookup.add_case(1, photo=self.seal(make_png(3000, 40)))
        self.fetch()
        output = self.station.path("photo.jpg")
        photo = ("case", "photo", "--number", case["number"], "--output", output)
        for who in (INSPECTOR, AUDITOR, ADMINISTRATOR):
            self.assert_refused(self.station.try_(*photo, who=who), "denied")
        drawn = self.station.do(*photo, who=SERVICE)
        self.assertLessEqual(drawn["width"], 1600)
        with open(output, "rb") as file:
            self.assertEqual(b"\xff\xd8\xff", file.read(3))
        looks = self.show(case)["looks"]
        self.assertEqual(["photo"], [look["part"] for look in looks])

    def test_a_photo_that_is_none_stays_sealed(self):
        self.enrol()
        case = self.lookup.add_case(1, photo=self.seal(b"<svg onload=alert(1)>" * 99))
        other = self.lookup.add_case(2, photo=b"nobody can open this")
        self.fetch()
        for entry in (case, other):
            output = self.station.path("photo.jpg")
            done = self.station.try_("case", "photo", "--number", entry["number"], "--output", output, who=SERVICE)
            self.assertNotEqual(0, done.code)
            self.assertFalse(os.path.exists(output))

    def test_a_photo_that_is_cut_is_fetched_again(self):
        self.enrol()
        sealed = self.seal(make_png(40, 30))
        case = self.lookup.add_case(1, photo=sealed)
        self.lookup.photos[case["id"]] = sealed[:-1]
        self.lookup.add_event("mark", reason="reported_unsafe")
        self.assert_refused(self.station.try_("case", "fetch"), "invalid")
        self.assertEqual("wanted", self.show(case)["photo"])
        self.assertEqual(1, len(self.station.list("lookup", "marks")))
        self.lookup.photos[case["id"]] = sealed
        self.assertEqual(1, self.fetch()["photos"])

    def test_a_photo_that_was_deleted_is_not_waited_for(self):
        self.enrol()
        case = self.lookup.add_case(1, photo=b"x" * 99)
        del self.lookup.photos[case["id"]]
        self.fetch()
        self.assertEqual("gone", self.show(case)["photo"])

    def test_the_contact_is_for_those_who_may_and_every_look_is_noted(self):
        self.enrol()
        case = self.lookup.add_case(1, contact=self.seal(b"li@example.cn").hex())
        self.fetch()
        self.assertEqual("***", self.show(case, AUDITOR)["contact"])
        self.assert_refused(self.station.try_("case", "show", "--number", case["number"], who=INSPECTOR), "denied")
        self.assertEqual([], self.show(case, AUDITOR)["looks"])
        self.assertEqual("li@example.cn", self.show(case, SERVICE)["contact"])
        self.assertEqual("li@example.cn", self.show(case, QA_LEAD)["contact"])
        self.assertEqual(["contact", "contact"], [look["part"] for look in self.show(case, AUDITOR)["looks"]])

    def test_answers_are_carried_in_their_order_and_once(self):
        self.enrol()
        case = self.lookup.add_case(1)
        self.fetch()
        self.assertEqual(0, self.answer(case, "review").code)
        self.assertEqual(0, self.answer(case, "resolved", "We send you another tin.").code)
        self.lookup.is_away = True
        self.assert_refused(self.station.try_("case", "fetch"), "busy", exit_code=4)
        self.lookup.is_away = False
        self.assertEqual(2, self.fetch()["answers"])
        self.assertEqual(0, self.fetch()["answers"])
        self.assertEqual([(case["id"], {"status": "review"}),
                          (case["id"], {"status": "resolved", "answer": "We send you another tin."})],
                         self.lookup.answered)
        shown = self.show(case)
        self.assertEqual("resolved", shown["state"])
        self.assertEqual([("review", "carried"), ("resolved", "carried")],
                         [(entry["state"], entry["delivery"]) for entry in shown["answers"]])

    def test_no_case_ends_without_a_word(self):
        self.enrol()
        case = self.lookup.add_case(1)
        self.fetch()
        for status in ("resolved", "closed"):
            self.assert_refused(self.answer(case, status), "invalid", "answer")
            self.assert_refused(self.answer(case, status, "  "), "invalid", "answer")
        for status in ("confirmed", "archived"):
            self.assert_refused(self.answer(case, status, "x"), "invalid", "status")
        self.assertEqual(0, self.answer(case, "resolved", "Sorry.").code)
        self.assertEqual(0, self.answer(case, "review").code)
        self.assert_refused(self.answer(case, "received"), "conflict", "status")
        self.assertEqual(0, self.answer(case, "closed").code)
        self.assert_refused(self.answer(case, "review", "x"), "conflict", "status")
        self.assert_refused(self.answer(case, "review", who=INSPECTOR), "denied")
        self.assert_refused(self.station.try_("case", "answer", "--number", "C-1", "--status", "review", who=SERVICE),
                            "not_found", "number")

    def test_nobody_answers_over_somebody_elses_answer(self):
        self.enrol()
        case = self.lookup.add_case(1)
        self.fetch()
        seen = self.show(case)["id"]
        self.assertEqual(0, self.answer(case, "review", None, SERVICE, "--seen", seen).code)
        self.assert_refused(self.answer(case, "processing", None, QA_LEAD, "--seen", seen), "conflict", "seen")
        seen = self.show(case)["answers"][-1]["id"]
        self.assertEqual(0, self.answer(case, "processing", None, QA_LEAD, "--seen", seen).code)

    def test_an_answer_that_is_refused_keeps_no_other_back(self):
        self.enrol()
        first, second = self.lookup.add_case(1), self.lookup.add_case(2)
        self.fetch()
        self.lookup.refuses[first["id"]] = "not_found"
        self.answer(first, "review")
        self.answer(second, "review")
        self.assertEqual(2, self.fetch()["answers"])
        self.assertEqual([second["id"]], [case_id for case_id, _ in self.lookup.answered])
        answer = self.show(first)["answers"][0]
        self.assertEqual(("refused", "said the fake"), (answer["delivery"], answer["refusal"]))

    def test_a_mark_is_acknowledged_by_the_qa_lead(self):
        self.enrol()
        self.lookup.add_event("mark", lot="L-1", key_version=1, unit=7, reason="many_queries", queries=10)
        self.lookup.add_event("mark", lot="L-1", key_version=1, unit=7, reason="many_queries", queries=20)
        self.lookup.add_event("mark", lot="L-1", key_version=1, unit=7, reason="void_unit")
        self.lookup.add_event("mark", lot="L-1", reason="a later kind")
        self.lookup.add_event("a later type")
        self.assertEqual(5, self.fetch()["events"])
        marks = self.station.list("lookup", "marks")
        self.assertEqual([("many_queries", 20), ("void_unit", 0)], [(m["reason"], m["queries"]) for m in marks])
        acknowledge = ("lookup", "acknowledge", "--suspicion-id", marks[0]["id"], "--note")
        self.assert_refused(self.station.try_(*acknowledge, "Shop window", who=SERVICE), "denied")
        self.station.do(*acknowledge, "Shop window", who=QA_LEAD)
        self.assert_refused(self.station.try_(*acknowledge, "Again", who=QA_LEAD), "conflict")
        self.assertEqual(1, len(self.station.list("lookup", "marks")))
        self.assertEqual(["Shop window"], [m["note"] for m in self.station.list("lookup", "marks", "--all") if m["note"]])
        # What happens after that is news again.
        self.lookup.add_event("mark", lot="L-1", key_version=1, unit=7, reason="many_queries", queries=40)
        self.fetch()
        self.assertEqual(2, len(self.station.list("lookup", "marks")))

    def test_a_mark_has_the_serial_on_the_label(self):
        lot = self.station.release_tea()
        job = self.station.do("label", "print", "--lot", lot, "--purpose", "unit", "--units", "1", who=INSPECTOR)
        serial = self.station.read_label(job["file"], 1)["text"].rsplit("/", 1)[1]
        self.enrol()
        unit = self.station.do("code", "find", "--code", "%s %s" % (lot, serial))["unit"]
        self.lookup.add_event("mark", lot=lot, key_version=1, unit=unit, reason="many_queries", queries=10)
        self.lookup.add_event("mark", lot=lot, serial=serial, reason="reported_fake")
        self.fetch()
        marks = self.station.list("lookup", "marks")
        self.assertEqual([serial, serial], [mark["serial"] for mark in marks])
        self.assertEqual([unit, unit], [mark["unit"] for mark in marks])

    def test_units_are_counted_by_the_service(self):
        self.enrol()
        self.lookup.units["L-1"] = [{"lot": "L-1", "key_version": 1, "unit": unit, "queries": 2,
                                     "first_at": "2026-11-20T08:00:00Z", "last_at": "2026-11-20T09:00:00Z"}
                                    for unit in range(600)]
        counts = self.station.list("lookup", "counts", "--lot", "L-1")
        self.assertEqual(list(range(600)), [count["unit"] for count in counts])

    def enrol_by_key(self):
        self.station.do("lookup", "enrol", "--public-key", "11" * 32, "--trust", self.station.path("trust"),
                        who=ADMINISTRATOR)

    def test_files_go_where_no_network_does(self):
        self.enrol_by_key()
        sealed = self.seal(make_png(40, 30))
        case = self.lookup.add_case(1, photo=sealed)
        event = self.lookup.add_event("satisfaction", case=case["id"], score=5)
        self.lookup.add_count("L-1", 3)
        content = collected(dict({"record": "case"}, **case), photo_line(case["id"], sealed),
                            dict({"record": "event"}, **event), dict({"record": "count"}, **self.lookup.counts[0]))
        path = self.station.write(content)
        self.assertEqual({"new": 1, "photos": 1, "events": 1, "lots": 1, "answers": 0},
                         self.station.do("case", "receive", path))
        again = self.station.do("case", "receive", path)
        self.assertEqual((0, 0, 0), (again["new"], again["photos"], again["events"]))
        self.assertEqual((5, "kept"), tuple(self.show(case)[name] for name in ("satisfaction", "photo")))

    def test_a_file_that_was_cut_or_changed_is_refused_whole(self):
        self.enrol_by_key()
        case = self.lookup.add_case(1)
        content = collected(dict({"record": "case"}, **case))
        lines = content.splitlines(keepends=True)
        for broken in (lines[0], content[:-1], content.replace("soap", "rope"), lines[1], "", "\n", content + lines[0],
                       lines[0] + content, "<html>"):
            self.assert_refused(self.station.try_("case", "receive", self.station.write(broken)), "invalid", "file")
        self.assert_refused(self.station.try_("case", "receive", "/dev/zero"), "not_found", "file")
        self.assertEqual([], self.station.list("case", "list"))
        self.assertEqual(2, self.station.try_("case", "receive").code)

    def test_answers_go_in_files_and_what_was_stored_comes_back(self):
        self.enrol_by_key()
        case = self.lookup.add_case(1)
        self.station.do("case", "receive", self.station.write(collected(dict({"record": "case"}, **case))))
        self.answer(case, "review")
        self.answer(case, "resolved", "“Sorry”, 对不起")
        path = self.station.path("answers")
        self.assertEqual({"written": 2}, self.station.do("case", "write", path))
        with open(path, encoding="utf-8") as file:
            content = file.read()
        written = [json.loads(line) for line in content.splitlines()]
        self.assertEqual([{"record": "answer", "case": case["id"], "status": "review", "answer": None},
                          {"record": "answer", "case": case["id"], "status": "resolved", "answer": "“Sorry”, 对不起"}],
                         written[:-1])
        self.assertEqual(2, written[-1]["lines"])
        self.assertEqual({"written": 2}, self.station.do("case", "write", path))
        told = "".join(json.dumps(dict(line, record="stored")) + "\n" for line in written[:1])
        told += json.dumps({"error": {"code": "invalid", "field": "answer", "message": "too long"}, "case": case["id"],
                            "status": "resolved", "answer": "“Sorry”, 对不起"}) + "\n"
        self.assertEqual(2, self.station.do("case", "receive", self.station.write(told))["answers"])
        self.assertEqual(0, self.station.do("case", "receive", self.station.write(told))["answers"])
        self.assertEqual([("carried", None), ("refused", "too long")],
                         [(entry["delivery"], entry["refusal"]) for entry in self.show(case)["answers"]])
        self.assertEqual({"written": 0}, self.station.do("case", "write", path))

    def policies(self):
        path = self.station.path("publications")
        self.station.do("publish", "write", "--file", path)
        with open(path, encoding="utf-8") as file:
            lines = [json.loads(line) for line in file]
        return [json.loads(base64.urlsafe_b64decode(line["body"] + "=" * (-len(line["body"]) % 4))) for line in lines
                if line["type"] == "policy"]

    def set(self, name, value):
        self.station.do("policy", "set", "--name", name, *(["--value", value] if value else []), who=ADMINISTRATOR)

    def test_what_is_promised_to_customers_is_published_when_it_changes(self):
        self.set("desk-contact-zh", "400-000-0000")
        self.assertEqual([], self.policies())
        self.enrol_by_key()
        usual = {"rev": 1, "promised_hours": 48, "copied_after": 10, "keep_days": 1095,
                 "contact": {"en": None, "zh-CN": "400-000-0000"}}
        self.assertEqual([usual], self.policies())
        self.set("case-hours", "24")
        self.set("blind-count", "yes")
        self.set("copied-after", "5")
        self.assertEqual([usual, dict(usual, rev=2, promised_hours=24),
                          dict(usual, rev=3, promised_hours=24, copied_after=5)], self.policies())
        for name, value in (("case-hours", "0"), ("case-hours", "721"), ("copied-after", "1")):
            self.assert_refused(self.station.try_("policy", "set", "--name", name, "--value", value,
                                                  who=ADMINISTRATOR), "invalid", "value")

    def test_a_kill_while_fetching_loses_nothing_and_makes_nothing_twice(self):
        self.enrol()
        for number in range(1, 121):
            self.lookup.add_case(number)
            self.lookup.add_event("mark", lot="L-%d" % number, key_version=1, unit=number, reason="many_queries",
                                  queries=10)
        self.lookup.photos[make_id(1)] = sealed = self.seal(make_png(40, 30))
        self.lookup.cases[0]["photo"] = {"bytes": len(sealed), "sha256": hashlib.sha256(sealed).hexdigest()}
        # Each time the answer is out and nothing of it is committed yet, or only the first of it.
        for path in ("/cases?", "/cases?", "/cases/%s/photo" % make_id(1), "/events"):
            process = subprocess.Popen([vouch_program.PROGRAM, "case", "fetch", *self.station.arguments(None)],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            self.lookup.after_reply = lambda asked: process.kill() if asked.startswith(path) else None
            self.assertEqual(-9, process.wait(60), path)
        self.lookup.after_reply = lambda asked: None
        self.fetch()
        cases = [case["case_id"] for case in self.station.list("case", "list")]
        self.assertEqual([make_id(number) for number in range(1, 121)], sorted(cases))
        self.assertEqual(120, len(self.station.list("lookup", "marks")))
        self.assertEqual("kept", self.show(self.lookup.cases[0])["photo"])


if __name__ == "__main__":
    vouch_program.main()
