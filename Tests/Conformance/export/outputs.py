"""Models of several outputs and of outputs of other types: what the converter's options add, and several targets at once.

複数の出力や float32 以外の出力を持つモデル：変換オプションによる追加の出力と、複数の目的変数。
"""

import numpy as np
from datasets import Data, diabetes, iris
from entry import Entry
from graph import TYPES, Graph
from sklearn.cluster import KMeans
from sklearn.cross_decomposition import PLSRegression
from sklearn.decomposition import PCA, KernelPCA
from sklearn.discriminant_analysis import QuadraticDiscriminantAnalysis
from sklearn.ensemble import IsolationForest, RandomForestClassifier, RandomForestRegressor
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF
from sklearn.linear_model import (
    BayesianRidge,
    HuberRegressor,
    LinearRegression,
    LogisticRegression,
    PoissonRegressor,
    SGDClassifier,
)
from sklearn.mixture import GaussianMixture
from sklearn.multiclass import OneVsRestClassifier
from sklearn.multioutput import MultiOutputClassifier
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor, LocalOutlierFactor
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.preprocessing import MinMaxScaler, RobustScaler, StandardScaler
from sklearn.tree import DecisionTreeRegressor


def entries() -> list[Entry]:
    three, numbers = iris(3), diabetes()
    few = three[0][::3], three[1][::3]
    logistic = LogisticRegression(max_iter=1000)
    forest = RandomForestClassifier(n_estimators=3, max_depth=4, random_state=0)
    kinds = np.stack([three[1], three[1] > 0], axis=1).astype(np.int64)
    marks = np.stack([three[1] > 0, three[1] > 1, three[0][:, 0] > 5.5], axis=1).astype(np.int64)
    plain = {"zipmap": False}
    return [
        Entry("outputs_columns", three, logistic, options={"zipmap": "columns"}),
        Entry("outputs_class_labels", three, logistic, options={"zipmap": False, "output_class_labels": True}),
        Entry("outputs_two_classifications", three, MultiOutputClassifier(logistic), targets=kinds, options=plain),
        Entry("outputs_two_forests", three, MultiOutputClassifier(forest), targets=kinds, options=plain),
        Entry("outputs_forest_of_two", three, forest, targets=kinds, options=plain),
        Entry("outputs_marks_neighbors", few, KNeighborsClassifier(3), targets=marks[::3], options=plain),
        Entry("outputs_marks_mlp", three, MLPClassifier((6,), max_iter=800, random_state=0), targets=marks,
              options=plain, infers_shapes=False),
        Entry("outputs_marks_one_vs_rest", three, OneVsRestClassifier(logistic), targets=marks, options=plain),
        Entry("outputs_leaf", numbers, DecisionTreeRegressor(max_depth=4, random_state=0),
              options={"decision_leaf": True}),
        Entry("outputs_leaves", numbers, RandomForestRegressor(n_estimators=3, max_depth=4, random_state=0),
              options={"decision_leaf": True}),
        Entry("outputs_isolation_samples", three, IsolationForest(n_estimators=5, random_state=0),
              options={"score_samples": True}, opsets={"": 18, "ai.onnx.ml": 3}),
        Entry("outputs_outlier_samples", few, LocalOutlierFactor(novelty=True), options={"score_samples": True}),
        Entry("outputs_mixture_samples", three, GaussianMixture(2, random_state=0), options={"score_samples": True}),
        Entry("outputs_process_deviation", few, GaussianProcessRegressor(alpha=0.1), targets=few[0][:, 0],
              options={"return_std": True}),
        Entry("outputs_ridge_deviation", numbers, BayesianRidge(), options={"return_std": True}),
        every_type().entry("outputs_every_type", three[0]),
        normalized().entry("double_normalized", three[0]),
        *doubles(three, numbers),
    ]  # fmt: skip


def every_type() -> Graph:
    """Outputs of each type, one of them of two rows, and a constant."""
    graph = Graph(4)
    for dtype in TYPES:
        graph.output(graph.cast("X", dtype) if dtype != "bool" else graph.op("Less", "X", graph.constant([3.0])), dtype)
    graph.output(graph.op("Tile", "X", graph.constant([2, 1], "int64")), "float32")
    graph.output(graph.constant([[1, -(2**62)]], "int64"), "int64")
    return graph


def normalized() -> Graph:
    """The operator LpNormalization in float64, in both norms."""
    graph = Graph(4)
    row = graph.op("Sub", graph.cast("X", "float64"), graph.constant([1 / 3, -0.1, 2.0, 1e-9], "float64"))
    for norm in (1, 2):
        graph.output(graph.op("LpNormalization", row, p=norm, axis=-1), "float64")
    return graph


def doubles(three: Data, numbers: Data) -> list[Entry]:
    """Models of float64 from the row to the answer."""
    few = numbers[0][::6], numbers[1][::6]
    logistic = LogisticRegression(max_iter=1000)
    classifiers = [
        ("logistic", logistic, [StandardScaler()]), ("mlp", MLPClassifier((6,), max_iter=800, random_state=0), []),
        ("naive_bayes", GaussianNB(), []), ("discriminant", QuadraticDiscriminantAnalysis(), []),
        ("neighbors", KNeighborsClassifier(3), []), ("one_vs_rest", OneVsRestClassifier(logistic), []),
        ("projection", logistic, [PCA(2)]), ("sgd", SGDClassifier(loss="log_loss", random_state=0), [MinMaxScaler()]),
    ]  # fmt: skip
    regressors = [
        ("linear", LinearRegression(), []), ("huber", HuberRegressor(max_iter=1000), []),
        ("mlp", MLPRegressor(hidden_layer_sizes=(6,), max_iter=800, random_state=0), [StandardScaler()]),
        ("poisson", PoissonRegressor(), [StandardScaler()]), ("pls", PLSRegression(2), []),
        ("clusters", KMeans(3, n_init=1, random_state=0), []), ("scaler", RobustScaler(), []),
        ("neighbors", KNeighborsRegressor(3), []), ("process", GaussianProcessRegressor(RBF(2.0), alpha=0.1), []),
        ("outlier", LocalOutlierFactor(novelty=True), []), ("kernel_projection", KernelPCA(2, kernel="rbf"), []),
    ]  # fmt: skip
    return [
        *(Entry(f"double_{name}", three, estimator, steps, zipmap=False, inputs=[("input", "float64", 4)])
          for name, estimator, steps in classifiers),
        *(Entry(f"double_{name}_numbers", few, estimator, steps,
                infers_shapes=name != "pls", inputs=[("input", "float64", numbers[0].shape[1])])
          for name, estimator, steps in regressors),
    ]  # fmt: skip
