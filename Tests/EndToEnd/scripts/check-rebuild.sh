#!/usr/bin/env bash
# Replaces the model and builds again, as a user does: the new model must be served within seconds, an unchanged one must
# rebuild nothing, and a model that cannot be compiled, or whose vectors are of another, must fail the build and leave the old
# binary. A model that does not answer what its vectors say must not serve. Then models of the conformance set are built by
# MODEL_FILEPATH, as few as have every kernel among them; each proves itself, on an old processor too, and its answers are
# compared with ONNX Runtime's.
set -euo pipefail
python=$1
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files -z --cached --others --exclude-standard | xargs -0 cp -d --parents -t "$copy"
scripts=$PWD/Tests/EndToEnd/scripts
models=$PWD/Tests/Conformance/models
cd "$copy"
program=.build/release/model-server

build() { swift build -c release --product model-server; }
# Runs the program on a processor of 2008, which has neither AVX nor FMA.
on_old_processor() { if [ "$(uname -m)" = x86_64 ]; then qemu-x86_64 -cpu Nehalem "$@"; fi; }
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
if build >output 2>&1; then echo "a model with the vectors of another was built"; exit 1; fi
grep -E "models/iris_svc.vectors.json:1:1: error: the vectors are of another model" output | head -1 | sed 's/^/  /'
# The vectors of the model itself, and then none.
cp models/iris_svc.vectors.json original.vectors.json
cp "$models/svc_rbf_2_proba.vectors.json" models/iris_svc.vectors.json
start=$SECONDS
build
echo "  a new model after $((SECONDS - start)) s"
[ $((SECONDS - start)) -le 120 ] || { echo "not a rebuild of seconds, however busy the machine"; exit 1; }
$program inspect | grep -q "$(hash_of models/iris_svc.onnx)"
$program selftest | tail -1 | grep -q "^8 of 8 rows .* equal, 0 ulp: iris_svc, sha256 $(hash_of models/iris_svc.onnx)$"
rm models/iris_svc.vectors.json
build
$program inspect | grep -q "^self-test *none$"
if $program selftest >output; then echo "a model was proven without answers"; exit 1; fi
grep -q "^no answers of ONNX Runtime are compiled in" output

head -c 500 original.onnx >models/iris_svc.onnx
if build >output 2>&1; then echo "a damaged model was built"; exit 1; fi
grep -E "models/iris_svc.onnx:1:1: error: " output | head -1 | sed 's/^/  /'
cp original.onnx models/iris_svc.onnx
cp original.json models/label.json
cp original.vectors.json models/iris_svc.vectors.json
build
$program inspect | grep -q "$(hash_of models/iris_svc.onnx)"

# One bit of the first row's first score; what it is and what it was to be, as the message shows them.
read -r computed expected < <("$python" - <<'END'
import re
import struct

text = open("original.vectors.json").read()
start = text.index('],["', text.index('"rows"')) + len('],["')
score = text[start : text.index('"', start)]
(computed,) = struct.unpack("<I", struct.pack("<f", float.fromhex(score)))
(changed,) = struct.unpack("<f", struct.pack("<I", computed + 1))
wrong = re.sub(r"\.?0*p", "p", changed.hex())
open("models/iris_svc.vectors.json", "w").write(text[:start] + wrong + text[start + len(score) :])
print(f"0x{computed:08x} 0x{computed + 1:08x}")
END
)
build
status=0
HOST=127.0.0.1 PORT=0 timeout 10 "$program" >output 2>error || status=$?
sed 's/^/  /' error
[ $status -eq 1 ] || { echo "served what it cannot prove: status $status"; exit 1; }
[ ! -s output ] || { echo "listened before it was proven"; cat output; exit 1; }
grep -qE "^model-server: self-test: row 0: probabilities\[0\] is 0\.[0-9]+ \($computed\), expected 0\.[0-9]+ \($expected\); what differs from ONNX Runtime [0-9.]+ is not served$" error
if $program selftest >output; then echo "the self-test sees no difference"; exit 1; fi
grep -q "^7 of 8 rows" output
cp original.vectors.json models/iris_svc.vectors.json

# Where no labels are named they are beside the model, and never those of another.
mkdir other
cp "$models/svc_rbf_2_proba.onnx" other/model.onnx
if MODEL_FILEPATH=other/model.onnx build >output 2>&1; then echo "a model was built with the labels of another"; exit 1; fi
grep "error: the model has classes, and no label.json is beside it" output | head -1 | sed "s,$copy/,,; s/^/  /"
cp "$models/svc_rbf_2_proba.label.json" other/label.json
MODEL_FILEPATH=other/model.onnx build
$program inspect | grep -q "^labels *$(cat other/label.json)$"

# A model without classes needs none.
mkdir without
cp "$models/ridge.onnx" without/model.onnx
MODEL_FILEPATH=without/model.onnx build
$program inspect | grep -q "^sha256 *$(hash_of without/model.onnx)$"

"$python" "$scripts/cover_kernels.py" .build/release/generate-model-tool "$models"/*.onnx >chosen
echo "  all kernels after $(wc -l <chosen) models"

prove() { # prove FOLDER: builds and proves the models that descriptor 3 names
  local folder=$1 program=$1/release/model-server output=$1/output model labels
  mkdir -p "$folder"
  while read -r model <&3; do
    labels=${model%.onnx}.label.json
    MODEL_FILEPATH=$model LABEL_FILEPATH=$labels \
      swift build -c release --product model-server --scratch-path "$folder" >"$output" 2>&1 || { cat "$output"; exit 1; }
    $program selftest >"$output" || { cat "$output"; exit 1; }
    on_old_processor "$program" selftest >"$output" || { cat "$output"; exit 1; }
    # Of the graphs that ask for operators alone hardly a row has finite answers alone, which JSON could tell.
    case ${model##*/} in op_* | types_*) continue ;; esac
    "$python" "$scripts/compare.py" "$program" "$model" "$labels"
  done
}

# A compiler takes one processor, so there are two; the first has the build of before.
split -n r/2 chosen chosen.
prove .build 3<chosen.aa &
first=$!
prove .build/second 3<chosen.ab
wait $first
