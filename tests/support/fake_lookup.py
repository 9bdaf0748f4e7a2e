"""A lookup service that says what a test gives it, for the station's side of customers' cases."""

import base64
import hashlib
import http.server
import json
import threading
import urllib.parse

PAGE = 500
LINES = "application/x-ndjson"
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def make_id(number):
    """An id as people read it: 13 digits of Crockford's base 32."""
    digits = ""
    for _ in range(13):
        digits = ALPHABET[number % 32] + digits
        number //= 32
    return digits


def collected(*lines):
    """A file as `vouch-lookup collect` writes one."""
    body = "".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines)
    end = {"record": "end", "lines": len(lines), "sha256": hashlib.sha256(body.encode()).hexdigest()}
    return body + json.dumps(end, separators=(",", ":")) + "\n"


def photo_line(case_id, sealed):
    return {"record": "photo", "case": case_id, "sealed": base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()}


class FakeLookup(http.server.ThreadingHTTPServer):
    """Cases, photographs, a log and counts; what it was answered is kept in `answered`."""

    def __init__(self, key="11" * 32):
        super().__init__(("127.0.0.1", 0), Handler)
        self.key = key
        self.cases = []
        self.photos = {}
        self.events = []
        self.counts = []
        self.units = {}
        self.answered = []
        self.asked = []
        self.refuses = {}
        self.is_away = False
        self.after_reply = lambda path: None
        self.thread = threading.Thread(target=self.serve_forever, daemon=True)
        self.thread.start()

    @property
    def url(self):
        return "http://127.0.0.1:%d" % self.server_port

    def add_case(self, number, photo=None, **more):
        case = {"id": make_id(number), "number": "C-" + make_id(number), "lot": None, "serial": None,
                "code_state": "unknown", "kind": "quality", "text": "Tastes of soap.", "contact": None,
                "consent_at": None, "language": "en", "created_at": "2026-11-20T08:00:00Z",
                "due_at": "2026-11-22T08:00:00Z", "status": "received", "photo": None}
        if photo is not None:
            self.photos[case["id"]] = photo
            case["photo"] = {"bytes": len(photo), "sha256": hashlib.sha256(photo).hexdigest()}
        case.update(more)
        self.cases.append(case)
        return case

    def add_event(self, kind, **more):
        event = {"seq": str(len(self.events) + 1), "at": "2026-11-21T08:00:00Z", "type": kind, "lot": None,
                 "key_version": None, "unit": None, "serial": None, "reason": None, "queries": None, "case": None,
                 "score": None, "text": None}
        event.update(more)
        self.events.append(event)
        return event

    def add_count(self, lot, queries, units=1, marked=0):
        self.counts.append({"lot": lot, "units": units, "queries": queries, "first_at": "2026-11-20T08:00:00Z",
                            "last_at": "2026-11-21T08:00:00Z", "marked": marked})

    def stop(self):
        self.shutdown()
        self.server_close()


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def reply(self, body, kind=LINES, status=200):
        if isinstance(body, str):
            body = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()
        self.server.after_reply(self.path)

    def fail(self, status, code):
        self.reply(json.dumps({"error": {"code": code, "field": None, "message": "said the fake"}}), "application/json",
                   status)

    def list(self, objects):
        self.reply("".join(json.dumps(entry) + "\n" for entry in objects[:PAGE]))

    def do_GET(self):
        fake = self.server
        path, _, query = self.path.partition("?")
        form = {name: values[0] for name, values in urllib.parse.parse_qs(query).items()}
        after = form.get("after", "")
        fake.asked.append(self.path)
        if fake.is_away:
            self.fail(503, "busy")
        elif path == "/key":
            self.reply(fake.key + "\n", "text/plain")
        elif path == "/cases":
            self.list([case for case in fake.cases if case["id"] > after])
        elif path.startswith("/cases/") and path.endswith("/photo"):
            photo = fake.photos.get(path.split("/")[2])
            self.reply(photo, "application/octet-stream") if photo else self.fail(404, "not_found")
        elif path == "/events":
            self.list([event for event in fake.events if int(event["seq"]) > int(after or 0)])
        elif path == "/counts" and "lot" in form:
            self.list([unit for unit in fake.units.get(form["lot"], []) if unit["unit"] > int(after or -1)])
        elif path == "/counts":
            self.list([count for count in fake.counts if count["lot"] > after])
        else:
            self.fail(404, "not_found")

    def do_POST(self):
        fake = self.server
        body = self.rfile.read(int(self.headers["Content-Length"]))
        case_id = self.path.rsplit("/", 1)[-1]
        if fake.is_away:
            self.fail(503, "busy")
        elif case_id in fake.refuses:
            self.fail(400, fake.refuses[case_id])
        elif self.path == "/publications":
            self.reply("")
        else:
            fake.answered.append((case_id, json.loads(body)))
            self.reply(json.dumps({"id": case_id, "state": "stored"}), "application/json")
