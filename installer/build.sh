#!/usr/bin/env bash
# Makes the packages for Linux out of what mvn -Pinstaller has built: see README.md. JAVA_HOME is a JDK 25.
set -euo pipefail
HERE=$(cd "$(dirname "$0")" && pwd)
TOP=$(dirname "$HERE")
OUT=${OUT:-$HERE/target}
for each in debian screen backend person; do . "$HERE/lib/$each.sh"; done
need Xvfb=xvfb xdotool=xdotool import=imagemagick curl=curl unzip=unzip zip=zip script=bsdutils rpmbuild=rpm dpkg-deb=dpkg
ldconfig -p | grep -q libgtk-3.so.0 || need no-gtk=libgtk-3-0
ldconfig -p | grep -q libXtst.so.6 || need no-xtst=libxtst6

VERSION=${VERSION:-$(sed -n 's:.*<version>\(.*\)-SNAPSHOT</version>.*:\1:p' "$TOP/pom.xml" | head -1)}
# The day of the commit, so that two builds of it say the same.
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$TOP" log -1 --format=%ct)}
same_day() { find "$@" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +; }

runtime() { # runtime MODULES FOLDER
  "$JAVA_HOME/bin/jlink" --add-modules "$1" --include-locales=en,fi,sv --strip-debug --no-header-files --no-man-pages \
    --compress zip-6 --output "$2"
}

# --- the backend -----------------------------------------------------------------------------------------------------

