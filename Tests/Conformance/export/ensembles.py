"""Models made of other models: votes, bags, stacks, searches, chains of steps.

他のモデルからなるモデル：投票、バギング、スタッキング、探索、前段の連なり。
"""

import numpy as np
from datasets import blobs, diabetes, iris, versicolor_or_virginica
from entry import Entry
from linear import targets
from sklearn.cross_decomposition import PLSRegression
from sklearn.decomposition import IncrementalPCA
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.ensemble import (
    AdaBoostClassifier, BaggingClassifier, BaggingRegressor, IsolationForest, RandomForestClassifier, StackingRegressor,
    VotingClassifier, VotingRegressor,
)  # fmt: skip
from sklearn.feature_selection import RFE, SelectFromModel, VarianceThreshold
from sklearn.linear_model import (
    HuberRegressor, LinearRegression, LogisticRegression, MultiTaskLasso, RANSACRegressor, Ridge, SGDClassifier,
    SGDOneClassSVM,
)  # fmt: skip
from sklearn.model_selection import GridSearchCV, TunedThresholdClassifierCV
from sklearn.multiclass import OneVsOneClassifier, OneVsRestClassifier
from sklearn.neighbors import NeighborhoodComponentsAnalysis
from sklearn.pipeline import make_pipeline, make_union
from sklearn.preprocessing import KBinsDiscretizer, MinMaxScaler, StandardScaler
from sklearn.svm import SVC, NuSVC
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor


def entries() -> list[Entry]:
    return classifiers() + regressors() + steps()


def classifiers() -> list[Entry]:
    two, three, ten, seed = versicolor_or_virginica(), iris(3), blobs(), {"random_state": 0}
    logistic, tree = LogisticRegression(max_iter=300), DecisionTreeClassifier(max_depth=3, **seed)
    voters = [("a", logistic), ("b", LinearDiscriminantAnalysis()), ("c", tree)]
    scaler = [StandardScaler()]
    return [
        Entry("ada_boost_2", two, AdaBoostClassifier(n_estimators=6, **seed)),
        Entry("ada_boost_3", three, AdaBoostClassifier(tree, n_estimators=4, **seed)),
        Entry("bagging_2", two, BaggingClassifier(logistic, n_estimators=3, **seed), scaler),
        Entry("bagging_3", three, BaggingClassifier(n_estimators=4, **seed)),
        Entry("voting_soft", three, VotingClassifier(voters, voting="soft", flatten_transform=False)),
        Entry("voting_soft_weights", three, VotingClassifier(voters, voting="soft", weights=np.array([1, 2, 3]), flatten_transform=False)),
        Entry("voting_hard", three, VotingClassifier(voters, flatten_transform=False), zipmap=False),
        Entry("one_vs_one", three, OneVsOneClassifier(logistic), scaler, zipmap=False, infers_shapes=False),
        Entry("one_vs_one_10", ten, OneVsOneClassifier(SGDClassifier(**seed)), scaler, zipmap=False,
              infers_shapes=False),
        Entry("nu_svc", three, NuSVC(nu=0.3, probability=True, **seed)),
        Entry("grid_search", three, GridSearchCV(logistic, {"C": [0.1, 1, 10]}), scaler),
        Entry("tuned_threshold", two, TunedThresholdClassifierCV(logistic, cv=3)),
        Entry("discriminant_2", two, LinearDiscriminantAnalysis(), scaler),
        Entry("sgd_one_class", three, SGDOneClassSVM(**seed), scaler),
        Entry("one_vs_rest_norm", three, OneVsRestClassifier(logistic), scaler, opsets={"": 18, "ai.onnx.ml": 3}),
        Entry("isolation_forest", three, IsolationForest(n_estimators=5, max_samples=20, **seed),
              opsets={"": 18, "ai.onnx.ml": 3}),
    ]  # fmt: skip


def regressors() -> list[Entry]:
    data, seed = diabetes(), {"random_state": 0}
    models = [("a", Ridge()), ("b", LinearRegression()), ("c", DecisionTreeRegressor(max_depth=3, **seed))]
    scaler = [StandardScaler()]
    return [
        Entry("bagging_regression", data, BaggingRegressor(n_estimators=4, **seed), rows=100),
        Entry("voting_regression", data, VotingRegressor(models)),
        Entry("stacking_regression", data, StackingRegressor(models, final_estimator=Ridge())),
        Entry("huber", data, HuberRegressor(), scaler),
        Entry("ransac", data, RANSACRegressor(**seed), scaler),
        Entry("partial_least_squares", data, PLSRegression(3), infers_shapes=False),
        Entry("multi_task_lasso", targets(3), MultiTaskLasso(), scaler),
    ]


def steps() -> list[Entry]:
    three, logistic, scaler = iris(3), LogisticRegression(max_iter=300), [StandardScaler()]
    forest = RandomForestClassifier(n_estimators=4, max_depth=3, random_state=0)
    union = make_union(StandardScaler(), make_pipeline(MinMaxScaler(), IncrementalPCA(2)))
    return [
        Entry("union_logistic", three, logistic, [union]),
        Entry("neighborhood_logistic", three, logistic, [NeighborhoodComponentsAnalysis(2, max_iter=20, random_state=0)]),
        Entry("eliminated_logistic", three, logistic, [*scaler, RFE(logistic, n_features_to_select=2)]),
        Entry("selected_svc", three, SVC(random_state=0), [SelectFromModel(forest)], zipmap=False),
        Entry("variance_logistic", three, logistic, [VarianceThreshold(0.3)]),
        Entry("ordinal_bins_logistic", three, logistic, [KBinsDiscretizer(4, encode="ordinal")]),
        Entry("scaler_forest", three, forest, scaler),
        Entry("scaler_pca_svc", three, SVC(random_state=0), [*scaler, IncrementalPCA(3)], zipmap=False),
    ]  # fmt: skip
