#!/usr/bin/env bash
# Pin every dependency with hashes and without the address of a package index.
# Run it with the oldest Python that must work, Debian 12's 3.11.2: PYTHON=/usr/bin/python3 scripts/lock.sh
set -euo pipefail
cd "$(dirname "$0")/.."

tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
"${PYTHON:-python3}" -m venv "$tools"
"$tools/bin/pip" install --quiet pip-tools

compile() {
  "$tools/bin/pip-compile" --quiet --strip-extras --allow-unsafe --generate-hashes --no-emit-index-url \
    --no-emit-trusted-host --no-emit-find-links --no-header --build-deps-for=editable "$@" pyproject.toml
}
compile --output-file=requirements.lock
compile --extra=dev --output-file=requirements-dev.lock
npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund
