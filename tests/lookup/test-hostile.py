"""What must not hurt: the lookup's part of the list of bad inputs, by its numbers."""

import random
import re
import signal
import socket
import threading
import time
import unittest

import lookup_service
from lookup_service import LookupTest, Service, new_address

HEAD = b"Host: localhost\r\nUser-Agent: x\r\nConnection: close\r\n"


def status_of(raw):
    return int(raw.split(b" ", 2)[1]) if raw.startswith(b"HTTP/1.") else 0


class Hostile(LookupTest):
    def test_77_malformed_paths_have_one_answer(self):
        lot = self.new_lot()
        serial = self.maker.serial(lot)
        paths = ["/t/", "/t", "//", "/t//x", "/t/%s/" % lot, "/t/%s/%s/" % (lot, serial), "/t/%s/%s/x" % (lot, serial),
                 "/t/%s/%s" % (lot, serial[:-1]), "/t/%s/%s0" % (lot, serial), "/t/%s/-%s-0" % (lot, serial),
                 "/t/%s/%%00" % lot, "/t/%00", "/t/%2e%2e", "/t/..", "/../etc/passwd", "/t/" + "A" * 21, "/t/A_B",
                 "/t/%s/%s%%20%%2" % (lot, serial), "/t/%e6%89%b9", "/index.php", "/.git/config", "/inspector/li",
                 "/t/%s/UUUUUUUUUUUUUUUU" % lot, "/01/123/10/A", "/01/06901234567892/10/A/22/X", "/case/1", "/case/1/2",
                 "/find", "/find?serial=1", "/find?lot=%00", "/?" + "a=1&" * 30, "/x" * 5000, "/?lang=%zz",
                 "/report?lot=%3Cscript%3E"]
        answers = [(path, self.service.get(path, "en")) for path in paths]
        for path, answer in answers:
            self.assertEqual(400, answer.status, path[:60])
        self.assertEqual(1, len({answer.body for _, answer in answers}))

    def test_77_raw_bytes_in_the_target(self):
        for target in (b"/t/\x00", b"/t/\xff\xfe", b"/t/A\tB", b"*", b"http://localhost/t/A", b"/t/A#x"):
            answer = self.service.raw(b"GET " + target + b" HTTP/1.1\r\n" + HEAD + b"\r\n")
            self.assertIn(status_of(answer), (0, 400, 404), target)
        self.assertEqual(200, self.service.get("/").status)

    def test_79_other_queries_are_ignored(self):
        path = self.unit_path(self.new_lot())
        answer = self.service.get(path + "?next=http://evil.example&utm_source=x", "en")
        self.assertEqual(200, answer.status)
        self.assertNotIn("evil", answer.text)
        self.assertNotIn("Location", answer.headers)

    def test_80_host_is_ours(self):
        for host, status in (("evil.example", 421), ("localhost", 200), ("LOCALHOST:80", 200), ("[::1]:1", 200),
                             ("127.0.0.1", 200), ("localhost.evil.example", 421), ("localhost:x", 421),
                             ("127.0.0.1@evil", 421)):
            self.assertEqual(status, self.service.ask("GET", "/", headers={"Host": host}).status, host)
        self.assertEqual(400, status_of(self.service.raw(b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n")))
        self.assertEqual(400, status_of(self.service.raw(b"GET / HTTP/1.1\r\nHost: localhost\r\n" + HEAD + b"\r\n")))

    def test_80_more_hosts_may_be_served(self):
        service = Service(arguments=["--host", "Q.example.cn"])
        try:
            self.assertEqual(200, service.ask("GET", "/", headers={"Host": "q.example.CN"}).status)
            self.assertEqual(421, service.ask("GET", "/", headers={"Host": "example.cn"}).status)
        finally:
            service.remove()

    def test_80_hosts_of_trusted_stations_are_served(self):
        headers = {"Host": "labels.example.cn"}
        self.assertEqual(421, self.service.ask("GET", "/", headers=headers).status)
        self.maker.make("station", station=9, epoch=1)
        self.assertEqual(0, self.service.trust(self.maker.make("trust", host="labels.example.cn")).returncode)
        end = time.monotonic() + 10
        while self.service.ask("GET", "/", headers=headers).status != 200 and time.monotonic() < end:
            time.sleep(0.1)
        self.assertEqual(200, self.service.ask("GET", "/", headers=headers).status)
        self.assertEqual(421, self.service.private("GET", "/key", headers=headers).status)
        self.maker.make("station", station=1, epoch=2)
        self.assertEqual(0, self.service.trust(self.maker.make("trust")).returncode)

    def test_81_guessing_is_rationed_and_hits_are_not_locked_out(self):
        lot = self.new_lot()
        address = new_address()
        alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
        guess = random.Random(1)
        statuses = [self.service.get("/t/%s/%s" % (lot, "".join(guess.choices(alphabet, k=16))), address=address).status
                    for _ in range(200)]
        self.assertEqual([404] * 60, statuses[:60])
        self.assertLess(statuses.count(404), 75)
        self.assertEqual(429, statuses[-1])
        self.assertEqual(200, self.service.get(self.unit_path(lot), address=address).status)
        limited = self.service.get("/t/X", address=address)
        self.assertEqual("60", limited.headers["Retry-After"])
        self.assertEqual(404, self.service.get("/t/X").status)

    def test_81_malformed_and_hits_have_their_own_rations(self):
        address = new_address()
        statuses = [self.service.get("/x", address=address).status for _ in range(40)]
        self.assertEqual([400] * 30, statuses[:30])
        self.assertEqual(429, statuses[-1])
        statuses = [self.service.get("/", address=address).status for _ in range(260)]
        self.assertEqual([200] * 240, statuses[:240])
        self.assertEqual(429, statuses[-1])

    def test_82_smuggling_is_rejected_and_ends_the_connection(self):
        lot = self.new_lot()
        body = b"5\r\nhello\r\n0\r\n\r\nGET /t/" + lot.encode() + b" HTTP/1.1\r\nHost: localhost\r\n\r\n"
        for head in (b"POST /report HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                     b"POST /report HTTP/1.1\r\nTransfer-Encoding: chunked\r\n",
                     b"POST /report HTTP/1.1\r\nTransfer-Encoding: xchunked\r\nContent-Length: 5\r\n",
                     b"POST /report HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 50\r\n",
                     b"POST /report HTTP/1.1\r\nContent-Length: -1\r\n",
                     b"POST /report HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n",
                     b"POST /report HTTP/1.1\r\n",
                     b"GET / HTTP/1.1\r\nContent-Length: 5\r\n", b"GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n"):
            answer = self.service.raw(head + b"Host: localhost\r\n\r\n" + body)
            # The request hidden in the body is a good one: it must not be answered.
            statuses = {int(status) for status in re.findall(rb"HTTP/1\.1 (\d+)", answer)}
            self.assertLessEqual(statuses, {400, 411, 413}, head)
            self.assertTrue(statuses, head)
        ranged = self.service.get("/", Range="bytes=0-10")
        self.assertEqual(400, ranged.status)

    def test_82_header_floods(self):
        flood = b"".join(b"X-%d: %s\r\n" % (i, b"a" * 100) for i in range(1000))
        self.assertIn(status_of(self.service.raw(b"GET / HTTP/1.1\r\n" + HEAD + flood + b"\r\n")), (0, 400, 413, 431))
        self.assertIn(status_of(self.service.raw(b"GET / HTTP/1.1\r\n" + HEAD + b"X: " + b"a" * 50000 + b"\r\n\r\n")),
                      (0, 400, 413, 431))
        self.assertEqual(200, self.service.get("/").status)

    def test_83_slow_clients_are_dropped_after_five_seconds(self):
        def drip(connection):
            # A byte now and then must not stretch the time.
            try:
                for byte in b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + b"a" * 100:
                    connection.send(bytes([byte]))
                    time.sleep(0.3)
            except OSError:
                pass

        begun = time.monotonic()
        connections = [socket.create_connection(("127.0.0.1", self.service.public_port)) for _ in range(50)]
        threading.Thread(target=drip, args=(connections[0],), daemon=True).start()
        self.assertEqual(200, self.service.get("/").status)
        for connection in connections:
            connection.settimeout(10)
            try:
                self.assertEqual(b"", connection.recv(1))
            except ConnectionResetError:
                pass
            connection.close()
        self.assertLess(time.monotonic() - begun, 7.5)

    def raw_or_refused(self, request, address):
        try:
            return self.service.raw(request, address)
        except (ConnectionResetError, BrokenPipeError):
            return b""

    def test_one_address_leaves_connections_to_others(self):
        hog, held = new_address(), []
        try:
            for _ in range(1024):
                held.append(socket.create_connection(("127.0.0.1", self.service.public_port), timeout=5,
                                                     source_address=(hog, 0)))
            self.assertEqual(200, self.service.get("/").status)
            self.assertEqual(b"", self.raw_or_refused(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", hog))
        finally:
            for connection in held:
                connection.close()

    def test_84_methods(self):
        path = self.unit_path(self.new_lot())
        for method in ("PUT", "DELETE", "TRACE", "PATCH", "CONNECT", "BREW"):
            answer = self.service.raw(("%s %s HTTP/1.1\r\n" % (method, path)).encode() + HEAD + b"\r\n")
            self.assertEqual(405, status_of(answer), method)
        self.assertEqual(405, self.service.post_form(path, {"a": "b"}).status)
        self.assertEqual(405, self.service.post_form("/", {"a": "b"}).status)
        head = self.service.ask("HEAD", path)
        self.assertEqual((200, b""), (head.status, head.body))
        options = self.service.ask("OPTIONS", path)
        self.assertEqual(204, options.status)
        self.assertIn("GET", options.headers["Allow"])

    def test_connections_are_kept(self):
        lot = self.new_lot()
        connection = lookup_service.http.client.HTTPConnection("127.0.0.1", self.service.public_port, timeout=10)
        for target in ("/t/" + lot, self.unit_path(lot), "/t/X", "/"):
            connection.request("GET", target)
            sock = connection.sock
            connection.getresponse().read()
            self.assertIs(sock, connection.sock, "closed after " + target)
        connection.close()

    def test_87_nothing_else_exists(self):
        for path in ("/inspector/li", "/publications", "/cases", "/key", "/health", "/admin", "/t/../key"):
            self.assertEqual(400, self.service.get(path).status, path)

    def test_stops_when_told_while_asked(self):
        path = self.unit_path(self.new_lot())
        answers, stopping = [], threading.Event()

        def ask():
            while not stopping.is_set():
                try:
                    answers.append(self.service.get(path).status)
                except (OSError, lookup_service.http.client.HTTPException):
                    return

        threads = [threading.Thread(target=ask) for _ in range(8)]
        for thread in threads:
            thread.start()
        time.sleep(0.3)
        begun = time.monotonic()
        code = self.service.stop(signal.SIGTERM)
        stopping.set()
        for thread in threads:
            thread.join()
        self.assertEqual(0, code)
        self.assertLess(time.monotonic() - begun, 6)
        self.assertEqual({200}, set(answers))
        self.service.start()

    def test_stops_when_told_whenever_somebody_asks(self):
        """Connections that are open when it is told ask while it stops, a little later each."""
        lot = self.new_lot()
        paths = [self.unit_path(lot, unit).encode() for unit in range(1, 61)]
        for _ in range(20):
            connections = [socket.create_connection(("127.0.0.1", self.service.public_port)) for _ in paths]
            self.service.process.send_signal(signal.SIGTERM)
            for connection, path in zip(connections, paths):
                try:
                    connection.sendall(b"GET " + path + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
                except OSError:
                    break
                time.sleep(0.0001)
            self.assertEqual(0, self.service.stop(None), self.service.complaints)
            for connection in connections:
                connection.close()
            self.service.start()


if __name__ == "__main__":
    lookup_service.main()
