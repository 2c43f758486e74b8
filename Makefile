# make demo | test | test-lab | lab | site | test-site | run | export | readme | clean
# Each first makes .venv when it is missing or out of date; test-lab, site and test-site add what only they need.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(abspath $(VENV))/bin
export PATH := $(BIN):$(PATH)
ROOT_OK := $(if $(filter 0,$(shell id -u)),--allow-root)
# kernels start in nbs/, so a relative folder has to be made absolute here
ifneq ($(filter-out sample,$(RUNBN_DATA)),)
export RUNBN_DATA := $(abspath $(RUNBN_DATA))
endif

.PHONY: demo test test-lab lab site test-site run export readme clean install install-site
demo: install
	runbn_debias --plot debias.png --json debias.json
	@echo 'picture: debias.png   figures: debias.json'
test: install
	python tools/check.py
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
	rm -rf $(VENV) _proc _docs _site _lab build dist *.egg-info debias.png debias.json

install: $(VENV)/.ok
install-site: $(VENV)/.ok-site
$(VENV)/.ok: settings.ini setup.py pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3,10) and f"expected Python 3.10 or later, got {sys.version.split()[0]}: make PYTHON=python3.12 ...")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo 'installing runbn and what it needs into $(VENV): PyTorch is a large download, once'
	$(BIN)/python -m pip install -q --disable-pip-version-check uv
	$(BIN)/uv pip install -q --python $(BIN)/python -e '.[dev]' || $(BIN)/python -m pip install -q -e '.[dev]'
	touch $@
# all extras in one go: a later package could lift one that an earlier one holds down
$(VENV)/.ok-site: $(VENV)/.ok
	$(BIN)/uv pip install -q --python $(BIN)/python -e '.[dev,site]' || $(BIN)/python -m pip install -q -e '.[dev,site]'
	touch $@
