"""A multilayer perceptron of a given width.

指定した幅の多層パーセプトロン。
"""

import warnings

import numpy as np
from harness.compiled import Model, write_model
from skl2onnx import to_onnx
from skl2onnx.common.data_types import FloatTensorType
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier


def make_network(features: int, width: int) -> Model:
    """Two hidden layers, trained for a moment on noise, always the same; what it has learned makes no difference in time."""
    random = np.random.default_rng(1)
    rows = random.normal(size=(200, features)).astype(np.float32)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        network = MLPClassifier((width, width), max_iter=1, random_state=1).fit(rows, np.arange(200) % 10)
    model = to_onnx(
        network, initial_types=[("input", FloatTensorType([None, features]))], options={id(network): {"zipmap": False}}
    )
    weights = sum(matrix.size for matrix in network.coefs_ + network.intercepts_)
    return write_model(f"network{width}", model, f"{weights:,} weights", rows)
