"""Several processes on one PostgreSQL database, and a server that goes away."""

import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import unittest

import lookup_service
from lookup_service import LookupTest, Service
from postgres_server import Server


def number_of(answer):
    again = re.search(r"<h1>Genuine, query no\. (\d+)</h1>", answer.text)
    return int(again.group(1)) if again else 1


class Processes(LookupTest):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()
        super().setUpClass()

    @classmethod
    def make_service(cls):
        cls.database = cls.server.make_database()
        return Service(arguments=["--database", cls.database])

    def setUp(self):
        # The keys are copied by the operator.
        folder = tempfile.mkdtemp(prefix="vouch-lookup-test-")
        shutil.copy(os.path.join(self.service.data, "lookup-keys"), folder)
        self.other = Service(data=folder, arguments=["--database", self.database])
        self.addCleanup(self.remove_other)

    def remove_other(self):
        if self.other.process.poll() is not None:
            self.other.process.stdout.close()
            self.other.process.stderr.close()
        self.other.remove()

    def test_publication_reaches_the_other_process_within_a_second(self):
        path = "/t/" + self.new_lot()
        lot = path[3:]

        def told_by(service):
            return re.search("<h1>(.*?)</h1>", service.get(path, "en").text).group(1)

        for rev, status in ((2, "recalled"), (3, "withdrawn")):
            before = told_by(self.other)
            self.service.publish(self.maker.public(lot, rev=rev, status=status))
            end = time.monotonic() + 1
            self.assertNotEqual(before, told_by(self.service))
            while (told := told_by(self.other)) == before and time.monotonic() < end:
                time.sleep(0.02)
            self.assertEqual(told_by(self.service), told)

    def test_a_station_trusted_by_one_is_believed_by_the_other_within_a_second(self):
        maker = lookup_service.Maker(self.service.key())
        self.addCleanup(maker.close)
        maker.make("station", station=5, epoch=1)
        asked = {"Host": "five.example.cn", "User-Agent": "Mozilla/5.0"}
        self.assertEqual(421, self.other.ask("GET", "/", headers=asked).status)
        self.assertEqual(0, self.service.trust(maker.make("trust", host="five.example.cn")).returncode)
        end = time.monotonic() + 1
        while (status := self.other.ask("GET", "/", headers=asked).status) == 421 and time.monotonic() < end:
            time.sleep(0.02)
        self.assertEqual(200, status)
        self.assertEqual("stored", self.other.publish(maker.public("FIVE"))[0]["state"])

    def test_a_count_that_the_server_breaks_off_is_made_again_once(self):
        path = self.unit_path(self.new_lot())
        self.assertEqual(1, number_of(self.service.get(path, "en")))
        # Somebody holds the row, and the server tells the one who waits for it to give up.
        holder = self.server.open_session(self.database)
        holder.stdin.write("BEGIN; UPDATE unit_query SET queries = queries; SELECT 'held';\n")
        holder.stdin.flush()
        self.assertEqual("held", holder.stdout.readline().strip())
        answers = []
        asking = threading.Thread(target=lambda: answers.append(self.other.get(path, "en")))
        asking.start()
        end = time.monotonic() + 10
        while self.server.ask(self.database, "SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity "
                              "WHERE wait_event_type = 'Lock' AND query LIKE '%unit_query%'") != "1":
            self.assertLess(time.monotonic(), end)
            time.sleep(0.02)
        holder.stdin.write("ROLLBACK;\n")
        holder.communicate(timeout=10)
        asking.join()
        self.assertEqual(200, answers[0].status)
        self.assertEqual(2, number_of(answers[0]))
        self.assertEqual("2", self.server.ask(self.database, "SELECT max(queries) FROM unit_query"))

    def test_counts_of_two_processes_are_exact_after_a_kill(self):
        path = self.unit_path(self.new_lot())
        told, lock = [], threading.Lock()

        def ask(service):
            for _ in range(12):
                try:
                    n = number_of(service.get(path, "en"))
                except (OSError, lookup_service.http.client.HTTPException):
                    return
                with lock:
                    told.append(n)
                    if len(told) == 100:
                        self.other.process.send_signal(signal.SIGKILL)

        threads = [threading.Thread(target=ask, args=(service,)) for service in (self.service, self.other) * 16]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(told), len(set(told)))
        after = number_of(self.service.get(path, "en"))
        self.assertGreater(after, max(told))
        # One may have been counted for each connection of the killed process.
        self.assertLessEqual(after, len(told) + 1 + 16)

    def test_cases_of_both_processes_reach_the_station_once_each(self):
        lot, after, seen = self.new_lot(), "0", []

        def report(service, n):
            key = re.search(r'name="key" value="([0-9a-f]+)"', service.get("/report?lang=en").text).group(1)
            answer = service.post_form("/report", {"key": key, "lang": "en", "lot": lot, "kind": "quality",
                                                   "text": "Number %d" % n})
            self.assertEqual(201, answer.status)

        threads = [threading.Thread(target=report, args=(service, 2 * n + i)) for n in range(8)
                   for i, service in enumerate((self.service, self.other))]
        for thread in threads:
            thread.start()
        while True:
            running = any(thread.is_alive() for thread in threads)
            for line in self.service.private("GET", "/cases?after=" + after).text.splitlines():
                case = json.loads(line)
                after = case["id"]
                if case["lot"] == lot:
                    seen.append(case["text"])
            if not running:
                break
        for thread in threads:
            thread.join()
        self.assertEqual(sorted("Number %d" % n for n in range(16)), sorted(seen))

    def test_server_restarted_while_serving(self):
        path = self.unit_path(self.new_lot())
        self.assertEqual(1, number_of(self.service.get(path, "en")))
        self.server.stop()
        try:
            self.assertEqual(503, self.service.get(path, "en").status)
            self.assertIsNone(self.service.process.poll())
        finally:
            self.server.start()
        end = time.monotonic() + 8
        while (answer := self.service.get(path, "en")).status == 503 and time.monotonic() < end:
            time.sleep(0.1)
        self.assertEqual(200, answer.status)
        self.assertEqual(2, number_of(answer))

    def test_two_processes_make_the_tables_at_once(self):
        database = self.server.make_database()
        folders = [tempfile.mkdtemp(prefix="vouch-lookup-test-") for _ in range(2)]
        for folder in folders:
            shutil.copy(os.path.join(self.service.data, "lookup-keys"), folder)
        started = [None, None]

        def start(i):
            started[i] = Service(data=folders[i], arguments=["--database", database])

        threads = [threading.Thread(target=start, args=(i,)) for i in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertNotIn(None, started)
        for service in started:
            service.remove()
        self.assertEqual("1", self.server.ask(database, "SELECT count (*) FROM lookup_migration WHERE number = 1"))

    def test_database_of_a_newer_version_is_refused(self):
        database = self.server.make_database()
        self.server.ask(database, "CREATE TABLE lookup_migration (number BIGINT PRIMARY KEY); "
                                  "INSERT INTO lookup_migration VALUES (9000)")
        folder = tempfile.mkdtemp(prefix="vouch-lookup-test-")
        self.addCleanup(shutil.rmtree, folder)
        done = subprocess.run([lookup_service.PROGRAM, "--data", folder, "--database", database], capture_output=True,
                              text=True, timeout=20)
        self.assertEqual(3, done.returncode)
        self.assertIn("newer version", done.stderr)

    def test_database_of_another_key_is_refused(self):
        folder = tempfile.mkdtemp(prefix="vouch-lookup-test-")
        self.addCleanup(shutil.rmtree, folder)
        done = subprocess.run([lookup_service.PROGRAM, "--data", folder, "--database", self.database],
                              capture_output=True, text=True, timeout=20)
        self.assertEqual(1, done.returncode)
        self.assertIn("made for another key", done.stderr)

    def test_password_is_never_told(self):
        for url in ("postgresql://vouch:S3cret%zz@/x", "postgresql://vouch:S3cret@/x?host=/nowhere",
                    "postgresql://vouch:S3cret@127.0.0.1:1/x?nonsense=1"):
            folder = tempfile.mkdtemp(prefix="vouch-lookup-test-")
            self.addCleanup(shutil.rmtree, folder)
            done = subprocess.run([lookup_service.PROGRAM, "--data", folder, "--database", url], capture_output=True,
                                  text=True, timeout=20)
            self.assertNotEqual(0, done.returncode)
            self.assertIn("database", done.stderr)
            self.assertNotIn("S3cret", done.stdout + done.stderr)


if __name__ == "__main__":
    lookup_service.main()
