"""A scanner on a serial line: a pseudo-terminal, and a folder of links like the one that udev keeps."""

import os
import tty

SCANNER = "usb-Honeywell_Voyager_1450g_19123B04C2-if00"
NAME = "Honeywell Voyager 1450g 19123B04C2"


class SerialLine:
    def __init__(self, folder, device=SCANNER):
        self.folder = folder
        self.link = os.path.join(folder, device)
        self.scanner = None

    def plug(self):
        """The system makes the folder with the first device."""
        self.scanner, line = os.openpty()
        tty.setraw(line)
        os.makedirs(self.folder, exist_ok=True)
        os.symlink(os.ttyname(line), self.link)
        os.close(line)

    def send(self, text, end="\r\n"):
        os.write(self.scanner, (text + end).encode())

    def unplug(self):
        if self.scanner is None:
            return
        os.close(self.scanner)
        os.unlink(self.link)
        os.rmdir(self.folder)
        self.scanner = None
