# What a developer repeats. `make setup` first; see CONTRIBUTING.md.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: help setup check lint types contracts test desktop-check ci faults bench tour figures sounds messages docs requirements clean

help: ## say what there is
	@sed -n 's/^\([a-z]*\):.*## /\1: /p' Makefile

setup: ## everything a developer needs, in .venv
	$(PYTHON) main.py setup dev

check: lint types contracts test ## what must hold before a change goes in

lint: ## Ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: ## mypy, strict
	$(BIN)/mypy

contracts: ## who may import whom
	$(BIN)/lint-imports

test: ## the tests, offscreen
	$(PYTHON) main.py test

desktop-check: ## real desktops, sound, spreadsheet; skips what is not installed
	QT_QPA_PLATFORM=offscreen $(BIN)/python -P -m pytest -p no:cacheprovider -s -o "norecursedirs=.*" tests/desktop_check

ci: setup lint types contracts ## what the server runs; ends in the tests
	$(PYTHON) main.py test

faults: ## kills, bit flips and failing disks, in greater numbers than every day
	LIMBER_KILLS=50 LIMBER_FLIPS=3000 LIMBER_EVERY=1 QT_QPA_PLATFORM=offscreen $(BIN)/python -P -m pytest -p no:cacheprovider tests/faults tests/store

bench: ## speed and memory; prints its table
	QT_QPA_PLATFORM=offscreen $(BIN)/python -P -m pytest -p no:cacheprovider -s -o "python_files=bench_*.py" -o "norecursedirs=.*" tests/benchmarks

tour: ## a picture of every page in both themes, for the README
	QT_QPA_PLATFORM=offscreen $(BIN)/limber tour --out docs/pictures

figures: ## proof that figures are right: their audit and sheets from all sides, in docs/figure (takes five minutes)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.drawing.figure.proof docs/figure
	QT_QPA_PLATFORM=offscreen LIMBER_POSES=1000 LIMBER_SHAKEN=1000 LIMBER_MOMENTS=10 $(BIN)/python -P -m pytest -p no:cacheprovider tests/figure tests/drawing/figure

sounds: ## the earcons and the alarm, in assets/sounds
	$(BIN)/python packaging/sounds.py

messages: ## collect every sentence into assets/locale/limber.pot
	$(BIN)/python packaging/messages.py

docs: ## the tables of docs/routine-format.md and docs/figure-format.md, made from the models
	$(BIN)/python -P -m coach.content.reference docs/routine-format.md docs/figure-format.md

requirements: ## lock again after a change of dependencies (needs uv); LOCK="--upgrade" to move on
	$(PYTHON) packaging/lock.py $(LOCK)

clean: ## everything that was made here, .venv included
	rm -rf .venv .venv.lock build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
