"""Publications come in once, in order, from whom is trusted, by the private listener and as files."""

import base64
import hashlib
import json
import os
import socket
import stat
import time
import unittest

import lookup_service
from lookup_service import LookupTest, Maker


def states(answers):
    return [answer.get("state") or answer["error"]["code"] for answer in answers]


class Publications(LookupTest):
    epoch = 1

    def setUp(self):
        """Every test has an epoch, and so a chain, of its own."""
        Publications.epoch += 1
        self.maker.make("station", station=1, epoch=Publications.epoch)
        self.assertEqual(0, self.service.trust(self.maker.make("trust", desk=True)).returncode)

    def test_twice_is_once(self):
        lines = [self.maker.public("TWICE"), self.maker.make("control", lot="TWICE", rev=1, ranges=[[1, 1, 5]])]
        self.assertEqual(["stored", "stored"], states(self.service.publish(*lines)))
        self.assertEqual(["already", "already"], states(self.service.publish(*lines)))
        self.assertEqual(["already"], states(self.service.publish(lines[0])))

    def test_gaps_are_held_until_closed(self):
        lines = [self.maker.public("GAP-%d" % i) for i in range(4)]
        self.assertEqual(["held"], states(self.service.publish(lines[3])))
        self.assertEqual(["held"], states(self.service.publish(lines[3])))
        self.assertEqual(["held"], states(self.service.publish(lines[1])))
        self.assertEqual(404, self.service.get("/t/GAP-1").status)
        self.assertEqual(["stored"], states(self.service.publish(lines[0])))
        self.assertEqual([200, 200, 404, 404], [self.service.get("/t/GAP-%d" % i).status for i in range(4)])
        self.assertEqual(["already", "stored", "already"], states(self.service.publish(lines[1], lines[2], lines[3])))
        self.assertEqual(200, self.service.get("/t/GAP-3").status)
        self.assertEqual(0, self.service.health()["held"])

    def test_forks_are_refused_and_told(self):
        before = self.service.health()["forks"]
        first = self.maker.public("FORK")
        self.service.publish(first)
        other = self.maker.public("FORK", seq=1, prev="00" * 32, rev=9, status="recalled")
        answers = self.service.publish(other)
        self.assertEqual(["conflict"], states(answers))
        self.assertIn("two histories", answers[0]["error"]["message"])
        self.assertNotIn("Recalled", self.service.get("/t/FORK", "en").text)
        self.assertEqual(before + 1, self.service.health()["forks"])
        self.assertEqual(["already"], states(self.service.publish(first)))

    def test_a_wrong_link_is_a_fork(self):
        self.service.publish(self.maker.public("LINK"))
        self.assertEqual(["conflict"], states(self.service.publish(
            self.maker.public("LINK-2", seq=2, prev="11" * 32))))
        self.assertEqual(404, self.service.get("/t/LINK-2").status)

    def test_a_held_one_that_does_not_follow_is_a_fork(self):
        stray = self.maker.public("STRAY", seq=2, prev="22" * 32)
        self.assertEqual(["held"], states(self.service.publish(stray)))
        self.assertEqual(["stored"], states(self.service.publish(self.maker.public("BEFORE-STRAY"))))
        self.assertEqual(404, self.service.get("/t/STRAY").status)
        self.assertEqual(["stored"], states(self.service.publish(self.maker.public("TRUE-SECOND"))))

    def test_only_the_trusted_key_is_believed(self):
        self.assertEqual(["denied"], states(self.service.publish(self.maker.public("FALSE", sign="stranger", seq=1))))
        line = json.loads(self.maker.public("CHANGED", seq=1))
        line["body"] = line["body"][:-4] + "AAAA"
        self.assertIn(states(self.service.publish(json.dumps(line)))[0], ("denied", "invalid"))
        self.maker.make("station", station=77, epoch=1)
        self.assertEqual(["denied"], states(self.service.publish(self.maker.public("NOBODY"))))
        self.assertEqual([404] * 3, [self.service.get("/t/" + lot).status for lot in ("FALSE", "CHANGED", "NOBODY")])

    def test_a_refused_line_does_not_stop_the_others(self):
        answers = self.service.publish("not json", self.maker.public("AFTER-BAD"), '{"v":1}',
                                       self.maker.public("AFTER-BAD-2"))
        self.assertEqual(["invalid", "stored", "invalid", "stored"], states(answers))

    def test_an_older_revision_changes_nothing(self):
        self.service.publish(self.maker.public("REV", rev=5, status="recalled"))
        self.assertEqual(["stored"], states(self.service.publish(self.maker.public("REV", rev=4))))
        self.assertIn("Recalled", self.service.get("/t/REV", "en").text)

    def test_a_lot_belongs_to_its_station(self):
        self.service.publish(self.maker.public("MINE"))
        self.maker.make("station", station=2, epoch=1)
        self.service.trust(self.maker.make("trust"))
        answers = self.service.publish(self.maker.public("MINE", rev=9, status="recalled", seq=1))
        self.assertEqual(["denied"], states(answers))
        self.assertNotIn("Recalled", self.service.get("/t/MINE", "en").text)

    def test_unknown_types_are_kept_in_the_chain(self):
        self.assertEqual(["stored", "stored"], states(self.service.publish(
            self.maker.make("other", type="from-the-future", text="{}"), self.maker.public("AFTER-FUTURE"))))

    def test_a_control_record_for_another_lookup_is_refused(self):
        stranger = Maker("ab" * 32)
        try:
            stranger.make("station", station=1, epoch=Publications.epoch)
            line = stranger.make("control", lot="SEALED", rev=1, ranges=[[1, 1, 5]])
            self.assertEqual(["invalid"], states(self.service.publish(line)))
        finally:
            stranger.close()
        self.assertEqual(["stored"], states(self.service.publish(self.maker.public("SEALED"))))

    def test_lot_keys_are_not_in_the_database_in_clear(self):
        self.service.publish(self.maker.public("SECRET"),
                             self.maker.make("control", lot="SECRET", rev=1, ranges=[[1, 1, 5]]))
        self.assertEqual(0, self.service.stop())
        content = self.service.dump()
        self.service.start()
        self.assertIn(b"SECRET", content)
        self.assertNotIn(b"lot_key", content)
        self.assertNotIn(b"ranges", content)

    def publish_report(self, lot, content="%PDF-1.7 a report", **fields):
        digest = hashlib.sha256(content.encode()).hexdigest()
        self.assertEqual(["stored", "stored"], states(self.service.publish(
            self.maker.make("other", type="document", text=content),
            self.maker.public(lot, report_sha256=digest, report_size=len(content), **fields))))
        return "/t/%s/%s.pdf" % (lot, digest)

    def test_a_report_is_given_while_its_record_names_it(self):
        path = self.publish_report("PAPER")
        page = self.service.get("/t/PAPER", "en").text
        self.assertIn('href="%s"' % path, page)
        self.assertIn("PDF, 1 KB", page)
        answer = self.service.get(path)
        self.assertEqual((200, "%PDF-1.7 a report", "application/pdf", "nosniff"), (
            answer.status, answer.text, answer.headers["Content-Type"], answer.headers["X-Content-Type-Options"]))
        self.assertEqual('attachment; filename="PAPER.pdf"', answer.headers["Content-Disposition"])
        self.assertIn("immutable", answer.headers["Cache-Control"])
        unknown = self.service.get("/t/NEVER-SEEN").body
        self.service.publish(self.maker.public("OTHER-PAPER"))
        for other in (path.replace("PAPER", "OTHER-PAPER"), path.replace("PAPER", "NOWHERE"), "/t/PAPER/%s.pdf" % ("0" * 64)):
            answer = self.service.get(other)
            self.assertEqual((404, unknown), (answer.status, answer.body), other)
        for malformed in (path.upper(), path[:-4] + ".txt", path + "x", path.replace(".pdf", ".pd")):
            self.assertEqual(400, self.service.get(malformed).status, malformed)
        self.service.publish(self.maker.public("PAPER", rev=2, status="on_hold"))
        self.assertEqual(404, self.service.get(path).status)
        self.service.publish(self.maker.public("PAPER", rev=3))
        self.assertEqual(404, self.service.get(path).status)
        self.assertNotIn(".pdf", self.service.get("/t/PAPER", "en").text)

    def test_only_a_small_pdf_is_a_document(self):
        for content in ("<script>alert (1)</script>", "%PDF-" + "x" * 300 * 1024, ""):
            line = self.maker.make("other", type="document", text=content, seq=1)
            self.assertEqual(["invalid"], states(self.service.publish(line)), content[:9])

    def test_certificates_are_listed_with_their_hash(self):
        digest = hashlib.sha256(b"paper").hexdigest()
        papers = [{"kind": "origin", "number": "CO<1>", "issuer": "CCPIT & Co", "issued": "2026-01-31", "sha256": digest,
                   "size": 5}]
        self.service.publish(self.maker.public("CERTIFIED", certificates=papers))
        english, chinese = (self.service.get("/t/CERTIFIED", language).text for language in ("en", "zh-CN"))
        for text in ("Certificate of origin", "CO&lt;1&gt;", "CCPIT &amp; Co", digest, "sha256sum"):
            self.assertIn(text, english)
        self.assertIn("原产地证书", chinese)
        self.assertNotIn("Certificates", self.service.get("/t/TWICE", "en").text)

    def test_nothing_of_a_control_record_is_told(self):
        record = self.maker.make("control", lot="HIDDEN", rev=1, ranges=[[1, 1234567, 5]], voids=[[1234568, 1]])
        self.service.publish(self.maker.public("HIDDEN"), record)
        line = json.loads(record)
        body = base64.urlsafe_b64decode(line["body"] + "=" * (-len(line["body"]) % 4))
        serial = self.maker.serial("HIDDEN", 1234567)
        told = []
        for accept in ("text/html", "application/ld+json", "application/linkset+json", "application/json"):
            for target in ("/", "/t/HIDDEN", "/t/HIDDEN/" + serial, "/t/HIDDEN/record.json", "/t/HIDDEN/recall.json",
                           "/report?lot=HIDDEN", "/.well-known/gs1resolver", "/publications"):
                told.append(self.service.get(target, Accept=accept).body)
        for target in ("/key", "/health", "/cases", "/publications"):
            told.append(self.service.private("GET", target).body)
        secret = self.maker.make("lot-key", lot="HIDDEN")
        for private in (body, line["body"].encode(), body.hex().encode(), bytes.fromhex(secret), secret.encode(),
                        b"1234567", b"1234568", line["sig"].encode()):
            for answer in told:
                self.assertNotIn(private, answer)

    def test_a_restored_station_inherits_no_count(self):
        self.service.publish(self.maker.public("AGAIN"),
                             self.maker.make("control", lot="AGAIN", rev=1, ranges=[[1, 1, 5]]))
        old = "/t/AGAIN/" + self.maker.serial("AGAIN", 3)
        for _ in range(3):
            self.assertEqual(200, self.service.get(old).status)
        self.assertIn("3", self.service.get("/t/AGAIN/" + self.maker.serial("AGAIN", 3), "en").text)
        Publications.epoch += 1
        self.maker.make("station", station=1, epoch=Publications.epoch)
        self.assertEqual(0, self.service.trust(self.maker.make("trust", desk=True)).returncode)
        self.service.publish(self.maker.public("AGAIN"),
                             self.maker.make("control", lot="AGAIN", rev=1, ranges=[[1, 1, 2], [2, 3, 5]]))
        # The same unit's number was given out again, to other goods, under the next version of the key.
        self.assertIn("<h1>Genuine</h1>", self.service.get("/t/AGAIN/" + self.maker.serial("AGAIN", 3, 2), "en").text)
        self.assertIn("Unknown", self.service.get(old, "en").text)

    def test_files_go_through_the_running_service(self):
        path = os.path.join(self.service.data, "publications.jsonl")
        with open(path, "w", encoding="utf-8") as file:
            file.write(self.maker.public("BY-FILE") + "\n" + "broken\n")
        done = self.service.run("import", path)
        self.assertEqual(1, done.returncode, done.stderr)
        self.assertEqual(["stored", "invalid"], states(json.loads(line) for line in done.stdout.splitlines()))
        self.assertEqual(200, self.service.get("/t/BY-FILE").status)

    def test_files_go_in_without_a_service(self):
        path = os.path.join(self.service.data, "offline.jsonl")
        with open(path, "w", encoding="utf-8") as file:
            file.write(self.maker.public("OFFLINE") + "\n")
        self.assertEqual(0, self.service.stop())
        done = self.service.run("import", path)
        self.assertEqual((0, ["stored"]), (done.returncode, states(map(json.loads, done.stdout.splitlines()))))
        self.service.start()
        self.assertEqual(200, self.service.get("/t/OFFLINE").status)

    def test_import_takes_regular_files_only(self):
        self.assertEqual(1, self.service.run("import", "/dev/zero").returncode)
        self.assertEqual(1, self.service.run("import", os.path.join(self.service.data, "missing")).returncode)

    def test_trust_is_not_replaced(self):
        again = self.service.trust(self.maker.make("trust", desk=True))
        self.assertEqual(0, again.returncode, again.stderr)
        other = self.service.trust(self.maker.make("trust", sign="stranger"))
        self.assertEqual(1, other.returncode)
        self.assertIn("new epoch", other.stderr)
        self.assertEqual(1, self.service.trust("{}").returncode)
        Publications.epoch += 1
        self.maker.make("station", station=1, epoch=Publications.epoch)
        plain = self.service.trust(self.maker.make("trust", plain=True))
        self.assertEqual(0, plain.returncode, plain.stderr)
        self.assertEqual(["stored"], states(self.service.publish(self.maker.public("PLAIN"))))

    def test_key_is_one_and_private(self):
        done = self.service.run("key")
        self.assertEqual(self.service.key(), done.stdout.strip())
        for name in ["lookup-keys", "lookup.lock"] + ([] if lookup_service.ON_POSTGRES else ["lookup.db"]):
            mode = stat.S_IMODE(os.stat(os.path.join(self.service.data, name)).st_mode)
            self.assertEqual(0o600, mode, name)

    def test_one_process_a_folder(self):
        done = self.service.run("--listen", "127.0.0.1:0", "--private", "127.0.0.1:0")
        self.assertEqual(4, done.returncode)

    def test_many_large_bodies_at_once_have_to_come_again(self):
        announced = 30 * 1024 * 1024
        head = ("POST /publications HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n" % announced).encode()
        waiting = []
        for _ in range(3):
            connection = socket.create_connection(("127.0.0.1", self.service.private_port), timeout=10)
            connection.sendall(head + b"{")
            waiting.append(connection)
        time.sleep(0.2)
        with socket.create_connection(("127.0.0.1", self.service.private_port), timeout=10) as late:
            late.sendall(head)
            self.assertTrue(late.recv(64).startswith(b"HTTP/1.1 503 "))
        for connection in waiting:
            connection.close()
        time.sleep(0.5)
        with socket.create_connection(("127.0.0.1", self.service.private_port), timeout=10) as again:
            again.sendall(head + b"{")
            again.settimeout(0.5)
            self.assertRaises(TimeoutError, again.recv, 64)

    def test_private_side_is_not_for_browsers(self):
        for headers in ({"Origin": "http://localhost"}, {"Sec-Fetch-Site": "same-origin"}):
            self.assertEqual(403, self.service.private("GET", "/key", headers=headers).status)
        self.assertEqual(421, self.service.private("GET", "/key", headers={"Host": "evil.example"}).status)
        self.assertEqual(404, self.service.private("GET", "/t/X").status)
        for target in ("/publications", "/cases", "/key"):
            self.assertEqual(400, self.service.get(target).status, "served to the public: " + target)


class Earlier(LookupTest):
    def test_lots_of_an_earlier_version_get_their_product_and_record_back(self):
        lots = [self.new_lot(gtin="06901234567892") for _ in range(3)]
        self.service.publish(self.maker.public(lots[1], rev=2, status="recalled", gtin="06901234567892"))
        before = [self.service.get("/t/%s/record.json" % lot).body for lot in lots]
        page = self.service.get("/01/06901234567892", "en").text
        self.assertEqual(0, self.service.stop())
        self.service.change("UPDATE lot SET gtin = NULL, status = 0, released_at = 0, record_seq = 0")
        self.service.start()
        end = time.monotonic() + 10
        while self.service.get("/01/06901234567892", "en").text != page:
            self.assertLess(time.monotonic(), end)
            time.sleep(0.05)
        self.assertEqual(before, [self.service.get("/t/%s/record.json" % lot).body for lot in lots])


if __name__ == "__main__":
    lookup_service.main()
