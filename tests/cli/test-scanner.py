"""Scanners on serial lines, with pseudo-terminals for the lines."""

import json
import os
import signal
import subprocess
import tempfile
import unittest

import vouch_program
from serial_line import NAME, SCANNER, SerialLine
from vouch_program import run

SETTINGS = "[app/vouch/Station]\nserial-folder='%s'\n"


class Scanner(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="vouch-cli-test-")
        self.addCleanup(temporary.cleanup)
        self.line = SerialLine(os.path.join(temporary.name, "by-id"))
        self.addCleanup(self.line.unplug)
        self.environment = {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": temporary.name}
        os.makedirs(os.path.join(temporary.name, "glib-2.0", "settings"))
        self.keyfile = os.path.join(temporary.name, "glib-2.0", "settings", "keyfile")
        with open(self.keyfile, "w", encoding="utf-8") as file:
            file.write(SETTINGS % self.line.folder)

    def scanner(self, *arguments):
        return run("scanner", *arguments, "--json", environment=self.environment)

    def devices(self):
        done = self.scanner("devices")
        self.assertEqual(0, done.code, done.err)
        return done.lines

    def listen(self, *arguments):
        program = subprocess.Popen([vouch_program.PROGRAM, "scanner", "listen", *arguments, "--json"],
                                   env=dict(os.environ, **self.environment), stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True)
        self.addCleanup(program.stdout.close)
        self.addCleanup(program.stderr.close)
        self.addCleanup(program.wait)
        self.addCleanup(program.kill)
        self.assertIn("Listening", program.stderr.readline())
        return program

    def test_what_is_plugged_in_is_listed_and_used_when_named(self):
        self.assertEqual([], self.devices())
        self.line.plug()
        self.assertEqual([{"device": SCANNER, "name": NAME, "is_plugged_in": True, "is_used": False}], self.devices())
        self.assertTrue(self.scanner("use", SCANNER).only["is_used"])
        self.line.unplug()
        self.assertEqual([{"device": SCANNER, "name": NAME, "is_plugged_in": False, "is_used": True}], self.devices())
        self.assertFalse(self.scanner("release", SCANNER).only["is_used"])
        self.assertEqual([], self.devices())

    def test_what_is_not_there_is_not_used(self):
        done = self.scanner("use", "nothing")
        self.assertEqual((1, "not_found", "device"), (done.code, done.error["code"], done.error["field"]))
        for arguments in (("use",), ("listen",), ("listen", SCANNER, "--baud", "9601"), ("devices", "more")):
            self.assertEqual(2, self.scanner(*arguments).code, arguments)
        self.assertEqual("invalid", self.scanner("listen", "/dev/null").error["code"])
        self.assertEqual("not_found", self.scanner("listen", SCANNER).error["code"])

    def test_what_is_scanned_is_printed_until_the_scanner_is_unplugged(self):
        self.line.plug()
        program = self.listen(SCANNER)
        self.line.send("]C1010952000100001010L1\x1d17270131")
        self.assertEqual({"device": SCANNER, "aim": "]C1", "text": "010952000100001010L1\x1d17270131", "sure": True},
                         json.loads(program.stdout.readline()))
        self.line.send("LOT\x00DROP")
        self.assertEqual("invalid", json.loads(program.stdout.readline())["error"]["code"])
        self.assertEqual(4, self.scanner("listen", SCANNER).code)
        self.line.unplug()
        self.assertEqual("not_found", json.loads(program.stdout.readline())["error"]["code"])
        self.assertEqual(1, program.wait(timeout=60))

    def test_what_is_known_of_the_scanner_is_applied(self):
        done = run("scanner", "check", SCANNER, "--json", environment=self.environment,
                   stdin="<<]C0ABCXYZ0189-_/:.@%+$abcxyz\n<<]C1010952000100001010AB12|17271231\n")
        self.assertEqual(0, done.code, done.out + done.err)
        self.line.plug()
        program = self.listen(SCANNER)
        self.line.send("<<]C1010952000100001010L1|17270131")
        scan = json.loads(program.stdout.readline())
        self.assertEqual(("]C1", "010952000100001010L1\x1d17270131"), (scan["aim"], scan["text"]))

    def test_an_interrupt_ends_it_well(self):
        self.line.plug()
        program = self.listen(self.line.link)
        self.line.send("L1", end="\n")
        self.assertEqual("L1", json.loads(program.stdout.readline())["text"])
        program.send_signal(signal.SIGINT)
        self.assertEqual(0, program.wait(timeout=60))


if __name__ == "__main__":
    os.environ.setdefault("LANGUAGE", "en")
    vouch_program.main()
