#!/bin/sh
# The environment of the official mariadb image, as far as drills use it.
set -eu
data=/var/lib/mysql
password=${MARIADB_ROOT_PASSWORD:-${MYSQL_ROOT_PASSWORD:-}}
database=${MARIADB_DATABASE:-${MYSQL_DATABASE:-}}
mkdir -p $data /run/mysqld
chown -R 999:999 $data /run/mysqld
case "${1:-}" in mariadbd | mysqld) shift ;; esac
if [ ! -d $data/mysql ]; then
  [ -n "$password" ] || {
    echo 'MARIADB_ROOT_PASSWORD is not set' >&2
    exit 1
  }
  mariadb-install-db --user=mysql --datadir=$data --skip-test-db --auth-root-authentication-method=normal >/dev/null
  {
    echo "ALTER USER 'root'@'localhost' IDENTIFIED BY '$password';"
    echo "CREATE USER 'root'@'%' IDENTIFIED BY '$password';"
    echo "GRANT ALL ON *.* TO 'root'@'%' WITH GRANT OPTION;"
    echo "DELETE FROM mysql.global_priv WHERE User='root' AND Host NOT IN ('localhost','%');"
    echo "FLUSH PRIVILEGES;"
    [ -z "$database" ] || echo "CREATE DATABASE \`$database\`;"
  } >/run/mysqld/init.sql
  set -- "$@" --init-file=/run/mysqld/init.sql
fi
exec mariadbd --user=mysql "$@"
