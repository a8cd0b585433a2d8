# What a unit manager does on her first day, by keys and mouse, on a screen of 1440 x 900. To be sourced after the other three.

PASSPHRASE="neljan sanan pitka lause"

begin() { # begin COMMAND...
  local blank
  blank=$(screen_looks)
  "$@" >>"$PROGRAM_LOG" 2>&1 &
  PROGRAM_PID=$!
  await 90 "the program's window" window_open
  drawn() { [[ $(screen_looks) != "$blank" ]]; }
  await 90 "anything in the window" drawn
  # Longer than the computer takes to tell whether it has a key store.
  settled 2
  window_open
}

end() { kill "$PROGRAM_PID" 2>/dev/null && wait "$PROGRAM_PID" 2>/dev/null || true; }

sign_in() {
  type_text "http://localhost:$BACKEND_PORT"; press Tab
  type_text aino; press Tab
  type_text "$PASSWORD"; press Return
  await 60 "the sign-in to reach the backend" asked /v1/sign-in 1
  sleep 2 # from the answer to the question for a passphrase nothing can be seen from outside
  settled 1.2
  # There is no key store here, so a passphrase guards the keys.
  type_text "$PASSPHRASE"; press Tab
  type_text "$PASSPHRASE"; press Return
  await 60 "the inbox to be fetched" asked /v1/changes 1
  settled 1.2
}

come_back() { # the program was ended, and is begun again
  local before
  before=$(grep -c 'v1\\/changes' "$BACKEND_LOG" || true)
  type_text "$PASSPHRASE"; press Return
  await 60 "the inbox to be brought up to date" asked /v1/changes $((before + 1))
  settled 1.2
}

open_case() { press Down; press Return; settled 0.8; }

write_reply() {
  press r; settled 0.8
  press ctrl+End; type_text "Kiitos kysymyksesta. Vierailuaika on kello 12-18."
  settled 0.8
}

look_at_interview() { xdotool mousemove 85 160 click 1; settled 0.8; }
