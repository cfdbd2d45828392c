# The two commands of a newcomer are `make run` and `make test`; both set everything up by themselves.
.PHONY: help run test test-long check setup docs bench train clean

help: ## Show this list
	@sed -n 's/^\([a-z-]*\): .*## /\1	/p' Makefile | while IFS='	' read -r name says; do printf '  make %-10s %s\n' "$$name" "$$says"; done

run: ## Install alleged into .venv, read examples/ into a fresh ledger and show what it holds
	@scripts/setup
	@scripts/tour

test: ## Everything that must pass: style, types, layers, dependencies, tests, docs
	@scripts/setup dev
	@scripts/setup-browser
	@scripts/check
	@scripts/test

test-long: ## The same, the properties on ten times as many documents, and the long forms: an hour or more
	@scripts/setup dev
	@scripts/setup-browser
	@scripts/check
	@scripts/test
	@scripts/test tests/property --hypothesis-profile=thorough
	@scripts/test tests/long

check: ## Style, types, layers and dependencies only
	@scripts/setup dev
	@scripts/check

setup: ## Only install, with the tools for development
	@scripts/setup dev

docs: ## Write the generated pages and outputs of docs/ and README.md anew
	@scripts/setup dev
	@scripts/docs

bench: ## Score the claims against your annotation: make bench TEXTS=DIR GOLD=DIR
	@test -n "$(TEXTS)" && test -n "$(GOLD)" || { echo "say what to score: make bench TEXTS=DIR GOLD=DIR" >&2; exit 2; }
	@scripts/setup
	@scripts/bench --texts "$(TEXTS)" --gold "$(GOLD)"

train: ## Train the weights that ship anew: make train DATA=DIR GOLD=DIR [ARTICLES=FILE] [OUT=DIR]
	@test -n "$(DATA)" && test -n "$(GOLD)" || { echo "say what to train on: make train DATA=DIR GOLD=DIR" >&2; exit 2; }
	@scripts/setup
	@scripts/train --data "$(DATA)" --gold "$(GOLD)" $(if $(ARTICLES),--articles "$(ARTICLES)") $(if $(OUT),--out "$(OUT)")

clean: ## Remove what these commands made, except .venv and .venv-train
	@rm -rf out build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	@find src tests benchmarks scripts -name __pycache__ -type d -prune -exec rm -rf {} +
