"""What a rollout writes into the manifests passes every check, as the commit it becomes has to.

ロールアウトがマニフェストに書き込んだものも、すべての検査を通ること。
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import linters
import promises
import schemas
from manifests import KUBERNETES, Manifests, at, build
from rule import Rule, judge
from server import Server

NAME = "registry.example.com:5000/team/model-in-image"
TAGS = ("{version}", "{version}-62a96ddd024b-8603a27a0356")
# What the script does not write: a name, a tag, and a word of what it says of them.
REFUSED = [
    ("", "0.1.0", "usage"),
    (NAME, "", "usage"),
    ("model in image", "0.1.0", "no name"),
    ("Model", "0.1.0", "no name"),
    ('model"', "0.1.0", "no name"),
    ("model|image", "0.1.0", "no name"),
    ("model/", "0.1.0", "no name"),
    (NAME, "0.1.0 ", "no tag"),
    (NAME, "-0.1.0", "no tag"),
    (NAME, "0.1.0&", "no tag"),
    (NAME, '0.1.0"\nx: "', "no tag"),
]


def set_image(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([folder / "set-image", *arguments], capture_output=True, text=True)


def rendered_problems(folder: Path) -> list[str]:
    result = subprocess.run([sys.executable, folder / "render", "--check"], capture_output=True, text=True)
    return [] if result.returncode == 0 else [result.stdout + result.stderr]


def tag_problems(rules: list[Rule], server: Server, folder: Path, tag: str) -> list[str]:
    done = set_image(folder, NAME, tag)
    if done.returncode != 0:
        return [f"k8s/set-image {NAME} {tag}: {done.stderr}"]
    after = Manifests("production", build(folder / "overlays" / "production"), server)
    images = [at(item, "spec.template.spec.containers.0.image") for item in after.of("Deployment")]
    found = [] if f"{NAME}:{tag}" in images else [f"k8s/set-image {NAME} {tag} leaves {images}"]
    found += [text for rule in rules for text in judge(rule, after).broken]
    found += schemas.problems("production", after.items) + promises.problems(after)
    return found + rendered_problems(folder) + linters.yamllint(folder)


def problems(rules: list[Rule], server: Server) -> list[str]:
    found = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(shutil.copytree(KUBERNETES, Path(scratch, "k8s")))
        for tag in TAGS:
            found += tag_problems(rules, server, folder, tag.format(version=server.version))
        written = (folder / "overlays/production/kustomization.yml").read_text()
        for name, tag, word in REFUSED:
            done = set_image(folder, name, tag)
            if done.returncode == 0 or word not in done.stderr:
                found.append(f"k8s/set-image {name!r} {tag!r} is not refused: {done.stderr}")
        if (folder / "overlays/production/kustomization.yml").read_text() != written:
            found.append("k8s/set-image writes what it refuses")
        # Lines in another form than the script knows must not be passed over.
        (folder / "overlays/production/kustomization.yml").write_text(written.replace("newTag:", "digest:"))
        if set_image(folder, NAME, server.version).returncode == 0:
            found.append("k8s/set-image does not see that there is no newTag")
    print(f"  after {len(TAGS)} rollouts every check passes, {len(REFUSED)} wrong ones are refused")
    return found
