"""Making a cluster: roles, extensions, the database, and who may connect."""

import os
import shutil
from pathlib import Path

from .cluster import (
    BUILTIN_LOCALE_SINCE,
    DATABASE,
    EXTENSIONS,
    OWNER,
    RUN_TIME,
    SUPERUSER,
    Cluster,
    ClusterError,
)
from .programs import Programs


def found(cluster: Cluster, programs: Programs) -> None:
    """Make the cluster unless it stands; refuse one that other binaries made."""
    made_by, ours = cluster.made_by(), programs.version
    if made_by is None:
        create(cluster, programs)
    elif made_by != ours:
        raise ClusterError(
            f"{cluster.data} was made by PostgreSQL {made_by}, the binaries are {ours}: "
            "choose another PORTAL_VAR or EMBEDDED_PG_BIN."
        )
    write_access_rules(cluster)


def create(cluster: Cluster, programs: Programs) -> None:
    """Made beside its final place and renamed at the end: there is no half a cluster."""
    new = cluster.folder / "data.new"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(mode=0o700)
    os.chown(new, cluster.account.uid, cluster.account.gid)
    programs.run("initdb", *initdb_options(cluster, programs.version), folder=new)
    fill(new, programs)
    new.rename(cluster.data)


def initdb_options(cluster: Cluster, version: int) -> list[str]:
    options = ["-U", SUPERUSER, "--encoding=UTF8", "--auth=peer"]
    options.append("--data-checksums" if cluster.durable else "--no-sync")
    if version >= BUILTIN_LOCALE_SINCE:
        return [*options, "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    return [*options, "--locale=C.UTF-8"]


def fill(folder: Path, programs: Programs) -> None:
    """Through single-user mode: nobody can connect yet."""
    tell(folder, programs, "template1", [f"CREATE EXTENSION {name};" for name in EXTENSIONS])
    roles = [
        f"CREATE ROLE {RUN_TIME} LOGIN;",
        f"CREATE ROLE {OWNER} LOGIN CREATEDB IN ROLE {RUN_TIME};",
        f"CREATE DATABASE {DATABASE} OWNER {OWNER};",
    ]
    tell(folder, programs, "postgres", roles)


def tell(folder: Path, programs: Programs, database: str, statements: list[str]) -> None:
    options = ["--single", "-c", "exit_on_error=on", database]
    programs.run("postgres", *options, folder=folder, text="\n".join([*statements, ""]))


def write_access_rules(cluster: Cluster) -> None:
    """Only the folder's owner and root may connect, as the three roles that exist."""
    names = sorted({"root", cluster.account.name} - {"nobody"})
    rows = [f"portal {name} {role}\n" for name in names for role in (SUPERUSER, OWNER, RUN_TIME)]
    write(cluster, "pg_hba.conf", "local all all peer map=portal\n")
    write(cluster, "pg_ident.conf", "".join(rows))


def write(cluster: Cluster, name: str, text: str) -> None:
    path = cluster.data / name
    path.write_text(text)
    path.chmod(0o600)
    os.chown(path, cluster.account.uid, cluster.account.gid)
