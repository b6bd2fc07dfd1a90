#!/usr/bin/env bash
# Replaces the model and builds again, as a user does: the new model must be served within seconds, an unchanged one must
# rebuild nothing, and a model that cannot be compiled must fail the build and leave the old binary. Then every model of the
# conformance set is built by MODEL_FILEPATH and its answers are compared with ONNX Runtime's.
set -euo pipefail
python=$1
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$copy"
scripts=$PWD/Tests/EndToEnd/scripts
models=$PWD/Tests/Conformance/models
cd "$copy"
program=.build/release/model-server

build() { swift build -c release --product model-server; }
hash_of() { sha256sum "$1" | cut -d' ' -f1; }

build
$program inspect | grep -q "$(hash_of models/iris_svc.onnx)"

stamp=$(stat -c %y "$program")
build
[ "$(stat -c %y "$program")" = "$stamp" ] || { echo "an unchanged model was built again"; exit 1; }

cp models/iris_svc.onnx original.onnx
cp models/label.json original.json
cp "$models/svc_rbf_2_proba.onnx" models/iris_svc.onnx
cp "$models/svc_rbf_2_proba.label.json" models/label.json
start=$SECONDS
build
echo "  a new model after $((SECONDS - start)) s"
[ $((SECONDS - start)) -le 20 ] || { echo "not a rebuild of seconds"; exit 1; }
$program inspect | grep -q "$(hash_of models/iris_svc.onnx)"

head -c 500 original.onnx >models/iris_svc.onnx
if build >output 2>&1; then echo "a damaged model was built"; exit 1; fi
grep -E "models/iris_svc.onnx:1:1: error: " output | head -1 | sed 's/^/  /'
cp original.onnx models/iris_svc.onnx
cp original.json models/label.json
build
$program inspect | grep -q "$(hash_of models/iris_svc.onnx)"

for model in "$models"/*.onnx; do
  labels=${model%.onnx}.label.json
  MODEL_FILEPATH=$model LABEL_FILEPATH=$labels swift build -c release --product model-server >output 2>&1 || { cat output; exit 1; }
  "$python" "$scripts/compare.py" "$program" "$model" "$labels"
done
