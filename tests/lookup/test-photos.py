"""A photograph that comes with a report: taken strictly, sealed at once, shown to nobody but stations."""

import base64
import hashlib
import json
import os
import re
import shutil
import signal
import socket
import tempfile
import time
import unittest

import lookup_service
from lookup_service import LookupTest, new_address

JPEG = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20 + b"\r\n--other"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 100


def part(name, content, *more, file=None):
    head = 'Content-Disposition: form-data; name="%s"' % name
    if file is not None:
        head += '; filename="%s"\r\nContent-Type: image/jpeg' % file
    return "\r\n".join((head,) + more).encode() + b"\r\n\r\n" + content


def multipart(*parts, boundary="----WebKitFormBoundaryx7"):
    mark = b"--" + boundary.encode()
    return mark + b"".join(b"\r\n" + piece + b"\r\n" + mark for piece in parts) + b"--\r\n"


class Photos(LookupTest):
    def fields(self, **more):
        page = self.service.get("/report", "en").text
        self.assertIn('enctype="multipart/form-data"', page)
        fields = {}
        for tag in re.findall(r'<input\b[^>]*type="hidden"[^>]*>', page):
            fields[re.search(r'name="([^"]+)"', tag).group(1)] = re.search(r'value="([^"]*)"', tag).group(1)
        fields.update(website="", kind="quality", text="Mould, see <photo>.", consent="yes", lang="en")
        fields.update(more)
        return fields

    def parts(self, fields, photo=None, name="IMG 1.jpg"):
        parts = [part(field, value.encode()) for field, value in fields.items() if value is not None]
        return parts + ([part("photo", photo, file=name)] if photo is not None else [])

    def send(self, body, boundary="----WebKitFormBoundaryx7", address=None, content_type=None):
        headers = {"Content-Type": content_type or "multipart/form-data; boundary=" + boundary,
                   "User-Agent": "Mozilla/5.0"}
        return self.service.ask("POST", "/report", body, headers, address=address)

    def report(self, photo=None, name="IMG 1.jpg", **more):
        return self.send(multipart(*self.parts(self.fields(**more), photo, name)))

    def case_of(self, answer):
        self.assertEqual(201, answer.status, answer.text)
        number = re.search(r"C-([0-9A-Z]{13})", answer.text).group(1)
        lines = self.service.private("GET", "/cases").text.splitlines()
        return next(case for case in map(json.loads, lines) if case["id"] == number)

    def load(self, case):
        return self.service.private("GET", "/cases/%s/photo" % case["id"])

    def count(self):
        return len(self.service.private("GET", "/cases").text.splitlines())

    def test_a_photo_reaches_the_desk_and_nobody_else(self):
        for photo in (JPEG, PNG, b"\xff\xd8\xff" + os.urandom(5 * 1024 * 1024 - 3)):
            case = self.case_of(self.report(photo))
            self.assertEqual("Mould, see <photo>.", case["text"])
            loaded = self.load(case)
            self.assertEqual((200, "application/octet-stream"), (loaded.status, loaded.headers["Content-Type"]))
            self.assertEqual({"bytes": len(loaded.body), "sha256": hashlib.sha256(loaded.body).hexdigest()},
                             case["photo"])
            self.assertNotIn(photo[10:60], loaded.body)
            self.assertEqual(hashlib.sha256(photo).hexdigest(),
                             self.maker.make("open-hash", sealed=loaded.body.hex()))
            self.assertIn(self.service.get("/cases/%s/photo" % case["id"]).status, (400, 404))

    def test_a_report_without_a_photo_comes_in_parts_too(self):
        for photo in (None, b""):
            case = self.case_of(self.report(photo, name="", consent=None))
            self.assertIsNone(case["photo"])
            answer = self.load(case)
            self.assertEqual((404, "not_found"), (answer.status, json.loads(answer.text)["error"]["code"]))

    def test_sent_twice_is_one_case_and_another_photo_is_another_report(self):
        fields = self.fields()
        first = self.case_of(self.send(multipart(*self.parts(fields, JPEG))))
        self.assertEqual(first["id"], self.case_of(self.send(multipart(*self.parts(fields, JPEG))))["id"])
        self.assertEqual(400, self.send(multipart(*self.parts(fields, PNG))).status)

    def test_what_is_no_photo_is_told_and_the_words_are_kept(self):
        for photo, words in ((b"GIF89a" + b"\0" * 50, "JPEG or PNG"), (b"\xff\xd8\xff" + b"\0" * 5242880, "JPEG or PNG"),
                             (b"\xff\xd8", "JPEG or PNG")):
            answer = self.report(photo)
            self.assertEqual(400, answer.status)
            self.assertIn(words, answer.text)
            self.assertIn("Mould, see &lt;photo&gt;.</textarea>", answer.text)
        answer = self.report(JPEG, consent=None)
        self.assertEqual(400, answer.status)
        self.assertIn("Tick the box", answer.text)

    def test_a_photo_goes_with_its_case_closed(self):
        case = self.case_of(self.report(JPEG))
        told = self.service.private("POST", "/cases/" + case["id"], json.dumps({"status": "closed", "answer": "Done."}))
        self.assertEqual(200, told.status)
        self.assertEqual(404, self.load(case).status)

    def test_only_what_browsers_write_is_taken(self):
        before = self.count()
        fields = self.fields()
        good = self.parts(fields, JPEG)
        whole = multipart(*good)
        boundary = "----WebKitFormBoundaryx7"
        mark = b"--" + boundary.encode()
        wrong = {
            "nothing": b"", "no end": whole[:-4], "half": whole[:len(whole) // 2], "after the end": whole + b"x",
            "before the beginning": b"x\r\n" + whole, "line feeds alone": whole.replace(b"\r\n", b"\n"),
            "a field twice": multipart(*good, part("text", b"again")),
            "two photos": multipart(*good, part("photo", PNG, file="b")),
            "another file": multipart(*self.parts(fields), part("document", JPEG, file="b")),
            "transfer encoding": multipart(*good, part("x", b"eA==", "Content-Transfer-Encoding: base64")),
            "nested": multipart(*good, part("x", multipart(*good, boundary="y"),
                                            "Content-Type: multipart/mixed; boundary=y", "X-More: 1")),
            "no name": multipart(*good, b"Content-Disposition: form-data\r\n\r\nx"),
            "empty name": multipart(*good, part("", b"x")),
            "no disposition": multipart(*good, b"Content-Type: text/plain\r\n\r\nx"),
            "no UTF-8": multipart(*good, part("x", b"\xff\xfe")), "NUL": multipart(*good, part("x", b"a\0b")),
            "NUL in a name": multipart(*good, part("a\0b", b"x")),
            "too many": multipart(*good, *(part("f%d" % i, b"") for i in range(16))),
            "a long field": multipart(*good, part("x", b"x" * 40000)),
            "a long name": multipart(*good, part("x" * 2000, b"x")),
            "the boundary in the middle": whole.replace(b"Mould", b"\r\n" + mark + b"--\r\n"),
        }
        for what, body in wrong.items():
            self.assertEqual(403, self.send(body).status, what)
        for content_type in ("multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"x",
                             "multipart/form-data; charset=x; boundary=x", "multipart/form-data; boundary=" + "x" * 71,
                             "multipart/form-data; boundary=x y"):
            self.assertEqual(403, self.send(multipart(*good, boundary="x"), content_type=content_type).status,
                             content_type)
        self.assertEqual(415, self.send(whole, content_type="multipart/mixed; boundary=" + boundary).status)
        self.assertEqual(before, self.count())
        self.assertEqual(201, self.send(whole, content_type='Multipart/Form-Data; Boundary="%s"' % boundary).status)

    def test_sizes_are_refused_before_they_are_read(self):
        address = new_address()
        head = "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n" \
               "Content-Length: %d\r\n\r\n"
        self.assertIn(b" 413 ", self.service.raw((head % ("/report", 6 * 1024 * 1024)).encode(), address)[:20])
        for target in ("/", "/find", "/case", self.unit_path(self.new_lot())):
            self.assertIn(b" 405 ", self.service.raw((head % (target, 10)).encode(), address)[:20])
        self.assertEqual(413, self.service.post_form("/report", {"text": "x" * 40000}).status)

    def test_other_sites_and_machines_are_refused(self):
        self.assertEqual(403, self.report(JPEG, website="http://spam").status)

    def test_many_announced_photos_leave_room_for_words(self):
        head = ("POST /report HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                "Content-Length: %d\r\n\r\n" % (5 * 1024 * 1024)).encode()
        held = []
        try:
            for _ in range(40):
                held.append(socket.create_connection(("127.0.0.1", self.service.public_port), timeout=5,
                                                     source_address=(new_address(), 0)))
                held[-1].sendall(head)
            self.assertIn(b" 503 ", self.service.raw(head)[:20])
            self.assertEqual(201, self.report().status)
        finally:
            for connection in held:
                connection.close()

    def test_photos_from_one_address_leave_room_for_others(self):
        head = ("POST /report HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                "Content-Length: %d\r\n\r\n" % (5 * 1024 * 1024)).encode()
        hog, held = new_address(), []
        try:
            for _ in range(4):
                held.append(socket.create_connection(("127.0.0.1", self.service.public_port), timeout=5,
                                                     source_address=(hog, 0)))
                held[-1].sendall(head)
            self.assertIn(b" 503 ", self.service.raw(head, hog)[:20])
            self.assertEqual(201, self.report(JPEG).status)
            held.pop().close()
            time.sleep(0.5)
            again = socket.create_connection(("127.0.0.1", self.service.public_port), timeout=0.5, source_address=(hog, 0))
            held.append(again)
            again.sendall(head)
            self.assertRaises(TimeoutError, again.recv, 64)
        finally:
            for connection in held:
                connection.close()

    def test_a_case_with_a_number_has_its_photo_after_a_kill(self):
        for _ in range(3):
            case = self.case_of(self.report(JPEG))
            self.service.process.send_signal(signal.SIGKILL)
            self.service.process.wait()
            self.service.process.stdout.close()
            self.service.process.stderr.close()
            self.service.start()
            self.assertEqual(case["photo"]["sha256"], hashlib.sha256(self.load(case).body).hexdigest())

    def test_photos_are_collected_after_their_cases(self):
        case = self.case_of(self.report(JPEG))
        folder = tempfile.mkdtemp(prefix="vouch-lookup-test-")
        self.addCleanup(shutil.rmtree, folder)
        path = os.path.join(folder, "collected.jsonl")
        self.assertEqual(0, self.service.run("collect", path).returncode)
        with open(path, encoding="utf-8") as file:
            lines = [json.loads(line) for line in file]
        photo = next(line for line in lines if line["record"] == "photo" and line["case"] == case["id"])
        self.assertEqual(["record", "case", "sealed"], list(photo))
        sealed = base64.urlsafe_b64decode(photo["sealed"] + "=" * (-len(photo["sealed"]) % 4))
        self.assertEqual(self.load(case).body, sealed)
        at = [line.get("id", line.get("case")) for line in lines]
        self.assertLess(at.index(case["id"]), lines.index(photo))

    def test_nothing_of_it_is_stored_in_clear(self):
        marked = b"\xff\xd8\xff" + b"A very particular photograph." * 30
        self.case_of(self.report(marked))
        self.assertEqual(0, self.service.stop())
        self.assertNotIn(b"A very particular photograph.", self.service.dump())
        self.service.start()


class WithoutDesk(LookupTest):
    desk = False

    def test_nobody_asks_for_a_photo_that_nobody_could_open(self):
        page = self.service.get("/report", "en").text
        self.assertNotIn('type="file"', page)
        self.assertNotIn("multipart", page)


if __name__ == "__main__":
    lookup_service.main()
