#!/usr/bin/env bash
# Has the two readers of manual pages read the one that the program prints; neither has anything to warn of, and what they show
# has every command, flag, variable and endpoint of the help.
set -euo pipefail
program=$1

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# mandoc takes what stands behind the last dot of a path for the section.
page=$scratch/model-server.1
"$program" man >"$page"
mandoc -T lint -W warning "$page"
mandoc -T ascii "$page" | col -b >"$scratch/mandoc"
groff -mdoc -ww -T utf8 -P -c "$page" 2>"$scratch/warnings" | col -b >"$scratch/groff"
MANWIDTH=100 man --warnings=w -l "$page" 2>>"$scratch/warnings" | col -b >"$scratch/man"
if [ -s "$scratch/warnings" ]; then cat "$scratch/warnings"; exit 1; fi

"$program" --help | grep -oE '^ +(--)?[a-z][a-z-]+|^  --[a-z-]+ +[A-Z_]+|^  /[^ ]*' | tr ' ' '\n' | grep . | sort -u >"$scratch/words"
for reader in mandoc groff man; do
  while read -r word; do
    grep -qF -e "$word" "$scratch/$reader" || { echo "$reader shows no $word"; exit 1; }
  done <"$scratch/words"
  # Typed as it stands, an example works.
  for line in "curl -H 'Content-Type: application/json' \\" '. <(model-server completion bash)' '  http://127.0.0.1:8080/predict'; do
    grep -qF -e "$line" "$scratch/$reader" || { echo "$reader shows no line $line"; exit 1; }
  done
done
echo "  $(wc -l <"$scratch/words") words of the help after one page"
