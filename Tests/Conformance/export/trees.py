"""Ensembles of decision trees: what scikit-learn grows, and by hand what it does not.

決定木のアンサンブル：scikit-learn が学習するものと、学習しないものを手で作ったグラフ。
"""

import itertools

import numpy as np
from datasets import Data, blobs, digits, iris, versicolor_or_virginica
from entry import Entry
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper
from skl2onnx.common import _container
from sklearn.ensemble import (
    ExtraTreesClassifier,
    ExtraTreesRegressor,
    GradientBoostingClassifier,
    GradientBoostingRegressor,
    HistGradientBoostingClassifier,
    HistGradientBoostingRegressor,
    RandomForestClassifier,
    RandomForestRegressor,
)
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

SPECIES = ["setosa", "versicolor", "virginica"]
MODES = ["LEQ", "LT", "GTE", "GT", "EQ", "NEQ"]
FEATURES = 4


def entries() -> list[Entry]:
    take_plain_numbers()
    return classifiers() + regressors() + made_classifiers() + made_regressors() + made_ensembles()


def take_plain_numbers() -> None:
    """Makes skl2onnx 1.20 convert what HistGradientBoosting keeps as NumPy's integers and truth values, which onnx refuses.

    HistGradientBoosting が NumPy の整数や真偽値のまま持ち、onnx が拒む値を、skl2onnx 1.20 に変換させる。
    """
    make_node = _container.make_node

    def plain(value: object) -> object:
        if not isinstance(value, list):
            return value
        return [int(item) if isinstance(item, bool | np.integer) else item for item in value]

    _container.make_node = lambda *arguments, **attributes: make_node(
        *arguments, **{name: plain(value) for name, value in attributes.items()}
    )


def missing(data: Data) -> Data:
    """Takes one value in seven away."""
    rows = data[0].copy()
    rows[np.random.default_rng(7).random(rows.shape) < 1 / 7] = np.nan
    return rows, data[1]


def classifiers() -> list[Entry]:
    two, three, ten = versicolor_or_virginica(), iris(3), blobs()
    seed = {"random_state": 0}
    small = {"n_estimators": 8, **seed}
    boosted = {"n_estimators": 10, "max_depth": 3, **seed}
    few = {"n_estimators": 4, "max_depth": 2, **seed}
    hist = {"max_iter": 10, "min_samples_leaf": 5, "max_leaf_nodes": 6, **seed}
    return [
        Entry("tree_2", two, DecisionTreeClassifier(max_depth=4, **seed)),
        Entry("tree_3", three, DecisionTreeClassifier(**seed), zipmap=False),
        Entry("tree_3_string", three, DecisionTreeClassifier(**seed), classes=SPECIES),
        Entry("tree_10", ten, DecisionTreeClassifier(**seed)),
        Entry("forest_2", two, RandomForestClassifier(**small), zipmap=False),
        Entry("forest_2_string", two, RandomForestClassifier(**small), classes=SPECIES[1:]),
        Entry("forest_2_signs", two, RandomForestClassifier(**small), classes=[-1, 1]),
        Entry("forest_3", three, RandomForestClassifier(**small)),
        Entry("forest_3_unsorted", three, RandomForestClassifier(**small), renamed=[2, 0, 1]),
        # One leaf a tree, and more trees than ONNX Runtime takes one after the other.
        Entry("forest_3_stumps", three, RandomForestClassifier(n_estimators=100, max_depth=1, **seed), zipmap=False),
        Entry("forest_10", ten, RandomForestClassifier(n_estimators=5, max_depth=6, **seed), zipmap=False),
        Entry("forest_10_features64", digits(), RandomForestClassifier(n_estimators=6, max_depth=5, **seed)),
        Entry("extra_trees_2", two, ExtraTreesClassifier(n_estimators=5, max_depth=5, **seed)),
        Entry("extra_trees_3", three, ExtraTreesClassifier(n_estimators=5, max_depth=5, **seed)),
        Entry("gradient_boosting_2", two, GradientBoostingClassifier(**boosted)),
        Entry("gradient_boosting_3", three, GradientBoostingClassifier(**boosted)),
        Entry("gradient_boosting_10", ten, GradientBoostingClassifier(**few), zipmap=False),
        Entry("hist_boosting_2", two, HistGradientBoostingClassifier(**hist)),
        Entry("hist_boosting_3", three, HistGradientBoostingClassifier(**hist)),
        Entry("hist_boosting_10", ten, HistGradientBoostingClassifier(**dict(hist, max_iter=3, max_leaf_nodes=4))),
        Entry("hist_boosting_2_missing", missing(two), HistGradientBoostingClassifier(**hist)),
        Entry("hist_boosting_3_missing", missing(three), HistGradientBoostingClassifier(**hist), zipmap=False),
        Entry("forest_3_missing", missing(three), RandomForestClassifier(n_estimators=5, max_depth=5, **seed)),
    ]  # fmt: skip


