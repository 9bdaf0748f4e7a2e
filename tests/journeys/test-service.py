#!/usr/bin/env python3
"""A customer reports a problem with a phone, the service desk answers at the window, and the customer reads it."""

import html
import re
import unittest

import command_line
import customers
import goods
from station_window import Role, wait_until

SERVICE_DESK = "VB1005"
SERVICE = 9
ANSWER = "We send you another tin <today>. 抱歉"


class ServiceTest(customers.CustomersTest):
    def prepare_goods(self):
        tea = goods.Goods(self)
        self.lot = tea.release()
        page = command_line.draw_page(tea.print_labels(self.lot, 1), 1, self.directory)
        self.address = command_line.read_code(page)
        self.assertEqual("active", tea.scan_back(self.lot, self.address))

    def report(self):
        """The page where the customer reads how the case stands."""
        page = self.ask(self.address).text
        form = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
        form.update(website="", kind="quality", text="Tastes of soap.", contact="li@example.cn", consent="yes")
        answer = self.service.post_form("/report", form)
        self.assertEqual(201, answer.status, answer.text)
        return html.unescape(re.search(r'href="(/case/[^"]+)"', answer.text).group(1))

    def test_a_report_is_answered(self):
        self.wait_for_verdict(self.address, "Genuine")
        self.sign_in(SERVICE_DESK)
        self.open_page(SERVICE)
        self.window.wait_for(lambda: self.window.says("No customer waits"), "an empty page")
        link = self.report()
        # The courier comes by after every act; a badge that is scanned again is one.
        self.window.scan(SERVICE_DESK)
        self.choose_row("Customers' cases", "Quality or taste")
        self.window.wait_for(lambda: self.window.says("Tastes of soap."), "the customer's words")
        self.press_button("Show the contact")
        self.window.wait_for(lambda: self.window.says("li@example.cn"), "the contact")
        self.window.fill(Role.TEXT, "What the customer reads", ANSWER)
        self.window.press("F12")
        wait_until(lambda: html.escape(ANSWER, quote=False) in self.service.get(link, language="en").text,
                   "the customer to read the answer")
        self.window.wait_for(lambda: self.window.says("The customer can read it"), "the answer to have arrived")
        self.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
