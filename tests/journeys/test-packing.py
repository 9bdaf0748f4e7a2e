#!/usr/bin/env python3
"""Units go into cartons and cartons onto pallets by scanning alone; what is broken is packed anew, and what is called
back reaches every unit."""

import unittest

import dock
import goods
from station_window import Role

UNITS = 4
PAGE = "Pack Cartons"
PACKS = "Cartons and pallets"


class PackingTest(dock.DockTest):
    arguments = []

    def prepare(self):
        self.run_vouch("sample-data")
        self.run_vouch_as(dock.ADMINISTRATOR, "policy", "set", "--name", "gs1-prefix", "--value", "9520001")
        tea = goods.Goods(self)
        self.lot = tea.release()
        tea.print_labels(self.lot, UNITS)
        self.codes = [line["address"] for line in self.run_vouch_as(
            dock.QA_LEAD, "code", "mint", "--lot", self.lot, "--reason", "for the journey")]
        for code in (self.codes[0], self.codes[-1]):
            tea.scan_back(self.lot, code)

    def wait_for_words(self, text):
        self.window.wait_for(lambda: self.window.says(text), f"“{text}”")

    def open_packing(self):
        self.sign_in()
        self.window.press("F10")
        self.window.wait_for(lambda: self.window.focus.is_on(Role.MENU_ITEM), "the focus in the menu")
        while not self.window.focus.is_on(Role.MENU_ITEM, PAGE):
            moves = self.window.focus.moves
            self.window.press("Down")
            self.window.wait_for(lambda before=moves: self.window.focus.moves > before, "the next entry")
        self.window.press("Return")
        self.wait_for_words("Nothing is open")

    def list_packs(self):
        """The latest first."""
        return self.run_vouch("pack", "list")

    def find_items(self, pack):
        items = self.run_vouch("pack", "show", "--sscc", pack["sscc"])[0]["items"]
        return [item for item in items if not item["removed_at"]]

    def scan_until(self, code, condition, what):
        self.window.scan(code)
        return self.window.wait_for(condition, what)

    def open_new(self, command, packs):
        """The SSCC of a carton or pallet that was begun."""
        return self.scan_until(command, lambda: len(self.list_packs()) == packs and self.list_packs(),
                               f"pack {packs} to be open")[0]

    def put_in(self, pack, *codes):
        for count, code in enumerate(codes, 1):
            self.scan_until(code, lambda: len(self.find_items(pack)) == count, f"{count} in it")

    def end(self, pack, command, state):
        self.scan_until(command, lambda: self.find_state(pack) == state, f"{pack['sscc']} {state}")

    def find_state(self, pack):
        return next(one["state"] for one in self.list_packs() if one["sscc"] == pack["sscc"])

    def test_units_are_packed_broken_and_packed_again(self):
        self.open_packing()
        carton = self.open_new("XCD1", 1)
        self.wait_for_words(carton["sscc"])
        self.put_in(carton, *self.codes[:2])
        self.scan_until(self.codes[0], lambda: self.window.word() == "Not packed", "a unit that is packed already")
        self.window.scan("XCUNDO")
        self.window.wait_for(lambda: len(self.find_items(carton)) == 1, "the last one to be out")
        self.window.scan(self.codes[1])
        self.window.wait_for(lambda: len(self.find_items(carton)) == 2, "it to be in again")
        self.end(carton, "XCOK", "closed")
        pallet = self.open_new("XCD2", 2)
        self.put_in(pallet, f"00{carton['sscc']}")
        self.end(pallet, "XCOK", "closed")
        self.window.scan("XCVOID")
        self.wait_for_words("Break it?")
        self.end(pallet, "XCOK", "broken")
        self.window.scan(f"00{carton['sscc']}")
        self.wait_for_words(carton["sscc"])
        self.window.scan("XCVOID")
        self.wait_for_words("Break it?")
        self.end(carton, "XCOK", "broken")
        again = self.open_new("XCD1", 3)
        self.assertNotEqual(carton["sscc"], again["sscc"])
        self.put_in(again, *self.codes)
        self.end(again, "XCOK", "closed")
        self.quit()
        self.run_vouch_as(dock.QA_LEAD, "pack", "recall", "--sscc", again["sscc"], "--reason", "glass in the tin")
        for code in self.codes:
            self.assertEqual("void", self.run_vouch("code", "verify", "--code", code)[0]["state"])

    def test_what_was_packed_is_listed_and_a_closed_carton_gets_its_label(self):
        self.open_packing()
        carton = self.open_new("XCD1", 1)
        sscc = carton["sscc"]
        self.put_in(carton, *self.codes[:3])
        self.wait_for_words("Units: 1–3")
        self.assertIsNone(self.window.find(Role.PUSH_BUTTON, "Print"))
        self.end(carton, "XCOK", "closed")
        other = self.open_new("XCD1", 2)
        self.window.wait_for(lambda: self.find_row(PACKS, other["sscc"]), "the other one in the list")
        self.choose_row(PACKS, sscc)
        self.wait_for_words("Units: 1–3")
        self.press_button("Print")
        self.wait_for_words("Printed: ")
        jobs = self.run_vouch("label", "list")
        self.assertEqual(("carton", sscc, 1), tuple(jobs[0][key] for key in ("purpose", "about", "labels")))
        self.wait_for_words("The label was printed already")
        self.press_button("Print Again")
        self.window.wait_for(lambda: len(self.run_vouch("label", "list")) == 3, "the repetition")
        self.assertEqual((1, "damaged"), tuple(self.run_vouch("label", "list")[0][key]
                                               for key in ("copy_number", "reason")))
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
