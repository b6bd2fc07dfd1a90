"""What the conformance set is made of.

適合性セットの構成要素。
"""

from dataclasses import dataclass, field

import numpy as np
import onnx
import torch
from datasets import Data
from sklearn.base import BaseEstimator


@dataclass(frozen=True)
class Entry:
    """One model: its data, the estimator, the steps before it, and what the exported graph calls its classes; or a graph.

    1 つのモデル：データ、推定器、前段の処理、グラフ内でのクラスの呼び名。またはグラフそのもの。
    """

    name: str
    data: Data
    # None where the graph is given.
    estimator: BaseEstimator | None
    steps: list = field(default_factory=list)
    zipmap: bool = True
    # Options of the converter in place of zipmap, for estimators that have no such thing.
    options: dict | None = None
    # The operator sets to write it in, where the converter has to be told.
    opsets: dict[str, int] | None = None
    # Whether onnx infers the shapes the model declares: not where a converter declares others.
    infers_shapes: bool = True
    # What the targets are instead of the data's, one or several a row.
    targets: np.ndarray | None = None
    # What the model is trained with in place of 0, 1, 2 ..., ascending.
    classes: list | None = None
    # What the exported graph is edited to say instead.
    renamed: list | None = None
    # The label file, where it is not the obvious one.
    labels: dict[str, str] | None = None
    # How many ordinary rows it is asked about at most.
    rows: int = 220
    # The graph's inputs as names, types and widths, where it is not one of float32.
    inputs: list[tuple[str, str, int]] | None = None
    # What no estimator here is exported to.
    graph: onnx.ModelProto | None = None
    # What such a graph was made of, if anything.
    source: BaseEstimator | torch.nn.Module | None = None
