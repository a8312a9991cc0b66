"""What the shipped models are made from: texts, scripts and the scorecard."""

import os

# One thread: sums come out in one order, and so do the files, bit for bit. Set before numpy loads.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"
