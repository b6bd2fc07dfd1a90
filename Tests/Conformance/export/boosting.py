"""Gradient boosting by LightGBM and XGBoost, converted by onnxmltools, and as a step of scikit-learn's pipelines.

LightGBM と XGBoost による勾配ブースティング。onnxmltools で変換したものと、scikit-learn のパイプラインに入れたもの。

Converters differ in what they make of one model: the ways a branch compares, where classes and base values stand, and what
comes behind the trees.
"""

import numpy as np
from datasets import Data, breast_cancer, diabetes, digits, iris, versicolor_or_virginica
from entry import Entry
from lightgbm import LGBMClassifier, LGBMModel, LGBMRegressor
from onnxmltools import convert_lightgbm, convert_xgboost
from onnxmltools.convert.common.data_types import FloatTensorType
from onnxmltools.convert.lightgbm.operator_converters import LightGbm
from onnxmltools.convert.xgboost.operator_converters import XGBoost
from preprocessing import rounded
from skl2onnx import update_registered_converter
from skl2onnx.common.shape_calculator import calculate_linear_classifier_output_shapes
from sklearn.base import BaseEstimator
from sklearn.preprocessing import StandardScaler
from trees import missing
from xgboost import XGBClassifier, XGBRegressor, XGBRFClassifier, XGBRFRegressor

SPECIES = np.array(["setosa", "versicolor", "virginica"])
# The operator set, which the converters would choose by what is installed.
OPSET = 15


def entries() -> list[Entry]:
    register()
    return light_classifiers() + light_regressors() + extreme_classifiers() + extreme_regressors() + pipelines()


def register() -> None:
    """Tells skl2onnx of the converters, so that pipelines may hold such models."""
    for estimator, alias, converter in [
        (LGBMClassifier, "LightGbmLGBMClassifier", LightGbm.convert_lightgbm),
        (XGBClassifier, "XGBoostXGBClassifier", XGBoost.convert_xgboost),
    ]:
        update_registered_converter(
            estimator, alias, calculate_linear_classifier_output_shapes, converter,
            options={"nocl": [True, False], "zipmap": [True, False, "columns"]},
        )  # fmt: skip


def converted(name: str, data: Data, estimator: BaseEstimator, fit: dict | None = None, **options) -> Entry:
    rows, targets = data
    estimator.fit(rows.astype(np.float32), targets, **(fit or {}))
    convert = convert_lightgbm if isinstance(estimator, LGBMModel) else convert_xgboost
    types = [("input", FloatTensorType([None, rows.shape[1]]))]
    graph = convert(estimator, name=name, initial_types=types, target_opset=OPSET, **options)
    return Entry(name, data, None, graph=graph, source=estimator)


def light(kind: type[LGBMModel], trees: int = 6, leaves: int = 6, **options) -> LGBMModel:
    return kind(
        n_estimators=trees, num_leaves=leaves, min_child_samples=5, random_state=0, deterministic=True,
        force_row_wise=True, n_jobs=1, verbose=-1, **options,
    )  # fmt: skip


def extreme(kind: type, trees: int = 6, depth: int = 3, **options) -> BaseEstimator:
    return kind(n_estimators=trees, max_depth=depth, random_state=0, n_jobs=1, **options)


def light_classifiers() -> list[Entry]:
    two, three = versicolor_or_virginica(), iris(3)
    forest = {"boosting_type": "rf", "bagging_fraction": 0.7, "bagging_freq": 1}

    def classifier(**options) -> LGBMModel:
        return light(LGBMClassifier, **options)

    return [
        converted("lightgbm_2", breast_cancer(), classifier()),
        converted("lightgbm_2_tensor", two, classifier(), zipmap=False),
        converted("lightgbm_2_missing", missing(two), classifier()),
        converted("lightgbm_2_forest", two, classifier(**forest)),
        converted("lightgbm_3", three, classifier()),
        converted("lightgbm_3_string", (three[0], SPECIES[three[1]]), classifier(), zipmap=False),
        converted("lightgbm_3_missing", missing(three), classifier(trees=4), zipmap=False),
        # Branches that ask for one integer.
        converted("lightgbm_3_categories", rounded(three), classifier(trees=4, min_data_per_group=5, cat_smooth=1), fit={"categorical_feature": [0, 2]}),
        converted("lightgbm_3_dart", three, classifier(boosting_type="dart")),
        converted("lightgbm_3_one_vs_all", three, classifier(objective="multiclassova")),
        converted("lightgbm_10_features64", digits(), classifier(trees=3, leaves=4)),
    ]


def light_regressors() -> list[Entry]:
    data = petal_width()
    forest = {"boosting_type": "rf", "bagging_fraction": 0.7, "bagging_freq": 1}

    def regressor(**options) -> LGBMModel:
        return light(LGBMRegressor, **options)

    return [
        converted("lightgbm_regression", diabetes(), regressor()),
        converted("lightgbm_regression_missing", missing(data), regressor()),
        converted("lightgbm_regression_poisson", data, regressor(objective="poisson")),
        converted("lightgbm_regression_forest", data, regressor(**forest)),
        # Sums of ensembles of three trees each.
        converted("lightgbm_regression_split", data, regressor(trees=8), split=3),
    ]


def extreme_classifiers() -> list[Entry]:
    two, three = versicolor_or_virginica(), iris(3)
    return [
        converted("xgboost_2", breast_cancer(), extreme(XGBClassifier)),
        converted("xgboost_2_missing", missing(two), extreme(XGBClassifier)),
        converted("xgboost_2_forest", two, extreme(XGBRFClassifier)),
        converted("xgboost_3", three, extreme(XGBClassifier)),
        converted("xgboost_3_integers", rounded(three), extreme(XGBClassifier)),
        converted("xgboost_3_missing", missing(three), extreme(XGBClassifier)),
        converted("xgboost_10_features64", digits(), extreme(XGBClassifier, trees=3)),
    ]


def extreme_regressors() -> list[Entry]:
    data = petal_width()
    return [
        converted("xgboost_regression", diabetes(), extreme(XGBRegressor)),
        converted("xgboost_regression_missing", missing(data), extreme(XGBRegressor)),
        converted("xgboost_regression_forest", data, extreme(XGBRFRegressor)),
        converted("xgboost_regression_poisson", data, extreme(XGBRegressor, objective="count:poisson")),
        # More trees than ONNX Runtime takes one after the other.
        converted("xgboost_regression_trees100", data, extreme(XGBRegressor, trees=100, depth=1)),
    ]


def pipelines() -> list[Entry]:
    two, three, scaler = versicolor_or_virginica(), iris(3), [StandardScaler()]
    opsets = {"": OPSET, "ai.onnx.ml": 3}
    return [
        Entry("pipeline_lightgbm_2", two, light(LGBMClassifier), scaler, opsets=opsets),
        Entry("pipeline_lightgbm_3", three, light(LGBMClassifier), scaler, zipmap=False, opsets=opsets),
        Entry("pipeline_xgboost_2", two, extreme(XGBClassifier), scaler, opsets=opsets),
        Entry("pipeline_xgboost_3", three, extreme(XGBClassifier), scaler, zipmap=False, opsets=opsets),
    ]


def petal_width() -> Data:
    rows, _ = iris(3)
    return rows[:, :3], rows[:, 3]
