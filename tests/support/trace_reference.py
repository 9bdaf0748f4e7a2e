#!/usr/bin/env python3
"""Trace codes and publications, written a second time, and the test vectors made with it.

This shares no code with src/trace: it needs nothing but Python's standard library, so that anybody can check a printed
code, or our program, by reading two pages. It prints the vectors that tests/data/trace keeps:

    python3 tests/support/trace_reference.py codes > tests/data/trace/code-vectors.csv
    python3 tests/support/trace_reference.py publications > tests/data/trace/publication-vectors.jsonl

A trace code:

    lot key = BLAKE2b-256 (key: master key, "vouch/lot/1" + one byte len(gtin) + gtin + one byte len(lot) + lot)
    tag     = the first 50 bits of BLAKE2b-128 (key: lot key, byte 1 + unit as 4 bytes, big endian)
    mask    = the first 30 bits of BLAKE2b-128 (key: lot key, byte 2 + tag in 7 bytes, left-aligned, zero-padded)
    serial  = the 80 bits tag, (unit xor mask), most significant bit first, as 16 digits of Crockford's base 32

gtin is empty, with a length of 0, where the lot's addresses do not carry one.

A publication is one line {"v","station","epoch","seq","prev","type","body","sig"}: prev is the BLAKE2b-256 of the body
before it (zeros before the first), body is base64url without padding, sig is the Ed25519 signature of the fields before
it, each in the one form that is written in signed_bytes (). prev and sig are lower-case hex.
"""

import base64
import hashlib
import json
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


# Ed25519, after RFC 8032. Slow, and its time tells the key: for test vectors only.
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
BASE_Y = 4 * pow(5, P - 2, P) % P


def recover_x(y: int) -> int:
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    return x if x % 2 == 0 else P - x


BASE = (recover_x(BASE_Y), BASE_Y)


def add(a, b):
    (x1, y1), (x2, y2) = a, b
    product = D * x1 * x2 * y1 * y2
    return (
        (x1 * y2 + x2 * y1) * pow(1 + product, P - 2, P) % P,
        (y1 * y2 + x1 * x2) * pow(1 - product, P - 2, P) % P,
    )


def times(point, factor: int):
    result = (0, 1)
    while factor:
        if factor & 1:
            result = add(result, point)
        point = add(point, point)
        factor >>= 1
    return result


def encode(point) -> bytes:
    return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")


def sha512_number(data: bytes) -> int:
    return int.from_bytes(hashlib.sha512(data).digest(), "little")


def sign(seed: bytes, data: bytes) -> bytes:
    digest = hashlib.sha512(seed).digest()
    secret = int.from_bytes(digest[:32], "little") & ~7 & (1 << 254) - 1 | 1 << 254
    public = encode(times(BASE, secret))
    nonce = sha512_number(digest[32:] + data) % ORDER
    point = encode(times(BASE, nonce))
    proof = (nonce + sha512_number(point + public + data) * secret) % ORDER
    return point + proof.to_bytes(32, "little")


def signed_bytes(station: int, epoch: int, seq: int, prev: bytes, kind: str, body: bytes) -> bytes:
    """Numbers are 8 bytes, big endian; texts and bytes are 4 bytes of length, big endian, and what they are."""
    fields = ["vouch-pub/1", 1, station, epoch, seq, prev, kind, body]
    result = b""
    for field in fields:
        if isinstance(field, int):
            result += field.to_bytes(8, "big")
        else:
            data = field.encode() if isinstance(field, str) else field
            result += len(data).to_bytes(4, "big") + data
    return result


def publication(seed: bytes, station: int, epoch: int, seq: int, prev: bytes, kind: str, body: bytes) -> str:
    line = {
        "v": 1,
        "station": station,
        "epoch": epoch,
        "seq": seq,
        "prev": prev.hex(),
        "type": kind,
        "body": base64.urlsafe_b64encode(body).decode().rstrip("="),
        "sig": sign(seed, signed_bytes(station, epoch, seq, prev, kind, body)).hex(),
    }
    return json.dumps(line, separators=(",", ":"))


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


BODIES = [
    ("public-record", '{"lot":"2026-0001","status":"released"}'.encode()),
    ("control-record", bytes(range(256))),
    ("public-record", '{"product_name_zh":"绿茶"}'.encode()),
    ("later-type", b""),
    ("public-record", b"\xff" * 1000),
]


def print_codes() -> None:
    print("master,gtin,lot,lot_key,unit,serial")
    for master in MASTERS:
        for gtin, lot in LOTS:
            key = lot_key(master, gtin, lot)
            for unit in UNITS:
                text = serial(key, unit)
                assert open_serial(key, text) == unit
                print(f"{master.hex()},{gtin},{lot},{key.hex()},{unit},{text}")


def print_publications() -> None:
    prev = bytes(32)
    for seq, (kind, body) in enumerate(BODIES, start=1):
        print(publication(bytes(range(32)), 1023, 3, seq, prev, kind, body))
        prev = blake2b(b"", body, 32)


if __name__ == "__main__":
    if sys.argv[1:] == ["codes"]:
        print_codes()
    elif sys.argv[1:] == ["publications"]:
        print_publications()
    else:
        sys.exit("usage: trace_reference.py codes|publications")
