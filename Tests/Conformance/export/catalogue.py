"""The conformance set: which models there are. Why each is said where it is listed.

適合性セット：どのモデルがあるか。理由はそれぞれの一覧に記す。
"""

import boosting
import ensembles
import estimators
import functions
import fusions
import inputs
import linear
import neighbors
import networks
import operators
import outputs
import pipelines
import preprocessing
import products
import reductions
import svc
import svr
import trees
import versions
from entry import Entry


def entries() -> list[Entry]:
    families = [
        boosting, ensembles, estimators, functions, fusions, inputs, linear, neighbors, networks, operators, outputs,
        pipelines, preprocessing, products, reductions, svc, svr, trees, versions,
    ]  # fmt: skip
    return sorted((entry for family in families for entry in family.entries()), key=lambda entry: entry.name)
