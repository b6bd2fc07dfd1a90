"""The operators of ai.onnx, each at its types and shapes, with NaN, infinities, zeros of both signs and ties among the rows.

ai.onnx の演算子を、型と形ごとに。行には NaN、無限大、両符号の 0、同値を含む。
"""

import numpy as np
from entry import Entry
from graph import Graph
from onnx import numpy_helper

NUMBERS = ["float32", "float64", "int64", "int32"]
# Ties, zeros, numbers of both signs, fractions.
ROWS = np.array([
    [0.0, 1.0, -1.0, 2.0], [1.0, 1.0, 1.0, 1.0], [-0.0, 0.0, 0.5, -0.5], [3.0, -2.0, 3.0, 7.0], [2.5, 3.5, -2.5, -3.5],
    [1e-3, 1e3, -1e-3, 0.1], [5.1, 3.5, 1.4, 0.2], [100.0, -7.0, 12.25, 6.0],
])  # fmt: skip


def entries() -> list[Entry]:
    return [arithmetic(), comparison(), logic(), elementwise(), curves(), lines(), continuous_units(), normalization(), movement(), shapes(), attributes(), bounds(), functions(), positions(), products(), reductions(),
            top(), top_attributes(), sums(), indices()]


def typed(graph: Graph, dtype: str) -> str:
    return "X" if dtype == "float32" else graph.cast("X", dtype)


def operands(graph: Graph, dtype: str) -> list[tuple[str, str]]:
    """A row with itself turned round, with a row, with one number, and as a column with a row."""
    x = typed(graph, dtype)
    back = graph.op("Gather", x, graph.constant([3, 2, 1, 0], "int64"), axis=1)
    column = graph.op("Reshape", x, graph.constant([4, 1], "int64"))
    row = graph.constant([2, -3, 5, 1], dtype)
    return [(x, back), (x, row), (x, graph.constant(2, dtype)), (graph.constant([3], dtype), x), (column, row)]


def arithmetic() -> Entry:
    graph = Graph(4)
    for dtype in NUMBERS:
        pairs = operands(graph, dtype)
        for operator in ["Add", "Sub", "Mul"]:
            for a, b in pairs if dtype == "float32" else pairs[:2]:
                graph.answer(graph.op(operator, a, b), dtype)
        # An integer by a computed one may be divided by zero, at which the reference ends.
        for a, b in pairs if dtype == "float32" else pairs[:1] if dtype == "float64" else pairs[1:3]:
            graph.answer(graph.op("Div", a, b), dtype)
    return graph.entry("op_arithmetic", ROWS)


def comparison() -> Entry:
    graph = Graph(4)
    for dtype in NUMBERS:
        pairs = operands(graph, dtype)
        for operator in ["Equal", "Less", "LessOrEqual", "Greater", "GreaterOrEqual"]:
            for a, b in pairs[:3]:
                graph.answer(graph.op(operator, a, b), "bool")
    return graph.entry("op_comparison", ROWS)


def logic() -> Entry:
    graph = Graph(4)
    positive = graph.op("Greater", "X", graph.constant(0))
    large = graph.op("Greater", "X", graph.constant([1, 2, -1, 0.25]))
    for operator in ["And", "Or", "Xor", "Equal"]:
        graph.answer(graph.op(operator, positive, large), "bool")
        graph.answer(graph.op(operator, positive, graph.constant([True], "bool")), "bool")
    graph.answer(graph.op("Not", large), "bool")
    graph.answer(graph.op("Where", positive, "X", graph.constant([1, 2, 3, 4])))
    # Which of the zeros chosen keeps its sign hangs on the shapes.
    column = graph.constant([[True], [False]], "bool")
    row, number, zero = graph.constant([-0.0, 0, 5, -0.0]), graph.constant(9), graph.constant([-0.0])
    for condition in [large, column, graph.constant(True, "bool"), graph.constant([False], "bool")]:
        for a, b in [("X", row), (row, "X"), ("X", number), ("X", zero), (number, "X"), (zero, "X"), (zero, zero)]:
            graph.answer(graph.op("Where", condition, a, b))
    for dtype in ["float64", "int64", "int32"]:
        x = typed(graph, dtype)
        graph.answer(graph.op("Where", large, x, graph.constant([7], dtype)), dtype)
    return graph.entry("op_logic", ROWS)


