"""Who asks: the proxies that are believed, the operator's own addresses, and how much an address may ask."""

import unittest

from lookup_service import Maker, Service, main

PROXY = "127.0.7.7"


class AskersTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = Service(arguments=[
            "--proxy", "127.0.7.0/24", "--own-address", "198.51.100.0/24", "--limit", "hit=1/5", "--limit", "miss=1/2"])
        cls.maker = Maker(cls.service.key())
        assert cls.service.trust(cls.maker.make("trust")).returncode == 0
        cls.service.publish(cls.maker.public("L1"), cls.maker.make("control", lot="L1", ranges=[[1, 1, 100]]))

    @classmethod
    def tearDownClass(cls):
        cls.maker.close()
        cls.service.remove()

    def ask(self, unit, asker, proxy=PROXY, **headers):
        return self.service.get("/t/L1/" + self.maker.serial("L1", unit), address=proxy, language="en",
                                X_Forwarded_For=asker, **headers)

    def test_askers_behind_a_proxy_have_rations_of_their_own(self):
        for number in range(20):
            self.assertEqual(200, self.ask(1, "203.0.113.%d" % number).status)
        statuses = [self.ask(1, "2001:db8::%d" % number).status for number in range(6)]
        self.assertEqual([200] * 5 + [429], statuses)

    def test_nobody_else_is_believed(self):
        statuses = [self.ask(2, "203.0.113.%d" % number, proxy="127.0.8.8").status for number in range(6)]
        self.assertEqual([200] * 5 + [429], statuses)

    def test_a_client_cannot_choose_its_address(self):
        statuses = [self.ask(3, "192.0.2.%d, 203.0.113.99" % number).status for number in range(6)]
        self.assertEqual([200] * 5 + [429], statuses)

    def test_the_operator_is_not_counted(self):
        for number in range(3):
            self.assertIn("<title>Genuine", self.ask(4, "198.51.100.%d" % number).text)
        first = self.ask(4, "203.0.113.200").text
        self.assertIn("first", first)
        self.assertIn("2", self.ask(4, "203.0.113.201").text.split("<h1>")[1].split("</h1>")[0])

    def test_strict_transport_is_asked_for_behind_tls_only(self):
        self.assertIn("Strict-Transport-Security", self.ask(5, "203.0.113.50", X_Forwarded_Proto="https").headers)
        self.assertNotIn("Strict-Transport-Security", self.ask(5, "203.0.113.51", X_Forwarded_Proto="http").headers)
        said_in_clear = self.ask(5, "203.0.113.52", proxy="127.0.9.9", X_Forwarded_Proto="https")
        self.assertNotIn("Strict-Transport-Security", said_in_clear.headers)

    def test_misses_have_the_limit_that_was_given(self):
        statuses = [self.service.get("/t/L1/0000000000000000", address="127.0.10.10").status for _ in range(3)]
        self.assertEqual([404, 404, 429], statuses)

    def test_wrong_options_are_named(self):
        for option, value in (("--proxy", "nginx"), ("--own-address", "10.0.0.0/40"), ("--limit", "hit=0/5"),
                              ("--limit", "hits=1/5"), ("--limit", "hit=5"), ("--limit", "hit=5/-1")):
            done = self.service.run("--listen", "127.0.0.1:0", "--private", "127.0.0.1:0", option, value)
            self.assertEqual(2, done.returncode, done)
            self.assertIn(value, done.stderr)


if __name__ == "__main__":
    main()
