"""The conformance set: which models there are. Why each is said where it is listed.

適合性セット：どのモデルがあるか。理由はそれぞれの一覧に記す。
"""

import svc
from entry import Entry


def entries() -> list[Entry]:
    return sorted(svc.entries(), key=lambda entry: entry.name)
