#!/usr/bin/env bash
# Put the record that was read from an issue on a branch of that issue, open its pull request once, and answer once.
# Needs: GH_TOKEN, ISSUE, SLEUTEL, RECORD and ANTWOORD (base64) in the environment; git and gh on the path.
set -euo pipefail

[[ $ISSUE =~ ^[0-9]+$ ]] || { echo "Geen nummer van een aanmelding." >&2; exit 1; }
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT
base64 --decode <<<"$ANTWOORD" >"$answer"

if [[ -n $SLEUTEL ]]; then
  [[ $SLEUTEL =~ ^[a-z0-9]+(-[a-z0-9]+){0,11}$ && ${#SLEUTEL} -le 80 ]] || { echo "Geen geldige sleutel." >&2; exit 1; }
  branch="aanmelding/$ISSUE"
  file="content/praktijken/$SLEUTEL.yml"
  [[ ! -e $file ]] || { echo "$file bestaat al." >&2; exit 1; }
  base64 --decode <<<"$RECORD" >"$file"
  gh auth setup-git
  git switch --quiet --create "$branch"
  git add -- "$file"
  git -c user.name="Aanmeldformulier" -c user.email="aanmelding@watwerktindewijk.example" \
    commit --quiet --message "Praktijk $SLEUTEL uit aanmelding #$ISSUE"
  git push --quiet --force origin "HEAD:refs/heads/$branch"
  if [[ -z $(gh pr list --head "$branch" --state open --json number --jq '.[].number') ]]; then
    gh pr create --head "$branch" --title "Praktijk $SLEUTEL" --body "Uit aanmelding. Sluit #$ISSUE."
  fi
fi

# one answer that replaces itself
gh issue comment "$ISSUE" --body-file "$answer" --edit-last --create-if-none
