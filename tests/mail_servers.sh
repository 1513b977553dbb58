# Sourced by tests/run, after tests/servers.sh: starts Postfix and Dovecot as Debian has them, on ports and in a folder of their
# own, and stops them again. What of an installation is already on the machine is neither read nor touched.
#
# Postfix takes letters on $MOTEPLASS_TEST_SMTP and brings those to
#   kommune.example.no and bylivsenteret.example.no   to Dovecot, which keeps them for IMAP on $MOTEPLASS_TEST_IMAP;
#   distriktssenteret.example.no                      to the program, over LMTP on $MOTEPLASS_TEST_LMTP.
# Everybody's password is "hemmeleg". Tokens are those that are signed with the key in $MOTEPLASS_TEST_TOKEN_KEY.

start_mail_servers() {
  local folder=$work/mail delivery
  export MOTEPLASS_TEST_SMTP MOTEPLASS_TEST_IMAP MOTEPLASS_TEST_LMTP MOTEPLASS_TEST_TOKEN_KEY
  MOTEPLASS_TEST_SMTP=$(free_port) MOTEPLASS_TEST_IMAP=$(free_port) MOTEPLASS_TEST_LMTP=$(free_port) delivery=$(free_port)
  MOTEPLASS_TEST_TOKEN_KEY=$folder/token.key
  mkdir -p "$folder"
  stop_mail_servers() {
    as_root postfix -c "$work/mail/postfix" stop >/dev/null 2>&1 || true
    as_root doveadm -c "$work/mail/dovecot.conf" stop >/dev/null 2>&1 || true
    # They ask their processes to end, and do not wait for them.
    for _ in $(seq 50); do
      as_root test -e "$work/mail/dovecot-run/master.pid" || break
      sleep 0.1
    done
    as_root rm -rf "$work/mail"
  }
  write_dovecot "$folder" "$delivery"
  write_postfix "$folder" "$delivery"
  as_root dovecot -c "$folder/dovecot.conf" >"$folder/start.log" 2>&1 \
    && as_root postfix -c "$folder/postfix" start >>"$folder/start.log" 2>&1 \
    || { cat "$folder/start.log"; echo "Postfix or Dovecot did not start"; exit 1; }
  local port
  for port in "$MOTEPLASS_TEST_SMTP" "$MOTEPLASS_TEST_IMAP" "$delivery"; do
    for _ in $(seq 100); do
      (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && continue 2
      sleep 0.1
    done
    cat "$folder"/*.log
    echo "nobody listens on port $port"
    exit 1
  done
}

write_dovecot() {
  local folder=$1 delivery=$2
  mkdir -p "$folder/keys/default/HS256"
  # What is known to both who issues tokens and who looks at them.
  head -c 32 /dev/urandom | base64 -w0 >"$MOTEPLASS_TEST_TOKEN_KEY"
  cp "$MOTEPLASS_TEST_TOKEN_KEY" "$folder/keys/default/HS256/default"
  cat >"$folder/oauth2.conf" <<C
introspection_mode = local
local_validation_key_dict = fs:posix:prefix=$folder/keys/
username_attribute = email
C
  cat >"$folder/dovecot.conf" <<C
base_dir = $folder/dovecot-run
state_dir = $folder/dovecot-state
log_path = $folder/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2
mail_location = maildir:$folder/boxes/%d/%n
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
first_valid_gid = 1
lda_mailbox_autocreate = yes
passdb {
  driver = oauth2
  mechanisms = xoauth2
  args = $folder/oauth2.conf
}
passdb {
  driver = static
  mechanisms = plain login
  args = password=hemmeleg
}
userdb {
  driver = static
  args = uid=mail gid=mail home=$folder/boxes/%d/%n allow_all_users=yes
}
service imap-login {
  inet_listener imap {
    port = $MOTEPLASS_TEST_IMAP
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    port = $delivery
  }
}
C
  mkdir -p "$folder/boxes"
  chmod 755 "$folder" "$folder/keys" "$folder/keys/default" "$folder/keys/default/HS256"
  as_root chown mail:mail "$folder/boxes"
}

write_postfix() {
  local folder=$1 delivery=$2
  mkdir -p "$folder/postfix" "$folder/queue" "$folder/postfix-data"
  cat >"$folder/postfix/main.cf" <<C
compatibility_level = 3.6
queue_directory = $folder/queue
data_directory = $folder/postfix-data
maillog_file = $folder/postfix.log
maillog_file_prefixes = $folder
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.distriktssenteret.example.no
mydestination =
mynetworks = 127.0.0.0/8
smtputf8_enable = yes
relay_domains = kommune.example.no, bylivsenteret.example.no, distriktssenteret.example.no
transport_maps = inline:{
  { kommune.example.no = lmtp:inet:127.0.0.1:$delivery },
  { bylivsenteret.example.no = lmtp:inet:127.0.0.1:$delivery },
  { distriktssenteret.example.no = lmtp:inet:127.0.0.1:$MOTEPLASS_TEST_LMTP } }
default_transport = error:nobody sends into the world from here
smtpd_relay_restrictions = permit_mynetworks, reject
# In the place of what OpenDMARC writes, which would ask the DNS.
smtpd_sender_restrictions = check_sender_access inline:{
  { kommune.example.no = PREPEND Authentication-Results: mx.distriktssenteret.example.no; dmarc=pass header.from=kommune.example.no } }
minimal_backoff_time = 2s
maximal_backoff_time = 4s
queue_run_delay = 2s
C
  cat >"$folder/postfix/master.cf" <<C
127.0.0.1:$MOTEPLASS_TEST_SMTP inet n - n - - smtpd
pickup    unix  n - n 60 1 pickup
cleanup   unix  n - n - 0 cleanup
qmgr      unix  n - n 300 1 qmgr
tlsmgr    unix  - - n 1000? 1 tlsmgr
rewrite   unix  - - n - - trivial-rewrite
bounce    unix  - - n - 0 bounce
defer     unix  - - n - 0 bounce
trace     unix  - - n - 0 bounce
verify    unix  - - n - 1 verify
flush     unix  n - n 1000? 0 flush
proxymap  unix  - - n - - proxymap
smtp      unix  - - n - - smtp
relay     unix  - - n - - smtp
lmtp      unix  - - n - - lmtp
error     unix  - - n - - error
retry     unix  - - n - - error
discard   unix  - - n - - discard
anvil     unix  - - n - 1 anvil
scache    unix  - - n - 1 scache
postlog   unix-dgram n - n - 1 postlogd
C
  as_root chown -R root:root "$folder/postfix" "$folder/queue"
  as_root chown postfix "$folder/postfix-data"
}
