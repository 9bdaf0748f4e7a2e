#!/usr/bin/env python3
"""Makes the station's six tones as WAV files, in a bright and a deep set.

usage: make-tones.py FOLDER

Results are told apart by pitch, length and rhythm, not by pitch alone: a dock is loud.
"""

import array
import math
import os
import sys
import wave

RATE = 22050
FADE_S = 0.008  # without it each note would begin and end with a click

# (hertz, seconds); 0 hertz is silence
TONES = {
    "ok": [(1320, 0.11)],
    "fail": [(220, 0.55)],
    "unknown": [(196, 0.14), (0, 0.09), (196, 0.14), (0, 0.09), (196, 0.14)],
    "question": [(660, 0.12), (880, 0.18)],
    "accepted": [(523, 0.12), (659, 0.12), (784, 0.26)],
    "rejected": [(392, 0.14), (311, 0.14), (262, 0.34)],
}


# How much lower each set is.
SETS = {"bright": 1.0, "deep": 0.6}


def play(hertz, seconds):
    """One note's samples: the pitch and two overtones, so that small speakers carry low notes too."""
    count = int(seconds * RATE)
    for at in range(count):
        if hertz == 0:
            yield 0
            continue
        fade = min(1.0, at / RATE / FADE_S, (count - at) / RATE / FADE_S)
        angle = 2 * math.pi * hertz * at / RATE
        yield int(14000 * fade * (math.sin(angle) + 0.35 * math.sin(2 * angle) + 0.2 * math.sin(3 * angle)) / 1.2)


def main():
    for tone_set, name in ((tone_set, name) for tone_set in SETS for name in TONES):
        notes = [(hertz * SETS[tone_set], seconds) for hertz, seconds in TONES[name]]
        samples = array.array("h", (sample for note in notes for sample in play(*note)))
        if sys.byteorder == "big":
            samples.byteswap()
        with wave.open(os.path.join(sys.argv[1], f"{tone_set}-{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples.tobytes())


main()
