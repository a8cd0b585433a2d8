#!/usr/bin/env bash
# An administrator's first day with the packages: a bare Debian, no Java, install, work, upgrade, remove.
# trial.sh [--quick]; build.sh must have run. Pictures and logs: target/trial. As root, since it makes a Debian of its own.
set -euo pipefail
HERE=$(cd "$(dirname "$0")" && pwd)
OUT=${OUT:-$HERE/target}
WORK=$OUT/trial BARE=$OUT/trial/bare
for each in debian screen backend person; do . "$HERE/lib/$each.sh"; done
need debootstrap=debootstrap Xvfb=xvfb xdotool=xdotool import=imagemagick curl=curl script=bsdutils dpkg-deb=dpkg

say() { printf '%4ds  %s\n' "$SECONDS" "$1"; }
fail() { say "FAILED: $1"; exit 1; }

clean_up() {
  for each in "${PROGRAM_PID:-}" "${BACKEND_PID:-}" "${SCREEN_PID:-}"; do [[ -z $each ]] || kill "$each" 2>/dev/null || true; done
  sleep 1
  for each in /opt /tmp/.X11-unix /proc /dev ""; do umount -l "$BARE$each" 2>/dev/null || true; done
}
trap clean_up EXIT

# --- a bare Debian ---------------------------------------------------------------------------------------------------

bare_debian() {
  rm -rf --one-file-system "$WORK"; mkdir -p "$WORK"
  # Wherever this machine has its own packages from.
  local mirror
  mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -m1 -i debian)
  debootstrap --variant=minbase "$(. /etc/os-release && echo "$VERSION_CODENAME")" "$BARE" "$mirror" >"$WORK/debootstrap.log" 2>&1
  mkdir -p "$BARE/tmp/.X11-unix"
  # A root folder that is no mount would be a machine without disks to Java.
  mount --bind "$BARE" "$BARE"
  mount -t proc none "$BARE/proc"
  mount --bind /dev "$BARE/dev"
  mount --bind /tmp/.X11-unix "$BARE/tmp/.X11-unix"
  inside apt-get update -qq
  chroot "$BARE" useradd -m kayttaja
  [[ ! -e $BARE/usr/bin/java ]] || fail "a bare Debian has Java"
  say "a bare Debian stands"
}

inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$BARE" "$@"; }

install_packages() { # install_packages FOLDER
  cp "$1"/vastine_*.deb "$1"/vastine-backend_*.deb "$BARE/srv/"
  inside sh -c 'apt-get install -y -qq --no-install-recommends --allow-downgrades /srv/*.deb' >>"$WORK/apt.log" 2>&1
  rm "$BARE/srv"/*.deb
}

# The same content with the next version's number: what an upgrade does to files, services and data is seen all the same.
next_version() {
  local name root=$WORK/next
  mkdir -p "$root"
  for name in vastine vastine-backend; do
    cp -al "$OUT/roots/$name" "$root/$name"
    rm "$root/$name/DEBIAN/control"
    sed 's/^Version: .*/&.1/' "$OUT/roots/$name/DEBIAN/control" >"$root/$name/DEBIAN/control"
    dpkg-deb --root-owner-group -Zgzip -z1 --build "$root/$name" "$root/${name}_next.deb" >/dev/null
  done
}

# --- what is tried ---------------------------------------------------------------------------------------------------

