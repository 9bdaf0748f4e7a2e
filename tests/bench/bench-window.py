#!/usr/bin/env python3
"""The real window over a million lots: its first frame, its memory, and how soon a scan's result is on the screen.

bench-window.py BENCH-LISTS STATION: the first makes the station's database, the second is the program. VOUCH_MILLION
may name a folder that it was made in before.
"""

import ctypes
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

SCREEN = (1280, 800)
PATIENCE = 30
MIB = 1024 * 1024

X11 = ctypes.CDLL("libX11.so.6")
XTEST = ctypes.CDLL("libXtst.so.6")
for name, result in (("XOpenDisplay", ctypes.c_void_p), ("XGetImage", ctypes.c_void_p),
                     ("XDefaultRootWindow", ctypes.c_ulong), ("XStringToKeysym", ctypes.c_ulong)):
    getattr(X11, name).restype = result
X11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int, ctypes.c_uint, ctypes.c_uint,
                          ctypes.c_ulong, ctypes.c_int]
X11.XDestroyImage.argtypes = [ctypes.c_void_p]
X11.XGetPixel.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
X11.XGetPixel.restype = ctypes.c_ulong
X11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
X11.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
X11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
XTEST.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]

missed = False


def tell(name, value, unit, limit):
    global missed
    missed = missed or value > limit
    print(f"{name} {value:.2f} {unit} limit <= {limit:.2f}{' MISSED' if value > limit else ''}", flush=True)


class Screen:
    """A display of its own, and eyes on it."""

    def __init__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "%dx%dx24" % SCREEN],
                                       pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.name = ":" + number.readline().strip()
        self.display = X11.XOpenDisplay(self.name.encode())
        self.root = X11.XDefaultRootWindow(self.display)
        self.manager = subprocess.Popen(["openbox"], env=dict(os.environ, DISPLAY=self.name),
                                        stderr=subprocess.DEVNULL)

    def look(self, y):
        """The colours along a line of the screen."""
        image = X11.XGetImage(self.display, self.root, 0, y, SCREEN[0], 1, 0xffffffff, 2)
        colours = tuple(X11.XGetPixel(image, x, 0) for x in range(100, SCREEN[0] - 100, 40))
        X11.XDestroyImage(image)
        return colours

    def wait_for(self, y, condition, what):
        deadline = time.monotonic() + PATIENCE
        while not condition(self.look(y)):
            if time.monotonic() > deadline:
                raise SystemExit("in vain waited for " + what)

    def press(self, key):
        code = X11.XKeysymToKeycode(self.display, X11.XStringToKeysym(key.encode()))
        XTEST.XTestFakeKeyEvent(self.display, code, 1, 0)
        XTEST.XTestFakeKeyEvent(self.display, code, 0, 0)
        X11.XSync(self.display, 0)

    def type(self, *arguments):
        subprocess.run(["xdotool", *arguments], env=dict(os.environ, DISPLAY=self.name), check=True)

    def end(self):
        self.manager.terminate()
        self.server.terminate()
        self.server.wait()


class Window:
    """The program at the station."""

    def __init__(self, program, directory, unlock, screen):
        self.screen = screen
        self.home = tempfile.mkdtemp(prefix="vouch-bench-home-")
        environment = dict(os.environ, DISPLAY=screen.name, GSK_RENDERER="cairo", GTK_A11Y="none",
                           GSETTINGS_BACKEND="memory", XDG_CONFIG_HOME=self.home, XDG_CACHE_HOME=self.home,
                           DBUS_SESSION_BUS_ADDRESS="disabled:", GDK_BACKEND="x11")
        environment.pop("G_DEBUG", None)
        # A display without a graphics card would draw by compiling for the processor, in 50 MiB of LLVM: that is a
        # driver's, not the program's, and is not used.
        environment["GDK_DEBUG"] = "gl-disable"
        self.begun = time.monotonic()
        self.process = subprocess.Popen([program, "--data", directory, "--unlock", unlock], env=environment)

    def first_frame(self):
        """Milliseconds from the program's start to something bright in the middle of the screen."""
        self.screen.wait_for(SCREEN[1] // 2, lambda colours: max(colours) & 0xff > 0x80, "the window")
        return (time.monotonic() - self.begun) * 1000

    def memory(self):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmRSS:")) / MIB

    def scan(self, code, line=150):
        """Milliseconds from the last key to another picture where results are shown."""
        time.sleep(1.6)
        before = self.screen.look(line)
        self.screen.type("type", "--delay", "1", code)
        begun = time.monotonic()
        self.screen.press("Return")
        self.screen.wait_for(line, lambda colours: colours != before, "the result of " + code)
        return (time.monotonic() - begun) * 1000

    def end(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.home)


def make_station(program, folder):
    """Its directory and what unlocks it; made anew unless it is there."""
    made = [os.path.join(folder, name) for name in os.listdir(folder)
            if os.path.exists(os.path.join(folder, name, "station.db")) and name.startswith("vouch-station-")]
    if made:
        return made[0], made[0] + ".unlock"
    lines = subprocess.run([program, folder], check=True, capture_output=True, text=True).stdout.splitlines()
    return lines[-2], lines[-1]


def measure(program, directory, unlock):
    screen = Screen()
    frames = []
    for _ in range(5):
        window = Window(program, directory, unlock, screen)
        frames.append(window.first_frame())
        time.sleep(3)
        if len(frames) < 5:
            window.end()
            screen.wait_for(SCREEN[1] // 2, lambda colours: max(colours) & 0xff < 0x80, "the window to go")
    tell("first_frame", statistics.median(frames), "ms", 400)
    screen.type("type", "--delay", "1", "VB1002")
    screen.press("Return")
    time.sleep(2)
    times = [window.scan(code) for _ in range(6) for code in ("QQ12345", "XCNO")]
    tell("scan_to_result", statistics.median(times), "ms", 50)
    tell("memory_at_work", window.memory(), "MiB", 150)
    # A key that comes as soon after a scan as this is taken for the scanner's.
    time.sleep(1)
    screen.type("key", "ctrl+6")
    time.sleep(4)
    tell("memory_with_a_million_lots_listed", window.memory(), "MiB", 150)
    window.end()
    screen.end()


def main():
    lists, station = sys.argv[1:3]
    kept = os.environ.get("VOUCH_MILLION")
    folder = kept or tempfile.mkdtemp(prefix="vouch-bench-")
    try:
        directory, unlock = make_station(lists, folder)
        measure(station, directory, unlock)
    finally:
        if not kept:
            shutil.rmtree(folder)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
