# Sourced by tests/run and tests/bench: installs and starts the servers that tests need, on ports and in a folder of
# their own, and stops them again. Nothing of an installation that is already on the machine is touched.

# A heading, and how many seconds it has been until there.
say() { printf '\n== %s (after %d s)\n' "$*" "$SECONDS"; }

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

# install PACKAGE...: those of the Debian packages that are missing, without starting what they bring.
install_packages() {
  local missing=()
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return
  say "Installing ${missing[*]}"
  if [ ! -e $policy ]; then
    own_policy=1
    printf '#!/bin/sh\nexit 101\n' | as_root tee $policy >/dev/null
    as_root chmod 755 $policy
  fi
  # Nobody is there to answer questions, and another installation may be under way.
  local quietly=(env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 apt-get -qq -o DPkg::Lock::Timeout=300)
  as_root "${quietly[@]}" update </dev/null >"$work/apt.log" 2>&1 || true
  as_root "${quietly[@]}" install -y --no-install-recommends --no-remove -o Dpkg::Options::=--force-confdef \
    -o Dpkg::Options::=--force-confold "${missing[@]}" </dev/null >>"$work/apt.log" 2>&1 \
    || { tail -20 "$work/apt.log"; echo "could not install ${missing[*]}"; exit 1; }
  remove_policy
}

# While packages are installed, nothing of theirs is started; afterwards everything is as it was.
policy=/usr/sbin/policy-rc.d own_policy=
remove_policy() {
  [ -z "$own_policy" ] || as_root rm -f $policy
  own_policy=
}

free_port() {
  python3 - <<'P'
import socket
s = socket.socket()
s.bind(("127.0.0.1", 0))
print(s.getsockname()[1])
P
}

# as_user USER COMMAND...: servers refuse to run as root.
as_user() {
  local user=$1
  shift
  if [ "$(id -u)" = 0 ]; then runuser -u "$user" -- "$@"; else "$@"; fi
}

# start_postgres SETTING...: with these settings besides, as name=value.
start_postgres() {
  local port
  postgres_bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
  port=$(free_port)
  mkdir -p "$work/postgres"
  [ "$(id -u)" != 0 ] || chown postgres "$work/postgres"
  # Before it is started: an interruption may come at any time.
  stop_postgres() { as_user postgres "$postgres_bin/pg_ctl" -D "$work/postgres/data" -m immediate stop >/dev/null 2>&1 || true; }
  as_user postgres "$postgres_bin/initdb" -D "$work/postgres/data" -A trust -U postgres --no-sync \
    --locale=C.UTF-8 --encoding=UTF8 >"$work/postgres.log" 2>&1 || { cat "$work/postgres.log"; exit 1; }
  as_user postgres "$postgres_bin/pg_ctl" -D "$work/postgres/data" -w -t 60 -l "$work/postgres/server.log" \
    -o "-p $port -k $work/postgres -c listen_addresses=127.0.0.1 -c max_connections=600 -c tcp_keepalives_idle=10 ${*/#/-c }" \
    start >>"$work/postgres.log" 2>&1 || { cat "$work/postgres/server.log"; exit 1; }
  export MOTEPLASS_TEST_POSTGRES=postgres://postgres@127.0.0.1:$port/postgres
}

