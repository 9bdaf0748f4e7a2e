"""Runs a program beside a real PostgreSQL server of its own; VOUCH_LOOKUP_DATABASE names an empty database there."""

import os
import subprocess
import sys

import postgres_server

server = postgres_server.Server()
os.environ["VOUCH_LOOKUP_DATABASE"] = server.make_database()
sys.exit(subprocess.run(sys.argv[1:]).returncode)
