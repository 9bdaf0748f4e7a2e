"""What a label printer was sent, taken apart as its maker describes it: ZPL's compressed pictures, TSPL's bitmaps."""

import re
import struct
import zlib

PICTURE = re.compile(rb"\^GFA,(\d+),(\d+),(\d+),")
BITMAP = re.compile(rb"BITMAP 0,0,(\d+),(\d+),\d,")
SMALL = "GHIJKLMNOPQRSTUVWXY"
LARGE = "ghijklmnopqrstuvwxyz"


class Picture:
    """Dots, row by row; a bit that is set is black."""

    def __init__(self, rows):
        self.rows = rows

    def write(self, path):
        """As a PNG, which any reader of bar codes takes."""
        dots = b"".join(b"\0" + bytes(0 if byte >> (7 - bit) & 1 else 255 for byte in row for bit in range(8))
                        for row in self.rows)
        with open(path, "wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n")
            for name, content in ((b"IHDR", struct.pack(">IIBBBBB", len(self.rows[0]) * 8, len(self.rows), 8, 0, 0, 0, 0)),
                                  (b"IDAT", zlib.compress(dots)), (b"IEND", b"")):
                file.write(struct.pack(">I", len(content)) + name + content +
                           struct.pack(">I", zlib.crc32(name + content)))


def unpack_row(data, at, n_digits):
    """The hexadecimal digits of a row that begins at `at`, and where the next one does."""
    digits, count = "", 0
    while len(digits) < n_digits:
        letter = chr(data[at])
        at += 1
        if letter in SMALL:
            count += SMALL.index(letter) + 1
        elif letter in LARGE:
            count += 20 * (LARGE.index(letter) + 1)
        elif letter in ",!":
            digits = digits.ljust(n_digits, "0" if letter == "," else "F")
        else:
            digits += letter * max(count, 1)
            count = 0
    return digits, at


def read_zpl(data):
    pictures = []
    for head in PICTURE.finditer(data):
        size, _, stride = (int(number) for number in head.groups())
        rows, at = [], head.end()
        while len(rows) * stride < size:
            if data[at:at + 1] == b":":
                rows.append(rows[-1])
                at += 1
            else:
                digits, at = unpack_row(data, at, 2 * stride)
                rows.append(bytes.fromhex(digits))
        pictures.append(Picture(rows))
    return pictures


def read_tspl(data):
    """A bit that is set is white there."""
    pictures, at = [], 0
    while head := BITMAP.search(data, at):
        stride, height = (int(number) for number in head.groups())
        bits = bytes(byte ^ 0xff for byte in data[head.end():head.end() + stride * height])
        pictures.append(Picture([bits[row * stride:(row + 1) * stride] for row in range(height)]))
        at = head.end() + stride * height
    return pictures
