#!/usr/bin/env python3
"""A check that cannot fail proves nothing: each is shown small trees with one thing wrong and has to find it."""

import os
import subprocess
import sys
import tempfile

import tree

HEADER = "#pragma once\n"
HOUSE = {
    "src/base/vouch-clock.h": HEADER,
    "src/core/vouch-lot.h": HEADER,
    "src/core/vouch-lot-private.h": HEADER,
    "src/store/vouch-lot-store.h": HEADER,
    "po/POTFILES": "",
    "po/LINGUAS": "zh_CN\n",
    "po/zh_CN.po": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n',
    "dev": "echo gcc meson\n",
    ".ci/run": "",
    "meson.build": "",
}

# (check, what is put into the house, a piece of the complaint; None: there is nothing to complain about)
CASES = [
    ("layers", {"src/core/vouch-lot.c": '#include "vouch-lot.h"\n#include <glib.h>\n'}, None),
    ("layers", {"src/core/vouch-lot.c": '#include "vouch-lot-store.h"\n'}, "core may not know store"),
    ("layers", {"src/base/vouch-clock.c": '#include "vouch-lot.h"\n'}, "base may not know core"),
    ("layers", {"src/store/vouch-db.c": '#include "vouch-lot-private.h"\n'}, "private to core"),
    ("layers", {"src/store/vouch-db.c": "#include <sqlite3.h>\n"}, "only sql may name"),
    ("layers", {"src/cli/main.c": "#include <gtk/gtk.h>\n"}, "only app may name"),
    ("layers", {"src/core/vouch-lot.c": "#include <curl/curl.h>\n"}, "no room owns"),
    ("layers", {"src/core/vouch-lot.c": '#include "../base/vouch-clock.h"\n'}, "by a path"),
    ("layers", {"src/store/vouch-lot.h": HEADER}, "hide one of them"),
    ("layers", {"src/attic/vouch-hat.c": ""}, "in no room"),
    ("layers", {"tests/unit/store/test-a.c": '#include "vouch-lot-private.h"\n'}, "private to another"),
    ("names", {}, None),
    ("names", {"src/core/vouch-lot-utils.c": ""}, "says nothing"),
    ("names", {"src/core/lot.c": ""}, "a source is named"),
    ("names", {"src/core/vouch-cat.h": "\n"}, "pragma once"),
    ("names", {"README.md": "see /ho" "me/me/x\n"}, "one machine"),
    ("names", {"src/core/vouch-cat.c": "/* TO" "DO */\n"}, "leaves something open"),
    ("names", {"resources/sql/0001-all.sql": "", "resources/sql/0003-more.sql": ""}, "0002-what"),
    ("names", {"ui/vouch-cat-page.ui": "", "src/app/pages/vouch-cat-page.c": ""}, None),
    ("names", {"ui/vouch-cat-page.ui": ""}, "no class"),
    ("format", {}, None),
    ("format", {"src/core/vouch-cat.c": "int  x ;\n"}, "clang-formatted"),
    ("format", {"README.md": "no end"}, "has no end"),
    ("format", {"meson.build": "a = 1 \n"}, "spaces at its end"),
    ("potfiles", {"src/core/vouch-cat.c": 'x = _ ("Cat");\n', "po/POTFILES": "src/core/vouch-cat.c\n"}, None),
    ("potfiles", {"src/core/vouch-cat.c": 'x = _ ("Cat");\n'}, "is not in po/POTFILES"),
    ("potfiles", {"src/core/vouch-cat.c": "", "po/POTFILES": "src/core/vouch-cat.c\n"}, "no words"),
    ("potfiles", {"src/core/vouch-cat.c": 'f (_ ("%" G_GINT64_FORMAT " cats"));\n'}, "lost to translators"),
    ("translations", {"src/core/vouch-cat.c": 'x = _ ("Cat");\n', "po/POTFILES": "src/core/vouch-cat.c\n"},
     "not translated: Cat"),
    ("packages", {}, None),
    ("packages", {"tests/cli/run.py": 'subprocess.run(["pdftotext", "x.pdf"])\n'}, "poppler-utils is not in"),
    ("packages", {"tests/cli/run.py": 'subprocess.run(["frobnicate"])\n'}, "calls frobnicate"),
    ("packages", {"meson.build": "dependency('libsodium')\n"}, "needs libsodium"),
]


def complain(check, additions, piece):
    """Builds the house with the additions, and returns what the check failed to see, or None."""
    with tempfile.TemporaryDirectory() as house:
        for path, content in {**HOUSE, **additions}.items():
            os.makedirs(os.path.join(house, os.path.dirname(path)), exist_ok=True)
            with open(os.path.join(house, path), "w", encoding="utf-8") as file:
                file.write(content)
        script = os.path.join(tree.root(), "tests", "checks", f"check-{check}.py")
        run = subprocess.run([sys.executable, script, house], capture_output=True, text=True, check=False)
    said = run.stdout + run.stderr
    if piece is None:
        return None if run.returncode == 0 else f"check-{check} complained of a good tree:\n{said}"
    if run.returncode == 0 or piece not in said:
        return f"check-{check} did not see “{piece}” in {sorted(additions)}:\n{said}"
    return None


def main():
    complaints = [complaint for complaint in (complain(*case) for case in CASES) if complaint]
    tree.finish(complaints, len(CASES))


main()
