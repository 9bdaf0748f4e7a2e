"""Customers with their phones: a lookup service that the station publishes to, and what its page says of a code."""

import html
import os
import re
import sys
import urllib.parse

import command_line
import dock
import station_window

# The lookup's own tests have a maker of publications; here the station makes them.
os.environ.setdefault("VOUCH_MAKE_PUBLICATIONS", "")
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lookup"))
import lookup_service  # noqa: E402

HOST = "q.vouch.example"


def count_labels(directory):
    """How many the station printed last."""
    return command_line.count_pages(dock.find_labels(directory))


class CustomersTest(dock.DockTest):
    """The station knows its lookup service, and the service trusts the station, before the window opens."""

    arguments = []

    def prepare(self):
        self.service = lookup_service.Service()
        self.addCleanup(self.service.remove)
        trust = os.path.join(self.directory, "trust.json")
        self.run_vouch("sample-data", "--host", HOST)
        self.run_vouch_as(dock.ADMINISTRATOR, "lookup", "enrol", "--private",
                          f"http://127.0.0.1:{self.service.private_port}", "--trust", trust)
        done = self.service.run("trust", trust)
        self.assertEqual(0, done.returncode, done.stderr)
        self.prepare_goods()

    def prepare_goods(self):
        """What was done at the station before."""

    def read_labels(self, *pages):
        """The addresses on pages of the labels that were printed last, as their codes have them."""
        pdf = dock.find_labels(self.directory)
        return [command_line.read_code(command_line.draw_page(pdf, page, self.directory)) for page in pages]

    def ask(self, address):
        """A customer's phone, each time another one: the page at the address on the label."""
        parts = urllib.parse.urlsplit(address)
        self.assertEqual(("https", HOST), (parts.scheme, parts.netloc))
        return self.service.get(parts.path, language="en")

    def verdict(self, address):
        """What the page says in its band: heading and first sentence."""
        page = self.ask(address)
        heading = re.search(r"<h1>(.*?)</h1>.*?<p[^>]*>(.*?)</p>", page.text, re.DOTALL)
        return page.status, html.unescape(heading.group(1)), html.unescape(heading.group(2))

    def wait_for_verdict(self, address, heading):
        """The station publishes in its own time; what is unknown until then is not counted as a query."""
        def read():
            verdict = self.verdict(address)
            return verdict if verdict[1] == heading else None

        return station_window.wait_until(read, f"customers to read “{heading}”")
