"""What counts as a query, and that the count is exact, also when the process is killed."""

import json
import os
import re
import shutil
import signal
import tempfile
import threading
import unittest

import lookup_service
from lookup_service import LookupTest, new_address


def number_of(answer):
    assert answer.status == 200, answer.text
    again = re.search(r"<h1>Genuine, query no\. (\d+)</h1>", answer.text)
    if again:
        return int(again.group(1))
    assert "<h1>Genuine</h1>" in answer.text, answer.text
    return 1


class Counting(LookupTest):
    def ask(self, path, **more):
        return number_of(self.service.get(path, "en", **more))

    def test_same_visitor_within_a_minute_counts_once(self):
        path = self.unit_path(self.new_lot())
        address = new_address()
        self.assertEqual([1, 1, 1], [self.ask(path, address=address) for _ in range(3)])
        self.assertEqual(2, self.ask(path))
        self.assertEqual(1, self.ask(path, address=address))
        self.assertEqual(1, self.ask(path + "?lang=en", address=address))
        self.assertEqual(3, self.ask(path, address=address, agent="another browser behind the same address"))

    def test_visits_of_two_units_are_two(self):
        lot = self.new_lot()
        address = new_address()
        self.assertEqual(1, self.ask(self.unit_path(lot, 1), address=address))
        self.assertEqual(1, self.ask(self.unit_path(lot, 2), address=address))

    def test_head_options_prefetch_and_bots_never_count(self):
        path = self.unit_path(self.new_lot())
        for method in ("HEAD", "OPTIONS"):
            answer = self.service.ask(method, path)
            self.assertEqual(b"", answer.body)
            self.assertIn(answer.status, (200, 204))
        for headers in ({"Sec_Purpose": "prefetch;prerender"}, {"Purpose": "prefetch"}, {"X_Moz": "prefetch"}):
            self.assertEqual(200, self.service.get(path, "en", **headers).status)
        for agent in ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "WhatsApp/2.23",
                      "facebookexternalhit/1.1", "TelegramBot (like TwitterBot)", "Baiduspider-render/2.0"):
            self.assertEqual(200, self.service.get(path, "en", agent=agent).status)
        self.assertEqual(1, self.ask(path))
        self.assertEqual(2, self.ask(path, agent="Mozilla/5.0 (Linux; Android 12; CUBOT NOTE 20)"))
        self.assertEqual(3, self.ask(path, agent="Mozilla/5.0 (iPhone) MicroMessenger/8.0"))

    def test_lot_pages_and_unknown_codes_never_count(self):
        lot = self.new_lot()
        self.service.get("/t/" + lot)
        self.service.get("/t/%s/0000000000000000" % lot)
        self.assertEqual(1, self.ask(self.unit_path(lot)))

    def test_counts_are_exact_when_all_ask_at_once(self):
        path = self.unit_path(self.new_lot())
        told, lock = [], threading.Lock()

        def ask_many():
            for _ in range(12):
                n = self.ask(path)
                with lock:
                    told.append(n)

        threads = [threading.Thread(target=ask_many) for _ in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(list(range(1, 16 * 12 + 1)), sorted(told))

    def test_same_visitor_at_once_counts_once(self):
        path = self.unit_path(self.new_lot())
        address, told = new_address(), []
        threads = [threading.Thread(target=lambda: told.append(self.ask(path, address=address))) for _ in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual([1] * 16, told)
        self.assertEqual(2, self.ask(path))

    def test_what_was_told_is_true_after_a_kill(self):
        for turn in range(3):
            path = self.unit_path(self.new_lot())
            told, lock = [0], threading.Lock()

            def ask_until_killed():
                while True:
                    try:
                        n = self.ask(path)
                    except (OSError, lookup_service.http.client.HTTPException):
                        return
                    with lock:
                        told.append(n)
                        if len(told) > 100 + 50 * turn and self.service.process.poll() is None:
                            os.kill(self.service.process.pid, signal.SIGKILL)

            threads = [threading.Thread(target=ask_until_killed) for _ in range(32)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            self.service.process.wait()
            self.service.process.stdout.close()
            self.service.process.stderr.close()
            self.service.start()
            highest = max(told)
            self.assertEqual(len(told), len(set(told)))
            after = self.ask(path)
            # A query may have been counted whose answer was on its way when the process died: one a thread.
            self.assertGreater(after, highest)
            self.assertLessEqual(after, highest + 1 + len(threads))

    def collect(self, lot):
        folder = tempfile.mkdtemp(prefix="vouch-collect-")
        self.addCleanup(shutil.rmtree, folder)
        path = os.path.join(folder, "collected.jsonl")
        done = self.service.run("collect", path)
        self.assertEqual(0, done.returncode, done.stderr)
        with open(path, encoding="utf-8") as file:
            return [line["queries"] for line in map(json.loads, file)
                    if line["record"] == "count" and line["lot"] == lot]

    def test_what_is_collected_is_what_was_told(self):
        lot = self.new_lot()
        for unit in (1, 2, 2):
            self.ask(self.unit_path(lot, unit))
        self.assertEqual([3], self.collect(lot))
        self.ask(self.unit_path(lot, 3))
        self.service.process.send_signal(signal.SIGKILL)
        self.service.process.wait()
        self.service.process.stdout.close()
        self.service.process.stderr.close()
        # Nobody runs, and what was counted last is in no table yet.
        self.assertEqual([4], self.collect(lot))
        self.service.start()
        self.assertEqual(2, self.ask(self.unit_path(lot, 3)))

    def test_counts_and_pages_survive_a_restart(self):
        path = self.unit_path(self.new_lot())
        self.assertEqual(1, self.ask(path))
        self.assertEqual(0, self.service.stop())
        self.service.start()
        self.assertEqual(2, self.ask(path))

    def test_a_restored_station_starts_its_own_count(self):
        lot = self.new_lot()
        self.assertEqual(1, self.ask(self.unit_path(lot, 1)))
        self.service.publish(self.maker.make("control", lot=lot, rev=2, ranges=[[2, 1, 100]]))
        other = "/t/%s/%s" % (lot, self.maker.serial(lot, 1, version=2))
        self.assertEqual(1, self.ask(other))


if __name__ == "__main__":
    lookup_service.main()
