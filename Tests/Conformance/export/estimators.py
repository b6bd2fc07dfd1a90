"""What else scikit-learn has: networks, projections, discriminants, bins, stacks of models.

ニューラルネットワーク、射影、判別分析、離散化、モデルの積み重ね。
"""

from datasets import blobs, breast_cancer, iris, versicolor_or_virginica
from entry import Entry
from sklearn.calibration import CalibratedClassifierCV
from sklearn.decomposition import PCA, TruncatedSVD
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.ensemble import StackingClassifier
from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.mixture import GaussianMixture
from sklearn.multiclass import OneVsRestClassifier
from sklearn.naive_bayes import ComplementNB, MultinomialNB
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.preprocessing import KBinsDiscretizer, MaxAbsScaler, PolynomialFeatures, PowerTransformer
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

SPECIES = ["setosa", "versicolor", "virginica"]


def regression():
    rows, _ = iris(3)
    return rows[:, :3], rows[:, 3]


def entries() -> list[Entry]:
    three, two, ten = iris(3), versicolor_or_virginica(), blobs()

    def network(*layers: int, **options) -> MLPClassifier:
        return MLPClassifier(layers, random_state=0, max_iter=200, **options)

    def logistic() -> LogisticRegression:
        return LogisticRegression(max_iter=200)

    scaler = [StandardScaler()]
    return [
        Entry("mlp_3", three, network(16), scaler),
        Entry("mlp_3_tensor", three, network(8, 8), scaler, zipmap=False),
        Entry("mlp_2", two, network(10), scaler),
        Entry("mlp_10_tanh", ten, network(12, activation="tanh"), scaler),
        Entry("mlp_3_logistic", three, network(9, 7, activation="logistic"), scaler),
        Entry("mlp_3_identity_string", three, network(5, activation="identity"), scaler, classes=SPECIES),
        Entry("mlp_regressor", regression(), MLPRegressor(hidden_layer_sizes=(20,), random_state=0, max_iter=200), scaler),
        Entry("pca_logistic", three, logistic(), [PCA(2)]),
        Entry("pca_whiten_svc", breast_cancer(), SVC(random_state=0), [StandardScaler(), PCA(5, whiten=True)], zipmap=False),
        Entry("svd_logistic", three, logistic(), [TruncatedSVD(2, random_state=0)]),
        Entry("lda_3", three, LinearDiscriminantAnalysis()),
        Entry("max_abs_logistic", three, logistic(), [MaxAbsScaler()]),
        Entry("bins_logistic", three, logistic(), [KBinsDiscretizer(3, encode="onehot-dense")]),
        Entry("polynomial_linear", regression(), LinearRegression(), [PolynomialFeatures(2)]),
        Entry("best_logistic", three, logistic(), [SelectKBest(k=2)]),
        Entry("one_vs_rest", three, OneVsRestClassifier(logistic())),
        Entry("svc_one_vs_rest", three, SVC(random_state=0), zipmap=False),
        Entry("multinomial_bayes", three, MultinomialNB()),
        Entry("complement_bayes", three, ComplementNB()),
        Entry("calibrated", three, CalibratedClassifierCV(logistic(), cv=2)),
        Entry("power_logistic", three, logistic(), [PowerTransformer()]),
        Entry("mixture", three, GaussianMixture(2, random_state=0)),
        Entry("stack", three, StackingClassifier([("a", logistic()), ("b", LinearDiscriminantAnalysis())])),
    ]  # fmt: skip
