"""Graphs with functions of their own, which stand for the nodes in them.

独自の関数を持つグラフ。関数はその中のノードの代わりになる。
"""

from entry import Entry
from graph import Graph
from onnx import AttributeProto, NodeProto, helper
from operators import ROWS

DOMAIN = "functions"


def entries() -> list[Entry]:
    graph = Graph(4)
    graph.opsets.append(helper.make_opsetid(DOMAIN, 1))
    graph.functions = [
        # Attributes told, told by default, and left out.
        function("Unit", ["x"], ["y"], [refer(helper.make_node("Elu", ["x"], ["y"]), alpha="slope")], attributes=["slope"]),
        function("Line", ["x", "bias"], ["y", "scaled"], [
            refer(helper.make_node("Constant", [], ["factor"]), value_float="factor"),
            helper.make_node("Mul", ["x", "factor"], ["scaled"]),
            helper.make_node("Add", ["scaled", "bias"], ["y"]),
        ], defaults=[helper.make_attribute("factor", 0.25)]),
        # Functions of functions, which pass their attributes on; names inside are those outside, but others.
        function("Layer", ["x", "bias"], ["y", "same"], [
            refer(helper.make_node("Line", ["x", "bias"], ["v0_0", "rest"], domain=DOMAIN), factor="factor"),
            refer(helper.make_node("Unit", ["v0_0"], ["c0"], domain=DOMAIN), slope="slope"),
            helper.make_node("Tanh", ["c0"], ["y"]),
            helper.make_node("Identity", ["x"], ["same"]),
        ], attributes=["slope", "factor"]),
        # An input that may be left out.
        function("Bounded", ["x", "least", "greatest"], ["y"], [helper.make_node("Clip", ["x", "least", "greatest"], ["y"])]),
    ]  # fmt: skip
    bias = graph.constant([1, -2, 0.5, 0])
    graph.answer(graph.op("Unit", "X", domain=DOMAIN))
    graph.answer(graph.op("Unit", "X", domain=DOMAIN, slope=0.5))
    for part in graph.op("Line", "X", bias, outputs=2, domain=DOMAIN, factor=3.0):
        graph.answer(part)
    graph.answer(graph.op("Line", "X", bias, outputs=2, domain=DOMAIN)[0])
    for part in graph.op("Layer", "X", bias, outputs=2, domain=DOMAIN, slope=0.3, factor=0.1):
        graph.answer(part)
    graph.answer(graph.op("Bounded", "X", "", graph.constant(2), domain=DOMAIN))
    graph.answer(graph.op("Bounded", "X", graph.constant(-1), domain=DOMAIN))
    return [graph.entry("functions", ROWS)]


def function(name: str, inputs: list, outputs: list, nodes: list, attributes=(), defaults=()):
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(DOMAIN, 1)]
    return helper.make_function(DOMAIN, name, inputs, outputs, nodes, opsets, list(attributes), list(defaults))


def refer(node: NodeProto, **names: str) -> NodeProto:
    """Gives attributes of a node, numbers all, the values of the function's."""
    for name, referred in names.items():
        node.attribute.append(AttributeProto(name=name, ref_attr_name=referred, type=AttributeProto.FLOAT))
    return node
