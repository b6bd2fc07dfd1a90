"""checkov and yamllint over files.

checkov と yamllint をファイルに対して実行する。
"""

import json
import subprocess
import sys
from pathlib import Path

PROGRAMS = Path(sys.executable).parent


def checkov(folder: Path) -> tuple[list[str], list[str]]:
    """What fails in a folder, and the exceptions that its manifests make and justify."""
    options = ["--framework", "kubernetes", "--skip-download", "--output", "json"]
    command = [PROGRAMS / "checkov", "--directory", folder, *options]
    result = subprocess.run(command, capture_output=True, text=True)
    report = json.loads(result.stdout)
    if "results" not in report or not report["results"]["passed_checks"]:
        return [f"{folder}: checkov has checked nothing: {result.stdout}{result.stderr}"], []
    results = report["results"]
    failed = [f"{folder}: checkov cannot read {path}" for path in results["parsing_errors"]]
    for check in results["failed_checks"]:
        failed.append(f"{folder}: {check['resource']}: {check['check_id']} {check['check_name']}")
    skipped = []
    for check in results["skipped_checks"]:
        reason = check["check_result"]["suppress_comment"]
        skipped.append(f"{check['resource']}: {check['check_id']}: {reason}")
        if len(reason.split()) < 3:
            failed.append(f"{folder}: {check['resource']}: {check['check_id']} is skipped without a reason")
    return failed, skipped


def yamllint(*paths: Path) -> list[str]:
    command = [sys.executable, "-m", "yamllint", "--strict", "--format", "parsable", *paths]
    result = subprocess.run(command, capture_output=True, text=True)
    lines = (result.stdout + result.stderr).splitlines()
    return lines or ([] if result.returncode == 0 else ["yamllint failed without a word"])
