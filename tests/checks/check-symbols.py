#!/usr/bin/env python3
"""No two layers define the same symbol: the linker would take one of the two in silence.

usage: check-symbols.py LIBRARY.a…
"""

import subprocess
import sys


def defined(library):
    """The global symbols that a static library defines."""
    out = subprocess.run(["nm", "--defined-only", "--extern-only", library], capture_output=True, text=True, check=True)
    for line in out.stdout.splitlines():
        parts = line.split()
        if len(parts) == 3 and parts[1] in "TDRBC":
            yield parts[2]


def main(libraries):
    homes = {}
    for library in libraries:
        for symbol in defined(library):
            homes.setdefault(symbol, set()).add(library)
    twice = {symbol: where for symbol, where in homes.items() if len(where) > 1}
    for symbol, where in sorted(twice.items()):
        print(f"{symbol} is defined in {' and '.join(sorted(where))}")
    print(f"{len(homes)} symbols in {len(libraries)} libraries, {len(twice)} defined twice")
    return 1 if twice or not homes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
