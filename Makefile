# make run · make test · make check · make messages · make benchmarks

UV = 0.13.9
DJANGO = .venv/bin/python manage.py
PRODUCTION = DEBUG=false SECRET_KEY=$$(.venv/bin/python -c "import secrets; print(secrets.token_urlsafe(50))") \
	STATEMENT_KEY=$$(.venv/bin/python -c "import base64, os; print(base64.b64encode(os.urandom(32)).decode())") \
	ALLOWED_HOSTS=portal.example.lv BASE_URL=https://portal.example.lv EMAIL_URL=smtp+tls://mail.example.lv:587
PYTHON = $(firstword $(foreach one,python3.13 python3 python,\
	$(shell $(one) -c 'import sys; sys.version_info[:2] == (3, 13) and print(sys.executable)' 2>/dev/null)))
INSTALL = .venv/bin/uv pip install --quiet --compile-bytecode --require-hashes --python .venv/bin/python -r

unexport PYTHONDONTWRITEBYTECODE
.PHONY: run test check lint deploy messages benchmarks

run: var/database
	@.venv/bin/python -m config.start

test: .venv/tools .env
	.venv/bin/python -m pytest -n auto --dist worksteal

check: lint deploy test

lint: .venv/tools
	.venv/bin/ruff check . && .venv/bin/ruff format --check --quiet .
	.venv/bin/djlint templates --lint --quiet
	.venv/bin/lint-imports && .venv/bin/deptry .

deploy: .venv/tools .env
	$(PRODUCTION) $(DJANGO) check --deploy --fail-level WARNING --database default
	$(DJANGO) makemigrations --check

messages: .venv/tools
	$(DJANGO) makemessages --locale lv --no-location --no-wrap --ignore .venv --ignore tests
	$(DJANGO) compilemessages --locale lv --ignore .venv

benchmarks: .venv/tools .env
	DJANGO_SETTINGS_MODULE=tests.settings .venv/bin/python -m benchmarks

# --- what the above stand on; each is made again only when what it is made from has changed ---

.venv/bin/uv: .python-version
	$(if $(PYTHON),,$(error Python 3.13 is missing: install it (python.org/downloads), then run make again))
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV)
	@touch $@

.venv/portal: .venv/bin/uv requirements.lock
	$(INSTALL) requirements.lock
	@touch $@

.venv/tools: .venv/portal requirements-dev.lock
	$(INSTALL) requirements-dev.lock
	@touch $@

.env:
	cp .env.example .env

# A database named in the environment, or a removed one, is looked at each time.
ifneq ($(DATABASE_URL)$(if $(wildcard db.sqlite3),,none),)
.PHONY: var/database
endif
var/database: .venv/portal .env $(wildcard */migrations/*.py */data/*.csv) compliance/triggers.py
	$(DJANGO) migrate --verbosity 0
	$(DJANGO) load_demo
	@mkdir -p var && touch $@
