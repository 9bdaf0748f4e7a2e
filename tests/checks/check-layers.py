#!/usr/bin/env python3
"""Every include goes downwards, every library is named only in its own room, and private headers stay at home."""

import os
import re

import tree

PURE = ["base"]
BELOW_STATION = ["base", "sql", "seal", "core", "gs1", "sampling", "trace", "store", "scan", "label", "report",
                 "exchange"]

# Which rooms a room may include, itself aside.
MAY_INCLUDE = {
    "base": [],
    "core": PURE,
    "gs1": PURE + ["core"],
    "sampling": PURE + ["core"],
    "sql": PURE,
    "seal": PURE,
    "trace": ["base", "gs1", "seal"],
    "store": ["base", "core", "trace", "seal", "sql"],
    "decoder": PURE,
    "scan": PURE,
    "label": ["base", "core", "gs1", "trace"],
    "report": ["base", "core", "sampling"],
    "exchange": ["base", "core", "gs1", "trace", "seal", "store"],
    "station": BELOW_STATION,
    "app": BELOW_STATION + ["station"],
    "cli": BELOW_STATION + ["station"],
    "lookup": ["base", "gs1", "trace", "seal", "sql"],
}

DRAWING = ["label", "report", "app", "cli"]  # cli draws the demonstration's pictures

# Which rooms may name a library, by the beginning of its headers.
MAY_NAME = {
    "sqlite3": ["sql"],
    "sodium": ["seal"],
    "zbar": ["decoder"],
    "dmtx": ["decoder"],
    "seccomp": ["decoder"],
    "linux/seccomp": ["decoder"],
    "png": ["decoder"],
    "jpeglib": ["decoder"],
    "gst/": ["scan"],
    "zint": ["label"],
    "cups/": ["label"],
    "cairo": DRAWING,
    "pango": DRAWING,
    "libxml/": ["exchange"],
    "libsoup/": ["exchange"],
    "csv.h": ["exchange"],
    "xlsx": ["exchange"],
    "archive": ["exchange"],
    "json-glib/": ["trace", "label", "exchange", "station", "cli", "lookup"],
    "gtk/": ["app"],
    "gdk/": ["app"],
    "gsk/": ["app"],
    "adwaita": ["app"],
    "microhttpd": ["lookup"],
    "libpq": ["lookup"],
    "postgresql/": ["lookup"],
}
# What any room may name: GLib and the C library's own.
COMMON = re.compile(r"^(glib\.h|glib/|gio/|glib-object\.h|glib-unix\.h|gmodule\.h|sys/|linux/|netinet/|arpa/|"
                    r"(dirent|errno|fcntl|float|ftw|iconv|inttypes|limits|locale|math|netdb|poll|pthread|pwd|sched|setjmp|"
                    r"signal|spawn|stdarg|stdatomic|stdbool|stddef|stdint|stdio|stdlib|string|syslog|termios|time|"
                    r"unistd|wchar)\.h$)")

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')


def rooms_by_header():
    """Where each of our headers lives."""
    rooms = {}
    for path in tree.files("src", suffixes=[".h"]):
        rooms.setdefault(os.path.basename(path), []).append(path.split(os.sep)[1])
    return rooms


def library_of(header):
    return next((start for start in sorted(MAY_NAME, key=len, reverse=True) if header.startswith(start)), None)


def complain(path, quote, header, rooms):
    """What is wrong with one include of a source, or None."""
    room = path.split(os.sep)[1]
    if quote == '"':
        if "/" in header:
            return f"includes {header} by a path; a room exports its folder"
        # Made by the build.
        if header == "vouch-config.h" or (header.endswith(("-resources.h", "-fingerprint.h")) and header not in rooms):
            return None
        if header not in rooms:
            return f"includes {header}, which no room has"
        if room in rooms[header]:
            return None
        owner = rooms[header][0]
        if header.endswith("-private.h"):
            return f"includes {header}, which is private to {owner}"
        if owner not in MAY_INCLUDE[room]:
            return f"includes {header}: {room} may not know {owner}"
        return None
    library = library_of(header)
    if library is not None:
        if room not in MAY_NAME[library]:
            return f"includes <{header}>, which only {', '.join(MAY_NAME[library])} may name"
        return None
    if header.startswith("vouch-"):
        return f"includes <{header}> as if it were a system's header"
    if not COMMON.match(header):
        return f"includes <{header}>, a library that no room owns"
    return None


def main():
    rooms = rooms_by_header()
    complaints = [f"src: {' and '.join(owners)} both have a {header}; the include paths hide one of them"
                  for header, owners in sorted(rooms.items()) if len(owners) > 1]
    sources = tree.files("src", suffixes=[".c", ".h"])
    for path in sources:
        if path.split(os.sep)[1] not in MAY_INCLUDE:
            complaints.append(f"{path}: is in no room of the house")
            continue
        for number, line in tree.lines(path):
            match = INCLUDE.match(line)
            complaint = complain(path, *match.groups(), rooms) if match else None
            if complaint:
                complaints.append(f"{path}:{number}: {complaint}")
    # A test may reach its own room's private headers, never another's.
    for path in tree.files("tests", suffixes=[".c", ".h"]):
        parts = path.split(os.sep)
        room = parts[2] if parts[1] == "unit" else parts[1]
        for number, line in tree.lines(path):
            match = INCLUDE.match(line)
            header = os.path.basename(match.group(2)) if match else ""
            if header.endswith("-private.h") and room not in rooms.get(header, []):
                complaints.append(f"{path}:{number}: includes {header}, which is private to another room")
    tree.finish(complaints, len(sources))


main()
