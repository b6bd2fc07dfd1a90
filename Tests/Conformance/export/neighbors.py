"""What hangs on the distances to the training rows, which a loop computes: neighbours, Gaussian processes; and naive Bayes.

訓練データの行との距離（ループで計算される）に基づくもの：最近傍法とガウス過程。およびナイーブベイズ。
"""

import numpy as np
from datasets import Data, blobs, iris, versicolor_or_virginica
from entry import Entry
from preprocessing import rounded
from sklearn.decomposition import KernelPCA
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF, ConstantKernel, DotProduct, Matern, RationalQuadratic, WhiteKernel
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import (
    KNeighborsClassifier, KNeighborsRegressor, KNeighborsTransformer, NeighborhoodComponentsAnalysis,
)  # fmt: skip
from sklearn.preprocessing import StandardScaler

SPECIES = ["setosa", "versicolor", "virginica"]


def entries() -> list[Entry]:
    three, two, coarse = some(iris(3)), some(versicolor_or_virginica()), rounded(some(iris(3)))
    numbers = (three[0], three[0] @ [0.3, -0.7, 1.1, 0.01])
    pairs = (three[0], np.stack([numbers[1], three[1] * 10.0], axis=1))
    scaler = [StandardScaler()]
    return [
        Entry("neighbors_3", three, KNeighborsClassifier()),
        Entry("neighbors_3_string", three, KNeighborsClassifier(3), scaler, zipmap=False, classes=SPECIES),
        Entry("neighbors_3_ties", coarse, KNeighborsClassifier(4), zipmap=False),
        Entry("neighbors_2_distance", two, KNeighborsClassifier(3, weights="distance"), zipmap=False),
        Entry("neighbors_3_manhattan", three, KNeighborsClassifier(3, metric="manhattan"), zipmap=False),
        Entry("neighbors_3_minkowski", three, KNeighborsClassifier(3, p=1.5, weights="distance"), zipmap=False),
        Entry("neighbors_3_cubes", three, KNeighborsClassifier(1, p=3), zipmap=False),
        Entry("neighbors_10", some(blobs()), KNeighborsClassifier(7), zipmap=False),
        Entry("neighbors_regression", numbers, KNeighborsRegressor()),
        Entry("neighbors_regression_distance", numbers, KNeighborsRegressor(4, weights="distance"), scaler),
        Entry("neighbors_regression_manhattan", numbers, KNeighborsRegressor(3, metric="manhattan", weights="distance")),
        Entry("neighbors_regression_targets2", pairs, KNeighborsRegressor(3), targets=pairs[1]),
        Entry("neighbors_transformer", three, KNeighborsTransformer(n_neighbors=3)),
        Entry("neighborhood_components", three, NeighborhoodComponentsAnalysis(2, random_state=0)),
        Entry("gaussian_bayes_3", three, GaussianNB()),
        Entry("gaussian_bayes_2", two, GaussianNB(), scaler, zipmap=False),
        Entry("gaussian_bayes_10_features", some(blobs()), GaussianNB(), zipmap=False),
        Entry("kernel_pca_rbf", three, KernelPCA(2, kernel="rbf", gamma=0.3)),
        *(
            Entry(f"gaussian_process_{name}", numbers, GaussianProcessRegressor(kernel, alpha=2, optimizer=None))
            for name, kernel in {
                "default": None,
                "rbf": ConstantKernel(2) * RBF(1.5) + WhiteKernel(0.1),
                "features": RBF([1, 2, 1, 0.5]),
                "matern": Matern(nu=1.5),
                "quadratic": RationalQuadratic(),
                "dot": DotProduct() + WhiteKernel(0.1),
            }.items()
        ),
    ]


def some(data: Data) -> Data:
    """Every third row: a loop runs over all that a model is trained with."""
    rows, targets = data
    return rows[::3], targets[::3]
