#!/usr/bin/env python3
"""Patterns of codes, what codes would be, and what was scanned, as scripts ask for them."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

VOUCH = os.environ['VOUCH']


class Patterns(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.pin = os.path.join(self.folder.name, 'pin')
        with open(self.pin, 'w', encoding='utf-8') as file:
            file.write('271828')
        self.answer('sample-data')

    def run_vouch(self, *arguments, stdin=''):
        return subprocess.run([VOUCH, *arguments, '--json', '--data', os.path.join(self.folder.name, 'data'),
                               '--unlock', os.path.join(self.folder.name, 'unlock')],
                              input=stdin, capture_output=True, text=True, timeout=60, check=False)

    def answer(self, *arguments, stdin=''):
        done = self.run_vouch(*arguments, stdin=stdin)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def lead(self, *arguments):
        return self.answer(*arguments, '--as', 'VB1004', '--pin-file', self.pin)

    def test_codes_are_explained_without_anybody_signed_in(self):
        kinds = [line['kind'] for line in self.answer(
            'scan', 'route', stdin='VB1002\nXCPASS\n9520001000010\nSF1234567890123\nPO-2026-0001\nwhat\n')]
        self.assertEqual(kinds, ['badge', 'command', 'gtin', 'waybill', 'delivery', 'unknown'])
        self.assertEqual(self.answer('scan', 'explain', '+A123BJC5D6E71G')[0]['product'], 'A123BJC5D6E7')

    def test_the_text_alone_needs_no_station(self):
        done = subprocess.run([VOUCH, 'scan', 'route', '--form-only', '--json', '(01)09520001000010(10)A'],
                              capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(json.loads(done.stdout)['lot'], 'A')

    def test_a_pattern_is_added_tried_changed_and_retired(self):
        before = len(self.answer('pattern', 'list'))
        self.lead('pattern', 'add', '--name', 'Shelf', '--pattern', 'LOC:([A-D]-#{2})', '--opens', 'location')
        self.assertEqual(len(self.answer('pattern', 'list')), before + 1)
        self.assertEqual(self.answer('pattern', 'try', '--code', 'LOC:C-07')[0]['fits'][0]['part'], 'C-07')
        self.assertEqual(self.answer('scan', 'route', 'LOC:C-07')[0]['opens'], 'location')
        self.lead('pattern', 'change', '--name', 'Shelf', '--pattern', 'SHELF:(#{2})')
        self.assertEqual(self.answer('scan', 'route', 'SHELF:07')[0]['text'], '07')
        self.lead('pattern', 'retire', '--name', 'Shelf')
        self.assertEqual(self.answer('scan', 'route', 'SHELF:07')[0]['kind'], 'unknown')
        self.lead('pattern', 'restore', '--name', 'Shelf')
        self.assertEqual(self.lead('pattern', 'add-usual')[0]['number'], '0')

    def test_a_wrong_pattern_and_a_wrong_role_are_refused(self):
        done = self.run_vouch('pattern', 'add', '--name', 'Bad', '--pattern', 'AB#{3', '--as', 'VB1004',
                              '--pin-file', self.pin)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(json.loads(done.stdout)['error']['field'], 'pattern')
        done = self.run_vouch('pattern', 'add', '--name', 'Any', '--pattern', 'ABCD', '--as', 'VB1002')
        self.assertEqual(json.loads(done.stdout)['error']['code'], 'denied')

    def test_a_pattern_can_be_tried_before_it_is_there(self):
        fits = self.answer('pattern', 'try', '--code', '986578788855', '--pattern', '#{12}', '--check-rule', 'fedex')
        self.assertEqual(len(fits[0]['fits']), 1)
        fits = self.answer('pattern', 'try', '--code', '986578788856', '--pattern', '#{12}', '--check-rule', 'fedex')
        self.assertEqual(fits[0]['fits'], [])

    def test_what_was_scanned_is_listed(self):
        self.answer('desk', stdin=''.join(json.dumps({'scan': code}) + '\n'
                                                for code in ('VB1002', 'PO-2026-0001', 'what is this')))
        history = self.answer('scan', 'history')
        self.assertEqual([line['kind'] for line in history], ['unknown', 'delivery', 'badge'])
        self.assertIsNone(history[2]['text'])
        self.assertEqual(len(self.answer('scan', 'history', '--limit', '1')), 1)


if __name__ == '__main__':
    sys.exit(unittest.main())
