#!/usr/bin/env bash
# Installs the locked packages outside of the checkout, then lints, checks types and tests. Arguments go to pytest.
# A second run with the same lock file installs nothing.
set -euo pipefail
cd "$(dirname "$0")"

# uv unpacks wheels in parallel: a third of the time that pip takes.
readonly UV=uv==0.13.9
readonly NEEDED_KB=9000000

not_run() {
	printf '== The Python tests of training/ were not run: %s\n' "$1"
	exit 0
}

python=${PYTHON:-python3}
command -v "$python" >/dev/null || not_run 'there is no python3.'
"$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' ||
	not_run "$("$python" --version) is not from 3.11 to 3.13."

lock=$(cat requirements.lock <("$python" --version) | sha256sum | cut -c 1-16)
root=${CROSSOVER_TRAINING_CACHE:-${TMPDIR:-/tmp}}
environment=$root/crossover-training-$lock
if [ ! -f "$environment/complete" ]; then
	[ "$(df --output=avail -k "$root" | tail -1)" -gt "$NEEDED_KB" ] || not_run "$root has less than 9 GB free."
	rm -rf "$environment"
	"$python" -m venv "$environment" || not_run 'python3 has no venv.'
	{ "$environment/bin/pip" install --quiet --disable-pip-version-check "$UV" &&
		"$environment/bin/uv" pip sync --quiet --python "$environment/bin/python" --no-cache --require-hashes requirements.lock; } ||
		not_run 'the locked packages cannot be installed here.'
	touch "$environment/complete"
fi
export PATH=$environment/bin:$PATH

# One thread a process: the tests run in two processes, and small matrices gain nothing from more.
export OMP_NUM_THREADS=1 TQDM_DISABLE=1 HF_HUB_OFFLINE=1 HF_HUB_DISABLE_TELEMETRY=1
ruff check .
ruff format --check .
mypy
python -m pytest -n "${TRAINING_PROCESSES:-2}" --dist loadfile "$@"
