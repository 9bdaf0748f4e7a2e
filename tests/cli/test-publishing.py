"""The station's side of publishing, with a real lookup service on the loopback."""

import os
import re
import subprocess
import urllib.parse
import urllib.request

import vouch_program
from vouch_program import ADMINISTRATOR, INSPECTOR, QA_LEAD, SERVICE, StationTest

LOOKUP = os.environ["VOUCH_LOOKUP"]


class Publishing(StationTest):
    def setUp(self):
        super().setUp()
        self.lookup_data = self.station.path("lookup")
        self.process = subprocess.Popen([LOOKUP, "--listen", "127.0.0.1:0", "--private", "127.0.0.1:0", "--data",
                                         self.lookup_data], stdout=subprocess.PIPE, text=True)
        self.public, self.private = (self.process.stdout.readline().split()[1] for _ in range(2))
        self.addCleanup(self.stop)

    def stop(self):
        self.process.terminate()
        self.process.wait(20)
        self.process.stdout.close()

    def enrol(self):
        trust = self.station.path("trust")
        self.assertEqual({"trust": trust}, self.station.do("lookup", "enrol", "--private", self.private, "--trust",
                                                           trust, who=ADMINISTRATOR))
        subprocess.run([LOOKUP, "--data", self.lookup_data, "trust", trust], check=True, capture_output=True,
                       timeout=30)

    def make_label(self):
        """The address on the only label of a released lot."""
        lot = self.station.release_tea()
        job = self.station.do("label", "print", "--lot", lot, "--purpose", "unit", "--units", "1", who=INSPECTOR)
        address = self.station.read_label(job["file"], 1)["text"]
        scanned = self.station.do("code", "batch", "activate", "--lot", lot, "--code", address, who=INSPECTOR)
        self.assertEqual((True, True, "active"), tuple(scanned[key] for key in ("is_first", "is_last", "state")))
        return address

    def ask(self, path, form=None):
        body = urllib.parse.urlencode(form).encode() if form else None
        request = urllib.request.Request(self.public + path, data=body,
                                         headers={"Accept-Language": "en", "User-Agent": "Mozilla/5.0 (test)"})
        with urllib.request.urlopen(request, timeout=10) as page:
            return page.read().decode()

    def complain(self, path):
        form = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', self.ask(path)))
        form.update(website="", kind="quality", text="Tastes of soap.", contact="li@example.cn", consent="yes")
        return re.search(r"C-[0-9A-Z]{13}", self.ask("/report", form)).group(0)

    def test_from_the_label_to_the_case(self):
        address = self.make_label()
        self.enrol()
        self.assertEqual(2, self.station.do("publish", "status")["waiting"])
        self.assertEqual({"sent": 2}, self.station.do("publish", "push"))
        self.assertEqual({"sent": 0}, self.station.do("publish", "push"))
        path = urllib.parse.urlsplit(address).path
        self.assertIn("<h1>Genuine</h1>", self.ask(path))
        number = self.complain(path)
        self.assertEqual({"new": 1}, self.station.do("case", "fetch"))
        self.assertEqual({"new": 0}, self.station.do("case", "fetch"))
        case = self.station.list("case", "list")[0]
        self.assertEqual((number, 1, "received"), tuple(case[key] for key in ("number", "unit", "state")))
        for who in (SERVICE, QA_LEAD):
            self.assertEqual("li@example.cn", self.station.do("case", "show", "--number", number, who=who)["contact"])
        self.assert_refused(self.station.try_("case", "show", "--number", number, who=ADMINISTRATOR), "denied")
        self.assertEqual(number, self.station.do("lot", "show", "--lot", self.station.do(
            "code", "find", "--code", address)["lot"])["tickets"][0]["number"])

    def test_a_leaked_key_withdraws_its_labels(self):
        path = urllib.parse.urlsplit(self.make_label()).path
        self.enrol()
        self.station.do("publish", "push")
        self.assertIn("<h1>Genuine</h1>", self.ask(path))
        self.assert_refused(self.station.try_("key", "revoke", "--key-version", "1", "--reason", "Lost", who=QA_LEAD),
                            "denied")
        changed = self.station.do("key", "revoke", "--key-version", "1", "--reason", "Lost",
                                  who=ADMINISTRATOR)
        self.assertEqual({"version": 2, "revoked": 1, "dead": 0, "withdrawn": 1}, changed)
        self.assertEqual({"sent": 1}, self.station.do("publish", "push"))
        self.assertIn("<h1>Label withdrawn</h1>", self.ask(path))
        self.assertEqual([(2, "in_use", "leak"), (1, "revoked", "first")], [
            (key["version"], key["state"], key["cause"]) for key in self.station.list("key", "list")])
        self.assertEqual(3, self.station.do("key", "rotate", who=ADMINISTRATOR)["version"])

    def test_what_cannot_be_sent_waits(self):
        self.make_label()
        self.enrol()
        self.stop()
        self.assert_refused(self.station.try_("publish", "push"), "busy", exit_code=4)
        self.assertEqual(2, self.station.do("publish", "status")["waiting"])

    def test_a_station_that_is_not_trusted(self):
        self.make_label()
        self.station.do("lookup", "enrol", "--private", self.private, who=ADMINISTRATOR)
        self.assertNotEqual(0, self.station.try_("publish", "push").code)
        self.assertEqual(2, self.station.do("publish", "status")["waiting"])


if __name__ == "__main__":
    vouch_program.main()
