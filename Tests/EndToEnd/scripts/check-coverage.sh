#!/usr/bin/env bash
# Which lines of Sources and Generator the tests run, the servers that they start included. Prints the files with the fewest,
# and the share of all; fails below LEAST percent.
set -euo pipefail
least=${LEAST:-90}
build=.build/coverage
bin=$(dirname "$(readlink -f "$(command -v swift)")")

swift build --build-tests --enable-code-coverage --scratch-path "$build"
folder=$(swift build --show-bin-path --scratch-path "$build")
rm -rf "$folder/codecov"
swift test --skip-build --enable-code-coverage --scratch-path "$build"
"$bin/llvm-cov" export -summary-only "$folder/model-in-binaryPackageTests.xctest" -object "$folder/model-server" \
  -instr-profile "$folder/codecov/default.profdata" -ignore-filename-regex '/(Tests|\.build)/' >"$folder/codecov/summary.json"
python3 - "$folder/codecov/summary.json" "$least" <<'END'
import json
import os
import sys

summary = json.load(open(sys.argv[1]))["data"][0]
files = [(file["summary"]["lines"], os.path.relpath(file["filename"])) for file in summary["files"]]
for folder in ("Sources", "Generator"):
    lines = [lines for lines, name in files if name.startswith(folder + os.sep)]
    covered, count = sum(line["covered"] for line in lines), sum(line["count"] for line in lines)
    print(f"  {folder}: {100 * covered / count:.1f} % of {count} lines")
    if 100 * covered < float(sys.argv[2]) * count:
        sys.exit(f"less than {sys.argv[2]} %")
print("  the least covered:")
for lines, name in sorted(files, key=lambda file: file[0]["covered"] - file[0]["count"])[:12]:
    print(f"  {lines['count'] - lines['covered']:4} of {lines['count']:4} lines not run in {name}")
END
