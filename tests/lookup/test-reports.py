"""Problem reports become cases; the station fetches and answers them; the customer sees the status."""

import json
import re
import time
import unittest

import lookup_service
from lookup_service import LookupTest, new_address


class Reports(LookupTest):
    def form(self, page, **fields):
        """The fields as a browser would send them from a page."""
        sent = {}
        for tag in re.findall(r'<input\b[^>]*type="hidden"[^>]*>', page):
            sent[re.search(r'name="([^"]+)"', tag).group(1)] = re.search(r'value="([^"]*)"', tag).group(1)
        sent["website"] = ""
        sent.update(kind="quality", text="It tastes of soap.\r\nThe seal was whole.")
        sent.update(fields)
        return sent

    def report_form(self, **fields):
        return self.form(self.service.get("/report", "en").text, **fields)

    def case_of(self, answer):
        self.assertEqual(201, answer.status, answer.text)
        number = re.search(r"C-[0-9A-Z]{13}", answer.text).group(0)
        return number, re.search(r'href="(/case/[^"]+)"', answer.text).group(1).replace("&amp;", "&")

    def cases(self, after=""):
        answer = self.service.private("GET", "/cases?after=" + after)
        self.assertEqual("application/x-ndjson", answer.headers["Content-Type"])
        return [json.loads(line) for line in answer.text.splitlines()]

    def find(self, number):
        return next(case for case in self.cases() if case["number"] == number)

    def test_from_the_unit_page_to_the_desk_and_back(self):
        lot = self.new_lot()
        path = self.unit_path(lot)
        page = self.service.get(path, "en").text
        answer = self.service.post_form("/report", self.form(page, contact="li@example.cn", consent="yes"))
        number, link = self.case_of(answer)
        self.assertRegex(answer.text, r"We answer by \d+ \w+ \d+, \d\d:\d\d \(within 48 hours\)")
        self.assertEqual("private, no-store", answer.headers["Cache-Control"])
        case = self.find(number)
        self.assertEqual(lot, case["lot"])
        self.assertEqual(self.maker.serial(lot), case["serial"])
        self.assertEqual("active", case["code_state"])
        self.assertEqual("It tastes of soap.\nThe seal was whole.", case["text"])
        self.assertEqual("en", case["language"])
        self.assertEqual("li@example.cn", self.maker.make("open", sealed=case["contact"]))
        self.assertIsNotNone(case["consent_at"])
        self.assertIn("Received", self.service.get(link).text)
        told = self.service.private("POST", "/cases/" + case["id"],
                                    json.dumps({"status": "resolved", "answer": "Money <b>back</b>.\n谢谢"}))
        self.assertEqual({"id": case["id"], "state": "stored"}, json.loads(told.text))
        text = self.service.get(link).text
        self.assertIn("Resolved", text)
        self.assertIn("Money &lt;b&gt;back&lt;/b&gt;.\n谢谢", text)

    def answer(self, number, **answer):
        told = self.service.private("POST", "/cases/" + number[2:], json.dumps(answer))
        self.assertEqual(200, told.status, told.text)

    def events(self, number):
        lines = self.service.private("GET", "/events").text.splitlines()
        return [event for event in map(json.loads, lines) if event["case"] == number[2:]]

    def test_at_the_end_the_customer_is_asked_once_how_satisfied_he_is(self):
        number, link = self.case_of(self.service.post_form("/report", self.report_form()))
        fields = {"score": "4", "text": "Quick,\r\nand <kind>.", "website": "", "lang": "en"}
        path = link.partition("?")[0]
        self.assertNotIn("How satisfied", self.service.get(link, "en").text)
        early = self.service.post_form(path, fields)
        self.assertNotIn("Thank you", early.text)
        self.assertEqual([], self.events(number))
        self.answer(number, status="resolved", answer="Done.")
        page = self.service.get(link, "en").text
        self.assertIn("How satisfied", page)
        self.assertEqual(5, page.count('type="radio"'))
        for wrong in ({"score": ""}, {"score": "6"}, {"score": "0"}, {"text": "x" * 501}, {"text": "\u202e"}):
            refused = self.service.post_form(path, dict(fields, **wrong))
            self.assertEqual(400, refused.status, wrong)
            self.assertIn('role="alert"', refused.text)
        self.assertEqual([], self.events(number))
        thanks = self.service.post_form(path, fields)
        self.assertEqual(200, thanks.status)
        self.assertIn("Thank you. Your answer has reached us.", thanks.text)
        self.assertNotIn("How satisfied", thanks.text)
        self.assertIn("Thank you", self.service.post_form(path, dict(fields, score="1")).text)
        self.assertIn("谢谢", self.service.get(path, "zh-CN").text)
        event, = self.events(number)
        self.assertEqual(("satisfaction", 4, "Quick,\nand <kind>.", None, None),
                         tuple(event[name] for name in ("type", "score", "text", "lot", "reason")))

    def test_satisfaction_needs_the_secret_and_our_own_form(self):
        number, link = self.case_of(self.service.post_form("/report", self.report_form()))
        self.answer(number, status="resolved", answer="Done.")
        fields = {"score": "1", "website": "", "lang": "en"}
        path = link.partition("?")[0]
        self.assertEqual(404, self.service.post_form(path[:-16] + "0" * 16, fields).status)
        self.assertEqual(403, self.service.post_form(path, fields, Sec_Fetch_Site="cross-site").status)
        self.assertEqual(403, self.service.post_form(path, dict(fields, website="x")).status)
        self.assertEqual(415, self.service.ask("POST", path, b"{}", {"Content-Type": "application/json"}).status)
        self.assertEqual([], self.events(number))

    def test_a_closed_case_keeps_no_contact_and_goes_when_its_time_has_come(self):
        made = [self.case_of(self.service.post_form("/report", self.report_form(contact="13800138000", consent="yes")))
                for _ in range(3)]
        for number, _ in made[:2]:
            self.answer(number, status="closed", answer="Done.")
        for number, _ in made[:2]:
            self.assertEqual((None, None), tuple(self.find(number)[name] for name in ("contact", "consent_at")))
        self.assertIsNotNone(self.find(made[2][0])["contact"])
        self.assertEqual(0, self.service.stop())
        day = 86400 * 1000000
        oldest = min(number for number, _ in made[:2])
        ids = "(SELECT min(id) FROM problem WHERE status = 'closed' AND closed_at > 0)"
        self.service.change("UPDATE problem SET closed_at = closed_at - 1096 * %d WHERE id = %s" % (day, ids))
        self.service.start()
        end = time.monotonic() + 10
        while any(case["number"] == oldest for case in self.cases()):
            self.assertLess(time.monotonic(), end)
            time.sleep(0.05)
        left = {case["number"] for case in self.cases()}
        self.assertEqual([False, True, True], [number in left for number, _ in sorted(made)])
        self.assertEqual([404, 200, 200], [self.service.get(link).status for _, link in sorted(made)])

    def test_contact_is_nowhere_in_clear(self):
        self.case_of(self.service.post_form("/report", self.report_form(contact="13800138000", consent="yes")))
        self.assertEqual(0, self.service.stop())
        content = self.service.dump()
        self.assertIn(b"problem", content)
        self.assertNotIn(b"13800138000", content)
        self.service.start()

    def test_contact_needs_consent(self):
        answer = self.service.post_form("/report", self.report_form(contact="13800138000", text="<i>kept</i>"))
        self.assertEqual(400, answer.status)
        self.assertIn("Tick the box", answer.text)
        self.assertIn("&lt;i&gt;kept&lt;/i&gt;</textarea>", answer.text)
        self.assertIn('value="13800138000"', answer.text)

    def test_without_a_code_or_with_an_unknown_one(self):
        number, _ = self.case_of(self.service.post_form("/report", self.report_form(lot="", serial="")))
        self.assertEqual(("none", None, None), tuple(self.find(number)[k] for k in ("code_state", "lot", "serial")))
        number, _ = self.case_of(self.service.post_form("/report", self.report_form(
            lot="x-1", serial="0000 0000 0000 0000", kind="fake")))
        self.assertEqual(("unknown", "X-1", "0" * 16), tuple(self.find(number)[k] for k in
                                                             ("code_state", "lot", "serial")))

    def test_sent_twice_is_one_case(self):
        form = self.report_form()
        first = self.case_of(self.service.post_form("/report", form))
        self.assertEqual(first, self.case_of(self.service.post_form("/report", form)))
        self.assertEqual(400, self.service.post_form("/report", dict(form, text="other words")).status)
        self.assertEqual(1, sum(case["number"] == first[0] for case in self.cases()))

    def test_fields_are_checked(self):
        for wrong in ({"text": ""}, {"text": "  \r\n "}, {"text": "x" * 2001}, {"kind": "nothing"}, {"key": "00"},
                      {"lot": "#"}, {"serial": "1"}, {"contact": "a\nb", "consent": "yes"}, {"text": "\u202e"},
                      {"contact": "x" * 300, "consent": "yes"}):
            answer = self.service.post_form("/report", self.report_form(**wrong))
            self.assertEqual(400, answer.status, wrong)
            self.assertIn('role="alert"', answer.text)
        chinese = self.service.post_form("/report", self.report_form(text="", lang="zh-CN"))
        self.assertIn("请说明情况", chinese.text)
        self.assertEqual(201, self.service.post_form("/report", self.report_form(text="字" * 2000)).status)

    def test_machines_and_other_sites_are_refused(self):
        before = len(self.cases())
        self.assertEqual(403, self.service.post_form("/report", self.report_form(website="http://spam")).status)
        self.assertEqual(403, self.service.post_form("/report", self.report_form(),
                                                     Sec_Fetch_Site="cross-site").status)
        json_type = {"Content-Type": "application/json"}
        self.assertEqual(415, self.service.ask("POST", "/report", b"{}", json_type).status)
        self.assertEqual(413, self.service.post_form("/report", self.report_form(text="x" * 40000)).status)
        self.assertEqual(before, len(self.cases()))

    def test_reports_are_rationed(self):
        address = new_address()
        form = self.report_form()
        statuses = [self.service.post_form("/report", form, address=address).status for _ in range(30)]
        self.assertEqual([201] * 20, statuses[:20])
        self.assertIn(429, statuses)

    def test_status_needs_number_and_secret(self):
        number, link = self.case_of(self.service.post_form("/report", self.report_form()))
        secret = re.search(r"/case/[^/]+/([0-9A-Z]{16})", link).group(1)
        found = self.service.get("/case?number=%s&secret=%s&lang=en" % (number.lower(), "+".join(
            secret[i:i + 4] for i in range(0, 16, 4))))
        self.assertEqual(303, found.status)
        self.assertEqual(200, self.service.get(found.headers["Location"]).status)
        wrong = [self.service.get("/case/%s/%s" % (number, "0" * 16), "en"),
                 self.service.get("/case/C-0000000000000/" + secret, "en"),
                 self.service.get("/case/C-7ZZZZZZZZZZZZ/" + secret, "en")]
        self.assertEqual({404}, {answer.status for answer in wrong})
        self.assertEqual(1, len({answer.body for answer in wrong}))

    def test_fetching_goes_on_after_the_last(self):
        first, _ = self.case_of(self.service.post_form("/report", self.report_form()))
        second, _ = self.case_of(self.service.post_form("/report", self.report_form()))
        self.assertEqual([second], [case["number"] for case in self.cases(first[2:])])
        self.assertEqual([], self.cases(second[2:]))
        self.assertEqual(400, self.service.private("GET", "/cases?after=nonsense").status)

    def test_answers_are_checked(self):
        case = self.find(self.case_of(self.service.post_form("/report", self.report_form()))[0])
        for target, body, status in ((case["id"], '{"status":"lost"}', 400), (case["id"], "[]", 400),
                                     ("0000000000001", '{"status":"closed"}', 404), ("x", '{"status":"closed"}', 400),
                                     (case["id"], '{"status":"closed"}', 200)):
            self.assertEqual(status, self.service.private("POST", "/cases/" + target, body).status, body)


class WithoutDesk(LookupTest):
    desk = False

    def test_no_contact_is_asked_where_nobody_could_read_it(self):
        page = self.service.get("/report", "en").text
        self.assertNotIn('name="contact"', page)
        self.assertNotIn('name="consent"', page)
        key = re.search(r'name="key" value="([0-9a-f]+)"', page).group(1)
        sent = {"key": key, "kind": "other", "text": "x", "lang": "en"}
        self.assertEqual(400, self.service.post_form("/report", dict(sent, contact="me", consent="yes")).status)
        self.assertEqual(201, self.service.post_form("/report", sent).status)


if __name__ == "__main__":
    lookup_service.main()
