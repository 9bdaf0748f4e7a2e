"""Who is believed: enrolled by the operator, taken over by an administrator, closed by a later epoch."""

import json
import os
import re
import unittest

import lookup_service
from lookup_service import LookupTest


def states(answers):
    return [answer.get("state") or answer["error"]["code"] for answer in answers]


class Epochs(LookupTest):
    station = 1

    def setUp(self):
        """Every test has a station of its own, whose administrators 1 and 2 the service knows since epoch 1."""
        Epochs.station += 1
        self.enter(1)
        self.first = self.maker.make("trust", administrators=[1, 2])
        self.assertEqual(0, self.service.trust(self.first).returncode)

    def enter(self, epoch):
        self.maker.make("station", station=Epochs.station, epoch=epoch)

    def lot(self, name):
        return "S%d-%s" % (Epochs.station, name)

    def publish(self, name, **fields):
        return self.service.publish(self.maker.public(self.lot(name), **fields))

    def trust(self, **fields):
        return self.maker.make("trust", **fields)

    def take_over(self, administrator=1, **fields):
        line = self.maker.make("takeover", trust=self.trust(**fields), administrator=administrator)
        return self.service.publish(line)

    def refused(self):
        return self.service.health()["refused"]

    def test_an_epoch_is_taken_over_with_its_administrators_signature(self):
        self.assertEqual(["stored"], states(self.publish("A")))
        self.enter(2)
        line = self.maker.public(self.lot("B"))
        answer = self.service.publish(line)
        self.assertEqual(["denied"], states(answer))
        self.assertIn("take-over", answer[0]["error"]["message"])
        self.assertEqual(404, self.service.get("/t/" + self.lot("B")).status)
        taken = self.take_over(administrators=[1, 2])[0]
        self.assertEqual((Epochs.station, 2, 0, "stored"), tuple(taken[k] for k in ("station", "epoch", "seq", "state")))
        self.assertEqual(["already"], states(self.take_over(administrators=[1, 2])))
        self.assertEqual(["stored"], states(self.service.publish(line)))
        self.assertEqual(200, self.service.get("/t/" + self.lot("B")).status)

    def test_a_closed_epoch_takes_nothing_new(self):
        known = self.maker.public(self.lot("KNOWN"))
        late = self.maker.public(self.lot("LATE"))
        self.service.publish(known)
        self.enter(2)
        self.take_over(administrators=[1])
        before = self.refused()
        answers = self.service.publish(known, late)
        self.assertEqual(["already", "denied"], states(answers))
        self.assertIn("is closed", answers[1]["error"]["message"])
        self.assertEqual(1, answers[1]["epoch"])
        self.assertEqual(404, self.service.get("/t/" + self.lot("LATE")).status)
        self.assertEqual(before + 1, self.refused())
        with open(os.path.join(self.service.data, "operator-token"), encoding="utf-8") as file:
            shown = {"Authorization": "Bearer " + file.read().strip(), "Accept-Language": "en"}
        page = self.service.operator("/", shown).text
        rows = [re.findall(r"<td[^>]*>([^<]*)", row) for row in re.findall(r"<tr>(.*?)(?=<tr>|</table>)", page, re.S)]
        self.assertIn([str(Epochs.station), "1", "1", "0", "0", "1", "closed"], rows)
        self.assertIn([str(Epochs.station), "2", "0", "0", "0", "0", "open"], rows)

    def test_what_a_closed_epoch_held_waits_no_more(self):
        before = self.service.health()["held"]
        self.maker.public(self.lot("LOST"))
        self.assertEqual(["held"], states(self.publish("AFTER")))
        self.assertEqual(before + 1, self.service.health()["held"])
        self.enter(2)
        self.take_over(administrators=[1])
        self.assertEqual(before, self.service.health()["held"])

    def test_a_stranger_takes_nothing_over(self):
        self.enter(2)
        before = self.refused()
        answer = self.take_over(administrator=9, administrators=[9])
        self.assertEqual(["denied"], states(answer))
        self.assertIn("not enrolled", answer[0]["error"]["message"])
        self.assertEqual(before + 1, self.refused())
        self.assertEqual(["denied"], states(self.publish("NO")))
        # Nothing of what it said was kept, and epoch 1 is open.
        self.assertEqual(["denied"], states(self.take_over(administrator=9)))
        self.enter(1)
        self.assertEqual(["stored"], states(self.publish("YES")))

    def test_an_administrator_of_the_new_epoch_alone_is_none(self):
        self.enter(2)
        self.assertEqual(["stored"], states(self.take_over(administrator=2, administrators=[2, 3])))
        # 3 came with epoch 2: epoch 3 is its first to sign; 1 was not named any more.
        self.enter(3)
        self.assertEqual(["denied"], states(self.take_over(administrator=1, administrators=[1])))
        self.assertEqual(["stored"], states(self.take_over(administrator=3, administrators=[3])))

    def test_a_withdrawn_administrator_takes_nothing_over(self):
        self.assertEqual(0, self.service.trust(self.trust(administrators=[2], at=5)).returncode)
        # The file of before comes too late to bring 1 back.
        self.assertEqual(0, self.service.trust(self.first).returncode)
        self.enter(2)
        answer = self.take_over(administrators=[1, 2])
        self.assertEqual(["denied"], states(answer))
        self.assertIn("withdrawn", answer[0]["error"]["message"])
        # Nor does the database that was put back, which still names it.
        self.assertEqual(["stored"], states(self.take_over(administrator=2, administrators=[1, 2])))
        self.enter(3)
        self.assertEqual(["denied"], states(self.take_over(administrators=[1, 2])))

    def test_who_signs_stays_though_the_database_was_put_back_to_before(self):
        self.enter(2)
        self.assertEqual(["stored"], states(self.take_over(administrator=2, administrators=[1])))
        self.enter(3)
        self.assertEqual(["stored"], states(self.take_over(administrator=2, administrators=[1])))

    def test_an_epoch_that_is_not_later_is_refused(self):
        self.enter(5)
        self.assertEqual(["stored"], states(self.take_over(administrators=[1])))
        self.enter(4)
        answer = self.take_over(administrators=[1])
        self.assertEqual(["conflict"], states(answer))
        self.assertIn("not a later one", answer[0]["error"]["message"])
        done = self.service.trust(self.trust())
        self.assertEqual(1, done.returncode)
        self.assertIn("not a later one", done.stderr)

    def test_the_same_epoch_with_another_key_is_refused(self):
        self.enter(2)
        self.assertEqual(["stored"], states(self.take_over(administrators=[1])))
        self.assertEqual(["conflict"], states(self.take_over(administrators=[1], sign="stranger")))
        self.assertEqual(["stored"], states(self.publish("HERE")))

    def test_a_changed_takeover_is_refused(self):
        self.enter(2)
        line = json.loads(self.maker.make("takeover", trust=self.trust(administrators=[1]), administrator=1))
        other = json.loads(self.maker.make("takeover", trust=self.trust(administrators=[1, 9]), administrator=9))
        for changed in (dict(line, takeover=other["takeover"]), dict(line, sign="0" * 128, sig="0" * 128),
                        dict(line, administrator=other["administrator"]), dict(line, takeover="{}"),
                        dict(line, takeover=line["takeover"][:-9]), {"v": 1, "takeover": 7}):
            answer = self.service.publish(json.dumps(changed, separators=(",", ":")))
            self.assertIn(states(answer)[0], ("denied", "invalid"), changed)
        self.assertEqual(["denied"], states(self.publish("NO")))

    def test_a_takeover_comes_as_a_file_too(self):
        self.enter(2)
        path = os.path.join(self.service.data, "takeover.jsonl")
        with open(path, "w", encoding="utf-8") as file:
            file.write(self.maker.make("takeover", trust=self.trust(administrators=[1]), administrator=1) + "\n")
            file.write(self.maker.public(self.lot("FILE")) + "\n")
        done = self.service.run("import", path)
        self.assertEqual((0, ["stored", "stored"]), (done.returncode, states(map(json.loads, done.stdout.splitlines()))))

    def test_without_administrators_the_operator_enrols_and_closes(self):
        Epochs.station += 1
        self.enter(1)
        self.service.trust(self.trust())
        self.assertEqual(["stored"], states(self.publish("ONE")))
        late = self.maker.public(self.lot("LATE"))
        self.enter(2)
        self.assertEqual(["denied"], states(self.take_over(administrators=[1])))
        self.assertEqual(0, self.service.trust(self.trust()).returncode)
        self.assertEqual(["stored"], states(self.publish("TWO")))
        self.assertEqual(["denied"], states(self.service.publish(late)))

    def test_only_the_operator_trusts(self):
        self.enter(2)
        for headers in ({}, {"Authorization": "Bearer " + "0" * 64}):
            answer = self.service.private("POST", "/trust", self.trust(), headers)
            self.assertEqual(403, answer.status)
        self.assertEqual(["denied"], states(self.publish("NO")))

    def test_trust_without_a_running_service(self):
        self.enter(2)
        self.assertEqual(0, self.service.stop())
        try:
            self.assertEqual(0, self.service.trust(self.trust()).returncode)
        finally:
            self.service.start()
        self.assertEqual(["stored"], states(self.publish("LATER")))

    def test_files_of_an_earlier_version_are_taken_over_once(self):
        Epochs.station += 1
        folder = os.path.join(self.service.data, "trust")
        self.assertFalse(os.path.exists(folder))
        self.assertEqual(0, self.service.stop())
        os.mkdir(folder)
        for epoch in (10, 9):
            self.enter(epoch)
            with open(os.path.join(folder, "%d-%d" % (Epochs.station, epoch)), "w", encoding="utf-8") as file:
                file.write(self.trust() + "\n")
        with open(os.path.join(folder, "rubbish"), "w", encoding="utf-8") as file:
            file.write("rubbish")
        self.service.start()
        self.assertFalse(os.path.exists(folder))
        self.assertTrue(os.path.isdir(folder + ".taken-over"))
        self.assertEqual(["denied"], states(self.publish("NINE")))
        self.enter(10)
        self.assertEqual(["stored"], states(self.publish("TEN")))


if __name__ == "__main__":
    lookup_service.main()
