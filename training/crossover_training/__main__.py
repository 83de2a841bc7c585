"""`python -m crossover_training`, or `crossover-training`."""

import sys

from crossover_training.commands.main import main

if __name__ == "__main__":
    sys.exit(main())
