#!/bin/sh
# Bản nền: the whole server as it stands, while everybody works. With the WAL kept since then, any
# minute after it can be had back (restore-to-minute.sh). PGHOST, PGUSER as for psql; once a week.
#   BASES=/var/backups/cong-so/nen ./base-backup.sh
set -eu
: "${BASES:=/var/backups/cong-so/nen}"
new="$BASES/$(date +%Y%m%d-%H%M%S)"
umask 077
mkdir -p "$BASES"
pg_basebackup --pgdata="$new.part" --checkpoint=fast --wal-method=fetch --no-password
mv "$new.part" "$new"
echo "$new"
