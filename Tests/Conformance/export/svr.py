"""Support vector regressors and outlier detectors: every kernel, and what sizes around them can be like.

サポートベクター回帰器と外れ値検出器：全カーネルと、大きさの変化。
"""

from datasets import Data, blobs, diabetes, digits, iris
from entry import Entry
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVR, NuSVR, OneClassSVM

KERNELS = {
    "rbf": {"kernel": "rbf"},
    "linear": {"kernel": "linear"},
    "poly2": {"kernel": "poly", "degree": 2, "coef0": 1.0},
    "poly3": {"kernel": "poly", "degree": 3},
    "sigmoid": {"kernel": "sigmoid", "coef0": 0.5},
}


def entries() -> list[Entry]:
    scaler = [StandardScaler()]
    return [
        *[Entry(f"svr_{name}", diabetes(), SVR(**kernel), scaler) for name, kernel in KERNELS.items()],
        Entry("nu_svr_rbf", diabetes(), NuSVR(nu=0.3)),
        # A factor of exactly one takes another path through the matrix product.
        Entry("svr_poly3_gamma1", diabetes(), SVR(kernel="poly", gamma=1.0)),
        Entry("svr_sigmoid_gamma1", diabetes(), SVR(kernel="sigmoid", gamma=1.0), scaler),
        # A number of support vectors that is no multiple of 8 leaves part of a vector register over.
        Entry("svr_poly2_few", few(), SVR(kernel="poly", degree=2, coef0=1.0, C=10.0)),
        # Of the other degrees every four are computed another way than what is left over.
        Entry("svr_poly1", diabetes(), SVR(kernel="poly", degree=1)),
        Entry("svr_poly7_few", few(), SVR(kernel="poly", degree=7, coef0=1.0, C=10.0)),
        Entry("one_class_poly4", iris(3), OneClassSVM(nu=0.21, kernel="poly", degree=4), scaler),
        Entry("svr_features1", diabetes(slice(2, 3)), SVR()),
        Entry("svr_features64", digits(), SVR(C=10.0)),
        *[Entry(f"one_class_{name}", iris(3), OneClassSVM(nu=0.2, **kernel), scaler)
          for name, kernel in KERNELS.items()],
        Entry("one_class_features9", blobs(), OneClassSVM(nu=0.1)),
    ]  # fmt: skip


def few() -> Data:
    """Rows of shape [13, 10]."""
    rows, numbers = diabetes()
    return rows[:13], numbers[:13]
