#!/usr/bin/env python3
"""The construction of trace codes, written a second time, and the test vectors made with it.

This shares no code with src/trace: it needs nothing but Python's standard library, so that anybody can check a printed
code, or our program, by reading one page. Run it without arguments to print the vectors that tests/data/trace keeps:

    python3 tests/support/trace_reference.py > tests/data/trace/code-vectors.csv

The construction:

    lot key = BLAKE2b-256 (key: master key, "vouch/lot/1" + one byte len(gtin) + gtin + one byte len(lot) + lot)
    tag     = the first 50 bits of BLAKE2b-128 (key: lot key, byte 1 + unit as 4 bytes, big endian)
    mask    = the first 30 bits of BLAKE2b-128 (key: lot key, byte 2 + tag in 7 bytes, left-aligned, zero-padded)
    serial  = the 80 bits tag, (unit xor mask), most significant bit first, as 16 digits of Crockford's base 32

gtin is empty, with a length of 0, where the lot's addresses do not carry one.
"""

import hashlib
import sys

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
TAG_BITS, UNIT_BITS = 50, 30


def blake2b(key: bytes, data: bytes, size: int) -> bytes:
    return hashlib.blake2b(data, key=key, digest_size=size).digest()


def first_bits(data: bytes, count: int) -> int:
    return int.from_bytes(data, "big") >> (8 * len(data) - count)


def counted(text: str) -> bytes:
    return bytes([len(text)]) + text.encode("ascii")


def lot_key(master: bytes, gtin: str, lot: str) -> bytes:
    return blake2b(master, b"vouch/lot/1" + counted(gtin) + counted(lot), 32)


def mask_for(key: bytes, tag: int) -> int:
    tag_bytes = (tag << (56 - TAG_BITS)).to_bytes(7, "big")
    return first_bits(blake2b(key, b"\x02" + tag_bytes, 16), UNIT_BITS)


def serial(key: bytes, unit: int) -> str:
    tag = first_bits(blake2b(key, b"\x01" + unit.to_bytes(4, "big"), 16), TAG_BITS)
    number = tag << UNIT_BITS | (unit ^ mask_for(key, tag))
    return "".join(DIGITS[number >> (5 * place) & 31] for place in reversed(range(16)))


def open_serial(key: bytes, text: str):
    """The unit number of a serial, or None where the key did not make it."""
    number = 0
    for digit in text:
        number = number << 5 | DIGITS.index(digit)
    tag = number >> UNIT_BITS
    unit = (number & (1 << UNIT_BITS) - 1) ^ mask_for(key, tag)
    return unit if serial(key, unit) == text else None


MASTERS = [
    bytes(32),
    bytes(range(32)),
    bytes.fromhex("ff" * 32),
    hashlib.sha256(b"vouch test vector").digest(),
]
LOTS = [
    ("", "L"),
    ("", "0"),
    ("", "2026-0001"),
    ("", "S01-260131-000042"),
    ("", "ZZZZZZZZZZZZZZZZZZZZ"),
    ("06901234567892", "2026-0001"),
    ("06901234567892", "S01-260131-000042"),
    ("00000000000000", "A-B"),
]
UNITS = [0, 1, 2, 31, 32, 255, 256, 65535, 65536, 999999, 123456789, (1 << 29) - 1, 1 << 29, (1 << 30) - 1]


def main() -> int:
    print("master,gtin,lot,lot_key,unit,serial")
    for master in MASTERS:
        for gtin, lot in LOTS:
            key = lot_key(master, gtin, lot)
            for unit in UNITS:
                text = serial(key, unit)
                if open_serial(key, text) != unit:
                    return 1
                print(f"{master.hex()},{gtin},{lot},{key.hex()},{unit},{text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
