"""A real PostgreSQL server in a temporary folder, on a Unix socket there; nothing of the machine's own is used."""

import atexit
import glob
import itertools
import os
import pwd
import shutil
import subprocess
import tempfile

BINARIES = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1:]


class Server:
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="vouch-postgres-")
        self.data = os.path.join(self.folder, "data")
        self.names = itertools.count(1)
        # The server's programs refuse root.
        self.be_someone = []
        if os.getuid() == 0:
            nobody = pwd.getpwnam("nobody")
            os.chown(self.folder, nobody.pw_uid, nobody.pw_gid)
            self.be_someone = ["setpriv", "--reuid=nobody", "--regid=%d" % nobody.pw_gid, "--clear-groups"]
        self.run("initdb", "-D", self.data, "-U", "vouch", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        self.start()
        atexit.register(self.remove)

    def run(self, program, *arguments):
        path = os.path.join(BINARIES[0], program)
        done = subprocess.run(self.be_someone + [path, *arguments], stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, cwd=self.folder, timeout=60)
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout

    def start(self):
        self.run("pg_ctl", "-D", self.data, "-w", "-l", os.path.join(self.folder, "log"), "-o",
                 "-c listen_addresses='' -c unix_socket_directories='%s' -c fsync=on" % self.folder, "start")

    def stop(self):
        self.run("pg_ctl", "-D", self.data, "-w", "-m", "fast", "stop")

    def remove(self):
        self.run("pg_ctl", "-D", self.data, "-w", "-m", "immediate", "stop")
        shutil.rmtree(self.folder)

    def make_database(self):
        name = "lookup%d" % next(self.names)
        self.run("createdb", "-h", self.folder, "-U", "vouch", name)
        return "postgresql://vouch@/%s?host=%s" % (name, self.folder)

    def ask(self, url, sql):
        return self.run("psql", "-X", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1", "-c", sql, url).strip()

    def open_session(self, url):
        """A session that reads statements from its standard input."""
        path = os.path.join(BINARIES[0], "psql")
        return subprocess.Popen(self.be_someone + [path, "-X", "-q", "-t", "-A", url], stdin=subprocess.PIPE,
                                stdout=subprocess.PIPE, text=True, cwd=self.folder)
