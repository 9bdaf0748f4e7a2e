"""Sockets that systemd opened: who asks while the service starts anew waits, and is answered."""

import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import unittest

from lookup_service import PROGRAM, database_of, main


class Sockets:
    """What systemd does for a socket unit: opens, and hands over from descriptor 3 on."""

    def __init__(self, names):
        self.names = names
        self.sockets = []
        for _ in names:
            opened = socket.socket()
            opened.bind(("127.0.0.1", 0))
            opened.listen(64)
            self.sockets.append(opened)
        self.data = tempfile.mkdtemp(prefix="vouch-lookup-test-")

    def start(self, listen="systemd", private="systemd"):
        redirections = " ".join("%d<&%d" % (3 + i, opened.fileno()) for i, opened in enumerate(self.sockets))
        script = ("export LISTEN_PID=$$ LISTEN_FDS=%d LISTEN_FDNAMES=%s; exec \"$@\" %s"
                  % (len(self.sockets), ":".join(self.names), redirections))
        return subprocess.Popen(
            ["sh", "-c", script, "sh", PROGRAM, "--listen", listen, "--private", private, "--data", self.data]
            + database_of(self.data),
            pass_fds=[opened.fileno() for opened in self.sockets], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True)

    def port(self, number=0):
        return self.sockets[number].getsockname()[1]

    def close(self):
        for opened in self.sockets:
            opened.close()
        shutil.rmtree(self.data, ignore_errors=True)


def ask(port, target="/"):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", target)
    status = connection.getresponse().status
    connection.close()
    return status


class SocketsTest(unittest.TestCase):
    def stop(self, process):
        process.terminate()
        self.assertEqual(0, process.wait(20), process.stderr.read())
        process.stdout.close()
        process.stderr.close()

    def start(self, sockets, **arguments):
        process = sockets.start(**arguments)
        self.assertRegex(process.stdout.readline(), "^listening http://127.0.0.1:%d$" % sockets.port(0))
        process.stdout.readline()
        return process

    def test_both_sides_are_served_on_their_sockets(self):
        sockets = Sockets(["private", "public"])
        process = sockets.start()
        lines = process.stdout.readline() + process.stdout.readline()
        self.assertIn("listening http://127.0.0.1:%d\n" % sockets.port(1), lines)
        self.assertIn("private http://127.0.0.1:%d\n" % sockets.port(0), lines)
        self.assertEqual(200, ask(sockets.port(1)))
        self.assertEqual(200, ask(sockets.port(0), "/key"))
        self.stop(process)
        sockets.close()

    def test_nobody_is_turned_away_while_it_starts_anew(self):
        sockets = Sockets(["public", "private"])
        self.stop(self.start(sockets))
        statuses = []
        asker = threading.Thread(target=lambda: statuses.append(ask(sockets.port(0))))
        asker.start()
        process = self.start(sockets)
        asker.join()
        self.assertEqual([200], statuses)
        self.stop(process)
        sockets.close()

    def test_a_socket_that_is_missing_is_named(self):
        for names in (["public"], ["customers", "private"]):
            sockets = Sockets(names)
            process = sockets.start()
            said = process.communicate(timeout=20)[1]
            self.assertEqual(1, process.returncode, said)
            self.assertIn("private" if names == ["public"] else "public", said)
            sockets.close()

    def test_sockets_of_another_process_are_not_taken(self):
        environment = dict(os.environ, LISTEN_PID="1", LISTEN_FDS="2", LISTEN_FDNAMES="public:private")
        with tempfile.TemporaryDirectory(prefix="vouch-lookup-test-") as data:
            done = subprocess.run([PROGRAM, "--listen", "systemd", "--private", "systemd", "--data", data],
                                  env=environment, capture_output=True, text=True, timeout=20, check=False)
        self.assertEqual(1, done.returncode)
        self.assertIn("systemd", done.stderr)


if __name__ == "__main__":
    main()
