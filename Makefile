SWIFT ?= swift
.DEFAULT_GOAL := help
.PHONY: help install build test check demo catalogue format lint clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: ## What the build and the tests need from the system, if it is missing
	@scripts/install

build: ## The compiler and the runner
	$(SWIFT) build

test: install ## Every test, on throw-away PostgreSQL servers
	$(SWIFT) test

check: install build ## The tests of the models (tests.dsl), on a throw-away PostgreSQL server
	@"$$($(SWIFT) build --show-bin-path)/impactc" test

demo: install build ## A publication from end to end, on invented data
	@scripts/demo

catalogue: install build ## The site that says what is published, in .build/catalogue
	@"$$($(SWIFT) build --show-bin-path)/impactc" catalogue --output .build/catalogue

format: ## Rewrite the Swift code in the standard format
	$(SWIFT) format format --in-place --recursive Sources Tests Fuzz

lint: ## Check that it is in the standard format
	$(SWIFT) format lint --strict --recursive Sources Tests Fuzz

clean: ## Delete what was built
	$(SWIFT) package clean
