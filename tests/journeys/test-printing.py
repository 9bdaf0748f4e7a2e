#!/usr/bin/env python3
"""Labels from the window onto printers: a queue of the printing system, and a label printer that stops."""

import unittest

import command_line
import dock
import goods
import private_cups
from label_printer import LabelPrinter

HOST = "q.vouch.example"
LABELS = 5
UNITS = 3
PROFILE = ("{{'name': <'{name}'>, 'uri': <'{uri}'>, 'language': <'{language}'>, 'dpi': <int64 203>, "
           "'width_um': <int64 40000>, 'height_um': <int64 30000>, 'gap_um': <int64 2000>}}")


class PrintingTest(dock.DockTest):
    arguments = []
    name = language = ""

    def open_printer(self):
        """Its address."""
        raise NotImplementedError

    def prepare(self):
        profile = PROFILE.format(name=self.name, uri=self.open_printer(), language=self.language)
        self.settings = {"printer-profiles": f"[{profile}]", "default-printer-item": f"'{self.name}'"}
        self.run_vouch("sample-data", "--host", HOST)
        tea = goods.Goods(self)
        self.lot = tea.release()
        tea.issue_codes(self.lot, UNITS)

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


if __name__ == "__main__":
    unittest.main(verbosity=2)
