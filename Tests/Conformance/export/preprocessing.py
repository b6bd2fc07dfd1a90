"""Steps before a linear model, and graphs of operators that no estimator here is exported to by itself.

線形モデルの前段の処理と、ここの推定器からは単独で書き出されない演算子のグラフ。
"""

import numpy as np
import onnx
from datasets import Data, diabetes, digits, iris
from entry import Entry
from onnx import TensorProto
from onnx.helper import make_graph, make_model, make_node, make_opsetid, make_tensor, make_tensor_value_info
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.preprocessing import Binarizer, StandardScaler

ML = "ai.onnx.ml"


def entries() -> list[Entry]:
    logistic = LogisticRegression(max_iter=1000)
    three, coarse = iris(3), rounded(iris(3, slice(0, 1)))
    return [
        Entry("imputer_scaler_logistic_3", three, logistic, [SimpleImputer(), StandardScaler()]),
        Entry("imputer_ridge", diabetes(), Ridge(), [SimpleImputer(strategy="median")]),
        Entry("imputer_zero", rounded(three), None, graph=imputer(0.0)),
        Entry("imputer_integers", three, None, graph=imputer(5)),
        Entry("binarizer_logistic_10", digits(), logistic, [Binarizer(threshold=7.5)]),
        Entry("binarizer_zero_ridge", diabetes(), Ridge(), [Binarizer()]),
        Entry("label_encoder_numbers", coarse, None, graph=numbers()),
        Entry("one_hot", coarse, None, graph=one_hot()),
        Entry("feature_vectorizer", iris(2), None, graph=feature_vectorizer()),
        Entry(
            "label_encoder_strings",
            iris(3, slice(0, 2)),
            None,
            graph=renamed_classes("values_strings", ["a", "c", "b"]),
        ),
        Entry("label_encoder_ints", iris(3, slice(0, 2)), None, graph=renamed_classes("values_int64s", [5, -7, 6])),
        Entry("picked_class", iris(3, slice(0, 2)), None, graph=picked_class()),
        Entry("picked_feature", iris(3, slice(0, 2)), None, graph=picked_feature()),
        Entry("one_score_none", iris(2, slice(0, 2)), None, graph=one_score("NONE")),
        Entry("one_score_logistic", iris(2, slice(0, 2)), None, graph=one_score("LOGISTIC")),
        Entry("softmax_zero_3", iris(3, slice(0, 2)), None, graph=three_scores("SOFTMAX_ZERO")),
        Entry("logistic_functions_3", iris(3, slice(0, 2)), None, graph=three_scores("LOGISTIC")),
        Entry("two_values_softmax", iris(2, slice(0, 2)), None, graph=two_values("SOFTMAX")),
    ]


def rounded(data: Data) -> Data:
    """The same rows as integers, which are categories."""
    rows, numbers = data
    return np.round(rows), numbers


def graph(nodes: list, features: int, outputs: dict[str, tuple[int, int]], ml: int = 1) -> onnx.ModelProto:
    """Wraps nodes that take "input"; the outputs are named with their types and ranks."""
    made = make_graph(
        nodes,
        "graph",
        [make_tensor_value_info("input", TensorProto.FLOAT, [None, features])],
        [make_tensor_value_info(name, kind, [None] * rank) for name, (kind, rank) in outputs.items()],
    )
    return make_model(made, opset_imports=[make_opsetid("", 18), make_opsetid(ML, ml)], ir_version=8)


def imputer(replaced: float) -> onnx.ModelProto:
    """The same number for all features; integers are what the reference makes of other rows too."""
    if isinstance(replaced, float):
        node = make_node("Imputer", ["input"], ["scores"], domain=ML, imputed_value_floats=[7.5],
                         replaced_value_float=replaced)  # fmt: skip
        return graph([node], 4, {"scores": (TensorProto.FLOAT, 2)})
    nodes = [
        make_node("Cast", ["input"], ["integers"], to=TensorProto.INT64),
        make_node("Imputer", ["integers"], ["imputed"], domain=ML, imputed_value_int64s=[10, 20, 30, 40],
                  replaced_value_int64=replaced),
        make_node("Cast", ["imputed"], ["scores"], to=TensorProto.FLOAT),
    ]  # fmt: skip
    return graph(nodes, 4, {"scores": (TensorProto.FLOAT, 2)})


