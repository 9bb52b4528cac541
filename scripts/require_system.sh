#!/usr/bin/env bash
# Make sure that what pip and npm cannot bring is there: install it as root on Debian, otherwise say what is missing.
set -euo pipefail

packages=()
for need in "$@"; do
  case "$need" in
    python)
      "${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || packages+=(python3)
      "${PYTHON:-python3}" -c 'import ensurepip, venv' 2>/dev/null || packages+=(python3-venv)
      ;;
    chromium) command -v chromium >/dev/null || packages+=(chromium) ;;
    firefox-esr) # the tests take any Firefox; Ubuntu, where the workflows run, has no package of the ESR
      command -v firefox-esr firefox >/dev/null || packages+=(firefox-esr)
      ;;
    *)
      echo "require_system.sh: unknown need '$need' (python, chromium, firefox-esr)" >&2
      exit 2
      ;;
  esac
done

[ ${#packages[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "Installing from Debian: ${packages[*]}" >&2
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y "${packages[@]}" >/dev/null
else
  echo "Missing on this machine: ${packages[*]}" >&2
  echo "Install it and try again, on Debian with: sudo apt-get install ${packages[*]}" >&2
  exit 1
fi
