"""Pipelines around linear models: what their steps and classifiers are exported to is spread over many operators.

線形モデルを含むパイプライン：前段の処理や分類器が多くの演算子に分かれて書き出される。
"""

from datasets import Data, diabetes, digits, iris, versicolor_or_virginica
from entry import Entry
from linear import targets
from preprocessing import rounded
from sklearn.compose import ColumnTransformer
from sklearn.linear_model import LogisticRegression, Perceptron, Ridge, SGDClassifier
from sklearn.multioutput import MultiOutputRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, OrdinalEncoder, RobustScaler, StandardScaler

SPECIES = ["setosa", "versicolor", "virginica"]


def entries() -> list[Entry]:
    three, two, coarse = iris(3), versicolor_or_virginica(), rounded(iris(3))
    logistic, scaler = LogisticRegression(max_iter=1000), [StandardScaler()]
    encoded = {"handle_unknown": "use_encoded_value", "unknown_value": -1}
    hinge, log_loss = SGDClassifier(random_state=0), SGDClassifier(loss="log_loss", random_state=0)
    return [
        Entry("pipeline_min_max", three, logistic, [MinMaxScaler()]),
        Entry("pipeline_min_max_clip", digits(), logistic, [MinMaxScaler((-1, 1), clip=True)]),
        Entry("pipeline_robust_ridge", diabetes(), Ridge(), [RobustScaler()]),
        Entry("pipeline_columns", three, logistic, [columns()]),
        Entry("pipeline_one_hot", coarse, logistic, [OneHotEncoder(handle_unknown="ignore")]),
        Entry(
            "pipeline_one_hot_ridge", rounded(diabetes_like(coarse)), Ridge(), [OneHotEncoder(handle_unknown="ignore")]
        ),
        Entry("pipeline_ordinal", coarse, logistic, [OrdinalEncoder(**encoded)]),
        Entry("sgd_hinge_2", two, hinge, scaler, zipmap=False),
        Entry("sgd_hinge_3", three, hinge, scaler, zipmap=False),
        Entry("sgd_hinge_3_string", three, hinge, scaler, zipmap=False, classes=SPECIES),
        Entry("sgd_log_loss_2", two, log_loss, scaler),
        Entry("perceptron_3", three, Perceptron(random_state=0), scaler, zipmap=False),
        Entry("multi_output_ridge", targets(3), MultiOutputRegressor(Ridge()), scaler),
    ]


def columns() -> ColumnTransformer:
    """Two columns scaled one way, one another way, one passed through; their order is another one."""
    return ColumnTransformer(
        [
            ("standard", StandardScaler(), [3, 1]),
            ("range", make_pipeline(MinMaxScaler()), [0]),
            ("rest", "passthrough", [2]),
        ]
    )


def diabetes_like(data: Data) -> Data:
    """The rows of classes with a number of each."""
    rows, numbers = data
    return rows[:, 2:], numbers * 10.0 + rows[:, 0]
