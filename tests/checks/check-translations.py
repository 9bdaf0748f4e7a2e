#!/usr/bin/env python3
"""Every language is complete: each text of the program is there, translated, and takes the same arguments."""

import os
import re
import subprocess
import tempfile

import tree

KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3"]


def run(*command):
    return subprocess.run(command, cwd=tree.root(), capture_output=True, text=True, check=False,
                          env=dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="C"))


def extract(folder):
    """A template made from the sources as they are now, so that a new text without a translation is found."""
    template = os.path.join(folder, "vouch.pot")
    # xgettext finds the rules for our XML files (GSettings schemas, metainfo, .ui) through this variable's folders.
    result = run("xgettext", "--from-code=UTF-8", "--add-comments", "--no-wrap", "--package-name=vouch",
                 "--files-from=po/POTFILES", "--directory=.", "--output=" + template,
                 *["--keyword=" + keyword for keyword in KEYWORDS],
                 *["--flag=" + flag for flag in ("_:1:pass-c-format", "N_:1:pass-c-format", "ngettext:1:pass-c-format",
                                                 "ngettext:2:pass-c-format", "g_strdup_printf:1:c-format",
                                                 "g_set_error:4:c-format", "vouch_set_field_error:4:c-format")])
    return template, result


def check_language(language, template, folder):
    path = f"po/{language}.po"
    merged = os.path.join(folder, language + ".po")
    result = run("msgfmt", "--check", "--output-file=/dev/null", path)
    if result.returncode != 0:
        return [result.stderr.strip()]
    if template is None:
        return []
    result = run("msgmerge", "--no-fuzzy-matching", "--no-wrap", "--quiet", "--output-file=" + merged, path, template)
    if result.returncode != 0:
        return [result.stderr.strip()]
    complaints = []
    for what, option in (("not translated", "--untranslated"), ("only guessed (fuzzy)", "--only-fuzzy")):
        texts = run("msgattrib", option, "--no-wrap", "--no-obsolete", merged).stdout
        for msgid in re.findall(r'^msgid "(.+)"$', texts, re.MULTILINE):
            complaints.append(f"{path}: {what}: {msgid}")
    return complaints


def main():
    languages = tree.text("po/LINGUAS").split()
    complaints = []
    with tempfile.TemporaryDirectory() as folder:
        template, result = extract(folder)
        if result.returncode != 0:
            complaints.append(result.stderr.strip())
        # Without any text to translate there is no template.
        template = template if os.path.exists(template) else None
        for language in languages:
            complaints += check_language(language, template, folder)
    tree.finish(complaints, len(languages))


main()
