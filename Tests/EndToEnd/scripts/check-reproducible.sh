#!/usr/bin/env bash
# Builds the release binary once more in another folder, and compares it with the one given: byte for byte the same.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "$0")/../../.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/at another/place"
tar --exclude=./.build --exclude=./.git -cf - . | tar -xf - -C "$folder/at another/place"
(cd "$folder/at another/place" && swift build -c release --product model-server)
cmp "$program" "$folder/at another/place/.build/release/model-server"
echo "  $(sha256sum <"$program" | cut -c1-64), $(stat -c %s "$program") bytes"
