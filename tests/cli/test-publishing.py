"""The station's side of publishing, with a real lookup service on the loopback."""

import base64
import datetime
import hashlib
import http.server
import json
import os
import re
import shutil
import subprocess
import threading
import urllib.error
import urllib.parse
import urllib.request

import vouch_program
from plain_picture import make_png
from vouch_program import ADMINISTRATOR, INSPECTOR, QA_LEAD, SERVICE, StationTest

LOOKUP = os.environ["VOUCH_LOOKUP"]


class Publishing(StationTest):
    def setUp(self):
        super().setUp()
        self.lookup_data = self.station.path("lookup")
        self.process = subprocess.Popen([LOOKUP, "--listen", "127.0.0.1:0", "--private", "127.0.0.1:0", "--operator",
                                         "127.0.0.1:0", "--data", self.lookup_data], stdout=subprocess.PIPE, text=True)
        self.public, self.private, self.operator = (self.process.stdout.readline().split()[1] for _ in range(3))
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
        # The report is drawn when it is sent: a document, and the record that names it.
        self.assertEqual({"sent": 4}, self.station.do("publish", "push"))
        self.assertEqual({"sent": 0}, self.station.do("publish", "push"))
        path = urllib.parse.urlsplit(address).path
        self.assertIn("<h1>Genuine</h1>", self.ask(path))
        number = self.complain(path)
        self.assertEqual(1, self.station.do("case", "fetch")["new"])
        self.assertEqual(0, self.station.do("case", "fetch")["new"])
        case = self.station.list("case", "list")[0]
        self.assertEqual((number, 1, "received"), tuple(case[key] for key in ("number", "unit", "state")))
        for who in (SERVICE, QA_LEAD):
            self.assertEqual("li@example.cn", self.station.do("case", "show", "--number", number, who=who)["contact"])
        self.assert_refused(self.station.try_("case", "show", "--number", number, who=ADMINISTRATOR), "denied")
        self.assertEqual(number, self.station.do("lot", "show", "--lot", self.station.do(
            "code", "find", "--code", address)["lot"])["tickets"][0]["number"])

    def report(self, path):
        """A customer's report over HTTP; the number, and the page where the customer reads how it stands."""
        form = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', self.ask(path)))
        form.update(website="", kind="quality", text="Tastes of soap.", contact="li@example.cn", consent="yes")
        page = self.ask("/report", form)
        return (re.search(r"C-[0-9A-Z]{13}", page).group(0),
                re.search(r'href="(/case/[^"]+)"', page).group(1).replace("&amp;", "&"))

    def test_a_customer_reads_the_answer_and_says_how_content_he_is(self):
        path = urllib.parse.urlsplit(self.make_label()).path
        self.enrol()
        self.station.do("publish", "push")
        number, link = self.report(path)
        self.assertEqual(1, self.station.do("case", "fetch")["new"])
        self.station.do("case", "answer", "--number", number, "--status", "resolved", "--answer", "We send <another> tin.",
                        who=SERVICE)
        self.assertNotIn("We send", self.ask(link))
        self.assertEqual(1, self.station.do("case", "fetch")["answers"])
        self.assertIn("We send &lt;another&gt; tin.", self.ask(link))
        self.ask(link.partition("?")[0], {"score": "5", "text": "Thanks.", "website": "", "lang": "en"})
        self.assertEqual(1, self.station.do("case", "fetch")["events"])
        shown = self.station.do("case", "show", "--number", number, who=SERVICE)
        self.assertEqual((5, "Thanks.", "resolved"), tuple(shown[name] for name in ("satisfaction", "satisfaction_text",
                                                                                    "state")))

    def test_a_customers_photo_is_seen_at_the_desk_and_goes_with_the_case(self):
        path = urllib.parse.urlsplit(self.make_label()).path
        self.enrol()
        self.station.do("publish", "push")
        form = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', self.ask(path)))
        form.update(website="", kind="damaged", text="Look.", consent="yes")
        parts = [("%s\"" % name, value.encode()) for name, value in form.items()]
        parts.append(("photo\"; filename=\"a.png\"\r\nContent-Type: image/png", make_png(3000, 40)))
        body = b"--cut\r\n" + b"\r\n--cut\r\n".join(
            b'Content-Disposition: form-data; name="' + head.encode() + b"\r\n\r\n" + content
            for head, content in parts) + b"\r\n--cut--\r\n"
        request = urllib.request.Request(self.public + "/report", data=body,
                                         headers={"Content-Type": "multipart/form-data; boundary=cut"})
        with urllib.request.urlopen(request, timeout=10) as page:
            number = re.search(r"C-[0-9A-Z]{13}", page.read().decode()).group(0)
        fetched = self.station.do("case", "fetch")
        self.assertEqual((1, 1), (fetched["new"], fetched["photos"]))
        output = self.station.path("photo.jpg")
        drawn = self.station.do("case", "photo", "--number", number, "--output", output, who=SERVICE)
        with open(output, "rb") as file:
            self.assertEqual(b"\xff\xd8\xff", file.read(3))
        self.assertLess(drawn["width"], 3000)
        self.station.do("case", "answer", "--number", number, "--status", "resolved", "--answer", "Sorry.", who=SERVICE)
        self.station.do("case", "answer", "--number", number, "--status", "closed", "--answer", "Bye.", who=SERVICE)
        self.station.do("case", "fetch")
        with self.assertRaises(urllib.error.HTTPError) as gone:
            urllib.request.urlopen(self.private + "/cases/%s/photo" % number[2:], timeout=10)
        self.assertEqual(404, gone.exception.code)
        gone.exception.close()

    def test_what_is_promised_counts_at_the_service_and_queries_come_back(self):
        address = self.make_label()
        path = urllib.parse.urlsplit(address).path
        self.enrol()
        for name, value in (("case-hours", "5"), ("copied-after", "2"), ("desk-contact-en", "+86 400 000 0000")):
            self.station.do("policy", "set", "--name", name, "--value", value, who=ADMINISTRATOR)
        self.station.do("publish", "push")
        self.ask(path)
        self.assertIn("+86 400 000 0000", self.ask("/report"))
        self.report(path)
        fetched = self.station.do("case", "fetch")
        self.assertEqual((1, 1), (fetched["new"], fetched["lots"]))
        case = self.station.list("case", "list")[0]
        hours = [datetime.datetime.fromisoformat(case[name]) for name in ("received_at", "due_at")]
        self.assertEqual(datetime.timedelta(hours=5), hours[1] - hours[0])
        count = self.station.list("lookup", "counts")[0]
        self.assertGreaterEqual(count["queries"], 1)
        self.assertEqual([count["queries"]],
                         [unit["queries"] for unit in self.station.list("lookup", "counts", "--lot", count["lot"])])

    def test_cases_go_in_files_where_no_network_does(self):
        path = urllib.parse.urlsplit(self.make_label()).path
        self.enrol_by_files()
        self.written()
        self.station.do("publish", "receive", "--file", self.carry())
        number, link = self.report(path)
        collected = self.station.path("collected")
        subprocess.run([LOOKUP, "--data", self.lookup_data, "collect", collected], check=True, capture_output=True,
                       timeout=30)
        taken = self.station.do("case", "receive", collected)
        self.assertEqual((1, 1), (taken["new"], taken["lots"]))
        self.assertEqual("li@example.cn", self.station.do("case", "show", "--number", number, who=SERVICE)["contact"])
        self.station.do("case", "answer", "--number", number, "--status", "resolved", "--answer", "Sorry.", who=SERVICE)
        answers = self.station.path("answers")
        self.assertEqual({"written": 1}, self.station.do("case", "write", answers))
        told = subprocess.run([LOOKUP, "--data", self.lookup_data, "import", answers], check=True, capture_output=True,
                              text=True, timeout=30).stdout
        self.assertIn("Sorry.", self.ask(link))
        self.assertEqual(1, self.station.do("case", "receive", self.station.write(told))["answers"])
        self.assertEqual({"written": 0}, self.station.do("case", "write", answers))

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
        self.assertEqual(4, self.station.do("publish", "status")["waiting"])

    def test_a_station_that_is_not_trusted(self):
        self.make_label()
        self.station.do("lookup", "enrol", "--private", self.private, who=ADMINISTRATOR)
        self.assertNotEqual(0, self.station.try_("publish", "push").code)
        self.assertEqual(4, self.station.do("publish", "status")["waiting"])
        self.assertIn("not trusted", self.station.do("publish", "status")["refusal"])

    def written(self, *more):
        path = self.station.path("publications")
        self.station.do("publish", "write", "--file", path, *more)
        with open(path, encoding="utf-8") as file:
            return [json.loads(line) for line in file]

    def body(self, publication):
        return base64.urlsafe_b64decode(publication["body"] + "=" * (-len(publication["body"]) % 4))

    def bodies(self, publications, kind):
        return [self.body(entry) for entry in publications if entry["type"] == kind]

    def carry(self):
        """Over the gap between two networks: the file there, the answers back."""
        done = subprocess.run([LOOKUP, "--data", self.lookup_data, "import", self.station.path("publications")],
                              capture_output=True, text=True, timeout=30, check=False)
        return self.station.write(done.stdout)

    def enrol_by_files(self):
        key = subprocess.run([LOOKUP, "--data", self.lookup_data, "key"], check=True, capture_output=True, text=True,
                             timeout=30).stdout.strip()
        trust = self.station.path("trust")
        self.station.do("lookup", "enrol", "--public-key", key, "--trust", trust, who=ADMINISTRATOR)
        subprocess.run([LOOKUP, "--data", self.lookup_data, "trust", trust], check=True, capture_output=True,
                       timeout=30)

    def test_files_go_where_no_network_does(self):
        path = urllib.parse.urlsplit(self.make_label()).path
        self.enrol_by_files()
        self.assertEqual(4, len(self.written()))
        self.assertEqual(4, self.station.do("publish", "status")["waiting"])
        answers = self.carry()
        self.assertIn("<h1>Genuine</h1>", self.ask(path))
        self.assertEqual({"taken": 4}, self.station.do("publish", "receive", "--file", answers))
        self.assertEqual({"taken": 0}, self.station.do("publish", "receive", "--file", answers))
        self.assertEqual(0, self.station.do("publish", "status")["waiting"])
        self.assertEqual([], self.written())
        self.assertEqual([3, 4], [entry["seq"] for entry in self.written("--since", "3")])

    def test_an_answer_is_to_one_publication_only(self):
        self.make_label()
        self.enrol_by_files()
        self.written()
        with open(self.carry(), encoding="utf-8") as file:
            answers = [json.loads(line) for line in file]
        for member, value in (("hash", "00" * 32), ("station", 2), ("epoch", 2), ("state", "held")):
            forged = self.station.write(json.dumps(dict(answers[0], **{member: value})) + "\n")
            self.station.try_("publish", "receive", "--file", forged)
            self.assertEqual(4, self.station.do("publish", "status")["waiting"], member)
        for page in ("<html>Please log in</html>", json.dumps({"seq": 1, "state": "stored"})):
            self.assert_refused(self.station.try_("publish", "receive", "--file", self.station.write(page)), "invalid")
        self.assertEqual(4, self.station.do("publish", "status")["waiting"])

    def test_a_captive_portal_acknowledges_nothing(self):
        class Portal(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(200)
                self.send_header("Content-Type", self.server.content_type)
                self.end_headers()
                self.wfile.write(b"<html>Please log in</html>")

            def log_message(self, *_):
                pass

        self.make_label()
        self.enrol()
        self.stop()
        address = urllib.parse.urlsplit(self.private)
        with http.server.HTTPServer((address.hostname, address.port), Portal) as portal:
            threading.Thread(target=portal.serve_forever, daemon=True).start()
            for portal.content_type in ("text/html", "application/x-ndjson"):
                self.assert_refused(self.station.try_("publish", "push"), "busy", exit_code=4)
            portal.shutdown()
        status = self.station.do("publish", "status")
        self.assertEqual((4, None), (status["waiting"], status["refusal"]))

    def test_a_fork_is_told_to_the_station(self):
        self.make_label()
        self.enrol()
        self.station.do("publish", "push")
        lot = self.station.list("lot", "list")[0]["number"]
        copy = self.station.path("copy")
        shutil.copytree(self.station.data, copy)
        self.add_paper(lot, "the first history")
        self.assertEqual({"sent": 3}, self.station.do("publish", "push"))
        # The same station, put back by hand to where it was, and another history from there.
        shutil.rmtree(self.station.data)
        os.rename(copy, self.station.data)
        self.add_paper(lot, "the second history")
        self.assert_refused(self.station.try_("publish", "push"), "conflict")
        status = self.station.do("publish", "status")
        self.assertEqual(3, status["waiting"])
        self.assertIn("two histories", status["refusal"])
        # The other end knows, too. The report, the one between the two records, has the minute it was drawn in: it is the
        # same in both histories, or it is not.
        forks = [row[4] for row in self.operator_rows() if row[:4] == ["1", "1", "7", "0"] and row[5:] == ["0", "open"]]
        self.assertIn(forks, (["2"], ["3"]))

    def operator_rows(self):
        with open(os.path.join(self.lookup_data, "operator-token"), encoding="utf-8") as file:
            token = file.read().strip()
        request = urllib.request.Request(self.operator, headers={"Authorization": "Bearer " + token,
                                                                 "Accept-Language": "en"})
        with urllib.request.urlopen(request, timeout=10) as page:
            text = page.read().decode()
        return [re.findall(r"<td[^>]*>([^<]*)", row) for row in re.findall(r"<tr>(.*?)(?=<tr>|</table>)", text, re.S)]

    def make_administrator_key(self):
        """Li Wei's key on his stick, and the file with its passphrase."""
        stick, passphrase = self.station.path("stick.key"), self.station.write("correct horse battery\n")
        made = self.station.do("administrator-key", "new", "--output", stick, "--passphrase-file", passphrase,
                               who=ADMINISTRATOR)
        self.assertEqual(stick, made["output"])
        return stick, passphrase, made["id"]

    def take_over(self, stick, passphrase, *more, who=ADMINISTRATOR):
        return self.station.try_("lookup", "take-over", "--administrator-key", stick, "--passphrase-file", passphrase,
                                 *more, who=who)

    def print_label(self, lot):
        job = self.station.do("label", "print", "--lot", lot, "--purpose", "unit", "--units", "1", who=INSPECTOR)
        address = self.station.read_label(job["file"], 1)["text"]
        self.station.do("code", "batch", "activate", "--lot", lot, "--code", address, who=INSPECTOR)
        return urllib.parse.urlsplit(address).path

    def restore_database(self, content):
        for name in ("station.db-wal", "station.db-shm"):
            if os.path.exists(os.path.join(self.station.data, name)):
                os.remove(os.path.join(self.station.data, name))
        with open(os.path.join(self.station.data, "station.db"), "wb") as file:
            file.write(content)

    def test_a_restored_station_is_taken_over_by_its_administrator(self):
        stick, passphrase, _key = self.make_administrator_key()
        lot = self.station.release_tea()
        first = self.print_label(lot)
        self.enrol()
        self.station.do("publish", "push")
        self.assertIn("<h1>Genuine</h1>", self.ask(first))
        self.add_paper(lot, "published before the backup, sent after it")
        with open(os.path.join(self.station.data, "station.db"), "rb") as file:
            backup = file.read()
        lost = self.print_label(lot)
        self.station.do("publish", "push")
        self.assertIn("<h1>Genuine</h1>", self.ask(lost))

        self.restore_database(backup)
        third = self.print_label(lot)
        status = self.station.do("publish", "status")
        # What waited when the backup was made goes on in the new epoch, with what was published since.
        self.assertEqual(2, status["waiting"])
        self.assert_refused(self.station.try_("publish", "push"), "denied")
        self.assertIn("take-over", self.station.do("publish", "status")["refusal"])
        with self.assertRaises(urllib.error.HTTPError):
            self.ask(third)

        self.assert_refused(self.take_over(stick, passphrase, who=INSPECTOR), "denied")
        self.assert_refused(self.take_over(stick, self.station.write("another passphrase\n")), "denied")
        self.assertEqual({"epoch": 2}, self.take_over(stick, passphrase).only)
        self.assertEqual({"epoch": 2}, self.take_over(stick, passphrase).only)
        self.station.do("publish", "push")
        status = self.station.do("publish", "status")
        self.assertEqual((0, None), (status["waiting"], status.get("refusal")))
        self.assertIn("<h1>Genuine</h1>", self.ask(third))
        rows = self.operator_rows()
        self.assertEqual("closed", next(row for row in rows if row[:2] == ["1", "1"])[-1])
        self.assertEqual("open", next(row for row in rows if row[:2] == ["1", "2"])[-1])

    def test_a_withdrawn_key_takes_nothing_over(self):
        stick, passphrase, key = self.make_administrator_key()
        self.make_label()
        self.enrol()
        self.assertEqual(1, len(self.station.list("administrator-key", "list")))
        self.assert_refused(self.station.try_("administrator-key", "withdraw", "--id", key, "--reason", "Lost",
                                              who=QA_LEAD), "denied")
        self.station.do("administrator-key", "withdraw", "--id", key, "--reason", "Lost", who=ADMINISTRATOR)
        self.assert_refused(self.station.try_("administrator-key", "withdraw", "--id", key, "--reason", "Lost",
                                              who=ADMINISTRATOR), "conflict")
        trust = self.station.path("trust-2")
        self.station.do("publish", "trust", "--file", trust)
        subprocess.run([LOOKUP, "--data", self.lookup_data, "trust", trust], check=True, capture_output=True, timeout=30)
        self.station.do("key", "restored", who=ADMINISTRATOR)
        refused = self.take_over(stick, passphrase)
        self.assert_refused(refused, "denied")
        self.assertIn("withdrawn", refused.error["message"])

    def test_a_takeover_is_carried_as_a_file(self):
        stick, passphrase, _key = self.make_administrator_key()
        self.make_label()
        self.enrol()
        self.station.do("key", "restored", who=ADMINISTRATOR)
        path = self.station.path("takeover.jsonl")
        self.assertEqual({"epoch": 2, "file": path}, self.take_over(stick, passphrase, "--file", path).only)
        done = subprocess.run([LOOKUP, "--data", self.lookup_data, "import", path], capture_output=True, text=True,
                              timeout=30)
        self.assertEqual((0, "stored"), (done.returncode, json.loads(done.stdout)["state"]))
        self.station.do("publish", "push")
        self.assertEqual(0, self.station.do("publish", "status")["waiting"])

    def test_making_a_key(self):
        passphrase = self.station.write("correct horse battery\n")
        path = self.station.path("li.key")
        self.assertEqual(2, self.station.try_("administrator-key", "new", who=ADMINISTRATOR).code)
        self.assert_refused(self.station.try_("administrator-key", "new", "--output", path, "--passphrase-file",
                                              passphrase, who=INSPECTOR), "denied")
        self.assertFalse(os.path.exists(path))
        self.assert_refused(self.station.try_("administrator-key", "new", "--output", path, "--passphrase-file",
                                              self.station.write("short\n"), who=ADMINISTRATOR), "invalid")
        self.station.do("administrator-key", "new", "--output", path, "--passphrase-file", passphrase,
                        who=ADMINISTRATOR)
        self.assert_refused(self.station.try_("administrator-key", "new", "--output", path, "--passphrase-file",
                                              passphrase, who=ADMINISTRATOR), "conflict")
        listed = self.station.list("administrator-key", "list")
        self.assertEqual([64], [len(key["public_key"]) for key in listed])

    def add_paper(self, lot, content):
        return self.station.do("certificate", "add", "--lot", lot, "--kind", "origin", "--number", "CO-1", "--issuer",
                               "CCPIT", "--file", self.station.write(content), who=INSPECTOR)

    def test_the_report_is_published_redacted(self):
        lot = self.station.release_tea()
        publications = self.written()
        self.assertEqual(["public-record", "document", "public-record"], [entry["type"] for entry in publications])
        first, last = (json.loads(body) for body in self.bodies(publications, "public-record"))
        pdf = self.bodies(publications, "document")[0]
        self.assertNotIn("report_sha256", first)
        self.assertEqual((hashlib.sha256(pdf).hexdigest(), len(pdf)), (last["report_sha256"], last["report_size"]))
        self.assertTrue(pdf.startswith(b"%PDF"))
        self.assertLessEqual(len(pdf), 300 * 1024)
        path = self.station.path("report.pdf")
        with open(path, "wb") as file:
            file.write(pdf)
        text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True,
                              timeout=30).stdout
        self.assertIn(lot, text)
        whole = self.station.path("whole.pdf")
        self.station.do("lot", "report", "--lot", lot, "--file", whole)
        told = subprocess.run(["pdftotext", "-layout", whole, "-"], check=True, capture_output=True, text=True,
                              timeout=30).stdout
        for private in ("李伟", "QH26A01", "PO-2026-0001"):
            self.assertIn(private, told)
            self.assertNotIn(private, text)
        self.assertIn("李*", text)
        for left_out in ("Supplier", "Receipt", "Reason", "Traceability"):
            self.assertNotIn(left_out, text)

    def test_policies_say_what_the_public_sees(self):
        for name in ("public-sample", "public-maker", "public-origin"):
            self.station.do("policy", "set", "--name", name, "--value", "no", who=ADMINISTRATOR)
        self.station.release_tea()
        publications = self.written()
        self.assertEqual(["public-record"], [entry["type"] for entry in publications])
        record = json.loads(self.body(publications[0]))
        self.assertEqual((0, "accepted"), (record["sample_size"], record["verdict"]))
        for name in ("maker", "origin", "standard", "report_sha256"):
            self.assertNotIn(name, record)

    def test_certificates_are_published_by_hash(self):
        lot = self.station.release_tea()
        self.written()
        paper = self.station.write("the paper's secret content")
        add = ("certificate", "add", "--lot", lot, "--kind", "origin", "--number", "CO-1", "--issuer", "CCPIT", "--issued",
               "2026-01-31", "--file", paper)
        self.station.do(*add, who=INSPECTOR)
        self.assert_refused(self.station.try_(*add, who=INSPECTOR), "conflict", "sha256")
        self.assert_refused(self.station.try_(*add, who=SERVICE), "denied")
        self.assertEqual("CO-1", self.station.do("certificate", "list", "--lot", lot)["certificates"][0]["number"])
        publications = self.written()
        record = json.loads(self.bodies(publications, "public-record")[-1])
        digest = hashlib.sha256(b"the paper's secret content").hexdigest()
        self.assertEqual([{"kind": "origin", "number": "CO-1", "issuer": "CCPIT", "issued": "2026-01-31",
                           "sha256": digest, "size": 26}], record["certificates"])
        self.assertNotIn("secret content", json.dumps(record))
        self.station.do("policy", "set", "--name", "public-certificates", "--value", "no", who=ADMINISTRATOR)
        self.station.do("certificate", "add", "--lot", lot, "--kind", "other", "--number", "2", "--issuer", "X", "--file",
                        self.station.write("other"), who=INSPECTOR)
        self.assertNotIn("certificates", json.loads(self.bodies(self.written(), "public-record")[-1]))

    def verify(self, line, *authority):
        return vouch_program.run_json("verify-record", "-", *authority, stdin=line + "\n")

    def test_a_record_verifies_offline(self):
        self.station.release_tea()
        trust = self.station.path("trust")
        self.station.do("publish", "trust", "--file", trust)
        publications = self.written()
        last = publications[-1]
        line = json.dumps(last)
        done = self.verify(line, "--trust", trust)
        self.assertEqual(0, done.code, done.out)
        self.assertEqual((True, 1, 1, 3), tuple(done.only[name] for name in ("verified", "station", "epoch", "seq")))
        self.assertEqual(json.loads(self.body(last)), done.only["record"])
        with open(trust, encoding="utf-8") as file:
            key = json.loads(self.body(json.load(file)))["public_key"]
        self.assertEqual(0, self.verify(line, "--public-key", key).code)
        self.assertIn("Lot ", vouch_program.run("verify-record", self.station.write(line), "--public-key", key).out)
        for member, value in (("v", 2), ("station", 2), ("epoch", 2), ("seq", 4), ("prev", "11" * 32),
                              ("type", "document"), ("body", "A" + last["body"][1:]), ("body", last["body"][:-4]),
                              ("sig", "00" + last["sig"][2:])):
            for authority in (("--trust", trust), ("--public-key", key)):
                done = self.verify(json.dumps(dict(last, **{member: value})), *authority)
                self.assertEqual((1, "invalid"), (done.code, done.error["code"]), member)
        self.assertEqual("sig", self.verify(line, "--public-key", "00" * 32).error["field"])
        self.assertEqual("type", self.verify(json.dumps(publications[1]), "--trust", trust).error["field"])
        self.assertEqual(1, self.verify("<html>", "--trust", trust).code)
        self.assertEqual(1, vouch_program.run("verify-record", "/dev/zero", "--trust", trust).code)
        for arguments in (("verify-record",), ("verify-record", "-"), ("verify-record", trust),
                          ("verify-record", trust, "--trust", trust, "--public-key", key)):
            self.assertEqual(2, vouch_program.run(*arguments).code)


if __name__ == "__main__":
    vouch_program.main()
