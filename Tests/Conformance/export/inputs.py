"""Models of several inputs and of inputs of other types, as data frames and tables of integers are exported.

複数の入力や float32 以外の入力を取るモデル：データフレームや整数の表を書き出した形。
"""

import numpy as np
from datasets import Data, iris
from entry import Entry
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler


def entries() -> list[Entry]:
    three, logistic = iris(3), LogisticRegression(max_iter=1000)
    return [
        Entry("inputs_columns", three, logistic, [StandardScaler()], inputs=frame("float32")),
        Entry(
            "inputs_groups", three, logistic, [StandardScaler()],
            inputs=[("sepal", "float32", 2), ("petal", "float32", 2)],
        ),
    ]  # fmt: skip


def frame(*types: str) -> list[tuple[str, str, int]]:
    """A column each of iris, of one type or of four."""
    names = ["sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)"]
    return [(name, dtype, 1) for name, dtype in zip(names, types * (4 // len(types)), strict=True)]
