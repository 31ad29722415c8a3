"""Makes any Python say that it is older than it is, for the test of what a program says then."""

import sys

sys.version_info = (3, 8, 18, "final", 0)
