#!/usr/bin/env python3
"""axe-core, which looks for what keeps people out of a page. Development only: it is fetched once into the user's cache
by ./dev test, or by running this file, and never part of Vouch. The archive there is believed by its hash alone."""

import hashlib
import io
import os
import sys
import tarfile
import urllib.request

VERSION = "4.10.2"
ADDRESS = "https://registry.npmjs.org/axe-core/-/axe-core-%s.tgz" % VERSION
SHA512 = ("444de6750ecfdc54527bb7aa096a1e43f67d417aed9e24a3a75c148ede67442d"
          "d6229cf9ad20af7baa377ec676682a49b6b663499823c170284cee64e2d108d3")


def archive_path():
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(cache, "vouch", "axe-core-%s.tgz" % VERSION)


def check(content, where):
    if hashlib.sha512(content).hexdigest() != SHA512:
        raise RuntimeError("%s is not axe-core %s: its hash is another" % (where, VERSION))
    return content


def fetch():
    """Fills the cache; does nothing where it is filled."""
    path = archive_path()
    if os.path.exists(path):
        with open(path, "rb") as file:
            check(file.read(), path)
        return
    with urllib.request.urlopen(ADDRESS, timeout=60) as response:
        content = check(response.read(), ADDRESS)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open("%s.%d" % (path, os.getpid()), "wb") as file:
        file.write(content)
    os.replace(file.name, path)


def load():
    """The script as text."""
    path = archive_path()
    try:
        with open(path, "rb") as file:
            content = check(file.read(), path)
    except FileNotFoundError:
        raise RuntimeError("%s is missing; with the network on, run: python3 tests/support/axe_core.py" % path) from None
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        return archive.extractfile("package/axe.min.js").read().decode()


def main():
    try:
        fetch()
    except (OSError, RuntimeError) as error:
        print("axe-core %s cannot be fetched for the tests of the customers' pages: %s" % (VERSION, error),
              file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
