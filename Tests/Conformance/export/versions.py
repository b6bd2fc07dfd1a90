"""Operators at the types and versions that the other graphs have not: float64 to the last bit, integers, older definitions.

他のグラフにない型と版の演算子（float64 は最後のビットまで）。
"""

import numpy as np
from entry import Entry
from graph import Graph
from onnx import helper, numpy_helper

ROWS = np.array([
    [0.0, 1.0, -1.0, 2.0], [1.0, 1.0, 1.0, 1.0], [-0.0, 0.0, 0.5, -0.5], [3.0, -2.0, 3.0, 7.0], [2.5, 3.5, -2.5, -3.5],
    [1e-3, 1e3, -1e-3, 0.1], [5.1, 3.5, 1.4, 0.2], [100.0, -7.0, 12.25, 6.0], [-745.0, 709.0, -708.5, 18.0],
])  # fmt: skip


def entries() -> list[Entry]:
    return [functions(), softmax(), powers(), zeros(), integers(), encoders(), trees(), ensembles(), conversions(), *versions()]


def ints(graph: Graph, *values: int) -> str:
    return graph.constant(list(values), "int64")


def every_bit(graph: Graph, name: str) -> None:
    """Answers a float64 in three parts of float32, which together are all of its bits."""
    for _ in range(3):
        part = graph.cast(name, "float32")
        graph.answer(part)
        name = graph.op("Sub", name, graph.cast(part, "float64"))


def doubles(graph: Graph, count: int) -> str:
    """The first numbers of the input, with bits that float32 does not have."""
    x = graph.cast(graph.op("Slice", "X", ints(graph, 0), ints(graph, count), ints(graph, 1)), "float64")
    return graph.op("Mul", x, graph.constant(1.1, "float64"))


def functions() -> Entry:
    """Two elements at a time, and one alone."""
    graph = Graph(4)
    for operator in ["Exp", "Log", "Sigmoid", "Tanh"]:
        every_bit(graph, graph.op(operator, doubles(graph, 4)))
        every_bit(graph, graph.op(operator, doubles(graph, 3)))
    return graph.entry("types_functions", ROWS)


def softmax() -> Entry:
    """One row is added up in another order than several; before version 13 all dimensions from the axis on are one."""
    graph = Graph(4)
    wide = graph.op("Concat", *[graph.op("Mul", "X", graph.constant(f)) for f in (1, 0.3, -0.7)], axis=1)
    for count in [1, 3, 7, 12]:
        row = graph.op("Slice", wide, ints(graph, 0), ints(graph, count), ints(graph, 1))
        every_bit(graph, graph.op("Softmax", graph.cast(row, "float64"), axis=1))
    return graph.entry("types_softmax", ROWS)


def powers() -> Entry:
    graph = Graph(4, opset=15)
    for base in ["float32", "float64", "int64", "int32"]:
        x = "X" if base == "float32" else graph.cast("X", base)
        for exponent in ["float32", "float64", "int64", "int32"]:
            for values in [2, [3, 2, 4, 0], [[3], [-1]]]:
                graph.answer(graph.op("Pow", x, graph.constant(values, exponent)), base)
        graph.answer(graph.op("Pow", x, x), base)
        first = graph.op("Slice", x, ints(graph, 0), ints(graph, 1), ints(graph, 1))
        graph.answer(graph.op("Pow", first, graph.constant([3], base)), base)
    every_bit(graph, graph.op("Pow", graph.cast("X", "float64"), graph.constant(0.3, "float64")))
    return graph.entry("types_powers", ROWS)


def zeros() -> Entry:
    """Which of two zeros Max and Min answer hangs on the place of the element and on how the operands are repeated."""
    graph = Graph(5)
    for dtype in ["float32", "float64"]:
        x = "X" if dtype == "float32" else graph.cast("X", dtype)
        column = graph.op("Reshape", x, ints(graph, 5, 1))
        for operator, zero in [("Max", 0.0), ("Min", -0.0)]:
            number = graph.constant(zero, dtype)
            rows = graph.constant([[zero] * 3] * 5, dtype)
            for a, b in [(x, number), (number, x), (column, number), (column, rows), (rows, column)]:
                graph.answer(graph.op(operator, a, b), dtype)
    data = np.concatenate([ROWS, ROWS[:, ::-1]], axis=1)[:, :5]
    return graph.entry("types_zeros", np.concatenate([data, [[0.0, -0.0, 0.0, -0.0, -0.0]]]))


