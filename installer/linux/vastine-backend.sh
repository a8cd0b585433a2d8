#!/bin/sh
# The backend with the Java it brings along.
HOME_OF_IT=$(dirname "$(dirname "$(readlink -f "$0")")")
exec "$HOME_OF_IT/runtime/bin/java" -XX:+UseSerialGC -cp "$HOME_OF_IT/lib/*" fi.vastine.backend.admin.BackendMain "$@"
