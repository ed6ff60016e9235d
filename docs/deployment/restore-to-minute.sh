#!/bin/sh
# Về đúng một phút: lays a base backup where a server will stand and tells it how far to read the WAL.
#   OWNER=postgres ./restore-to-minute.sh BASE WAL '2026-11-22 14:35:00+07' DATA
# The last base before that minute; DATA must not be there yet. Nothing of the old server is touched.
set -eu
base=$1 wal=$2 minute=$3 data=$4
[ -f "$base/backup_label" ] || { echo "Không phải bản nền: $base" >&2; exit 1; }
[ ! -e "$data" ] || { echo "Đã có: $data" >&2; exit 1; }
case "$minute$wal" in *\'*) echo "Không dùng dấu nháy đơn" >&2; exit 1 ;; esac
umask 077
cp -a "$base" "$data"
cat >> "$data/postgresql.auto.conf" <<END
restore_command = 'cp "$wal/%f" "%p"'
recovery_target_time = '$minute'
recovery_target_action = 'promote'
archive_mode = off
hot_standby = off
END
touch "$data/recovery.signal"
[ -z "${OWNER:-}" ] || chown -R "$OWNER" "$data"
echo "$data"
