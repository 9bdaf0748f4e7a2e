#!/usr/bin/env python3
"""Every installed program has a manual page, and groff has nothing to say against any of them."""

import os
import subprocess

import tree


def main():
    pages = tree.files("resources/man", suffixes=[".1", ".5"])
    complaints = []
    for path in pages:
        run = subprocess.run(["groff", "-man", "-ww", "-z", "-Tutf8", path], cwd=tree.root(), capture_output=True,
                             text=True, check=False)
        complaints += run.stderr.splitlines()
        name = os.path.basename(path)[:-2]
        if name.replace("-", "\\-") + " \\-" not in tree.text(path):
            complaints.append(f"{path}: has no NAME line “{name} \\- what it is”")
    have = {os.path.basename(path)[:-2] for path in pages}
    for program in ("vouch", "vouch-decoder", "vouch-lookup", "vouch-station"):
        if program not in have:
            complaints.append(f"resources/man: {program} has no manual page")
    tree.finish(complaints, len(pages))


main()
