# make demo | lab | test | test-slow | test-matrix | test-oldest | test-lab | site | test-site | run | export | readme | clean
# Each first makes .venv when it is missing or out of date; test-lab, site and test-site add what only they need.
PYTHON ?= python3
ROOT_OK := $(if $(filter 0,$(shell id -u)),--allow-root)
export PATH := $(CURDIR)/.venv/bin:$(PATH)
# kernels start in nbs/, so a relative folder has to be made absolute here
ifneq ($(filter-out sample,$(RUNBN_DATA)),)
export RUNBN_DATA := $(shell "$(PYTHON)" -c 'import os, sys; print(os.path.abspath(os.path.expanduser(sys.argv[1])))' "$(RUNBN_DATA)")
endif

.PHONY: demo test test-slow test-matrix test-oldest test-lab lab site test-site run export readme clean install install-site
demo: install
	runbn_debias --plot debias.png --json debias.json
	@echo 'picture: debias.png   figures: debias.json'
test: install
	python tools/check.py
test-slow: install
	python tools/check.py --slow
test-matrix: install
	python tools/matrix.py
test-oldest: .venv-oldest/.ok
	PATH="$(CURDIR)/.venv-oldest/bin:$$PATH" python tools/check.py --notebooks
test-lab: install-site
	python tools/lab_check.py
lab: install
	jupyter lab $(ROOT_OK) --ip=127.0.0.1 --ContentsManager.pre_save_hook=nbdev.clean.clean_jupyter --LabApp.default_url=/lab/tree/nbs/index.ipynb
site: install-site
	python tools/make_site.py
test-site: site
	python tools/site_check.py
run: install
	python tools/run_nbs.py
export: install
	nbdev_export && nbdev_clean
readme: install
	python tools/nav.py && python tools/readme.py
clean:
	rm -rf .venv .venv-oldest _proc _docs _site _lab build dist *.egg-info debias.png debias.json

install: .venv/.ok
install-site: .venv/.ok-site
# $(call install,environment,what): with uv, or with pip where uv cannot be had; compiled, so that no process has to do it anew
define install
"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3,10) and f"expected Python 3.10 or later, got {sys.version.split()[0]}: make PYTHON=python3.12 ...")'
test -x $(1)/bin/python || "$(PYTHON)" -m venv $(1)
@echo 'installing runbn and what it needs into $(1): PyTorch is a large download, once'
$(1)/bin/python -m pip install -q --disable-pip-version-check uv || true
$(1)/bin/uv pip install -q --compile-bytecode --python $(1)/bin/python $(2) || $(1)/bin/python -m pip install -q $(2)
touch $@
endef
.venv/.ok: settings.ini setup.py pyproject.toml
	$(call install,.venv,-e '.[dev]')
# all extras in one go: a later package could lift one that an earlier one holds down; in a variable, for their comma
all := -e '.[dev,site]'
.venv/.ok-site: .venv/.ok
	$(call install,.venv,$(all))
.venv-oldest/.ok: settings.ini setup.py pyproject.toml
	$(call install,.venv-oldest,-e '.[dev]' torch==2.8.0)
