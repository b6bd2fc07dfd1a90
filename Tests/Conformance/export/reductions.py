"""The operators that make one number of many: of all elements, along the first, the last, a middle or scattered axes.

多数の要素を一つの数にする演算子：全要素、先頭・末尾・中間・離れた軸に沿うもの。
"""

import numpy as np
from entry import Entry
from graph import Graph

FLOATS = ["ReduceSum", "ReduceMean", "ReduceMax", "ReduceMin", "ReduceProd", "ReduceSumSquare", "ReduceL1", "ReduceL2",
          "ReduceLogSum", "ReduceLogSumExp"]  # fmt: skip
INTEGERS = [operator for operator in FLOATS if not operator.startswith("ReduceLog")]
# Rows that start before, at and behind a boundary of 16 bytes; dimensions of size 1 at every place.
SHAPES = [([3, 7], [1]), ([1, 17], [1]), ([5, 2], [0]), ([2, 6, 3], [1]), ([1, 5, 2], [1]), ([2, 2, 5], [0, 2]),
          ([3, 1, 6], [0, 2]), ([2, 2, 1, 2, 2], [1, 3]), ([2, 1], [1]), ([1], [0])]  # fmt: skip
# Fractions and zeros of both signs, ties, and numbers whose squares and sums are past what an integer holds.
ROWS = np.array([
    [0.7, -1.3, 2.25, -0.001], [-0.0, 0.0, 0.5, -0.5], [-0.0, -0.0, -0.0, -0.0], [5.1, 3.5, 1.4, 0.2], [3.0, -2.0, 3.0, 7.0],
    [60000.0, 50000.0, -60000.0, 3.0], [1e18, 2e9, -3e18, 7e17],
])  # fmt: skip


def entries() -> list[Entry]:
    return [reductions("op_reductions_float", "float32", FLOATS), reductions("op_reductions_double", "float64", FLOATS),
            reductions("op_reductions_int64", "int64", INTEGERS), reductions("op_reductions_int32", "int32", INTEGERS),
            attributes(), long_columns()]  # fmt: skip


def reductions(name: str, dtype: str, operators: list[str]) -> Entry:
    graph = Graph(4)
    x = "X" if dtype == "float32" else graph.cast("X", dtype)
    wide = graph.op("Concat", *[graph.op("Mul", x, graph.constant(factor, dtype)) for factor in range(1, 5)], axis=1)
    for place, (shape, axes) in enumerate(SHAPES):
        count = int(np.prod(shape))
        part = graph.op("Gather", wide, graph.constant([(place + i) % 16 for i in range(count)], "int64"), axis=1)
        tensor = graph.op("Reshape", part, graph.constant(shape, "int64"))
        for operator in operators:
            graph.answer(graph.op(operator, tensor, graph.constant(axes, "int64"), keepdims=place % 2), dtype)
    for operator in operators:
        graph.answer(graph.op(operator, x, noop_with_empty_axes=1), dtype)
        graph.answer(graph.op(operator, wide), dtype)
    return graph.entry(name, ROWS)


def attributes() -> Entry:
    """Axes as they were before they became an input; none of them are all."""
    graph = Graph(4, opset=11)
    box = graph.op("Reshape", "X", graph.constant([2, 1, 2], "int64"))
    for operator in FLOATS:
        graph.answer(graph.op(operator, box, axes=[-1, 0]))
        graph.answer(graph.op(operator, box, axes=[1, 2], keepdims=0))
        graph.answer(graph.op(operator, box))
    return graph.entry("op_reductions_attributes", ROWS)


def long_columns() -> Entry:
    """More than 16 rows of more than 256 numbers have a loop of their own, in which -0 stays itself."""
    graph = Graph(4)
    tall = graph.op("Tile", graph.op("Reshape", "X", graph.constant([2, 2], "int64")), graph.constant([150, 1], "int64"))
    for operator in FLOATS:
        graph.answer(graph.op(operator, tall, graph.constant([0], "int64")))
    return graph.entry("op_reductions_long", ROWS)