def elementwise() -> Entry:
    graph = Graph(4)
    for dtype in NUMBERS:
        x = typed(graph, dtype)
        # The reference calls 2^31 negative where it is int64.
        for operator in ["Neg", "Abs"] if dtype == "int64" else ["Neg", "Abs", "Sign"]:
            graph.answer(graph.op(operator, x), dtype)
    for dtype in ["float32", "float64"]:
        x = typed(graph, dtype)
        for operator in ["Floor", "Ceil", "Sqrt", "Reciprocal", "Relu"]:
            graph.answer(graph.op(operator, x), dtype)
        graph.answer(graph.op("IsNaN", x), "bool")
    return graph.entry("op_elementwise", ROWS)


def movement() -> Entry:
    graph = Graph(6)
    square = graph.op("Reshape", "X", graph.constant([2, 3], "int64"))
    box = graph.op("Reshape", "X", graph.constant([1, 2, -1], "int64"))
    graph.answer(graph.op("Transpose", square))
    graph.answer(graph.op("Transpose", box, perm=[2, 0, 1]))
    graph.answer(graph.op("Concat", square, graph.constant([[7, 8, 9]]), axis=0))
    graph.answer(graph.op("Concat", square, square, graph.constant([[-1], [-2]]), axis=-1))
    graph.answer(graph.op("Flatten", box, axis=2))
    graph.answer(graph.op("Gather", square, graph.constant([[2, 0], [-1, 1]], "int64"), axis=1))
    graph.answer(graph.op("Gather", square, graph.constant(1, "int32"), axis=0))

    def ints(*values):
        return graph.constant(list(values), "int64")

    graph.answer(graph.op("Slice", square, ints(0, 1), ints(9, 3)))
    graph.answer(graph.op("Slice", square, ints(-1), ints(-99), ints(1), ints(-1)))
    graph.answer(graph.op("Slice", "X", ints(1), ints(-1), ints(1), ints(2)))
    graph.answer(graph.op("Slice", "X", ints(5), ints(0), ints(-1), ints(-2)))
    for part in graph.op("Split", "X", ints(1, 3, 2), outputs=3, axis=1):
        graph.answer(part)
    seven = graph.op("Concat", "X", graph.constant([[9]]), axis=1)
    for part in graph.op("Split", seven, outputs=3, axis=1, num_outputs=3):
        graph.answer(part)
    graph.answer(graph.op("Expand", graph.op("Slice", "X", ints(0), ints(3), ints(1)), ints(2, 1)))
    graph.answer(graph.op("Tile", square, ints(2, 2)))
    graph.answer(graph.op("Squeeze", box, ints(0)))
    graph.answer(graph.op("Squeeze", box))
    graph.answer(graph.op("Unsqueeze", square, ints(0, -1)))
    return graph.entry("op_movement", np.concatenate([ROWS, ROWS[::-1]], axis=1)[:, :6])


def shapes() -> Entry:
    """Arithmetic of shapes, all of it done at build time."""
    graph = Graph(4)
    shape = graph.op("Shape", "X")
    count = graph.op("Gather", shape, graph.constant(1, "int64"))
    rows = graph.op("Unsqueeze", count, graph.constant([0], "int64"))
    column = graph.op("Concat", rows, graph.constant([1], "int64"), axis=0)
    graph.answer(graph.op("Sub", graph.op("Reshape", "X", column), "X"))
    graph.answer(graph.op("Mul", "X", graph.cast(graph.op("Size", "X"), "float32")))
    graph.answer(graph.op("Expand", "X", graph.op("Concat", graph.constant([2], "int64"), rows, axis=0)))
    filled = graph.op("ConstantOfShape", column, value=numpy_helper.from_array(np.array([7], "int64")))
    graph.answer(graph.op("Add", graph.cast(filled, "float32"), "X"))
    graph.answer(graph.op("Add", graph.op("ConstantOfShape", shape), "X"))
    graph.answer(graph.op("Shape", graph.op("Unsqueeze", "X", graph.constant([2], "int64")), start=-2, end=9), "int64")
    graph.answer(graph.op("Add", "X", graph.op("Constant", value_float=0.5)))
    graph.answer(graph.op("Add", graph.cast("X", "int64"), graph.op("Constant", value_ints=[1, 2, 3, 4])), "int64")
    return graph.entry("op_shapes", ROWS)


def attributes() -> Entry:
    """The older form of operators whose numbers were attributes before they were inputs."""
    graph = Graph(4, opset=9)
    graph.answer(graph.op("Slice", "X", starts=[1], ends=[-1], axes=[1]))
    graph.answer(graph.op("Unsqueeze", graph.op("Squeeze", "X", axes=[0]), axes=[0, 2]))
    for part in graph.op("Split", "X", outputs=2, axis=1, split=[3, 1]):
        graph.answer(part)
    return graph.entry("op_attributes", ROWS)



