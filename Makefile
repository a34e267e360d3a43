# `make` alone prints this help. Everything is done in .venv, made from the locked requirements.

PYTHON ?= python3
PY = .venv/bin/python
MANAGE = $(PY) manage.py
CODE = config cooperatives trainings premiums certification overview

.DEFAULT_GOAL := help
.PHONY: help run dev stop example backup restore doctor test check fix bench lock messages

help: ## Print this help
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

run: .venv/run.stamp ## Run Beneficio on this machine (EXAMPLE=no: without the example figures)
	@$(PY) -m config.messages compile
	@$(MANAGE) run

dev: .venv/dev.stamp ## Run it for development: debug pages, reload on change
	@$(PY) -m config.messages compile
	@DEBUG=yes $(MANAGE) run --dev

stop: .venv/run.stamp ## Stop the embedded PostgreSQL of this checkout
	@$(PY) -m config.database stop

example: .venv/run.stamp ## Load the example figures (`manage.py clear_example` removes them)
	@$(MANAGE) load_example

backup: .venv/run.stamp ## Write database and files into one dated archive below var/backups, and try it out
	@$(PY) -m config.messages compile
	@$(MANAGE) backup

restore: .venv/run.stamp ## Restore a backup: make restore BACKUP=file (REPLACE=yes: drop what is there)
	@test -n "$(BACKUP)" || { echo "Which one? make restore BACKUP=var/backups/beneficio-….tar"; exit 1; }
	@$(PY) -m config.messages compile
	@$(MANAGE) restore "$(BACKUP)" $(if $(filter yes,$(REPLACE)),--replace)

doctor: .venv/run.stamp ## Say whether this installation is sound
	@$(MANAGE) doctor

test: .venv/dev.stamp ## Run the tests, in parallel, on a throw-away PostgreSQL (or the one of DATABASE_URL)
	@$(PY) -m config.messages compile
	@$(PY) -m pytest -n auto --dist loadgroup $(TESTS)

check: .venv/dev.stamp ## Check style, types, imports, templates, migrations, settings, catalogs; changes nothing
	@$(PY) -m config.messages compile
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy $(CODE) manage.py
	.venv/bin/lint-imports
	.venv/bin/djade --check --target-version 5.2 $$(git ls-files 'templates/*.html')
	.venv/bin/djhtml --check templates
	$(NOWHERE) $(PY) -W ignore manage.py makemigrations --check --dry-run
	$(NOWHERE) $(MANAGE) check --deploy --fail-level WARNING
	$(PY) -m config.messages check

# An installation without a database: these two checks read the code alone.
NOWHERE = DATABASE_URL=postgresql://nobody:nothing@localhost/none ALLOWED_HOSTS=beneficio.example.org \
	SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(50))')

fix: .venv/dev.stamp ## Mend what can be mended by itself: style, template indentation
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .
	-.venv/bin/djade --target-version 5.2 $$(git ls-files 'templates/*.html')
	-.venv/bin/djhtml templates

bench: .venv/dev.stamp ## Measure every page and write at three sizes (BENCH="--sizes 10 --pages board" for less)
	@$(PY) -m config.messages compile
	@$(MANAGE) collectstatic --no-input --verbosity 0
	@$(PY) -m tests.benchmarks $(BENCH)

messages: .venv/dev.stamp ## Take new strings into the translation catalogs
	@$(PY) -m config.messages update

lock: .venv/dev.stamp ## Lock the requirements of pyproject.toml anew
	$(LOCK) -o requirements/run.txt pyproject.toml
	$(LOCK) --extra dev -o requirements/dev.txt pyproject.toml

LOCK = .venv/bin/pip-compile --upgrade --quiet --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

INSTALL = .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Beneficio needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12"; exit 1; }
	@echo "Environment: making .venv"
	@$(PYTHON) -m venv .venv || { echo "Python lacks its venv module; on Debian: apt install python3-venv"; exit 1; }

.venv/run.stamp: requirements/run.txt | .venv/bin/python
	@echo "Environment: installing what requirements/run.txt locks (the first time takes a minute)"
	@$(INSTALL) -r requirements/run.txt
	@touch $@

.venv/dev.stamp: requirements/dev.txt | .venv/bin/python
	@echo "Environment: installing what requirements/dev.txt locks (the first time takes a minute or two)"
	@$(INSTALL) -r requirements/dev.txt
	@touch $@ .venv/run.stamp
