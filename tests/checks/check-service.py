#!/usr/bin/env python3
"""The lookup service's unit keeps it in a sandbox: systemd's own measure of exposure is at most 2.0 of 10.

usage: check-service.py UNIT
"""

import subprocess
import sys


def main():
    run = subprocess.run(["systemd-analyze", "security", "--offline=true", "--threshold=20", sys.argv[1]],
                         capture_output=True, text=True, check=False)
    print(run.stdout[-4000:] + run.stderr)
    return run.returncode


sys.exit(main())