def integers() -> Entry:
    graph = Graph(4)
    limits = graph.constant([2**31, -(2**31), 2**32 - 1, 2**33], "int64")
    for count in [3, 4]:
        x = graph.op("Slice", graph.cast("X", "int64"), ints(graph, 0), ints(graph, count), ints(graph, 1))
        part = graph.op("Slice", limits, ints(graph, 0), ints(graph, count))
        graph.answer(graph.op("Sign", graph.op("Add", x, part)), "int64")
    graph.answer(graph.op("Relu", graph.cast("X", "int32")), "int32")
    for dtype in ["int64", "int32"]:
        x = graph.cast("X", dtype)
        divisor = graph.op("Max", graph.op("Abs", x), graph.constant([2], dtype))
        graph.answer(graph.op("Div", graph.constant([7, -9, 100, -1], dtype), divisor), dtype)
    return graph.entry("types_integers", ROWS)


def tensor(values, dtype: str):
    return numpy_helper.from_array(np.array(values, dtype=dtype))


def encoders() -> Entry:
    """Keys and values as tensors, NaN among the keys; squares and magnitudes of other types than float32."""
    graph = Graph(4, ml=4)

    def encode(dtype: str, keys, values, to: str, **default) -> None:
        x = "X" if dtype == "float32" else graph.cast("X", dtype)
        graph.answer(graph.op("LabelEncoder", x, domain="ai.onnx.ml", keys_tensor=tensor(keys, dtype),
                              values_tensor=tensor(values, to), **default), to)  # fmt: skip

    for to in ["float32", "int64"]:
        encode("float32", [1, 0, np.nan, 3.5, np.inf, 1], [5, 6, 7, 8, 9, 10], to)
    for to in ["float32", "float64", "int64"]:
        encode("int64", [1, 0, -1, 3], [5, 6, 7, 8], to, default_tensor=tensor([11], to))
    for to in ["float64", "int64"]:
        encode("float64", [np.nan, 2.5, 0], [5, 6, 7], to, default_tensor=tensor([11], to))
    plain = {"keys_floats": [1.0, float("nan")], "values_floats": [2.0, 3.0], "default_float": 4.0}
    graph.answer(graph.op("LabelEncoder", "X", domain="ai.onnx.ml", **plain))
    for dtype in ["float64", "int64", "int32"]:
        x = doubles(graph, 4) if dtype == "float64" else graph.cast("X", dtype)
        for norm in ["MAX", "L1", "L2"]:
            graph.answer(graph.op("Normalizer", x, domain="ai.onnx.ml", norm=norm))
    return graph.entry("types_encoders", ROWS)


def forest(random: np.random.Generator, prefix: str, targets: int, trees: int, **attributes) -> dict:
    """Trees of three branches and four leaves, with numbers that float32 does not have."""
    nodes, leaves = trees * 7, trees * 4
    modes = ["BRANCH_LEQ", "BRANCH_LT", "BRANCH_GTE", "BRANCH_GT", "BRANCH_EQ", "BRANCH_NEQ"]
    weights = np.round(random.normal(size=(leaves, targets)), 2) / 3
    return {
        "nodes_treeids": np.repeat(np.arange(trees), 7), "nodes_nodeids": np.tile(np.arange(7), trees),
        "nodes_featureids": random.integers(0, 4, nodes), "nodes_truenodeids": np.tile([1, 3, 5, 0, 0, 0, 0], trees),
        "nodes_falsenodeids": np.tile([2, 4, 6, 0, 0, 0, 0], trees),
        "nodes_modes": [modes[random.integers(6)] if place % 7 < 3 else "LEAF" for place in range(nodes)],
        "nodes_missing_value_tracks_true": random.integers(0, 2, nodes),
        "nodes_values_as_tensor": tensor(np.round(random.normal(size=nodes)) * 1.1, "float64"),
        f"{prefix}_treeids": np.repeat(np.arange(trees), 4 * targets),
        f"{prefix}_nodeids": np.tile(np.repeat([3, 4, 5, 6], targets), trees),
        f"{prefix}_ids": np.tile(np.arange(targets), leaves),
        f"{prefix}_weights_as_tensor": tensor(weights.ravel(), "float64"),
        **attributes,
    }  # fmt: skip


def trees() -> Entry:
    """Thresholds, sums and labels of float64; post transformations of the sums rounded to float32."""
    graph = Graph(4)
    random = np.random.default_rng(23)
    x = doubles(graph, 4)
    for targets, trees, attributes in [
        (1, 9, {}), (1, 5, {"aggregate_function": "AVERAGE"}), (3, 7, {"aggregate_function": "MIN"}),
        (2, 6, {"aggregate_function": "MAX", "base_values_as_tensor": tensor([0.1, -0.3], "float64")}),
        (3, 5, {"post_transform": "SOFTMAX"}), (2, 4, {"post_transform": "LOGISTIC"}),
    ]:  # fmt: skip
        forest_of = forest(random, "target", targets, trees, n_targets=targets, **attributes)
        graph.answer(graph.op("TreeEnsembleRegressor", x, domain="ai.onnx.ml", **forest_of))
    for classes, weighted, attributes in [
        (3, 3, {}), (2, 1, {}), (2, 1, {"post_transform": "LOGISTIC"}), (4, 4, {"post_transform": "SOFTMAX_ZERO"}),
    ]:  # fmt: skip
        forest_of = forest(random, "class", weighted, 8, classlabels_int64s=list(range(classes)), **attributes)
        label, scores = graph.op("TreeEnsembleClassifier", x, outputs=2, domain="ai.onnx.ml", **forest_of)
        graph.answer(label, "int64")
        graph.answer(scores)
    return graph.entry("types_trees", ROWS)


