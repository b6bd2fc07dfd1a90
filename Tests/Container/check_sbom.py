"""Checks a bill of materials against the schema of CycloneDX, and that it tells of this binary.

部品表を CycloneDX のスキーマと照合し、このバイナリのものであることを確かめる。

usage: check_sbom.py PROGRAM, with the bill on standard input
"""

import hashlib
import json
import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator


def main() -> None:
    text = sys.stdin.read()
    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if error:
        raise SystemExit(f"no bill of materials: {error}")
    bill = json.loads(text)
    digest = hashlib.sha256(Path(sys.argv[1]).read_bytes()).hexdigest()
    if bill["metadata"]["component"]["hashes"][0]["content"] != digest:
        raise SystemExit("the bill is of another binary")
    for component in bill["components"]:
        if not component["version"]:
            raise SystemExit(f"{component['name']} has no version")
        print(f"  {component['name']} {component['version']}")


if __name__ == "__main__":
    main()
