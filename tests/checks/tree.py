"""The source tree as the checks see it: files as they lie there, whether or not a version control system knows them."""

import os
import sys


def root():
    """The source folder: the first argument, else two above this file."""
    if len(sys.argv) > 1:
        return os.path.abspath(sys.argv[1])
    return os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def files(*tops, suffixes=()):
    """Paths of files below the folders named (all, if none is), relative to the root and sorted."""
    found = []
    for top in tops or ("",):
        start = os.path.join(root(), top)
        if os.path.isfile(start):
            found.append(top)
        for folder, folders, names in os.walk(start):
            folders[:] = [name for name in folders if not is_foreign(os.path.join(folder, name))]
            for name in names:
                if not suffixes or name.endswith(tuple(suffixes)):
                    found.append(os.path.relpath(os.path.join(folder, name), root()))
    return sorted(found)


def is_foreign(folder):
    """Build folders, caches and the version control's own are no part of the tree."""
    name = os.path.basename(folder)
    return name in (".git", "__pycache__") or os.path.exists(os.path.join(folder, "meson-private"))


def text(path):
    with open(os.path.join(root(), path), encoding="utf-8") as file:
        return file.read()


def lines(path):
    """(number, line) from 1."""
    return enumerate(text(path).splitlines(), 1)


def finish(complaints, looked_at):
    """Prints what is wrong and ends the check. Looking at nothing is wrong as well."""
    for complaint in complaints:
        print(complaint)
    if not looked_at:
        print("this check found nothing to look at")
    print(f"{looked_at} looked at, {len(complaints)} complaints")
    sys.exit(1 if complaints or not looked_at else 0)