def ensembles() -> Entry:
    """The ensemble of version 5, whose answer is of the type of its input."""
    graph = Graph(4, ml=5)
    for dtype in ["float64", "float32"]:
        x = doubles(graph, 4) if dtype == "float64" else "X"
        for function, targets, transform in [(0, 1, 0), (1, 2, 0)] + ([(1, 2, 1), (1, 2, 2)] if dtype == "float32" else []):
            trees = 5
            random = np.random.default_rng(5)
            answer = graph.op(
                "TreeEnsemble", x, domain="ai.onnx.ml", aggregate_function=function, n_targets=targets,
                post_transform=transform, tree_roots=np.arange(trees), nodes_featureids=np.arange(trees) % 4,
                nodes_modes=tensor(np.arange(trees), "uint8"), nodes_splits=tensor(np.arange(trees) * 1.1 - 2.2, dtype),
                nodes_truenodeids=np.arange(trees) * 2, nodes_trueleafs=[1] * trees, nodes_falseleafs=[1] * trees,
                nodes_falsenodeids=np.arange(trees) * 2 + 1, leaf_targetids=np.arange(trees * 2) % targets,
                leaf_weights=tensor(random.normal(size=trees * 2), dtype),
            )  # fmt: skip
            every_bit(graph, answer) if dtype == "float64" else graph.answer(answer)
    return graph.entry("types_ensembles", ROWS)


def conversions() -> Entry:
    """Types that values are only converted to; the inverse of the normal distribution, of scores about 0 to 1."""
    graph = Graph(4)
    wide = graph.op("Mul", "X", graph.constant([1, 40, 9000, 1e19]))
    for middle in ["float16", "int8", "uint8", "int16", "uint16", "uint64"]:
        to = helper.np_dtype_to_tensor_dtype(np.dtype(middle))
        for source in ["float32", "float64", "int32", "bool"]:
            x = wide if source == "float32" else graph.cast(wide, source)
            graph.answer(graph.cast(graph.op("Cast", x, to=to), "float32"))
    part = graph.op("Clip", graph.op("Mul", "X", graph.constant(0.125)), graph.constant(-0.1), graph.constant(1.1))
    one = np.eye(4, dtype=np.float32).ravel().tolist()
    for targets in [1, 4]:
        graph.answer(graph.op("LinearRegressor", part, domain="ai.onnx.ml", targets=targets, post_transform="PROBIT",
                              coefficients=one[: 4 * targets], intercepts=[0.0] * targets))  # fmt: skip
    forest_of = forest(np.random.default_rng(3), "target", 3, 4, n_targets=3, post_transform="PROBIT")
    graph.answer(graph.op("TreeEnsembleRegressor", graph.cast("X", "float64"), domain="ai.onnx.ml", **forest_of))
    label, scores = graph.op("LinearClassifier", part, outputs=2, domain="ai.onnx.ml", classlabels_ints=[0, 1, 2, 3],
                             coefficients=one, intercepts=[0.0] * 4, post_transform="PROBIT")  # fmt: skip
    graph.answer(label, "int64")
    graph.answer(scores)
    return graph.entry("types_conversions", ROWS)


def versions() -> list[Entry]:
    old = Graph(4, opset=6)
    back = old.op("Gather", "X", ints(old, 3, 2, 1, 0), axis=1)
    for operator in ["Max", "Min", "Mean", "Sum"]:
        old.answer(old.op(operator, "X", back, "X"))
    old.answer(old.op("Sum", old.cast("X", "float64"), old.cast(back, "float64")), "float64")
    flat = Graph(4, opset=11)
    box = flat.op("Reshape", flat.op("Concat", "X", "X", "X", axis=1), ints(flat, 1, 3, 4))
    for axis in [0, 1, 2]:
        flat.answer(flat.op("Softmax", box, axis=axis))
        every_bit(flat, flat.op("Softmax", flat.cast(box, "float64"), axis=axis))
    late = Graph(4, opset=13)
    box = late.op("Reshape", late.op("Concat", "X", late.op("Neg", "X"), "X", axis=1), ints(late, 1, 3, 4))
    for axis in [0, 1, -1]:
        late.answer(late.op("Softmax", box, axis=axis))
        every_bit(late, late.op("Softmax", late.cast(box, "float64"), axis=axis))
    return [old.entry("types_version6", ROWS), flat.entry("types_version11", ROWS), late.entry("types_version13", ROWS)]
