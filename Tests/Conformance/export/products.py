"""Products of matrices in all their forms, and the models that consist of them.

あらゆる形の行列積と、それからなるモデル。
"""

import numpy as np
from datasets import blobs, breast_cancer, iris, versicolor_or_virginica
from entry import Entry
from graph import Graph
from sklearn.cluster import KMeans, MiniBatchKMeans
from sklearn.cross_decomposition import PLSRegression
from sklearn.decomposition import IncrementalPCA, KernelPCA
from sklearn.discriminant_analysis import QuadraticDiscriminantAnalysis
from sklearn.linear_model import GammaRegressor, LogisticRegression, PoissonRegressor, TweedieRegressor
from sklearn.mixture import BayesianGaussianMixture, GaussianMixture
from sklearn.naive_bayes import BernoulliNB
from sklearn.neighbors import NeighborhoodComponentsAnalysis
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler
from sklearn.random_projection import GaussianRandomProjection


def entries() -> list[Entry]:
    return [forms(), stacks(), sums(), neighbours(), wide(), *types(), *models()]


class Matrices:
    """Matrices in a graph, constant or made of its input."""

    def __init__(self, features: int, dtype: str = "float32", seed: int = 5) -> None:
        self.graph = Graph(features)
        self.features = features
        self.dtype = dtype
        self.random = np.random.default_rng(seed)
        self.x = "X" if dtype == "float32" else self.graph.cast("X", dtype)

    def numbers(self, *shape: int) -> np.ndarray:
        numbers = np.round(self.random.normal(size=shape), 2)
        return np.round(numbers * 100) if self.dtype.startswith("int") else numbers

    def constant(self, *shape: int) -> str:
        return self.graph.constant(self.numbers(*shape), self.dtype)

    def computed(self, *shape: int) -> str:
        indices = self.random.integers(self.features, size=int(np.prod(shape)))
        picked = self.graph.op("Gather", self.x, self.graph.constant(indices, "int64"), axis=1)
        flat = self.graph.op("Add", picked, self.constant(len(indices)))
        return self.graph.op("Reshape", flat, self.graph.constant(list(shape), "int64"))

    def answer(self, operator: str, *inputs: str, **attributes) -> None:
        self.graph.answer(self.graph.op(operator, *inputs, **attributes), self.dtype)

    def entry(self, name: str, rows: int = 8) -> Entry:
        data = self.random.normal(size=(rows, self.features))
        return self.graph.entry(name, np.round(data * 8) / 8 if self.features > 40 else np.round(data, 3))


def forms() -> Entry:
    """Constant and computed operands, vectors, Gemm transposed and not, of rows and columns and beside them."""
    m = Matrices(6)
    for rows, features, columns in [(1, 13, 7), (1, 6, 1), (3, 9, 1), (2, 11, 3)]:
        a, b = m.computed(rows, features), m.computed(features, columns)
        m.answer("MatMul", a, b)
        m.answer("MatMul", a, m.constant(features))
        m.answer("MatMul", m.constant(rows, features), b)
        m.answer("MatMul", m.constant(rows, features), m.graph.op("Transpose", m.computed(columns, features), perm=[1, 0]))
        m.answer("Gemm", a, m.computed(columns, features), transB=1)
        m.answer("Gemm", m.computed(features, rows), b, transA=1)
        m.answer("Gemm", m.computed(features, rows), m.constant(columns, features), transA=1, transB=1, alpha=0.3)
    m.answer("MatMul", m.computed(9), m.constant(9))
    m.answer("MatMul", m.computed(9), m.constant(9, 3))
    return m.entry("op_matrices")


def stacks() -> Entry:
    m = Matrices(5)
    for a, b in [((2, 3, 4), (4, 5)), ((2, 3, 4), (1, 4, 5)), ((2, 1, 4), (4, 1)), ((2, 3, 4), (2, 4, 5)), ((3, 4), (2, 4, 5)),
                 ((2, 1, 2, 9), (1, 3, 9, 1)), ((9,), (2, 9, 3)), ((2, 3, 9), (9,))]:  # fmt: skip
        m.answer("MatMul", m.computed(*a), m.constant(*b))
        m.answer("MatMul", m.constant(*a), m.computed(*b))
    return m.entry("op_matrix_stacks")


