#!/usr/bin/env python3
"""./dev says what it does about packages, on systems that are played by small scripts in its PATH."""

import os
import shutil
import subprocess
import tempfile

import tree

TOOLS = ["sh", "env", "cat", "dirname", "grep", "rm", "sed", "id"]
ALL_INSTALLED = '#!/bin/sh\nfor p; do case $p in -*) ;; *) echo "installed $p" ;; esac; done\n'
NONE_INSTALLED = "#!/bin/sh\nexit 1\n"
NOT_ROOT = "#!/bin/sh\necho 1000\n"
ROOT = "#!/bin/sh\necho 0\n"
TELL = '#!/bin/sh\necho "called ${0##*/} $*"\n'
TELL_AND_FAIL = TELL + "exit 100\n"

complaints = []


def play(arguments, **programs):
    """Runs a copy of ./dev in an empty folder, with these programs and no others but a shell's basic tools."""
    with tempfile.TemporaryDirectory() as folder:
        tools = os.path.join(folder, "bin")
        os.mkdir(tools)
        for tool in TOOLS:
            os.symlink(shutil.which(tool), os.path.join(tools, tool))
        for name, script in programs.items():
            path = os.path.join(tools, name.replace("_", "-"))
            if os.path.lexists(path):
                os.remove(path)
            with open(path, "w", encoding="utf-8") as file:
                file.write(script)
            os.chmod(path, 0o755)
        copy = shutil.copy(os.path.join(tree.root(), "dev"), folder)
        run = subprocess.run([copy, *arguments], env={"PATH": tools}, capture_output=True, text=True, check=False)
    return run.returncode, run.stdout, run.stderr


def expect(holds, complaint, result):
    if not holds:
        complaints.append(f"dev: {complaint}; it exited {result[0]} and said:\n{result[1]}{result[2]}")


def main():
    result = play([])
    expect(result[0] == 2 and "./dev test" in result[2], "without a command it should explain itself", result)
    result = play(["frobnicate"])
    expect(result[0] == 2 and "./dev test" in result[2], "it should explain itself to who asks for something else", result)
    result = play(["help"])
    expect(result[0] == 0 and "./dev run" in result[1], "help should be help", result)

    result = play(["run"], dpkg_query=NONE_INSTALLED, id=NOT_ROOT)
    expect(result[0] == 1 and "libgtk-4-dev" in result[2] and "root" in result[2],
           "without root and sudo it should list what is missing", result)

    result = play(["run"], dpkg_query=NONE_INSTALLED, id=NOT_ROOT, sudo=TELL)
    expect("called sudo" in result[2] and "missing to build and run" in result[2], "it should use sudo and say why", result)

    result = play(["test"], dpkg_query=NONE_INSTALLED, id=ROOT, apt_get=TELL_AND_FAIL)
    expect(result[0] == 1 and "called apt-get update" in result[2], "it should refresh the lists first", result)
    expect("called apt-get install" not in result[2] and "could not install" in result[2],
           "it should stop where apt-get fails", result)

    result = play(["test"], dpkg_query=NONE_INSTALLED, id=ROOT, apt_get=TELL, meson=TELL_AND_FAIL)
    installed = next((line for line in result[2].splitlines() if "called apt-get install" in line), "")
    expect("--no-install-recommends" in installed and " xvfb" in installed, "it should install what tests need", result)

    result = play(["run"], dpkg_query=ALL_INSTALLED, id=ROOT, apt_get=TELL, meson=TELL_AND_FAIL)
    expect("called apt-get" not in result[2], "it should leave apt-get alone when nothing is missing", result)
    expect(result[0] == 1 and "called meson setup build" in result[2] and "could not be configured" in result[2],
           "it should stop where meson fails", result)

    result = play(["run"], id=NOT_ROOT, meson=TELL_AND_FAIL)
    expect("not a Debian system" in result[2] and "called meson setup" in result[2],
           "elsewhere it should say what is needed and try", result)
    tree.finish(complaints, 10)


main()
