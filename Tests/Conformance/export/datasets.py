"""The data the conformance models are trained on: a few rows each, so that the models stay small.

適合性モデルの学習データ（モデルを小さく保つため、それぞれ数行から百数十行）。
"""

import numpy as np
from sklearn.datasets import load_breast_cancer, load_diabetes, load_digits, load_iris, make_blobs, make_classification

Data = tuple[np.ndarray, np.ndarray]


def iris(classes: int, features: slice = slice(None)) -> Data:
    """Rows of shape [50 * classes, 4], or fewer features."""
    data = load_iris()
    chosen = data.target < classes
    return data.data[chosen][:, features], data.target[chosen]


def versicolor_or_virginica(features: slice = slice(None)) -> Data:
    """Rows of shape [100, 4] of two classes that overlap, or fewer features."""
    data = load_iris()
    chosen = data.target > 0
    return data.data[chosen][:, features], data.target[chosen] - 1


def blobs() -> Data:
    """Rows of shape [120, 9] of ten classes that overlap."""
    return make_blobs(n_samples=120, n_features=9, centers=10, cluster_std=3.0, random_state=7)


def breast_cancer() -> Data:
    """Rows of shape [120, 30] of two classes, in units from 1e-3 to 1e3."""
    data = load_breast_cancer()
    return data.data[:120], data.target[:120]


def diabetes(features: slice = slice(None)) -> Data:
    """Rows of shape [120, 10] and a number of each, or fewer features."""
    data = load_diabetes()
    return data.data[:120, features], data.target[:120]


def digits() -> Data:
    """Rows of shape [100, 64] of ten classes; the features are integers from 0 to 16."""
    data = load_digits()
    return data.data[:100], data.target[:100]


def many_features() -> Data:
    """Rows of shape [36, 200] of three classes; the features are multiples of 1/8, which keeps the vectors short."""
    rows, classes = make_classification(
        n_samples=36, n_features=200, n_informative=20, n_classes=3, class_sep=3.0, random_state=7
    )
    return np.round(rows * 8) / 8, classes