backend_image() {
  local to=$OUT/backend/vastine-backend
  mkdir -p "$to/lib"
  cp "$TOP"/server-stub/target/libraries/*.jar "$TOP"/server-stub/target/vastine-backend-*.jar "$to/lib"
  runtime java.base,java.desktop,java.instrument,java.logging,java.management,java.naming,java.rmi,java.security.jgss,java.security.sasl,java.sql,java.xml,jdk.crypto.ec,jdk.localedata,jdk.unsupported "$to/runtime"
  install -D -m 755 "$HERE/linux/vastine-backend.sh" "$to/bin/vastine-backend"
  notice "$TOP/server-stub/target/bom.json" "$to"
}

# --- the program -----------------------------------------------------------------------------------------------------

image() {
  local input=$OUT/input options=() line
  mkdir -p "$input"
  # JavaFX's jars without a system in their names are empty.
  cp "$TOP"/app/desktop/target/libraries/*.jar "$TOP"/app/desktop/target/vastine-desktop-*.jar "$input"
  rm -f "$input"/javafx-*[0-9].jar
  # JavaFX finds its libraries beside its jar; otherwise it would unpack them into each user's home.
  unzip -qoj "$input"/javafx-graphics-*.jar '*.so' -d "$input"
  # HSQLDB's manifest seals its packages to this place, and Java does not start from a cache of sealed packages in another one.
  zip -qd "$input"/hsqldb-*.jar META-INF/MANIFEST.MF
  runtime java.base,java.desktop,java.logging,java.management,java.naming,java.sql,java.xml,jdk.crypto.ec,jdk.localedata,jdk.net,jdk.security.auth,jdk.unsupported "$OUT/runtime"
  while read -r line; do options+=(--java-options "$line"); done < <(grep -v '^#' "$TOP/app/desktop/src/main/jvm/vastine.jvm" | grep .)
  for line in --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${START_OPTIONS:-}; do options+=(--java-options "$line"); done
  "$JAVA_HOME/bin/jpackage" --type app-image --name Vastine --app-version "$VERSION" --dest "$OUT" \
    --input "$input" --main-jar "$(basename "$input"/vastine-desktop-*.jar)" --main-class fi.vastine.desktop.Main \
    --runtime-image "$OUT/runtime" --icon "$TOP/icons/target/classes/fi/vastine/icons/vastine-256.png" "${options[@]}"
  notice "$TOP/app/desktop/target/bom.json" "$OUT/Vastine/lib"
  # The cache is checked against the times of what it was made from: they must not change any more.
  same_day "$OUT/Vastine"
}

# The real program does the main job once, in a window, against a real backend; Java keeps what it loaded and linked.
train() {
  local work=$OUT/training cache=$OUT/Vastine/lib/app/vastine.aot
  rm -rf "$work"; mkdir -p "$work"
  BACKEND_PORT=8498 BACKEND_LOG=$work/backend.log PROGRAM_LOG=$work/program.log PICTURES=$work
  BACKEND=(env "VASTINE_FOLDER=$work/county" "VASTINE_PORT=$BACKEND_PORT" VASTINE_ADMIN_USER=paula VASTINE_ADMIN_NAME=Paula
    VASTINE_ADMIN_PASSWORD=salainen-sana-1 "$OUT/backend/vastine-backend/bin/vastine-backend")
  : >"$BACKEND_LOG"
  county "$HERE/county"
  screen_on 97 1440x900 "$work/screen"
  begin env HOME="$work" XDG_DATA_HOME="$work/data" JAVA_TOOL_OPTIONS="-XX:AOTCacheOutput=$cache" "$OUT/Vastine/bin/Vastine"
  sign_in
  open_case
  write_reply
  look_at_interview
  picture "$work/trained.png"
  end
  await 60 "the cache" test -s "$cache"
  screen_off
  serve_end
  echo 'java-options=-XX:AOTCache=$APPDIR/vastine.aot' >>"$OUT/Vastine/lib/app/Vastine.cfg"
  same_day "$OUT/Vastine"
}

# --- what is inside, and under which licences ------------------------------------------------------------------------

notice() { # notice BOM FOLDER
  local libraries
  libraries=$(dirname "$1")/libraries
  mkdir -p "$2"
  "$JAVA_HOME/bin/java" -cp "$TOP/server-stub/target/libraries/*" "$HERE/src/build/Notice.java" \
    "$1" "$HERE/licences.txt" "$libraries" "$TOP" "$2/THIRD-PARTY.txt"
  cp "$1" "$2/sbom.cdx.json"
}

# --- packages --------------------------------------------------------------------------------------------------------

deb() { # deb NAME ROOT
  mkdir -p "$2/DEBIAN"
  sed -e "s/@VERSION@/$VERSION/" -e "s/@SIZE@/$(du -sk --exclude=DEBIAN "$2" | cut -f1)/" "$HERE/linux/$1.control" >"$2/DEBIAN/control"
  local each
  for each in postinst prerm postrm conffiles; do
    [[ -f $HERE/linux/$1.$each ]] && install -m "$([[ $each == conffiles ]] && echo 644 || echo 755)" "$HERE/linux/$1.$each" "$2/DEBIAN/$each"
  done
  same_day "$2"
  dpkg-deb --root-owner-group -Zzstd -z10 --build "$2" "$OUT/${1}_${VERSION}_amd64.deb" >/dev/null
}

tarball() { # tarball FOLDER NAME
  tar -C "$(dirname "$1")" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -cf - "$(basename "$1")" |
    gzip -n -6 >"$OUT/$2-$VERSION-linux-x64.tar.gz"
}

program_root() {
  local root=$1 size
  mkdir -p "$root/opt" "$root/usr/bin"
  cp -a "$OUT/Vastine" "$root/opt/vastine"
  ln -s /opt/vastine/bin/Vastine "$root/usr/bin/vastine"
  install -D -m 644 "$HERE/linux/vastine.desktop" "$root/usr/share/applications/vastine.desktop"
  install -D -m 644 "$HERE/linux/vastine.mime.xml" "$root/usr/share/mime/packages/vastine.xml"
  for size in 16 32 48 128 256; do
    install -D -m 644 "$TOP/icons/target/classes/fi/vastine/icons/vastine-$size.png" "$root/usr/share/icons/hicolor/${size}x$size/apps/vastine.png"
    install -D -m 644 "$TOP/icons/target/icons/document-$size.png" "$root/usr/share/icons/hicolor/${size}x$size/mimetypes/application-x-vastine-settings.png"
  done
  install -D -m 644 "$HERE/linux/vastine.readme" "$root/usr/share/doc/vastine/README.Debian"
}

backend_root() {
  local root=$1
  mkdir -p "$root/opt" "$root/usr/bin"
  cp -a "$OUT/backend/vastine-backend" "$root/opt/vastine-backend"
  ln -s /opt/vastine-backend/bin/vastine-backend "$root/usr/bin/vastine-backend"
  install -D -m 644 "$HERE/linux/vastine-backend.service" "$root/lib/systemd/system/vastine-backend.service"
  install -D -m 640 "$HERE/linux/vastine-backend.properties" "$root/etc/vastine-backend/backend.properties"
}

rpm_of() { # rpm_of ROOT
  rpmbuild -bb --quiet --define "_topdir $OUT/rpm" --define "_rpmdir $OUT" --define "root $1" --define "version $VERSION" \
    --define "_build_id_links none" --define "_buildhost localhost" --define "use_source_date_epoch_as_buildtime 1" \
    --define "_binary_payload w4.xzdio" "$HERE/linux/vastine.spec"
}

main() {
  rm -rf "$OUT"; mkdir -p "$OUT"
  backend_image
  image
  train
  local roots=$OUT/roots
  program_root "$roots/vastine"
  backend_root "$roots/vastine-backend"
  [[ -n ${ONLY_DEB:-} ]] || { rpm_of "$roots/vastine"; tarball "$OUT/Vastine" vastine; tarball "$OUT/backend/vastine-backend" vastine-backend; }
  deb vastine "$roots/vastine"
  deb vastine-backend "$roots/vastine-backend"
  echo "Installed size of the program: $(du -sm "$OUT/Vastine" | cut -f1) MB, of which the cache $(du -sm "$OUT/Vastine/lib/app/vastine.aot" | cut -f1) MB"
  ls -l "$OUT"/*.deb "$OUT"/*.tar.gz "$OUT"/*/*.rpm 2>/dev/null | awk '{printf "%7.1f MB  %s\n", $5 / 1e6, $NF}'
}

main
