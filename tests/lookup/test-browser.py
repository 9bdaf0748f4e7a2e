"""The customers' pages as a browser shows them: every state, both languages, on a phone and on a desk, in light and in
dark, printed, and with large letters; axe-core finds nothing that would keep somebody out. With VOUCH_PICTURES set to a
folder, what was seen is left there."""

import json
import os
import sys
import tempfile
import unittest

import lookup_service
from lookup_service import LookupTest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import axe_core  # noqa: E402
import chromium_page  # noqa: E402

PICTURES = os.environ.get("VOUCH_PICTURES")
NO_RATIONS = [argument for kind in ("hit", "miss", "malformed", "report")
              for argument in ("--limit", kind + "=100000/100000")]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
GOODS = {"brand": "Cloud", "origin": "云南 Yunnan", "spec": "100 g", "produced": "2026-08-01", "expiry": "2030-08-01",
         "lot_size": 500, "sample_size": 50, "ac": 1, "re": 2, "nonconforming": 1, "standard": "iso2859-1:1999",
         "received_at": "2026-08-18T09:30:00.000000+08:00", "inspected_at": "2026-08-20T15:30:00.000000+08:00",
         "released_at": "2026-08-21T10:30:00.000000+08:00", "contact": "400-000-0000",
         "care_en": "Keep dry and cool, below 25 °C.", "care_zh": "请于 25 °C 以下阴凉干燥处保存。"}


