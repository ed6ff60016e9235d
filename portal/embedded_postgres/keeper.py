"""The process beside the server: makes the cluster, runs the server, stops it after the last user.

It waits for the exclusive lock on the file that every user holds shared, so that the server ends
with the last of them however that one ended, kill -9 included. If the server dies while somebody
uses it, the keeper starts it again; if the keeper dies, the kernel stops the server.
"""

import fcntl
import subprocess
import sys
import threading
import time
from contextlib import suppress

from .cluster import Cluster, ClusterError
from .founding import found
from .programs import FAST_SHUTDOWN, Programs

QUICK_DEATHS = 5


class Keeper:
    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self.programs = Programs(cluster)
        self.server: subprocess.Popen | None = None
        self.unused = threading.Event()

    def keep(self) -> None:
        """Run the server until nobody uses it any more."""
        self.cluster.make_socket_folder()
        found(self.cluster, self.programs)
        threading.Thread(target=self.wait_until_unused, daemon=True).start()
        self.run_server()
        with suppress(OSError):  # not empty where it holds a copy of the programs
            self.cluster.sockets.rmdir()

    def wait_until_unused(self) -> None:
        with self.cluster.open(self.cluster.users_lock) as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.unused.set()
            if self.server:
                self.server.send_signal(FAST_SHUTDOWN)
            threading.Event().wait()

    def run_server(self) -> None:
        deaths = 0
        while not self.unused.is_set() and deaths < QUICK_DEATHS:
            started = time.monotonic()
            self.server = self.programs.start("postgres", *self.options(), folder=self.cluster.data)
            if self.unused.is_set():
                self.server.send_signal(FAST_SHUTDOWN)
            self.server.wait()
            deaths = deaths + 1 if time.monotonic() - started < 1 else 0
            time.sleep(0 if self.unused.is_set() else deaths * 0.2)
        if not self.unused.is_set():
            raise ClusterError("The database server does not stay up.")

    def options(self) -> list[str]:
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.cluster.sockets),
            "unix_socket_permissions": "0700",
            "max_connections": "80",
            "timezone": "UTC",
            "logging_collector": "off",
        }
        if not self.cluster.durable:
            settings |= dict.fromkeys(("fsync", "synchronous_commit", "full_page_writes"), "off")
        return [f"--{name}={value}" for name, value in settings.items()]


def main(folder: str, durable: str) -> None:
    cluster = Cluster.at(folder, durable=durable == "durable")
    with cluster.open(cluster.keeper_lock) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        try:
            Keeper(cluster).keep()
        except (ClusterError, OSError) as problem:
            sys.exit(str(problem))


if __name__ == "__main__":
    main(*sys.argv[1:])