def regressors() -> list[Entry]:
    rows = iris(3)[0]
    data = rows[:, :3], rows[:, 3]
    seed = {"random_state": 0}
    several = np.stack([rows[:, 3], rows[:, 0] - rows[:, 1], rows[:, 2] ** 2], axis=1)
    hist = HistGradientBoostingRegressor(max_iter=10, min_samples_leaf=5, max_leaf_nodes=8, **seed)
    return [
        Entry("tree_regression", data, DecisionTreeRegressor(max_depth=6, **seed)),
        Entry("tree_regression_targets3", data, DecisionTreeRegressor(max_depth=5, **seed), targets=several),
        Entry("forest_regression", data, RandomForestRegressor(n_estimators=8, max_depth=5, **seed)),
        Entry("forest_regression_trees100", data, RandomForestRegressor(n_estimators=100, max_depth=2, **seed)),
        Entry("forest_regression_targets3", data, RandomForestRegressor(5, max_depth=4, **seed), targets=several),
        Entry("extra_trees_regression", data, ExtraTreesRegressor(n_estimators=8, max_depth=5, **seed)),
        Entry("gradient_boosting_regression", data, GradientBoostingRegressor(n_estimators=20, **seed)),
        Entry("hist_boosting_regression", data, hist),
        Entry("hist_boosting_regression_missing", missing(data), hist),
    ]  # fmt: skip


