#!/usr/bin/env bash
# Trains the model again and compares it with the one in the repository, byte for byte.
set -euo pipefail
python=$1
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp models/train.py models/serialize.py "$copy"
"$python" "$copy/train.py"
cmp "$copy/iris_svc.onnx" models/iris_svc.onnx
cmp "$copy/label.json" models/label.json
