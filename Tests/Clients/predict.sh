#!/bin/sh
server=$1

ask() {
  curl --silent --show-error --fail-with-body --max-time 5 --write-out '\n' \
    -H 'Content-Type: application/json' -d "{\"data\":$2}" "$server$1"
}

rows='[[5.1,3.5,1.4,0.2],[6.3,2.9,5.6,1.8]]'
ask /predict/label "$rows"
ask /predict "$rows"

ask /predict '[[5.1,3.5]]' || echo "curl ended with $?"
