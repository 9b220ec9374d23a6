# A fresh machine needs python3 (3.11 or newer) with its venv module, make and git; `make setup` does the rest.
.DEFAULT_GOAL := help
.PHONY: help setup run test check coverage office soak bench lock i18n build clean

bin := .venv/bin
python := $(bin)/python
export PYTHONUTF8 := 1

help:
	@echo 'make run      open the window; without a display, take the tour into build/tour/'
	@echo 'make test     every check and every test'
	@echo 'make build    compile data/source into data/kzspace.db'
	@echo 'make office   the round trips through LibreOffice'
	@echo 'make coverage how much of the rooms below the widgets the tests reach'
	@echo 'make soak     the long forms of the tests: mutated files, kills, a monkey'
	@echo 'make bench    speed, each thing beside a peer in the same run'
	@echo 'make i18n     refresh and compile the message catalogues'
	@echo 'make lock     write requirements.lock anew; UPGRADE=1 takes newer versions'
	@echo 'make clean    remove what can be made again, .venv included'

setup:
	@tools/setup.sh

run: setup
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		exec $(bin)/kzexplorer; \
	else \
		echo 'There is no display, so the tour is taken into build/tour/ instead of opening the window.'; \
		$(bin)/kzexplorer tour -o build/tour; \
	fi

# Each worker has a QApplication of its own; two of them fill the two cores this is measured on. The order and the
# random choices are those of one seed, so that a commit passes or fails; SEED=N shuffles anew.
test check: setup
	$(bin)/ruff check
	$(bin)/ruff format --check
	$(bin)/mypy
	$(bin)/lint-imports
	$(bin)/kzexplorer build --check
	QT_QPA_PLATFORM=offscreen $(bin)/pytest -n 2 --randomly-seed=$(or $(SEED),1)

# The rooms below the widgets by their own tests. Together with the tests of the window two workers lose a trace on the way.
below := build contract domain exporters pictures scene shelf store viewmodel
coverage: setup
	QT_QPA_PLATFORM=offscreen $(bin)/pytest -n 2 --cov=kzexplorer --randomly-seed=$(or $(SEED),1) $(below:%=tests/%)

office: setup
	@command -v soffice >/dev/null || tools/setup.sh packages libreoffice-calc libreoffice-impress
	QT_QPA_PLATFORM=offscreen $(bin)/pytest -m office

# pytest-randomly prints its seed at the start, and -rP what each form did; SEED=N runs the same again. A long form is
# not stuck after two minutes.
soak: setup
	QT_QPA_PLATFORM=offscreen $(bin)/pytest -m soak -n 2 -v -rP -o faulthandler_timeout=1200 \
		$(if $(SEED),--randomly-seed=$(SEED))

bench: setup
	$(python) benchmarks/run.py

build: setup
	$(bin)/kzexplorer build

# Hashes and no address: any index or mirror that serves the same bytes will do.
lock: setup
	$(bin)/uv pip compile pyproject.toml --group dev --universal --fork-strategy fewest --python-version 3.11 \
		--generate-hashes --no-annotate --no-header --no-emit-index-url --quiet \
		$(if $(UPGRADE),--upgrade) --output-file requirements.lock

i18n: setup
	@$(python) tools/i18n.py

clean:
	rm -rf .venv build dist htmlcov .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
