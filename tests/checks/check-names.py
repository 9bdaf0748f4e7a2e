#!/usr/bin/env python3
"""Files are named after what they hold, and nothing in the tree names the machine that it was written on."""

import os
import re

import tree

VAGUE = re.compile(r"(^|[-_.])(utils?|helpers?|manager|misc|common|stuff)([-_.]|$)")
SOURCE = re.compile(r"^vouch-[a-z0-9-]+\.[ch]$|^(main|cmd-[a-z0-9-]+)\.[ch]$|^meson\.build$|^DESIGN\.md$")
MIGRATION = re.compile(r"^(\d{4})-[a-z0-9-]+\.sql$")
# Written with a gap where the word itself would be found in this file.
LEFT_OPEN = re.compile(r"\b(TO" r"DO|FIX" r"ME)\b")
MACHINE = re.compile(r"(?<![\w.])/(?:wor" r"k|hom" r"e/[a-z]\w*|roo" r"t/|tm" r"p/[a-z]\w*|Users/|far" r"m)(?:/|\b)|"
                     r"\.\./shared|\.lib" r"rary\b")
TEXTS = (".c", ".h", ".py", ".sh", ".build", ".ui", ".css", ".sql", ".json", ".xml", ".in", ".md", ".po", ".service",
         ".html", ".txt", ".csv", ".1")


def check_migrations(complaints):
    """Migrations count up from 1 without a gap."""
    for folder in ("resources/sql", "resources/lookup-sql"):
        names = sorted(os.path.basename(path) for path in tree.files(folder, suffixes=[".sql"])
                       if os.path.dirname(path) == folder)
        for wanted, name in enumerate(names, 1):
            match = MIGRATION.match(name)
            if not match or int(match.group(1)) != wanted:
                complaints.append(f"{folder}/{name}: should be {wanted:04d}-what.sql")


def check_templates(complaints):
    """A widget's template has the name of its class's source; the lines of a list need no class."""
    classes = {os.path.basename(path)[:-2] for path in tree.files("src/app", suffixes=[".c"])}
    for path in tree.files("ui", suffixes=[".ui"]):
        if os.path.basename(path)[:-3] not in classes and '"GtkListItem"' not in tree.text(path):
            complaints.append(f"{path}: no class in src/app has this name")


def main():
    complaints = []
    paths = tree.files()
    for path in paths:
        name = os.path.basename(path)
        if VAGUE.search(name):
            complaints.append(f"{path}: a name that says nothing; name the noun it holds")
        if path.startswith("src/") and not SOURCE.match(name):
            complaints.append(f"{path}: a source is named vouch-…, cmd-… or main")
        if path.startswith("src/") and path.endswith(".h") and "#pragma once" not in tree.text(path):
            complaints.append(f"{path}: has no “#pragma once”")
        if not name.endswith(TEXTS) and name not in ("dev", "run"):
            continue
        for number, line in tree.lines(path):
            if MACHINE.search(line):
                complaints.append(f"{path}:{number}: names a place of one machine")
            if LEFT_OPEN.search(line):
                complaints.append(f"{path}:{number}: leaves something open")
    check_migrations(complaints)
    check_templates(complaints)
    tree.finish(complaints, len(paths))


main()
