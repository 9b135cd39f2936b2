#!/usr/bin/env bash
# Set-up for `make`: a virtual environment with locked versions, and Chromium for the tests.
# scripts/setup.sh product | development | browser
set -euo pipefail
cd "$(dirname "$0")/.."
venv=.venv
python=${PYTHON:-python3}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

apt_install() {
  command -v apt-get >/dev/null || return 1
  as_root apt-get update -qq >/dev/null && as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -yqq --no-install-recommends "$@" >/dev/null
}

make_venv() {
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
    || { echo "Terbit needs Python 3.11 or newer; found $("$python" --version)" >&2; exit 1; }
  [ -x $venv/bin/python ] && return
  # Debian keeps venv in a package of its own
  "$python" -m venv $venv >/dev/null 2>&1 || { rm -rf $venv; apt_install python3-venv && "$python" -m venv $venv; } \
    || { echo "cannot make a virtual environment: install python3-venv" >&2; exit 1; }
}

install() { $venv/bin/pip install --quiet --disable-pip-version-check --use-pep517 --require-hashes -r "$1"; }

case "${1:-}" in
product)
  make_venv
  install requirements.txt
  $venv/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
  touch $venv/.ready ;;
development)
  install requirements-dev.txt
  touch $venv/.ready-dev ;;
browser)
  command -v chromium >/dev/null || command -v google-chrome >/dev/null && exit 0
  apt_install chromium \
    || echo "setup: Chromium is missing and could not be installed; its tests will be SKIPPED" >&2 ;;
*)
  echo "usage: scripts/setup.sh product | development | browser" >&2; exit 2 ;;
esac
