"""The conformance set: which models there are. Why each is said where it is listed.

適合性セット：どのモデルがあるか。理由はそれぞれの一覧に記す。
"""

import linear
import operators
import svc
import svr
from entry import Entry
from graph import GraphEntry


def entries() -> list[Entry | GraphEntry]:
    families = [linear, operators, svc, svr]
    return sorted((entry for family in families for entry in family.entries()), key=lambda entry: entry.name)
