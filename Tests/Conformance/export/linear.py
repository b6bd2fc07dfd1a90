"""Linear classifiers and regressors: what their scores are made of, and what classes, targets and sizes can be like.

線形の分類器と回帰器：スコアの作り方と、クラス・目的変数・大きさの変化。
"""

import numpy as np
from datasets import Data, blobs, breast_cancer, diabetes, digits, iris, versicolor_or_virginica
from entry import Entry
from sklearn.linear_model import Lasso, LinearRegression, LogisticRegression, Ridge, RidgeClassifier
from sklearn.preprocessing import Normalizer, StandardScaler
from sklearn.svm import LinearSVC, LinearSVR

SPECIES = ["setosa", "versicolor", "virginica"]


def entries() -> list[Entry]:
    return classifiers() + regressors()


def classifiers() -> list[Entry]:
    """Two, three and ten classes; logistic, softmax and raw scores.

    2・3・10 クラスの、ロジスティック、softmax、変換なしのスコア。
    """
    three, two, scaler = iris(3), versicolor_or_virginica(), [StandardScaler()]
    multinomial = LogisticRegression(max_iter=1000)
    one_a_class = LogisticRegression(solver="liblinear")
    return [
        Entry("logistic_2", two, multinomial),
        Entry("logistic_2_tensor", two, multinomial, zipmap=False),
        Entry("logistic_2_string", two, multinomial, scaler, classes=SPECIES[1:]),
        Entry("logistic_2_features30", breast_cancer(), multinomial, scaler),
        Entry("logistic_3", three, multinomial),
        Entry("logistic_3_tensor", three, multinomial, zipmap=False),
        Entry("logistic_3_string", three, multinomial, scaler, classes=SPECIES),
        Entry("logistic_3_l2", three, multinomial, [Normalizer("l2")]),
        Entry("logistic_3_features1", iris(3, slice(2, 3)), multinomial),
        # From five classes on the softmax is another one.
        Entry("logistic_5", first(blobs(), 5), multinomial, scaler),
        Entry("logistic_8", first(blobs(), 8), multinomial, scaler),
        Entry("logistic_10", blobs(), multinomial, scaler),
        Entry("logistic_10_features64", digits(), multinomial),
        Entry("logistic_10_string", digits(), multinomial, classes=[f"digit {i}" for i in range(10)]),
        Entry("logistic_3_unsorted", three, multinomial, renamed=[2, 0, 1]),
        Entry("logistic_3_string_unsorted_tensor", three, multinomial, zipmap=False, classes=SPECIES,
              renamed=["virginica", "Setosa", "versicolor"]),
        Entry("linear_svc_2", two, LinearSVC(random_state=0), scaler, options={"nocl": False}),
        Entry("linear_svc_3", three, LinearSVC(random_state=0), scaler, options={"nocl": False}),
        Entry("linear_svc_3_string", three, LinearSVC(random_state=0), scaler, options={"nocl": False}, classes=SPECIES),
        Entry("ridge_classifier_2", two, RidgeClassifier(), zipmap=False),
        Entry("ridge_classifier_3", three, RidgeClassifier(), zipmap=False),
        Entry("ridge_classifier_10_features64", digits(), RidgeClassifier(), zipmap=False),
        Entry("ridge_classifier_2_signs", two, RidgeClassifier(), zipmap=False, classes=[-1, 1]),
        Entry("logistic_2_liblinear", two, one_a_class, scaler),
    ]  # fmt: skip


def regressors() -> list[Entry]:
    """One target and several, with an intercept and without.

    目的変数が一つのものと複数のもの、切片の有無。
    """
    scaler = [StandardScaler()]
    return [
        Entry("ridge", diabetes(), Ridge()),
        Entry("ridge_scaler", diabetes(), Ridge(), scaler),
        Entry("ridge_no_intercept", diabetes(), Ridge(fit_intercept=False)),
        Entry("lasso", diabetes(), Lasso()),
        Entry("linear_svr", diabetes(), LinearSVR(random_state=0), scaler),
        Entry("linear_regression_features1", diabetes(slice(2, 3)), LinearRegression()),
        # How many targets are computed side by side decides the order of their sums.
        *[Entry(f"linear_regression_targets{n}", targets(n), LinearRegression(), scaler) for n in (2, 3, 4, 7)],
    ]  # fmt: skip


def first(data: Data, classes: int) -> Data:
    """The rows of the first classes."""
    rows, numbers = data
    return rows[numbers < classes], numbers[numbers < classes]


def targets(count: int) -> Data:
    """Rows of shape [120, 10] with that many numbers to foretell."""
    rows, numbers = diabetes()
    return rows, np.stack([numbers * (i + 1) + 100 * rows[:, i] for i in range(count)], axis=1)
