"""Models of several inputs and of inputs of other types, as data frames and tables of integers are exported.

複数の入力や float32 以外の入力を取るモデル：データフレームや整数の表を書き出した形。
"""

import numpy as np
from datasets import iris
from entry import Entry
from graph import TYPES, Graph
from preprocessing import rounded
from sklearn.compose import ColumnTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.tree import DecisionTreeClassifier


def entries() -> list[Entry]:
    three, logistic = iris(3), LogisticRegression(max_iter=1000)
    whole = rounded(three)
    coarse = np.concatenate([three[0][:, :2], whole[0][:, 2:]], axis=1), three[1]
    return [
        Entry("inputs_columns", three, logistic, [StandardScaler()], inputs=frame("float32")),
        Entry(
            "inputs_groups", three, logistic, [StandardScaler()],
            inputs=[("sepal", "float32", 2), ("petal", "float32", 2)],
        ),
        Entry("inputs_frame", coarse, logistic, [columns()], inputs=frame("float32", "float32", "int64", "int64")),
        Entry("inputs_frame_scaled", coarse, logistic, [StandardScaler()],
              inputs=frame("float32", "int64", "float32", "int64")),
        Entry("inputs_int64_tree", whole, DecisionTreeClassifier(max_depth=5, random_state=0),
              inputs=[("input", "int64", 4)]),
        Entry("inputs_int64_logistic", whole, logistic, inputs=[("input", "int64", 4)]),
        Entry("inputs_int64_scaler", whole, logistic, [StandardScaler()], inputs=[("input", "int64", 4)]),
        Entry("inputs_int64_one_hot", whole, logistic, [OneHotEncoder(handle_unknown="ignore")],
              inputs=[("input", "int64", 4)]),
        Entry("inputs_bool_logistic", ((three[0] > [5.8, 3, 3.8, 1.2]) * 1.0, three[1]), logistic,
              inputs=[("input", "bool", 4)]),
        every_type().entry("inputs_every_type", iris(3)[0][:, [0, 1, 2, 3, 0]]),
    ]  # fmt: skip


def columns() -> ColumnTransformer:
    """Columns of float32 scaled, one of int64 as its categories, one passed through."""
    return ColumnTransformer(
        [("scaled", StandardScaler(), [1, 0]), ("categories", OneHotEncoder(handle_unknown="ignore"), [3])],
        remainder="passthrough",
    )


def every_type() -> Graph:
    """A feature of each type by itself, and what would show a bit lost on the way."""
    graph = Graph(0)
    names = {dtype: graph.input(dtype, dtype, 1) for dtype in TYPES}
    for name, dtype in names.items():
        graph.answer(name, dtype)
    half = graph.op("Sub", names["float64"], graph.cast(graph.cast(names["float64"], "float32"), "float64"))
    graph.answer(half, "float64")
    graph.answer(graph.op("Sub", names["int64"], graph.constant([[2**63 - 2]], "int64")), "int64")
    graph.answer(graph.op("Less", names["int32"], graph.constant([[2]], "int32")), "bool")
    graph.answer(graph.op("Not", names["bool"]), "bool")
    return graph


def frame(*types: str) -> list[tuple[str, str, int]]:
    """A column each of iris, of one type or of four."""
    names = ["sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)"]
    return [(name, dtype, 1) for name, dtype in zip(names, types * (4 // len(types)), strict=True)]
