"""An input method for Chinese, as it runs on the desk of whoever writes Chinese: IBus with pinyin switched on."""

import os
import signal
import subprocess

from station_window import wait_until

ENGINE = "libpinyin"
PATIENCE = 20


class Pinyin:
    """A daemon of its own, found by nobody but the programs that get its environment."""

    def __init__(self, directory):
        self.address = os.path.join(directory, "ibus-address")
        self.environment = {
            "GTK_IM_MODULE": "ibus",
            "IBUS_ADDRESS_FILE": self.address,
            "XDG_CACHE_HOME": os.path.join(directory, "ibus-cache"),
            "XDG_DATA_HOME": os.path.join(directory, "ibus-data"),
        }
        self.daemon = None

    def start(self):
        environment = dict(os.environ, **self.environment)
        self.daemon = subprocess.Popen(
            ["ibus-daemon", "--panel=disable", "--emoji-extension=disable", "--cache=none"], env=environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        wait_until(lambda: os.path.exists(self.address), "the input method's daemon")
        wait_until(lambda: self._ask(ENGINE) or self._ask() == ENGINE, "the input method to write pinyin")

    def _ask(self, *engine):
        return subprocess.run(["ibus", "engine", *engine], env=dict(os.environ, **self.environment), timeout=PATIENCE,
                              capture_output=True, text=True, check=False).stdout.strip()

    def end(self):
        """The engine goes with its daemon, at once: asked to end, it would still write down what it has learned."""
        os.killpg(self.daemon.pid, signal.SIGKILL)
        self.daemon.wait(PATIENCE)
