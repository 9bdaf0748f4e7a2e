#!/usr/bin/env python3
"""Labels from the window onto printers: a queue of the printing system, and a label printer that stops."""

import unittest

import command_line
import dock
import goods
import private_cups
from label_printer import LabelPrinter
from station_window import Role

HOST = "q.vouch.example"
LABELS = 5
UNITS = 3
PROFILE = ("{{'name': <'{name}'>, 'uri': <'{uri}'>, 'language': <'{language}'>, 'dpi': <int64 203>, "
           "'width_um': <int64 40000>, 'height_um': <int64 30000>, 'gap_um': <int64 2000>, 'sheet': <'{sheet}'>}}")


class PrintingTest(dock.DockTest):
    arguments = []
    name = language = sheet = ""
    units = UNITS

    def open_printer(self):
        """Its address."""
        raise NotImplementedError

    def prepare(self):
        profile = PROFILE.format(name=self.name, uri=self.open_printer(), language=self.language, sheet=self.sheet)
        self.settings = {"printer-profiles": f"[{profile}]", "default-printer-item": f"'{self.name}'"}
        self.run_vouch("sample-data", "--host", HOST)
        tea = goods.Goods(self)
        self.lot = tea.release()
        tea.issue_codes(self.lot, self.units)

    def print_labels(self):
        self.sign_in()
        self.open_page(LABELS)
        self.choose_row("Batches of codes", self.lot)
        self.press_button("Print")

    def wait_for_words(self, text):
        self.window.wait_for(lambda: self.window.says(text), f"“{text}”")

    def list_job(self):
        return self.run_vouch("label", "list")[0]


@unittest.skipUnless(private_cups.is_available(), "cupsd and its PDF back end want root")
class QueueTest(PrintingTest):
    name, language = "Office", "cups"

    def open_printer(self):
        self.cups = private_cups.PrivateCups()
        self.addCleanup(self.cups.stop)
        return self.cups.uri

    def test_a_queue_prints_from_the_window(self):
        self.print_labels()
        self.wait_for_words("Scan the first and the last printed label")
        job = self.list_job()
        self.assertEqual(("done", UNITS, UNITS, self.name),
                         tuple(job[name] for name in ("state", "sent", "confirmed", "printer")))
        pdf, = self.cups.list_files()
        self.assertEqual(UNITS, command_line.count_pages(pdf))
        for unit in range(1, UNITS + 1):
            code = command_line.read_code(command_line.draw_page(pdf, unit, self.directory))
            self.assertEqual((self.lot, unit), tuple(
                self.run_vouch("code", "find", "--code", code)[0][name] for name in ("lot", "unit")))
        self.quit()


@unittest.skipUnless(private_cups.is_available(), "cupsd and its PDF back end want root")
class SheetTest(PrintingTest):
    name, language, sheet = "Office", "cups", "L7160"

    def open_printer(self):
        self.cups = private_cups.PrivateCups()
        self.addCleanup(self.cups.stop)
        return self.cups.uri

    def read_cell(self, pdf, row, column):
        """What is read of a label of Avery's L7160."""
        cell = (7.5 + 66 * (column - 1), 15.5 + 38.1 * (row - 1), 64, 38.1)
        code = command_line.read_code(command_line.draw_piece(pdf, 1, cell, self.directory))
        return self.run_vouch("code", "find", "--code", code)[0]["unit"]

    def test_printing_begins_at_the_label_that_is_chosen(self):
        self.sign_in()
        self.open_page(LABELS)
        self.choose_row("Batches of codes", self.lot)
        self.wait_for_words("Label 1 of 21: row 1, column 1")
        self.window.tab_to(Role.SPIN_BUTTON, "First free label of the sheet")
        self.window.press("Down")
        self.wait_for_words("Label 4 of 21: row 2, column 1")
        self.press_button("It is gone: the next one is free")
        self.wait_for_words("Label 5 of 21: row 2, column 2")
        self.press_button("Print")
        self.wait_for_words("Scan the first and the last printed label")
        self.wait_for_words("Label 8 of 21: row 3, column 2")
        pdf, = self.cups.list_files()
        self.assertEqual(1, command_line.count_pages(pdf))
        self.assertEqual([1, 2, 3], [self.read_cell(pdf, *place) for place in ((2, 2), (2, 3), (3, 1))])
        self.quit()


class LabelPrinterTest(PrintingTest):
    name, language = "Zebra", "zpl"

    def open_printer(self):
        self.printer = LabelPrinter()
        self.addCleanup(self.printer.stop)
        return self.printer.uri

    def test_a_printer_that_stops_is_gone_on_with(self):
        self.printer.close_after = 1
        self.print_labels()
        self.wait_for_words(f"Stopped after label 1 of {UNITS}")
        self.assertEqual(("stopped", 1), tuple(self.list_job()[name] for name in ("state", "sent")))
        self.press_button("Go On")
        self.wait_for_words("Scan the first and the last printed label")
        self.assertEqual("done", self.list_job()["state"])
        self.assertEqual(UNITS, len(self.printer.labels))
        self.assertEqual(UNITS, len(set(self.printer.labels)))
        self.quit()


class ManyLabelsTest(LabelPrinterTest):
    units = 30

    def test_a_printer_that_stops_is_gone_on_with(self):
        """XCPRINT at the stand, for more labels than a stand waits for."""
        self.printer.close_after = 7
        self.sign_in()
        self.window.scan(self.lot)
        self.window.wait_for(lambda: self.window.says(self.lot), "the lot")
        self.window.scan("XCPRINT")
        self.wait_for_words("Stopped after label 7 of 30")
        self.press_button("Go On")
        self.wait_for_words("Scan the first and the last printed label")
        self.assertEqual(("done", 30), tuple(self.list_job()[name] for name in ("state", "labels")))
        self.assertEqual(30, len(set(self.printer.labels)))
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