def sums() -> Entry:
    """Gemm with an addend of every shape, constant and computed, times a factor and not."""
    m = Matrices(6)
    scaled = [{"alpha": -2.0, "beta": 0.7}, {}]
    for rows in [1, 2]:
        a = m.computed(rows, 7)
        for shape in [(3,), (1, 3), (rows, 1), (rows, 3), (1,)]:
            for addend in [m.constant(*shape), m.computed(*shape)]:
                for b in [m.constant(7, 3), m.computed(7, 3)]:
                    m.answer("Gemm", a, b, addend, **scaled[0])
                    scaled.reverse()
            scaled.reverse()
        m.answer("Gemm", a, m.constant(7, 3), m.graph.constant(np.nan), beta=0.0)
    return m.entry("op_matrix_sums")


def neighbours() -> Entry:
    """What becomes one operation with a product, and what nearly does."""
    m = Matrices(7)
    op, number = m.graph.op, m.graph.constant
    for b in [m.constant(7, 3), m.constant(7)]:
        for x in [op("Mul", "X", number([0.3])), op("Div", op("Mul", number(1.7), "X"), number([[0.7]])),
                  op("Mul", "X", number([[[0.3]]])), op("Mul", "X", m.constant(7))]:  # fmt: skip
            m.answer("MatMul", x, b)
            m.answer("Div", op("MatMul", x, b), number([3]))
            m.answer("Mul", number(0.3), op("Div", op("MatMul", x, b), number(0.9)))
            m.answer("Mul", op("Identity", op("MatMul", x, b)), number([[[0.3]]]))
            m.answer("Div", number([0.3]), op("MatMul", x, b))
            product = op("MatMul", x, b)
            m.answer("Add", product, op("Mul", product, number(0.1)))
            m.answer("Add", op("MatMul", x, b), number([0.1]))
    columns = op("Transpose", op("Mul", m.computed(5, 2), number([0.3])), perm=[1, 0])
    m.answer("MatMul", columns, m.constant(5, 3))
    m.answer("MatMul", m.constant(5, 2), op("Mul", columns, number([0.7])))
    for scale in [0.3, [0.3], [[0.3]]]:
        m.answer("MatMul", m.constant(2, 1), op("Mul", "X", number(scale)))
        m.answer("MatMul", op("Mul", m.computed(3, 9), number(scale)), m.computed(9, 4))
        scaler = op("Scaler", "X", domain="ai.onnx.ml", offset=[0.1], scale=[1.3])
        m.answer("Div", op("MatMul", scaler, m.constant(7, 3)), number(scale))
        m.answer("MatMul", op("Mul", scaler, number(scale)), m.constant(7, 3))
    twice = m.constant(7)
    m.answer("Mul", op("MatMul", "X", twice), number(0.3))
    m.answer("Mul", op("MatMul", "X", twice), number(0.7))
    return m.entry("op_matrix_neighbours")


def wide() -> Entry:
    """More features than a tile has: with a bias that is there first, and with one that is not."""
    m = Matrices(300)
    op, number = m.graph.op, m.graph.constant
    matrix = m.constant(300, 2)
    for x in ["X", op("Scaler", "X", domain="ai.onnx.ml", offset=[0.1], scale=[1.3]), op("Relu", "X")]:
        for bias in [[0.1, 0.2], [[0.1, 0.2]], [[[0.1, 0.2]]], 0.1]:
            m.answer("Add", number(bias), op("MatMul", x, op("Identity", matrix)))
    m.answer("Sub", op("MatMul", op("Abs", "X"), matrix), number([0.1, 0.2]))
    m.answer("Mul", op("MatMul", op("Neg", "X"), matrix), number([0.3]))
    m.answer("MatMul", "X", m.constant(300))
    m.answer("MatMul", m.constant(2, 300), op("Reshape", "X", number([300, 1], "int64")))
    m.answer("MatMul", m.constant(2, 300), op("Reshape", "X", number([300, 1], "int64")))
    m.answer("Gemm", "X", matrix, number([0.1, 0.2]), alpha=0.3, beta=0.7)
    m.answer("Gemm", op("Reshape", "X", number([300, 1], "int64")), matrix, transA=1)
    m.answer("Gemm", op("Reshape", "X", number([2, 150], "int64")), op("Reshape", "X", number([2, 150], "int64")), transB=1)
    return m.entry("op_matrices_features300", 5)


