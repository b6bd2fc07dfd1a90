"""Support vector classifiers: every kernel, and what steps, classes and sizes around them can be like.

サポートベクター分類器：全カーネルと、前段・クラス・大きさの変化。
"""

import itertools

from datasets import Data, blobs, breast_cancer, digits, iris, many_features, versicolor_or_virginica
from entry import Entry
from sklearn.preprocessing import Normalizer, StandardScaler
from sklearn.svm import SVC

SPECIES = ["setosa", "versicolor", "virginica"]
DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


def svc(name: str, data: Data, parameters: dict, steps: list | None = None, **options) -> Entry:
    # One against one leaves the votes to the classifier; one against the rest would add a graph behind it.
    estimator = SVC(random_state=0, decision_function_shape="ovo", **parameters)
    return Entry(name, data, estimator, steps or [], **options)


def entries() -> list[Entry]:
    return grid() + variants()


def grid() -> list[Entry]:
    """Every kernel with 2, 3 and 10 classes, with and without probabilities.

    各カーネルについて、2・3・10 クラス、確率の有無。
    """
    kernels = {
        "rbf": {"kernel": "rbf"},
        "linear": {"kernel": "linear"},
        "poly2": {"kernel": "poly", "degree": 2},
        "poly3": {"kernel": "poly", "degree": 3},
        "sigmoid": {"kernel": "sigmoid"},
    }
    # Without coef0 the reference takes another path through its matrix product than with it.
    problems = {2: (versicolor_or_virginica(), 0.0), 3: (iris(3), 1.0), 10: (blobs(), 0.5)}
    entries = []
    for (kernel, parameters), (count, (data, coef0)) in itertools.product(kernels.items(), problems.items()):
        kernel_parameters = dict(parameters, coef0=coef0)
        # The sigmoid kernel is constant, and the model with it, unless the features are about zero.
        steps = [StandardScaler()] if kernel == "sigmoid" or count == 10 else []
        name = f"svc_{kernel}_{count}"
        entries += [
            svc(name, data, kernel_parameters, steps, zipmap=False),
            svc(f"{name}_proba", data, dict(kernel_parameters, probability=True), steps),
        ]
    return entries


def variants() -> list[Entry]:
    """What the grid leaves out, one thing a model.

    格子に含まれないもの（1 モデルにつき 1 項目）。
    """
    rbf = {"kernel": "rbf", "probability": True}
    linear = {"kernel": "linear", "probability": True}
    poly2 = {"kernel": "poly", "degree": 2, "probability": True}
    poly3 = {"kernel": "poly", "degree": 3, "probability": True}
    sigmoid = {"kernel": "sigmoid", "probability": True}
    three, two = iris(3), versicolor_or_virginica()
    petal = slice(2, 3)
    scaler = [StandardScaler()]
    return [
        # What the output looks like.
        svc("svc_rbf_3_proba_tensor", three, rbf, zipmap=False),
        svc("svc_rbf_3_proba_string", three, rbf, classes=SPECIES),
        svc("svc_poly3_10_proba_string", blobs(), poly3, scaler, classes=sorted(DIGITS)),
        svc("svc_linear_2_string", two, {"kernel": "linear"}, zipmap=False, classes=SPECIES[1:]),
        svc("svc_rbf_2_zipmap", two, {"kernel": "rbf"}, scaler),
        svc("svc_rbf_2_proba_string_escaped", two, rbf, classes=['a "quoted\\" name', "あやめ \U0001f33a"]),
        svc("svc_rbf_3_proba_string_display", three, rbf, classes=SPECIES,
            labels={name: f"Iris {name}" for name in SPECIES}),
        # Class labels that are not 0, 1, 2.
        svc("svc_rbf_3_proba_gaps", three, rbf, classes=[1, 2, 5]),
        svc("svc_linear_3_proba_negative", three, linear, classes=[-3, -1, 4]),
        svc("svc_rbf_2_signs", two, {"kernel": "rbf"}, zipmap=False, classes=[-1, 1]),
        svc("svc_rbf_3_proba_unsorted", three, rbf, renamed=[2, 0, 1]),
        svc("svc_rbf_3_proba_unsorted_tensor", three, rbf, zipmap=False, renamed=[2, 0, 1]),
        svc("svc_rbf_3_proba_string_unsorted", three, rbf, classes=SPECIES,
            renamed=["virginica", "Setosa", "versicolor"]),
        svc("svc_rbf_3_proba_large", three, rbf, renamed=[9_007_199_254_740_993, -(2**63), 2**63 - 1]),
        # A contradiction that the reference computes all the same: ZipMap's names are not the classifier's.
        # Steps before the classifier.
        svc("svc_rbf_3_proba_scaler_mean", three, rbf, [StandardScaler(with_std=False)]),
        svc("svc_rbf_3_proba_l1", three, rbf, [Normalizer("l1")]),
        svc("svc_rbf_3_proba_l2", three, rbf, [Normalizer("l2")]),
        svc("svc_rbf_3_proba_max", three, rbf, [Normalizer("max")]),
        svc("svc_rbf_3_proba_scaler_l2", three, rbf, [StandardScaler(), Normalizer("l2")]),
        # A factor of exactly one takes another path through the matrix product, with and without coef0.
        svc("svc_rbf_3_proba_gamma1", three, dict(rbf, gamma=1.0)),
        svc("svc_poly2_3_proba_gamma1", three, dict(poly2, gamma=1.0)),
        svc("svc_poly3_3_proba_gamma1_coef0", three, dict(poly3, gamma=1.0, coef0=1.0), scaler),
        svc("svc_sigmoid_2_proba_gamma1", two, dict(sigmoid, gamma=1.0), scaler),
        svc("svc_sigmoid_3_proba_gamma1_coef0", three, dict(sigmoid, gamma=1.0, coef0=-0.5), scaler),
        # Other degrees than those the reference has functions of.
        svc("svc_poly0_2", two, {"kernel": "poly", "degree": 0, "coef0": 1.0}, zipmap=False),
        svc("svc_poly4_3_proba", three, {"kernel": "poly", "degree": 4, "probability": True}, scaler),
        svc("svc_poly5_2", two, {"kernel": "poly", "degree": 5, "coef0": 1.0}, scaler, zipmap=False),
        # How many features there are: fewer, and more, than a vector register or a tile of the matrix product holds.
        svc("svc_rbf_2_proba_features1", versicolor_or_virginica(petal), rbf),
        svc("svc_linear_3_proba_features1", iris(3, petal), linear),
        svc("svc_rbf_2_proba_features30", breast_cancer(), rbf, scaler),
        svc("svc_linear_2_features30", breast_cancer(), {"kernel": "linear"}, scaler, zipmap=False),
        svc("svc_rbf_10_proba_features64", digits(), rbf),
        svc("svc_linear_10_proba_features64", digits(), linear),
        svc("svc_rbf_3_proba_features200", many_features(), rbf),
        svc("svc_linear_3_proba_features200", many_features(), linear),
        svc("svc_sigmoid_3_proba_features200", many_features(), sigmoid, scaler),
    ]  # fmt: skip
