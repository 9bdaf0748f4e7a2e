#!/bin/sh
# Runs a command on a desktop of its own: display, window manager, session bus, and the bus of assistive technology, which
# is found through the runtime directory. So several may run beside each other, and none takes another's focus.
#
# usage: desktop.sh COMMAND [ARGUMENT…]
set -eu
XDG_RUNTIME_DIR=$(mktemp -d "${TMPDIR:-/tmp}/vouch-desktop-XXXXXX")
export XDG_RUNTIME_DIR GSK_RENDERER=cairo NO_AT_BRIDGE=0
trap 'rm -rf "$XDG_RUNTIME_DIR"' EXIT
trap 'exit 143' INT TERM
dbus-run-session -- xvfb-run -a -s "-screen 0 1366x768x24 -noreset" \
  sh -c 'openbox & manager=$!; "$@" && status=0 || status=$?; kill "$manager"; exit "$status"' sh "$@"
