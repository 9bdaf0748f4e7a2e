"""A printing system of its own: cupsd on a port of this machine, with one queue that writes PDF files."""

import os
import shutil
import socket
import subprocess
import tempfile
import time

PPD = "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd"
QUEUE = "Labels"

CONFIGURATION = """
LogLevel warn
MaxLogSize 0
Listen 127.0.0.1:{port}
Listen {folder}/cups.sock
Browsing Off
DefaultAuthType None
WebInterface No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""

FILES = """
SystemGroup root
ServerRoot {folder}/root
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/spool/tmp
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
"""

PDF = """
Out {folder}/out
AnonDirName {folder}/out
Spool {folder}/pdf-spool
Log {folder}
LogType 1
"""


# The back end reads its settings from one place only, which is another one for this cupsd.
START = 'mount --bind "$1/cups-pdf.conf" /etc/cups/cups-pdf.conf && exec cupsd -f -c "$1/cupsd.conf" -s "$1/cups-files.conf"'


def is_available():
    """The back end that writes PDF files runs as root only, and wants a mount of its own."""
    return (shutil.which("cupsd") is not None and os.path.exists(PPD) and os.geteuid() == 0 and
            subprocess.run(["unshare", "-m", "true"], stderr=subprocess.DEVNULL, check=False).returncode == 0)


def find_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class PrivateCups:
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="vouch-cups-")
        self.port = find_port()
        os.chmod(self.folder, 0o755)
        for name in ("root/ppd", "spool/tmp", "cache", "state", "out", "pdf-spool"):
            os.makedirs(os.path.join(self.folder, name))
        self.write("cupsd.conf", CONFIGURATION)
        self.write("cups-files.conf", FILES)
        self.write("cups-pdf.conf", PDF)
        self.process = subprocess.Popen(
            ["unshare", "-m", "sh", "-c", START, "sh", self.folder], stdin=subprocess.DEVNULL)
        self.wait_until_it_answers()
        self.run("lpadmin", "-p", QUEUE, "-v", "cups-pdf:/", "-P", PPD, "-o", "printer-error-policy=stop-printer", "-E")

    @property
    def uri(self):
        return self.get_uri(QUEUE)

    def get_uri(self, queue):
        return f"cups://127.0.0.1:{self.port}/{queue}"

    def add_raw_queue(self, name, device):
        """A queue without a driver, which gives its printer what it is given."""
        self.run("lpadmin", "-p", name, "-v", device, "-o", "printer-error-policy=stop-printer", "-E")

    def write(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write(text.format(folder=self.folder, port=self.port, queue=QUEUE))

    def wait_until_it_answers(self):
        until = time.monotonic() + 30
        while time.monotonic() < until and self.process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=5).close()
                return
            except ConnectionRefusedError:
                time.sleep(0.05)
        raise RuntimeError("cupsd does not answer: " + self.read_log())

    def read_log(self):
        path = os.path.join(self.folder, "error.log")
        if not os.path.exists(path):
            return ""
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()

    def list_files(self):
        folder = os.path.join(self.folder, "out")
        return sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".pdf"))

    def run(self, program, *arguments):
        subprocess.run([program, "-h", f"127.0.0.1:{self.port}", *arguments], check=True, timeout=30)

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)
        shutil.rmtree(self.folder, ignore_errors=True)
