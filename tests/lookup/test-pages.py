"""Every state that a page can say, in both languages, and what all pages have in common."""

import hashlib
import base64
import json
import os
import re
import unittest

import lookup_service
from lookup_service import LookupTest


class Pages(LookupTest):
    def heading(self, answer):
        found = re.findall(r"<h1>(.*?)</h1>", answer.text, re.S)
        self.assertEqual(1, len(found), answer.text)
        return found[0]

    def test_genuine_first_then_query_number(self):
        path = self.unit_path(self.new_lot())
        first = self.service.get(path, "en")
        self.assertEqual(200, first.status)
        self.assertEqual("Genuine", self.heading(first))
        self.assertIn("first query", first.text)
        second = self.service.get(path, "en")
        self.assertEqual("Genuine, query no. 2", self.heading(second))
        self.assertRegex(second.text, r"first asked for on \d+ \w+ 20\d\d\.")
        third = self.service.get(path, "zh-CN")
        self.assertEqual("正品 · 第 3 次查询", self.heading(third))
        self.assertRegex(third.text, r"首次查询于 20\d\d年\d+月\d+日")

    def test_language_by_header_and_by_choice(self):
        path = self.unit_path(self.new_lot())
        for header, wanted in (("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"), ("en-GB,en;q=0.9", "en"), ("de,en;q=0.3", "en"),
                               ("fr", "zh-CN"), (None, "zh-CN"), ("en;q=0.2,zh;q=0.9", "zh-CN")):
            answer = self.service.get(path, header)
            self.assertEqual(wanted, answer.headers["Content-Language"], header)
            self.assertIn('<html lang="%s">' % wanted, answer.text)
        answer = self.service.get(path + "?lang=en", "zh-CN")
        self.assertEqual("en", answer.headers["Content-Language"])
        self.assertIn('href="/?lang=en"', answer.text)
        self.assertIn('href="?lang=zh-CN"', answer.text)
        self.assertEqual("zh-CN", self.service.get(path + "?lang=xx").headers["Content-Language"])

    def test_code_as_people_type_it(self):
        lot = self.new_lot()
        serial = self.maker.serial(lot)
        grouped = "-".join(serial[i:i + 4] for i in range(0, 16, 4))
        for typed in (serial.lower(), grouped, grouped.replace("-", "%20"),
                      serial.replace("0", "o").replace("1", "l")):
            self.assertEqual(200, self.service.get("/t/%s/%s" % (lot.lower(), typed)).status, typed)
        found = self.service.get("/find?lot=%s&serial=%s&lang=en" % (lot.lower(), grouped.replace("-", "+")))
        self.assertEqual(303, found.status)
        self.assertEqual("/t/%s/%s?lang=en" % (lot, serial), found.headers["Location"])
        found = self.service.get("/find?lot=%s&serial=" % lot)
        self.assertEqual("/t/%s" % lot, found.headers["Location"])

    def test_withdrawn_label(self):
        lot = self.new_lot(voids=[[5, 2]])
        self.assertEqual("Label withdrawn", self.heading(self.service.get(self.unit_path(lot, 5), "en")))
        self.assertEqual("Label withdrawn", self.heading(self.service.get(self.unit_path(lot, 6), "en")))
        self.assertEqual("Genuine", self.heading(self.service.get(self.unit_path(lot, 7), "en")))
        self.assertEqual("标签已作废", self.heading(self.service.get(self.unit_path(lot, 5), "zh")))

    def test_recalled_is_loud_and_not_stored(self):
        lot = self.new_lot(status="recalled", recall_class="I", notice_en="Mould was found.", notice_zh="发现霉变。",
                           status_since="2026-10-02T08:00:00.000000+08:00", contact="400-000-0000")
        for path in (self.unit_path(lot), "/t/" + lot):
            answer = self.service.get(path, "en")
            self.assertEqual(200, answer.status)
            self.assertEqual("private, no-store", answer.headers["Cache-Control"])
            self.assertEqual("Recalled: do not use", self.heading(answer))
            self.assertIn('class="band bad"', answer.text)
            for words in ("Recall class I, since 2 October 2026", "Mould was found.", "400-000-0000"):
                self.assertIn(words, answer.text)
        self.assertIn("发现霉变。", self.service.get("/t/" + lot, "zh").text)

    def test_recall_is_told_on_a_withdrawn_label_too(self):
        lot = self.new_lot(status="recalled", voids=[[1, 1]])
        self.assertEqual("Recalled: do not use", self.heading(self.service.get(self.unit_path(lot), "en")))

    def test_expired_by_date_and_by_status(self):
        by_date = self.service.get(self.unit_path(self.new_lot(expiry="2020-02-29")), "en")
        self.assertEqual("Expired", self.heading(by_date))
        self.assertIn("29 February 2020", by_date.text)
        by_status = self.service.get(self.unit_path(self.new_lot(status="expired")), "zh")
        self.assertEqual("已过期", self.heading(by_status))

    def test_not_released_says_nothing_of_the_goods(self):
        lot = self.new_lot()
        path = self.unit_path(lot)
        self.service.publish(self.maker.public(lot, rev=2, status="on_hold"))
        for target in (path, "/t/" + lot):
            answer = self.service.get(target, "en")
            self.assertEqual(200, answer.status)
            self.assertEqual("Not released for sale", self.heading(answer))
            self.assertNotIn("Green tea", answer.text)
        self.service.publish(self.maker.public(lot, rev=3))
        self.assertIn("Genuine", self.heading(self.service.get(path, "en")))

    def test_withdrawn_lot(self):
        lot = self.new_lot(status="withdrawn", status_since="2026-10-02T08:00:00.000000+08:00")
        answer = self.service.get(self.unit_path(lot), "en")
        self.assertEqual("Withdrawn from sale", self.heading(answer))
        self.assertIn("2 October 2026", answer.text)

    def test_unknown_and_never_published_are_the_same_bytes(self):
        published = self.new_lot(gtin="06901234567892")
        on_hold = self.new_lot(status="on_hold")
        only_control = "ONLY-CONTROL"
        self.service.publish(self.maker.make("control", lot=only_control, rev=1, ranges=[[1, 1, 9]]))
        targets = [
            "/t/%s/0000000000000000" % published,
            self.unit_path(published, 101),
            self.unit_path(published, 0),
            "/t/NO-SUCH-LOT/" + self.maker.serial("NO-SUCH-LOT"),
            "/t/NO-SUCH-LOT",
            self.unit_path(on_hold),
            "/t/" + on_hold,
            self.unit_path(only_control),
            "/t/" + only_control,
            "/01/04006381333931/10/%s" % published,
            "/01/04006381333931/10/%s/21/%s" % (published, self.maker.serial(published)),
            "/t/NO-SUCH-LOT?next=http://evil.example/",
        ]
        for language in ("en", "zh-CN"):
            answers = [self.service.get(target, language) for target in targets]
            self.assertEqual({404}, {answer.status for answer in answers})
            self.assertEqual(1, len({answer.body for answer in answers}))
            def seen(answer):
                return sorted((k, v) for k, v in answer.headers.items() if k != "Date")
            self.assertEqual(1, len({json.dumps(seen(answer)) for answer in answers}))
            self.assertNotIn(published, answers[0].text)
            self.assertNotIn("NO-SUCH-LOT", answers[3].text)

    def test_digital_link_addresses(self):
        gtin = "06901234567892"
        lot = "DL-0001"
        self.service.publish(self.maker.public(lot, gtin=gtin),
                             self.maker.make("control", lot=lot, gtin=gtin, rev=1, ranges=[[1, 1, 9]]))
        serial = self.maker.serial(lot, 3, gtin=gtin)
        answer = self.service.get("/01/%s/10/%s/21/%s" % (gtin, lot, serial), "en")
        self.assertEqual(200, answer.status)
        self.assertEqual("Genuine", self.heading(answer))
        self.assertEqual(200, self.service.get("/01/%s/10/%s" % (gtin, lot)).status)
        self.assertEqual("Genuine, query no. 2", self.heading(self.service.get("/t/%s/%s" % (lot, serial), "en")))
        self.assertEqual(400, self.service.get("/01/06901234567893/10/%s" % lot).status)

    def test_lot_page_never_says_genuine(self):
        lot = self.new_lot()
        answer = self.service.get("/t/" + lot, "en")
        self.assertEqual(200, answer.status)
        self.assertEqual("Lot " + lot, self.heading(answer))
        self.assertNotIn("Genuine", answer.text)
        again = self.service.get("/t/" + lot, "en", If_None_Match=answer.headers["ETag"])
        self.assertEqual(304, again.status)
        self.assertEqual(b"", again.body)
        self.service.publish(self.maker.public(lot, rev=2, spec="200 g"))
        self.assertEqual(200, self.service.get("/t/" + lot, "en", If_None_Match=answer.headers["ETag"]).status)

    def test_shows_what_the_record_says(self):
        lot = self.new_lot(brand="Cloud", origin="云南 Yunnan", produced="2026-08-01", expiry="2030-08-01",
                           lot_size=500, sample_size=50, ac=1, re=2, nonconforming=1, standard="GB/T 2828.1-2012",
                           inspected_at="2026-08-20T23:30:00.000000+08:00", care_en="Keep dry.", care_zh="防潮。")
        text = self.service.get(self.unit_path(lot), "en").text
        for words in ("Green tea, 100 g", "Hills &amp; Sons", "Cloud", "云南 Yunnan", "1 August 2026", "1 August 2030",
                      "50 of 500 checked", "1 found; up to 1 allowed", "GB/T 2828.1-2012", "20 August 2026",
                      "Keep dry.", "Accepted"):
            self.assertIn(words, text)
        text = self.service.get(self.unit_path(lot), "zh").text
        for words in ("绿茶 100 克", "500 件中抽检 50 件", "1 件（允许不超过 1 件）", "2026年8月20日", "防潮。", "合格"):
            self.assertIn(words, text)

    def test_lots_that_make_room_for_others_are_found_again(self):
        lots = ["R%05d" % number for number in range(1200)]
        self.service.publish(*[self.maker.public(lot, product_name_en="Tea " + lot) for lot in lots])
        for lot in lots + lots[:3] + lots[-3:] + lots[600:603]:
            answer = self.service.get("/t/" + lot, language="en")
            self.assertEqual(200, answer.status)
            self.assertIn("Tea " + lot, answer.text)

    def test_markup_in_records_is_text(self):
        lot = self.new_lot(product_name_en="<script>alert(1)</script>", maker='" onmouseover="x', brand="'><img src=x>")
        text = self.service.get(self.unit_path(lot), "en").text
        self.assertNotIn("<script", text)
        self.assertNotIn("<img", text)
        self.assertIn("&lt;script&gt;alert(1)&lt;/script&gt;", text)
        self.assertIn("&quot; onmouseover=&quot;x", text)

    def test_headers_of_every_page(self):
        lot = self.new_lot()
        with open(os.path.join(lookup_service.SOURCE, "style.css"), "rb") as style:
            digest = base64.b64encode(hashlib.sha256(style.read()).digest()).decode()
        for target, status in ((self.unit_path(lot), 200), ("/t/" + lot, 200), ("/", 200), ("/t/X", 404), ("/no", 400),
                               ("/report", 200), ("/case", 200)):
            answer = self.service.get(target)
            self.assertEqual(status, answer.status, target)
            policy = answer.headers["Content-Security-Policy"]
            self.assertIn("default-src 'none'", policy)
            self.assertIn("style-src 'sha256-%s'" % digest, policy)
            self.assertIn("frame-ancestors 'none'", policy)
            self.assertEqual("nosniff", answer.headers["X-Content-Type-Options"])
            self.assertEqual("no-referrer", answer.headers["Referrer-Policy"])
            self.assertEqual("Accept, Accept-Language", answer.headers["Vary"])
            self.assertEqual("text/html; charset=utf-8", answer.headers["Content-Type"])
            self.assertNotIn("Set-Cookie", answer.headers)
            self.assertEqual("noindex" if target != "/" else None, answer.headers["X-Robots-Tag"], target)
        self.assertEqual("private, no-store", self.service.get(self.unit_path(lot)).headers["Cache-Control"])
        self.assertEqual("no-cache", self.service.get("/t/" + lot).headers["Cache-Control"])
        self.assertIn("Disallow: /t/", self.service.get("/robots.txt").text)

    def test_pages_are_small_and_without_script(self):
        lot = self.new_lot(brand="B" * 150, maker="M" * 190, origin="O" * 190, care_zh="储" * 600, standard="S" * 100,
                           lot_size=500, sample_size=50)
        for language in ("en", "zh"):
            for target in (self.unit_path(lot), "/t/" + lot, "/", "/t/X", "/no", "/report", "/case"):
                answer = self.service.get(target, language)
                self.assertLess(len(answer.body), 15 * 1024, target)
                self.assertNotRegex(answer.text, r"(?i)<script|\son\w+=|javascript:|https?://|style=")

    def test_forms_are_labelled(self):
        for target in (self.unit_path(self.new_lot()), "/", "/report", "/case", "/t/X"):
            text = self.service.get(target, "en").text
            fields = [tag for tag in re.findall(r"<(?:input|select|textarea)\b[^>]*>", text)
                      if 'type="hidden"' not in tag and 'type="checkbox"' not in tag]
            self.assertTrue(fields, target)
            labelled = set(re.findall(r'<label for="([^"]+)"', text))
            for tag in fields:
                self.assertIn(re.search(r'id="([^"]+)"', tag).group(1), labelled, tag)
            self.assertEqual(1, text.count("<main"), target)
            self.assertEqual(1, text.count("<h1"), target)


class Texts(unittest.TestCase):
    def load(self, language):
        def refuse_twice(pairs):
            keys = [key for key, _ in pairs]
            self.assertEqual(len(keys), len(set(keys)))
            return dict(pairs)

        with open(os.path.join(lookup_service.SOURCE, "texts-%s.json" % language), encoding="utf-8") as file:
            return json.load(file, object_pairs_hook=refuse_twice)

    def test_languages_have_the_same_texts(self):
        english, chinese = self.load("en"), self.load("zh-CN")
        self.assertEqual(list(english), list(chinese))
        for key in english:
            self.assertTrue(english[key] and chinese[key], key)
            self.assertEqual(set(re.findall(r"{(\w+)}", english[key])), set(re.findall(r"{(\w+)}", chinese[key])), key)


if __name__ == "__main__":
    lookup_service.main()