def bounds() -> Entry:
    graph = Graph(4)
    for dtype in NUMBERS:
        pairs = operands(graph, dtype)
        x, back = pairs[0]
        for operator in ["Max", "Min"]:
            for a, b in pairs if dtype == "float32" else pairs[:3]:
                graph.answer(graph.op(operator, a, b), dtype)
            zeros = [graph.constant(zero, dtype) for zero in (0.0, -0.0)]
            graph.answer(graph.op(operator, x, back, zeros[0]), dtype)
            graph.answer(graph.op(operator, zeros[1], x), dtype)
            graph.answer(graph.op(operator, x, graph.constant([0.0, -0.0, -0.0, 0.0], dtype)), dtype)
        graph.answer(graph.op("Clip", x, graph.constant(-2, dtype), graph.constant(3, dtype)), dtype)
        graph.answer(graph.op("Clip", x, "", graph.constant(3, dtype)), dtype)
        graph.answer(graph.op("Clip", x, graph.constant(4, dtype), graph.constant(1, dtype)), dtype)
    graph.answer(graph.op("Clip", "X"))
    graph.answer(graph.op("Max", "X", graph.constant(np.nan)))
    for operator in ["Sum", "Mean"]:
        a, b = operands(graph, "float32")[0]
        graph.answer(graph.op(operator, a, b, graph.constant([0.1, 0.2, 0.3, 0.7])))
        graph.answer(graph.op(operator, *operands(graph, "float32")[4]))
        graph.answer(graph.op(operator, "X"))
    return graph.entry("op_bounds", ROWS)


def functions() -> Entry:
    graph = Graph(4)
    for operator in ["Exp", "Sigmoid", "Tanh"]:
        graph.answer(graph.op(operator, "X"))
        graph.answer(graph.op(operator, graph.op("Mul", "X", graph.constant(0.1))))
    wide = graph.op("Concat", "X", graph.op("Mul", "X", graph.constant(0.3)), graph.constant([[0.5, -1]]), axis=1)
    graph.answer(graph.op("Softmax", "X", axis=1))
    graph.answer(graph.op("Softmax", graph.op("Gather", "X", graph.constant([0, 2], "int64"), axis=1), axis=-1))
    graph.answer(graph.op("Softmax", wide, axis=1))
    graph.answer(graph.op("Softmax", graph.op("Tile", wide, graph.constant([2, 2], "int64")), axis=1))
    return graph.entry("op_functions", ROWS)


def fours(graph: Graph) -> list[str]:
    """Of 4 elements, of 7 and of 1: many are computed in fours, with another function for what is left over."""
    tenth = graph.op("Mul", "X", graph.constant(0.1))
    seven = graph.op("Concat", tenth, graph.op("Gather", "X", graph.constant([1, 3, 2], "int64"), axis=1), axis=1)
    return ["X", seven, graph.op("Gather", tenth, graph.constant([2], "int64"), axis=1)]


def curves() -> Entry:
    graph = Graph(4, opset=22)
    operands = fours(graph)
    for x in operands:
        for operator in ["Elu", "Gelu", "LogSoftmax", "Mish", "Selu", "Softplus"]:
            graph.answer(graph.op(operator, x))
        graph.answer(graph.op("Elu", x, alpha=0.3))
        graph.answer(graph.op("Gelu", x, approximate="tanh"))
        graph.answer(graph.op("Selu", x, alpha=1.1, gamma=0.9))
    wide = graph.op("Tile", operands[1], graph.constant([2, 3], "int64"))
    graph.answer(graph.op("LogSoftmax", wide, axis=-1))
    return graph.entry("op_curves", ROWS)


def lines() -> Entry:
    graph = Graph(4, opset=22)
    for x in fours(graph):
        for operator in ["Dropout", "HardSigmoid", "HardSwish", "LeakyRelu", "Softsign", "ThresholdedRelu"]:
            graph.answer(graph.op(operator, x))
        graph.answer(graph.op("HardSigmoid", x, alpha=0.4, beta=-0.1))
        graph.answer(graph.op("LeakyRelu", x, alpha=-0.3))
        graph.answer(graph.op("ThresholdedRelu", x, alpha=-0.2))
        graph.answer(graph.op("PRelu", x, graph.constant([0.3])))
    graph.answer(graph.op("PRelu", "X", graph.constant([0.1, -0.2, 0, 3])))
    return graph.entry("op_lines", ROWS)


