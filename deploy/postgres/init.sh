#!/bin/sh
# What the image of PostgreSQL runs once, when its folder is still empty.
set -eu
exec psql -v ON_ERROR_STOP=1 -U "${POSTGRES_USER:-postgres}" -v secrets=/run/secrets -f /etc/moteplass/roles.sql
