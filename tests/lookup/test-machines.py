"""What programs are told of a code: the same state as people, in words that independent libraries understand."""

import json
import os
import re
import unittest

import rdflib
import rdflib.plugins.shared.jsonld.context as jsonld_context

import lookup_service
from lookup_service import LookupTest

SCHEMA = rdflib.Namespace("http://schema.org/")
GS1 = rdflib.Namespace("https://ref.gs1.org/voc/")
LD = "application/ld+json"
LINKSET = "application/linkset+json"
GTIN = "06901234567892"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"


def load_context(source, *_, **__):
    """The one context that is named by its address is a file here: nothing is fetched."""
    assert str(source) == "https://schema.org/", source
    with open(os.path.join(os.environ["VOUCH_TEST_DATA"], "lookup", "schema-org.jsonld"), encoding="utf-8") as file:
        content = json.load(file)
    return content if rdflib.__version__ < "7" else (content, None)


jsonld_context.source_to_json = load_context


def parse_linkset(test, text):
    """Reads a linkset by the rules of RFC 9264, section 4.2, and nothing else; returns {anchor: {relation: [target]}}."""
    document = json.loads(text)
    test.assertEqual(["linkset"], list(document))
    test.assertIsInstance(document["linkset"], list)
    read = {}
    for context in document["linkset"]:
        anchor = context.pop("anchor")
        test.assertRegex(anchor, r"^https://[a-z.]+/")
        for relation, targets in context.items():
            # An extension relation is a URI, 4.2.4.3; a target has a href and attributes by their types.
            test.assertRegex(relation, r"^https://ref\.gs1\.org/voc/\w+$")
            test.assertIsInstance(targets, list)
            test.assertTrue(targets)
            for target in targets:
                test.assertRegex(target["href"], r"^https://[a-z.]+/")
                for name, value in target.items():
                    if name in ("href", "type", "title", "media"):
                        test.assertIsInstance(value, str)
                    elif name == "hreflang":
                        test.assertTrue(value and all(isinstance(tag, str) for tag in value))
                    else:
                        test.assertTrue(name.endswith("*"), name)
                        test.assertTrue(all(set(part) == {"value", "language"} for part in value), value)
        read[anchor] = context
    return read