def one_hot() -> onnx.ModelProto:
    """A float is cut to an integer; 99 is no category that a row has."""
    node = make_node("OneHotEncoder", ["input"], ["scores"], domain=ML, cats_int64s=[5, 4, 99, 7, -1, 6])
    return graph([node], 1, {"scores": (TensorProto.FLOAT, 3)})


def numbers() -> onnx.ModelProto:
    """Floats become integers and those floats again, as an ordinal encoder has it; of equal keys the first counts."""
    nodes = [
        make_node("LabelEncoder", ["input"], ["integers"], domain=ML, keys_floats=[7.0, 5.0, 0.0, 6.0, 5.0],
                  values_int64s=[3, 1, 0, 2, 9]),
        make_node("LabelEncoder", ["integers"], ["scores"], domain=ML, keys_int64s=[0, 1, 2],
                  values_floats=[0.5, 1.5, 2.5]),
    ]  # fmt: skip
    return graph(nodes, 1, {"scores": (TensorProto.FLOAT, 2)}, ml=2)


def feature_vectorizer() -> onnx.ModelProto:
    """One input is cut, one filled up with zeros, one as wide as it says."""
    node = make_node("FeatureVectorizer", ["input"] * 3, ["scores"], domain=ML, inputdimensions=[2, 6, 4])
    return graph([node], 4, {"scores": (TensorProto.FLOAT, 2)})


def classifier(transform: str, **changes) -> onnx.NodeProto:
    attributes = {
        "classlabels_ints": [0, 1, 2],
        "coefficients": [0.75, -1.5, -0.25, 0.125, 0.5, 1.0],
        "intercepts": [0.5, 1.25, -2.0],
    }
    return make_node(
        "LinearClassifier", ["input"], ["label", "scores"], domain=ML, post_transform=transform,
        **(attributes | changes),
    )  # fmt: skip


def three_scores(transform: str) -> onnx.ModelProto:
    return graph([classifier(transform)], 2, {"label": (TensorProto.INT64, 1), "scores": (TensorProto.FLOAT, 2)})


def one_score(transform: str) -> onnx.ModelProto:
    """Two classes with one row of coefficients."""
    node = classifier(transform, classlabels_ints=[-1, 1], coefficients=[1.5, -2.0], intercepts=[-0.3])
    return graph([node], 2, {"label": (TensorProto.INT64, 1), "scores": (TensorProto.FLOAT, 2)})


def two_values(transform: str) -> onnx.ModelProto:
    node = make_node(
        "LinearRegressor", ["input"], ["values"], domain=ML, targets=2, coefficients=[0.5, -1.0, 0.25, 0.75],
        post_transform=transform,
    )  # fmt: skip
    return graph([node], 2, {"values": (TensorProto.FLOAT, 2)})


def renamed_classes(attribute: str, names: list) -> onnx.ModelProto:
    encoder = make_node("LabelEncoder", ["label"], ["name"], domain=ML, keys_int64s=[0, 1, 2], **{attribute: names})
    kind = TensorProto.STRING if isinstance(names[0], str) else TensorProto.INT64
    return graph([classifier("SOFTMAX"), encoder], 2, {"name": (kind, 1), "scores": (TensorProto.FLOAT, 2)}, ml=2)


def picked_class() -> onnx.ModelProto:
    """A class by an index that is computed, beside scores that are nobody's."""
    nodes = [
        classifier("NONE"),
        make_node("ArrayFeatureExtractor", ["names", "label"], ["name"], domain=ML),
        make_node("Identity", ["input"], ["values"]),
    ]
    model = graph(nodes, 2, {"name": (TensorProto.STRING, 2), "values": (TensorProto.FLOAT, 2)})
    model.graph.initializer.append(make_tensor("names", TensorProto.STRING, [3], ["a", "b", "c"]))
    return model


def picked_feature() -> onnx.ModelProto:
    """A feature by an index that is computed: the class."""
    nodes = [
        classifier("NONE", classlabels_ints=[1, 0], coefficients=[0.75, -1.5, -0.25, 0.125], intercepts=[0.5, -2.0]),
        make_node("ArrayFeatureExtractor", ["input", "label"], ["values"], domain=ML),
    ]
    return graph(nodes, 2, {"values": (TensorProto.FLOAT, 2)})
