"""Several nodes of which the reference makes one, whose answer is not theirs to the last bit; and some that look like it.

基準が一つのノードに融合し、元のノードと最終ビットまでは一致しない組。および、似ているが融合されない組。
"""

import numpy as np
from entry import Entry
from graph import Graph
from operators import ROWS, fours


def entries() -> list[Entry]:
    return [fusions("op_fusions_13", 13), fusions("op_fusions_18", 18), layer_normalization()]


def fusions(name: str, opset: int) -> Entry:
    graph = Graph(4, opset=opset)
    quotients(graph)
    choices(graph)
    neutral(graph)
    for x in fours(graph)[:2]:
        gelus(graph, x)
    # As short as the reference divides, and as long as it multiplies.
    normalizations(graph, "X", 4, opset)
    tenth = graph.op("Mul", "X", graph.constant(0.1))
    normalizations(graph, graph.op("Concat", "X", tenth, tenth, "X", axis=1), 16, opset)
    return graph.entry(name, ROWS)


def quotients(graph: Graph) -> None:
    one, row = graph.constant(1), graph.constant([3, 0.7, 0.1, 9])
    shifted = graph.op("Add", "X", graph.constant(0.3))
    inverse = graph.op("Div", one, shifted)
    graph.answer(graph.op("Mul", inverse, row))
    # Its twin is not the same one yet.
    graph.answer(graph.op("Mul", "X", graph.op("Identity", graph.op("Div", one, shifted))))
    graph.answer(graph.op("Mul", graph.op("Div", graph.constant([1, 1, 1, 1]), shifted), row))
    twice = graph.op("Div", graph.constant([1]), graph.op("Abs", shifted))
    graph.answer(graph.op("Mul", twice, twice))
    graph.answer(graph.op("MatMul", graph.op("Mul", graph.op("Div", one, shifted), graph.constant(3)),
                          graph.constant(np.eye(4) + 0.1)))  # fmt: skip


def choices(graph: Graph) -> None:
    condition = graph.op("Not", graph.op("Greater", "X", graph.constant(0.5)))
    zeros = graph.constant([0, -0.0, 1, -0.0])
    graph.answer(graph.op("Where", condition, "X", zeros))
    graph.answer(graph.op("Where", condition, zeros, "X"))
    other = graph.op("Not", graph.op("Less", "X", graph.constant(0.5)))
    graph.answer(graph.op("Where", other, "X", zeros))
    graph.answer(other, "bool")


def neutral(graph: Graph) -> None:
    """A zero added goes, and takes no sign from a zero, but for one of more dimensions or added to an input."""
    turned = graph.op("Neg", "X")
    for zero in [0, [0], [[0]], [[[0]]], [0, 0, 0, 0]]:
        graph.answer(graph.op("Add", turned, graph.constant(zero)))
    graph.answer(graph.op("Add", graph.constant(0), "X"))
    graph.answer(graph.op("Sub", turned, graph.constant(-0.0)))
    graph.answer(graph.op("Mul", graph.op("Div", turned, graph.constant([1])), graph.constant(3)))


def gelus(graph: Graph, x: str) -> None:
    """Of numbers of their own each: what two of them shared would be one node."""
    one, half, factor = graph.constant(1), graph.constant([0.5]), graph.constant((2 / np.pi) ** 0.5)

    def own(number: float) -> str:
        return graph.op("Add", x, graph.constant(number))

    def error(of: str, root: float) -> str:
        return graph.op("Add", graph.op("Erf", graph.op("Div", of, graph.constant(root))), one)

    y = own(0.1)
    graph.answer(graph.op("Mul", graph.op("Mul", y, error(y, 2**0.5)), half))
    y = own(0.2)
    graph.answer(graph.op("Mul", graph.op("Mul", half, y), error(y, 1.41421)))
    # These are left as they are: the half with the sum, another root.
    y = own(0.3)
    graph.answer(graph.op("Mul", y, graph.op("Mul", half, error(y, 2**0.5))))
    y = own(0.4)
    graph.answer(graph.op("Mul", graph.op("Mul", y, error(y, 1.4)), half))
    y = own(0.5)
    cube = graph.op("Mul", graph.op("Pow", y, graph.constant(3)), graph.constant(0.044715))
    tangent = graph.op("Tanh", graph.op("Mul", graph.op("Add", y, cube), factor))
    graph.answer(graph.op("Mul", graph.op("Mul", y, half), graph.op("Add", tangent, one)))
    y = own(0.6)
    square = graph.op("Mul", graph.op("Mul", y, graph.constant(0.044715)), y)
    tangent = graph.op("Tanh", graph.op("Mul", graph.op("Mul", y, factor), graph.op("Add", square, one)))
    graph.answer(graph.op("Mul", graph.op("Add", one, tangent), graph.op("Mul", half, y)))


def normalizations(graph: Graph, x: str, width: int, opset: int) -> None:
    scale = graph.constant(np.linspace(-1, 1, width))

    def mean(of: str) -> str:
        if opset < 18:
            return graph.op("ReduceMean", of, axes=[-1])
        return graph.op("ReduceMean", of, graph.constant([-1], "int64"))

    def root(of: str, epsilon: float) -> str:
        squares = mean(graph.op("Pow", of, graph.constant(2)))
        return graph.op("Sqrt", graph.op("Add", squares, graph.constant(epsilon)))

    # With a bias that is one number it is left as it is, but for what comes before the bias.
    for bias in [graph.constant(np.linspace(0.1, 0.7, width)), graph.constant(0.3)]:
        y = graph.op("Mul", x, bias)
        distance = graph.op("Sub", y, mean(y))
        quotient = graph.op("Div", distance, root(distance, 0.01))
        graph.answer(graph.op("Add", graph.op("Mul", scale, quotient), bias))
    graph.answer(graph.op("Mul", graph.op("Div", x, root(x, 0.02)), scale))
    inverse = graph.op("Div", graph.constant(1), root(x, 0.03))
    graph.answer(graph.op("Mul", graph.op("Mul", x, inverse), scale))


def layer_normalization() -> Entry:
    graph = Graph(4, opset=17)
    for x in fours(graph)[:2]:
        graph.answer(graph.op("Erf", x))
    for width in [1, 3, 9, 12, 15]:
        x = graph.op("Gather", "X", graph.constant([[i * 7 % 4 for i in range(width)]], "int64"), axis=1)
        x = graph.op("Add", graph.op("Reshape", x, graph.constant([1, width], "int64")),
                     graph.constant(np.arange(width) % 5))  # fmt: skip
        scale, bias = graph.constant(np.linspace(-1, 1, width)), graph.constant(np.linspace(0.1, 0.7, width))
        graph.answer(graph.op("LayerNormalization", x, scale, bias))
        graph.answer(graph.op("LayerNormalization", x, scale, epsilon=0.1))
    square = graph.op("Reshape", graph.op("Tile", "X", graph.constant([1, 6], "int64")), graph.constant([2, 4, 3], "int64"))
    box = [graph.constant(np.linspace(low, 1, 12).reshape(4, 3)) for low in (-1, 0.3)]
    graph.answer(graph.op("LayerNormalization", square, *box, axis=1))
    graph.answer(graph.op("LayerNormalization", square, graph.constant([1, 2, 3])))
    return graph.entry("op_layer_normalization", ROWS)