# RabbitMQ with a node name, ports, epmd and folders of its own. `rabbit.sh start|stop|restart|ctl ...` is also what
# the tests call to take the broker away under load.
start_rabbitmq() {
  local port dist epmd
  port=$(free_port) dist=$(free_port) epmd=$(free_port)
  mkdir -p "$work/rabbitmq"
  printf '[].\n' >"$work/rabbitmq/plugins"
  printf 'listeners.tcp.default = 127.0.0.1:%s\nloopback_users = none\n' "$port" >"$work/rabbitmq/rabbitmq.conf"
  cat >"$work/rabbit.sh" <<R
#!/usr/bin/env bash
set -eu
export HOME=$work/rabbitmq RABBITMQ_NODENAME=moteplass-$port@localhost RABBITMQ_DIST_PORT=$dist ERL_EPMD_PORT=$epmd
export RABBITMQ_MNESIA_BASE=$work/rabbitmq/data RABBITMQ_LOG_BASE=$work/rabbitmq/log RABBITMQ_CONFIG_FILE=$work/rabbitmq/rabbitmq
export RABBITMQ_ENABLED_PLUGINS_FILE=$work/rabbitmq/plugins ERL_EPMD_ADDRESS=127.0.0.1
export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1}"
export RABBITMQ_PID_FILE=$work/rabbitmq/pid LANG=C.UTF-8
bin=/usr/lib/rabbitmq/bin
cd $work/rabbitmq
case \$1 in
  start)
    # Each queue keeps three files open, and every test has queues of its own. Without files left it takes no connections.
    ulimit -Sn 20000 2>/dev/null || ulimit -Sn "\$(ulimit -Hn)"
    setsid \$bin/rabbitmq-server >>$work/rabbitmq/console.log 2>&1 </dev/null &
    for _ in \$(seq 120); do
      \$bin/rabbitmqctl -q await_startup --timeout 10 >/dev/null 2>&1 && (exec 3<>/dev/tcp/127.0.0.1/$port) 2>/dev/null && exit 0
      sleep 0.5
    done
    cat $work/rabbitmq/console.log; exit 1 ;;
  # One that has hardly begun to start hears nothing yet.
  stop) timeout 60 \$bin/rabbitmqctl -q stop $work/rabbitmq/pid >/dev/null 2>&1 || \$0 kill ;;
  kill) kill -9 \$(cat $work/rabbitmq/pid) 2>/dev/null || true ;;
  restart) \$0 stop; \$0 start ;;
  epmd) epmd -port $epmd -kill >/dev/null 2>&1 || true ;;
  ctl) shift; exec \$bin/rabbitmqctl "\$@" ;;
esac
R
  chmod 755 "$work/rabbit.sh"
  [ "$(id -u)" != 0 ] || chown -R rabbitmq "$work/rabbitmq"
  stop_rabbitmq() {
    as_user rabbitmq "$work/rabbit.sh" stop
    as_user rabbitmq "$work/rabbit.sh" epmd
  }
  as_user rabbitmq "$work/rabbit.sh" start
  export MOTEPLASS_TEST_AMQP=amqp://guest:guest@127.0.0.1:$port/%2f
  if [ "$(id -u)" = 0 ]; then
    export MOTEPLASS_TEST_AMQP_RESTART="runuser -u rabbitmq -- $work/rabbit.sh restart"
    export MOTEPLASS_TEST_RABBITMQCTL="runuser -u rabbitmq -- $work/rabbit.sh ctl"
  else
    export MOTEPLASS_TEST_AMQP_RESTART="$work/rabbit.sh restart" MOTEPLASS_TEST_RABBITMQCTL="$work/rabbit.sh ctl"
  fi
}

stop_mail_servers() { :; }
stop_postgres() { :; }
stop_rabbitmq() { :; }

# Everything that was started stops when the script ends, however it ends: also when it is interrupted, and also when
# somebody is impatient and interrupts it once more.
clean_up() {
  trap '' INT TERM HUP
  set +e
  # What still runs would go on without servers.
  kill $(ps -o pid= --ppid $$) 2>/dev/null
  remove_policy
  stop_mail_servers
  stop_rabbitmq
  stop_postgres
  rm -rf "$work"
}

make_work_folder() {
  work=$(mktemp -d "${TMPDIR:-/tmp}/moteplass-tests.XXXXXX")
  chmod 755 "$work"
  # What tests leave behind goes with it.
  export TMPDIR=$work
  # A trap for a signal would wait for the command that runs; this one does not.
  trap clean_up EXIT
}
