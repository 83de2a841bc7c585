#!/usr/bin/env bash
# Prints the folder of a virtual environment with the locked packages. It is made outside of the checkout, once for each
# lock file. Exit status 3: it cannot be made here, and stderr says why.
set -euo pipefail
cd "$(dirname "$0")"

# uv unpacks wheels in parallel: a third of the time that pip takes.
readonly UV=uv==0.13.9
readonly NEEDED_KB=9000000
readonly UNAVAILABLE=3

unavailable() {
	printf '%s\n' "$1" >&2
	exit $UNAVAILABLE
}

python=${PYTHON:-python3}
command -v "$python" >/dev/null || unavailable 'there is no python3.'
"$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' ||
	unavailable "$("$python" --version) is not from 3.11 to 3.13."

lock=$(cat requirements.lock <("$python" --version) | sha256sum | cut -c 1-16)
root=${CROSSOVER_TRAINING_CACHE:-${TMPDIR:-/tmp}}
environment=$root/crossover-training-$lock
if [ ! -f "$environment/complete" ]; then
	[ "$(df --output=avail -k "$root" | tail -1)" -gt "$NEEDED_KB" ] || unavailable "$root has less than 9 GB free."
	rm -rf "$environment"
	"$python" -m venv "$environment" >&2 || unavailable 'python3 has no venv.'
	{ "$environment/bin/pip" install --quiet --disable-pip-version-check "$UV" &&
		"$environment/bin/uv" pip sync --quiet --python "$environment/bin/python" --no-cache --require-hashes requirements.lock; } >&2 ||
		unavailable 'the locked packages cannot be installed here.'
	touch "$environment/complete"
fi
printf '%s\n' "$environment"