backend_by_hand() {
  BACKEND_LOG=$WORK/backend.log
  : >"$BACKEND_LOG"
  # There is no systemd in a chroot, so the service's user starts it by hand, with the settings of the package.
  BACKEND=(env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin "VASTINE_PORT=$BACKEND_PORT" VASTINE_ADMIN_USER=paula VASTINE_ADMIN_NAME=Paula
    VASTINE_ADMIN_PASSWORD=salainen-sana-1 VASTINE_CONFIG=/etc/vastine-backend/backend.properties
    chroot "--userspec=vastine-backend:vastine-backend" "$BARE" /usr/bin/vastine-backend
    --config /etc/vastine-backend/backend.properties)
  mkdir -p "$BARE/var/tmp/county"; cp "$HERE"/county/*.csv "$BARE/var/tmp/county"
  county /var/tmp/county
}

# -XX:AOTMode=on: Java does not start at all where the cache does not fit.
program() {
  begin env -i DISPLAY="$DISPLAY" HOME=/home/kayttaja PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "JAVA_TOOL_OPTIONS=${1:--XX:AOTMode=on}" "${@:2}" \
    chroot --userspec=kayttaja:kayttaja "$BARE" /usr/bin/vastine
}

bare_debian
next_version &
NEXT_PID=$!
install_packages "$OUT"
say "installed: $(inside du -sm /opt/vastine | cut -f1) MB of program, $(inside dpkg-query -W | wc -l) packages in all"
grep -q vastine "$BARE/usr/share/applications/vastine.desktop" || fail "no entry in the menu"

PROGRAM_LOG=$WORK/program.log PICTURES=$WORK
backend_by_hand
say "a backend with a ward and eight pieces of feedback"

screen_on 96 1440x900 "$WORK/screen"
program
picture "$WORK/01-started.png"
sign_in
picture "$WORK/02-inbox.png"
open_case
write_reply
picture "$WORK/03-reply.png"
asked /v1/changes 1 || fail "the inbox was not fetched"
say "signed in, a case opened, a reply begun; the cache of start-up is in use"
end

wait "$NEXT_PID"
serve_end
data_before=$(inside sh -c 'cd /home/kayttaja/.local/share/vastine && find . -type f | wc -l')
install_packages "$WORK/next"
inside dpkg-query -W -f '${Version}\n' vastine | grep -q '\.1$' || fail "not upgraded"
serve_begin
program
come_back
picture "$WORK/04-after-upgrade.png"
open_case
picture "$WORK/05-draft-kept.png"
say "upgraded: $data_before files of a person's data before, her inbox and her backend as they were"
end

if [[ ${1:-} != --quick ]]; then
  for each in "with the cache|-XX:AOTMode=auto" "without it|-XX:AOTMode=off"; do
    for run in 1 2 3; do
      started=$(date +%s%N)
      program "${each#*|}" >/dev/null 2>&1
      # Two seconds of it are the wait that shows that the picture stands.
      say "start to the picture that stands, ${each%|*}, run $run: $((($(date +%s%N) - started) / 1000000 - 2000)) ms"
      end
    done
  done
  screen_off
  screen_on 95 3840x2160 "$WORK/screen-4k"
  program -XX:AOTMode=auto GDK_SCALE=2; picture "$WORK/06-4k-at-200.png"; end
  screen_off
  screen_on 94 1024x768 "$WORK/screen-small"
  program; come_back; picture "$WORK/07-1024x768.png"; end
  screen_off
  screen_on 93 1440x900 "$WORK/screen-read-only"
  mv "$BARE/home/kayttaja/.local/share/vastine" "$BARE/home/kayttaja/kept"
  chmod 555 "$BARE/home/kayttaja/.local/share"
  program; picture "$WORK/08-read-only.png"; end
  chmod 755 "$BARE/home/kayttaja/.local/share"
  mv "$BARE/home/kayttaja/kept" "$BARE/home/kayttaja/.local/share/vastine"
  serve_end
  say "4K, 1024 x 768 and a folder that cannot be written: see the pictures"
  # No room: the package manager says so, and goes on once there is.
  inside apt-get purge -y -qq vastine >>"$WORK/apt.log" 2>&1
  mount -t tmpfs -o size=60m none "$BARE/opt"
  ! install_packages "$OUT" || fail "installed where there is no room"
  umount "$BARE/opt"
  install_packages "$OUT"
  say "a full disk stops installing, and it goes on once there is room"
else
  serve_end
fi

inside apt-get purge -y -qq vastine vastine-backend >"$WORK/removed.log" 2>&1
[[ ! -e $BARE/opt/vastine && ! -e $BARE/usr/bin/vastine && ! -e $BARE/etc/vastine-backend ]] || fail "something is left of the packages"
[[ -d $BARE/home/kayttaja/.local/share/vastine/people && -d $BARE/var/lib/vastine-backend/county ]] || fail "data was deleted"
grep -q '.local/share/vastine' "$WORK/removed.log" || fail "it is not said where the data is"
say "removed; what people wrote is kept, and it was said where"
rm -rf "$WORK/next"
say "done; pictures in $WORK"
