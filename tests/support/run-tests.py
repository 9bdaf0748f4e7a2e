#!/usr/bin/env python3
"""Runs the test suites in a fixed order and counts what they said.

usage: run-tests.py BUILD SANITIZED-BUILD [SUITE…]

Suites that need no display run first, the cheapest ahead; then those that need one, where each program has a display of
its own, so that none takes another's focus or sees another's windows go. The sanitized build repeats the suites that
are plain C. Every meson test writes meson-logs/SUITE.json and SUITE.junit.xml (ui-xvfb-run.json under a display); a
test that speaks TAP counts once for each line "ok" or "not ok", any other once. The last line is "N passed, N failed,
N skipped".
"""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import tempfile
import time

SUITES = ["checks", "unit", "station", "cli", "lookup", "fuzz", "torture", "ui", "journeys"]
SANITIZED_SUITES = ["unit", "station", "fuzz"]
# How many programs of a suite at a time, where that is not one a processor: journeys mostly wait for the hand that
# scans, and are driven by a scanner whose keys must not be kept waiting; a window and its display are not small.
AT_ONCE = {"journeys": 3, "ui": min(os.cpu_count(), 4)}

# What each program of a suite runs under. Journeys start a whole desktop themselves.
WRAPPERS = {"ui": ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24 -noreset"]}

TAP_LINE = re.compile(r"^(ok|not ok)\b([^#]*)(?:#\s*(SKIP)?.*)?$", re.IGNORECASE)
# What the desktop of a journey says of itself, which is never why a test failed.
DESKTOP_NOISE = re.compile(r"dbus-daemon\[|SpiRegistry|Openbox-Message|dbind-WARNING|^$")
TAP_PLAN = re.compile(r"^(TAP version \d+|1\.\.\d+)", re.MULTILINE)


class Count:
    def __init__(self):
        self.passed = 0
        self.failed = 0
        self.skipped = 0
        self.failures = []  # (what, lines)
        self.slowest = []  # (seconds, what)

    def add_test(self, where, test):
        """One test program as meson logged it."""
        name = f"{where}: {test['name'].split(' / ')[-1]}"
        output = test.get("stdout", "")
        failed_before = self.failed
        self.slowest.append((test["duration"], name))
        if TAP_PLAN.search(output):
            for line in output.splitlines():
                self.add_tap_line(name, line, test)
        elif test["result"] == "SKIP":
            self.skipped += 1
        elif test["result"] in ("OK", "EXPECTEDFAIL"):
            self.passed += 1
        # A crash, a time-out or a leak shows in no line of TAP.
        if test["result"] not in ("OK", "EXPECTEDFAIL", "SKIP") and self.failed == failed_before:
            self.fail(f"{name}: {test['result'].lower()}, exit {test['returncode']}", test)

    def add_tap_line(self, name, line, test):
        match = TAP_LINE.match(line)
        if not match:
            return
        if match.group(3):
            self.skipped += 1
        elif match.group(1).lower() == "ok":
            self.passed += 1
        else:
            self.fail(f"{name}: {match.group(2).strip(' -')}", test)

    def fail(self, what, test):
        self.failed += 1
        # What went wrong comes before how far the test had got, as who reads a log may see only its beginning.
        why = tell_what_matters(test.get("stderr", ""), 22) + tell_what_matters(test.get("stdout", ""), 8)
        self.failures.append((what, why))


def read_log(path):
    """The tests in one of meson's logs, which has one JSON object a line; None where there is no log."""
    try:
        with open(path, encoding="utf-8", errors="replace") as log:
            return [json.loads(line) for line in log if line.strip()]
    except FileNotFoundError:
        return None


def test_environment(sanitized, runtime):
    """@runtime is a directory of the run's own: without one, assistive technology's bus has the same address for every
    run of the same user, and the first run to end takes it from the others."""
    environment = dict(os.environ, GSK_RENDERER="cairo", GSETTINGS_BACKEND="memory", NO_AT_BRIDGE="0",
                       XDG_RUNTIME_DIR=runtime)
    if sanitized:
        suppressions = os.path.join(os.path.dirname(os.path.abspath(__file__)), "run-tests.supp")
        environment["G_SLICE"] = "always-malloc"
        # Stacks by frame pointers, which our own code has: whole ones take ten times as long. Where a stack ends too
        # early to be understood, `fast_unwind_on_malloc=0` says the rest.
        environment["ASAN_OPTIONS"] = "malloc_context_size=12:detect_stack_use_after_return=1"
        environment["LSAN_OPTIONS"] = f"suppressions={suppressions}:print_suppressions=0"
        environment["UBSAN_OPTIONS"] = "halt_on_error=1:print_stacktrace=1"
    return environment


def run_suite(build, suite, sanitized, count):
    """Runs one suite of one build and counts it; False where meson itself could not run it."""
    where = f"{suite} (sanitized)" if sanitized else suite
    wrapper = WRAPPERS.get(suite, [])
    # Meson adds what a suite runs under to the name of its log.
    log = os.path.join(build, "meson-logs", "-".join([suite] + wrapper[:1]) + ".json")
    command = ["meson", "test", "-C", build, "--no-rebuild", "--suite", suite, "--logbase", suite]
    if wrapper:
        command += ["--wrapper", shlex.join(wrapper)]
    if sanitized:
        command += ["--timeout-multiplier", "4"]
    if suite in AT_ONCE:
        command += ["--num-processes", str(AT_ONCE[suite])]
    if os.path.exists(log):
        os.remove(log)
    print(f"== {where}", flush=True)
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="vouch-tests-", ignore_cleanup_errors=True) as runtime:
        status = subprocess.run(command, env=test_environment(sanitized, runtime), stdin=subprocess.DEVNULL,
                                check=False).returncode
    tests = read_log(log)
    print(f"== {where}: {time.monotonic() - started:.0f} s", flush=True)
    if tests is None:
        if status == 0:
            print(f"== {where}: there is no such test in this build", flush=True)
            return True
        count.fail(f"{where}: the suite could not be run, exit {status}", {})
        return False
    for test in tests:
        count.add_test(where, test)
    return True


def tell_what_matters(output, most):
    return [line for line in output.splitlines() if not DESKTOP_NOISE.search(line)][-most:]


def report(count):
    print()
    for what, why in count.failures:
        print(f"FAILED {what}")
        for line in why:
            print(f"    {line}")
    print("The slowest: " + ", ".join(f"{name} {seconds:.1f} s" for seconds, name in sorted(count.slowest)[:-6:-1]))
    for what, _ in count.failures:
        print(f"FAILED {what}")
    print(f"{count.passed} passed, {count.failed} failed, {count.skipped} skipped", flush=True)


def main(arguments):
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    build, sanitized_build = arguments[:2]
    wanted = arguments[2:] or SUITES
    unknown = [suite for suite in wanted if suite not in SUITES]
    if unknown:
        print(f"There is no suite “{unknown[0]}”; the suites are {', '.join(SUITES)}.", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    count = Count()
    for suite in SUITES:
        if suite in wanted:
            run_suite(build, suite, False, count)
    for suite in SANITIZED_SUITES:
        if suite in wanted:
            run_suite(sanitized_build, suite, True, count)
    report(count)
    return 0 if count.failed == 0 and count.passed > 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