class Machines(LookupTest):
    def graph(self, answer):
        self.assertEqual(LD, answer.headers["Content-Type"])
        return rdflib.Graph().parse(data=answer.text, format="json-ld")

    def subject(self, graph, kind):
        found = list(graph.subjects(rdflib.RDF.type, SCHEMA[kind]))
        self.assertEqual(1, len(found))
        return found[0]

    def properties(self, graph):
        return {str(graph.value(node, SCHEMA.propertyID)): graph.value(node, SCHEMA.value).toPython()
                for node in graph.objects(None, SCHEMA.additionalProperty)}

    def test_unit_in_linked_data(self):
        lot = self.new_lot(produced="2026-08-01", expiry="2030-08-01", brand="Cloud", origin="Yunnan",
                           lot_size=500, sample_size=50, ac=1, re=2, nonconforming=1)
        path = self.unit_path(lot)
        answer = self.service.get(path, Accept=LD)
        self.assertEqual(200, answer.status)
        self.assertEqual("private, no-store", answer.headers["Cache-Control"])
        self.assertEqual("Accept, Accept-Language", answer.headers["Vary"])
        self.assertEqual("*", answer.headers["Access-Control-Allow-Origin"])
        graph = self.graph(answer)
        unit = self.subject(graph, "IndividualProduct")
        self.assertEqual("https://q.example.cn" + path, str(unit))
        self.assertIn((unit, rdflib.RDF.type, GS1.Product), graph)
        self.assertEqual({("绿茶 100 克", "zh-CN"), ("Green tea, 100 g", "en")},
                         {(str(name), name.language.replace("cn", "CN")) for name in graph.objects(unit, SCHEMA.name)})
        self.assertEqual(lot, str(graph.value(unit, GS1.hasBatchLotNumber)))
        self.assertEqual(path.rsplit("/", 1)[1], str(graph.value(unit, GS1.hasSerialNumber)))
        self.assertEqual(rdflib.Literal("2030-08-01", datatype=rdflib.XSD.date), graph.value(unit, GS1.bestBeforeDate))
        self.assertEqual("Hills & Sons", str(graph.value(graph.value(unit, SCHEMA.manufacturer), SCHEMA.name)))
        said = self.properties(graph)
        self.assertEqual(("genuine", 1, "none", "accepted", 50, 1),
                         tuple(said[key] for key in ("state", "queries", "recallStatus", "inspectionVerdict",
                                                     "inspectionSampleSize", "inspectionNonconforming")))

    def test_machines_count_as_people_do(self):
        path = self.unit_path(self.new_lot())
        self.assertEqual(1, self.properties(self.graph(self.service.get(path, Accept=LD)))["queries"])
        self.assertIn("query no. 2", self.service.get(path, "en").text)
        self.assertEqual(3, self.properties(self.graph(self.service.get(path, Accept=LD)))["queries"])
        bot = self.service.get(path, agent="facebookexternalhit/1.1", Accept=LD)
        self.assertEqual(3, self.properties(self.graph(bot))["queries"])
        self.assertEqual(200, self.service.ask("HEAD", path, headers={"Accept": LD}).status)
        self.assertEqual(307, self.service.get(path + "?linkType=gs1:pip").status)
        address = lookup_service.new_address()
        for _ in range(2):
            answer = self.service.get(path, address=address, Accept=LD)
            self.assertEqual(4, self.properties(self.graph(answer))["queries"])

    def test_every_state_in_linked_data(self):
        voided = self.new_lot(voids=[[1, 1]])
        held = self.new_lot()
        self.service.publish(self.maker.public(held, rev=2, status="on_hold"))
        for lot, unit, of_lot in ((self.new_lot(status="recalled"), "recalled", "recalled"),
                                  (self.new_lot(status="withdrawn"), "lot-withdrawn", "lot-withdrawn"),
                                  (self.new_lot(expiry="2020-02-29"), "expired", "expired"),
                                  (voided, "label-withdrawn", "released"), (held, "not-released", "not-released")):
            said = self.service.get(self.unit_path(lot), Accept=LD)
            self.assertEqual(unit, self.properties(self.graph(said))["state"])
            said = self.service.get("/t/" + lot, Accept=LD)
            self.assertEqual(of_lot, self.properties(self.graph(said))["state"])
        self.assertNotIn("tea", said.text)
        self.assertNotIn("Hills", self.service.get(self.unit_path(held), Accept=LD).text)

    def test_recall_in_linked_data(self):
        lot = self.new_lot(status="recalled", recall_class="I", notice_en="Mould was found.",
                           status_since="2026-10-02T08:00:00.000000+08:00")
        answer = self.service.get("/t/" + lot, Accept=LD)
        self.assertEqual("private, no-store", answer.headers["Cache-Control"])
        graph = self.graph(answer)
        said = self.properties(graph)
        self.assertEqual(("recalled", "I", "2026-10-02"),
                         (said["recallStatus"], said["recallClass"], said["recalledSince"]))
        self.assertIn("Mould was found.", {str(text) for text in graph.objects(None, SCHEMA.description)})

    def test_lot_is_cached_by_form(self):
        lot = self.new_lot()
        page, data = self.service.get("/t/" + lot), self.service.get("/t/" + lot, Accept=LD)
        self.assertEqual("no-cache", data.headers["Cache-Control"])
        self.assertNotEqual(page.headers["ETag"], data.headers["ETag"])
        tag = data.headers["ETag"]
        self.assertEqual(304, self.service.get("/t/" + lot, Accept=LD, If_None_Match=tag).status)
        self.assertEqual(200, self.service.get("/t/" + lot, If_None_Match=tag).status)
        self.subject(self.graph(data), "SomeProducts")

    def test_accept_is_weighed(self):
        path = "/t/" + self.new_lot()
        for accept, wanted in ((None, "text/html"), (BROWSER, "text/html"), ("*/*", "text/html"), (LD, LD),
                               (LINKSET, LINKSET), ("application/ld+json;q=0.5, text/html", "text/html"),
                               ("text/html;q=0.5, application/ld+json", LD), ("application/ld+json;q=0", "text/html"),
                               ("application/linkset+json;q=0.4,application/ld+json;q=0.6", LD),
                               ("APPLICATION/LD+JSON, text/html;q=0.9", LD), ("application/*", "text/html"),
                               ("text/html, application/ld+json", "text/html"), ("*/*;q=0.1, application/ld+json", LD),
                               ("image/png", "text/html"), ("application/ld+json;profile=\"x\";q=0.1", LD),
                               ("application/ld+json2", "text/html")):
            headers = {"Accept": accept} if accept else {}
            answer = self.service.get(path, **headers)
            self.assertEqual(wanted, answer.headers["Content-Type"].split(";")[0], accept)
            self.assertEqual("Accept, Accept-Language", answer.headers["Vary"])

    def test_unknown_is_one_answer_in_every_form(self):
        lot = self.new_lot()
        held = self.new_lot(status="on_hold")
        targets = ["/t/%s/0000000000000000" % lot, "/t/NO-SUCH", self.unit_path(held), "/t/" + held]
        for accept in (LD, LINKSET):
            answers = [self.service.get(target, Accept=accept) for target in targets]
            self.assertEqual({404}, {answer.status for answer in answers})
            self.assertEqual({accept}, {answer.headers["Content-Type"] for answer in answers})
            self.assertEqual(1, len({answer.body for answer in answers}))
        self.assertEqual({}, parse_linkset(self, answers[0].text))
        plain = self.service.get("/t/NO-SUCH", "en").body
        for target in targets + ["/t/" + lot]:
            for kind in ("gs1:hasRetailers", "gs1:nonsense", "pip", "http://evil.example/", ""):
                answer = self.service.get("%s?linkType=%s" % (target, kind), "en")
                self.assertEqual((404, plain), (answer.status, answer.body))
        for target in targets[1:]:
            self.assertEqual(plain, self.service.get(target + "?linkType=gs1:pip", "en").body)
            if target.count("/") == 2:
                self.assertEqual(plain, self.service.get(target + "/recall.json", "en").body)

    def test_linkset(self):
        lot = self.new_lot(gtin=GTIN)
        for target in ("/t/" + lot, "/01/%s/10/%s" % (GTIN, lot)):
            by_header, by_type = self.service.get(target, Accept=LINKSET), self.service.get(target + "?linkType=all")
            self.assertEqual(by_header.body, by_type.body)
            self.assertEqual(by_header.body, self.service.get(target + "?linkType=linkset").body)
            self.assertEqual(LINKSET, by_type.headers["Content-Type"])
            read = parse_linkset(self, by_type.text)
            self.assertEqual(["https://q.example.cn" + target], list(read))
            links = {relation.rsplit("/", 1)[1]: targets[0]["href"] for relation, targets
                     in read["https://q.example.cn" + target].items()}
            self.assertEqual("https://q.example.cn" + target, links["defaultLink"])
            self.assertEqual("https://q.example.cn/t/%s/recall.json" % lot, links["recallStatus"])
            for term, href in links.items():
                if term == "defaultLink":
                    continue
                for name in ("gs1:" + term, "https://ref.gs1.org/voc/" + term, "https%3A%2F%2Fgs1.org%2Fvoc%2F" + term):
                    answer = self.service.get("%s?linkType=%s" % (target, name), Accept=BROWSER)
                    self.assertEqual((307, href), (answer.status, "https://q.example.cn" + answer.headers["Location"]))
                self.assertEqual(200, self.service.get(answer.headers["Location"]).status, href)
        self.assertEqual(200, self.service.get("/t/%s?linkType=gs1:defaultLink" % lot).status)
        answer = self.service.get("/t/%s?linkType=gs1:traceability&lang=en" % lot)
        self.assertEqual("/t/%s?lang=en" % lot, answer.headers["Location"])
        asked = "/t/%s?4200=380&linkType=gs1:traceability&x=a%%20b&lang=en&context=a%%26b" % lot
        self.assertEqual("/t/%s?lang=en&4200=380&x=a%%20b&context=a%%26b" % lot,
                         self.service.get(asked).headers["Location"])
        self.assertEqual("/t/%s?17=261231" % lot, self.service.get(
            "/t/%s?linkType=gs1:traceability&&17=261231" % lot).headers["Location"])

    def test_goods_on_hold_lead_nowhere_else(self):
        lot = self.new_lot(gtin=GTIN)
        self.service.publish(self.maker.public(lot, rev=2, status="on_hold", gtin=GTIN))
        read = parse_linkset(self, self.service.get("/t/" + lot, Accept=LINKSET).text)
        self.assertEqual({"defaultLink", "recallStatus"},
                         {relation.rsplit("/", 1)[1] for relation in read["https://q.example.cn/t/" + lot]})

    def test_recall_status(self):
        lot = self.new_lot(contact="400-000-0000")
        answer = self.service.get("/t/%s/recall.json" % lot)
        self.assertEqual("application/json", answer.headers["Content-Type"])
        self.assertEqual("private, no-store", answer.headers["Cache-Control"])
        said = json.loads(answer.text)
        self.assertEqual((lot, False), (said["lot"], said["recalled"]))
        self.assertRegex(said["checked"], r"^20\d\d-\d\d-\d\d$")
        self.service.publish(self.maker.public(lot, rev=2, status="recalled", recall_class="II", contact="400-000-0000",
                                               notice_zh="发现霉变。", status_since="2026-10-02T08:00:00.000000+08:00"))
        said = json.loads(self.service.get("/t/%s/recall.json" % lot).text)
        self.assertEqual((True, "II", "2026-10-02", "发现霉变。", "400-000-0000"),
                         tuple(said[key] for key in ("recalled", "class", "since", "notice_zh", "contact")))

    def test_resolver_description(self):
        answer = self.service.get("/.well-known/gs1resolver")
        self.assertEqual((200, "application/json"), (answer.status, answer.headers["Content-Type"]))
        said = json.loads(answer.text)
        self.assertEqual("https://127.0.0.1:%d" % self.service.public_port, said["resolverRoot"])
        self.assertEqual(["01"], said["supportedPrimaryKeys"])
        self.assertIs(False, said["linkTypeDefaultCanBeLinkset"])
        self.assertEqual([{"namespace": "https://ref.gs1.org/voc/", "prefix": "gs1:"}], said["supportedLinkType"])

    def test_record_is_the_publication_that_was_signed(self):
        lot = "SIGNED-%d" % next(self.lots)
        lines = [self.maker.public(lot, rev=rev, spec="%d g" % rev) for rev in (1, 2)]
        self.service.publish(*lines)
        answer = self.service.get("/t/%s/record.json" % lot)
        self.assertEqual(("application/json", lines[1]), (answer.headers["Content-Type"], answer.text))
        self.service.publish(self.maker.public(lot, rev=1, spec="late"))
        self.assertEqual(lines[1], self.service.get("/t/%s/record.json" % lot).text)
        self.service.publish(self.maker.public(lot, rev=3, status="on_hold"))
        answer = self.service.get("/t/%s/record.json" % lot, "en")
        self.assertEqual((404, self.service.get("/t/NO-SUCH", "en").body), (answer.status, answer.body))
        self.assertEqual(404, self.service.get("/t/NO-SUCH/record.json").status)

    def test_product(self):
        gtin, other = "04006381333931", "09506000134352"
        path = "/01/" + gtin
        unknown = self.service.get("/t/NO-SUCH", "en").body
        self.assertEqual((404, unknown), (self.service.get(path, "en").status, self.service.get(path, "en").body))
        held = self.new_lot(gtin=gtin, status="on_hold", product_name_en="Secret tea")
        self.assertEqual(unknown, self.service.get(path, "en").body)
        older = self.new_lot(gtin=gtin, released_at="2026-08-01T10:00:00.000000+08:00", product_name_en="Old name")
        newer = self.new_lot(gtin=gtin, released_at="2026-09-01T10:00:00.000000+08:00", product_name_en="New name")
        withdrawn = self.new_lot(gtin=gtin, status="withdrawn", released_at="2026-10-01T10:00:00.000000+08:00")
        stranger = self.new_lot(gtin=other)
        answer = self.service.get(path, "en")
        self.assertEqual((200, "no-cache", None), (answer.status, answer.headers["Cache-Control"],
                                                   answer.headers["X-Robots-Tag"]))
        self.assertIn("New name", answer.text)
        self.assertLess(answer.text.index('href="/t/%s"' % newer), answer.text.index('href="/t/%s"' % older))
        for hidden in (held, withdrawn, stranger, "Secret tea", "Old name", "Genuine"):
            self.assertNotIn(hidden, answer.text)
        self.assertLess(len(answer.body), 15 * 1024)
        self.assertEqual(304, self.service.get(path, "en", If_None_Match=answer.headers["ETag"]).status)
        graph = self.graph(self.service.get(path, Accept=LD))
        self.assertEqual(gtin, str(graph.value(self.subject(graph, "Product"), GS1.gtin)))
        self.assertEqual(["recallChecked"], list(self.properties(graph)))
        read = parse_linkset(self, self.service.get(path, Accept=LINKSET).text)
        self.assertEqual({"defaultLink", "pip"}, {relation.rsplit("/", 1)[1] for relation in
                                                  read["https://q.example.cn" + path]})
        self.assertEqual("https://q.example.cn" + path, read["https://q.example.cn" + path][str(GS1.pip)][0]["href"])
        self.assertEqual(path, self.service.get("/t/%s?linkType=gs1:pip" % older).headers["Location"])
        self.service.publish(self.maker.public(older, gtin=gtin, rev=2, status="recalled"))
        answer = self.service.get(path, "en")
        self.assertIn('class="band bad"', answer.text)
        self.assertEqual("private, no-store", answer.headers["Cache-Control"])
        self.assertIn("Recalled lots", answer.text)
        self.assertEqual(older, self.properties(self.graph(self.service.get(path, Accept=LD)))["recalledLot"])
        self.assertEqual(400, self.service.get("/01/04006381333932").status)

    def test_robots_may_find_products_only(self):
        rules = self.service.get("/robots.txt").text.split("\n")
        for rule in ("Disallow: /t/", "Disallow: /01/*/10/", "Disallow: /case", "Disallow: /report"):
            self.assertIn(rule, rules)
        self.assertNotIn("Disallow: /01/", rules)

    def test_hostile_words_stay_words(self):
        lot = self.new_lot(product_name_en='"}],"@id":"http://evil.example/', brand="</script><script>")
        graph = self.graph(self.service.get("/t/" + lot, Accept=LD))
        subject = self.subject(graph, "SomeProducts")
        self.assertEqual("https://q.example.cn/t/" + lot, str(subject))
        self.assertNotIn("http://evil.example/", {str(node) for node in graph.subjects()})


if __name__ == "__main__":
    unittest.main(verbosity=2)
