# The verbs of this project; each is one command that also works by hand.
.PHONY: build run test lint format bench fuzz image clean

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

image:
	docker build -f Dockerfile.scratch -t model-in-image:0.1.0 .

clean:
	swift package clean
