"""Goods that were received, checked and decided on before the window opens, by the command line."""

import dock

LOT = "QH26A01"


class Goods:
    """200 tins of tea at a test's station."""

    def __init__(self, test):
        self.test = test

    def do(self, badge, *arguments):
        return self.test.run_vouch_as(badge, *arguments)[-1]

    def count(self):
        """The lot's number."""
        self.do(dock.INSPECTOR, "delivery", "open", "--number", dock.DELIVERY)
        counted = self.do(dock.INSPECTOR, "receive", "count", "--delivery", dock.DELIVERY, "--product", "TEA-G100",
                          "--quantity", "200", "--supplier-lot", LOT, "--expiry", "2031-01-31")
        self.do(dock.INSPECTOR, "receive", "close-line", "--line", f"{dock.DELIVERY}/1")
        return counted["lot"]

    def check(self, fails=()):
        lot = self.count()
        self.do(dock.INSPECTOR, "lot", "plan", "--lot", lot)
        for position in range(1, dock.SAMPLE + 1):
            if position in fails:
                self.do(dock.INSPECTOR, "inspect", "record", "--lot", lot, "--position", str(position), "--check", "1",
                        "--result", "fail", "--defect", "008")
            self.do(dock.INSPECTOR, "inspect", "pass", "--lot", lot, "--position", str(position))
        return lot

    def release(self):
        lot = self.check()
        self.do(dock.INSPECTOR, "decide", "accept", "--lot", lot, "--badge", dock.INSPECTOR)
        return lot

    def reject(self):
        lot = self.check(fails=[1])
        self.do(dock.INSPECTOR, "decide", "reject", "--lot", lot, "--badge", dock.INSPECTOR)
        return lot

    def issue_codes(self, lot, units):
        self.do(dock.INSPECTOR, "code", "batch", "reserve", "--lot", lot, "--units", str(units))

    def print_labels(self, lot, units):
        """The file of a lot's labels, which are still to be read back."""
        return self.do(dock.INSPECTOR, "label", "print", "--lot", lot, "--purpose", "unit", "--units",
                       str(units))["file"]

    def scan_back(self, lot, address):
        return self.do(dock.INSPECTOR, "code", "batch", "activate", "--lot", lot, "--code", address)["state"]
