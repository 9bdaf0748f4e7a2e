"""Headless Chromium, driven by the DevTools protocol through a pair of pipes, with the standard library only."""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

PHONE = "Mozilla/5.0 (Linux; Android 14; Pixel 6) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36"


class Page:
    """One tab."""

    def __init__(self, letters=16):
        self.profile = tempfile.mkdtemp(prefix="vouch-chromium-")
        to_read, self.write_end = os.pipe()
        self.read_end, to_write = os.pipe()

        def place_pipes():
            # The protocol is spoken on 3 and 4; both ends are lifted first so that neither overwrites the other.
            lifted = [os.dup2(to_read, 103), os.dup2(to_write, 104)]
            os.dup2(lifted[0], 3)
            os.dup2(lifted[1], 4)

        self.process = subprocess.Popen(
            ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--blink-settings=defaultFontSize=%d" % letters, "--disable-background-networking", "--disable-component-update", "--disable-extensions",
             "--user-data-dir=" + self.profile, "--remote-debugging-pipe", "about:blank"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, close_fds=False,
            preexec_fn=place_pipes)
        os.close(to_read)
        os.close(to_write)
        self.waiting = b""
        self.number = 0
        self.session = None
        self.events = []
        target = next(target for target in self.call("Target.getTargets")["targetInfos"] if target["type"] == "page")
        self.session = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(domain + ".enable")
        self.call("Network.setUserAgentOverride", userAgent=PHONE)
        self.call("Network.setCacheDisabled", cacheDisabled=True)
        self.call("Emulation.setScrollbarsHidden", hidden=True)

    def close(self):
        os.close(self.write_end)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.read_end)
        shutil.rmtree(self.profile, ignore_errors=True)

    def _read(self, seconds):
        until = time.monotonic() + seconds
        while b"\0" not in self.waiting:
            if not select.select([self.read_end], [], [], max(0, until - time.monotonic()))[0]:
                raise TimeoutError("Chromium says nothing")
            piece = os.read(self.read_end, 1 << 20)
            if not piece:
                raise EOFError("Chromium is gone")
            self.waiting += piece
        line, self.waiting = self.waiting.split(b"\0", 1)
        return json.loads(line)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        content = json.dumps(message).encode() + b"\0"
        while content:
            content = content[os.write(self.write_end, content):]
        while True:
            answer = self._read(30)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError("%s: %s" % (method, answer["error"]["message"]))
                return answer["result"]
            self.events.append(answer)

    def wait_for(self, method, seconds=20):
        while True:
            for i, event in enumerate(self.events):
                if event.get("method") == method:
                    return self.events.pop(i)["params"]
            self.events.append(self._read(seconds))

    def happened(self, method):
        return [event["params"] for event in self.events if event.get("method") == method]

    def look(self, width, height=800, scheme="light", media=""):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia", media=media,
                  features=[{"name": "prefers-color-scheme", "value": scheme}])

    def go(self, address):
        self.events.clear()
        self.call("Page.navigate", url=address)
        self.wait_for("Page.loadEventFired")

    def act(self, script):
        """Runs a script that leads to another page."""
        self.events.clear()
        self.call("Runtime.evaluate", expression=script)
        self.wait_for("Page.loadEventFired")

    def ask(self, script):
        """What a script returns. It runs in a world of its own, where the page's security policy does not hold it."""
        frame = self.call("Page.getFrameTree")["frameTree"]["frame"]["id"]
        world = self.call("Page.createIsolatedWorld", frameId=frame)["executionContextId"]
        answer = self.call("Runtime.evaluate", expression=script, contextId=world, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"])[:500])
        return answer["result"].get("value")

    def save_picture(self, path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        data = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def make_pdf(self):
        return base64.b64decode(self.call("Page.printToPDF", printBackground=False)["data"])
