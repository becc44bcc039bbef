"""The version of Bede, from the installed package."""

from importlib.metadata import PackageNotFoundError, version

try:
    VERSION = version("bede")
except PackageNotFoundError:  # run from a source tree that is not installed
    VERSION = "0+unknown"

RELEASE_YEAR = 2026
"""The year of this release: what lies far beyond it has not happened. Bede asks no clock."""
