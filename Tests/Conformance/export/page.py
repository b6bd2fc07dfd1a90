"""The page of what the models of the conformance set were exported from.

適合性セットのモデルが何から書き出されたかの一覧。
"""

from collections import defaultdict
from collections.abc import Iterator

import torch
from entry import Entry
from sklearn.base import BaseEstimator, is_classifier, is_outlier_detector, is_regressor

HEAD = """\
<!-- DO NOT EDIT: written by Tests/Conformance/export/export_models.py. -->
# Models of the conformance set

{models} models and {graphs} graphs of operators alone, to each of which the compiled model answers with ONNX Runtime's bits.

| Kind | In the set |
|---|---|
"""


def page(entries: list[Entry]) -> str:
    """A row a kind, with the names of the classes."""
    kinds = defaultdict(set)
    for entry in entries:
        for part in [*entry.steps, entry.estimator, entry.source]:
            for kind, name in parts(part):
                kinds[kind].add(name)
    graphs = sum(entry.estimator is None and entry.source is None for entry in entries)
    rows = [f"| {kind} | {', '.join(f'`{name}`' for name in sorted(names))} |\n" for kind, names in sorted(kinds.items())]
    return HEAD.format(models=len(entries) - graphs, graphs=graphs) + "".join(rows)


def parts(thing: object) -> Iterator[tuple[str, str]]:
    """What a thing is and of what it is made."""
    if isinstance(thing, (list, tuple)):
        for element in thing:
            yield from parts(element)
    elif isinstance(thing, torch.nn.Module):
        for module in thing.modules():
            if type(module).__module__.startswith("torch.nn."):
                yield "layers of PyTorch", type(module).__name__
    elif isinstance(thing, BaseEstimator):
        yield kind(thing), type(thing).__name__
        yield from parts(list(thing.get_params(deep=False).values()))


def kind(estimator: BaseEstimator) -> str:
    if is_classifier(estimator):
        return "classifiers"
    if is_outlier_detector(estimator):
        return "outlier detectors"
    if is_regressor(estimator):
        return "regressors"
    return "clusters and mixtures" if hasattr(estimator, "predict") else "transformers"
