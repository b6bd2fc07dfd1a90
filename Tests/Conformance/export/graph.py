"""Small graphs made by hand, to ask the reference about operators one by one.

演算子を一つずつ基準実装に問うための、手書きの小さなグラフ。
"""

import numpy as np
import onnx
from entry import Entry
from onnx import TensorProto, helper, numpy_helper

TYPES = {"float32": TensorProto.FLOAT, "float64": TensorProto.DOUBLE, "int64": TensorProto.INT64,
         "int32": TensorProto.INT32, "bool": TensorProto.BOOL}  # fmt: skip


class Graph:
    """A graph of one input X, shape [1, features], whose answers are put side by side into one row of scores."""

    def __init__(self, features: int, opset: int = 18, ml: int = 3) -> None:
        self.features = features
        self.opsets = [helper.make_opsetid("", opset), helper.make_opsetid("ai.onnx.ml", ml)]
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.answers: list[str] = []
        self.functions: list[onnx.FunctionProto] = []
        self.inputs: list[onnx.ValueInfoProto] = []
        self.outputs: list[onnx.ValueInfoProto] = []

    def op(self, operator: str, *inputs: str, outputs: int = 1, domain: str = "", **attributes):
        """Adds a node; gives the name of its output, or a list of names."""
        names = [f"v{len(self.nodes)}_{index}" for index in range(outputs)]
        self.nodes.append(helper.make_node(operator, inputs, names, domain=domain, **attributes))
        return names[0] if outputs == 1 else names

    def input(self, name: str, dtype: str, width: int) -> str:
        """Adds an input, in place of X; gives its name."""
        self.inputs.append(helper.make_tensor_value_info(name, TYPES[dtype], [None, width]))
        return name

    def constant(self, values, dtype: str = "float32") -> str:
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.array(values, dtype=dtype), name))
        return name

    def cast(self, name: str, dtype: str) -> str:
        return self.op("Cast", name, to=TYPES[dtype])

    def answer(self, name: str, dtype: str = "float32") -> None:
        """Adds a tensor to the row of scores."""
        flat = self.op("Reshape", name, self.constant([1, -1], "int64"))
        self.answers.append(flat if dtype == "float32" else self.cast(flat, "float32"))

    def output(self, name: str, dtype: str) -> None:
        """Makes a matrix an output by itself, beside the row of scores or in place of it."""
        self.outputs.append(helper.make_tensor_value_info(name, TYPES[dtype], [None, None]))

    def entry(self, name: str, data: np.ndarray) -> Entry:
        nodes, outputs = list(self.nodes), list(self.outputs)
        if self.answers:
            nodes.append(helper.make_node("Concat", self.answers, ["scores"], axis=1))
            outputs.append(helper.make_tensor_value_info("scores", TensorProto.FLOAT, [None, None]))
        graph = helper.make_graph(
            nodes, name,
            self.inputs or [helper.make_tensor_value_info("X", TensorProto.FLOAT, [None, self.features])],
            outputs, self.constants,
        )  # fmt: skip
        model = helper.make_model(
            graph, opset_imports=self.opsets, producer_name="graph.py", ir_version=8, functions=self.functions
        )
        return Entry(name, (data, np.zeros(len(data))), None, graph=model)
