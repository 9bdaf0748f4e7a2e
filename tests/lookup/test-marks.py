"""What stations are told: marks of codes that may be copied, counts, and the policy that customers are promised."""

import hashlib
import json
import os
import re
import shutil
import tempfile
import threading
import unittest

import lookup_service
from lookup_service import LookupTest


def bundle(*objects):
    """Lines as a station writes them into a file."""
    body = "".join(json.dumps(entry, separators=(",", ":"), ensure_ascii=False) + "\n" for entry in objects)
    end = {"record": "end", "lines": len(objects), "sha256": hashlib.sha256(body.encode()).hexdigest()}
    return body + json.dumps(end, separators=(",", ":")) + "\n"


class Marks(LookupTest):
    def setUp(self):
        self.seen = self.last_event()
        self.folder = tempfile.mkdtemp(prefix="vouch-lookup-test-")
        self.addCleanup(shutil.rmtree, self.folder)

    def fetch(self, target):
        answer = self.service.private("GET", target)
        self.assertEqual((200, "application/x-ndjson"), (answer.status, answer.headers["Content-Type"]), answer.text)
        return [json.loads(line) for line in answer.text.splitlines()]

    def last_event(self):
        seq = "0"
        while lines := self.fetch("/events?after=" + seq):
            seq = lines[-1]["seq"]
        return seq

    def events(self):
        return self.fetch("/events?after=" + self.seen)

    def ask(self, path, times):
        for _ in range(times):
            self.assertEqual(200, self.service.get(path, "en").status)

    def report(self, **fields):
        page = self.service.get("/report", "en").text
        sent = {}
        for tag in re.findall(r'<input\b[^>]*type="hidden"[^>]*>', page):
            sent[re.search(r'name="([^"]+)"', tag).group(1)] = re.search(r'value="([^"]*)"', tag).group(1)
        sent.update(website="", kind="quality", text="It tastes of soap.")
        sent.update(fields)
        return sent, self.service.post_form("/report", sent)

    def publish_policy(self, **more):
        Marks.rev = getattr(Marks, "rev", 0) + 1
        policy = {"rev": Marks.rev, "promised_hours": 48, "copied_after": 10, "keep_days": 1095,
                  "contact": {"en": None, "zh-CN": None}}
        policy.update(more)
        return self.service.publish(self.maker.make("other", type="policy", text=json.dumps(policy)))[0]

    def test_a_code_asked_for_often_is_marked_and_again_at_each_doubling(self):
        lot = self.new_lot()
        path = self.unit_path(lot, 7)
        self.ask(path, 9)
        self.assertEqual([], self.events())
        self.ask(path, 1)
        event, = self.events()
        self.assertEqual({"type": "mark", "lot": lot, "key_version": 1, "unit": 7, "serial": None,
                          "reason": "many_queries", "queries": 10, "case": None, "score": None, "text": None},
                         {name: value for name, value in event.items() if name not in ("seq", "at")})
        self.assertRegex(event["at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
        self.ask(path, 30)
        self.assertEqual([10, 20, 40], [event["queries"] for event in self.events()])
        self.assertEqual([], self.fetch("/events?after=" + self.events()[-1]["seq"]))

    def test_marks_are_exact_when_all_ask_at_once(self):
        path = self.unit_path(self.new_lot())
        threads = [threading.Thread(target=self.ask, args=(path, 5)) for _ in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual([10, 20, 40, 80], [event["queries"] for event in self.events()])

    def test_what_should_not_be_in_the_shops_is_told_once_a_unit(self):
        held = self.new_lot()
        void = self.new_lot(voids=[[3, 1]])
        self.service.publish(self.maker.public(held, rev=2, status="on_hold"))
        for _ in range(3):
            self.ask(self.unit_path(held, 1), 1)
            self.ask(self.unit_path(held, 2), 1)
            self.ask(self.unit_path(void, 3), 1)
            self.ask(self.unit_path(void, 4), 1)
        told = [(event["lot"], event["unit"], event["reason"], event["queries"]) for event in self.events()]
        self.assertEqual([(held, 1, "on_hold", 1), (held, 2, "on_hold", 1), (void, 3, "void_unit", 1)], told)
        self.service.publish(self.maker.public(held, rev=3, status="recalled"))
        self.ask(self.unit_path(held, 1), 2)
        self.assertEqual([(held, 1, "recalled", 4)],
                         [(event["lot"], event["unit"], event["reason"], event["queries"])
                          for event in self.events()[3:]])

    def test_who_does_not_count_marks_nothing(self):
        lot = self.new_lot(voids=[[1, 1]])
        for _ in range(12):
            self.service.get(self.unit_path(lot, 1), agent="Mozilla/5.0 (compatible; Googlebot/2.1)")
            self.service.ask("HEAD", self.unit_path(lot, 1))
            self.service.get("/t/%s/0000000000000000" % lot)
        self.assertEqual([], self.events())

    def test_reports_that_cannot_wait_are_told_once(self):
        lot = self.new_lot()
        serial = self.maker.serial(lot)
        form, answer = self.report(kind="fake", lot=lot, serial=serial)
        number = re.search(r"C-([0-9A-Z]{13})", answer.text).group(1)
        self.assertEqual(201, self.service.post_form("/report", form).status)
        self.report(kind="damaged")
        self.report(kind="safety")
        first, second = self.events()
        self.assertEqual(("reported_fake", lot, serial, None, number),
                         tuple(first[name] for name in ("reason", "lot", "serial", "unit", "case")))
        self.assertEqual(("reported_unsafe", None, None), tuple(second[name] for name in ("reason", "lot", "serial")))

    def test_counts_by_lot_and_by_unit(self):
        lot = self.new_lot()
        self.ask(self.unit_path(lot, 1), 11)
        self.ask(self.unit_path(lot, 2), 2)
        count = next(line for line in self.fetch("/counts") if line["lot"] == lot)
        self.assertEqual((2, 13, 1), (count["units"], count["queries"], count["marked"]))
        self.assertLess(count["first_at"], count["last_at"])
        self.assertEqual([], self.fetch("/counts?after=" + max(line["lot"] for line in self.fetch("/counts"))))
        units = self.fetch("/counts?lot=" + lot)
        self.assertEqual([(1, 1, 11), (1, 2, 2)],
                         [(unit["key_version"], unit["unit"], unit["queries"]) for unit in units])
        self.assertEqual([2], [unit["unit"] for unit in self.fetch("/counts?lot=%s&after=1" % lot)])
        self.assertEqual([], self.fetch("/counts?lot=NEVER"))

    def test_cursors_are_checked(self):
        for target in ("/events?after=x", "/events?after=-1", "/counts?lot=L&after=x", "/cases?after=x",
                       "/events?after=1&after=2"):
            answer = self.service.private("GET", target)
            self.assertEqual((400, "invalid"), (answer.status, json.loads(answer.text)["error"]["code"]), target)

    def test_a_policy_changes_promise_threshold_and_contact(self):
        lot = self.new_lot()
        try:
            self.assertEqual("stored", self.publish_policy(
                promised_hours=6, copied_after=2, contact={"en": "<b>+86 571</b>", "zh-CN": "客服 0571"})["state"])
            page = self.service.get("/report", "en").text
            self.assertIn("within 6 hours", page)
            self.assertIn("Our service desk: &lt;b&gt;+86 571&lt;/b&gt;", page)
            self.assertIn("within 6 hours", self.service.get(self.unit_path(lot), "en").text)
            self.assertIn("客服 0571", self.service.get(self.unit_path(lot), "zh-CN").text)
            _, answer = self.report(lot=lot)
            self.assertIn("(within 6 hours)", answer.text)
            link = re.search(r'href="(/case/[^"]+)"', answer.text).group(1).replace("&amp;", "&")
            self.assertIn("+86 571", self.service.get(link, "en").text)
            self.ask(self.unit_path(lot, 5), 2)
            self.assertEqual([("many_queries", 2)], [(event["reason"], event["queries"]) for event in self.events() if event["unit"] == 5])
        finally:
            self.assertEqual("stored", self.publish_policy()["state"])
        self.assertIn("within 48 hours", self.service.get("/report", "en").text)
        self.assertNotIn("service desk: ", self.service.get("/report", "en").text)

    def test_a_policy_that_makes_no_sense_is_refused(self):
        # A refused line leaves a gap in the chain, so each is sent beside it.
        for wrong in ({"promised_hours": 0}, {"promised_hours": 721}, {"promised_hours": "6"}, {"copied_after": 1},
                      {"keep_days": 0}, {"contact": {"en": "a\nb"}}, {"contact": {"en": 1}}):
            policy = {"rev": 99, "promised_hours": 48, "copied_after": 10, "keep_days": 1095}
            policy.update(wrong)
            line = self.maker.make("other", type="policy", text=json.dumps(policy), aside=True)
            answer, = self.service.publish(line)
            self.assertEqual("invalid", answer.get("error", {}).get("code"), (wrong, answer))

    def test_what_is_collected_proves_itself(self):
        lot = self.new_lot()
        self.ask(self.unit_path(lot), 10)
        self.report()
        path = os.path.join(self.folder, "collected.jsonl")
        done = self.service.run("collect", path)
        self.assertEqual(0, done.returncode, done.stderr)
        with open(path, encoding="utf-8") as file:
            lines = file.readlines()
        self.assertEqual(0o600, os.stat(path).st_mode & 0o777)
        self.assertEqual({"record": "end", "lines": len(lines) - 1,
                          "sha256": hashlib.sha256("".join(lines[:-1]).encode()).hexdigest()}, json.loads(lines[-1]))
        kinds = [json.loads(line)["record"] for line in lines]
        self.assertEqual(sorted(kinds[:-1], key=("case", "event", "count").index), kinds[:-1])
        self.assertEqual(self.fetch("/events"), [
            {name: value for name, value in json.loads(line).items() if name != "record"}
            for line, kind in zip(lines, kinds) if kind == "event"])
        again = self.service.run("collect", path)
        self.assertEqual(1, again.returncode)
        self.assertIn(path, again.stderr)
        with open(path, encoding="utf-8") as file:
            self.assertEqual(lines, file.readlines())
        rest = os.path.join(self.folder, "rest.jsonl")
        case = next(json.loads(line) for line, kind in reversed(list(zip(lines, kinds))) if kind == "case")
        self.assertEqual(0, self.service.run("--after-case", case["id"], "--after-event", self.last_event(), "collect",
                                             rest).returncode)
        with open(rest, encoding="utf-8") as file:
            self.assertEqual({"count", "end"}, {json.loads(line)["record"] for line in file})
        self.assertEqual(2, self.service.run("--after-event", "x", "collect", rest + "2").returncode)

    def test_answers_come_as_a_file(self):
        _, answer = self.report()
        number = re.search(r"C-([0-9A-Z]{13})", answer.text).group(1)
        link = re.search(r'href="(/case/[^"]+)"', answer.text).group(1).replace("&amp;", "&")
        path = os.path.join(self.folder, "answers.jsonl")
        told = {"record": "answer", "case": number, "status": "resolved", "answer": "退款 is on its way."}
        stranger = dict(told, case="0000000000001")
        with open(path, "w", encoding="utf-8") as file:
            file.write(bundle(told, stranger))
        for _ in range(2):
            done = self.service.run("import", path)
            self.assertEqual(1, done.returncode, done.stderr)
            stored, refused = (json.loads(line) for line in done.stdout.splitlines())
            self.assertEqual(dict(told, record="stored"), stored)
            self.assertEqual(("not_found", stranger["case"]), (refused["error"]["code"], refused["case"]))
        self.assertIn("退款 is on its way.", self.service.get(link, "en").text)

    def test_answers_that_were_cut_or_changed_change_nothing(self):
        _, answer = self.report()
        number = re.search(r"C-([0-9A-Z]{13})", answer.text).group(1)
        link = re.search(r'href="(/case/[^"]+)"', answer.text).group(1).replace("&amp;", "&")
        whole = bundle({"record": "answer", "case": number, "status": "resolved", "answer": "Yes."},
                       {"record": "answer", "case": number, "status": "closed", "answer": "No."})
        lines = whole.splitlines(True)
        for broken in ("", lines[0], lines[0] + lines[2], whole[:-1], whole.replace("Yes", "Yet"), whole + "\n",
                       lines[1] + lines[0] + lines[2]):
            sent = self.service.private("POST", "/answers", broken)
            self.assertEqual((400, "invalid"), (sent.status, json.loads(sent.text)["error"]["code"]), broken)
        self.assertIn("Received", self.service.get(link, "en").text)


if __name__ == "__main__":
    lookup_service.main()
