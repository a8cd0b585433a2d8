# A backend with a small made-up ward, filled as an administrator fills one. To be sourced.
# BACKEND is the command that runs it, as an array; BACKEND_LOG takes its log.

BACKEND_PORT=${BACKEND_PORT:-8497}
PASSWORD=hyvin-salainen-sana

serve_begin() {
  "${BACKEND[@]}" serve >>"$BACKEND_LOG" 2>&1 &
  BACKEND_PID=$!
  await 60 "the backend" curl -sf "http://localhost:$BACKEND_PORT/health"
}

serve_end() { kill "$BACKEND_PID" 2>/dev/null && wait "$BACKEND_PID" 2>/dev/null || true; }

# county FOLDER: people and units by import, a password typed at a terminal, feedback through the web form.
county() {
  serve_begin
  serve_end
  "${BACKEND[@]}" import --units "$1/units.csv" --people "$1/people.csv"
  printf '%s\n' "$PASSWORD" | script -qec "$(printf '%q ' "${BACKEND[@]}") account aino.koskela aino" /dev/null >/dev/null
  serve_begin
  local number
  for number in 1 2 3 4 5 6 7 8; do
    curl -sf "http://localhost:$BACKEND_PORT/v1/feedback" -H 'Content-Type: application/json' -o /dev/null -d '{
      "unit":"u-osasto-2","channel":"WEB","kind":"QUESTION","language":"fi",
      "text":"Milloin osastolla '"$number"' on vierailuaika? Sain osastolla hyvää hoitoa.",
      "contact":{"way":"MAIL","address":"kalle@example.fi","name":"Kalle"}}'
  done
}

# asked PATH TIMES: the backend has answered a request of that path at least so often.
asked() { (($(grep -c "${1//\//\\\\/}" "$BACKEND_LOG") >= $2)); }
