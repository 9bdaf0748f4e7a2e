"""The programs beside the window: `vouch`, and what reads a PDF's codes."""

import glob
import json
import os
import subprocess

VOUCH = os.environ.get("VOUCH", "")
PRINTER_DPI = 203


def vouch(*arguments):
    """Runs `vouch` and returns what it says, line by line."""
    done = subprocess.run([VOUCH, "--json", *arguments], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, f"vouch {' '.join(arguments)}: {done.returncode}: {done.stdout}{done.stderr}"
    return [json.loads(line) for line in done.stdout.splitlines()]


def draw_page(pdf, page, directory):
    """A page of a PDF as a picture, at a printer's resolution."""
    stem = os.path.join(directory, f"page-{page}")
    subprocess.run(["pdftoppm", "-r", str(PRINTER_DPI), "-gray", "-png", "-f", str(page), "-l", str(page), pdf, stem],
                   check=True, timeout=60)
    return glob.glob(stem + "-*.png")[0]


def draw_piece(pdf, page, millimetres, directory):
    """A piece of a page, left, top, width and height, as a picture."""
    stem = os.path.join(directory, "piece-%d-%g-%g" % (page, millimetres[0], millimetres[1]))
    left, top, width, height = (str(round(length * PRINTER_DPI / 25.4)) for length in millimetres)
    subprocess.run(["pdftoppm", "-r", str(PRINTER_DPI), "-gray", "-png", "-singlefile", "-f", str(page), "-l", str(page),
                    "-x", left, "-y", top, "-W", width, "-H", height, pdf, stem], check=True, timeout=60)
    return stem + ".png"


def count_pages(pdf):
    told = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, timeout=60, check=True).stdout
    return int(next(line.split()[1] for line in told.splitlines() if line.startswith("Pages:")))


def read_code(picture):
    """The one code in a picture, which a reader that is not ours has to read alike."""
    symbols = vouch("scan", picture)[0]["symbols"]
    assert len(symbols) == 1, symbols
    other = subprocess.run(["ZXingReader", "-bytes", picture], capture_output=True, text=True, timeout=60, check=True)
    assert other.stdout.strip() == symbols[0]["text"], (other.stdout, symbols)
    return symbols[0]["text"]