class Forest:
    """Trees of random branches on whole numbers, so that features and thresholds are often equal.

    整数に対する無作為な枝を持つ木。特徴量としきい値がよく等しくなる。
    """

    def __init__(self, seed: int, modes: list[str] = MODES, missing: bool = False, features: int = FEATURES) -> None:
        self.random = np.random.default_rng(seed)
        self.modes = modes
        self.missing = missing
        self.features = features
        self.nodes: dict[str, list] = {name: [] for name in (
            "treeids", "nodeids", "featureids", "modes", "values", "truenodeids", "falsenodeids",
            "missing_value_tracks_true")}  # fmt: skip
        self.leaves: dict[str, list] = {name: [] for name in ("treeids", "nodeids", "ids", "weights")}

    def grow(self, tree: int, depth: int, targets: list[int], least: float, greatest: float) -> None:
        """Adds a tree; its leaves say something of the targets given, unless by chance they end sooner."""
        children = itertools.count(1)
        open_nodes = [(0, depth)]
        while open_nodes:
            node, left = open_nodes.pop(0)
            is_leaf = left == 0 or (left < depth - 1 and self.random.random() < 0.2)
            yes, no = (0, 0) if is_leaf else (next(children), next(children))
            row = {
                "treeids": tree,
                "nodeids": node,
                "featureids": 0 if is_leaf else int(self.random.integers(self.features)),
                "modes": "LEAF" if is_leaf else f"BRANCH_{self.random.choice(self.modes)}",
                "values": 0.0 if is_leaf else float(self.random.integers(-3, 4)),
                "truenodeids": yes,
                "falsenodeids": no,
                "missing_value_tracks_true": int(self.missing and not is_leaf and self.random.random() < 0.5),
            }
            for name, value in row.items():
                self.nodes[name].append(value)
            if not is_leaf:
                open_nodes += [(yes, left - 1), (no, left - 1)]
                continue
            for target in targets:
                weight = float(np.float32(self.random.uniform(least, greatest)))
                for name, value in (("treeids", tree), ("nodeids", node), ("ids", target), ("weights", weight)):
                    self.leaves[name].append(value)

    def graph(self, name: str, prefix: str, outputs: list, version: int = 1, **attributes) -> ModelProto:
        operator = "TreeEnsembleClassifier" if prefix == "class" else "TreeEnsembleRegressor"
        nodes = {f"nodes_{key}": values for key, values in self.nodes.items()}
        leaves = {f"{prefix}_{key}": values for key, values in self.leaves.items()}
        node = helper.make_node(
            operator, ["input"], [output.name for output in outputs], domain="ai.onnx.ml",
            **nodes, **leaves, **attributes,
        )
        return self.model(node, name, outputs, version)

    def ensemble(self, name: str, targets: int, function: int, post_transform: int = 0) -> ModelProto:
        """Writes the trees in the lists of the operator that took the place of both."""
        nodes, leaves = self.nodes, self.leaves
        keys = list(zip(nodes["treeids"], nodes["nodeids"], strict=True))
        branches = [place for place, mode in enumerate(nodes["modes"]) if mode != "LEAF"]
        numbers = {keys[place]: number for number, place in enumerate(branches)}
        numbers |= {key: number for number, key in enumerate(zip(leaves["treeids"], leaves["nodeids"], strict=True))}
        are_leaves = {key: int(mode == "LEAF") for key, mode in zip(keys, nodes["modes"], strict=True)}
        lists = {
            "nodes_featureids": [nodes["featureids"][place] for place in branches],
            "nodes_missing_value_tracks_true": [nodes["missing_value_tracks_true"][place] for place in branches],
            "tree_roots": [numbers[tree, 0] for tree in dict.fromkeys(nodes["treeids"])],
            "leaf_targetids": leaves["ids"],
        }
        for way in ("true", "false"):
            children = [(nodes["treeids"][place], nodes[f"{way}nodeids"][place]) for place in branches]
            lists[f"nodes_{way}nodeids"] = [numbers[child] for child in children]
            lists[f"nodes_{way}leafs"] = [are_leaves[child] for child in children]
        modes = [MODES.index(nodes["modes"][place].removeprefix("BRANCH_")) for place in branches]
        node = helper.make_node(
            "TreeEnsemble", ["input"], ["scores"], domain="ai.onnx.ml", n_targets=targets, aggregate_function=function,
            post_transform=post_transform, nodes_modes=numpy_helper.from_array(np.array(modes, dtype=np.uint8)),
            nodes_splits=numpy_helper.from_array(np.float32([nodes["values"][place] for place in branches])),
            leaf_weights=numpy_helper.from_array(np.float32(leaves["weights"])), **lists,
        )  # fmt: skip
        outputs = [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [None, targets])]
        return self.model(node, name, outputs, version=5)

    def model(self, node: NodeProto, name: str, outputs: list, version: int) -> ModelProto:
        rows = helper.make_tensor_value_info("input", TensorProto.FLOAT, [None, self.features])
        opsets = [helper.make_opsetid("ai.onnx.ml", version), helper.make_opsetid("", 17)]
        return helper.make_model(
            helper.make_graph([node], name, [rows], outputs), opset_imports=opsets, ir_version=8, producer_name="hand"
        )


def whole_numbers(features: int) -> Data:
    """Rows of shape [60, features] of small whole numbers."""
    return np.random.default_rng(1).integers(-4, 5, (60, features)).astype(np.float64), np.zeros(60)


def made_classifier(name: str, forest: Forest, classes: list, version: int = 1, **attributes) -> Entry:
    kind = "classlabels_strings" if isinstance(classes[0], str) else "classlabels_int64s"
    element = TensorProto.STRING if isinstance(classes[0], str) else TensorProto.INT64
    outputs = [
        helper.make_tensor_value_info("label", element, [None]),
        helper.make_tensor_value_info("scores", TensorProto.FLOAT, [None, len(classes)]),
    ]
    graph = forest.graph(name, "class", outputs, version, **{kind: classes}, **attributes)
    return Entry(name, whole_numbers(forest.features), None, rows=60, graph=graph)


def made_regressor(name: str, forest: Forest, targets: int, version: int = 1, **attributes) -> Entry:
    outputs = [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [None, targets])]
    graph = forest.graph(name, "target", outputs, version, n_targets=targets, **attributes)
    return Entry(name, whole_numbers(forest.features), None, rows=60, graph=graph)


def grown(trees: list[list[int]], least: float = -1.0, greatest: float = 1.0, depth: int = 4, **options) -> Forest:
    """Grows trees whose leaves speak of the targets given for each.

    それぞれに与えた出力について値を持つ葉の木を育てる。
    """
    forest = Forest(len(trees) + depth, **options)
    for number, targets in enumerate(trees):
        forest.grow(number, depth, targets, least, greatest)
    return forest


