"""What the public may know of lots and products, as files for any web server."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest

from lookup_service import LookupTest

GTIN = "06901234567892"


class Export(LookupTest):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="vouch-export-test-")
        self.addCleanup(shutil.rmtree, self.folder)

    def export(self, *arguments):
        done = self.service.run("export", self.folder, *arguments)
        self.assertEqual((0, ""), (done.returncode, done.stderr))

    def names(self):
        return sorted(os.path.relpath(os.path.join(top, name), self.folder)
                      for top, _, names in os.walk(self.folder) for name in names)

    def read(self, name):
        with open(os.path.join(self.folder, name), encoding="utf-8") as file:
            return file.read()

    def test_lots_products_and_data_beside_a_running_service(self):
        lot = self.new_lot(gtin=GTIN)
        held = self.new_lot(status="on_hold")
        stopped = self.new_lot()
        self.service.publish(self.maker.public(stopped, rev=2, status="on_hold"))
        serial = self.maker.serial(lot)
        self.service.get("/t/%s/%s" % (lot, serial))
        self.export("--host", "static.example.cn")
        names = self.names()
        for name in ("index.html", "en.html", "robots.txt", ".well-known/gs1resolver", "01/%s/en.html" % GTIN,
                     "01/%s/linkset.json" % GTIN, "t/%s/index.html" % lot, "t/%s/record.json" % lot,
                     "t/%s/recall.json" % lot, "t/%s/data.jsonld" % lot, "t/%s/en.html" % stopped):
            self.assertIn(name, names)
        self.assertNotIn("t/%s/record.json" % stopped, names)
        self.assertNotIn("tea", self.read("t/%s/en.html" % stopped))
        self.assertEqual(self.service.get("/t/%s/record.json" % lot).text, self.read("t/%s/record.json" % lot))
        self.assertEqual("https://static.example.cn/t/" + lot,
                         json.loads(self.read("t/%s/data.jsonld" % lot))["@id"])
        self.assertEqual("https://static.example.cn", json.loads(self.read(".well-known/gs1resolver"))["resolverRoot"])
        for name in names:
            text = self.read(name)
            self.assertNotIn(held, text, name)
            self.assertNotIn(serial, text, name)
            self.assertNotRegex(text, r"ranges|queries|<form", name)

    def test_a_recalled_lot_is_loud(self):
        lot = self.new_lot(gtin=GTIN, status="recalled")
        self.export()
        for name in ("t/%s/en.html" % lot, "01/%s/en.html" % GTIN):
            self.assertIn('class="band bad"', self.read(name))
        self.assertIs(True, json.loads(self.read("t/%s/recall.json" % lot))["recalled"])

    def test_the_same_again_touches_nothing(self):
        self.new_lot(gtin=GTIN)
        self.export()
        before = {name: os.stat(os.path.join(self.folder, name)) for name in self.names()}
        self.export()
        self.assertEqual({name: (stat.st_ino, stat.st_mtime_ns) for name, stat in before.items()},
                         {name: (stat.st_ino, stat.st_mtime_ns) for name in self.names()
                          for stat in [os.stat(os.path.join(self.folder, name))]})

    def test_only_files_of_an_earlier_export_are_removed(self):
        lot = self.new_lot()
        self.export()
        outside = os.path.join(os.path.dirname(self.folder), os.path.basename(self.folder) + "-outside")
        for path in (outside, os.path.join(self.folder, "t", lot, "mine.html"), os.path.join(self.folder, "mine.txt")):
            with open(path, "w", encoding="utf-8") as file:
                file.write("mine")
        self.addCleanup(os.unlink, outside)
        self.assertIn("t/%s/record.json" % lot, self.names())
        with open(os.path.join(self.folder, "vouch-export.txt"), "a", encoding="utf-8") as file:
            file.write("../%s\n%s\nt/GONE/index.html\n" % (os.path.basename(outside), outside))
        os.makedirs(os.path.join(self.folder, "t", "GONE"))
        with open(os.path.join(self.folder, "t", "GONE", "index.html"), "w", encoding="utf-8") as file:
            file.write("gone")
        self.service.publish(self.maker.public(lot, rev=2, status="on_hold"))
        self.export()
        self.assertNotIn("t/%s/record.json" % lot, self.names())
        self.assertIn("t/%s/mine.html" % lot, self.names())
        self.assertIn("mine.txt", self.names())
        self.assertFalse(os.path.exists(os.path.join(self.folder, "t", "GONE")))
        self.assertTrue(os.path.exists(outside))

    def test_every_link_leads_to_a_file(self):
        self.new_lot(gtin=GTIN)
        self.new_lot(gtin=GTIN, status="recalled")
        self.publish_report("LINKED-PAPER", "%PDF-1.7 linked")
        self.export()
        pages = [name for name in self.names() if name.endswith(".html")]
        self.assertGreater(len(pages), 6)
        for name in pages:
            for link in re.findall(r'href="([^"#]+)"', self.read(name)):
                self.assertNotRegex(link, r"^/|:|\?")
                path = os.path.normpath(os.path.join(self.folder, os.path.dirname(name), link))
                self.assertTrue(os.path.isfile(path), "%s leads to %s" % (name, link))

    def publish_report(self, lot, content, **fields):
        digest = hashlib.sha256(content.encode()).hexdigest()
        self.service.publish(self.maker.make("other", type="document", text=content),
                             self.maker.public(lot, report_sha256=digest, report_size=len(content), **fields))
        return "t/%s/%s.pdf" % (lot, digest)

    def test_reports_lie_beside_the_pages_that_link_to_them(self):
        path = self.publish_report("EXPORTED-PAPER", "%PDF-1.7 a report")
        self.publish_report("HELD-PAPER", "%PDF-1.7 of goods on hold")
        self.service.publish(self.maker.public("HELD-PAPER", rev=2, status="on_hold"))
        self.export()
        self.assertEqual("%PDF-1.7 a report", self.read(path))
        self.assertEqual(os.path.basename(path)[:-4], hashlib.sha256(self.read(path).encode()).hexdigest())
        for page in ("en.html", "index.html"):
            self.assertIn('href="%s"' % os.path.basename(path), self.read("t/EXPORTED-PAPER/" + page))
        self.assertIn("t/HELD-PAPER/en.html", self.names())
        self.assertEqual([], [name for name in self.names() if "HELD-PAPER" in name and name.endswith(".pdf")])
        self.assertNotIn(".pdf", self.read("t/HELD-PAPER/en.html"))
        self.service.publish(self.maker.public("EXPORTED-PAPER", rev=2))
        self.export()
        self.assertNotIn(path, self.names())

    def test_a_report_that_never_came_is_not_linked(self):
        self.service.publish(self.maker.public("LOST-PAPER", report_sha256="11" * 32, report_size=9))
        self.export()
        for page in ("en.html", "index.html"):
            self.assertNotIn(".pdf", self.read("t/LOST-PAPER/" + page))
        self.assertEqual([], [name for name in self.names() if "LOST-PAPER" in name and name.endswith(".pdf")])

    def verify(self, path):
        return subprocess.run([os.environ["VOUCH"], "verify-record", path, "--trust",
                               os.path.join(self.service.data, "trust.json"), "--json"], capture_output=True,
                              text=True, timeout=30, check=False)

    def test_an_exported_record_verifies_offline(self):
        lot = self.new_lot()
        self.export()
        path = os.path.join(self.folder, "t", lot, "record.json")
        done = self.verify(path)
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        said = json.loads(done.stdout)
        self.assertEqual((True, lot), (said["verified"], said["record"]["lot"]))
        signed = json.loads(self.read("t/%s/record.json" % lot))
        with open(path, "w", encoding="utf-8") as file:
            json.dump(dict(signed, seq=signed["seq"] + 1), file)
        self.assertEqual(1, self.verify(path).returncode)

    def test_what_cannot_be_written_is_said(self):
        path = os.path.join(self.folder, "file")
        with open(path, "w", encoding="utf-8"):
            pass
        done = self.service.run("export", path)
        self.assertEqual(3, done.returncode)
        self.assertIn(path, done.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
