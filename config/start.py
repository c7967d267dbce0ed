"""`make run`: the portal on this machine, and beside it what is due; both end together."""

import os
import socket
import subprocess
import sys

from config.settings import BASE_DIR, PORT

WELCOME = f"""
  The portal     http://127.0.0.1:{PORT}/
  Its mails      http://127.0.0.1:{PORT}/dev/mails/

  Demo log-ins, password: socdarbs
    specialists@demo.test      learns
    vaditajs@demo.test         manages an office
    redaktors@demo.test        edits content
    moderators@demo.test       publishes content
    apstiprinatajs@demo.test   decides about certificates
    ministrija@demo.test       sees totals
    admins@demo.test           administers

  Ctrl-C ends it.
"""
SERVE = (
    *(sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws"),
    *("--host", "127.0.0.1", "--port", str(PORT), "--workers", "1", "--blocking-threads", "4"),
    *("--log-level", "warning", "config.wsgi:application"),
)


def is_taken(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def main():
    if is_taken(PORT):
        sys.exit(f"Port {PORT} is taken: end what uses it, or choose another one: make run PORT={PORT + 1}")
    os.chdir(BASE_DIR)
    due = [sys.executable, "manage.py", "run_due", "--every", "60", "--beside", str(os.getpid())]
    subprocess.Popen(due, stdout=subprocess.DEVNULL, start_new_session=True)  # Ctrl-C is for the server
    sys.stdout.write(WELCOME)
    sys.stdout.flush()
    os.execv(sys.executable, SERVE)  # noqa: S606 - the server takes this process's place


if __name__ == "__main__":
    main()
