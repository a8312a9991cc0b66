"""The product's settings on a bank folder of the test run's own."""

import os
import tempfile

os.environ["STORYLOOP_BANK"] = tempfile.mkdtemp(prefix="storyloop-tests-")

from storyloop.settings import *  # noqa: F403 - the folder must be named before
