"""The conformance set: which models there are. Why each is said where it is listed.

適合性セット：どのモデルがあるか。理由はそれぞれの一覧に記す。
"""

import operators
import svc
from entry import Entry
from graph import GraphEntry


def entries() -> list[Entry | GraphEntry]:
    return sorted(svc.entries() + operators.entries(), key=lambda entry: entry.name)
