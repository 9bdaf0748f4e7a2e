"""The operator's side: a page behind a token, health and numbers, on this machine only."""

import base64
import os
import re
import shutil
import stat
import tempfile
import unittest

from lookup_service import LookupTest, main


def row_of(page, heading):
    """The cells of the table row that begins with a heading."""
    row = re.search("<th scope=\"row\">%s</th>\n(.*?)</tr>" % re.escape(heading), page, re.DOTALL)
    return re.findall("<td[^>]*>(.*?)</td>", row.group(1))


def read_metrics(text):
    numbers = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            name, value = line.rsplit(" ", 1)
            numbers[name] = int(value)
    return numbers


class OperatorTest(LookupTest):
    def token(self):
        with open(os.path.join(self.service.data, "operator-token"), encoding="ascii") as file:
            return file.read().strip()

    def page(self, language="en", token=None):
        return self.service.operator("/", {"Authorization": "Bearer " + (token or self.token()),
                                           "Accept-Language": language})

    def metrics(self):
        answer = self.service.operator("/metrics")
        self.assertEqual(200, answer.status)
        self.assertTrue(answer.headers["Content-Type"].startswith("text/plain; version=0.0.4"))
        return read_metrics(answer.text)

    def test_the_page_wants_the_token(self):
        answer = self.service.operator("/")
        self.assertEqual(401, answer.status)
        self.assertTrue(answer.headers["WWW-Authenticate"].startswith("Basic "))
        for wrong in ("0" * 64, self.token()[:-1], self.token() + "0", self.token().upper() + " ", ""):
            self.assertEqual(401, self.page(token=wrong or " ").status, wrong)
        self.assertEqual(200, self.page().status)

    def test_a_browser_sends_it_as_a_password(self):
        for user in ("", "operator"):
            sent = base64.b64encode((user + ":" + self.token()).encode()).decode()
            self.assertEqual(200, self.service.operator("/", {"Authorization": "Basic " + sent}).status)
        for wrong in (self.token(), base64.b64encode(self.token().encode()).decode(), "%%%", ""):
            self.assertEqual(401, self.service.operator("/", {"Authorization": "Basic " + wrong}).status)

    def test_the_token_is_the_owners_alone_and_stays(self):
        path = os.path.join(self.service.data, "operator-token")
        self.assertEqual(0o600, stat.S_IMODE(os.stat(path).st_mode))
        before = self.token()
        self.service.stop()
        self.service.start()
        self.assertEqual(before, self.token())

    def test_the_page_says_how_the_service_stands(self):
        lot = self.new_lot()
        before = [int(row_of(self.page().text, name)[0]) for name in ("Counted", "Unknown codes", "Reported")]
        for _ in range(3):
            self.service.get(self.unit_path(lot, 7))
        self.service.get("/t/%s/0000000000000000" % lot)
        self.service.post_form("/report", {"key": "a1" * 16, "kind": "fake", "text": "The seal is broken", "lang": "en"})
        page = self.page().text
        after = [int(row_of(page, name)[0]) for name in ("Counted", "Unknown codes", "Reported")]
        self.assertEqual([3, 1, 1], [now - then for now, then in zip(after, before)])
        self.assertRegex(page, "<td>%s</td>\n<td class=\"number\">7</td>\n<td class=\"number\">1</td>\n"
                         "<td class=\"number\">3</td>" % lot)
        self.assertEqual(["120", "240"], row_of(page, "Pages that exist")[:2])
        self.assertNotIn(self.maker.serial(lot, 7), page)

    def test_the_page_is_in_the_operators_language(self):
        self.assertIn("<html lang=\"zh-CN\">", self.page("zh-CN").text)
        self.assertIn("发布记录", self.page("zh-CN").text)
        self.assertIn("<html lang=\"en\">", self.page("en").text)

    def test_the_page_runs_nothing_and_is_not_kept(self):
        answer = self.page()
        self.assertEqual("no-store", answer.headers["Cache-Control"])
        self.assertTrue(answer.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'sha256-"))
        self.assertNotIn("<script", answer.text)

    def test_the_numbers_go_up_with_what_is_done(self):
        lot = self.new_lot()
        before = self.metrics()
        self.service.get(self.unit_path(lot))
        self.service.get(self.unit_path(lot), agent="Googlebot/2.1")
        self.service.get("/nothing")
        for _ in range(40):
            self.service.get("/nothing", address="127.0.99.99")
        after = self.metrics()
        grown = {name: after[name] - before[name] for name in after if after[name] != before[name]}
        self.assertEqual(1, grown['vouch_lookup_deeds_total{deed="counted"}'])
        self.assertEqual(1, grown['vouch_lookup_deeds_total{deed="uncounted"}'])
        self.assertEqual(2, grown['vouch_lookup_answers_total{status="2xx"}'])
        self.assertEqual(41, grown['vouch_lookup_answers_total{status="4xx"}'])
        self.assertIn(grown['vouch_lookup_limited_total{limit="malformed"}'], (9, 10))

    def test_every_number_is_explained(self):
        text = self.service.operator("/metrics").text
        for name in {re.match("[a-z_]+", name).group(0) for name in read_metrics(text)}:
            self.assertIn("# HELP %s " % name, text)
            self.assertIn("# TYPE %s " % name, text)

    def test_health_needs_no_token(self):
        answer = self.service.operator("/health")
        self.assertEqual((200, "application/json"), (answer.status, answer.headers["Content-Type"]))
        self.assertEqual("ok", self.service.health()["state"])

    def test_nothing_else_is_there(self):
        self.assertEqual(404, self.service.operator("/publications").status)
        self.assertEqual(405, self.service.operator("/health", method="POST", body=b"x").status)
        for target in ("/health", "/metrics"):
            self.assertEqual(404, self.service.private("GET", target).status)
            self.assertEqual(400, self.service.get(target).status)

    def test_another_name_is_not_answered(self):
        self.assertEqual(421, self.service.operator("/health", {"Host": "evil.example"}).status)

    def test_it_is_never_offered_to_a_network(self):
        # Another folder of the same service, or the database would be refused first.
        folder = tempfile.mkdtemp(prefix="vouch-lookup-test-")
        self.addCleanup(shutil.rmtree, folder)
        shutil.copy(os.path.join(self.service.data, "lookup-keys"), folder)
        for address in ("0.0.0.0:0", "[::]:0"):
            done = self.service.run("--data", folder, "--listen", "127.0.0.1:0", "--private", "127.0.0.1:0",
                                    "--operator", address)
            self.assertEqual(1, done.returncode, done)
            self.assertIn(address, done.stderr)


if __name__ == "__main__":
    main()
