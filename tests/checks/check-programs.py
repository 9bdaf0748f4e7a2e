#!/usr/bin/env python3
"""The programs as they were linked: hardened, and without libraries that have no business in them.

usage: check-programs.py PROGRAM…
"""

import os
import re
import subprocess
import sys

# What looks at hostile input stays out of the station; what draws and what keeps people's records, out of the rest.
NEVER_LINKED = {
    "vouch-station": ["zbar", "dmtx", "microhttpd"],
    "vouch": ["zbar", "dmtx", "gtk", "adwaita", "microhttpd"],
    "vouch-decoder": ["gtk", "sqlite3", "sodium", "soup", "cairo"],
    "vouch-lookup": ["gtk", "cairo", "zint", "zbar", "dmtx", "soup", "gstreamer"],
}


def readelf(program, *options):
    return subprocess.run(["readelf", "--wide", *options, program], capture_output=True, text=True, check=True).stdout


def complain(program):
    if not os.path.exists(program):
        yield "it was not built"
        return
    header = readelf(program, "--file-header")
    segments = readelf(program, "--program-headers")
    dynamic = readelf(program, "--dynamic")
    symbols = readelf(program, "--dyn-syms")
    stack = re.search(r"GNU_STACK.*", segments)
    name = os.path.basename(program)
    if "DYN (Position-Independent Executable file)" not in header:
        yield "it is not position independent"
    if "GNU_RELRO" not in segments or not re.search(r"\(FLAGS(_1)?\).*\bNOW\b", dynamic):
        yield "its relocations stay writable (no full RELRO)"
    if not stack or "RWE" in stack.group().replace(" ", ""):
        yield "its stack may be executed"
    if "__stack_chk_fail" not in symbols:
        yield "its stack is not protected"
    if not re.search(r"__\w+_chk\b(?<!__stack_chk)", symbols):
        yield "no call of it is fortified"
    if re.search(r"\((RPATH|RUNPATH)\)", dynamic) and "$ORIGIN" not in dynamic:
        yield "it looks for libraries in a folder of this machine"
    for library in re.findall(r"\(NEEDED\).*\[lib([^\]]+)\]", dynamic):
        if any(library.startswith(never) for never in NEVER_LINKED[name]):
            yield f"it links lib{library}"


def main():
    complaints = [f"{program}: {complaint}" for program in sys.argv[1:] for complaint in complain(program)]
    for complaint in complaints:
        print(complaint)
    print(f"{len(sys.argv) - 1} looked at, {len(complaints)} complaints")
    return 1 if complaints or len(sys.argv) < 2 else 0


sys.exit(main())
