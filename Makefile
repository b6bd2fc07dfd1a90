# The verbs of this project; each is one command that also works by hand.
.PHONY: build run test lint format image clean

build:
	swift build -c release

run: build
	.build/release/model-server

test:
	swift test

lint:
	swift format lint --strict --recursive Package.swift Generator Sources Tests

format:
	swift format --in-place --recursive Package.swift Generator Sources Tests

image:
	docker build -f Dockerfile.scratch -t model-in-image:0.1.0 .

clean:
	swift package clean