class Browser(LookupTest):
    arguments = NO_RATIONS

    @classmethod
    def setUpClass(cls):
        cls.axe = axe_core.load()
        cls.page = chromium_page.Page()
        super().setUpClass()

    @classmethod
    def tearDownClass(cls):
        cls.page.close()
        super().tearDownClass()

    def address(self, target):
        return "http://127.0.0.1:%d%s" % (self.service.public_port, target)

    def states(self):
        """A path for every state, and whether a first query has to be kept for each look at it."""
        recalled = self.new_lot(status="recalled", recall_class="I", notice_en="Mould was found.",
                                notice_zh="发现霉变，请立即停止食用。",
                                status_since="2026-10-02T08:00:00.000000+08:00", **GOODS)
        held = self.new_lot(**GOODS)
        self.service.publish(self.maker.public(held, rev=2, status="on_hold", **GOODS))
        good = self.new_lot(**GOODS)
        self.new_lot(gtin="06901234567892", **GOODS)
        self.new_lot(gtin="04006381333931", **GOODS)
        self.new_lot(gtin="04006381333931", status="recalled", **GOODS)
        again = self.unit_path(good, 2)
        for _ in range(3):
            self.service.get(again)
        return {
            "first": self.unit_path(good), "again": again, "lot": "/t/" + good, "recalled": self.unit_path(recalled),
            "recalled-lot": "/t/" + recalled, "unknown": "/t/NO-SUCH/0000000000000000",
            "label-withdrawn": self.unit_path(self.new_lot(voids=[[1, 1]], **GOODS)),
            "lot-withdrawn": self.unit_path(self.new_lot(
                status="withdrawn", status_since="2026-10-02T08:00:00.000000+08:00", **GOODS)),
            "expired": self.unit_path(self.new_lot(**dict(GOODS, expiry="2020-02-29"))),
            "product": "/01/06901234567892", "product-recalled": "/01/04006381333931",
            "not-released": self.unit_path(held), "home": "/", "malformed": "/no", "report": "/report?lot=" + good,
            "case": "/case", "no-case": "/case/C-0000000000000/0000000000000000",
        }

    def see(self, name):
        if PICTURES:
            self.page.save_picture(os.path.join(PICTURES, name + ".png"))

    def assert_accessible(self, name):
        found = self.page.ask("(async () => {%s\nconst found = await axe.run(document, {runOnly: %s}); return "
                              "found.violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes.map(n => n.html + ' ' + "
                              "n.failureSummary).join('; '))})()" % (self.axe + ";", TAGS))
        self.assertEqual([], found, name)

    def assert_quiet(self, name):
        """Nothing was asked for but the page, and the browser had nothing to complain of."""
        asked = {sent["request"]["url"] for sent in self.page.happened("Network.requestWillBeSent")}
        self.assertEqual(1, len([url for url in asked if not url.endswith("/favicon.ico")]), (name, asked))
        said = [entry["entry"]["text"] for entry in self.page.happened("Log.entryAdded")]
        self.assertEqual([], [text for text in said if "status of 40" not in text], name)
        self.assertEqual([], self.page.call("Network.getCookies")["cookies"])

    def assert_reflows(self, name, width):
        if self.page.ask("document.scrollingElement.scrollWidth") > width:
            wide = self.page.ask("[...document.querySelectorAll('main *, header *, footer *')].filter(e => "
                                 "!e.closest('.hp') && e.getBoundingClientRect().right > %d).map(e => e.outerHTML"
                                 ".slice(0, 90))" % width)
            self.fail("%s is wider than %d: %s" % (name, width, wide))

    def test_every_state_in_every_look(self):
        for name, path in self.states().items():
            for language in ("en", "zh-CN"):
                for scheme in ("light", "dark"):
                    for width in (360, 1280):
                        look = "%s-%s-%s-%d" % (name, language, scheme, width)
                        with self.subTest(look):
                            self.page.look(width, scheme=scheme)
                            self.page.go(self.address("%s%slang=%s" % (path, "&" if "?" in path else "?", language)))
                            self.see(look)
                            self.assertEqual(language, self.page.ask("document.documentElement.lang"))
                            self.assertEqual(1, self.page.ask("document.querySelectorAll('h1').length"))
                            self.assert_quiet(look)
                            self.assert_reflows(look, width)
                            self.assert_accessible(look)

    def test_narrow_and_printed(self):
        for name, path in self.states().items():
            self.page.look(320)
            self.page.go(self.address(path))
            with self.subTest(name):
                self.assert_reflows(name, 320)
                self.see(name + "-320")
                self.page.look(700, scheme="dark", media="print")
                black = self.page.ask("[...document.querySelectorAll('.band, .band *, h1, h2, dd, dt, p')].filter(e => "
                                      "e.getClientRects().length).map(e => getComputedStyle(e)).filter(s => "
                                      "s.color != 'rgb(0, 0, 0)').length")
                self.assertEqual(0, black, "%s is not printed in black" % name)
                self.assertEqual(0, self.page.ask("[...document.querySelectorAll('form, button')].filter(e => "
                                                  "e.getClientRects().length).length"), "%s prints forms" % name)
                self.see(name + "-print")
                self.assertTrue(self.page.make_pdf().startswith(b"%PDF-"))
                self.page.look(360)

    def test_letters_of_twice_the_size(self):
        ordinary, self.page = self.page, chromium_page.Page(letters=32)
        try:
            for name, path in self.states().items():
                self.page.look(320)
                self.page.go(self.address(path))
                self.assertEqual("32px", self.page.ask("getComputedStyle(document.body).fontSize"))
                self.assert_reflows(name, 320)
                self.see(name + "-large-320")
        finally:
            self.page.close()
            self.page = ordinary

    def test_without_styles_the_result_comes_first(self):
        for name, path in self.states().items():
            self.page.look(360)
            self.page.go(self.address(path))
            text = self.page.ask("document.querySelectorAll('style').forEach(s => s.remove()), "
                                 "document.querySelector('main').innerText.trim()")
            heading = self.page.ask("document.querySelector('h1').innerText.trim()")
            self.assertTrue(text.startswith(heading), name)
            self.assert_reflows(name, 360)
            self.see(name + "-unstyled")

    def test_the_keyboard_goes_first_to_the_content(self):
        self.page.look(360)
        self.page.go(self.address("/?lang=en"))
        self.page.call("Input.dispatchKeyEvent", type="keyDown", key="Tab", code="Tab", windowsVirtualKeyCode=9)
        self.assertEqual("Skip to the content", self.page.ask("document.activeElement.innerText"))
        self.assertGreaterEqual(self.page.ask("document.activeElement.getBoundingClientRect().left"), 0)

    def test_what_is_pressed_is_large_enough(self):
        for name, path in self.states().items():
            self.page.look(360)
            self.page.go(self.address(path))
            small = self.page.ask("[...document.querySelectorAll('a, button, summary, select, input:not([type=hidden])"
                                  ":not([type=checkbox])')].filter(e => !e.closest('.hp, details:not([open]) form') && "
                                  "!e.matches('.skip')).filter(e => e.getBoundingClientRect().height < 48)"
                                  ".map(e => e.outerHTML)")
            self.assertEqual([], small, name)

    def choose_photo(self):
        with tempfile.NamedTemporaryFile(suffix=".png", delete=False) as file:
            file.write(b"\x89PNG\r\n\x1a\n" + b"\0" * 100000)
        self.addCleanup(os.unlink, file.name)
        root = self.page.call("DOM.getDocument")["root"]["nodeId"]
        node = self.page.call("DOM.querySelector", nodeId=root, selector="#photo")["nodeId"]
        self.page.call("DOM.setFileInputFiles", nodeId=node, files=[file.name])

    def resolve_last_case(self):
        case = json.loads(self.service.private("GET", "/cases").text.splitlines()[-1])
        self.assertEqual("The box was open. 盒子已打开。", case["text"])
        self.assertGreater(case["photo"]["bytes"], 100000)
        told = self.service.private("POST", "/cases/" + case["id"], json.dumps(
            {"status": "resolved", "answer": "We are sorry; a new box is on its way.\n很抱歉，新的一盒已寄出。"}))
        self.assertEqual(200, told.status)

    def test_a_problem_is_reported_and_followed(self):
        for language in ("en", "zh-CN"):
            lot = self.new_lot(**GOODS)
            for scheme, width in (("light", 360), ("dark", 1280)):
                look = "%s-%s-%d" % (language, scheme, width)
                self.page.look(width, scheme=scheme)
                self.page.go(self.address("%s?lang=%s" % (self.unit_path(lot), language)))
                self.page.ask("document.querySelector('details').open = true")
                self.assert_accessible("form-open " + look)
                self.assert_reflows("form-open " + look, width)
                self.see("form-open-" + look)
                self.choose_photo()
                self.page.act("document.getElementById('kind').value = 'damaged';"
                              "document.getElementById('text').value = 'The box was open. 盒子已打开。';"
                              "document.querySelector('[name=consent]').checked = true;"
                              "document.querySelector('details form button').click()")
                self.see("form-sent-" + look)
                self.assertEqual(1, self.page.ask("document.querySelectorAll('.band.ok').length"))
                self.assert_accessible("form-sent " + look)
                self.assert_reflows("form-sent " + look, width)
                self.page.act("document.querySelector('a.button').click()")
                self.see("case-" + look)
                self.assertIn("C-", self.page.ask("document.querySelector('.band').innerText"))
                self.assert_accessible("case " + look)
                self.assert_reflows("case " + look, width)
                self.resolve_last_case()
                self.page.go(self.page.ask("location.href"))
                self.see("case-over-" + look)
                self.assertEqual(5, self.page.ask("document.querySelectorAll('[type=radio]').length"))
                self.assert_accessible("case-over " + look)
                self.assert_reflows("case-over " + look, width)
                self.page.act("document.querySelectorAll('[type=radio]')[1].click();"
                              "document.getElementById('text').value = 'Quick. 很快。';"
                              "document.querySelector('form button').click()")
                self.see("case-thanks-" + look)
                self.assertEqual(1, self.page.ask("document.querySelectorAll('[role=status]').length"))
                self.assert_accessible("case-thanks " + look)
            self.page.go(self.address("/report?lang=" + language))
            self.page.act("document.getElementById('kind').value = 'damaged';"
                          "document.querySelector('form').noValidate = true;"
                          "document.querySelector('form button').click()")
            self.see("form-wrong-" + language)
            self.assert_accessible("form-wrong " + language)

    def test_the_code_is_typed_as_printed(self):
        lot = self.new_lot(**GOODS)
        serial = self.maker.serial(lot)
        typed = " ".join(serial[i:i + 4] for i in range(0, 16, 4)).lower().replace("1", "l").replace("0", "o")
        self.page.look(360)
        self.page.go(self.address("/?lang=en"))
        self.page.act("document.getElementById('lot').value = ' %s ';document.getElementById('serial').value = '%s';"
                      "document.querySelector('button').click()" % (lot.lower().replace("-", "–"), typed))
        self.assertEqual("Genuine", self.page.ask("document.querySelector('h1').innerText"))


if __name__ == "__main__":
    lookup_service.main()
