"""The service behind a real nginx with the sample configuration: asked by curl, through TLS."""

import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
import unittest

from lookup_service import Maker, Service, main

SAMPLE = os.path.join(os.path.dirname(os.environ["VOUCH_LOOKUP_RESOURCES"]), "nginx", "vouch-lookup.conf")
HOST = "q.example.cn"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Answer:
    def __init__(self, run):
        assert run.returncode == 0, run
        head, self.body = run.stdout.split(b"\r\n\r\n", 1)
        lines = head.decode().split("\r\n")
        self.protocol, status = lines[0].split(" ")[:2]
        self.status = int(status)
        self.headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines[1:])}
        self.text = self.body.decode("utf-8", "replace")


class NginxTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = Service(arguments=["--host", HOST, "--proxy", "127.0.0.1"])
        cls.maker = Maker(cls.service.key())
        assert cls.service.trust(cls.maker.make("trust")).returncode == 0
        cls.service.publish(cls.maker.public("L1"), cls.maker.make("control", lot="L1", ranges=[[1, 1, 1000]]))
        cls.folder = tempfile.mkdtemp(prefix="vouch-nginx-")
        cls.port, cls.plain_port = free_port(), free_port()
        cls.make_certificate()
        cls.write_configuration()
        cls.nginx = subprocess.Popen(["nginx", "-e", "stderr", "-p", cls.folder, "-c", cls.folder + "/nginx.conf"])
        cls.wait_for_nginx()

    @classmethod
    def tearDownClass(cls):
        cls.nginx.terminate()
        cls.nginx.wait(10)
        cls.maker.close()
        cls.service.remove()
        shutil.rmtree(cls.folder)

    @classmethod
    def make_certificate(cls):
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
             "-subj", "/CN=" + HOST, "-addext", "subjectAltName=DNS:" + HOST,
             "-keyout", cls.folder + "/key.pem", "-out", cls.folder + "/fullchain.pem"],
            check=True, capture_output=True)

    @classmethod
    def write_configuration(cls):
        """The sample as it is, but for the places of this machine."""
        with open(SAMPLE, encoding="utf-8") as file:
            text = file.read()
        for pattern, place in ((r"listen 443 ", "listen 127.0.0.1:%d " % cls.port),
                               (r"listen 80;", "listen 127.0.0.1:%d;" % cls.plain_port),
                               (r"listen \[::\].*", ""),
                               (r"/etc/ssl/vouch-lookup", cls.folder),
                               (r"/var/(cache|log)/nginx", cls.folder),
                               (r"127\.0\.0\.1:8080", "127.0.0.1:%d" % cls.service.public_port)):
            text, n = re.subn(pattern, place, text)
            assert n > 0, pattern
        with open(cls.folder + "/vouch-lookup.conf", "w", encoding="utf-8") as file:
            file.write(text)
        user = "user root;" if os.getuid() == 0 else ""
        with open(cls.folder + "/nginx.conf", "w", encoding="utf-8") as file:
            file.write(user + "daemon off; pid nginx.pid; events {} http { include vouch-lookup.conf; }\n")

    @classmethod
    def wait_for_nginx(cls):
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", cls.port)).close()
                return
            except ConnectionRefusedError:
                assert cls.nginx.poll() is None, "nginx does not take the sample configuration"
                time.sleep(0.05)
        raise RuntimeError("nginx does not answer")

    def curl(self, path, *options, address=None):
        url = "https://%s:%d%s" % (HOST, self.port, path)
        command = ["curl", "--silent", "--include", "--http2", "--max-time", "20",
                   "--cacert", self.folder + "/fullchain.pem",
                   "--resolve", "%s:%d:127.0.0.1" % (HOST, self.port), "--user-agent", "Mozilla/5.0"]
        if address:
            command += ["--interface", address]
        return Answer(subprocess.run(command + list(options) + [url], capture_output=True, check=False))

    def unit(self, number):
        return "/t/L1/" + self.maker.serial("L1", number)

    def test_a_unit_is_shown_through_tls_and_http2(self):
        answer = self.curl(self.unit(1))
        self.assertEqual(("HTTP/2", 200), (answer.protocol, answer.status))
        self.assertEqual("max-age=31536000", answer.headers["strict-transport-security"])
        self.assertIn("no-store", answer.headers["cache-control"])
        self.assertNotIn("1.", answer.headers["server"])

    def test_a_page_is_sent_small(self):
        answer = self.curl(self.unit(2), "--header", "Accept-Encoding: gzip")
        self.assertEqual("gzip", answer.headers["content-encoding"])
        self.assertLess(len(answer.body), 5000)

    def test_visitors_are_told_apart_and_cannot_choose_who_they_are(self):
        english = ("--header", "Accept-Language: en")
        for number in range(3):
            answer = self.curl(self.unit(3), *english, "--header", "X-Forwarded-For: 203.0.113.%d" % number,
                               address="127.0.3.1")
            self.assertIn("first", answer.text.split("</h1>")[1])
        other = self.curl(self.unit(3), *english, address="127.0.3.2")
        self.assertIn("2", other.text.split("<h1>")[1].split("</h1>")[0])

    def test_plain_http_leads_to_tls(self):
        done = subprocess.run(["curl", "--silent", "--include", "--header", "Host: " + HOST,
                               "http://127.0.0.1:%d/t/L1" % self.plain_port], capture_output=True, check=False)
        answer = Answer(done)
        self.assertEqual((301, "https://%s/t/L1" % HOST), (answer.status, answer.headers["location"]))

    def test_only_what_is_public_is_kept(self):
        for _ in range(2):
            self.assertEqual(200, self.curl("/robots.txt").status)
            self.assertEqual(200, self.curl("/t/L1").status)
            self.assertEqual(200, self.curl(self.unit(4)).status)
        kept = [os.path.join(folder, name) for folder, _, names in os.walk(self.folder + "/vouch-lookup")
                for name in names]
        self.assertGreaterEqual(len(kept), 1)
        for path in kept:
            with open(path, "rb") as file:
                self.assertRegex(file.read(), b"\nKEY: [^\n]*/robots\\.txt")

    def test_large_bodies_are_refused(self):
        path = os.path.join(self.folder, "large")
        with open(path, "wb") as file:
            file.write(b"x" * (5 * 1024 * 1024 + 1))
        for target in ("/", "/report"):
            self.assertEqual(413, self.curl(target, "--data-binary", "@" + path).status)

    def test_a_flood_is_stopped(self):
        urls = ["https://%s:%d/robots.txt?%d" % (HOST, self.port, number) for number in range(300)]
        done = subprocess.run(
            ["curl", "--silent", "--parallel", "--parallel-max", "20", "--cacert", self.folder + "/fullchain.pem",
             "--resolve", "%s:%d:127.0.0.1" % (HOST, self.port), "--interface", "127.0.6.1",
             "--write-out", "%{http_code}\n"] + sum((["--output", "/dev/null", url] for url in urls), []),
            capture_output=True, text=True, check=False)
        statuses = done.stdout.split()
        self.assertEqual(300, len(statuses))
        self.assertGreater(statuses.count("429"), 50)
        self.assertGreaterEqual(statuses.count("200"), 100)
        self.assertEqual(200, self.curl("/robots.txt", address="127.0.6.2").status)

    def test_the_log_knows_neither_addresses_nor_codes(self):
        unit = self.unit(5)
        self.assertEqual(200, self.curl(unit, address="127.0.7.77").status)
        time.sleep(0.2)
        with open(self.folder + "/vouch-lookup.log", encoding="utf-8") as file:
            log = file.read()
        self.assertIn("127.0.7.0 GET 200", log)
        self.assertNotIn("127.0.7.77", log)
        self.assertNotIn("L1", log)
        self.assertNotIn(unit.rsplit("/", 1)[1], log)

    def test_the_private_side_is_not_there(self):
        for path in ("/publications", "/cases", "/key", "/health"):
            self.assertEqual(400, self.curl(path).status)


if __name__ == "__main__":
    main()
