"""What is known of scanners: learned from what they send, told, kept and forgotten."""

import os
import subprocess
import tempfile
import unittest

import vouch_program
from vouch_program import run

CHARACTERS = "ABCXYZ0189-_/:.@%+$abcxyz"
ELEMENTS = "0109520001000010" "10AB12\x1d" "17271231"
REST = ("234567DEFGHIJKLM!\"# &'()", "NOPQRSTUVW*,;<=>?[\\]^`{", "defghijklmnopqrstuvw|}~")
UK = str.maketrans("\"@#~\\|", "@\"£¬#~")


class ScannerCheck(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="vouch-cli-test-")
        self.addCleanup(temporary.cleanup)
        self.folder = temporary.name
        self.environment = {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": temporary.name}
        os.makedirs(os.path.join(temporary.name, "glib-2.0", "settings"))

    def scanner(self, *arguments, scans=()):
        return run("scanner", *arguments, "--json", stdin="".join(scan + "\n" for scan in scans),
                   environment=self.environment)

    def test_a_scanner_set_right_is_learned_by_two_codes(self):
        done = self.scanner("check", scans=("]C0" + CHARACTERS, "]C1" + ELEMENTS))
        self.assertEqual(0, done.code, done.err)
        self.assertEqual([("characters", "right"), ("elements", "right")],
                         [(line["code"], line["answer"]) for line in done.lines[:2]])
        profile = done.lines[2]
        self.assertEqual(("keyboard", "enter", "control", True), tuple(
            profile[name] for name in ("device", "suffix", "separator", "sends_aim")))
        self.assertEqual(profile, self.scanner("show").only)
        self.assertEqual([profile], self.scanner("list").lines)
        self.assertTrue(all(fact["mark"] == "good" for fact in profile["facts"]), profile["facts"])

    def test_a_wrong_layout_is_learned_by_five(self):
        scans = [code.translate(UK) for code in (CHARACTERS, *REST, ELEMENTS.replace("\x1d", "|"))]
        done = self.scanner("check", "usb-Zebra_123", scans=scans)
        self.assertEqual(0, done.code, done.err)
        self.assertEqual(["repaired"] * 5, [line["answer"] for line in done.lines[:5]])
        profile = self.scanner("show", "usb-Zebra_123").only
        self.assertEqual("|", profile["separator_text"])
        self.assertEqual({"@": "\"", "£": "#", "\"": "@", "#": "\\", "~": "|", "¬": "~"},
                         dict(zip(profile["character_map"][::2], profile["character_map"][1::2])))

    def test_what_cannot_be_told_apart_is_said(self):
        done = self.scanner("check", scans=(CHARACTERS.upper(), "6901234567892", CHARACTERS[:-2]))
        self.assertEqual(1, done.code)
        self.assertEqual(["case", "other", "missing"], [line["answer"] for line in done.lines[:3]])
        self.assertEqual("invalid", done.lines[3]["error"]["code"])
        self.assertEqual([], self.scanner("list").lines)

    def test_codes_are_left_out_by_commands(self):
        done = self.scanner("check", scans=("XCNEXT", "XCBACK", CHARACTERS, "XCNEXT"))
        self.assertEqual(0, done.code, done.err)
        self.assertEqual("unknown", done.lines[-1]["separator"])
        self.assertEqual(1, self.scanner("check", scans=("XCSETUP",)).code)

    def test_what_is_known_is_forgotten(self):
        self.assertEqual("not_found", self.scanner("forget").error["code"])
        self.scanner("check", scans=(CHARACTERS, ELEMENTS))
        self.assertEqual("keyboard", self.scanner("forget").only["forgotten"])
        self.assertEqual("not_found", self.scanner("show").error["code"])

    def test_what_was_damaged_is_told(self):
        with open(os.path.join(self.folder, "glib-2.0", "settings", "keyfile"), "w", encoding="utf-8") as file:
            file.write("[app/vouch/Station]\nscanner-profiles={'keyboard': <'{\"device\":\"keyboard\",\"gap_ms\":1}'>}\n")
        for verb in ("list", "show"):
            done = self.scanner(verb)
            self.assertEqual((1, "invalid"), (done.code, done.error["code"]))
            self.assertIn("keyboard", done.error["message"])

    def test_the_sheet_has_every_code(self):
        path = os.path.join(self.folder, "sheet.pdf")
        self.assertEqual(path, self.scanner("sheet", "--pdf", path).only["file"])
        text = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True, text=True).stdout
        for word in ("Letters, digits and signs", "More characters, third part", "Back", "Next"):
            self.assertIn(word, text)
        self.assertEqual(2, self.scanner("sheet").code)

    def test_the_sheet_reads_back(self):
        path = os.path.join(self.folder, "sheet.pdf")
        self.scanner("sheet", "--pdf", path)
        picture = os.path.join(self.folder, "page")
        subprocess.run(["pdftoppm", "-r", "300", "-png", "-singlefile", path, picture], check=True)
        symbols = run("scan", picture + ".png", "--json", environment=self.environment).only["symbols"]
        read = {(symbol["aim"], symbol["text"]) for symbol in symbols}
        for text in (CHARACTERS, *REST):
            self.assertLessEqual({("]C0", text), ("]Q1", text)}, read)
        self.assertLessEqual({("]C1", ELEMENTS), ("]C0", "XCNEXT"), ("]C0", "XCBACK"), ("]C0", "XCSETUP")}, read)


if __name__ == "__main__":
    os.environ.setdefault("LANGUAGE", "en")
    vouch_program.main()