def types() -> list[Entry]:
    """Products of doubles and integers; the rows of integers are of many bits."""
    every = []
    for dtype in ["float64", "int64", "int32"]:
        m = Matrices(6, dtype)
        for rows, features, columns in [(1, 6, 3), (3, 5, 1), (2, 140, 3)]:
            a, b = m.computed(rows, features), m.computed(features, columns)
            m.answer("MatMul", a, b)
            m.answer("MatMul", a, m.constant(features, columns))
            m.answer("MatMul", a, m.constant(features))
            m.answer("Add", m.graph.op("MatMul", a, m.constant(features, columns)), m.constant(columns))
            if dtype == "float64":
                m.answer("Gemm", a, m.constant(columns, features), m.computed(1, columns), transB=1, alpha=0.3, beta=0.7)
                scaled = m.graph.op("Div", a, m.graph.constant([0.7], dtype))
                m.answer("Mul", m.graph.op("MatMul", scaled, b), m.graph.constant(0.3, dtype))
        every.append(m.entry(f"op_matrices_{dtype}"))
    return every


def models() -> list[Entry]:
    three, two, ten = iris(3), versicolor_or_virginica(), blobs()
    rows, _ = three
    counts = rows[:, :3], np.round(rows[:, 3] * 3) + 1
    scaler = [StandardScaler()]
    logistic = LogisticRegression(max_iter=200)
    return [
        Entry("k_means", three, KMeans(3, n_init=1, random_state=0)),
        Entry("k_means_10_scaled", ten, MiniBatchKMeans(10, n_init=1, random_state=0), scaler),
        Entry("bernoulli_bayes", ten, BernoulliNB(binarize=0.5)),
        # Its converter says it has as many targets as features.
        Entry("pls", three, PLSRegression(2), targets=rows[:, ::-1]),
        Entry("poisson", counts, PoissonRegressor()),
        Entry("gamma", counts, GammaRegressor()),
        Entry("tweedie", counts, TweedieRegressor(), scaler),
        Entry("incremental_pca_logistic", three, logistic, [IncrementalPCA(2)]),
        Entry("random_projection_logistic", breast_cancer(), logistic, [GaussianRandomProjection(3, random_state=0)]),
        Entry("components_logistic", two, logistic, [NeighborhoodComponentsAnalysis(2, random_state=0)]),
        Entry("kernel_pca_linear", (rows[::6], three[1][::6]), logistic, [KernelPCA(2)]),
        Entry("kernel_pca_poly", (rows[::6], three[1][::6]), logistic, [KernelPCA(2, kernel="poly")]),
        Entry("kernel_pca_sigmoid", (rows[::6], three[1][::6]), logistic, [KernelPCA(2, kernel="sigmoid", gamma=0.01)]),
        Entry("kernel_pca_cosine", (rows[::6], three[1][::6]), logistic, [KernelPCA(2, kernel="cosine")]),
        Entry("quadratic_discriminant", three, QuadraticDiscriminantAnalysis()),
        Entry("mixture_bayesian", three, BayesianGaussianMixture(n_components=2, random_state=0)),
        Entry("mixture_tied", three, GaussianMixture(2, covariance_type="tied", random_state=0)),
        Entry("mixture_diag", three, GaussianMixture(2, covariance_type="diag", random_state=0)),
        Entry("mixture_spherical", three, GaussianMixture(2, covariance_type="spherical", random_state=0)),
        Entry("mlp_wide", two, MLPClassifier((260, 3), random_state=0, max_iter=20), scaler, zipmap=False),
    ]  # fmt: skip
