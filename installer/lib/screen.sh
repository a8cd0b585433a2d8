# A screen without a monitor, and a person's hands on it. To be sourced.
# What is on the screen is read from Xvfb's own memory: the program tells nothing, and has no door for tests.

# screen_on NUMBER WIDTHxHEIGHT FOLDER: a screen; the folder takes its memory.
screen_on() {
  export DISPLAY=:$1
  SCREEN_MEMORY=$3/Xvfb_screen0
  mkdir -p "$3"
  Xvfb "$DISPLAY" -screen 0 "${2}x24" -fbdir "$3" -nolisten tcp -ac >/dev/null 2>&1 &
  SCREEN_PID=$!
  await 20 "the screen $DISPLAY" xdotool getmouselocation
}

screen_off() { kill "$SCREEN_PID" 2>/dev/null && wait "$SCREEN_PID" 2>/dev/null || true; }

# await SECONDS WHAT COMMAND...: goes on as soon as the command succeeds; ends with a sentence if it never does.
await() {
  local until=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    if ((SECONDS > until)); then
      echo "Waited in vain for $what." >&2
      [[ -n ${SCREEN_MEMORY:-} ]] && picture "${PICTURES:-/tmp}/in-vain.png" || true
      return 1
    fi
    sleep 0.1
  done
}

screen_looks() { md5sum <"$SCREEN_MEMORY"; }

# settled [SECONDS]: the screen has not changed for that long, the blinking of a cursor aside (0.4 s of rest is half a blink).
settled() {
  local rest=${1:-0.4} until=$((SECONDS + 60)) before now
  before=$(screen_looks)
  while ((SECONDS < until)); do
    sleep "$rest"
    now=$(screen_looks)
    [[ $now == "$before" ]] && return 0
    before=$now
  done
  return 1
}

picture() { import -window root "$1"; }

# window_open: the program's window is there and takes what is typed.
window_open() {
  local window
  window=$(xdotool search --onlyvisible --name '^Vastine$' | tail -1)
  [[ -n $window ]] && xdotool windowfocus "$window"
}

type_text() { xdotool type --delay 15 -- "$1"; }
press() { xdotool key --delay 30 "$@"; }
