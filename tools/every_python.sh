#!/bin/sh
# Run the whole suite on every Python that newslint is for and this machine has.
# usage: tools/every_python.sh [make's target, by default test]
cd "$(dirname "$0")/.." || exit 2
worst=0
for version in 3.11 3.12 3.13 3.14; do
  command -v "python$version" > /dev/null || { echo "== python$version is not here"; continue; }
  echo "== python$version"
  make PYTHON="python$version" VENV=".venv-$version" "${1:-test}" || worst=1
done
exit $worst
