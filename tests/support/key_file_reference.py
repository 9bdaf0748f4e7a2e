#!/usr/bin/env python3
"""A key file of version 1, written by nothing of ours but the description of the format.

Makes tests/data/seal/version-1.keys, which every later version of the program must open. The layout is described in
src/seal/vouch-key-format-private.h; the secretbox comes from libsodium, the rest from Python.

    python3 tests/support/key_file_reference.py > tests/data/seal/version-1.keys
"""

import ctypes
import ctypes.util
import hashlib
import struct
import sys

UNLOCK = bytes(range(32))
NONCE = bytes(range(24))


def secretbox(plain: bytes, nonce: bytes, key: bytes) -> bytes:
    sodium = ctypes.CDLL(ctypes.util.find_library("sodium"))
    box = ctypes.create_string_buffer(len(plain) + 16)
    sodium.crypto_secretbox_easy(box, plain, ctypes.c_ulonglong(len(plain)), nonce, key)
    return box.raw


def blake2b(data: bytes, key: bytes = b"") -> bytes:
    return hashlib.blake2b(data, key=key, digest_size=32).digest()


def main() -> None:
    head = b"vouch-key-file/1\n" + bytes([0]) + bytes(16) + struct.pack(">II", 0, 0)
    # Audit key, pepper, signer's seed, field key, desk's seed.
    payload = b"".join(bytes([0xA0 + i]) * 32 for i in range(5))
    payload += struct.pack(">I", 2)
    payload += struct.pack(">IIq", 1, 1, 1767225600000000) + b"\xc1" * 32
    payload += struct.pack(">IIq", 2, 0, 1767312000000000) + b"\xc2" * 32
    key = blake2b(b"vouch/key-file/1" + head, key=UNLOCK)
    whole = head + NONCE + secretbox(payload, NONCE, key)
    sys.stdout.buffer.write(whole + blake2b(whole))


if __name__ == "__main__":
    main()
