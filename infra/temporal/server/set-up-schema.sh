#!/bin/sh
# Makes or updates Temporal's two databases. Running it again changes nothing.
set -eu
tool="temporal-sql-tool --plugin postgres12 --ep $POSTGRES_SEEDS -u $POSTGRES_USER -p $DB_PORT"
schemas=/etc/temporal/schema/postgresql/v12
set_up() {
  $tool --db "$1" create || true
  $tool --db "$1" setup-schema -v 0.0 || true
  $tool --db "$1" update-schema -d "$schemas/$2/versioned"
}
set_up temporal temporal
set_up temporal_visibility visibility