def continuous_units() -> Entry:
    graph = Graph(4, opset=17)
    for x in fours(graph):
        graph.answer(graph.op("Celu", x))
        graph.answer(graph.op("Celu", x, alpha=0.3))
    return graph.entry("op_celu", ROWS)


def normalization() -> Entry:
    graph = Graph(4)
    random = np.random.default_rng(3)

    def normalized(x: str, features: int, **attributes) -> str:
        numbers = np.round(random.normal(size=(3, features)), 3), np.round(random.uniform(0.1, 2, features), 3)
        return graph.op("BatchNormalization", x, *map(graph.constant, [*numbers[0], numbers[1]]), **attributes)

    matrix, bias = np.round(random.normal(size=(4, 9)), 3), np.round(random.normal(size=9), 3)
    graph.answer(normalized("X", 4))
    graph.answer(normalized("X", 4, epsilon=0.1, momentum=0.5))
    graph.answer(normalized(graph.op("Gemm", "X", graph.constant(matrix), graph.constant(bias)), 9))
    # The reference multiplies it into the matrix.
    graph.answer(normalized(graph.op("MatMul", "X", graph.constant(matrix)), 9))
    product = graph.op("MatMul", "X", graph.constant(matrix))
    graph.answer(normalized(product, 9))
    graph.answer(product)
    return graph.entry("op_batch_normalization", ROWS)


def positions() -> Entry:
    graph = Graph(4)
    for dtype in NUMBERS:
        x = typed(graph, dtype)
        square = graph.op("Reshape", x, graph.constant([2, 2], "int64"))
        for operator in ["ArgMax", "ArgMin"]:
            graph.answer(graph.op(operator, x, axis=1), "int64")
            graph.answer(graph.op(operator, square, axis=0, keepdims=0), "int64")
            graph.answer(graph.op(operator, square, axis=-1), "int64")
            graph.answer(graph.op(operator, square, axis=0, select_last_index=1), "int64")
            # With no other dimension a NaN counts for more.
            row = graph.op("Reshape", x, graph.constant([4], "int64"))
            for last in [0, 1]:
                graph.answer(graph.op(operator, row, axis=0, select_last_index=last), "int64")
    return graph.entry("op_positions", ROWS)


def top() -> Entry:
    """Of few and of many, in the order of a heap too; ties and NaN."""
    graph = Graph(4)
    for dtype in NUMBERS:
        x = typed(graph, dtype)
        shapes = [([1, 4], 1, 1), ([2, 2], 0, 2)]
        if dtype == "float32":
            shapes += [([1, 4], 1, 3), ([4], 0, 4)]
            wide = graph.op("Reshape", graph.op("Concat", x, x, graph.op("Neg", x), x, axis=1),
                            graph.constant([2, 8], "int64"))  # fmt: skip
        for largest in [0, 1]:
            for shape, axis, count in shapes:
                operand = graph.op("Reshape", x, graph.constant(shape, "int64"))
                found = graph.op("TopK", operand, graph.constant([count], "int64"), outputs=2, axis=axis, largest=largest)
                graph.answer(found[0], dtype)
                graph.answer(found[1], "int64")
            if dtype == "float32":
                for ordered in [0, 1]:
                    found = graph.op("TopK", wide, graph.constant([4], "int64"), outputs=2, largest=largest,
                                     sorted=ordered)  # fmt: skip
                    graph.answer(found[0])
                    graph.answer(found[1], "int64")
    # So many that they are sorted in parts.
    many = graph.op("Tile", "X", graph.constant([1, 5], "int64"))
    graph.answer(graph.op("TopK", many, graph.constant([18], "int64"), outputs=2)[1], "int64")
    return graph.entry("op_top", ROWS)


def top_attributes() -> Entry:
    """The number was an attribute before it was an input."""
    graph = Graph(4, opset=9)
    for part in graph.op("TopK", "X", outputs=2, k=2, axis=1):
        graph.answer(graph.cast(part, "float32"))
    return graph.entry("op_top_attributes", ROWS)


def sums() -> Entry:
    graph = Graph(4)
    for dtype in NUMBERS:
        x = typed(graph, dtype)
        box = graph.op("Reshape", x, graph.constant([1, 2, 2], "int64"))
        for exclusive in [0, 1]:
            for reverse in [0, 1]:
                options = {"exclusive": exclusive, "reverse": reverse}
                graph.answer(graph.op("CumSum", x, graph.constant(1, "int64"), **options), dtype)
                graph.answer(graph.op("CumSum", box, graph.constant([-2], "int32"), **options), dtype)
    return graph.entry("op_sums", ROWS)


