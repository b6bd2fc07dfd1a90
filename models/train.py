"""Trains the iris classifier and writes iris_svc.onnx and label.json next to this file.

アヤメ分類器を学習し、このファイルの隣に iris_svc.onnx と label.json を書き出す。

    python models/train.py

With the versions of requirements.txt the two files come out byte for byte the same on every run.
"""

import json
import warnings
from pathlib import Path

import numpy as np
import onnx
from serialize import serialize
from skl2onnx import to_onnx
from skl2onnx.common.data_types import FloatTensorType
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

FOLDER = Path(__file__).parent
SEED = 42
SAMPLE = [[5.1, 3.5, 1.4, 0.2]]


def train(features: np.ndarray, classes: np.ndarray) -> Pipeline:
    """Fits a scaler and a support vector classifier with Platt probabilities.

    標準化器と、Platt 法の確率を持つサポートベクター分類器を学習する。
    """
    pipeline = make_pipeline(StandardScaler(), SVC(kernel="rbf", probability=True, random_state=SEED))
    return pipeline.fit(features, classes)


def export(pipeline: Pipeline) -> onnx.ModelProto:
    """Converts the pipeline to ONNX: float32 input [None, 4], outputs label and probabilities.

    パイプラインを ONNX へ変換する（入力は float32 の [None, 4]、出力はラベルと確率）。
    """
    # A graph without a name would get a random one.
    model = to_onnx(pipeline, initial_types=[("input", FloatTensorType([None, 4]))], name="iris_svc")
    model.model_version = 1
    model.doc_string = "Iris species from sepal length, sepal width, petal length and petal width in centimetres."
    onnx.helper.set_model_props(model, {"data_sample": json.dumps(SAMPLE, separators=(",", ":"))})
    return model


def main() -> None:
    # Platt probabilities inside SVMClassifier are what this model is about; scikit-learn drops the option in 1.11.
    warnings.filterwarnings("ignore", message=".*`probability", category=FutureWarning)
    iris = load_iris()
    train_rows, test_rows, train_classes, test_classes = train_test_split(
        iris.data, iris.target, test_size=0.2, stratify=iris.target, random_state=SEED
    )
    pipeline = train(train_rows, train_classes)
    model = export(pipeline)
    (FOLDER / "iris_svc.onnx").write_bytes(serialize(model))
    labels = {str(index): str(name) for index, name in enumerate(iris.target_names)}
    (FOLDER / "label.json").write_text(json.dumps(labels, separators=(",", ":")) + "\n", encoding="utf-8")
    print(
        f"{pipeline[-1].n_support_.sum()} support vectors, accuracy {pipeline.score(test_rows, test_classes):.3f} "
        f"on {len(test_rows)} rows kept back"
    )


if __name__ == "__main__":
    main()
