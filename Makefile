# The verbs of this project; each is one command that also works by hand.
.PHONY: build run test lint format bench fuzz numbers image clean

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

image:
	docker build -f Dockerfile.scratch -t model-in-image:0.1.0 .

clean:
	swift package clean
