# The verbs of this project; each is one command that also works by hand.
.PHONY: build run test lint format bench fuzz numbers model image sbom tag manifests clean

build:
	swift build -c release

run: build
	.build/release/model-server

test:
	swift test

lint:
	swift format lint --strict --recursive Package.swift Generator Sources Tests Benchmarks

format:
	swift format --in-place --recursive Package.swift Generator Sources Tests Benchmarks

bench:
	Benchmarks/run

fuzz:
	Tests/Fuzz/run 60

# Every float through the exponential, and a hundred million random numbers through each property of the number parser:
# takes about half an hour.
numbers:
	EXPONENTIAL_TEST_STEP=1 JSON_TEST_VALUES=100000000 swift test --scratch-path .build/optimised -Xswiftc -O \
	  --filter 'ExponentialTests|JSONTests'

# The image of a model in models/: make image MODEL=models/new/model.onnx TAG=name:tag; LABELS=path where label.json is not
# beside it, DOCKER=podman by podman.
DOCKER = docker
MODEL = models/iris_svc.onnx
LABELS =
VERSION = $(shell sed -n 's/.*"\(.*\)".*/\1/p' Sources/ModelServer/Version.swift)
TAG = model-in-image:$(VERSION)
MODEL_NAME = $(basename $(notdir $(MODEL)))
MODEL_SHA256 = $(shell sha256sum $(MODEL) | cut -d' ' -f1)
REVISION = $(shell git rev-parse HEAD 2>/dev/null || echo unknown)
SOURCE = unknown
BUILD = $(DOCKER) build -f Dockerfile.scratch --build-arg VERSION=$(VERSION) \
  --build-arg MODEL_FILEPATH=$(MODEL) $(if $(LABELS),--build-arg LABEL_FILEPATH=$(LABELS)) \
  --build-arg MODEL_NAME=$(MODEL_NAME) --build-arg MODEL_SHA256=$(MODEL_SHA256)
# So that the time of a build is not in what Docker builds.
image sbom: export SOURCE_DATE_EPOCH = 0
image sbom: export BUILDX_NO_DEFAULT_ATTESTATIONS = 1
image:
	$(BUILD) --build-arg REVISION=$(REVISION) --build-arg SOURCE=$(SOURCE) -t $(TAG) .

# Of the same model, as sbom.cdx.json: what is in the image.
sbom:
	$(BUILD) --target sbom --output . .

# A tag that tells version, model and commit, and so is of one image.
tag:
	@printf '%s-%.12s-%.12s\n' $(VERSION) $(MODEL_SHA256) $(REVISION)

# After a change of the model or of the version: what the image's labels say of them where they are not asked for otherwise.
model:
	sed -i -e 's|^ARG VERSION=.*|ARG VERSION=$(VERSION)|' -e 's|^ARG MODEL_FILEPATH=.*|ARG MODEL_FILEPATH=$(MODEL)|' \
	  -e 's|^ARG MODEL_NAME=.*|ARG MODEL_NAME=$(MODEL_NAME)|' -e 's|^ARG MODEL_SHA256=.*|ARG MODEL_SHA256=$(MODEL_SHA256)|' \
	  Dockerfile.scratch

# Each overlay of k8s/ as plain manifests, after an edit.
manifests:
	k8s/render

clean:
	swift package clean
