#!/usr/bin/env python3
"""po/POTFILES lists every file that has words for people, and no other; and every such word can be extracted.

usage: check-potfiles.py SOURCE [--write]    (--write makes po/POTFILES right before it looks)
"""

import os
import re
import sys

import tree

C_MARK = re.compile(r'(?<![\w])(?:_|N_|C_|NC_|Q_|ngettext|dngettext|g_dngettext|g_dpgettext2?)\s*\(\s*["\w]')
# xgettext drops what a macro adds to a text, so that the text is never found again at run time.
MACRO_IN_MARK = re.compile(r'(?<![\w])(?:_|N_|ngettext)\s*\(\s*(?:[^;]*?)"\s*G_G[A-Z0-9]+_FORMAT')
UI_MARK = re.compile(r'translatable="(?:yes|true)"')
DESKTOP_MARK = re.compile(r"^(?:Name|Comment|Keywords|GenericName)=", re.MULTILINE)


def has_words(path, content):
    if path.endswith((".c", ".h")):
        return C_MARK.search(content) is not None
    if path.endswith(".ui"):
        return UI_MARK.search(content) is not None
    if path.endswith(".desktop.in"):
        return DESKTOP_MARK.search(content) is not None
    return path.endswith((".metainfo.xml.in", ".gschema.xml"))


def main():
    complaints = []
    wanted = set()
    for path in tree.files("src", "ui", "resources", suffixes=[".c", ".h", ".ui", ".in", ".gschema.xml"]):
        content = tree.text(path)
        if path.endswith(".c"):
            for match in MACRO_IN_MARK.finditer(content):
                number = content.count("\n", 0, match.end()) + 1
                complaints.append(f"{path}:{number}: a macro inside a text to translate; the text is lost to translators")
        if has_words(path, content):
            wanted.add(path)
    if "--write" in sys.argv:
        with open(os.path.join(tree.root(), "po/POTFILES"), "w", encoding="utf-8") as file:
            file.writelines(path + "\n" for path in sorted(wanted))
    listed = [line.strip() for _, line in tree.lines("po/POTFILES") if line.strip() and not line.startswith("#")]
    complaints += [f"{path}: has words to translate and is not in po/POTFILES" for path in sorted(wanted - set(listed))]
    for path in listed:
        if not os.path.exists(os.path.join(tree.root(), path)):
            complaints.append(f"po/POTFILES: {path} does not exist")
        elif path not in wanted:
            complaints.append(f"po/POTFILES: {path} has no words to translate")
        if listed.count(path) > 1:
            complaints.append(f"po/POTFILES: {path} is listed twice")
    if listed != sorted(listed):
        complaints.append("po/POTFILES: is not sorted")
    tree.finish(complaints, len(wanted) + len(listed))


main()
