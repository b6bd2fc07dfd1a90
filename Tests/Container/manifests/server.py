"""What the sources of the server say about it: its version, its settings and its routes.

サーバーのソースから読み取る版、設定、経路。
"""

import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Setting:
    """The least, the most and the default of a number; only the default of a word."""

    least: int | None
    most: int | None
    default: int | str | None

    def takes(self, value: str) -> bool:
        if self.least is None or self.most is None:
            return value != ""
        return value.isdecimal() and self.least <= int(value) <= self.most


@dataclass(frozen=True)
class Server:
    version: str
    settings: dict[str, Setting]
    routes: list[str]


def number(text: str) -> int | None:
    """A literal of Swift: `8000`, `1_000_000`, `(256 << 20)`, `nil`."""
    if text == "nil":
        return None
    value, _, shift = text.strip("()").replace("_", "").partition("<<")
    return int(value) << int(shift or 0)


def body(source: str, declaration: str) -> str:
    """The lines of a computed property, up to the brace that ends it."""
    found = re.search(rf"^  {re.escape(declaration)} \{{\n(.*?)^  \}}$", source, re.MULTILINE | re.DOTALL)
    if not found:
        raise SystemExit(f"{declaration!r} is not in the sources any more: adapt {__file__}")
    return found[1]


def read_server(sources: Path) -> Server:
    settings_source = (sources / "Setting.swift").read_text()
    variables = dict(re.findall(r'case \.(\w+): "(\w+)"', body(settings_source, "var variable: StaticString")))
    settings = {}
    for case, kind in re.findall(r"case \.(\w+): \.(.*)", body(settings_source, "var kind: Kind")):
        if numbers := re.fullmatch(r"number\((.+)\.\.\.(.+), default: (.+), unit: .*\)", kind):
            settings[variables[case]] = Setting(*(number(text) for text in numbers.groups()))
        else:
            word = re.fullmatch(r'word\(default: "(.*)"\)', kind)
            settings[variables[case]] = Setting(None, None, word[1] if word else None)
    if settings.keys() != set(variables.values()):
        raise SystemExit(f"settings without a kind: {variables.values() - settings.keys()}")
    routes = re.findall(r'case \.\w+: "(/.*)"', body((sources / "Route.swift").read_text(), "var path: StaticString"))
    version = re.search(r'"(\d+\.\d+\.\d+)"', (sources / "Version.swift").read_text())
    if not routes or not version:
        raise SystemExit(f"no routes or no version in {sources}")
    return Server(version[1], settings, routes)
