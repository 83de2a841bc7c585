#!/usr/bin/env bash
# Lints, checks types and tests in the environment of environment.sh. Arguments go to pytest.
set -euo pipefail
cd "$(dirname "$0")"

reason=$(mktemp)
trap 'rm -f "$reason"' EXIT
status=0
environment=$(./environment.sh 2> >(tee "$reason" >&2)) || status=$?
if [ "$status" -eq 3 ]; then
	printf '== The Python tests of training/ were not run: %s\n' "$(tail -1 "$reason")"
	exit 0
fi
[ "$status" -eq 0 ] || exit "$status"
export PATH=$environment/bin:$PATH

# One thread a process: the tests run in two processes, and small matrices gain nothing from more.
export OMP_NUM_THREADS=1 TQDM_DISABLE=1 HF_HUB_OFFLINE=1 HF_HUB_DISABLE_TELEMETRY=1
ruff check .
ruff format --check .
mypy
python -m pytest -n "${TRAINING_PROCESSES:-2}" --dist loadfile "$@"
