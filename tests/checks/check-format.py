#!/usr/bin/env python3
"""Every C file is as clang-format writes it, every other text ends its lines cleanly."""

import os
import subprocess

import tree

TEXTS = (".py", ".sh", ".md", ".build", ".ui", ".css", ".sql", ".json", ".xml", ".in", ".svg", ".service", ".socket")


def main():
    sources = tree.files("src", "tests", suffixes=[".c", ".h"])
    complaints = []
    if sources:
        run = subprocess.run(["clang-format", "--dry-run", "-Werror", "--ferror-limit=1"] + sources, cwd=tree.root(),
                             capture_output=True, text=True, check=False)
        if run.returncode != 0:
            complaints = [line for line in run.stderr.splitlines() if ": error:" in line] or [run.stderr]
    texts = [path for path in tree.files() if path.endswith(TEXTS) or os.path.basename(path) in ("dev", "run")]
    for path in texts:
        content = tree.text(path)
        if content and not content.endswith("\n"):
            complaints.append(f"{path}: its last line has no end")
        for number, line in enumerate(content.split("\n"), 1):
            if line != line.rstrip() and not path.endswith(".md"):
                complaints.append(f"{path}:{number}: has spaces at its end")
            if "\t" in line:
                complaints.append(f"{path}:{number}: has a tab")
    tree.finish(complaints, len(sources) + len(texts))


main()