def made_classifiers() -> list[Entry]:
    labels = [0, 1, 2]
    each = [[0, 1, 2]] * 5
    entries = [
        made_classifier(f"trees_mode_{mode.lower()}", grown(each, modes=[mode]), labels) for mode in MODES
    ] + [
        made_classifier(f"trees_mode_{mode.lower()}_missing", grown(each, modes=[mode], missing=True), labels)
        for mode in MODES
    ]
    for transform in ("LOGISTIC", "SOFTMAX", "SOFTMAX_ZERO"):
        name = transform.lower()
        entries += [
            made_classifier(f"trees_3_{name}", grown(each), labels, post_transform=transform),
            made_classifier(f"trees_2_{name}", grown([[0]] * 5), labels[:2], post_transform=transform),
            made_classifier(f"trees_2_{name}_positive", grown([[0]] * 5, 0.0, 0.4), labels[:2],
                            post_transform=transform),
        ]  # fmt: skip
    return entries + [
        made_classifier("trees_3_modes_missing", grown(each, missing=True, depth=6), ["b", "a", "c"], version=3),
        made_classifier("trees_12_softmax", grown([[c] for c in range(12)] * 2), list(range(12)),
                        post_transform="SOFTMAX"),
        made_classifier("trees_3_base", grown(each), labels, base_values=[0.1, -0.2, 0.3]),
        # Classes that no tree has spoken of have a score of zero, and are no label.
        made_classifier("trees_3_silent", grown([[0], [2], [0, 2]], -1.0, -0.1), labels),
        made_classifier("trees_3_silent_base", grown([[0], [2]], -1.0, -0.1), labels, base_values=[0.0, 0.0, -0.0]),
        made_classifier("trees_3_uneven", grown([[0], [0, 1, 2], [1], []]), labels),
        made_classifier("trees_3_zero", grown(each, 0.0, 0.0), labels),
        made_classifier("trees_2_base", grown([[0]] * 5), ["yes", "no"], base_values=[0.25]),
        made_classifier("trees_2_base_positive", grown([[0]] * 5, 0.0, 0.2), labels[:2], base_values=[-0.25]),
        made_classifier("trees_2_uneven", grown([[0], [], [0]]), labels[:2]),
        # More slots than a digit can tell apart: two a feature.
        made_classifier("trees_3_features80", grown(each * 5, depth=5, features=80, missing=True), labels),
    ]  # fmt: skip


def made_regressors() -> list[Entry]:
    each, uneven = [[0, 1, 2]] * 5, [[0], [0, 2], [2, 0]]
    entries = []
    for function in ("SUM", "AVERAGE", "MIN", "MAX"):
        name = f"trees_{function.lower()}"
        entries += [
            # More trees than ONNX Runtime takes one after the other.
            made_regressor(name, grown([[0]] * 100, depth=2), 1, aggregate_function=function),
            made_regressor(f"{name}_base", grown([[0]] * 7), 1, version=3, aggregate_function=function,
                           base_values=[0.3]),
            made_regressor(f"{name}_targets3", grown(each), 3, aggregate_function=function,
                           base_values=[0.1, -0.2, 0.3]),
            made_regressor(f"{name}_cycle", grown([[0], [1], [2]] * 2), 3, aggregate_function=function),
            # The second target has no weights at all.
            made_regressor(f"{name}_uneven", grown(uneven), 3, aggregate_function=function),
        ]  # fmt: skip
    return entries + [
        made_regressor(f"trees_sum_{transform.lower()}", grown(each), 3, post_transform=transform)
        for transform in ("LOGISTIC", "SOFTMAX", "SOFTMAX_ZERO")
    ]


def made_ensembles() -> list[Entry]:
    # Leaves have one target each, here any.
    mixed = grown([[0]] * 6, missing=True)
    mixed.leaves["ids"] = [number % 3 for number in range(len(mixed.leaves["ids"]))]
    entries = [("ensemble_targets3", mixed, 3, 1, 0), ("ensemble_targets3_softmax_zero", mixed, 3, 0, 3)] + [
        (f"ensemble_{name}", grown([[0]] * 7, missing=True), 1, function, 0)
        for function, name in enumerate(["average", "sum", "min", "max"])
    ]
    return [
        Entry(name, whole_numbers(FEATURES), None, rows=60, graph=forest.ensemble(name, targets, function, transform))
        for name, forest, targets, function, transform in entries
    ]
