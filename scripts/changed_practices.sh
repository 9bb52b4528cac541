#!/usr/bin/env bash
# Print the summary of a check, with the scores of the practices that the newest commit of a checkout changes.
# Usage: changed_practices.sh CHECKOUT WATWERKT. File names are data: they travel between NUL bytes, never as words.
set -euo pipefail
checkout=$1 watwerkt=$2

changed=()
while IFS= read -r -d '' name; do
  changed+=("$checkout/$name")
done < <(git -C "$checkout" diff -z --name-only --diff-filter=d HEAD^1 HEAD -- 'content/praktijken/*.yml')

# the summary is for reading; the annotations decide whether the check fails
"$watwerkt" check --content "$checkout/content" --format markdown -- "${changed[@]}" || true
