"""Starts the real lookup service on a free port of the loopback, and a maker of real publications beside it."""

import http.client
import itertools
import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import unittest
import urllib.parse

PROGRAM = os.environ["VOUCH_LOOKUP"]
MAKER = os.environ["VOUCH_MAKE_PUBLICATIONS"]
SOURCE = os.environ["VOUCH_LOOKUP_RESOURCES"]

# The same tests run on both kinds of database; here each folder has a PostgreSQL database of its own.
ON_POSTGRES = os.environ.get("VOUCH_LOOKUP_ON") == "postgres"
_databases = {}


def on_postgres(data):
    import postgres_server
    if not _databases:
        _databases["server"] = postgres_server.Server()
    if data not in _databases:
        _databases[data] = _databases["server"].make_database()
    return _databases[data]


def database_of(data):
    return ["--database", on_postgres(data)] if ON_POSTGRES else []


# Every visitor has an address of its own, 127.x.y.z, and so rations of its own.
_visitors = itertools.count(2)


def new_address():
    n = next(_visitors)
    return "127.%d.%d.%d" % (1 + n // 62500, n // 250 % 250, 1 + n % 250)


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()
        self.text = self.body.decode("utf-8", "replace")


class Maker:
    def __init__(self, lookup_key):
        self.process = subprocess.Popen([MAKER, lookup_key], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def make(self, do, **arguments):
        self.process.stdin.write(json.dumps(dict(arguments, do=do)) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line.endswith("\n"), "the maker stopped"
        return line[:-1]

    def record(self, lot, **fields):
        record = {
            "lot": lot, "rev": 1, "status": "released", "verdict": "accepted", "host": "q.example.cn",
            "published_at": "2026-09-01T10:00:00.000000+08:00", "utc_offset_s": 28800,
            "product_name_en": "Green tea, 100 g", "product_name_zh": "绿茶 100 克", "maker": "Hills & Sons",
        }
        record.update(fields)
        return {key: value for key, value in record.items() if value is not None}

    def public(self, lot, sign=None, seq=None, prev=None, **fields):
        extra = {k: v for k, v in (("sign", sign), ("seq", seq), ("prev", prev)) if v is not None}
        return self.make("public", record=self.record(lot, **fields), **extra)

    def serial(self, lot, unit=1, version=1, **more):
        return self.make("serial", lot=lot, unit=unit, version=version, **more)

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


class Service:
    def __init__(self, data=None, arguments=(), environment=None):
        self.data = data or tempfile.mkdtemp(prefix="vouch-lookup-test-")
        self.arguments = list(arguments) + database_of(self.data)
        self.environment = dict(os.environ, **(environment or {}))
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            [PROGRAM, "--listen", "127.0.0.1:0", "--private", "127.0.0.1:0", "--operator", "127.0.0.1:0",
             "--data", self.data] + self.arguments,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=self.environment)
        self.public_port = self._read_port("listening http://")
        self.private_port = self._read_port("private http://")
        self.operator_port = self._read_port("operator http://")

    def _read_port(self, prefix):
        line = self.process.stdout.readline()
        if not line.startswith(prefix):
            self.process.kill()
            raise RuntimeError("no %r but %r; %s" % (prefix, line, self.process.stderr.read()))
        return int(line.rsplit(":", 1)[1])

    def stop(self, how=signal.SIGTERM):
        """How it ends; with None it was told already."""
        if how is not None:
            self.process.send_signal(how)
        code = self.process.wait(20)
        self.complaints = self.process.stderr.read()
        self.process.stdout.close()
        self.process.stderr.close()
        return code

    def remove(self):
        if self.process.poll() is None:
            self.stop()
        shutil.rmtree(self.data)

    def ask(self, method, target, body=None, headers=None, address=None, port=None):
        connection = http.client.HTTPConnection("127.0.0.1", port or self.public_port, timeout=20,
                                                source_address=(address or new_address(), 0))
        try:
            connection.request(method, target, body=body, headers=headers or {})
            return Answer(connection.getresponse())
        finally:
            connection.close()

    def get(self, target, language=None, agent="Mozilla/5.0 (Linux; Android 14)", address=None, **headers):
        sent = {"User-Agent": agent}
        if language:
            sent["Accept-Language"] = language
        sent.update({name.replace("_", "-"): value for name, value in headers.items()})
        return self.ask("GET", target, headers=sent, address=address)

    def post_form(self, target, fields, address=None, **headers):
        sent = {"Content-Type": "application/x-www-form-urlencoded", "User-Agent": "Mozilla/5.0"}
        sent.update({name.replace("_", "-"): value for name, value in headers.items()})
        return self.ask("POST", target, body=urllib.parse.urlencode(fields), headers=sent, address=address)

    def private(self, method, target, body=None, headers=None):
        return self.ask(method, target, body=body.encode() if body is not None else None, headers=headers,
                        address="127.0.0.1", port=self.private_port)

    def operator(self, target, headers=None, method="GET", body=None):
        return self.ask(method, target, body=body, headers=headers, address="127.0.0.1", port=self.operator_port)

    def health(self):
        return json.loads(self.operator("/health").text)

    def publish(self, *lines):
        answer = self.private("POST", "/publications", "".join(line + "\n" for line in lines))
        assert answer.status == 200, answer.text
        assert answer.headers["Content-Type"] == "application/x-ndjson"
        return [json.loads(line) for line in answer.text.splitlines()]

    def key(self):
        return self.private("GET", "/key").text.strip()

    def run(self, *arguments):
        return subprocess.run([PROGRAM, "--data", self.data] + database_of(self.data) + list(arguments),
                              capture_output=True, text=True, timeout=30)

    def dump(self):
        """All that is in the database of a service that was stopped, as it is stored."""
        if ON_POSTGRES:
            return _databases["server"].run("pg_dump", on_postgres(self.data)).encode()
        with open(os.path.join(self.data, "lookup.db"), "rb") as file:
            return file.read()

    def change(self, sql):
        """Changes the database of a service that was stopped, as time would."""
        if ON_POSTGRES:
            return _databases["server"].ask(on_postgres(self.data), sql)
        connection = sqlite3.connect(os.path.join(self.data, "lookup.db"))
        with connection:
            connection.execute(sql)
        connection.close()

    def trust(self, content):
        path = os.path.join(self.data, "trust.json")
        with open(path, "w", encoding="utf-8") as file:
            file.write(content)
        return self.run("trust", path)

    def raw(self, request, address=None, seconds=10):
        with socket.create_connection(("127.0.0.1", self.public_port), timeout=seconds,
                                      source_address=(address or new_address(), 0)) as connection:
            connection.sendall(request)
            answer = b""
            while True:
                try:
                    piece = connection.recv(65536)
                except ConnectionResetError:
                    return answer
                if not piece:
                    return answer
                answer += piece


class LookupTest(unittest.TestCase):
    """A service that trusts station 1 and its desk, for all tests of a class."""

    desk = True
    arguments = ()

    @classmethod
    def make_service(cls):
        return Service(arguments=cls.arguments)

    @classmethod
    def setUpClass(cls):
        cls.service = cls.make_service()
        cls.maker = Maker(cls.service.key())
        done = cls.service.trust(cls.maker.make("trust", desk=cls.desk))
        assert done.returncode == 0, done.stderr
        cls.lots = itertools.count(1)

    @classmethod
    def tearDownClass(cls):
        cls.maker.close()
        code = cls.service.stop()
        shutil.rmtree(cls.service.data)
        assert code == 0, "the service ended with %d: %s" % (code, cls.service.complaints)

    def new_lot(self, count=100, voids=(), **fields):
        """A published lot with units 1 to count; returns its number."""
        lot = "L%06d-%02d" % (next(self.lots), 26)
        answers = self.service.publish(
            self.maker.public(lot, **fields),
            self.maker.make("control", lot=lot, rev=1, ranges=[[1, 1, count]], voids=list(voids)))
        self.assertEqual(["stored", "stored"], [answer.get("state") for answer in answers], answers)
        return lot

    def unit_path(self, lot, unit=1):
        return "/t/%s/%s" % (lot, self.maker.serial(lot, unit))


def main():
    unittest.main(verbosity=2)
