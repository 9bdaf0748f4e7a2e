#!/usr/bin/env python3
"""Every program that the build, the tests or ./dev call, and every library that meson asks for, has its Debian package
in ./dev's lists."""

import os
import re
import subprocess

import tree

# Which package brings a program that no minimal system has. None: part of every Debian system, or our own.
PROGRAMS = {
    "VOUCH_LOOKUP": None,
    "Xvfb": "xvfb",
    "ZXingReader": "zxing-cpp-tools",
    "appstreamcli": "appstream",
    "apt-get": None,
    "cat": None,
    "chromium": "chromium",
    "clang-14": "clang-14",
    "clang-format": "clang-format",
    "compare": "imagemagick",
    "convert": "imagemagick",
    "cupsd": "cups",
    "curl": "curl",
    "dbus-run-session": "dbus",
    "desktop-file-validate": "desktop-file-utils",
    "dpkg-query": None,
    "gcc": "gcc",
    "gdbus": "libglib2.0-bin",
    "git": "git",
    "glib-compile-resources": "libglib2.0-dev",
    "glib-compile-schemas": "libglib2.0-dev",
    "groff": "groff-base",
    "gtk4-broadwayd": "libgtk-4-bin",
    "ibus": "ibus",
    "ibus-daemon": "ibus",
    "identify": "imagemagick",
    "import": "imagemagick",
    "kill": None,
    "lpadmin": "cups",
    "meson": "meson",
    "msgattrib": "gettext",
    "msgfmt": "gettext",
    "msgmerge": "gettext",
    "nginx": "nginx",
    "openssl": "openssl",
    "nice": None,
    "ninja": "ninja-build",
    "nm": "binutils",
    "objdump": "binutils",
    "openbox": "openbox",
    "pdfimages": "poppler-utils",
    "pdfinfo": "poppler-utils",
    "pdftocairo": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "pdftotext": "poppler-utils",
    "python3": "python3",
    "readelf": "binutils",
    "sh": None,
    "sqlite3": "sqlite3",
    "sudo": None,
    "systemd-analyze": "systemd",
    "unshare": None,
    "valgrind": "valgrind",
    "xauth": "xauth",
    "xdotool": "xdotool",
    "xdpyinfo": "x11-utils",
    "xgettext": "gettext",
    "xmllint": "libxml2-utils",
    "xset": "x11-xserver-utils",
    "xvfb-run": "xvfb",
    "xwininfo": "x11-utils",
}

# Which package brings a library that meson asks for, with dependency() or find_library().
LIBRARIES = {
    "cairo": "libgtk-4-dev",
    "cairo-pdf": "libgtk-4-dev",
    "cairo-png": "libgtk-4-dev",
    "pangocairo": "libgtk-4-dev",
    "pango": "libgtk-4-dev",
    "gtk4": "libgtk-4-dev",
    "gtk4-x11": "libgtk-4-dev",
    "libadwaita-1": "libadwaita-1-dev",
    "glib-2.0": "libglib2.0-dev",
    "gobject-2.0": "libglib2.0-dev",
    "gio-2.0": "libglib2.0-dev",
    "gio-unix-2.0": "libglib2.0-dev",
    "gmodule-2.0": "libglib2.0-dev",
    "json-glib-1.0": "libjson-glib-dev",
    "sqlite3": "libsqlite3-dev",
    "libsodium": "libsodium-dev",
    "libseccomp": "libseccomp-dev",
    "libpng": "libpng-dev",
    "libjpeg": "libjpeg62-turbo-dev",
    "zbar": "libzbar-dev",
    "zint": "libzint-dev",
    "libdmtx": "libdmtx-dev",
    "dmtx": "libdmtx-dev",
    "cups": "libcups2-dev",
    "gstreamer-1.0": "libgstreamer1.0-dev",
    "gstreamer-app-1.0": "libgstreamer-plugins-base1.0-dev",
    "gstreamer-video-1.0": "libgstreamer-plugins-base1.0-dev",
    "libmicrohttpd": "libmicrohttpd-dev",
    "libsoup-3.0": "libsoup-3.0-dev",
    "libxml-2.0": "libxml2-dev",
    "libpq": "libpq-dev",
    "m": "libc6-dev",
    "threads": "libc6-dev",
}

NAME = r"([A-Za-z][\w.+-]*)"
# How each kind of file calls a program by its name.
CALLS = {
    ".py": [r'(?:subprocess\.\w+|shutil\.which)\(\s*\[?\s*"' + NAME + '"'],
    ".c": [r'(?:g_find_program_in_path|g_subprocess_new|execlp|G_SPAWN_\w+,)\s*\([^"]*"' + NAME + '"',
           r'argv\[\]\s*=\s*\{\s*(?:\([^)]*\)\s*)?"' + NAME + '"'],
    ".build": [r"find_program\(\s*'" + NAME + "'"],
}
SHELL_WORD = re.compile(r"(?:^|[;&|(!]|\b(?:exec|then|do|else|if|env|command -v|\$as_root)\s)\s*" + NAME + r"(?=\s|$|;)",
                        re.MULTILINE)
DEPENDENCY = re.compile(r"(?:\bdependency|find_library)\(\s*'" + NAME + "'")
# In a list of words (a command line in Python, a wrapper) a known program counts wherever it stands as a string.
QUOTED = re.compile(r"[\"']" + NAME + r"(?=[\"' ])")


def called_programs(path, content):
    suffix = os.path.splitext(path)[1]
    for pattern in CALLS.get(suffix, []):
        yield from re.findall(pattern, content)
    if suffix in (".py", ".c"):
        yield from (word for word in QUOTED.findall(content)
                    if PROGRAMS.get(word) and word not in LIBRARIES and word != "import")
    if suffix == ".sh" or os.path.basename(path) in ("dev", "run"):
        yield from (word for word in SHELL_WORD.findall(content) if word in PROGRAMS)


def main():
    listed = set(subprocess.run(["sh", os.path.join(tree.root(), "dev"), "packages"], capture_output=True, text=True,
                                check=True).stdout.split())
    complaints = []
    used = set()
    paths = ["dev", ".ci/run", "meson.build"] + tree.files("src", "resources", "po", suffixes=["meson.build"]) + [
        path for path in tree.files("tests", suffixes=[".py", ".sh", ".c", ".build"])
        if path not in ("tests/checks/check-packages.py", "tests/checks/check-checks.py")]
    for path in paths:
        content = tree.text(path)
        for program in sorted(set(called_programs(path, content))):
            if program not in PROGRAMS:
                complaints.append(f"{path}: calls {program}; say in this check which package brings it")
            elif PROGRAMS[program] and PROGRAMS[program] not in listed:
                complaints.append(f"{path}: calls {program}, and {PROGRAMS[program]} is not in ./dev's lists")
            used.add(PROGRAMS.get(program))
        for library in DEPENDENCY.findall(content) if path.endswith("meson.build") else []:
            if library not in LIBRARIES:
                complaints.append(f"{path}: needs {library}; say in this check which package brings it")
            elif LIBRARIES[library] not in listed:
                complaints.append(f"{path}: needs {library}, and {LIBRARIES[library]} is not in ./dev's lists")
            used.add(LIBRARIES.get(library))
    known = set(PROGRAMS.values()) | set(LIBRARIES.values())
    for package in sorted(listed & known - used):
        print(f"note: nothing here calls what {package} brings")
    tree.finish(complaints, len(paths))


main()
