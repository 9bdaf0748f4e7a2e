#!/usr/bin/env python3
"""A million codes, minted and verified by the program itself: how many a second, and in how much memory.

Each is measured twice, and the better one counts: what else runs only makes it slower. What is measured is the time of
the whole process, opening the station with it.
"""

import os
import subprocess
import sys
import tempfile
import time

from vouch_program import ADMINISTRATOR, INSPECTOR, PROGRAM, Station

CODES = 1_000_000
ROUNDS = 2
MIB = 1024

missed = False


def tell(name, value, unit, limit, is_least):
    global missed
    is_met = value >= limit if is_least else value <= limit
    missed = missed or not is_met
    print(f"{name} {value:.2f} {unit} limit {'>=' if is_least else '<='} {limit:.2f}{'' if is_met else ' MISSED'}",
          flush=True)


class Run:
    """One run of the program, what it wrote going through a pipe into a file: a child counts the memory that its parent
    had when it was forked."""

    def __init__(self, arguments, stdin=subprocess.DEVNULL, word=b"\n"):
        self.output = tempfile.TemporaryFile()
        self.count = 0
        began = time.monotonic()
        with subprocess.Popen([PROGRAM, *arguments], stdin=stdin, stdout=subprocess.PIPE) as process:
            for line in process.stdout:
                self.count += word in line
                self.output.write(line)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        self.seconds = time.monotonic() - began
        self.memory = usage.ru_maxrss / MIB
        assert process.returncode == 0, (arguments, process.returncode)


def measure(name, runs, least, most_memory):
    for run in runs:
        assert run.count == CODES, (name, run.count)
    tell(name, CODES / min(run.seconds for run in runs), "/s", least, True)
    tell(name + "_memory", max(run.memory for run in runs), "MiB", most_memory, False)


def make_batches(station):
    """The codes of a released lot of as many packets; the ids of its batches, one a round."""
    lot = station.count_tea(quantity=str(ROUNDS * CODES))
    station.do("lot", "plan", "--lot", lot, who=INSPECTOR)
    sample = station.do("lot", "show", "--lot", lot)["inspection"]["sample_size"]
    passed = "".join('{"lot": "%s", "position": %d}\n' % (lot, position) for position in range(1, sample + 1))
    assert station.try_("inspect", "pass", "-", who=INSPECTOR, stdin=passed).code == 0
    station.do("decide", "accept", "--lot", lot, "--badge", INSPECTOR[0], who=INSPECTOR)
    station.do("policy", "set", "--name", "host", "--value", "q.vouch.example", who=ADMINISTRATOR)
    return [station.do("code", "batch", "reserve", "--lot", lot, "--units", str(CODES), who=INSPECTOR)["id"]
            for _ in range(ROUNDS)]


def main():
    station = Station()
    try:
        minted = [Run(["code", "mint", "--batch-id", batch, *station.arguments(INSPECTOR)])
                  for batch in make_batches(station)]
        measure("code_mint", minted, 400_000, 64)
        codes = minted[0].output
        for name, options in (("code_verify", []), ("code_verify_json", ["--json"])):
            verified = []
            for _ in range(ROUNDS):
                codes.seek(0)
                verified.append(Run(["code", "verify", *options, *station.arguments(None)], codes, b"printed"))
            measure(name, verified, 200_000, 64)
    finally:
        station.remove()
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
