#!/bin/sh
# Run by the PostgreSQL image when its data are first made: our own roles and database beside Temporal's.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres --set password="$CITYPATH_DATABASE_PASSWORD" <<'SQL'
CREATE ROLE citypath LOGIN PASSWORD :'password';
CREATE ROLE citypath_reader NOLOGIN;
GRANT citypath_reader TO citypath;
CREATE DATABASE citypath OWNER citypath;
SQL
