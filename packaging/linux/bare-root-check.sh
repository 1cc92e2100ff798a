#!/usr/bin/env bash
# Does the program set itself up and pass its tests where there is nothing but Debian 12, python3 and ca-certificates?
#
#     packaging/linux/bare-root-check.sh FOLDER [new|test|run|window|shell] [arguments]
#
#   new     make the bare root in FOLDER with debootstrap (what is there is removed), clone this repository into it
#   test    python3 main.py test [arguments]; the default
#   run     python3 main.py [arguments]
#   window  python3 main.py under Xvfb for 20 s, a picture of the screen as FOLDER.png
#   shell   look around
#
# Needs root and debootstrap. The root gets a copy of this machine's own settings for apt, pip, names and certificates,
# so no address is written here; folders that those settings name are shown inside with BIND="/folder /other".
# AS=1000 runs it as an ordinary user, who may install nothing.
set -euo pipefail
folder=$(realpath -m "$1")
action=${2:-test}
shift $(($# > 1 ? 2 : 1))
source=$(realpath "$(dirname "$0")/../..")
inside=/home/limber

settings() { # this machine's way to its registries
  mkdir -p "$folder/etc/apt/apt.conf.d" "$folder/usr/local/share/ca-certificates" "$folder/root/.config"
  cp -L /etc/resolv.conf /etc/hosts "$folder/etc/"
  cp /etc/apt/apt.conf.d/99* "$folder/etc/apt/apt.conf.d/" 2>/dev/null || true
  cp /usr/local/share/ca-certificates/*.crt "$folder/usr/local/share/ca-certificates/" 2>/dev/null || true
  cp /etc/pip.conf "$folder/etc/" 2>/dev/null || true
  cp -r /root/.config/pip "$folder/root/.config/" 2>/dev/null || true
  chroot "$folder" update-ca-certificates >/dev/null
}

make_root() {
  rm -rf --one-file-system "$folder"
  debootstrap --variant=minbase --include=python3,ca-certificates bookworm "$folder"
  settings
}

clone() {
  rm -rf "$folder$inside"
  git clone --quiet "$source" "$folder$inside"
  [ -z "${AS:-}" ] || chown -R "$AS" "$folder$inside"
}

in_root() { # in a mount namespace of its own: nothing stays mounted afterwards
  local home=/root
  [ -z "${AS:-}" ] || home=/tmp
  export folder inside home AS="${AS:-}" BIND="${BIND:-}"
  unshare --mount --pid --fork bash -euc '
    mount --make-rprivate /
    for shared in /proc /dev /sys /tmp/.X11-unix $BIND; do
      [ -e "$shared" ] || continue
      mkdir -p "$folder$shared" && mount --rbind "$shared" "$folder$shared"
    done
    mount -t proc proc "$folder/proc"
    exec chroot ${AS:+--userspec="$AS:$AS"} "$folder" env -i HOME="$home" PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
      "${@:2}" bash -c "cd $inside && $1"
  ' in_root "$@" $(env | grep -E '^(PIP_|SSL_CERT_|REQUESTS_CA_BUNDLE=|DISPLAY=|CI=)' || true)
}

window() {
  local display camera
  exec 3<> <(:) # Xvfb takes a free display and says which
  Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 2>/dev/null &
  server=$! # seen by the trap, after this function
  trap 'kill "$server"' EXIT
  read -r display <&3
  (sleep 12 && import -display ":$display" -window root "$folder.png") &
  camera=$!
  DISPLAY=:$display in_root "timeout 20 python3 main.py --data-dir /tmp/limber-window" || [ $? -eq 124 ]
  wait "$camera"
  echo "picture: $folder.png"
}

case "$action" in
  new) make_root && clone && in_root "ls" ;;
  test) clone && in_root "time python3 main.py test $*" ;;
  run) in_root "time python3 main.py $*" ;;
  window) window ;;
  shell) in_root "exec bash" ;;
  *) echo "bare-root-check: unknown action $action" >&2 && exit 2 ;;
esac