def indices() -> Entry:
    """Elements by indices that are computed, from the end too, and by constants."""
    graph = Graph(4)
    for dtype in NUMBERS:
        x = typed(graph, dtype)
        square = graph.op("Reshape", x, graph.constant([2, 2], "int64"))
        for axis in [0, 1]:
            place = graph.op("ArgMax", square, axis=axis, keepdims=1)
            graph.answer(graph.op("GatherElements", square, place, axis=axis), dtype)
            graph.answer(graph.op("Gather", square, place, axis=axis), dtype)
            behind = graph.cast(graph.op("Sub", place, graph.constant(2, "int64")), "int32")
            graph.answer(graph.op("GatherElements", square, behind, axis=axis), dtype)
            graph.answer(graph.op("Gather", square, behind, axis=axis), dtype)
        graph.answer(graph.op("GatherElements", x, graph.constant([[3, -1, 0, 1, -4]], "int64"), axis=1), dtype)
        bounds = [graph.constant(value, dtype) for value in (-1, 6, 2)]
        graph.answer(graph.op("Add", x, graph.op("Range", *bounds)), dtype)
    bounds = [graph.constant(value) for value in (0.3, -1, -0.4)]
    graph.answer(graph.op("Add", "X", graph.op("Range", *bounds)))
    return graph.entry("op_indices", ROWS)


def products() -> Entry:
    """Constant matrices with as many outputs as registers and beside that."""
    random = np.random.default_rng(11)
    graph = Graph(4)
    for outputs in [1, 3, 8, 10, 17]:
        matrix = np.round(random.normal(size=(4, outputs)), 3)
        bias = graph.constant(np.round(random.normal(size=outputs), 3))
        graph.answer(graph.op("MatMul", "X", graph.constant(matrix)))
        graph.answer(graph.op("Add", graph.op("MatMul", "X", graph.constant(matrix)), bias))
        graph.answer(graph.op("Gemm", "X", graph.constant(matrix.T), bias, transB=1))
        graph.answer(graph.op("Gemm", "X", graph.constant(matrix), bias, alpha=0.3, beta=0.7))
        graph.answer(graph.op("Gemm", "X", graph.constant(matrix), alpha=1.7))
    return graph.entry("op_products", ROWS)


def reductions() -> Entry:
    graph = Graph(4, opset=18)
    wide = graph.op("Concat", "X", graph.op("Mul", "X", graph.constant(0.3)), graph.op("Add", "X", graph.constant(0.7)),
                    graph.constant([[0.5, -1]]), axis=1)  # fmt: skip
    double = graph.op("Concat", wide, graph.op("Sub", wide, graph.constant(0.1)), axis=1)
    square = graph.op("Reshape", double, graph.constant([7, 4], "int64"))
    for row in ["X", wide, double]:
        graph.answer(graph.op("LpNormalization", row, p=1))
        graph.answer(graph.op("LpNormalization", row, axis=1))
    for operator in ["ReduceSum", "ReduceMean", "ReduceSumSquare", "ReduceL1", "ReduceL2", "ReduceProd", "ReduceMax",
                     "ReduceMin", "ReduceLogSumExp"]:
        for row in ["X", wide, double]:
            graph.answer(graph.op(operator, row, graph.constant([1], "int64")))
        graph.answer(graph.op(operator, graph.op("Gather", wide, graph.constant([0, 5, 9], "int64"), axis=1)))
        if operator != "ReduceLogSumExp":
            graph.answer(graph.op(operator, square, graph.constant([0], "int64"), keepdims=0))
        graph.answer(graph.op(operator, square))
    graph.answer(graph.op("Pow", "X", graph.constant(2)))
    graph.answer(graph.op("Pow", "X", graph.constant([3])))
    graph.answer(graph.op("Pow", "X", graph.constant([2], "int64")))
    graph.answer(graph.op("Pow", graph.constant(2), "X"))
    graph.answer(graph.op("Pow", graph.op("Abs", "X"), "X"))
    for exponent in [0, 0.5, -1, 1.5, 4, [2, 3, -0.5, 0.25], [[2], [-3]]]:
        graph.answer(graph.op("Pow", "X", graph.constant(exponent)))
    graph.answer(graph.op("Log", "X"))
    graph.answer(graph.op("Log", wide))
    graph.answer(graph.op("Log", graph.op("Abs", graph.op("Gather", wide, graph.constant([0, 5, 9], "int64"), axis=1))))
    return graph.entry("op_reductions", ROWS)
